"""The real papers, where they are at hand; people are counted and not named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from protocheck.facts import state
from protocheck.model.facts import Facts
from protocheck.model.structure import Outline

Open = Callable[[Path], Outline]


@pytest.fixture(scope="module")
def paper(seeds: Path, outline_of: Open) -> Callable[[str], Facts]:
    def read(number: str) -> Facts:
        path = next(seeds.glob(f"{number}_*"), None)
        if path is None:
            pytest.skip(f"needs the real paper {number}")
        return state(outline_of(path))

    return read


@pytest.mark.parametrize(("number", "short"), [("000", "OCMW Geel"), ("001", "OCMW Wervik")])
def test_two_parties_with_all_details(paper: Callable[[str], Facts], number: str, short: str) -> None:
    sender, receiver = paper(number).parties
    assert (sender.short_name, sender.kind, sender.role) == ("Opgroeien regie", "agency", "sender")
    assert (receiver.short_name, receiver.kind, receiver.role) == (short, "ocmw", "receiver")
    assert sender.kbo_valid
    assert receiver.kbo_valid
    assert "1060 Brussel" in sender.seat
    assert [len(p.representatives) for p in (sender, receiver)] == [1, 2]
    assert all(r.name and r.function for p in (sender, receiver) for r in p.representatives)


@pytest.mark.parametrize("number", ["000", "001"])
def test_two_data_with_their_reasons(paper: Callable[[str], Facts], number: str) -> None:
    items = paper(number).data_items
    assert items[0].name == "Voornaam en naam van de cliënt"
    assert len(items) == 2
    assert all(item.justification.startswith("Noodzakelijk om de cliënt te kunnen") for item in items)
    assert not any("proportionaliteit" in item.justification for item in items)
    assert all("bewaard" in item.retention for item in items)


def test_dates_of_the_first_paper(paper: Callable[[str], Facts]) -> None:
    facts = paper("000")
    found = {(d.role, d.value) for d in facts.dates}
    assert ("entry-into-force", dt.date(2025, 2, 1)) in found
    assert ("signature", dt.date(2025, 2, 3)) in found
    advice = [d for d in facts.dates if d.role == "dpo-advice"]
    assert [d.value for d in advice] == [dt.date(2024, 9, 26)] * 2
    assert [d.party for d in advice] == [p.name for p in facts.parties]


def test_a_blank_signature_and_its_stamps(paper: Callable[[str], Facts]) -> None:
    dates = [d for d in paper("001").dates if d.role == "signature"]
    assert dates[0].value is None
    assert {d.value for d in dates[1:]} == {dt.date(2023, 12, 20)}


def test_officers_and_a_personal_mailbox(paper: Callable[[str], Facts]) -> None:
    facts = paper("001")
    officers = [c for c in facts.contacts if c.dpo]
    assert [c.owner for c in officers] == [p.name for p in facts.parties]
    assert [c.personal for c in officers] == [False, True]


def test_three_parties_of_which_two_share_all(paper: Callable[[str], Facts]) -> None:
    facts = paper("004")
    agency, town, centre = facts.parties
    assert [p.kind for p in facts.parties] == ["agency", "municipality", "ocmw"]
    assert [p.role for p in facts.parties] == ["sender", "receiver", "receiver"]
    assert [bool(p.kbo) for p in facts.parties] == [True, False, False]
    assert agency.short_name == "Opgroeien regie"
    assert town.seat == centre.seat
    assert "ontvangende instanties" in town.mentions
    assert "ontvangende instanties" in centre.mentions
    assert town.representatives[0].name == "college van burgemeester en schepenen"
    assert [r.name for r in town.representatives][1:] == [r.name for r in centre.representatives][1:]


def test_four_data_each_with_its_own_reason(paper: Callable[[str], Facts]) -> None:
    items = paper("004").data_items
    assert len(items) == 4
    assert len({item.justification for item in items}) == 4
    assert not any("concrete gegeven dat" in item.name for item in items)


def test_an_open_advice_and_direct_numbers(paper: Callable[[str], Facts]) -> None:
    facts = paper("004")
    assert [d.party for d in facts.dates if d.role == "dpo-advice" and d.value is None] == [
        facts.parties[0].name
    ]
    assert sum(c.kind == "phone" and c.personal for c in facts.contacts) == 2
    assert sum(c.kind == "email" and c.personal for c in facts.contacts) == 1
    assert {c.owner for c in facts.contacts if c.dpo and c.kind == "email"} == {p.name for p in facts.parties}


def test_points_that_do_not_exist_are_references_of_the_paper_itself(paper: Callable[[str], Facts]) -> None:
    own = {(r.target, r.item) for r in paper("000").references if not r.external}
    assert {("article 5", "2°"), ("article 2", "2°")} <= own
    assert any(a.number == "" for a in paper("000").annexes)
