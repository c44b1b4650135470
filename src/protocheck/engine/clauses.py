"""The clauses of a Dutch sentence, as far as a denial needs them: cut at stops and conjunctions."""

from __future__ import annotations

from protocheck.match.words import Words
from protocheck.regex import lazy

_STOP = lazy(r"[,;:()–—/]|\s-\s")
_RELATIVES = frozenset({"die", "wie", "welke", "waarbij", "waarvan", "waarin", "waarmee"})
_OPENERS = _RELATIVES | frozenset(
    "maar doch tenzij terwijl hoewel zodat omdat indien wanneer als zodra waarna waardoor aangezien "
    "gezien behoudens zolang totdat nadat voordat".split()
)
_FINITE = frozenset(
    "worden wordt is zijn kan kunnen mag mogen zal zullen heeft hebben moet moeten gebeurt gebeuren "
    "blijkt blijken staat staan volgt volgen ontbreekt ontbreken blijft blijven dient dienen".split()
)
_BELONGS = frozenset({"valt", "vallen", "hoort", "horen", "behoort", "behoren"})
_INFINITIVE = 5  # a word of more letters that ends so, at the head of a sentence, its verb behind a comma
_ENDINGS = ("en", "gaan", "staan", "doen", "zien")
_WHOSE = frozenset({"wie", "wat", "of"})
_RESUMES = frozenset({"niet", "geen", "evenmin", "nooit", "noch"})
# A sentence that opens so has a clause for its subject: 'Wie de gegevens krijgt, is nog te bepalen.'
_QUESTIONS = frozenset(
    "of hoe wie wat welk welke waarom waar waarvoor waartoe wanneer hoelang hoeveel hoeverre".split()
)
# Before its question word such a clause may have a preposition: 'Op welke grond dat gebeurt, blijkt niet.'
_PREPOSITIONS = frozenset("op voor aan in met door uit van bij over naar tot volgens sinds binnen".split())
_SETTLES = tuple("bepaa bepal geregel regel vastgeleg vermeld opgenomen omschr beslist blijk bekend".split())
_CONDITIONS = frozenset("als indien wanneer zodra zolang omdat aangezien hoewel tenzij nadat voordat".split())
_INSERTION = 8
# 'Sancties: niet voorzien.' A few words after a colon say whether there are any.
_ANSWER = 3


