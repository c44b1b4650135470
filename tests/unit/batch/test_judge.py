from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from protocheck.batch import station
from protocheck.batch.judge import judge
from protocheck.batch.settings import Settings
from protocheck.batch.station import STATIONS, StoppedError
from protocheck.errors import ProtocheckError, RuleError
from protocheck.model.audit import Item, State
from protocheck.rulebook import load
from tests.hostile_pdf import nested_forms, sound
from tests.unit.batch.workers import settings

PROTOCOL = """PROTOCOL

Tussen de gemeente Wilgenbeke, Markt 1, 9787 Wilgenbeke, hierna de gemeente genoemd,
en het OCMW van Wilgenbeke, Vlasplein 2, 9787 Wilgenbeke, hierna het OCMW genoemd,

wordt overeengekomen wat volgt over de mededeling van persoonsgegevens, volgens artikel 8 van het decreet van
18 juli 2008 betreffende het elektronische bestuurlijke gegevensverkeer.

Artikel 1. Doel
De gemeente deelt persoonsgegevens mee aan het OCMW om de verwarmingstoelage te kunnen toekennen.

Artikel 2. Gegevens
Meegedeeld worden: naam, adres en geboortedatum van de inwoners die de toelage vragen.

Artikel 3. Duur
Dit protocol geldt drie jaar vanaf de ondertekening.

Opgemaakt te Wilgenbeke op 3 maart 2025.
"""


@pytest.fixture(autouse=True)
def _ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("WORKER_LOG", str(tmp_path / "log"))
    monkeypatch.setattr(station, "_GRACE_SECONDS", 0.3)
    yield
    STATIONS.end()


def asked(folder: Path) -> list[str]:
    return (folder / "log").read_text().split()


def test_every_item_of_a_batch_is_judged_in_its_order(tmp_path: Path) -> None:
    made = judge([Item("a", "1"), Item("b", "2")], settings(tmp_path))
    assert [(each.reason, each.state) for each in made] == [("a", State.OTHER), ("b", State.OTHER)]


def test_a_document_that_kills_its_worker_twice_is_set_aside_and_the_rest_is_judged(tmp_path: Path) -> None:
    made = judge([Item("a", "1"), Item("sterft", "2"), Item("b", "3")], settings(tmp_path))
    assert [each.state for each in made] == [State.OTHER, State.SET_ASIDE, State.OTHER]
    assert made[1].sha256 == "2"
    assert made[1].reason.endswith("het proces dat het beoordeelt, brak plots af.")
    assert asked(tmp_path) == ["a", "sterft", "sterft", "b"]


def test_a_document_that_kills_its_worker_once_is_judged(tmp_path: Path) -> None:
    [made] = judge([Item("struikelt", "1")], settings(tmp_path))
    assert made.state is State.OTHER
    assert asked(tmp_path) == ["struikelt", "struikelt"]


def test_a_worker_that_hangs_is_ended(tmp_path: Path) -> None:
    begun = time.monotonic()
    [made] = judge([Item("hangt", "1")], settings(tmp_path))
    assert made.state is State.SET_ASIDE
    assert made.reason == "Het beoordelen van het document duurde langer dan 1 seconden en werd gestopt."
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize(("place", "tries"), [("rommel", 2), ("breekt", 1)])
def test_an_answer_that_nobody_understands_counts_as_broken_off(
    tmp_path: Path, place: str, tries: int
) -> None:
    [made] = judge([Item(place, "1")], settings(tmp_path))
    assert made.state is State.SET_ASIDE
    assert len(asked(tmp_path)) == tries


def test_a_worker_that_does_not_start_is_no_fault_of_a_document(tmp_path: Path) -> None:
    with pytest.raises(ProtocheckError, match="kan niet starten"):
        judge([Item("a", "1")], settings(tmp_path, "dood"))


def test_rules_that_are_at_fault_end_it(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"De regels kloppen niet\."):
        judge([Item("a", "1")], settings(tmp_path, "ongeschikt"))


def test_rules_that_changed_meanwhile_end_it() -> None:
    with pytest.raises(RuleError, match="gewijzigd sinds de audit begon"):
        judge([Item("a", "1")], Settings("sha256:andere"))


def test_who_stops_waits_for_no_document(tmp_path: Path) -> None:
    outcome: list[BaseException] = []

    def work() -> None:
        try:
            judge([Item("hangt", "1")], settings(tmp_path))
        except StoppedError as stopped:
            outcome.append(stopped)

    thread = threading.Thread(target=work)
    thread.start()
    while not (tmp_path / "log").exists():
        time.sleep(0.01)
    STATIONS.end()
    thread.join(5)
    assert [type(each) for each in outcome] == [StoppedError]


def test_our_own_worker_reads_judges_and_refuses(tmp_path: Path) -> None:
    (tmp_path / "protocol.txt").write_text(PROTOCOL)
    (tmp_path / "leeg.txt").write_text("")
    (tmp_path / "recept.txt").write_text("Neem vier eieren en klop ze los met de melk en de suiker.\n")
    (tmp_path / "blad.pdf").write_bytes(sound())
    own = Settings(load().digest, home=str(tmp_path))
    names = ["protocol.txt", "leeg.txt", "recept.txt", "weg.txt", "blad.pdf", "protocol.txt"]
    made = judge([Item(name, "x") for name in names], own)
    assert [each.state for each in made[:4]] == [
        State.JUDGED,
        State.UNREADABLE,
        State.OTHER,
        State.UNREADABLE,
    ]
    assert made[0].report.startswith('{"schema": "protocheck/advice@1"')
    assert '"name": "protocol.txt"' in made[0].report
    assert made[0] == made[5]
    assert [each.label for each in made[0].passages if each.kind == "article"] == [
        "artikel 1",
        "artikel 2",
        "artikel 3",
    ]
    assert made[1].reason == "Het document is leeg."
    assert made[2].kind == "geen"
    assert made[2].reason.startswith("Het document is geen protocol")
    assert made[3].sha256.startswith("place:")
    assert made[4].media_type == "application/pdf"


def test_what_a_judgement_says_hangs_on_no_place(tmp_path: Path) -> None:
    for name in ("is.txt", "ander.txt"):
        (tmp_path / name).write_text("Neem vier eieren en klop ze los met de melk.\n")
    one, other = judge([Item("is.txt"), Item("ander.txt")], Settings(load().digest, home=str(tmp_path)))
    assert one == other


@pytest.mark.slow
def test_a_document_that_breaks_the_reader_breaks_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "boos.pdf").write_bytes(nested_forms())
    (tmp_path / "goed.txt").write_text(PROTOCOL)
    own = Settings(load().digest, home=str(tmp_path))
    bad, good = judge([Item("boos.pdf", "x"), Item("goed.txt", "y")], own)
    assert bad.state in {State.SET_ASIDE, State.UNREADABLE}
    assert good.state is State.JUDGED
