"""Archives with a known answer: families, leftovers, pairs and missing copies, made from the tuned corpus.

From each protocol that a local body shares with another, siblings are written: another town, other people,
numbers and dates, some with a clause left out or changed, some damaged as a scanner would. Into some a name,
a mailbox or a number of a sibling is put back, and into others what only looks like it: a neighbour who is
introduced, a court, a supplier that all name. One sibling a family is also filed with the other party, with a
difference. What was done is kept beside the text, so that nothing need be judged by hand.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from protocheck.batch.kinship.traces import apart
from protocheck.facts.kbo import valid
from protocheck.language import day as in_words
from protocheck.match.words import fold
from protocheck.model.facts import Party
from protocheck.model.geometry import Span
from protocheck.model.package import Reading
from protocheck.pipeline import study
from protocheck.repair.lexicon import lexicon
from tests.damage import damage

CORPUS = Path(__file__).parents[1] / "corpus"
TODAY = dt.date(2027, 1, 15)
_HEADS = (
    "Lelie Hazel Kruis Wolve Molen Beuke Dries Varen Zwane Reiger Kapelle Tolhuis Wilder Eiker Grift".split()
)
_TAILS = (
    "gemdorp venhove bruggem zelegem kerkvoorde laarbeke merenrode schotdonk akkerstede heuvelwijk".split()
)
_FIRST = "Arne Britt Cedric Dorien Ewout Floor Gilles Hanne".split()
_LAST = "Verstrepen Goossaert Lambrecht Dhooghe Wittevrongel Callebert Tackaert Vandoorne".split()
_COMMON = "De leverancier Klaverblad Software onderhoudt de toepassing als verwerker van beide partijen."
_COURT = "Voor geschillen is de rechtbank van eerste aanleg te {town} bevoegd."
_NEIGHBOUR = "De gemeente {town} is een buurgemeente en krijgt geen gegevens op grond van dit protocol."
_NAMED = "De diensten van {town} bevestigen de ontvangst van de gegevens binnen tien werkdagen."
_MAILBOX = "Een vergissing wordt binnen twee dagen gemeld op privacy@{low}.example."
_NUMBER = "Op elke levering staat het ondernemingsnummer {number} van wie ze ontvangt."
_ADDED = "De partijen komen twee keer per jaar samen om de levering van de gegevens te bespreken."
_CLAUSE = range(200, 2500)  # characters of a clause that is left out or changed
_WHOLE = 8  # characters of a date
_DAMAGES = ("letters", "split", "hyphen", "artefacts")


@dataclass(slots=True)
class Made:
    """An archive: each paper by its place, and what is to be found.

    `families` names the family of a place; `leftovers` holds places with the town that was put back and how;
    `pairs` two places each; `alone` the places that lack a copy with the other party; `changes` what was done
    to the clauses of a place: 'left-out', 'added', 'changed', or nothing.
    """

    papers: dict[str, str] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)
    leftovers: set[tuple[str, str, str]] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    changes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """A protocol of the corpus, and which party makes place for another town, known by one word."""

    name: str
    reading: Reading
    text: str
    party: Party
    other: Party
    anchor: str

    @property
    def suffix(self) -> str:
        """Return the end of the name of its file."""
        return Path(self.reading.text.source.name).suffix


@dataclass(frozen=True, slots=True)
class Sibling:
    """A copy of a template: the town in it, its number, and its text."""

    town: str
    number: str
    text: str


def tuned() -> Iterator[tuple[str, Path]]:
    """Yield the protocols that rules may be tuned on; the held-back ones are never opened."""
    held = set((CORPUS / "heldback.txt").read_text("utf-8").split())
    for path in sorted([*CORPUS.glob("*/protocol.*"), *CORPUS.glob("concepten/*/concept.*")]):
        if path.parent.name not in held:
            yield path.parent.name, path


def archive(seed: int = 1, *, siblings: int = 6) -> Made:
    """Return an archive of all templates with their siblings, and the other papers of the corpus."""
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    made = Made()
    towns = _towns(rng)
    for name, path in tuned():
        reading = study(path)
        template = template_of(name, path, reading)
        if template is None:
            made.papers[f"los/{name}{path.suffix}"] = path.read_text("utf-8")
        else:
            _add_family(made, template, [next(towns) for _ in range(siblings)], rng)
    return made


def _towns(rng: random.Random) -> Iterator[str]:
    """Yield towns that do not exist, each once."""
    found = [head + tail for head in _HEADS for tail in _TAILS]
    rng.shuffle(found)
    yield from found
    yield from (f"{each[:-3]}{end}" for end in ("stal", "sloot", "veld", "meer") for each in found)


def template_of(name: str, path: Path, reading: Reading) -> Template | None:
    """Return a protocol of two parties, one of them a local body known by a word that is nothing else."""
    parties = reading.facts.parties
    if len(parties) != 2:  # noqa: PLR2004 - a text of more parties may name them together
        return None
    for party, other in (parties, parties[::-1]):
        words = apart(party.name, frozenset())
        local = party.kind in {"municipality", "ocmw", "police"}
        if local and len(words) == 1 and not lexicon().curated(words[0]) and words[0] not in fold(other.name):
            return Template(name, reading, path.read_text("utf-8"), party, other, words[0])
    return None


def sibling(template: Template, town: str, rng: random.Random, text: str | None = None) -> Sibling:
    """Return the template with another town, number, people and dates."""
    reading = template.reading
    made = template.text if text is None else text
    number = _number(rng)
    shift = dt.timedelta(days=rng.randrange(20, 400))
    for fact in reading.facts.dates:
        whole = len(fact.text) >= _WHOLE  # not '2' of '2 en 9 maart 2024'
        if (
            whole
            and fact.value is not None
            and fact.role
            in {
                "signature",
                "entry-into-force",
                "dpo-advice",
                "decision",
            }
        ):
            made = made.replace(fact.text, in_words(fact.value + shift))
    if template.party.kbo:
        made = re.sub(
            r"[. ]?".join((template.party.kbo[:4], template.party.kbo[4:7], template.party.kbo[7:])),
            number,
            made,
        )
    for person in template.party.representatives:
        made = made.replace(person.name, f"{rng.choice(_FIRST)} {rng.choice(_LAST)}")
    return Sibling(town, number, _renamed(made, template.anchor, town))


def _renamed(text: str, anchor: str, town: str) -> str:
    """Put a town for another, in capitals where it was, and in addresses."""

    def other(found: re.Match[str]) -> str:
        printed = found[0]
        return town.upper() if printed.isupper() else town if printed[0].isupper() else town.lower()

    return re.sub(re.escape(anchor), other, text, flags=re.IGNORECASE)


def _number(rng: random.Random) -> str:
    while True:
        head = f"0{rng.randrange(2_000_000, 9_999_999):07}"
        digits = f"{head}{97 - int(head) % 97:02}"
        if valid(digits):
            return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def clauses(reading: Reading, text: str) -> Sequence[Span]:
    """Return the clauses that may be left out or changed: articles and sections of some length."""
    if reading.text.source.text != text:
        return ()  # marks were taken off while reading: places in one are none in the other
    kinds = [part for part in reading.outline.walk() if part.kind in {"article", "section"}]
    return [
        reading.text.to_raw(part.span)
        for part in kinds
        if len(part.span) in _CLAUSE
        and not any(child.kind in {"article", "section"} for child in part.children)
    ]


def without_clause(template: Template, rng: random.Random) -> str | None:
    """Return the text with one clause left out."""
    found = clauses(template.reading, template.text)
    if not found:
        return None
    text, span = template.text, rng.choice(found)
    return text[: span.start] + text[span.end :]


def with_other_words(template: Template, rng: random.Random) -> str | None:
    """Return the text with one sentence of a clause replaced."""
    found = [span for span in clauses(template.reading, template.text) if ". " in span.of(template.text)[60:]]
    if not found:
        return None
    text, span = template.text, rng.choice(found)
    start = text.index(". ", span.start + 60) + 2
    ends = [at for at in (text.find(".", start), span.end) if at > 0]
    return f"{text[:start]}{_ADDED[:-1]}{text[min(*ends, span.end - 1) :]}"


def _with_sentence(text: str, sentence: str, rng: random.Random) -> str:
    """Put a sentence behind one in the middle part of a text."""
    ends = [found.end() for found in re.finditer(r"[a-z]{3}\.(?=\n)", text)]
    inner = [at for at in ends if 0.35 * len(text) < at < 0.8 * len(text)] or ends
    at = rng.choice(inner)
    return f"{text[:at]} {sentence}{text[at:]}"


def _add_family(made: Made, template: Template, towns: Sequence[str], rng: random.Random) -> None:
    """Write the siblings of one template, each with its own fate."""
    first = sibling(template, towns[0], rng)
    _keep(made, template, first, first.text, "")
    for at, town in enumerate(towns[1:], start=1):
        text, change = _changed(template, at, rng)
        copy = sibling(template, town, rng, text)
        place = _keep(made, template, copy, _marked(made, template, copy, first, at, rng), change)
        if at == 1:
            _file_twice(made, template, copy, place)


def _changed(template: Template, at: int, rng: random.Random) -> tuple[str | None, str]:
    if at == 1:
        text = without_clause(template, rng)
        return text, "left-out" if text else ""
    if at == 2:  # noqa: PLR2004 - the second sibling
        text = with_other_words(template, rng)
        return text, "changed" if text else ""
    return None, ""


def _marked(
    made: Made, template: Template, copy: Sibling, first: Sibling, at: int, rng: random.Random
) -> str:
    """Return the text with what is left over of the first sibling, or what only looks like it."""
    place = place_of(template, copy.town)
    text = _with_sentence(copy.text, _COMMON, rng)
    if at == 2:  # noqa: PLR2004 - the second sibling
        made.leftovers.add((place, first.town, "name"))
        return _with_sentence(text, _NAMED.format(town=first.town), rng)
    if at == 3:  # noqa: PLR2004 - the third
        made.leftovers.add((place, first.town, "mailbox"))
        text = _with_sentence(text, _COURT.format(town=first.town), rng)
        return _with_sentence(text, _MAILBOX.format(low=first.town.lower()), rng)
    if at == 4:  # noqa: PLR2004 - the fourth
        text = _with_sentence(text, _NEIGHBOUR.format(town=first.town), rng)
        if template.party.kbo:
            made.leftovers.add((place, first.town, "kbo"))
            text = _with_sentence(text, _NUMBER.format(number=first.number), rng)
        return text
    if at == 5:  # noqa: PLR2004 - the fifth
        text = _with_sentence(text, _COURT.format(town=first.town), rng)
    return damage(text, rng.choice(_DAMAGES), "light", rng.randrange(1000))


def _keep(made: Made, template: Template, copy: Sibling, text: str, change: str) -> str:
    place = place_of(template, copy.town)
    made.papers[place] = text
    made.families[place] = template.name
    made.changes[place] = change
    made.alone.add(place)
    return place


def place_of(template: Template, town: str) -> str:
    """Return where the copy of a town stands: in its own folder."""
    return f"{town.lower()}/{template.name}{template.suffix}"


def _file_twice(made: Made, template: Template, copy: Sibling, place: str) -> None:
    """File a sibling with the other party as well, with other words in one place."""
    words = apart(template.other.name, frozenset())
    folder = "-".join(words) or fold(template.other.name).replace(" ", "-")
    second = f"{folder}/{template.name}-{copy.town.lower()}{template.suffix}"
    made.papers[second] = _with_sentence(made.papers[place], _ADDED, random.Random(7))  # noqa: S311 - not for secrets
    made.families[second] = template.name
    made.pairs.add((min(place, second), max(place, second)))
    made.alone.discard(place)
