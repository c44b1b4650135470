"""Checks on parties: who they are, who speaks for them, how their officer is reached."""

from __future__ import annotations

import dataclasses

import pytest

from protocheck.checks import CHECKS
from protocheck.model.alignment import RepairedText
from protocheck.model.facts import Contact, ContactKind, Facts, Party, Person
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline
from protocheck.model.text import SourceText

NOWHERE = Outline(RepairedText.build(SourceText("leeg.txt", "", "text/plain", "", ()), ()), ())
SOMEONE = (Person("Mia Proef", "directeur", Span(0, 1)),)


def party(name: str, at: int, *, kbo: str = "", seat: str = "", short: str = "") -> Party:
    return Party(name, "other", "unknown", short or name, Span(at, at + 5), kbo=kbo, seat=seat)


def dpo(
    value: str, at: int, owner: str = "", kind: ContactKind = "email", *, officer: bool = True
) -> Contact:
    return Contact(kind, value, owner, officer, personal=False, span=Span(at, at + 5))


def places(check: str, facts: Facts) -> list[int]:
    return [span.start for span in CHECKS[check](facts, NOWHERE, {})]


CITY = party("stad Waterhoek", 10, kbo="0123456749")
AGENCY = party("Agentschap Zonnewering", 20, seat="Kerkstraat 1, 9999 Zonnegem", short="AZW")


def test_parties_are_identified_by_name_and_number_or_seat() -> None:
    assert places("parties.identified", Facts(parties=(CITY, AGENCY))) == [10, 20]


@pytest.mark.parametrize(
    "parties",
    [
        (),
        (CITY,),
        (CITY, party("Agentschap Zonnewering", 20)),
        (CITY, party("", 20, kbo="0123456749")),
        (CITY, AGENCY, party("Derde", 30)),
    ],
)
def test_parties_are_not_identified(parties: tuple[Party, ...]) -> None:
    assert places("parties.identified", Facts(parties=parties)) == []


def test_a_number_whose_check_digits_fail_still_identifies() -> None:
    wrong = dataclasses.replace(CITY, kbo="0123456700", kbo_valid=False)
    assert places("parties.identified", Facts(parties=(wrong, AGENCY))) == [10, 20]


def test_parties_are_represented_when_each_names_someone() -> None:
    both = (
        dataclasses.replace(CITY, representatives=SOMEONE),
        dataclasses.replace(AGENCY, representatives=SOMEONE),
    )
    assert places("parties.represented", Facts(parties=both)) == [10, 20]
    assert places("parties.represented", Facts(parties=(both[0], AGENCY))) == []
    assert places("parties.represented", Facts(parties=both[:1])) == []


@pytest.mark.parametrize(
    "contacts",
    [
        (dpo("dpo@waterhoek.example", 1), dpo("dpo@zonnewering.example", 2)),  # by their domain
        (dpo("dpo@intercommunale.example", 1, "stad Waterhoek"), dpo("privacy@dienst.example", 2, "AZW")),
        (dpo("dpo@intercommunale.example", 1, "partijen"),),  # one for all
        (dpo("02 555 01 01", 1, "stad Waterhoek", "phone"), dpo("Kerkstraat 1", 2, "AZW", "post")),
        (dpo("dpo@waterhoek.example", 1), dpo("www.zonnewering.example/privacy", 2, "AZW", "website")),
    ],
)
def test_officers_are_reachable(contacts: tuple[Contact, ...]) -> None:
    assert places("parties.dpo_reachable", Facts(parties=(CITY, AGENCY), contacts=contacts)) == [
        c.span.start for c in contacts
    ]


@pytest.mark.parametrize(
    "contacts",
    [
        (),
        (dpo("dpo@waterhoek.example", 1),),
        (dpo("dpo@waterhoek.example", 1), dpo("DPO@waterhoek.example", 2)),  # twice the same
        (dpo("dpo@waterhoek.example", 1), dpo("info@zonnewering.example", 2, officer=False)),
        (dpo("stad@waterhoek.example", 1, officer=False), dpo("info@zonnewering.example", 2, officer=False)),
        (dpo("dpo@waterhoek.example", 1), dpo("privacy@waterhoek.example", 2)),  # two of one party
        (
            dpo("02 555 01 01", 1, "stad Waterhoek", "phone"),
            dpo("dpo@waterhoek.example", 2, "stad Waterhoek"),
        ),
        (dpo("dpo@dienst.example", 1, "stad Sluisbeke"),),  # only a common word is the same
    ],
)
def test_officers_are_not_all_reachable(contacts: tuple[Contact, ...]) -> None:
    assert places("parties.dpo_reachable", Facts(parties=(CITY, AGENCY), contacts=contacts)) == []


def test_bodies_with_one_seat_share_their_officer() -> None:
    city = dataclasses.replace(CITY, seat="Dries 1, 9999 Waterhoek")
    ocmw = party("OCMW Zonneveld", 20, seat="Dries 1, 9999 Waterhoek")
    contacts = (dpo("dpo@waterhoek.example", 1),)
    assert places("parties.dpo_reachable", Facts(parties=(city, ocmw), contacts=contacts)) == [1]
    elsewhere = dataclasses.replace(ocmw, seat="Dries 2, 9999 Waterhoek")
    assert places("parties.dpo_reachable", Facts(parties=(city, elsewhere), contacts=contacts)) == []


def test_two_cities_are_told_apart_by_more_than_the_word_city() -> None:
    cities = (party("stad Waterhoek", 10), party("stad Sluisbeke", 20))
    contacts = (dpo("dpo@waterhoek.example", 1, "stad Waterhoek"),)
    assert places("parties.dpo_reachable", Facts(parties=cities, contacts=contacts)) == []


def test_a_city_and_its_ocmw_are_reached_at_the_domain_of_the_place() -> None:
    pair = (party("stad Waterhoek", 10), party("OCMW Waterhoek", 20))
    assert places(
        "parties.dpo_reachable", Facts(parties=pair, contacts=(dpo("dpo@waterhoek.example", 1),))
    ) == [1]


def test_one_party_alone_is_no_protocol() -> None:
    contacts = (dpo("dpo@waterhoek.example", 1),)
    assert places("parties.dpo_reachable", Facts(parties=(CITY,), contacts=contacts)) == []
