"""What is due on a day: ends, evaluations, copies and later versions; and the calendar of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as some

from protocheck.batch.kinship.due import later
from protocheck.batch.kinship.ics import as_ics, escaped, folded
from protocheck.batch.kinship.papers import Paper, Shelf
from protocheck.batch.kinship.tell import as_json, lines
from protocheck.batch.kinship.view import kinship
from protocheck.model.kinship import Due, Kinship
from protocheck.rulebook import Rulebook, load
from tests.unit.batch.kinship.made import TEMPLATE, paper

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load()


def view(rules: Rulebook, *papers: Paper, today: dt.date = TODAY, months: int = 12) -> Kinship:
    return kinship(Shelf(papers), rules, today=today, months=months)


def protocol(text: str, named: str = "a", **dates: dt.date | None) -> Paper:
    return paper(named, articles=(*TEMPLATE, ("Duur", text)), **dates)  # type: ignore[arg-type]  # as paper takes it


def due(rules: Rulebook, text: str, **dates: dt.date | None) -> list[tuple[str, dt.date]]:
    return [(each.kind, each.day) for each in view(rules, protocol(text, "a", **dates)).due]


def one(rules: Rulebook, text: str, **dates: dt.date | None) -> Due:
    (found,) = view(rules, protocol(text, "a", **dates)).due
    return found


THREE = "Dit protocol geldt voor een duur van drie jaar."


def test_a_term_that_has_ended(rules: Rulebook) -> None:
    found = one(rules, THREE, in_force=dt.date(2022, 3, 1), signed=dt.date(2022, 1, 1))
    assert (found.kind, found.day) == ("ended", dt.date(2025, 2, 28))
    assert found.summary == "Het protocol liep af op 28 februari 2025."
    assert found.basis == "in werking vanaf 1 maart 2022, voor drie jaar"
    assert (found.label, found.page, found.quote) == ("artikel 7", 1, THREE)


def test_a_term_that_ends_soon_or_today(rules: Rulebook) -> None:
    assert due(rules, THREE, in_force=dt.date(2023, 11, 23)) == [("ends", dt.date(2026, 11, 22))]
    assert due(rules, THREE, in_force=dt.date(2024, 11, 23)) == [("ends", dt.date(2027, 11, 22))]
    assert due(rules, THREE, in_force=dt.date(2024, 11, 24)) == []


def test_from_the_signature_when_nothing_says_from_when(rules: Rulebook) -> None:
    found = one(rules, THREE, signed=dt.date(2023, 1, 1))
    assert found.basis.startswith(
        "de dag van inwerkingtreding ontbreekt; gerekend vanaf ondertekening op 1 januari 2023"
    )
    starts = f"{THREE} Het treedt in werking op de dag van de laatste ondertekening."
    assert one(rules, starts, signed=dt.date(2023, 1, 1)).basis == (
        "in werking bij ondertekening op 1 januari 2023, voor drie jaar"
    )


def test_an_end_that_is_a_day(rules: Rulebook) -> None:
    found = one(
        rules, "Het protocol eindigt op de einddatum, te weten 31 december 2026.", ends=dt.date(2026, 12, 31)
    )
    assert (found.kind, found.day, found.basis) == (
        "ends",
        dt.date(2026, 12, 31),
        "einddatum 31 december 2026",
    )
    assert found.label == "artikel 7"


@pytest.mark.parametrize(
    "text",
    [
        f"{THREE} Het protocol wordt daarna stilzwijgend verlengd.",
        "Dit protocol geldt voor onbepaalde duur.",
        "De gegevens van dit protocol worden bewaard gedurende drie jaar.",
        "Dit protocol treedt in werking.",
    ],
)
def test_what_has_no_end_is_not_due(rules: Rulebook, text: str) -> None:
    assert due(rules, text, in_force=dt.date(2020, 1, 1)) == []


def test_without_any_day_nothing_is_reckoned(rules: Rulebook) -> None:
    assert due(rules, THREE) == []
    assert due(rules, "Dit protocol wordt jaarlijks geëvalueerd.") == []


def test_a_yearly_evaluation_is_the_next_one(rules: Rulebook) -> None:
    found = one(rules, "Dit protocol wordt jaarlijks geëvalueerd.", in_force=dt.date(2024, 3, 1))
    assert (found.kind, found.day) == ("evaluation", dt.date(2027, 3, 1))
    assert found.summary == (
        "De volgende evaluatie valt op 1 maart 2027. De vorige was te houden op 1 maart 2026."
    )
    assert found.basis == "in werking vanaf 1 maart 2024, elk jaar"


def test_the_first_evaluation_has_none_before_it(rules: Rulebook) -> None:
    found = one(rules, "Dit protocol wordt jaarlijks geëvalueerd.", in_force=dt.date(2026, 3, 1))
    assert found.summary == "De volgende evaluatie valt op 1 maart 2027."


def test_an_evaluation_in_a_month(rules: Rulebook) -> None:
    text = "De partijen evalueren dit protocol ieder jaar in juni."
    assert due(rules, text, in_force=dt.date(2024, 3, 1)) == [("evaluation", dt.date(2027, 6, 1))]


def test_an_evaluation_once_is_told_also_when_it_is_late(rules: Rulebook) -> None:
    text = "Dit protocol wordt binnen de twee jaar na de inwerkingtreding geëvalueerd."
    found = one(rules, text, in_force=dt.date(2023, 3, 1))
    assert (found.day, found.summary) == (
        dt.date(2025, 3, 1),
        "De evaluatie was te houden vóór 1 maart 2025.",
    )
    assert due(rules, text, in_force=dt.date(2026, 3, 1)) == []


def test_an_ended_protocol_needs_no_evaluation(rules: Rulebook) -> None:
    text = f"{THREE} Dit protocol wordt jaarlijks geëvalueerd."
    assert due(rules, text, in_force=dt.date(2020, 1, 1)) == [("ended", dt.date(2022, 12, 31))]


def test_copies_count_once_and_the_one_that_has_its_dates_tells(rules: Rulebook) -> None:
    found = view(
        rules, protocol(THREE, "a"), protocol(THREE, "b", in_force=dt.date(2023, 1, 1), signed=TODAY)
    ).due
    assert [(each.paper, each.copies) for each in found] == [("b", ("a",))]


def test_a_later_version_replaces_an_earlier_one(rules: Rulebook) -> None:
    old = protocol(THREE, "old", signed=dt.date(2020, 1, 1))
    new = protocol(THREE, "new", signed=dt.date(2023, 1, 1))
    found = view(rules, old, new).due
    assert [(each.paper, each.kind, each.replaced_by) for each in found] == [
        ("old", "ended", "new"),
        ("new", "ended", ""),
    ]
    calendar = icalendar.Calendar.from_ical(as_ics(view(rules, old, new)))
    assert len(calendar.walk("VEVENT")) == 1


def test_the_same_day_of_a_shorter_month() -> None:
    assert later(dt.date(2024, 2, 29), 12) == dt.date(2025, 2, 28)
    assert later(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)
    assert later(dt.date(2026, 11, 22), 1) == dt.date(2026, 12, 22)
    assert later(dt.date(9999, 6, 1), 12) == dt.date(9999, 6, 1)


# -- the calendar


def test_the_calendar_is_one_that_others_read(rules: Rulebook) -> None:
    found = view(rules, protocol(THREE, in_force=dt.date(2023, 12, 1)), protocol("Jaarlijks.", "b"))
    calendar = icalendar.Calendar.from_ical(as_ics(found))
    (event,) = calendar.walk("VEVENT")
    assert calendar["VERSION"] == "2.0"
    assert event["SUMMARY"] == "Loopt af: Protocol over de speelpleintoelage"
    assert event.decoded("DTSTART") == dt.date(2026, 11, 30)
    assert event.decoded("DTEND") == dt.date(2026, 12, 1)
    assert event.decoded("DTSTAMP") == dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    assert event["UID"] == found.due[0].uid
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Het protocol loopt af op 30 november 2026.",
        "Partijen: Agentschap Speelnet en gemeente Lindevoorde.",
        "Grond: in werking vanaf 1 december 2023, voor drie jaar.",
        f"artikel 7: ‘{THREE}’",
    ]
    assert not event.errors


def test_a_uid_hangs_on_the_content_and_the_day_only(rules: Rulebook) -> None:
    paper_ = protocol(THREE, in_force=dt.date(2023, 12, 1))
    now, then = (view(rules, paper_, today=day).due[0] for day in (TODAY, dt.date(2026, 11, 29)))
    assert now.uid == then.uid
    assert now.uid != view(rules, protocol(THREE, in_force=dt.date(2023, 12, 2))).due[0].uid


def test_the_same_archive_gives_the_same_bytes(rules: Rulebook) -> None:
    papers = [
        protocol(THREE, "a", in_force=dt.date(2023, 1, 1)),
        protocol(THREE, "b", in_force=dt.date(2024, 1, 1)),
    ]
    assert as_ics(view(rules, *papers)) == as_ics(view(rules, *reversed(papers)))


def test_an_empty_calendar_is_a_calendar(rules: Rulebook) -> None:
    assert icalendar.Calendar.from_ical(as_ics(view(rules))).walk("VEVENT") == []


def test_lines_end_as_they_must_and_hold_75_octets(rules: Rulebook) -> None:
    made = as_ics(view(rules, protocol(THREE, in_force=dt.date(2023, 12, 1))))
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert made.count(b"\n") == made.count(b"\r\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


@given(some.text(max_size=400))
def test_any_text_comes_back_from_a_folded_line(text: str) -> None:
    line = folded(f"DESCRIPTION:{escaped(text)}")
    assert all(len(each) <= 75 for each in line.split(b"\r\n"))
    event = icalendar.Event.from_ical(b"BEGIN:VEVENT\r\n" + line + b"END:VEVENT\r\n")
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    assert event["DESCRIPTION"] == "".join(c for c in kept if c == "\n" or c.isprintable() or c == "\u00a0")


def test_a_title_cannot_start_a_field_of_its_own(rules: Rulebook) -> None:
    evil = paper(
        "a",
        articles=(*TEMPLATE, ("Duur", THREE)),
        in_force=dt.date(2023, 12, 1),
        title="Protocol\r\nATTACH:x;y,z\\",
    )
    (event,) = icalendar.Calendar.from_ical(as_ics(view(rules, evil))).walk("VEVENT")
    assert event["SUMMARY"] == "Loopt af: Protocol ATTACH:x;y,z\\"
    assert "ATTACH" not in event


# -- in words


def test_the_lines_for_the_terminal(rules: Rulebook) -> None:
    found = view(
        rules,
        paper("a", "Lindevoorde"),
        paper("b", "Hazelbeke"),
        protocol(THREE, "c", in_force=dt.date(2023, 12, 1)),
    )
    said = lines(found)
    assert said[0] == "1 familie van protocollen met dezelfde tekst als grondslag, samen 3 documenten."
    assert said[-2] == ("Op 22 november 2026: 0 afgelopen, 1 aflopend binnen 12 maanden, 0 te evalueren.")
    assert said[-1] == (
        "  2026-11-30  Het protocol loopt af op 30 november 2026. (Protocol over de speelpleintoelage)"
    )


def test_a_long_title_is_cut_in_the_terminal(rules: Rulebook) -> None:
    title = "Protocol over de mededeling van gegevens " * 5
    long = replace(protocol(THREE, "c", in_force=dt.date(2023, 12, 1)), title=title)
    said = lines(view(rules, long))
    assert said[-1].endswith("(…))")
    assert len(said[-1]) < 150


def test_nothing_to_tell_is_no_line(rules: Rulebook) -> None:
    assert lines(view(rules)) == []


def test_json_holds_all_with_its_schema(rules: Rulebook) -> None:
    import json  # noqa: PLC0415 - here only

    told = json.loads(as_json(view(rules, protocol(THREE, in_force=dt.date(2023, 12, 1)))))
    assert told["schema"] == "protocheck/kinship@1"
    assert told["today"] == "2026-11-22"
    assert told["due"][0]["day"] == "2026-11-30"
