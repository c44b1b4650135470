"""Data given as a table or as lines 'Gegeven 1 ...', 'Verantwoording ...'."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from protocheck.facts import data_lists
from protocheck.facts.grids import Grid
from protocheck.facts.headings import sections
from protocheck.facts.reading import Reading
from protocheck.model.facts import DataItem
from protocheck.model.geometry import Span
from protocheck.regex import lazy

Label = Literal["name", "why", "long", "more", ""]

_COLUMN: tuple[tuple[Label, re.Pattern[str]], ...] = (
    ("long", lazy(r"\bbewaar|\bbewaring|retentie|vernietig|hoe ?lang|gewist|wissen|\btermijn")),
    (
        "why",
        lazy(
            r"verantwoording|proportional|noodza|motivering|rechtvaardiging|\breden\b|waarom|waartoe"
            r"|waarvoor|\bnut\b"
            r"|\bmotief|aanleiding|verklaring|uitleg|toelichting op|bedoeling|\bdien(?:t|en) (?:om|voor"
            r"|tot)|functie van"
            r"|relevan|\bbelang\b|pertinen|ter zake|finaliteit|\bdoel|\bnodig\b|reden van|gebruik"
            r"|^\W*(?:omdat|want|opdat|zodat|aangezien|vermits|doordat|teneinde|om(?: te)?|zonder|anders)\W*$"
        ),
    ),
    (
        "name",
        lazy(
            r"gegeven|\bdata\b|attribuut|\bveld\b|\bvelden\b|omschrijving|\bcategorie|\bcluster|\belement"
            r"|rubriek|\binhoud|\bkolom|\binlichting|\binformatie\b|^wat\b|kenmerk|\bitem"
        ),
    ),
)
_NO_NAME = lazy(
    r"\bbron\b|ontvanger|frequentie|periodiciteit|betrokkene|bijzondere|gevoelig|type|formaat|nr\.?$"
    r"|functionaris|verwerking"
)
_LABEL = lazy(
    r"(?P<name>(?:persoons)?gegevens?(?:cluster|categorie|groep|element)?s?(?: +(?:nr\.? *)?(?:\d{1,3}"
    r"|[a-h])\b|(?= *[:\t\n]|$))|(?:cluster|categorie) (?:\d{1,2}|[a-h])\b)"
    r"|(?P<why>(?:waarom(?: (?:is (?:dat|dit) )?nodig)?|waarvoor(?: nodig)?|noodzaak|nodig (?:om|voor"
    r"|omdat)"
    r"|nut|verantwoording|motivering|noodzakelijkheid|rechtvaardiging|reden)(?: {1,4}(?:van"
    r"|voor) (?:de|het))?(?: {1,4}(?:proportionaliteit|noodzaak|gegeven|noodzakelijkheid))?(?! (?:van"
    r"|voor)\b))"
    r"|(?P<more>proportionaliteit(?:sbeginsel|stoets)?)"
    r"|(?P<long>(?:bewaar(?:termijn|periode|duur)|bewaring|hoe ?lang bewaard"
    r"|(?:termijn|hoe ?lang)(?= *:|  ))(?: van (?:de|het) gegevens?)?)"
)
_LINE_LABEL = lazy(rf"(?:^|\n) *(?:{_LABEL.pattern}) *(?P<colon>[:.\u2013-]?) *")
# 'Gegeven 3', '3.': the rank of a datum, in a column of its own.
_RANK = lazy(r"(?:(?:gegevens?|veld|cluster|categorie|groep|item|nr\.?|#) *)?(?:\d{1,3}|[a-h])[.)\u00b0]*")
# More than one sentence, of which one says that something is left out, is no name.
_TOLD = lazy(r"[.;] +\S(?:.*\b(?:niet|geen|nooit|buiten|evenmin|weg)\b)", re.DOTALL)
_SAME = lazy(r"^(?:idem|id\.|zie (?:hier)?boven|\"|zelfde|''|ibidem)\W*$")
_EMPTY = lazy(r"^(?:[\s.\u2026_-]*|n\.?v\.?t\.?|\[[^\]]*\]|nader te bepalen\.?)$")
_REASON = lazy(
    r"\b(?:om|ter|teneinde|noodzakelijk|nodig|voor|zodat|opdat|identificatie|bepalen|controle|vereist)\b"
)


@dataclass(slots=True)
class _Building:
    """The item that rows are being added to."""

    name: Span
    why: Span | None = None
    long: Span | None = None


def items(reading: Reading, tables: Sequence[Grid]) -> tuple[DataItem, ...]:
    """Return the data of all tables that list data."""
    vertical = _vertical(
        reading, [row for grid in tables if not _has_columns(reading, grid) for row in grid.rows]
    )
    if vertical:
        return vertical
    headed = tuple(item for grid in tables for item in _headed(reading, grid))
    return headed or _bare(reading, tables)


def labelled(reading: Reading) -> tuple[DataItem, ...]:
    """Return the data of lines that start with a label, as a scanned table comes out."""
    headings = {part.heading_span.start: part.heading_span.end for part in reading.parts if part.heading_span}
    found = [
        match
        for match in _LINE_LABEL.finditer(reading.low)
        if match.group("colon") or not _heads(match, headings)
    ]
    names = sum(match.group("name") is not None for match in found)
    if not names or (names < 2 and not any(m.group("why") for m in found)):  # noqa: PLR2004 - one label alone may be a heading
        return ()
    beside = any(m.group("why") and m.group("colon") and _beside(reading, m) for m in found)
    rows: list[tuple[Label, Span]] = []
    for match, after in zip_longest(found, found[1:]):
        end = after.start() if after else len(reading.low)
        left = beside and match.group("why") and match.group("colon") and not _beside(reading, match)
        value = _value(reading, Span(match.end(), match.end() if left else max(match.end(), end)))
        if match.group("name") is None or not _TOLD.search(value.of(reading.low)):
            rows.append((_kind(match), value))
    return tuple(item if item.justification else _parted(reading, item) for item in _built(reading, rows))


def _heads(match: re.Match[str], headings: Mapping[int, int]) -> bool:
    """Tell whether a label is all that a heading holds: 'GEGEVENS', and further on 'NOODZAAK'."""
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    label = match.group().strip()
    return headings.get(start) == start + len(label) and not label[-1].isdigit()


def _beside(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether something stands behind a label on its own line."""
    return reading.low[match.end() : match.end() + 1].strip() != ""


