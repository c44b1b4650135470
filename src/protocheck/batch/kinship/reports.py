"""What the view over an archive needs of a report, read from its JSON: a twentieth of it.

A report comes from a process that read a file nobody vouches for, so every value is looked at.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

from protocheck.batch.kinship.papers import Element, Paper
from protocheck.batch.kinship.wording import CODE
from protocheck.model.report import ContactFact, DatedFact, DatesFact, PartyFact, PersonFact

Part = Mapping[str, Any]


def paper_of(report: str, *, paper: str, places: Iterable[str]) -> Paper:
    """Return the paper that a report speaks of, without its text.

    Raises:
        ValueError: it is no report.
    """
    try:
        held = json.loads(report)
        document, facts = held["document"], held["facts"]
        return Paper(
            id=paper,
            sha256=_text(document["sha256"]),
            places=tuple(places) or (_text(document["name"]),),
            title=_text(document["title"]),
            parties=tuple(map(_party, facts["parties"])),
            contacts=tuple(map(_contact, facts["contacts"])),
            dates=_dates(facts["dates"]),
            elements=tuple(map(_element, held["criteria"])),
            strangers=tuple(_text(each["quote"]) for each in held["findings"] if each["code"] == CODE),
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise ValueError(f"no report: {fault!r}") from fault


def _party(each: Part) -> PartyFact:
    people = (
        PersonFact(name=_text(one["name"]), function=_text(one["function"]))
        for one in each["representatives"]
    )
    return PartyFact(
        **{name: _text(each[name]) for name in ("name", "short_name", "kind", "role", "kbo", "seat")},
        kbo_valid=each["kbo_valid"] is True,
        representatives=tuple(people),
    )


def _contact(each: Part) -> ContactFact:
    return ContactFact(
        **{name: _text(each[name]) for name in ("kind", "value", "owner")},
        dpo=each["dpo"] is True,
        personal=each["personal"] is True,
    )


def _dates(held: Part) -> DatesFact:
    return DatesFact(
        signature=tuple(map(_dated, held["signature"])),
        entry_into_force=tuple(map(_dated, held["entry_into_force"])),
        end=tuple(map(_dated, held["end"])),
    )


def _dated(each: Part) -> DatedFact:
    value = each["value"]
    day = None if value is None else dt.date.fromisoformat(_text(value))
    return DatedFact(value=day, text=_text(each["text"]), party=_text(each["party"]))


def _element(each: Part) -> Element:
    number = each["number"]
    if type(number) is not int:
        raise TypeError("no number")
    labels = dict.fromkeys(_text(evidence["label"]) for evidence in each["evidence"])
    return Element(_text(each["id"]), number, _text(each["title"]), _text(each["status"]), tuple(labels))


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError("no text")
    return value
