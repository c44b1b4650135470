"""'dag en' or 'dagen', 'gebruik te' or 'gebruikte': the words around tell whether a word ends there."""

from __future__ import annotations

from protocheck.repair.tokens import Row, core
from protocheck.repair.words import Words

# After these a noun is singular, so that its 'en' must be the conjunction.
_SINGULAR = frozenset("een het dit dat elk elke ieder iedere geen welk".split())
# After these it is a plural, so that the 'en' must be its ending.
_PLURAL = frozenset(
    "verschillende alle beide vele enkele sommige meerdere diverse twee drie vier vijf zes zeven acht negen "
    "tien elf twaalf hoeveel zulke bepaalde zekere volgende".split()
)
_MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december".split()
)
# No preposition stands after the first, but for 'de in artikel 5 bedoelde', nor 'en' after one.
_BEFORE_NOUN = _SINGULAR | _PLURAL | frozenset("de deze die hun haar".split())
_PREPOSITIONS = frozenset("aan in op uit om af toe mee bij".split())
# First persons, that hardly stand before 'en' in official prose; their infinitives are everywhere.
_VERBS = frozenset("kom word krijg moet breng neem geef doe wet mens".split())
_INFINITIVE = frozenset("te".split())
# What follows a conjunction rather than a plural, and the other way round.
_NEW_PHRASE = frozenset(
    "de het een dit deze hun haar hij ze zij dat indien wanneer ook geen per waarom".split()
)
_GOES_ON = frozenset(
    "van in op met voor die worden zijn aan bij tot uit over kunnen moeten zullen mogen hebben tussen door "
    "waarvan waarin waarop waarvoor en of als om wordt kan binnen onder tegen sinds vanaf zich elkaar zelf "
    "komen gaan willen geven krijgen maken nemen doen blijven staan houden stellen leveren melden delen "
    "werken wensen verklaren erkennen spreken gelden vallen dienen treden vormen bevatten mee jaarlijks "
    "samen die welke te kunt achten vertrouwen aanvaarden erbij erop ervan elkaar ermee eraan erin ervoor "
    "erover hiermee daarmee daaraan".split()
)
_SURE, _LEANS_ENDING, _LEANS = 6.0, 3.0, 1.5
# No verb ends like this, and no article follows its plural.
_NOUN_ENDINGS = ("ing", "heid")
_ARTICLES = frozenset("de het een".split())
_NOUN = 1.5
# After a noun 'en' is more frequent than anywhere else.
_AFTER_NOUN = 2.5
_PARTS = 4
_THOUSAND = 3
_ADJECTIVE = 4
# What follows 'te' though it is no infinitive ('een boek te laat'), or hides one ('te rijm en').
_AFTER_TE = frozenset("laat veel weinig kort lang hoog laag vroeg groot klein goed".split())
_CLOSING = ".;:)?!"
_PARTICLES = frozenset("de den der".split())
_VOWELS = "aeiou"


def conjunction(row: Row, index: int, words: Words) -> float:
    """Return what it costs more to read the word after piece `index` as the ending of that piece."""
    left, right = row.pieces[index], row.pieces[index + 1]
    small = right.text.lower()
    if right.word == "en" and right.text[-1] in _CLOSING:
        return -2 * _SURE  # 'de toeslag en.'
    if left.word == "om" and right.word == "dat":
        return _SURE if any(piece.word == "te" for piece in row.pieces[index + 2 : index + 6]) else -_LEANS
    if small in _PARTICLES:
        return _before_name(row, index)
    if left.word in _PREPOSITIONS and index and row.pieces[index - 1].word in _BEFORE_NOUN:
        return -_LEANS_ENDING  # 'de drie aan vragen'
    if small == "te":
        return _before_infinitive(row, index, words)
    return _after_noun(row, index, words) if small == "en" else 0.0


def _before_name(row: Row, index: int) -> float:
    """Return the cost of a word and 'de' as one, where these rather start a family name."""
    left = row.pieces[index]
    if left.word == "van":
        return 2 * _SURE  # 'Van den Bossche' beside a 'Vanden Abeele'
    named = left.text[0].isupper() and index and _starts_name(row, index + 2)
    return _SURE if named else 0.0  # 'Bo de Wilde'


def _before_infinitive(row: Row, index: int, words: Words) -> float:
    """Return the cost of 'gebruik' and 'te' as one word, where an infinitive follows."""
    after = _follower(row, index + 2, words)
    return _SURE if after in _AFTER_TE or _is_infinitive(after, words) else 0.0


def _is_infinitive(word: str, words: Words) -> bool:
    """Tell whether the word is a verb: its third person ('rijmt', 'stelt', 'maakt', 'geeft') is one too."""
    stem = word[:-2]
    if not word.endswith("en") or len(stem) < 2 or not words.curated(word):  # noqa: PLR2004  'doen' has two
        return False
    hard = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    forms = [hard] if stem[-1] != stem[-2] else [stem[:-1]]
    if stem[-2] in _VOWELS and stem[-1] not in _VOWELS:
        forms.append(hard[:-1] + stem[-2] + hard[-1])
    return any(words.curated(form if form.endswith("t") else form + "t") for form in forms)