def _parted(reading: Reading, item: DataItem) -> DataItem:
    """Take the reason out of a value that holds it: 'Categorie A: adres, vereist om ...'."""
    name, why = data_lists.parted(reading, item.span)
    if why is None or not len(name):
        return item
    return replace(
        item,
        name=reading.printed(name),
        span=name,
        justification=reading.printed(why),
        justification_span=why,
    )


def _value(reading: Reading, span: Span) -> Span:
    """Return the first paragraph after a label; the lines below it are no longer the value."""
    first = next(reading.lines(span), Span(span.start, span.start))
    near = reading.low.count("\n", span.start, first.start) <= 1
    return reading.trim(first, " \t\n:;") if near else Span(span.start, span.start)


def _vertical(reading: Reading, rows: list[tuple[Span, ...]]) -> tuple[DataItem, ...]:
    """Read tables with 'Gegeven 1' and 'Verantwoording' in the first column."""
    labelled_rows: list[tuple[Label, Span]] = []
    for row in rows:
        cells = [cell for cell in row if len(cell)]
        match = _LABEL.match(reading.low, cells[0].start, cells[0].end) if cells else None
        if _heads_columns(reading, cells):
            continue
        if match is not None and len(cells) > 1:
            labelled_rows.append((_kind(match), _joined(cells[1:])))
        elif match is not None and match.end() < cells[0].end - 3:
            labelled_rows.append((_kind(match), reading.trim(Span(match.end(), cells[0].end))))
    kinds = [kind for kind, _ in labelled_rows]
    if "name" not in kinds or ("why" not in kinds and kinds.count("name") < 2):  # noqa: PLR2004 - the same
        return ()
    if kinds[:2] in (["name"], []) or (kinds.count("name") == 1 and kinds[0] != "name"):
        return ()
    return _built(reading, labelled_rows)


def _heads_columns(reading: Reading, cells: Sequence[Span]) -> bool:
    """Tell whether a row only says what stands below it: 'Gegeven | Reden'."""
    found = [_LABEL.fullmatch(reading.low, each.start, each.end) for each in map(reading.trim, cells)]
    return len(found) > 1 and all(found)


def _kind(match: re.Match[str]) -> Label:
    return next(kind for kind in ("name", "why", "more", "long") if match.group(kind) is not None)


def _built(reading: Reading, rows: list[tuple[Label, Span]]) -> tuple[DataItem, ...]:
    building: list[_Building] = []
    for kind, value in rows:
        filled = len(value) > 0 and not _EMPTY.match(value.of(reading.low))
        if kind == "name":
            if filled:
                building.append(_Building(value))
        elif building and filled:
            current = building[-1]
            if kind == "long":
                current.long = current.long or value
            elif current.why is None:
                current.why = value
    return tuple(_item(reading, each) for each in building)


def _item(reading: Reading, built: _Building) -> DataItem:
    name = reading.trim(built.name)
    return DataItem(
        name=reading.printed(name),
        span=name,
        justification=reading.printed(built.why) if built.why else "",
        justification_span=built.why,
        retention=reading.printed(built.long) if built.long else "",
        retention_span=built.long,
    )


