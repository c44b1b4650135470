"""What lies over a page: filled-in fields, typed-in text, stamps of signatures."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from protocheck.ingest.read import read
from tests.hostile_pdf import pdf, stream

FONT = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
STAMP = b"BT /F1 9 Tf 2 30 Td (Digitaal getekend door An Peeters) Tj 0 -12 Td (2024-05-03 10:00) Tj ET"
SIGNATURE = (
    b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M (D:20240503100000+02'00') "
    b"/Reason (Ik keur dit goed) /ByteRange [0 1 2 3] /Contents <00> >>"
)
SIGNED = pdf(
    b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [5 0 R] >> >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents 4 0 R /Annots [5 0 R] >>"
    % FONT,
    stream(b"BT /F1 11 Tf 72 700 Td (Opgemaakt te Zandrode.) Tj ET"),
    b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Handtekening1) /F 4 /Rect [72 600 272 650] /P 3 0 R "
    b"/AP << /N 6 0 R >> /V 7 0 R >>",
    stream(STAMP, b"/Type /XObject /Subtype /Form /BBox [0 0 200 50] /Resources %s" % FONT),
    SIGNATURE,
)


def test_stamp_and_fields_of_a_signature() -> None:
    source = read(None, data=SIGNED, name="stuk.pdf")
    assert [(line.text, line.role) for line in source.lines] == [
        ("Opgemaakt te Zandrode.", "body"),
        ("Digitaal getekend door An Peeters", "stamp"),
        ("2024-05-03 10:00", "stamp"),
    ]
    (note,) = source.notes
    assert note == (
        "Het document bevat een digitale handtekening (op 3/5/2024 om 10.00 uur met als reden "
        "“Ik keur dit goed”); de geldigheid ervan is niet gecontroleerd."
    )


def test_filled_in_field_stands_in_its_line() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, "Opgemaakt te Zandrode op")
    canvas.drawString(330, 700, "in twee exemplaren.")
    canvas.drawString(72, 680, "Voor de gemeente")
    canvas.acroForm.textfield(
        name="datum", value="12mei2024", x=210, y=696, width=110, height=16, fontSize=11
    )
    canvas.showPage()
    canvas.save()
    source = read(None, data=out.getvalue(), name="stuk.pdf")
    assert [(" ".join(line.text.split()), line.role) for line in source.lines] == [
        ("Opgemaakt te Zandrode op 12mei2024 in twee exemplaren.", "body"),
        ("Voor de gemeente", "body"),
    ]