class Clauses:
    """Which clause each word of a sentence belongs to, and which clauses belong together."""

    def __init__(self, words: Words, within: range) -> None:
        """Number the clauses of one sentence."""
        self._first = within.start
        self._starts: list[int] = []
        self._clause: list[int] = []
        self._loose: set[int] = set()
        self._settling: set[int] = set()
        for index in within:
            if index == within.start or self._opens(words, index):
                self._note_start(words, index, within.start)
            self._clause.append(len(self._starts) - 1)
            if words.words[index].startswith(_SETTLES):
                self._settling.add(len(self._starts) - 1)
        self._words = words
        self._answered = self._is_answered(within)
        self.asks = self._is_question(words, within)

    @staticmethod
    def _is_question(words: Words, within: range) -> bool:
        """Tell whether the sentence opens with a question that its main clause answers or leaves open."""
        opening = words.words[within.start : min(within.start + 2, within.stop)]
        if len(opening) > 1 and opening[0] in _PREPOSITIONS:
            return opening[1] in _QUESTIONS
        return bool(opening) and opening[0] in _QUESTIONS

    def _note_start(self, words: Words, index: int, start: int) -> None:
        self._starts.append(index)
        stopped = index > start and _STOP.search(words.between(index - 1))
        if index > start and not stopped and words.words[index] in _RELATIVES:
            self._loose.add(len(self._starts) - 1)

    @staticmethod
    def _opens(words: Words, index: int) -> bool:
        word, before = words.words[index], words.words[index - 1]
        if _STOP.search(words.between(index - 1)) or word in _OPENERS:
            return True
        following = words.words[index + 1] if index + 1 < len(words.words) else ""
        return before not in {"en", "of"} and word in {"en", "of"} and following in _FINITE

    def _is_answered(self, within: range) -> bool:
        """Tell whether the sentence is a name, a colon and a few words on it."""
        if len(self._starts) < 2:  # noqa: PLR2004 - a name and an answer
            return False
        answer = self._starts[1]
        name = self._words.words[within.start : answer]
        short = within.stop - answer <= _ANSWER
        return short and ":" in self._words.between(answer - 1) and _FINITE.isdisjoint(name)

    def of(self, index: int) -> int:
        """Return the clause of a word; -1 outside the sentence."""
        return self._clause[index - self._first] if 0 <= index - self._first < len(self._clause) else -1

    def same(self, one: int, other: int) -> bool:
        """Tell whether two words share a clause, one that goes on after an insertion included."""
        low, high = sorted((self.of(one), self.of(other)))
        return low == high or low == self._resumed(high)

    def _resumed(self, clause: int) -> int:
        """Return the clause that this one goes on with over a short insertion, else itself."""
        if clause == 1 and self._answered:
            return 0
        if clause < 2:  # noqa: PLR2004 - an insertion has a clause before it
            return clause
        opening = self._words.words[self._starts[clause]]
        short = self._starts[clause] - self._starts[clause - 1] <= _INSERTION
        begins = self._words.words[self._starts[clause - 2]]
        if short and opening in _RESUMES | _FINITE and begins not in _OPENERS:
            return clause - 2
        return clause

    def answers(self, cue: int, other: int) -> bool:
        """Tell whether the cue's clause speaks of a question that the sentence opens with."""
        clause = self.of(cue)
        return self.asks and self.of(other) < clause and self.closes(cue)

    def closes(self, index: int) -> bool:
        """Tell whether the word's clause opens with its verb and so goes on after its subject's clause.

        After a condition ('Als een partij ..., wordt ...') the verb opens a clause of its own.
        """
        clause = self.of(index)
        opening = self._words.words[self._starts[clause]]
        return clause > 0 and opening in _FINITE and self._words.words[self._first] not in _CONDITIONS

    def denies_subject(self, cue: int, other: int) -> bool:
        """Tell whether the cue denies the deed that the sentence opens with.

        'Controleren wie niet betaalde, valt daar niet onder.'
        """
        clause = self.of(cue)
        within = {self._words.words[start] for start in self._starts[1:clause]}  # 'wie niet betaalde'
        if clause < 1 or self.of(other) >= clause or not within <= _WHOSE:
            return False
        opening, head = self._words.words[self._starts[clause]], self._words.words[self._first]
        return opening in _FINITE | _BELONGS and len(head) > _INFINITIVE and head.endswith(_ENDINGS)

    def attached(self, one: int, other: int) -> bool:
        """Tell whether only relative pronouns, and no stop, stand between the clauses of two words."""
        low, high = sorted((self.of(one), self.of(other)))
        return all(clause in self._loose for clause in range(low + 1, high + 1))

    def spills(self, first: int, last: int) -> bool:
        """Tell whether a phrase steps over a stop into the next clause: its words belong apart."""
        low, high = self.of(first), self.of(last)
        return high == low + 1 and high not in self._loose

    def settles(self, index: int) -> bool:
        """Tell whether the word's clause says that something is (not) laid down."""
        return self.of(index) in self._settling

    def asked_next(self, cue: int, other: int) -> bool:
        """Tell whether the word stands in a question that follows the cue: 'bepaalt niet welke ...'."""
        clause = self.of(cue)
        if self.of(other) != clause + 1:
            return False
        start = self._starts[clause + 1]
        return self._words.words[start] in _QUESTIONS | _RELATIVES

    def last(self, index: int) -> bool:
        """Tell whether the word is the last of its clause."""
        return self.of(index + 1) != self.of(index)
