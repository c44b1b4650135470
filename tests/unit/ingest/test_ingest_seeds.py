"""The real papers, laid out as PDF and as Word file, come back word for word."""

from pathlib import Path

import pytest

from protocheck.ingest.read import read
from tests.documents import error_rate, headings_of, make_docx, make_pdf, notes_of, rows_of, words_of


@pytest.mark.parametrize("number", ["001", "004"])
@pytest.mark.parametrize(
    "options",
    [
        {"foot": "Pagina {page} van {pages}"},
        {
            "font": "Helvetica",
            "size": 11,
            "leading": 1.2,
            "head": "Protocol versie 2",
            "foot": "{page}/{pages}",
        },
        {"font": "Times-Roman", "size": 12, "leading": 1.15, "justify": True, "gap": 0.5},
    ],
)
def test_seeds_as_pdf(seeds: Path, tmp_path: Path, number: str, options: dict[str, object]) -> None:
    text = next(seeds.glob(f"{number}*")).read_text(encoding="utf-8")
    source = read(make_pdf(text, tmp_path / "p.pdf", **options))
    hidden = {i for span in source.markup for i in range(span.start, span.end)}
    lines = [
        "".join(c for i, c in enumerate(line.text, line.span.start) if i not in hidden)
        for line in source.lines
        if line.role not in {"furniture", "footnote"}
    ]
    found = whole_words(lines)
    assert error_rate(whole_words(words_of(text)), found) <= 0.01
    running = " ".join(found)
    assert [h for h in headings_of(text) if " ".join(whole_words(h.split())) not in running] == []
    rows = [
        [" ".join(whole_words(cell.of(source.text).split("\n"))) for cell in row]
        for t in source.tables
        for row in t.rows
    ]
    assert rows == [[" ".join(whole_words([cell])) for cell in row] for row in rows_of(text)]
    notes = " ".join(line.text for line in source.lines if line.role == "footnote")
    assert len(notes.split()) == sum(len(note.split()) + 1 for _, note in notes_of(text))


def whole_words(lines: list[str]) -> list[str]:
    """Join what a line end parts at a hyphen, as the repair will; hyphens do not count."""
    text = ""
    for line in lines:
        text += line if text.endswith("-") or not text else f" {line}"
    return [word for word in text.replace("-", "").split() if word]


@pytest.mark.parametrize("number", ["001", "004"])
@pytest.mark.parametrize("options", [{}, {"styles": False, "head": "Ontwerp"}, {"numbered": True}])
def test_seeds_as_docx(seeds: Path, tmp_path: Path, number: str, options: dict[str, object]) -> None:
    text = next(seeds.glob(f"{number}*")).read_text(encoding="utf-8")
    if "numbered" in options:
        text = text.replace("Artikel 5. ", "Artikel 5: ")  # one list has one way of writing
    source = read(make_docx(text, tmp_path / "p.docx", **options))
    hidden = {i for span in source.markup for i in range(span.start, span.end)}
    lines = [
        "".join(c for i, c in enumerate(line.text, line.span.start) if i not in hidden)
        for line in source.lines
        if line.role not in {"furniture", "footnote"}
    ]
    found = " ".join(lines).split()
    assert error_rate(words_of(text), found) <= 0.003
    assert set(headings_of(text)) <= set(lines)
    found_rows = [[cell.of(source.text) for cell in row] for table in source.tables for row in table.rows]
    assert found_rows == rows_of(text)
    notes = [line.text.split(" ", 1)[1] for line in source.lines if line.role == "footnote"]
    assert notes == [note for _, note in notes_of(text)]
