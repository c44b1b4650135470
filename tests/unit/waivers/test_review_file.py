"""The officer's own judgement: a form to fill in, read back with all its faults, shown beside the rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from protocheck import examine
from protocheck.errors import RuleError
from protocheck.model.outcome import Decision
from protocheck.model.review import OwnVerdict, Review
from protocheck.model.waivers import Waiver
from protocheck.rulebook import load
from protocheck.waivers.review_file import form, refuse_unknown, review

PROTOCOL = Path(__file__).parents[3] / "corpus" / "energiepremie-ijzerdonk" / "protocol.txt"
FILLED = f"""\
schema: protocheck/review@1
sha256: "{"ab" * 32}"
by: An Voorbeeld, functionaris
criteria:
  EGOV-09: {{status: met, reason: "Het doel staat in de wet zelf."}}
waivers:
  - {{rule: F101, place: "{"c" * 16}", reason: volgt later, who: An, until: 2027-01-31}}
remarks:
  - Bezorg ons de ondertekende versie
verdict:
  status: conditional
  reason: De leemten zijn klein
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "p.review.yaml"
    path.write_text(text, "utf-8")
    return path


def test_what_is_filled_in_is_read(tmp_path: Path) -> None:
    assert review(write(tmp_path, FILLED)) == Review(
        sha256="ab" * 32,
        by="An Voorbeeld, functionaris",
        criteria={"EGOV-09": Decision("met", "Het doel staat in de wet zelf.")},
        waivers=(Waiver("F101", "c" * 16, "volgt later", "An", dt.date(2027, 1, 31)),),
        remarks=("Bezorg ons de ondertekende versie",),
        verdict=OwnVerdict("conditional", "De leemten zijn klein"),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            ', reason: "Het doel staat in de wet zelf."',
            "",
            "criteria.EGOV-09.reason: verplicht, maar ontbreekt",
        ),
        ("status: met", "status: goed", "criteria.EGOV-09.status: moet een van deze zijn"),
        ("by: An Voorbeeld, functionaris", "by:", "by: is nog niet ingevuld"),
        ("  reason: De leemten zijn klein\n", "", "verdict.reason: verplicht, maar ontbreekt"),
        ("remarks:", "remark:", "remark: onbekende sleutel"),
        ("ab" * 32, "ab", "sha256: heeft niet de vorm"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(RuleError) as caught:
        review(write(tmp_path, FILLED.replace(old, new)))
    assert said in caught.value.message


def test_a_judgement_on_a_criterion_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    given = review(write(tmp_path, FILLED.replace("EGOV-09", "EGOV-99")))
    with pytest.raises(RuleError, match="EGOV-99"):
        refuse_unknown(given, {each.id for each in load().criteria}, tmp_path)


def test_the_form_decides_nothing_until_it_is_filled_in(tmp_path: Path) -> None:
    text = form(examine(PROTOCOL))
    raw = yaml.safe_load(text)
    assert [key for key, value in raw.items() if value] == ["schema", "document", "sha256"]
    signed = review(write(tmp_path, text.replace("by: #", "by: An #")))
    assert (signed.criteria, signed.waivers, signed.remarks, signed.verdict) == ({}, (), (), None)
    assert examine(PROTOCOL, review=signed).verdict.status == examine(PROTOCOL).verdict.status


def test_every_line_of_the_form_is_good_when_its_sign_is_taken_away(tmp_path: Path) -> None:
    text = form(examine(PROTOCOL)).replace("by: #", "by: An #")
    opened = "\n".join(
        line.replace("# ", "", 1) if ": {status" in line or "- {rule" in line else line
        for line in text.splitlines()
    )
    found = review(write(tmp_path, opened))
    assert len(found.criteria) == 12


def test_the_officer_stands_beside_the_rules(tmp_path: Path) -> None:
    found = examine(PROTOCOL)
    sha256 = found.document.sha256
    given = review(write(tmp_path, FILLED.replace("ab" * 32, sha256)))
    advice = examine(PROTOCOL, review=given)
    point = next(each for each in advice.criteria if each.id == "EGOV-09")
    assert point.status == "unmet"
    assert point.decision is not None
    assert point.decision.status == "met"
    assert advice.advice.remarks[0].text == (
        "De functionaris oordeelt over punt 9: in orde. Het doel staat in de wet zelf."
    )
    assert (advice.verdict.status, advice.verdict.rules) == ("conditional", "negative")
    assert "An Voorbeeld, functionaris" in advice.verdict.text
    assert "De regels komen tot een negatief advies." in advice.verdict.text
    assert "EGOV-09" not in {action.source for action in advice.advice.actions}
    assert advice.advice.remarks[-1].text == "Bezorg ons de ondertekende versie."
    assert advice.review is not None
    assert not advice.review.stale


def test_a_gap_that_the_officer_sees_becomes_something_to_do() -> None:
    found = examine(PROTOCOL)
    given = Review(found.document.sha256, "An", {"EGOV-07": Decision("unmet", "Geen echte termijn")})
    advice = examine(PROTOCOL, review=given)
    assert ("EGOV-07", "Geen echte termijn.") in {(a.source, a.text) for a in advice.advice.actions}


def test_a_document_that_changed_since_is_told(tmp_path: Path) -> None:
    advice = examine(PROTOCOL, review=review(write(tmp_path, FILLED)))
    assert advice.review is not None
    assert advice.review.stale
    assert any("gewijzigd sinds" in remark.text for remark in advice.advice.remarks)


def test_a_name_with_quotes_and_newlines_cannot_leave_its_comment() -> None:
    found = examine(PROTOCOL)
    document = replace(found.document, name='a"\nby: boef\n#')
    raw = yaml.safe_load(form(replace(found, document=document)))
    assert raw["document"] == 'a" by: boef #'
    assert raw["by"] is None
