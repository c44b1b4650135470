"""Files that are cut, flipped or built to harm end in a refusal or are read; nothing else."""

import random
import tempfile
import time
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocheck.errors import DocumentError
from protocheck.ingest.read import read
from protocheck.model.text import SourceText
from tests.documents import make_docx, make_pdf
from tests.hostile_pdf import pdf, stream

TEXT = """PROTOCOL VOOR DE MEDEDELING VAN PERSOONSGEGEVENS VAN KIM NAAR ZANDRODE

Artikel 1: Onderwerp

De gemeente Zandrode¹ krijgt de gegevens van artikel 2.

Artikel 2: Gegevens

Gegeven 1\tNaam en voornaam
Verantwoording\tOm de cliënt te herkennen

¹ Opgericht bij decreet van 3 mei 2019.
"""


def attempt(data: bytes, name: str = "stuk") -> SourceText | None:
    """Read; whatever happens must be told, and every line stand where it says."""
    source = None
    try:
        source = read(None, data=data, name=name)
    except DocumentError as refusal:
        told = bool(refusal.message and refusal.hint)
    else:
        told = all(line.span.of(source.text) == line.text for line in source.lines)
    assert told
    return source


@cache
def samples() -> tuple[bytes, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        return (
            make_pdf(TEXT, path / "p.pdf").read_bytes(),
            make_docx(TEXT, path / "p.docx", numbered=True).read_bytes(),
        )


@pytest.mark.parametrize("which", [0, 1])
@given(seed=st.integers(0, 2**32))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mutated_files(which: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, no secret
    data = bytearray(samples()[which])
    for _ in range(chance.randint(1, 60)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.3:
        del data[chance.randrange(len(data)) :]
    attempt(bytes(data))


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes(data: bytes) -> None:
    attempt(data)


PIECES = [
    *"ab 1¹²*_#|<>/-\\[]()^`~.\t\n\f&;:p",
    "<p>",
    "</p>",
    "<td>",
    "<sup>1</sup>",
    "**",
    "--",
    "\n\n",
    "[^1]:",
]


@given(st.lists(st.sampled_from(PIECES), max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_notation(pieces: list[str]) -> None:
    source = attempt("".join(pieces).encode(), "p.md")
    if source is None:
        return
    spans = list(source.markup)
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.end <= len(source.text) for span in spans)
    for table in source.tables:
        assert all(cell in table.span for row in table.rows for cell in row)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ol>", "x", "<br>", "<h1>", "</p>"]
        )
    )
)
@settings(max_examples=150, deadline=None)
def test_any_html(pieces: list[str]) -> None:
    attempt(("<html><body>" + "".join(pieces)).encode(), "p.html")


REPEATED = [
    "**", "<p", "| a ", "- ", "\t", "¹ ", "[a](", "a*", "*a ", "\\", "&nbsp;", "a\tb\n", "| a | b |\n", "`a",
    "<table><tr><td>", "# a\n", "_a_ ", "<!--", "<h1>a</h1>\n", "a<sup>1</sup>\n", "¹ a\n\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_with_length_only(piece: str) -> None:
    start = time.perf_counter()
    attempt((piece * (150_000 // len(piece))).encode(), "p.md")
    assert time.perf_counter() - start < 5


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"


HOSTILE = {
    "page tree that loops": pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
    "one page 50,000 times": pdf(
        CATALOG, b"<< /Type /Pages /Count 50000 /Kids [" + b"3 0 R " * 50_000 + b"] >>", PAGE, stream(b"")
    ),
    "count that lies": pdf(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 99999999 >>", PAGE, stream(b"")),
    "giant page": pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE.replace(b"595 842", b"14400000 14400000"),
        stream(b""),
    ),
    "8 MB of nothing": pdf(
        CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, stream(b"q Q " * 2_000_000)
    ),
    "200,000 rules": pdf(
        CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, stream(b"10 10 200 200 re S " * 200_000)
    ),
    "no pages": pdf(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"),
    "no catalog": pdf(b"<< >>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pdf(name: str) -> None:
    start = time.perf_counter()
    assert attempt(HOSTILE[name], "stuk.pdf") is None
    assert time.perf_counter() - start < 10


def test_deep_page_tree() -> None:
    depth = 5_000
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(depth)]
    assert attempt(pdf(CATALOG, *nodes, PAGE), "stuk.pdf") is None
