"""Parties given as a table: one row a party, one column a party, or labels and values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocheck.facts import addresses, kbo, names, party_bodies, party_clause, party_details, persons
from protocheck.facts.grids import Grid
from protocheck.facts.party_clause import Draft
from protocheck.facts.reading import Reading
from protocheck.model.facts import PartyRole
from protocheck.model.geometry import Span
from protocheck.regex import lazy

# What a label says its cells hold.
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("kbo", lazy(r"\bkbo|ondernemingsn|kruispuntbank|btw|^(?:identificatie)?nummer$")),
    ("function", lazy(r"^functie(?! *naris)")),
    (
        "representative",
        lazy(
            r"vertegenwoordig|ondertekenaar|^namens|treed(?:t|en) op|optre(?:edt|den)\b|\bhandel(?:t|en)\b"
            r"|teken(?:t|en|bevoegd\w{0,2})\b|\bverbind(?:t|en)\b|gebonden door|verbonden door"
            r"|gemachtigde?\b|gevolmachtigde?\b|mandataris|bevoegde (?:persoon|orgaan)|in de persoon van"
            r"|^voor (?:de|het|ons)\b|^door wie\b"
        ),
    ),
    ("town", lazy(r"^(?:postcode|postnummer|gemeente en postcode|woonplaats|plaats$)")),
    ("seat", lazy(r"^straat\b|\bzetel|^waar$|\badres(?!sen)|gevestigd|vestiging")),
    ("role", lazy(r"^rol\b|hoedanigheid")),
    ("short", lazy(r"afkorting|verkort|hierna|korte naam")),
    (
        "contact",
        lazy(r"dpo|functionaris|\bfg\b|data protection|gegevensbescherming|contact|e-?mail|telefoon|website"),
    ),
    (
        "name",
        lazy(
            r"^(?:officiële |volledige |juridische |exacte |statutaire )?(?:naam|benaming|partij|partijen"
            r"|instantie|organisatie"
            r"|instelling|wie\b(?! (?:onder)?tek)|verwerkingsverantwoordelijken?|bestuur|entiteit"
            r"|rechtspersoon"
            r"|overheid|voluit)\b"
        ),
    ),
)
# Lines of a form are numbered: '1.2 Zetel', 'b) Zetel'.
_NUMBER = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)°]?|\(?[a-z\d]{1,2}[.)])\s{1,4}(?=\S)")
_ROLE_LABEL = lazy(
    r"(?:\bbron\b|^wie\b|meede[el]|mededel|verstrek|verzend|ontvang|aanvrag|zender|leverancier|afnemer"
    r"|partij (?:1|2|3|a|b|c)\b|verwerkingsverantwoordelijke)"
)
_SENDS = lazy(r"\b(?:verstrekt|levert|bezorgt|deelt mee|stuurt|geeft|bron|zendt|verzendt)\b")
_GETS = lazy(r"\b(?:ontvangt|krijgt|gebruikt|raadpleegt|vraagt op|afnemer|bestemmeling)\b")
# One cell that holds all: 'Naam, rechtsvorm en zetel', 'Naam en ondernemingsnummer'.
_NAME_AND_MORE = lazy(
    r"(?:(?:officiële|volledige|juridische) )?(?:naam|benaming)(?:,| en| met|/| \+)[^@]{0,30}"
    r"\b(?:adres|(?:maatschappelijke )?zetel|kbo\S*|ondernemingsnummer|nummer)$"
)
# What stands above the answers of a form, and names nobody.
_ANSWERS = lazy(
    r"(?:antwoord|gegevens?|inhoud|waarde|toelichting|omschrijving|beschrijving|in te vullen|ingevuld"
    r"|invulveld"
    r"|details?|informatie|identificatie)\w{0,3}$"
)
_DETAILS = frozenset({"kbo", "seat", "representative"})


def drafts(reading: Reading, tables: Sequence[Grid]) -> tuple[Draft, ...]:
    """Return the parties of the table that says most of them, or of a table for each."""
    found = [each for each in (_of_grid(reading, grid) for grid in tables) if each]
    alone = _apart([each[0] for each in found if len(each) == 1])
    return max((*found, alone), key=_told, default=())


def _of_grid(reading: Reading, grid: Grid) -> tuple[Draft, ...]:
    """Return the parties that one table names, whichever way it lies."""
    for rows in (grid.rows, _turned(grid.rows)):
        found = tuple(_by_header(reading, rows))
        if found:
            return tuple(_with_heading(reading, found))
    found = tuple(_by_column(reading, grid.rows))
    return found if len(found) > 1 else ()


def _with_heading(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the parties; the only one of a table has the role that the heading above it names."""
    for draft in found:
        heads = [part.heading for part in reading.parts if draft.span.start in part.span]
        role = party_clause.role_in(heads[-1].lower()) if heads and len(found) == 1 else "unknown"
        yield replace(draft, role=role) if draft.role == "unknown" else draft


