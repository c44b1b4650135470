"""The page docs/accuracy.md: the figures of one run, in Dutch, with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from benchmarks import damaged, measures
from benchmarks.gold import CRITERIA, Gold, OtherPaper
from benchmarks.judging import FORMATS, TEXT, Case
from benchmarks.known import MUTANT, VERDICT, Failure, count, failures, refused

PARTS = {"tuned": "afgesteld", "heldback": "achtergehouden"}

_INTRODUCTION = """\
# Hoe goed protocheck oordeelt

Deze bladzijde wordt geschreven door `make accuracy`; wijzig ze niet met de hand.

Het programma oordeelt over de eigen verzameling protocollen in `corpus/`: verzonnen teksten, waarvan
een lezer vooraf per criterium heeft opgeschreven wat een zorgvuldige functionaris voor
gegevensbescherming zou oordelen, waarom, en op welke plaats. Op het *afgestelde* deel mogen de regels
worden bijgesteld, en daaruit wordt geleerd hoeveel woorden wegen; dat daar bijna alles juist is, zegt dus
weinig. Het *achtergehouden* deel is geschreven zonder de regels te kennen en wordt alleen gemeten; dat cijfer
telt.

Een *leemte* is een criterium dat niet in orde is. *Precisie*: welk deel van de gemelde leemten er echt
een is. *Trefkans* (recall): welk deel van de echte leemten gemeld wordt. F2 weegt de trefkans vier keer
zo zwaar als de precisie, want een gemiste leemte is erger dan een vals alarm.
"""

_LIMITS = """\
## Wat het programma niet kan beoordelen

- Of wat het protocol zegt ook waar is: of de vermelde wet de mededeling werkelijk toelaat, of de
  maatregelen genomen zijn, of de gegevens echt nodig zijn. Het kijkt of het er staat en of het inhoud
  heeft.
- Of een verantwoording overtuigt. Een reden die geen reden is, maar wel zo klinkt, gaat erdoor.
- Wat een zin betekent. Het herkent de bewoordingen die de regels kennen en weegt daarnaast alle woorden van
  een passage; een geheel nieuwe wending, of een zin die met dezelfde woorden iets anders zegt, kan het
  verkeerd hebben. Van de leemten in stukken die niemand ervoor kende, mist het er zowat een op negen.
- Wat in een bijlage staat die niet werd meegegeven.
- Wat onleesbaar is. Dan zegt het dat het niet kan oordelen; het noemt zo'n element niet afwezig.
- Een protocol in een andere taal dan het Nederlands.

