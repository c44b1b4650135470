"""Small PDF files of a few kilobytes, each with one trouble, that are kept in corpus/voorbeelden."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from scripts.spacing_damage import DAMAGES, damage, instructions

PASSWORD, OWNER = "geheim", "beheerder"
SIZE, PITCH = 11.0, 15.0
TITLE = "PROTOCOL VOOR DE MEDEDELING VAN PERSOONSGEGEVENS"
LINES = (
    "Tussen de gemeente Duinrode en het agentschap Zeewering wordt overeengekomen wat volgt.",
    "Artikel 1: Onderwerp",
    "Dit protocol regelt de mededeling van gegevens over de woningen aan de waterkant, met het oog",
    "op de premie voor wie zijn woning tegen overstroming beveiligt. Wie de premie aanvraagt, woont",
    "er op het ogenblik van de aanvraag en heeft nog geen andere tussenkomst ontvangen.",
    "Artikel 2: Gegevens",
    "Meegedeeld worden de naam, het adres, het rijksregisternummer en de datum van inschrijving van",
    "de aanvrager. De gemeente gebruikt ze alleen om na te gaan of hij aan de voorwaarden voldoet en",
    "geeft ze aan niemand anders door. Zij wist ze zodra over de premie beslist is.",
    "Artikel 3: Duur",
    "Het protocol geldt voor onbepaalde duur. Wie het wil opzeggen, doet dat zes maanden vooraf met",
    "een aangetekende brief aan de andere partij. Bij een inbreuk mag de mededeling meteen stoppen.",
    "Artikel 4: Slot",
    "Opgemaakt te Duinrode op 14 juni 2024, in zoveel exemplaren als er partijen zijn.",
)


_IDENTITY = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Wrong def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <20> <7E> <0020> endbfrange endcmap end end
"""


def write_all(folder: Path) -> list[Path]:
    """Write every file; what cannot be the same twice (a random key) only when it is not there yet."""
    plain = folder / "gaaf.pdf"
    plain.write_bytes(_clean(LINES))
    made = [plain, *(damage(plain, folder / f"spatiëring-{kind}.pdf", kind) for kind in DAMAGES)]
    makers: dict[str, Callable[[Path, Path], None]] = {
        "spatiëring-letter-spaced.pdf": _spaced,
        "zonder-unicode.pdf": _unmapped,
        "beeld-met-onzin.pdf": _pictured,
        "twee-kolommen.pdf": _two_columns,
        "ondertekend.pdf": _signed,
        "wachtwoord-gebruiker.pdf": _locked(PASSWORD, 4),
        "wachtwoord-eigenaar.pdf": _locked("", 4),
        "wachtwoord-aes256.pdf": _locked(PASSWORD, 6),
    }
    for name, maker in makers.items():
        target = folder / name
        if not (name.startswith("wachtwoord") and target.exists()):
            maker(plain, target)
        made.append(target)
    return made


def _page(draw: Callable[[Canvas], None]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    draw(canvas)
    canvas.save()
    with pikepdf.open(io.BytesIO(stream.getvalue())) as pdf:
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                _declare(font)
        result = io.BytesIO()
        pdf.save(result, deterministic_id=True)
    return result.getvalue()


def _declare(font: pikepdf.Object) -> None:
    """Give a standard font the widths that every reader knows, so that they can be damaged."""
    name = str(font.BaseFont).lstrip("/")
    signs = [bytes([code]).decode("cp1252", "replace") for code in range(32, 256)]
    font.FirstChar, font.LastChar = 32, 255
    font.Widths = pikepdf.Array([round(pdfmetrics.stringWidth(sign, name, 1000)) for sign in signs])


def _clean(lines: tuple[str, ...], tracking: float = 0.0) -> bytes:
    def draw(canvas: Canvas) -> None:
        pen = canvas.beginText(60, 770)
        pen.setCharSpace(tracking * SIZE)
        pen.setLeading(PITCH)
        pen.setFont("Helvetica-Bold", SIZE)
        pen.textLine(TITLE)
        for line in lines:
            pen.setFont(
                "Helvetica-Bold" if line.startswith("Artikel") else "Helvetica", SIZE * (1 - 2 * tracking)
            )
            pen.textLine(line)
        canvas.drawText(pen)

    return _page(draw)


def _spaced(_: Path, target: Path) -> None:
    target.write_bytes(_clean(LINES, tracking=0.12))


def _unmapped(plain: Path, target: Path) -> None:
    """Write each letter as the third one after it, which the file says it is; what is drawn is right."""
    shifted = {code: code + 3 for code in range(0x21, 0x7B)}
    with pikepdf.open(plain) as pdf:
        page = pdf.pages[0]
        rewritten = []
        for operands, operator in instructions(page):
            parts = [
                pikepdf.String(bytes(shifted.get(code, code) for code in bytes(part)))
                if isinstance(part, pikepdf.String)
                else part
                for part in operands
            ]
            rewritten.append((parts, operator))
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(rewritten))
        for font in page.resources.Font.values():
            _redraw(font, shifted)
            font.ToUnicode = pdf.make_stream(_IDENTITY)
        pdf.save(target, deterministic_id=True)


