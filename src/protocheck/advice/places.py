"""How the advice cites: 'art. 3 en 5 van het protocol', 'overweging C', 'bijlage 1, art. 5'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from protocheck.advice.accession import form_of
from protocheck.advice.dutch import calm, listing, unique, with_article
from protocheck.model.geometry import Span
from protocheck.model.outcome import Evidence
from protocheck.model.package import Package, Reading
from protocheck.record import record
from protocheck.regex import lazy

MOST = 5
PROTOCOL = "protocol"

# The nouns by which a supplied paper is called when its title says what it is; the longest first.
_PAPERS = (
    "samenwerkingsovereenkomst", "verwerkersovereenkomst", "toetredingsverklaring", "toetredingsovereenkomst",
    "toetredingsformulier", "toetredingsdocument", "toetredingsprotocol", "verklaring van toetreding",
    "akte van toetreding", "formulier van toetreding", "formulier voor toetreding",
    "beheersovereenkomst", "kaderovereenkomst", "samenwerkingsakkoord", "kaderprotocol", "toetredingsakte",
    "overeenkomst", "convenant", "draaiboek", "huishoudelijk reglement", "reglement",
)  # fmt: skip
_HET_PAPERS = frozenset(
    {
        "toetredingsformulier",
        "formulier van toetreding",
        "formulier voor toetreding",
        "toetredingsdocument",
        "toetredingsprotocol",
        "samenwerkingsakkoord",
        "kaderprotocol",
        "convenant",
        "draaiboek",
        "huishoudelijk reglement",
        "reglement",
    }
)

_BESIDE = lazy(r"\bbij (?:het|de|dit|deze)\b", re.IGNORECASE)  # what follows names another paper
_ANNEX = lazy(r"(?P<annex>bijlage(?: [^\s,]{1,8})?), (?P<rest>.+)$", re.IGNORECASE)
_DE = ("aanhef", "ondertekening", "titel", "partijen", "overwegingen", "inleiding", "preambule", "bijlage")


@record
class Mention:
    """A place to cite: of a piece of evidence, or of a fact."""

    document: str
    label: str
    start: int


@record
class Cited:
    """A place in parts: the paper it stands in, and where in that paper."""

    paper: str
    kind: str
    number: str


def paper_names(package: Package) -> Mapping[str, str]:
    """Return what each document of the package is called after 'van'."""
    names = {package.main.document: "het protocol"}
    nouns = [_noun(each) for each in package.annexes]
    for index, (annex, noun) in enumerate(zip(package.annexes, nouns, strict=True), start=1):
        plain = f"bijlage {index}"
        if noun and nouns.count(noun) == 1:
            names[annex.document] = f"{noun} ({plain})"
        else:
            names[annex.document] = plain
    return names


def _noun(annex: Reading) -> str:
    own = form_of(annex) or _BESIDE.split(annex.outline.title or annex.facts.title, maxsplit=1)[0]
    return paper_noun(own)


def paper_noun(text: str) -> str:
    """Return what a paper is by the first name of a paper in the text, with its article; else nothing."""
    low = text.lower()
    noun = next((noun for noun in _PAPERS if noun in low), "")
    return f"{article_of_paper(noun)} {noun}" if noun else ""


def article_of_paper(noun: str) -> str:
    """Return the article of a noun for a paper: 'het' or 'de'."""
    return "het" if noun in _HET_PAPERS else "de"


def of_evidence(evidence: Evidence) -> Mention:
    """Return the place of a piece of evidence."""
    return Mention(evidence.document, evidence.label, evidence.span.start)


def of_fact(reading: Reading, span: Span) -> Mention:
    """Return the place of a fact: the innermost part of the outline that has a name."""
    path = reading.outline.path_to(span.start)
    label = next((part.label for part in reversed(path) if part.label), "")
    return Mention(reading.document, label, span.start)


def cite(mentions: Iterable[Mention], papers: Mapping[str, str]) -> str:
    """Return the places as one phrase, grouped by paper, in the order of the text."""
    ordered = sorted((each for each in mentions if each.label), key=lambda each: (each.document, each.start))
    ordered.sort(key=lambda each: each.document != PROTOCOL)
    places = list(dict.fromkeys(_cited(each, papers) for each in ordered))
    kept = _narrow(places)
    phrase = listing(_of_paper(paper, kept) for paper in dict.fromkeys(place.paper for place in kept))
    return f"onder meer {phrase}" if len(kept) < len(places) and phrase else phrase


def cite_one(mention: Mention, papers: Mapping[str, str]) -> str:
    """Return one place, without the name of the protocol itself."""
    if not mention.label:
        return ""
    place = _cited(mention, papers)
    phrase = _part(place.kind, [place.number])
    if place.paper == "het protocol":
        return phrase
    return f"{place.paper}, {phrase}" if place.paper.startswith("bijlage") else f"{phrase} van {place.paper}"


def _narrow(places: Sequence[Cited]) -> Sequence[Cited]:
    """Leave recitals and the like aside where many articles speak, and cut off what is too many."""
    if len(places) <= MOST:
        return places
    articles = [place for place in places if place.kind == "artikel"]
    return (articles or list(places))[:MOST]


def _cited(mention: Mention, papers: Mapping[str, str]) -> Cited:
    paper, label = papers.get(mention.document, mention.document), mention.label
    inside = _ANNEX.match(label)
    if inside is not None:
        label = inside["rest"]
        if mention.document == PROTOCOL:
            paper = inside["annex"]
    kind, _, number = label.partition(" ")
    if kind.lower() in {"artikel", "overweging", "§"} and number:
        return Cited(paper, kind.lower(), number)
    return Cited(paper, "", label)


def _of_paper(paper: str, places: Iterable[Cited]) -> str:
    groups: dict[str, list[str]] = {}
    for place in places:
        if place.paper == paper:
            groups.setdefault(place.kind, []).append(place.number)
    phrase = listing(_part(kind, numbers) for kind, numbers in groups.items())
    if paper.startswith("bijlage"):
        return paper if phrase == f"de {paper}" else f"{paper}, {phrase}"
    return f"{phrase} van {paper}"


def _part(kind: str, numbers: Sequence[str]) -> str:
    if kind == "artikel":
        return f"art. {listing(unique(numbers))}"
    if kind == "§":
        return f"§ {listing(unique(numbers))}"
    if kind == "overweging":
        return f"overweging {numbers[0]}" if len(numbers) == 1 else f"de overwegingen {listing(numbers)}"
    return listing(_named(number) for number in unique(numbers))


def _named(label: str) -> str:
    if label.startswith("onder “"):
        heading = label.removeprefix("onder ").strip("“”")
        return f"het onderdeel “{calm(heading)}”"
    first = label.split(" ", 1)[0].lower()
    if first in {"na", "voor", "onder"}:
        return f"het deel {label}"
    if first in _DE and not (first == "bijlage" and " " in label):
        return f"de {label}"
    return label if first in {"de", "het"} else with_article(label)