Het advies blijft dat van de functionaris: elk oordeel noemt de plaats en de woorden waarop het steunt,
zodat men het kan nakijken.
"""


def page(
    cases: Sequence[Case],
    golds: Sequence[Gold],
    baselines: Sequence[tuple[str, Sequence[Case]]],
    strangers: Sequence[tuple[OtherPaper, bool]] = (),
    harmed: Sequence[Case] = (),
    findings: str = "",
) -> str:
    """Return the whole page; `findings` is the section on what `lint` reports.

    `strangers` tells of each paper that is no protocol whether that was said, `harmed` holds the
    damaged texts beside the sound ones.
    """
    by_slug = {gold.slug: gold for gold in golds}
    texts = [case for case in cases if case.variant == TEXT]
    sections = [
        _INTRODUCTION,
        overview(texts, by_slug),
        _mutants(cases, texts),
        _formats(cases, texts),
        harm(harmed),
        _others(strangers),
        _baselines(texts, baselines),
        *(_criteria(part, texts, by_slug) for part in PARTS),
        findings,
        _failures(cases),
        _LIMITS,
    ]
    return "\n".join(section for section in sections if section)


def overview(texts: Sequence[Case], golds: dict[str, Gold]) -> str:
    """Return the section with the figures on the unchanged texts, both parts side by side."""
    rows: list[tuple[str, Callable[[list[Case]], str]]] = [
        ("protocollen", lambda some: str(len(some))),
        ("ten onrechte geweigerd", lambda some: str(len(refused(some)))),
        ("leemten volgens de lezer", lambda some: str(_true_gaps(some))),
        ("precisie van leemten", lambda some: _percent(measures.gaps(some).precision)),
        ("trefkans van leemten", lambda some: _percent(measures.gaps(some).recall)),
        ("F2 van leemten", lambda some: _percent(measures.gaps(some).f2)),
        ("status precies juist", lambda some: _of(measures.exact(some))),
        ("onderdeel juist", lambda some: _of(measures.elements(some, golds))),
        ("steunt op een juiste plaats", lambda some: _of(measures.places(some, golds))),
        ("uitkomst van het advies juist", lambda some: _of(measures.verdicts(some))),
    ]
    split = _split(texts)
    body = [(label, *(cell(some) for some in split.values())) for label, cell in rows]
    return "## De protocollen zoals ze zijn\n\n" + _table(("", *PARTS.values()), body)


def _true_gaps(cases: Iterable[Case]) -> int:
    return sum(status != "met" for case in cases for status in case.expected.values())


def _mutants(cases: Sequence[Case], texts: Sequence[Case]) -> str:
    some = [case for case in cases if Failure(case.slug, case.variant, "").kind == MUTANT]
    originals = {case.slug: case for case in texts}
    counted = [measures.mutated(part, originals) for part in _split(some).values()]
    body = [
        ("teksten", *(str(len(part)) for part in _split(some).values())),
        ("verandering opgemerkt", *(_of((c.caught, c.changes)) for c in counted)),
        ("nieuwe status precies juist", *(_of((c.exact, c.changes)) for c in counted)),
        ("vals alarm over wat gelijk bleef", *(_of((c.alarms, c.unchanged)) for c in counted)),
    ]
    return (
        "## Veranderde protocollen\n\n"
        "In elk protocol wordt telkens een deel weggehaald, leeggemaakt, tegengesproken of van een andere\n"
        "titel voorzien, ook met een inhoudstafel ervoor die het deel nog noemt.\n\n"
        + _table(("", *PARTS.values()), body)
    )


def _formats(cases: Sequence[Case], texts: Sequence[Case]) -> str:
    originals = {case.slug: case for case in texts}
    body = []
    for name in FORMATS:
        some = [case for case in cases if case.variant == name]
        if some:
            same = [case.found[id_] == originals[case.slug].found[id_] for case in some for id_ in CRITERIA]
            right = measures.exact(some)
            body.append((name.upper(), str(len(some)), _of((sum(same), len(same))), _of(right)))
    if not body:
        return ""
    head = ("", "protocollen", "zelfde status als de tekst", "status precies juist")
    return "## Dezelfde protocollen in een ander formaat\n\n" + _table(head, body)


_DAMAGE = """\
## Beschadigde teksten

Elk protocol, afgesteld en achtergehouden, als platte tekst en daarna op elke manier beschadigd
(`tests/damage.py`, middelmatig, zaad {seed}), hersteld zonder dat het protocol zelf mee in de woordtellingen
zit, en beoordeeld. *Verschil*: hoeveel procentpunten minder of meer statussen precies juist zijn dan op de
gave tekst. *Zelfde status*: als op de gave tekst, juist of fout. De rij *gedrukte regels* heeft geen
schade: alleen lange regels zijn afgebroken, zoals in alle rijen eronder. Hoe goed de woorden zelf
hersteld worden, staat in [accuracy-repair.md](accuracy-repair.md).

