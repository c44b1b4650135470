"""Comments in a copy of a Word file: at the words, once, with everything else as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from protocheck.ingest.comments import wishes_of
from protocheck.ingest.guarded import make
from protocheck.ingest.read import read
from protocheck.marking.notes import notes
from protocheck.model.note import Note, mark_of
from protocheck.model.options import ReadOptions
from protocheck.model.outcome import Finding, Place
from protocheck.model.text import Location, SourceText
from protocheck.model.waivers import SetAside
from tests import office

if TYPE_CHECKING:
    from docx.document import Document

EXAMPLES = Path(__file__).parents[3] / "corpus" / "voorbeelden"
FIRST = ("F101", "0" * 16)
SECOND = ("S507", "f" * 16)


def made(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def note(
    quote: str,
    paragraph: int | None = 2,
    column: int = 1,
    mark: tuple[str, str] = FIRST,
    said: str = "melding",
) -> Note:
    return Note(paragraph, column, quote, (said,), mark)


def marked(data: bytes, *given: Note) -> bytes:
    return make("commented", data, name="ontwerp.docx", options=ReadOptions(), wishes=wishes_of(given))


def reread(data: bytes) -> SourceText:
    return read(None, data=data, name="ontwerp.docx")


def about(data: bytes) -> list[tuple[str, str]]:
    """Return the words that each comment hangs on, with the first line of what it says."""
    source = reread(data)
    return [(each.span.of(source.text), each.text.split("\n")[0]) for each in source.comments]


def test_a_comment_hangs_on_the_words_and_the_text_stays_the_same() -> None:
    data = made("Protocol", "Dit protocol gaat in op [DATUM] en duurt een jaar.")
    copy = marked(data, note("[DATUM]"))
    assert about(copy) == [("[DATUM]", "melding")]
    assert reread(copy).text == reread(data).text


def test_of_the_same_words_twice_the_nearest_to_the_column_is_meant() -> None:
    data = made("Protocol", "Van [DATUM] tot en met [DATUM].")
    source = reread(marked(data, note("[DATUM]", column=24)))
    assert [each.span.start for each in source.comments] == [source.text.index("tot en met") + 11]


def test_words_over_several_runs_are_found() -> None:
    document = docx.Document()
    document.add_paragraph("Protocol")
    paragraph = document.add_paragraph("De gegevens ")
    paragraph.add_run("vermeld in ").bold = True
    paragraph.add_run("artikel 9 worden gewist.")
    copy = marked(saved(document), note("vermeld in artikel 9"))
    assert about(copy) == [("vermeld in artikel 9", "melding")]


def test_what_holds_for_the_whole_document_is_said_at_its_first_words() -> None:
    data = made("", "Protocol", "Tekst.")
    assert about(marked(data, note("", paragraph=None, mark=SECOND))) == [("Protocol", "melding")]


def test_words_that_cannot_be_found_put_the_comment_on_their_paragraph() -> None:
    data = made("Protocol", "Een zin.")
    assert about(marked(data, note("andere woorden"))) == [("Een zin.", "melding")]


def test_a_second_run_says_nothing_twice_and_gives_the_same_bytes() -> None:
    data = made("Protocol", "Dit protocol gaat in op [DATUM].")
    once = marked(data, note("[DATUM]"), note("", None, mark=SECOND))
    assert len(about(once)) == 2
    assert marked(once, note("[DATUM]"), note("", None, mark=SECOND)) == once
    assert marked(data, note("[DATUM]"), note("", None, mark=SECOND)) == once


def test_a_comment_whose_finding_is_gone_is_taken_out() -> None:
    data = made("Protocol", "Dit protocol gaat in op [DATUM].")
    both = marked(data, note("[DATUM]"), note("", None, mark=SECOND))
    left = marked(both, note("", None, mark=SECOND))
    assert [said for _, said in about(left)] == ["melding"]
    assert b"commentRangeStart" in zipfile.ZipFile(io.BytesIO(left)).read("word/document.xml")
    none = zipfile.ZipFile(io.BytesIO(marked(both))).read("word/document.xml")
    assert b"comment" not in none


def test_the_same_finding_at_two_places_gets_two_comments() -> None:
    data = made("Protocol", "Op [DATUM].", "Op [DATUM].")
    copy = marked(data, note("[DATUM]", 2), note("[DATUM]", 3))
    assert len(about(copy)) == 2
    assert len(about(marked(copy, note("[DATUM]", 2), note("[DATUM]", 3)))) == 2


def test_comments_and_changes_of_others_are_kept() -> None:
    data = (EXAMPLES / "ontwerp-met-wijzigingen.docx").read_bytes()
    before = reread(data)
    assert before.comments
    copy = marked(data, note("", None))
    after = reread(copy)
    assert after.text == before.text
    assert {(c.author, c.text) for c in before.comments} < {(c.author, c.text) for c in after.comments}
    old, new = (zipfile.ZipFile(io.BytesIO(each)).read("word/document.xml") for each in (data, copy))
    for change in (b"<w:ins ", b"<w:del "):
        assert new.count(change) == old.count(change)


def test_control_codes_in_what_is_said_do_not_break_the_file() -> None:
    data = made("Protocol", "Tekst <b>.")
    copy = marked(data, note("Tekst <b>", said="\x00\x1b[31m<script> & ]]>"))
    assert about(copy) == [("Tekst <b>", "[31m<script> & ]]>")]


def test_every_other_part_stays_byte_for_byte() -> None:
    data = (EXAMPLES / "ontwerp-met-wijzigingen.docx").read_bytes()
    old, new = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, marked(data, note("", None))))
    assert new.namelist() == old.namelist()
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"word/document.xml", "word/comments.xml"}


def test_of_a_part_that_is_there_twice_the_one_that_is_read_is_marked() -> None:
    first, second = made("Titel", "Wat niemand leest."), made("Titel", "Wat men leest.")
    doubled = io.BytesIO(first)
    with zipfile.ZipFile(doubled, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr("word/document.xml", zipfile.ZipFile(io.BytesIO(second)).read("word/document.xml"))
    copy = marked(doubled.getvalue(), note("leest"))
    assert zipfile.ZipFile(io.BytesIO(copy)).namelist().count("word/document.xml") == 1
    assert about(copy) == [("leest", "melding")]


def finding(waived: SetAside | None = None, document: str = "protocol") -> Finding:
    place = Place(document, "article 2", "artikel 2", "[DATUM]", Location(None, 7, 12))
    return Finding("F101", "error", "Invulplek", "Niet ingevuld.", place, "Vul in.", (), "Daarom.", "a" * 16,
                   waived=waived)  # fmt: skip


def test_an_open_finding_in_the_protocol_becomes_a_note() -> None:
    (only,) = notes([finding(), finding(SetAside("waiver", "mag", "An")), finding(document="annex-1")])
    assert (only.paragraph, only.column, only.quote) == (7, 12, "[DATUM]")
    assert only.lines == ("Fout F101: Invulplek", "Niet ingevuld.", "Wat te doen: Vul in.", "Waarom: Daarom.")
    assert mark_of(only.signature) == ("F101", "a" * 16)


def test_a_note_of_somebody_else_is_not_ours() -> None:
    assert mark_of("protocheck is handig") is None


@pytest.mark.skipif(not office.available(), reason="needs LibreOffice Writer (soffice)")
def test_libreoffice_opens_the_copy_and_prints_its_text(tmp_path: Path) -> None:
    data = made("Protocol", "Dit protocol gaat in op [DATUM] en duurt een jaar.")
    path = tmp_path / "nagelezen.docx"
    path.write_bytes(marked(data, note("[DATUM]", said="deze plek is niet ingevuld")))
    (printed,) = office.convert([path], "pdf", tmp_path)
    (written,) = office.convert([path], "odt", tmp_path)
    assert "gaat in op [DATUM] en duurt" in read(printed).text
    assert "deze plek is niet ingevuld" in read(written).comments[0].text