def _headed(reading: Reading, grid: Grid) -> tuple[DataItem, ...]:
    """Read a table whose first row says what the columns hold, in any order."""
    if len(grid.rows) < 2:  # noqa: PLR2004 - a header and an item
        return ()
    labels = _columns([" ".join(cell.of(reading.low).split()) for cell in grid.rows[0]])
    inside = _in_data_section(reading, grid)
    if "name" not in labels and inside and labels[0] == "" and {"why", "long"} & set(labels):
        labels[0] = "name"
    if "name" not in labels or not ({"why", "long"} & set(labels) or inside):
        return ()
    labels = _named_beside(reading, grid, labels)
    found: list[DataItem] = []
    for row in grid.rows[1:]:
        cells = dict(zip(labels, row, strict=False))
        name = cells.get("name", Span(0, 0))
        if not len(name) or _EMPTY.match(name.of(reading.low)):
            continue
        built = _item(
            reading, _Building(name, _cell(reading, cells.get("why")), _cell(reading, cells.get("long")))
        )
        found.append(_inherited(reading, built, cells, found[-1] if found else None))
    return tuple(found)


def _has_columns(reading: Reading, grid: Grid) -> bool:
    """Tell whether the first row heads columns, so that 'Gegeven 1' before a row is but its rank."""
    heads = [" ".join(cell.of(reading.low).split()) for cell in grid.rows[0]] if grid.rows else []
    if len(heads) <= 2 or _RANK.fullmatch(heads[0]):  # noqa: PLR2004 - a label and its value
        return False
    return bool({"why", "long"} & set(_columns(heads[1:])))


def _named_beside(reading: Reading, grid: Grid, labels: list[Label]) -> list[Label]:
    """Move the name to the next column where its own holds only ranks: 'Gegeven 1', 'Gegeven 2'."""
    at = labels.index("name")
    ranks = [row[at].of(reading.low).strip() for row in grid.rows[1:] if at < len(row)]
    if labels[at + 1 : at + 2] != [""] or not all(map(_RANK.fullmatch, ranks)):
        return labels
    return [*labels[:at], "", "name", *labels[at + 2 :]]


def _columns(headers: list[str]) -> list[Label]:
    """Give each column its label; of several that may hold the name, the one that says 'gegeven'."""
    labels: list[Label] = []
    for header in headers:
        label: Label = next((kind for kind, pattern in _COLUMN if pattern.search(header)), "")
        if label == "why" and header.startswith(("gegeven", "persoonsgegeven")):
            label = "name"
        labels.append("" if label == "name" and _NO_NAME.search(header) else label)
    for kind in ("name", "why", "long"):
        places = [i for i, label in enumerate(labels) if label == kind]
        words = "gegeven" if kind == "name" else "verantwoording" if kind == "why" else "bewaar"
        best = next((i for i in places if words in headers[i]), places[0] if places else -1)
        labels = ["" if label == kind and i != best else label for i, label in enumerate(labels)]
    return labels


def _cell(reading: Reading, cell: Span | None) -> Span | None:
    if cell is None or not len(cell):
        return None
    text = cell.of(reading.low).strip()
    return None if _EMPTY.match(text) or _SAME.match(text) else cell


def _inherited(
    reading: Reading, item: DataItem, cells: dict[Label, Span], above: DataItem | None
) -> DataItem:
    """Take over what the row above says where a cell is merged with it or says 'idem'."""
    if above is None:
        return item
    if not item.justification and "why" in cells and _repeats(reading, cells["why"]):
        item = replace(item, justification=above.justification, justification_span=above.justification_span)
    if not item.retention and "long" in cells and _repeats(reading, cells["long"]):
        item = replace(item, retention=above.retention, retention_span=above.retention_span)
    return item


def _repeats(reading: Reading, cell: Span) -> bool:
    return _SAME.match(cell.of(reading.low).strip()) is not None


def _bare(reading: Reading, tables: Sequence[Grid]) -> tuple[DataItem, ...]:
    """Read a table without header in the article on data: name first, then the reason."""
    found = []
    for grid in tables:
        if not _in_data_section(reading, grid):
            continue
        for row in grid.rows:
            cells = [cell for cell in row if len(cell)]
            if (
                len(cells) > 1
                and _REASON.search(cells[1].of(reading.low))
                and not _LABEL.match(reading.low, cells[0].start, cells[0].end)
            ):
                found.append(_item(reading, _Building(cells[0], cells[1])))
    return tuple(found)


def _in_data_section(reading: Reading, grid: Grid) -> bool:
    return any(grid.span in section for section in sections(reading, "data"))


def _joined(cells: list[Span]) -> Span:
    return Span(cells[0].start, cells[-1].end)