def _redraw(font: pikepdf.Object, shifted: dict[int, int]) -> None:
    from reportlab.pdfbase._fontdata import encodings  # noqa: PLC0415 - only needed here

    names = encodings["WinAnsiEncoding"]
    differences = [
        part for code, to in shifted.items() for part in (to, pikepdf.Name(f"/{names[code] or 'space'}"))
    ]
    font.Encoding = pikepdf.Dictionary(
        Type=pikepdf.Name.Encoding,
        BaseEncoding=pikepdf.Name.WinAnsiEncoding,
        Differences=pikepdf.Array(differences),
    )
    widths = list(font.Widths)
    for code, to in shifted.items():
        font.Widths[to - 32] = widths[code - 32]


def _pictured(plain: Path, target: Path) -> None:
    """Show a picture of the page over letters that say nothing, as a failed recognition leaves them."""
    import pypdfium2  # noqa: PLC0415 - only needed here
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415 - the same

    with pypdfium2.PdfDocument(plain) as pdf:
        picture = pdf[0].render(scale=150 / 72, grayscale=True).to_pil().convert("1", dither=0)
    rubbish = "xqzt vbnwk rtzpl qqxj wvrtk zzkpt bvcxq trwzk"

    def draw(canvas: Canvas) -> None:
        pen = canvas.beginText(60, 770)
        pen.setTextRenderMode(3)
        pen.setFont("Helvetica", SIZE)
        for _ in LINES:
            pen.textLine(rubbish)
        canvas.drawText(pen)
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)

    target.write_bytes(_page(draw))


def _two_columns(_: Path, target: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", SIZE)
        canvas.drawString(60, 770, TITLE)
        canvas.setFont("Helvetica", 8)
        words = " ".join(LINES[1:]).split()
        lines = [" ".join(words[i : i + 8]) for i in range(0, len(words), 8)]
        half = (len(lines) + 1) // 2
        for left, some in ((60, lines[:half]), (310, lines[half:])):
            for number, line in enumerate(some):
                canvas.drawString(left, 740 - 12 * number, line)

    target.write_bytes(_page(draw))


def _signed(plain: Path, target: Path) -> None:
    """Lay the stamp of a signature over the page, with a field that says who, when and why."""
    with pikepdf.open(plain) as pdf:
        page = pdf.pages[0]
        fonts = pikepdf.Dictionary(
            F1=pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        stamp = pdf.make_stream(
            b"BT /F1 9 Tf 2 32 Td (Digitaal ondertekend door Mieke Vanderzande) Tj "
            b"0 -12 Td (Datum: 2024.06.14 10:31:07 +02'00') Tj ET",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 240, 50],
            Resources=pikepdf.Dictionary(Font=fonts),
        )
        signature = pikepdf.Dictionary(
            Type=pikepdf.Name.Sig,
            Filter=pikepdf.Name("/Adobe.PPKLite"),
            SubFilter=pikepdf.Name("/adbe.pkcs7.detached"),
            Name=pikepdf.String("Mieke Vanderzande"),
            M=pikepdf.String("D:20240614103107+02'00'"),
            Reason=pikepdf.String("Akkoord namens de gemeente"),
            Location=pikepdf.String("Duinrode"),
            ByteRange=[0, 1, 2, 3],
            Contents=pikepdf.String(b"\x00" * 16),
        )
        widget = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=pikepdf.String("Handtekening"),
                F=132,
                Rect=[300, 480, 540, 530],
                P=page.obj,
                AP=pikepdf.Dictionary(N=stamp),
                V=pdf.make_indirect(signature),
            )
        )
        page.Annots = pikepdf.Array([widget])
        pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=[widget])
        pdf.save(target, deterministic_id=True)


def _locked(user: str, strength: Literal[4, 6]) -> Callable[[Path, Path], None]:
    def lock(plain: Path, target: Path) -> None:
        with pikepdf.open(plain) as pdf:
            pdf.save(target, encryption=pikepdf.Encryption(owner=OWNER, user=user, R=strength))

    return lock
