"""What the weights of words are learned from: passages that people judged, and the papers of the corpus.

Four sources, all our own: `corpus/passages/` (written for this, by people who had not read the rules),
`tests/bank/`, the examples in the rules, and the texts that the gold puts in the place of an article. A
passage says of every element of its criterion whether it states it; of other criteria it says nothing. Of
the papers every passage is taken; it may state an element when the gold cites its part for the criterion.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from benchmarks.gold import CORPUS, ROOT, Gold, corpus
from protocheck.engine.criteria import Trials, attempt, by_signals, element_key, sentences_of
from protocheck.engine.evaluate import finder_of
from protocheck.engine.examples import reading_of
from protocheck.engine.passages import ends, named, parts
from protocheck.engine.sentences import Sentence
from protocheck.engine.terms import Terms
from protocheck.engine.weighing import SIGNAL_ROW, heading_words, sentence_words, words_beside
from protocheck.facts.supplied import supplied
from protocheck.model.package import Package
from protocheck.pipeline import study
from protocheck.rulebook import load
from protocheck.rulebook.rules import Element

FIRED = SIGNAL_ROW  # between an element and a signal
_UNTUNED = CORPUS / "weights-only.txt"
_WRITER = len("08-")  # where the name of the writer begins in that of a file
_BLOCK = 20  # passages in a row are by one imitated writer, and are held out together
FOLDS = 4
PUBLISHED = 3.0  # how much a passage counts that is written as published protocols are: those will be judged
# The terms beside which words are weighed once more, by the element for which they are: those that told its
# passages apart best, where that helped on whole papers as well.
_GROUND = ("@wet", "EGOV-05:$inzamel-ruim", "EGOV-05:$mee")
ANCHORS = {
    "EGOV-04.ontvangers": ("EGOV-04:$functie",),
    "EGOV-05.mededeling": _GROUND,
    "EGOV-05.inzameling": _GROUND,
    "EGOV-07.periodiciteit": ("EGOV-07:$frequentie", "$meedelen"),
    "EGOV-11.melding": ("EGOV-11:$fout",),
}
_EVERY_ANCHOR = frozenset(term for terms in ANCHORS.values() for term in terms)


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with its words, and what a person judged of it.

    `labels` tells per element ('EGOV-08.gevolg') whether it is stated; `fired` names the signals that say so
    ('EGOV-08.gevolg!gevolg-na-inbreuk'); `published` whether it was written after protocols as they are
    published.
    """

    source: str
    criterion: str
    words: Counter[str]
    labels: Mapping[str, bool]
    fired: frozenset[str]
    fold: int
    published: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A passage of a paper: its words, the criteria that the gold cites its part for, and signals in it.

    The signals are named as for a judged passage; `part` is the number of its part in the paper; `named`
    tells whether it names the sender, and the receiver.
    """

    words: Counter[str]
    cited: frozenset[str]
    fired: frozenset[str]
    part: int
    named: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the corpus: which elements its gold finds stated, and its passages.

    Of the criteria in `lost` the gold cites a part that the outline does not name: which passages of the
    paper do not state them, nobody can tell. `known` tells whether rules were tuned on it.
    """

    slug: str
    labels: Mapping[str, bool]
    windows: tuple[Window, ...]
    fold: int
    lost: frozenset[str]
    known: bool


RULES = load()
ELEMENTS = {c.id: tuple(e.id for e in c.elements) for c in RULES.criteria}


def judged_passages() -> list[Judged]:
    """Return every passage that a person judged, in a fixed order."""
    return [*_written(), *_banks(), *_examples(), *_denials()]


