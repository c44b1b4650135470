"""Every file that a hostile or unlucky sender could hand in: `python -m tests.hostile FOLDER` writes them.

Each is read or refused, within the bounds; `tests/unit/ingest/test_ingest_hostile_files.py` looks.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests import hostile_packages as packages
from tests import hostile_pdf as pdfs


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file, and what must come of it: a refusal that says so, the text, or either of both."""

    name: str
    make: Callable[[], bytes]
    ends: Literal["refused", "read", "either"] = "refused"
    says: str = ""
    key: str = ""


def _of(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def _lock(user: str, revision: Literal[3, 6]) -> Callable[[], bytes]:
    return lambda: pdfs.locked(user=user, owner="baas", revision=revision)


def _entities(kind: str, declared: str, used: str) -> Callable[[], bytes]:
    prologue = f"<!DOCTYPE x [{declared}]>"
    if kind == "odt":
        return lambda: packages.odt(f"<text:p>{used}</text:p>", prologue)
    return lambda: packages.word(packages.paragraph(used), prologue)


def _cut(share: float) -> Callable[[], bytes]:
    return lambda: pdfs.sound()[: int(len(pdfs.sound()) * share)]


FILES = (
    Hostile("niets.pdf", _of(b""), says="is leeg"),
    Hostile("niets.docx", _of(b""), says="is leeg"),
    Hostile("webpagina.pdf", _of(b"<!doctype html><html><body><p>Niet gevonden</p></body></html>"), "read"),
    Hostile("afgekapt.pdf", _cut(0.6), "either"),
    Hostile("bijna-heel.pdf", _cut(0.97), "either"),
    Hostile("omgeklapte-bytes.pdf", pdfs.flipped, "either"),
    Hostile("kop-alleen.pdf", _of(b"%PDF-1.7\n"), says="beschadigd"),
    Hostile("valse-xref.pdf", lambda: pdfs.sound().replace(b"startxref\n", b"startxref\n9"), "read"),
    Hostile("rommel-vooraf.pdf", lambda: b"rommel " * 100 + b"\n" + pdfs.sound(), "read"),
    Hostile("inhoudsbom.pdf", pdfs.content_bomb, says="meer dan 128 MB"),
    Hostile("formulieren-in-formulieren.pdf", pdfs.nested_forms),
    Hostile("diepe-boom.pdf", pdfs.deep_tree),
    Hostile("vijftigduizend-bladzijden.pdf", pdfs.many_pages, says="te veel pagina's"),
    Hostile("boom-in-zichzelf.pdf", pdfs.looping_tree),
    Hostile("reuzenafbeelding.pdf", pdfs.vast_image),
    Hostile("geperste-afbeelding.pdf", pdfs.packed_image),
    Hostile("reuzenbladzijde.pdf", pdfs.giant_page),
    Hostile("lege-lijnen.pdf", pdfs.only_rules),
    Hostile("slot.pdf", _lock("geheim", 6), says="beveiligd met een wachtwoord"),
    Hostile("slot-fout.pdf", _lock("geheim", 6), says="opent", key="mis"),
    Hostile("slot-open-aes.pdf", _lock("geheim", 6), "read", key="geheim"),
    Hostile("slot-open-rc4.pdf", _lock("geheim", 3), "read", key="geheim"),
    Hostile("slot-eigenaar-rc4.pdf", _lock("", 3), "read"),
    Hostile("slot-eigenaar-aes.pdf", _lock("", 6), "read"),
    Hostile("zipbom.docx", lambda: packages.zip_bomb("docx")),
    Hostile("liegende-zip.docx", packages.lying_zip),
    Hostile("entiteiten.docx", _entities("docx", packages.LAUGHS, "&a9;")),
    Hostile("van-buiten.docx", _entities("docx", packages.LOOK_UP, "&buiten;")),
    Hostile("diepe-xml.docx", packages.deep_xml),
    Hostile("diepe-tabellen.docx", packages.deep_tables, "either"),
    Hostile("veel-onderdelen.docx", packages.many_entries),
    Hostile("veel-alineas.docx", packages.many_paragraphs, says="te veel alinea's"),
    Hostile("ontsnapping.docx", packages.zip_slip, "read"),
    Hostile("geen-word.docx", lambda: packages.package(brief__txt="hallo"), says="gecomprimeerde map"),
    Hostile("half.docx", lambda: packages.word(packages.paragraph("Artikel 1"))[:300]),
    Hostile("leugen.docx", _of(b"PK\x03\x04" + bytes(400))),
    Hostile("zipbom.odt", lambda: packages.zip_bomb("odt")),
    Hostile("entiteiten.odt", _entities("odt", packages.LAUGHS, "&a9;")),
    Hostile("van-buiten.odt", _entities("odt", packages.LOOK_UP, "&buiten;")),
    Hostile("diepe-xml.odt", lambda: packages.odt("<text:section>" * 50_000 + "</text:section>" * 50_000)),
    Hostile("diep.html", packages.deep_html),
    Hostile("een-regel.txt", packages.one_line, says="op één regel"),
    Hostile("nulbytes.txt", _of(b"Artikel 1\x00 Onderwerp\n" * 2_000), "either"),
    Hostile("nullen.txt", _of(bytes(100_000))),
    Hostile("miljoen-regels.txt", _of(b"a\n" * 900_000), says="te veel regels"),
    Hostile("tabs.md", _of(b"a\t" * 500_000), says="op één regel"),
)  # fmt: skip


def main(folder: Path) -> None:
    """Write them all."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in FILES:
        (folder / each.name).write_bytes(each.make())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