def _after_noun(row: Row, index: int, words: Words) -> float:
    """Return the cost of 'dag' and 'en' as one word, by what stands before and after."""
    stem, first = _stem(row, index, words)
    before = [_stem(row, first - 1, words)[0]] if first else []
    if first > 1:
        before.insert(0, row.pieces[first - 2].word)
    after = _follower(row, index + 2, words)
    cost = _by_stem(stem) + _by_follower(stem, after, words)
    if before and after and after == before[-1]:
        return cost + _SURE  # 'per dag en per boek'
    if before and before[-1] in _INFINITIVE:
        return cost - _SURE
    if _counted(row, first) or _numbers(row, index) or _ends(row, index):
        return cost - 2 * _SURE
    if before and before[-1] in _PLURAL:
        return cost - _SURE
    if _SINGULAR & set(before) or _is_name(row, first, words) or _is_title(row, index):
        return cost + _SURE
    return cost + (_LEANS if first and row.pieces[first - 1].text.endswith(",") else 0.0)


def _by_stem(stem: str) -> float:
    """Return how much rather 'en' follows a noun than a verb or a preposition ('op en')."""
    return 0.0 if stem in _VERBS | _PREPOSITIONS else _AFTER_NOUN


def _stem(row: Row, index: int, words: Words) -> tuple[str, int]:
    """Return the word that ends at a piece, and the piece it starts at: 'heffi ng' is 'heffing'."""
    text, word = row.pieces[index].text, row.pieces[index].word
    if not words.suspicious(word):
        return word, index
    for first in range(index - 1, max(index - _PARTS, -1), -1):
        text = row.pieces[first].text + text
        if words.curated(core(text)):
            return core(text), first
    return word, index


def _follower(row: Row, index: int, words: Words) -> str:
    """Return the word that starts at a piece: 'k unnen' is 'kunnen'; or that of the next line."""
    if index >= len(row.pieces):
        return row.after
    text, word = row.pieces[index].text, row.pieces[index].word
    if word and not words.suspicious(word):
        return word
    for piece in row.pieces[index + 1 : index + _PARTS]:
        text += piece.text
        if words.curated(core(text)):
            return core(text)
    return word


def _by_follower(stem: str, after: str, words: Words) -> float:
    noun = _NOUN if stem.endswith(_NOUN_ENDINGS) else 0.0
    noun *= 2 if after in _ARTICLES else 1
    if after in _GOES_ON:
        return noun - _LEANS_ENDING
    if after in _NEW_PHRASE:
        return noun + _LEANS
    # An adjective or a noun like the first stands behind no noun: 'begroeting en controle'.
    joins_more = noun or (len(after) > _ADJECTIVE and after.endswith("e") and words.curated(after))
    return noun + (_LEANS if joins_more and after and not after.endswith("en") else 0.0)


def _counted(row: Row, index: int) -> bool:
    """Tell whether a number above one stands before the piece: '30 dag en'."""
    number = row.pieces[index - 1].text if index else ""
    return (
        number.isdigit()
        and len(number) <= _THOUSAND
        and int(number) > 1
        and row.pieces[index].text[0].islower()
        and row.pieces[index].word not in _MONTHS
    )


def _starts_name(row: Row, index: int) -> bool:
    return index < len(row.pieces) and row.pieces[index].text[:1].isupper()


def _numbers(row: Row, index: int) -> bool:
    """Tell whether a number follows: 'artikel en 40', which no conjunction would stand before."""
    after = row.pieces[index + 2].text if index + 2 < len(row.pieces) else ""
    return after[:1].isdigit() or after.startswith("§")


def _ends(row: Row, index: int) -> bool:
    """Tell whether the paragraph or the heading ends here, so that no conjunction can stand last."""
    return index + 2 >= len(row.pieces) and not row.after


def _is_title(row: Row, index: int) -> bool:
    """Tell whether 'en' stands between two capitals of a name: 'het Agentschap Natuur en Bos'."""
    if index + 2 >= len(row.pieces) or index == 0:
        return False
    before, left, after = row.pieces[index - 1].text, row.pieces[index].text, row.pieces[index + 2].text
    named = left[0].isupper() and after[0].isupper() and not left.isupper()
    return named and before[-1].isalpha() and row.pieces[index + 1].text == "en"


def _is_name(row: Row, index: int, words: Words) -> bool:
    """Tell whether the piece is a name that no list knows, inside a sentence."""
    piece = row.pieces[index]
    return (
        not piece.text.islower()
        and not piece.text.isupper()
        and index > 0
        and not row.pieces[index - 1].text.endswith((".", ":", "?", "!"))
        and not words.curated(piece.word)
    )
