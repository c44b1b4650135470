"""'dag en' or 'dagen': the words around tell whether an 'en' is a word or an ending."""

from __future__ import annotations

from protocheck.repair.tokens import Row

# After these a noun is singular, so that its 'en' must be the conjunction.
_SINGULAR = frozenset("een het dit dat elk elke ieder iedere geen".split())
# After these it is a plural, so that the 'en' must be its ending.
_PLURAL = frozenset(
    "verschillende alle beide vele enkele sommige meerdere diverse twee drie vier vijf zes tien".split()
)
# First persons, that hardly stand before 'en' in official prose; their infinitives are everywhere.
_VERBS = frozenset("kom word krijg moet breng neem geef doe wet mens".split())
_INFINITIVE = frozenset("te".split())
# What follows a conjunction rather than a plural, and the other way round.
_NEW_PHRASE = frozenset("de het een dit deze hun haar hij ze zij dat indien wanneer niet ook".split())
_GOES_ON = frozenset(
    "van in op met voor die worden zijn aan bij tot uit over kunnen moeten zullen mogen hebben tussen door "
    "waarvan waarin waarop waarvoor en of als om wordt kan".split()
)
_SURE, _LEANS_ENDING, _LEANS = 4.0, 3.0, 1.5
# No verb ends like this, and no article follows its plural.
_NOUN_ENDINGS = ("ing", "heid")
_ARTICLES = frozenset("de het een".split())
_NOUN = 1.5
# After a noun 'en' is more frequent than anywhere else.
_AFTER_NOUN = 3.0


def conjunction(row: Row, index: int) -> float:
    """Return what it costs more to read the 'en' after piece `index` as an ending, by its context."""
    if row.pieces[index].word == "om" and row.pieces[index + 1].word == "dat":
        return _SURE if any(piece.word == "te" for piece in row.pieces[index + 2 : index + 6]) else _LEANS
    if row.pieces[index + 1].text.lower() != "en":
        return 0.0
    before = [piece.word for piece in row.pieces[max(index - 2, 0) : index]]
    after = row.pieces[index + 2].word if index + 2 < len(row.pieces) else ""
    noun = _NOUN if row.pieces[index].word.endswith(_NOUN_ENDINGS) else 0.0
    noun += _LEANS if noun and after in _ARTICLES else 0.0
    stem = row.pieces[index].word
    cost = (
        (0.0 if stem in _VERBS else _AFTER_NOUN)
        + noun
        + (_LEANS if after in _NEW_PHRASE else -_LEANS_ENDING if after in _GOES_ON else 0.0)
    )
    if before and before[-1] in _INFINITIVE:
        return cost - _SURE
    if before and before[-1] in _PLURAL:
        return cost - _SURE
    if _SINGULAR & set(before):
        return cost + _SURE
    return cost + (_LEANS if index and row.pieces[index - 1].text.endswith(",") else 0.0)
