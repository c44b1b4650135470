"""Load and build, before the first document, what every document needs; copies of the process then have it.

What the rules look for is only made ready when a text calls for it: patterns are compiled, words looked up.
A copy that has to do that is gone with it afterwards, and the next one does it again. So the examples in the
rules are judged first, as if they were one long protocol.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocheck.batch.judging import judged
from protocheck.ingest.read import read
from protocheck.rulebook import Rulebook

_EACH = 2  # examples of a rule: with more, the start costs what they win
_LONGEST = 3000  # characters
_OPENING = (
    "PROTOCOL voor de mededeling van persoonsgegevens\n\n"
    "tussen het Agentschap Haardsteden, Markt 1, 1000 Brussel, hierna het agentschap genoemd,\n\n"
    "en de gemeente Wilgenbeke, Vlasplein 1, 9787 Wilgenbeke, hierna de gemeente genoemd\n\n"
)
# As small as a PDF can be. A Python string: no file to find.
_PAGE = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 99>> stream
BT /F 12 Tf 70 700 Td (Artikel 1. De gemeente Wilgenbeke deelt persoonsgegevens mee.) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
"""


def warm(rules: Rulebook) -> None:
    """Make ready; nothing is kept of what comes out."""
    from protocheck.ingest import docx, html, pdf, plain  # noqa: F401, PLC0415 - only for this

    read(None, data=_PAGE, name="voorbeeld.pdf")
    judged(read(None, data="".join(_sample(rules)).encode(), name="voorbeeld.txt"), rules)


def _sample(rules: Rulebook) -> Iterator[str]:
    yield _OPENING
    every = [rule.examples for rule in rules.criteria] + [rule.examples for rule in rules.findings]
    shown = [example.text for examples in every for example in examples[:_EACH]]
    for number, text in enumerate((text for text in shown if len(text) <= _LONGEST), start=1):
        yield f"Artikel {number}. Voorbeeld\n\n{text}\n\n"