def _written() -> Iterator[Judged]:
    for path in sorted((CORPUS / "passages").glob("*.txt")):
        criterion = f"EGOV-{path.name[:2]}"
        for number, (told, text) in enumerate(blocks(path.read_text("utf-8"))):
            labels = {each.partition("=")[0]: each.endswith("=met") for each in told}
            made = _judged("passages", criterion, text, labels, number // _BLOCK % FOLDS)
            yield replace(made, published=path.stem[_WRITER:].startswith("r"))


def blocks(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield the passages of a file: what the line with '@@' tells ('duur=met'), and the text below it."""
    for block in re.split(r"(?m)^@@ ", text)[1:]:
        head, _, body = block.partition("\n")
        yield head.partition("|")[0].split(), f"{body.strip()}\n"


def _banks() -> Iterator[Judged]:
    for path in sorted((ROOT / "tests" / "bank").glob("*.yaml")):
        bank = yaml.safe_load(path.read_text("utf-8"))
        for each in bank["examples"]:
            labels = _labels(bank["criterion"], each["status"], each.get("elements", {}))
            yield _judged("bank", bank["criterion"], each["text"], labels)


def _examples() -> Iterator[Judged]:
    for criterion in RULES.criteria:
        for each in criterion.examples:
            labels = _labels(criterion.id, each.status, each.elements)
            yield _judged("example", criterion.id, each.text, labels)


def _denials() -> Iterator[Judged]:
    for number, gold in enumerate(_tuned()):
        for mutation in gold.mutations:
            told = mutation.expect.items() if mutation.deed == "deny" else ()
            for criterion, status in told:
                labels = _labels(criterion, status, {})
                yield _judged("deny", criterion, mutation.words, labels, number % FOLDS)


def _labels(criterion: str, status: str, elements: Mapping[str, str]) -> dict[str, bool]:
    """Return which elements a passage states; of a partial one only those that are named."""
    whole = {} if status == "partial" else dict.fromkeys(ELEMENTS[criterion], status == "met")
    return whole | {name: value == "met" for name, value in elements.items()}


def _judged(source: str, criterion: str, text: str, labels: Mapping[str, bool], fold: int = -1) -> Judged:
    """Read a passage as the rules see it; `fold` -1 is never held out."""
    terms = Terms(reading_of(text), finder_of(RULES))
    rule = next(c for c in RULES.criteria if c.id == criterion)
    trials = attempt(rule, [terms])
    fired = frozenset(name for e in rule.elements for name in _named(element_key(rule, e), e, trials))
    loud = [sentence for sentence in terms.sentences if not sentence.silent]
    named = {f"{criterion}.{name}": value for name, value in labels.items()}
    return Judged(source, criterion, words_of(loud, terms), named, fired, fold)


def words_of(passage: Sequence[Sentence], terms: Terms) -> Counter[str]:
    """Count in how many sentences of a passage each word stands; in its headings once."""
    counted = Counter(word for sentence in passage for word in sentence_words(sentence, terms))
    counted.update(word for sentence in passage for word in words_beside(sentence, terms, _EVERY_ANCHOR))
    counted.update(frozenset().union(*(heading_words(sentence, terms) for sentence in passage)))
    return counted


def _tuned() -> list[Gold]:
    return [gold for gold in corpus() if gold.part == "tuned"]


def papers() -> list[Paper]:
    """Return the tuned papers, by name."""
    unknown = frozenset(_UNTUNED.read_text("utf-8").split())
    return [_paper(gold, n % FOLDS, known=gold.slug not in unknown) for n, gold in enumerate(_tuned())]


def _paper(gold: Gold, fold: int, *, known: bool) -> Paper:
    annexes = (study(path, f"annex-{n}") for n, path in enumerate(gold.annexes, start=1))
    package = supplied(Package(study(gold.document, "protocol"), tuple(annexes)))
    documents = [Terms(reading, finder_of(RULES)) for reading in package.readings]
    fired = _fired(documents)
    labels = {
        f"{name}.{element}": status == "met"
        for name, judged in gold.criteria.items()
        for element, status in judged.elements.items()
    }
    windows: list[Window] = []
    for number, terms in enumerate(documents):
        signals = fired.get(id(terms), {})
        windows += (
            Window(
                words_of(passage, terms),
                frozenset(_cited(gold, passage[0].home.ref, number)),
                frozenset(_inside(passage, signals)),
                part,
                names,
            )
            for part, passage, names in _passages(terms, windows[-1].part + 1 if windows else 0)
        )
    return Paper(gold.slug, labels, tuple(windows), fold, frozenset(_lost(gold, package)), known)


def _passages(terms: Terms, first: int) -> Iterator[tuple[int, tuple[Sentence, ...], tuple[bool, bool]]]:
    """Yield the number of its part, from `first` on, each passage of a document, and whom it names."""
    every = enumerate(parts(terms.sentences), start=first)
    found = [(number, part[begin:end]) for number, part in every for begin, end in ends(part)]
    names = named(terms, (passage for _number, passage in found))
    return ((number, passage, each) for (number, passage), each in zip(found, names, strict=True))


def _lost(gold: Gold, package: Package) -> Iterator[str]:
    """Yield the criteria for which the gold cites a part of the protocol that the outline does not name."""
    for name, judged in gold.criteria.items():
        own = (ref for ref in judged.refs if not ref.startswith("annex"))
        if any(package.main.outline.find(ref) is None for ref in own):
            yield name


def _inside(passage: Sequence[Sentence], fired: Mapping[int, Collection[str]]) -> Iterator[str]:
    for sentence in passage:
        yield from fired.get(sentence.index, ())


def _fired(documents: Sequence[Terms]) -> dict[int, dict[int, set[str]]]:
    """Return per document and sentence the signals that fire there for an element that they meet."""
    found: dict[int, dict[int, set[str]]] = {id(terms): {} for terms in documents}
    for criterion in RULES.criteria:
        trials = attempt(criterion, documents)
        for element in criterion.elements:
            key = element_key(criterion, element)
            for document, inside in sentences_of(by_signals(element, trials)).items():
                for at, signals in inside.items():
                    found[document].setdefault(at, set()).update(f"{key}{FIRED}{name}" for name in signals)
    return found


def _named(key: str, element: Element, trials: Trials) -> Iterator[str]:
    """Yield the signals that fire for an element that they meet."""
    for _order, _terms, hit in by_signals(element, trials):
        yield f"{key}{FIRED}{hit.signal}"


def signals_of(element: str, fired: Collection[str]) -> Iterator[str]:
    """Yield of the signals that fired those that tell an element."""
    for name in fired:
        key, _, signal = name.partition(FIRED)
        if key == element:
            yield signal


def _cited(gold: Gold, ref: str, annex: int) -> Iterator[str]:
    """Yield the criteria for which the gold cites a part, the part that holds it or one inside it."""
    full = f"annex {annex}, {ref}" if annex else ref
    for name, judged in gold.criteria.items():
        if any(_same(full, each) for each in judged.refs):
            yield name


def _same(ref: str, cited: str) -> bool:
    return ref == cited or cited.startswith(f"{ref}.") or ref.startswith((f"{cited}.", f"{cited},"))
