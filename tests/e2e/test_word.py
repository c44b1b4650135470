"""Word files and their kin as offices send them: drafts, templates, and what LibreOffice makes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.formats import blocks_of
from benchmarks.reading_word import KINDS, measure, report, tuned
from corpus import make_word
from protocheck.ingest.read import read
from protocheck.model.geometry import Span
from protocheck.model.options import ReadOptions
from tests import documents_drafts, office
from tests.documents_docx import Options, compose
from tests.e2e.program import advise, protocheck

PLAIN = tuple(kind for kind in KINDS if not kind.suffix)
CONVERTED = tuple(kind for kind in KINDS if kind.suffix)
needs_office = pytest.mark.skipif(not office.available(), reason="needs LibreOffice Writer (soffice)")
# The common form, chapters with '§ 1.', Markdown with notes and a table, one table after another.
TABLES = "ziekenhuistaxi-leiebeek"
SHOWN = {"schoolpremie-wilgenbeke", "energiepremie-ijzerdonk", "sportpas-hazegem", TABLES}
EXAMPLES = make_word.FOLDER


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
def test_what_was_written_is_read(kind: object) -> None:
    golds = [gold for gold in tuned() if gold.slug in SHOWN]
    assert len(golds) == len(SHOWN)
    (measured,) = measure(golds, [each for each in PLAIN if each is kind])
    assert measured.words > 1000
    assert measured.holds, report([measured])
    assert measured.wrong == 0, report([measured])


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("kind", CONVERTED, ids=lambda kind: kind.name)
def test_what_libreoffice_wrote_is_read(kind: object) -> None:
    golds = [gold for gold in tuned() if gold.slug in SHOWN]
    (measured,) = measure(golds, [each for each in CONVERTED if each is kind])
    assert measured.holds, report([measured])


def test_the_examples_are_what_the_script_makes(tmp_path: Path) -> None:
    for made in make_word.make(tmp_path):
        assert made.read_bytes() == (EXAMPLES / made.name).read_bytes(), made.name


@pytest.mark.parametrize("name", ["ontwerp-met-wijzigingen.docx", "ontwerp-met-wijzigingen.odt"])
def test_both_views_of_a_draft_on_the_command_line(name: str) -> None:
    path = EXAMPLES / name
    final, original = (protocheck("extract", path, "--view", view) for view in ("final", "original"))
    assert (final.code, original.code) == (0, 0), final.err + original.err
    assert "voorheen" not in final.out
    assert "voorheen" in original.out
    assert "Artikel 3: Gevraagde gegevens" in final.out
    said = json.loads(protocheck("extract", path, "--view", "original", "--format", "json").out)["document"]
    assert any("oorspronkelijke tekst" in note for note in said["notes"])
    assert any("opmerkingen in de marge" in note for note in said["notes"])


def test_a_draft_is_judged_as_its_final_text() -> None:
    drafted, typed = advise(EXAMPLES / make_word.DRAFT), advise(make_word.DRAFTED)
    assert drafted.statuses == typed.statuses
    assert drafted.places == typed.places


def test_comments_and_changes_are_all_there() -> None:
    path = EXAMPLES / make_word.DRAFT
    sources = [
        read(path, options=ReadOptions(view="final")),
        read(path, options=ReadOptions(view="original")),
    ]
    blocks = documents_drafts.revised(blocks_of(make_word.DRAFTED))
    deleted = sum(block.text.startswith("\ue004") for block in blocks)
    assert deleted > 1
    assert [source.text.count("Dit lid werd na overleg") for source in sources] == [0, deleted]
    comments = sources[0].comments
    assert {(each.author, each.text) for each in comments} == {("Bo De Wit", "Graag nakijken.")}
    assert all(each.span.of(sources[0].text) for each in comments)
    converted = read(EXAMPLES / "ontwerp-met-wijzigingen.odt")
    assert [each.span.of(converted.text) for each in converted.comments] == [
        each.span.of(sources[0].text) for each in comments
    ]


def test_open_parts_of_a_template_are_marked() -> None:
    source = read(EXAMPLES / make_word.TEMPLATE)
    assert [span.of(source.text) for span in source.placeholders] == [
        "Klik of tik om de naam van de gemeente in te voeren.",
        "Kies een datum.",
    ]
    assert [span.of(source.text) for span in source.highlights] == ["[naam van de ontvangende instantie]"]
    assert "☒ Enkel bevoegde medewerkers" in source.text
    assert "☐ Elke toegang wordt gelogd." in source.text


def test_a_place_in_word_can_be_found(tmp_path: Path) -> None:
    draft = read(EXAMPLES / make_word.DRAFT)
    at = draft.text.index("Artikel 6: Beveiliging") + 40
    place = draft.locate(Span(at, at + 5))
    assert (place.page, place.heading) == (None, "Artikel 6: Beveiliging")
    assert place.line is not None
    (gold,) = (gold for gold in tuned() if gold.slug == TABLES)
    path = compose(blocks_of(gold.document), tmp_path / "p.docx", Options())
    criteria = json.loads(protocheck("advise", path, "--format", "json").out)["criteria"]
    cells = {each["cell"] for criterion in criteria for each in criterion["evidence"]}
    assert any(each.startswith("tabel ") and ", rij " in each for each in cells)