"""
_KINDS = {
    damaged.SOUND: "geen",
    damaged.WRAPPED: "gedrukte regels",
    "wide": "spatie na brede letters, echte dubbel",
    "wide-collapsed": "spatie na brede letters",
    "wide-noisy": "spatie na de meeste brede letters",
    "split": "spaties midden in woorden",
    "drop": "weggevallen spaties",
    "letters": "verkeerd gelezen letters",
    "hyphen": "afgebroken met koppelteken",
    "midword": "afgebroken zonder koppelteken",
    "furniture": "kop- en voetregels",
    "artefacts": "ligaturen, zachte koppeltekens",
    "mix": "vijf soorten samen",
}


def harm(cases: Sequence[Case]) -> str:
    """Return the section on damaged texts, one row for each kind."""
    rows = [harm_row(each, cases) for each in damaged.compared(cases)]
    if not rows:
        return ""
    head = (
        *("schade", "status precies juist", "verschil", "streefdoel", "zelfde status"),
        *("precisie van leemten", "trefkans van leemten", "onleesbaar", "geweigerd"),
    )
    return _DAMAGE.format(seed=damaged.SEED) + _table(head, rows)


def harm_row(line: damaged.Compared, cases: Sequence[Case]) -> tuple[str, ...]:
    """Return the cells of one kind of damage."""
    found = measures.gaps(case for case in cases if case.variant == line.kind)
    return (
        _KINDS[line.kind],
        _of((line.right, line.whole)),
        _points(line.points),
        "-" if line.aim is None else f"{_points(-line.aim)} {'gehaald' if line.held else 'niet gehaald'}",
        _of((line.alike, line.whole)),
        _percent(found.precision),
        _percent(found.recall),
        str(line.unreadable),
        str(line.refused),
    )


def _points(value: float) -> str:
    return f"{value:+.1f}".replace("+0.0", "0").replace("-0.0", "0").replace(".", ",")


def _others(strangers: Sequence[tuple[OtherPaper, bool]]) -> str:
    if not strangers:
        return ""
    body = [(paper.slug, paper.kind, "ja" if said else "nee") for paper, said in strangers]
    head = ("stuk", "wat het is", "geweigerd")
    return "## Stukken die geen protocol zijn\n\n" + _table(head, body)


def _baselines(texts: Sequence[Case], baselines: Sequence[tuple[str, Sequence[Case]]]) -> str:
    body = []
    for name, cases in [("protocheck", texts), *baselines]:
        for part, some in _split(cases).items():
            found = measures.gaps(some)
            figures = (_percent(found.precision), _percent(found.recall), _percent(found.f2))
            body.append((name, PARTS[part], *figures))
    return (
        "## Vergeleken met eenvoudig zoeken\n\n"
        "Twee eenvoudige programma's over dezelfde teksten, elk met de drempel die op het afgestelde deel\n"
        "de hoogste F2 geeft: een criterium is in orde wanneer een deel van de tekst genoeg op de titel\n"
        "van het criterium lijkt.\n\n" + _table(("", "deel", "precisie", "trefkans", "F2"), body)
    )


def _criteria(part: str, texts: Sequence[Case], golds: dict[str, Gold]) -> str:
    some = [case for case in texts if case.part == part]
    if not some:
        return ""
    body = []
    for id_ in CRITERIA:
        found = measures.gaps(some, id_)
        body.append(
            (
                id_,
                str(found.right + found.missed),
                *(_percent(each) for each in (found.precision, found.recall, found.f2)),
                _of(measures.exact(some, id_)),
                _of(measures.places(some, golds, id_)),
            )
        )
    head = ("criterium", "leemten", "precisie", "trefkans", "F2", "status juist", "plaats juist")
    return f"## Per criterium, {PARTS[part]} deel\n\n" + _table(head, body)


def _failures(cases: Sequence[Case]) -> str:
    wrong = failures(cases)
    lines = ["## Wat nog fout gaat", ""]
    if not wrong:
        return "\n".join([*lines, "Geen enkel oordeel van deze meting week af.", ""])
    lines.append("Aantal foute oordelen per protocol en per criterium (zie `corpus/known_failures.yaml`).\n")
    told: dict[tuple[str, str], list[str]] = {}
    for (slug, kind, criterion), number in sorted(count(wrong).items()):
        name = "uitkomst" if criterion == VERDICT else criterion
        told.setdefault((slug, kind), []).append(f"{name} ({number})" if number > 1 else name)
    body = [(slug, kind, ", ".join(names)) for (slug, kind), names in told.items()]
    return "\n".join(lines) + "\n" + _table(("protocol", "tekst", "fout"), body)


def _split(cases: Iterable[Case]) -> dict[str, list[Case]]:
    every = list(cases)
    return {part: [case for case in every if case.part == part] for part in PARTS}


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f} %".replace(".", ",")


def _of(counted: tuple[int, int]) -> str:
    part, whole = counted
    return "-" if not whole else f"{_percent(part / whole)} ({part} van {whole})"


def _table(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    rows = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)