def _apart(found: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the parties that have a table each, every one once."""
    sound = [draft for draft in found if draft.details and _is_sound(draft)]
    first = {party_bodies.key_of(draft.name): draft for draft in reversed(sound)}
    return tuple(sorted(first.values(), key=lambda draft: draft.span.start))


def _told(found: Sequence[Draft]) -> int:
    """Return how much a table says of bodies: names that none can bear count for nothing."""
    return sum(1 + draft.details for draft in found if _is_sound(draft))


def _is_sound(draft: Draft) -> bool:
    return party_bodies.looks_like_body(draft.name.split(",")[0].strip())


def _by_column(reading: Reading, rows: tuple[tuple[Span, ...], ...]) -> Iterator[Draft]:
    """Read a table that gives each party a column, without labels: only the roles stand above."""
    if len(rows) < 2 or not all(_ROLE_LABEL.search(cell.of(reading.low)) for cell in rows[0]):  # noqa: PLR2004 - roles, parties
        return
    for column in _turned(rows):
        head, *cells = column
        names_of = [cell for cell in cells if party_bodies.looks_like_body(reading.printed(cell))]
        if not names_of:
            continue
        base = Draft(names.bare(reading.printed(names_of[0])), names_of[0])
        base = replace(base, role=party_clause.role_in(head.of(reading.low)))
        draft = _filled(reading, base, {}, tuple(cells))
        people = tuple(each for cell in cells for each in party_details.represented(reading, cell))
        span = Span(min(c.start for c in column), max(c.end for c in column))
        yield replace(draft, representatives=people, span=span)


def _turned(rows: tuple[tuple[Span, ...], ...]) -> tuple[tuple[Span, ...], ...]:
    """Swap rows and columns, for tables whose labels stand in the first column."""
    width = max(map(len, rows), default=0)
    if rows and len(rows[0]) == width - 1:
        # The corner above the labels is empty, and some readers leave it out.
        corner = Span(rows[0][0].start, rows[0][0].start)
        rows = ((corner, *rows[0]), *rows[1:])
    if any(len(row) != width for row in rows):
        rows = tuple(row for row in rows if len(row) == width)
    return tuple(zip(*rows, strict=True)) if rows else ()


def _by_header(reading: Reading, rows: tuple[tuple[Span, ...], ...]) -> Iterator[Draft]:
    """Read a table whose first row holds the labels."""
    if len(rows) < 2:  # noqa: PLR2004 - a header and a party
        return
    labels = [label_of(cell.of(reading.low)) for cell in rows[0]]
    if not _DETAILS & set(labels):
        return
    if "name" not in labels:
        if labels[0] not in {"", "role"}:
            return
        labels[0] = "name"
    elif not labels[0] or (labels[0] == "name" and labels.count("name") > 1):
        labels[0] = "column"  # 'Partij' above 'Naam': the cells say which party, in one word
    for row in rows[1:]:
        draft = _row(reading, labels, row)
        if draft is not None:
            yield draft


def label_of(low: str) -> str:
    """Return what a label says its cells hold; empty when it is none of a party."""
    text = " ".join(low.split()).strip(" :*")
    number = _NUMBER.match(text)
    text = text[number.end() :] if number else text
    if _NAME_AND_MORE.match(text):
        return "name"
    return next((label for label, pattern in _LABELS if pattern.search(text)), "")


def _row(reading: Reading, labels: list[str], row: tuple[Span, ...]) -> Draft | None:
    cells: dict[str, Span] = {}
    for label, cell in zip(labels, row, strict=False):
        if label and len(cell) and label not in cells:
            cells[label] = cell
    if "name" not in cells:
        return None
    span = Span(min(c.start for c in row), max(c.end for c in row))
    parsed = party_clause.parse(reading, cells["name"])
    base = parsed[0] if parsed else _plain(reading, cells["name"])
    if base is None:
        return None
    return replace(_filled(reading, base, cells, row), span=span)


def _plain(reading: Reading, cell: Span) -> Draft | None:
    text = names.bare(reading.printed(cell))
    capital = text[:1].isupper() or reading.printed(cell)[:1].isupper()
    if not text or _ROLE_LABEL.search(text.lower()) or not capital or names.is_generic(text):
        return None
    return Draft(text, cell)


def _filled(reading: Reading, draft: Draft, cells: dict[str, Span], row: tuple[Span, ...]) -> Draft:
    draft = _numbered(reading, draft, cells, row)
    if "seat" in cells:
        places = [reading.printed(cells[label]) for label in ("seat", "town") if label in cells]
        draft = replace(draft, seat=", ".join(place for place in places if "@" not in place))
    elif not draft.seat:
        found = next((a for c in row for a in addresses.find(reading.flat, c)), None)
        draft = replace(draft, seat=reading.printed(found) if found else "")
    if "representative" in cells:
        people = persons.people(reading, cells["representative"])
        if len(people) == 1 and not people[0].function and "function" in cells:
            people = (replace(people[0], function=reading.printed(cells["function"])),)
        draft = replace(draft, representatives=people)
    column = cells["column"].of(reading.low) if "column" in cells else ""
    if column and not _ROLE_LABEL.search(column) and not _ANSWERS.match(column.strip()):
        draft = replace(draft, short=reading.printed(cells["column"]))
    if "short" in cells:
        draft = replace(draft, short=reading.printed(cells["short"]).strip("“”\"' "))
    said = " ".join(cells[label].of(reading.low) for label in ("role", "column") if label in cells)
    role = party_clause.role_in(said) if party_clause.role_in(said) != "unknown" else _role_of_verb(said)
    return replace(draft, role=role if role != "unknown" else draft.role)


def _numbered(reading: Reading, draft: Draft, cells: dict[str, Span], row: tuple[Span, ...]) -> Draft:
    """Add the enterprise number: of the cell that says so, else of any cell of the row."""
    number = None
    if "kbo" in cells:
        number = next(kbo.find("kbo " + cells["kbo"].of(reading.low), Span(0, len(cells["kbo"]) + 4)), None)
    elif not draft.kbo:
        number = next((n for c in row for n in kbo.find(reading.low, c)), None)
    return draft if number is None else replace(draft, kbo=number.digits, kbo_valid=number.valid)


def _role_of_verb(low: str) -> PartyRole:
    """Read a cell that says what a party does: 'verstrekt', 'ontvangt', 'bron'."""
    sends, gets = _SENDS.search(low) is not None, _GETS.search(low) is not None
    if sends and gets:
        return "both"
    return "sender" if sends else "receiver" if gets else "unknown"
