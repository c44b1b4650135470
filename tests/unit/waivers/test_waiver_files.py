"""The files of waivers and baselines: what they say, and how their faults are told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from protocheck.errors import RuleError
from protocheck.model.outcome import Finding, Outcome, Place
from protocheck.model.text import Location
from protocheck.model.waivers import Known, SetAside, Waiver
from protocheck.waivers.files import baseline, baseline_text, waivers

GOOD = """\
waivers:
  - rule: F101
    place: 0123456789012345
    quote: "[DATUM]"
    reason: de datum volgt bij de ondertekening
    who: An Peeters
    until: 2026-12-31
"""


def write(folder: Path, text: str, name: str = "waivers.yaml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_waiver_is_read_also_when_its_place_is_all_digits(tmp_path: Path) -> None:
    quoted = GOOD.replace("0123456789012345", "'0123456789012345'")
    assert waivers(write(tmp_path, quoted)) == (
        Waiver(
            "F101",
            "0123456789012345",
            "de datum volgt bij de ondertekening",
            "An Peeters",
            dt.date(2026, 12, 31),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "    reason: de datum volgt bij de ondertekening\n",
            "",
            "waivers.0.reason: verplicht, maar ontbreekt",
        ),
        ("who: An Peeters", "who: ''", "waivers.0.who: mag niet leeg zijn"),
        ("rule: F101", "rule: EGOV-08", "waivers.0.rule: heeft niet de vorm"),
        ("    quote", "    kleur: x\n    quote", "waivers.0.kleur: onbekende sleutel"),
        ("2026-12-31", "2026-02-31", "geen leesbare YAML"),
        ("'2026-12-31'", "'2026-02-31'", "de dag 2026-02-31 bestaat niet"),
        ("waivers:", "waivers", "geen leesbare YAML"),
    ],
)
def test_a_fault_stops_the_run_and_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = GOOD.replace("0123456789012345", "'0123456789012345'")
    text = text.replace("2026-12-31", "'2026-12-31'") if old.startswith("'") else text
    with pytest.raises(RuleError) as caught:
        waivers(write(tmp_path, text.replace(old, new)))
    assert said in caught.value.message


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="dat bestand is er niet"):
        waivers(tmp_path / "geen.yaml")


def finding(mark: str, waived: SetAside | None = None) -> Finding:
    place = Place("protocol", "article 4", "artikel 4", "[DATUM]", Location(1, 3, 1))
    return Finding("F101", "error", "titel", "melding", place, fingerprint=mark, waived=waived)


def test_a_baseline_comes_back_as_it_was_written(tmp_path: Path) -> None:
    found = Outcome((), (finding("a" * 16), finding("a" * 16), finding("b" * 16)))
    text = baseline_text([("draft.docx", found)])
    assert baseline(write(tmp_path, text, "nul.json")) == (
        Known("draft.docx", "F101", "a" * 16, 2),
        Known("draft.docx", "F101", "b" * 16, 1),
    )
    assert json.loads(text)["findings"][0]["quote"] == "[DATUM]"


def test_what_a_waiver_lets_stand_is_not_written_but_what_the_old_baseline_did_is() -> None:
    waived = finding("a" * 16, SetAside("waiver", "reden", "An"))
    known = finding("b" * 16, SetAside("baseline", "stond er al"))
    written = json.loads(baseline_text([("draft.docx", Outcome((), (waived, known)))]))
    assert [each["place"] for each in written["findings"]] == ["b" * 16]


def test_another_file_is_no_baseline(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="nulmeting"):
        baseline(write(tmp_path, '{"schema": "iets anders", "findings": []}', "nul.json"))
