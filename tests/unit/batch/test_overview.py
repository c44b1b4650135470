from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from protocheck.batch.overview import Overview
from protocheck.batch.store import Reader, Store
from protocheck.model.audit import Item
from tests.unit.batch.archives import fill, overview, papers
from tests.unit.batch.stores import OPTIONS, WILGENBEKE, WONEN, judged, sha


def test_a_content_in_two_places_is_one_document(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite") as held:
        assert held.entries[0].places == ("archief/a.pdf", "kopie/a.pdf")
        assert (held.files, len(held.entries), len(held.judged), len(held.refused)) == (7, 6, 4, 2)


def test_a_document_without_a_title_is_called_by_its_file(tmp_path: Path) -> None:
    blank = judged("f", title=" \u00a0 ")
    with overview(tmp_path / "a.sqlite", [("zip.zip!map/leeg.pdf", blank)]) as held:
        assert held.entries[0].name == "leeg.pdf"


def test_senders_and_receivers_are_told_apart(tmp_path: Path) -> None:
    both = replace(WONEN, name="OCMW Hazegem", role="both", kbo="", kbo_valid=False)
    made = judged(parties=(WONEN, WILGENBEKE, both))
    with overview(tmp_path / "a.sqlite", [("a.pdf", made)]) as held:
        entry = held.entries[0]
    assert [body.name for body in entry.senders] == ["Agentschap Wonen", "OCMW Hazegem"]
    assert [body.name for body in entry.receivers] == ["gemeente Wilgenbeke", "OCMW Hazegem"]


def test_what_was_judged_by_earlier_rules_does_not_count(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.sqlite", papers()[:1])
    with Store.open(path) as store:
        run = store.begin_run(f"sha256:{'cd' * 32}", "1.2.4", OPTIONS)
        again = judged("a", unmet=())
        store.see(Item("archief/a.pdf", again.sha256, 10), run)
        store.add(again, run)
        store.end_run(run, lambda _place: True)
    with Reader(path) as reader:
        held = Overview(reader)
    assert [entry.gaps for entry in held.entries] == [0]


def test_what_waits_for_a_judgement_is_counted(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.sqlite", papers()[:1])
    with Store.open(path) as store:
        run = store.begin_run("sha256:ab", "1.2.3", OPTIONS)
        store.see(Item("archief/nieuw.pdf", sha("9"), 10), run)
    with Reader(path) as reader:
        assert Overview(reader).waiting == 1
