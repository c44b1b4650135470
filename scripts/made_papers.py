"""Papers made up to be hard to read: long tables with repeated heads, rows over pages, lists in cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.documents import Block

_DATA = (
    ("Voornaam en naam", "de aanvrager correct aanspreken en onderscheiden van anderen in hetzelfde gezin"),
    (
        "Rijksregisternummer",
        "zekerheid over de identiteit; zonder dit nummer zijn dubbels niet te vermijden",
    ),
    (
        "Adres van de hoofdverblijfplaats",
        "nagaan of de aanvrager in Duinrode woont op de dag van de aanvraag",
    ),
    ("Datum van inschrijving", "de voorwaarde van één jaar inschrijving nagaan"),
    (
        "Samenstelling van het gezin",
        "het bedrag van de tussenkomst hangt af van het aantal personen ten laste",
    ),
    ("Geboortedatum", "nagaan of een gezinslid minderjarig is"),
    ("Rekeningnummer", "de tussenkomst uitbetalen"),
    ("E-mailadres en telefoonnummer", "de aanvrager bereiken bij een onvolledige aanvraag"),
)
_LONG = (
    "Dit gegeven wordt enkel opgevraagd voor aanvragers die de eerste voorwaarde vervullen. De behandelaar "
    "vergelijkt het met de verklaring van de aanvrager en bewaart alleen het resultaat van die vergelijking. "
    "Bij twijfel krijgt de aanvrager veertien dagen om stukken bij te brengen, waarna de dienst opnieuw "
    "beslist en de gegevens die niet nodig bleken onmiddellijk wist."
)
_LIST = (
    "Enkel in deze gevallen:\n- bij een eerste aanvraag;\n- bij een verhuis binnen de gemeente;\n"
    "- op vraag van de aanvrager zelf."
)


def papers() -> dict[str, list[Block]]:
    """Return the made-up papers by name."""
    return {"lange-tabel": _long_table(), "drie-kolommen": _three_columns()}


def _opening(title: str) -> list[Block]:
    return [
        Block("title", title),
        Block(
            "paragraph",
            "Tussen het bestuur van Duinrode en het agentschap Zeewering wordt overeengekomen wat volgt.¹",
        ),
        Block("footnote", "¹ Zoals goedgekeurd in de zitting van 3 mei 2024 van het vast bureau."),
        Block("heading", "Artikel 1: Onderwerp"),
        Block(
            "paragraph",
            "Dit protocol regelt de mededeling van persoonsgegevens voor de zeeweringspremie. " + _LONG,
        ),
        Block("heading", "Artikel 2: Gegevens"),
        Block("paragraph", "De volgende gegevens worden meegedeeld, elk met de reden waarom ze nodig zijn."),
    ]


def _closing() -> list[Block]:
    return [
        Block("heading", "Artikel 3: Duur"),
        Block("paragraph", "Het protocol geldt voor onbepaalde duur. " + _LONG),
        Block("heading", "Artikel 4: Slot"),
        Block("paragraph", "Opgemaakt te Duinrode op 14 juni 2024 in twee exemplaren."),
        Block(
            "signature",
            rows=[
                ["Voor het bestuur van Duinrode", "Voor het agentschap Zeewering"],
                ["Mieke Vanderzande", "Joris Kwintens"],
                ["algemeen directeur", "administrateur-generaal"],
            ],
        ),
    ]


def _long_table() -> list[Block]:
    rows = [["Gegeven", "Verantwoording"]]
    for number in range(24):
        name, why = _DATA[number % len(_DATA)]
        extra = (_LIST, _LONG, "")[number % 3]
        rows.append([f"{name} ({number + 1})", f"{why}.\n{extra}".strip()])
    return [
        *_opening("PROTOCOL VOOR DE MEDEDELING VAN GEGEVENS OVER DE ZEEWERINGSPREMIE"),
        Block("table", rows=rows),
        *_closing(),
    ]


def _three_columns() -> list[Block]:
    rows = [["Gegeven", "Bron", "Bewaartermijn"]]
    for number in range(30):
        name, why = _DATA[number % len(_DATA)]
        rows.append(
            [
                f"{number + 1}. {name}",
                f"het register van {why.split()[-1]}",
                f"{number % 9 + 2} jaar na de laatste betaling",
            ]
        )
    return [
        *_opening("PROTOCOL TUSSEN HET BESTUUR VAN DUINRODE EN HET AGENTSCHAP ZEEWERING"),
        Block("table", rows=rows),
        *_closing(),
    ]


def finish_word(path: Path, tracking: float) -> None:
    """Let the head of each table come back on every page, and space the letters of a Word file."""
    from docx import Document  # noqa: PLC0415 - heavy
    from docx.oxml import parse_xml  # noqa: PLC0415 - heavy
    from docx.oxml.ns import nsdecls  # noqa: PLC0415 - heavy

    document = Document(str(path))
    for table in document.tables:
        if table.style is not None and table.style.name == "Table Grid":
            head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no public door
            head.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    if tracking:
        style = document.styles["Normal"]
        twentieths = round(tracking * 11 * 20)
        style.element.get_or_add_rPr().append(parse_xml(f'<w:spacing {nsdecls("w")} w:val="{twentieths}"/>'))
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            _shrink(relation.target_part)
    document.save(str(path))


def _shrink(notes: Any) -> None:
    """Set footnotes as Word does: small, with a raised number."""
    small = b'<w:rPr>%s<w:sz w:val="18"/></w:rPr>'
    raised = small % b'<w:vertAlign w:val="superscript"/>'
    blob = notes.blob.replace(b"<w:footnoteRef/>", raised + b"<w:footnoteRef/>")
    text = blob.replace(b"<w:r><w:t ", b"<w:r>" + small % b"" + b"<w:t ")
    notes._blob = text  # noqa: SLF001 - the library has no public door to it
