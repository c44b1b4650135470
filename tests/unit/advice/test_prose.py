"""What the variables say, on hand-made facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from protocheck.advice.bodies import on_envelope
from protocheck.advice.context import Context
from protocheck.advice.prose import of_package
from protocheck.advice.templates import Value, sentence
from protocheck.model.alignment import PageQuality, Quality
from protocheck.model.facts import (
    Citation,
    DataItem,
    DateFact,
    Facts,
    Party,
    Person,
    Recipient,
)
from protocheck.model.package import Package
from tests.unit.papers import NOWHERE, at, party, reading
from tests.unit.wilgenbeke import AGENCY, PAPER, PARTS, TOWN, WELFARE, contact, context


def say(template: str, facts: Facts) -> str:
    return sentence(template, of_package(context(facts)), rule="T")


def look(name: str, *parties: Party, **facts: Sequence[object]) -> Value:
    return of_package(context(Facts(parties=parties, **facts)))(name)  # type: ignore[arg-type]  # per kind of fact


AGENCY_IN_FULL = (
    "het Agentschap Wonen, meedelende instantie, KBO-nummer 0123.456.749, gevestigd te Kaai 1, "
    "1000 Brussel, vertegenwoordigd door Jo Maes (administrateur-generaal)"
)


def test_a_name_in_capitals_is_written_as_in_running_text() -> None:
    shouting = (party("STAD TORENBEKE", "receiver"), party("VLAAMSE DIENST VAN DE LUCHT", "sender"))
    assert look("receiver", *shouting) == ("de stad Torenbeke",)
    assert look("sender", *shouting) == ("de Vlaamse Dienst van de Lucht",)
    assert look("receiver", party("Gemeente Hazegem", "receiver")) == ("de gemeente Hazegem",)
    assert look("receiver", party("OCMW HAZEGEM", "receiver")) == ("het OCMW Hazegem",)


def test_an_office_represents_with_its_article() -> None:
    town = party("stad Drakenvoorde", people=[("burgemeester", ""), ("van den Berg", "")])
    assert look("parties", town) == (
        "de stad Drakenvoorde, vertegenwoordigd door de burgemeester en van den Berg",
    )


def test_each_party_with_all_that_identifies_it() -> None:
    assert look("parties", AGENCY, TOWN) == (
        AGENCY_IN_FULL,
        "de gemeente Wilgenbeke, ontvangende instantie, gevestigd te Markt 1, 9999 Wilgenbeke",
    )


def test_a_number_that_fails_its_check_is_said_to() -> None:
    wrong = replace(AGENCY, kbo_valid=False, representatives=(), seat="")
    assert look("parties", wrong) == (
        "het Agentschap Wonen, meedelende instantie, KBO-nummer 0123.456.749 (het controlegetal klopt niet)",
    )
    assert look("invalid_kbo", wrong, TOWN) == ("het Agentschap Wonen",)


def test_a_college_represents_with_its_article() -> None:
    town = party("stad Drakenvoorde", people=[("college van burgemeester en schepenen", ""), ("An Bal", "")])
    assert look("parties", town) == (
        "de stad Drakenvoorde, vertegenwoordigd door het college van burgemeester en schepenen en An Bal",
    )


def test_who_sends_and_who_receives() -> None:
    assert look("sender", AGENCY, TOWN, WELFARE) == ("het Agentschap Wonen",)
    assert look("receiver", AGENCY, TOWN, WELFARE) == ("Wilgenbeke", "het OCMW Wilgenbeke")
    assert look("sender") == "de meedelende instantie"
    assert look("receiver", AGENCY) == "de ontvangende instantie"
    both = replace(TOWN, role="both")
    assert look("sender", both) == look("receiver", both) == ("Wilgenbeke",)


def test_where_data_flow_back_no_body_sends_to_itself() -> None:
    returns = replace(TOWN, role="both")
    assert look("sender", AGENCY, returns) == ("het Agentschap Wonen",)
    assert look("receiver", AGENCY, returns) == ("Wilgenbeke",)
    assert look("sender", AGENCY, returns, WELFARE) == ("het Agentschap Wonen", "Wilgenbeke")
    each = replace(AGENCY, role="both")
    assert look("sender", each, returns) == "elke partij"
    assert look("receiver", each, returns) == "de andere partij"


def test_parties_are_counted() -> None:
    assert look("party_count", AGENCY) == ""
    assert look("only_party", AGENCY) == AGENCY_IN_FULL
    assert look("only_party", AGENCY, TOWN) == ""
    assert look("party_count", AGENCY, TOWN, WELFARE) == "drie partijen"
    assert look("party_count") == ""


def test_what_a_party_lacks() -> None:
    assert look("without_kbo", AGENCY, TOWN, WELFARE) == ("Wilgenbeke",)
    assert look("without_seat", AGENCY, TOWN, WELFARE) == ("het OCMW Wilgenbeke",)
    assert look("without_representative", AGENCY, TOWN) == ("Wilgenbeke",)


def test_officers_are_reached_under_the_short_name_of_their_party() -> None:
    contacts = [
        contact("dpo@wonen.example", "Agentschap Wonen"),
        contact("fg@w.example", "gemeente Wilgenbeke"),
    ]
    parties = (AGENCY, TOWN)
    assert look("dpo_contacts", *parties, contacts=contacts) == (
        "dpo@wonen.example (het Agentschap Wonen)",
        "fg@w.example (Wilgenbeke)",
    )
    assert look("where_dpo_contacts", *parties, contacts=contacts) == "art. 6 van het protocol"
    assert look("without_dpo", *parties, contacts=contacts[:1]) == ("Wilgenbeke",)
    assert look("without_dpo", *parties, contacts=[contact("dpo@wonen.example", "")]) == ()
    assert look("dpo_contacts", *parties) == ()


def test_one_mailbox_of_two_officers_stands_once_and_a_telephone_beside_it_is_left_out() -> None:
    mail = contact("fg@w.example", "Agentschap Wonen")
    contacts = [
        replace(mail, kind="phone", value="0470 11 22 33"),
        mail,
        replace(mail, owner="gemeente Wilgenbeke"),
        replace(mail, kind="phone", value="09 123 45 67", owner="OCMW Wilgenbeke"),
    ]
    assert look("dpo_contacts", AGENCY, TOWN, WELFARE, contacts=contacts) == (
        "fg@w.example (het Agentschap Wonen en Wilgenbeke)",
        "09 123 45 67 (het OCMW Wilgenbeke)",
    )


def advice(day: dt.date | None, owner: str) -> DateFact:
    return DateFact(day, "3 mei 2024", "dpo-advice", at(PAPER, "3 mei 2024"), owner)


def test_officers_who_advised_on_one_day_stand_together() -> None:
    dates = (advice(dt.date(2024, 5, 3), "Agentschap Wonen"), advice(dt.date(2024, 5, 3), "OCMW Wilgenbeke"))
    facts = Facts(parties=(AGENCY, WELFARE), dates=dates)
    assert say("Volgens {{ where_dpo_advice }} {{ dpo_advice }}.", facts) == (
        "Volgens overweging A van het protocol gaven de functionarissen voor gegevensbescherming van het "
        "Agentschap Wonen en het OCMW Wilgenbeke advies op 3 mei 2024."
    )


def test_officers_who_advised_on_two_days() -> None:
    dates = (advice(dt.date(2024, 5, 3), "Agentschap Wonen"), advice(dt.date(2024, 6, 4), ""))
    assert look("dpo_advice", AGENCY, dates=dates) == (
        "gaven de functionarissen voor gegevensbescherming advies op 3 mei 2024 en 4 juni 2024"
    )
    named = (
        dates[0],
        advice(dt.date(2024, 6, 4), "OCMW Wilgenbeke"),
        advice(dt.date(2024, 6, 5), "Wilgenbeke"),
    )
    assert look("dpo_advice", AGENCY, WELFARE, TOWN, dates=named[:2]) == (
        "gaf de functionaris voor gegevensbescherming van het Agentschap Wonen advies op 3 mei 2024 en die "
        "van het OCMW Wilgenbeke op 4 juni 2024"
    )
    assert look("dpo_advice", AGENCY, WELFARE, TOWN, dates=named) == (
        "gaf de functionaris voor gegevensbescherming van het Agentschap Wonen advies op 3 mei 2024, die van "
        "het OCMW Wilgenbeke op 4 juni 2024 en die van Wilgenbeke op 5 juni 2024"
    )


def test_one_officer_on_two_days_leaves_open_whose_advice_it_is() -> None:
    dates = (advice(dt.date(2024, 5, 3), "OCMW Wilgenbeke"), advice(dt.date(2024, 6, 4), "OCMW Wilgenbeke"))
    assert look("dpo_advice", AGENCY, WELFARE, dates=dates) == (
        "gaven de functionarissen voor gegevensbescherming advies op 3 mei 2024 en 4 juni 2024"
    )
    assert look("dpo_advice_missing", AGENCY, WELFARE, dates=dates) == ()


def test_an_advice_without_date_and_a_party_without_advice() -> None:
    dates = (advice(None, "Agentschap Wonen"),)
    assert look("dpo_advice", AGENCY, TOWN, dates=dates) == ""
    assert look("dpo_advice_open", AGENCY, TOWN, dates=dates) == (
        "de functionaris voor gegevensbescherming van het Agentschap Wonen",
    )
    assert look("dpo_advice_missing", AGENCY, TOWN, dates=dates) == (
        "de functionaris voor gegevensbescherming van Wilgenbeke"
    )
    assert look("dpo_advice_missing", AGENCY, TOWN) == (
        "de functionarissen voor gegevensbescherming van het Agentschap Wonen en Wilgenbeke"
    )


def test_nobody_is_said_to_lack_an_advice_when_it_is_unclear_whose_it_is() -> None:
    assert look("dpo_advice_missing", AGENCY, TOWN, dates=(advice(dt.date(2024, 5, 3), ""),)) == ()


def datum(name: str, justification: str = "", retention: str = "") -> DataItem:
    return DataItem(name, NOWHERE, justification, None, retention)


def test_data_with_their_reasons() -> None:
    items = (datum("Naam en voornaam;", "om de persoon te herkennen.", "5 jaar"), datum("INSZ", "", "5 jaar"))
    assert look("data_items", data_items=items) == (
        "naam en voornaam (verantwoording: “om de persoon te herkennen”)",
        "INSZ",
    )
    assert look("data_count", data_items=items) == "twee gegevens of groepen gegevens"
    assert look("data_unjustified", data_items=items) == ("INSZ",)
    assert look("retention", data_items=items) == ("“5 jaar”",)


def test_a_retention_of_its_own_stands_with_each_datum() -> None:
    items = (datum("naam", retention="5 jaar"), datum("adres", retention="1 jaar"), datum("INSZ"))
    assert look("data_items", data_items=items) == (
        "naam (bewaartermijn: “5 jaar”)",
        "adres (bewaartermijn: “1 jaar”)",
        "INSZ",
    )
    assert look("retention", data_items=items) == ()
    assert look("data_without_retention", data_items=items) == ("INSZ",)
    assert look("data_unjustified", data_items=items) == ()


def test_a_very_long_list_of_data_is_cut() -> None:
    items = tuple(datum(f"gegeven {n}") for n in range(20))
    names = look("data_names", data_items=items)
    assert isinstance(names, tuple)
    assert (len(names), names[-1]) == (16, "vijf andere")


def test_recipients_by_kind() -> None:
    recipients = (
        Recipient("de dienst Wonen", NOWHERE),
        Recipient("het archief", NOWHERE, third_party=True),
        Recipient("verzekeraars", NOWHERE, third_party=True, excluded=True),
    )
    assert look("recipients", recipients=recipients) == ("de dienst Wonen",)
    assert look("third_parties", recipients=recipients) == ("het archief",)
    assert look("excluded", recipients=recipients) == ("“verzekeraars”",)


def test_the_sentence_on_processors_is_quoted_with_its_place() -> None:
    gdpr = Citation("avg", "verordening", "AVG", None, ("28",), at(PAPER, "artikel 28 van de AVG"))
    assert look("processors", citations=(gdpr,)) == (
        "“De partijen sluiten overeenkomsten volgens artikel 28 van de AVG” (art. 6)"
    )
    assert look("breaches", citations=(gdpr,)) == ""


def test_what_the_protocol_does_not_state_is_taken_from_an_annex() -> None:
    annex = reading(PARTS, document="annex-1", facts=Facts(parties=(AGENCY,)))
    assert of_package(Context(Package(PAPER, (annex,))))("parties_short") == ("het Agentschap Wonen",)


def test_pages_that_cannot_be_read() -> None:
    pages = tuple(PageQuality(n, 100, 0.2, 0.2, 0.5, readable=n == 1) for n in (1, 2, 3))
    quality = Quality(0.3, readable=False, pages=pages)
    assert of_package(context(Facts(), quality=quality))("unreadable_pages") == "de bladzijden 2 en 3"
    assert (
        of_package(context(Facts(), quality=Quality(0.3, readable=False)))("unreadable_pages")
        == "het document"
    )
    assert of_package(context(Facts()))("unreadable_pages") == ""


def test_of_many_data_without_a_reason_those_with_one_are_named() -> None:
    items = (datum("naam"), datum("adres"), datum("INSZ", "om dubbels te vermijden"))
    assert look("data_unjustified", data_items=items) == ()
    assert look("data_justified", data_items=items) == ("INSZ",)
    assert look("data_justified", data_items=items[2:]) == ()


def test_an_office_that_runs_into_the_short_name_of_its_party_is_cut() -> None:
    head = Person("An Claes", "algemeen directeur (hierna: het ziekenhuis", NOWHERE)
    ward = replace(TOWN, representatives=(head,))
    assert str(look("parties", ward)).endswith("vertegenwoordigd door An Claes (algemeen directeur)',)")


@pytest.mark.parametrize(
    ("name", "short", "said"),
    [
        ("gemeente Hazegem", "de gemeente", "Gemeente Hazegem"),
        ("opdrachthoudende vereniging Stille Rust", "Stille Rust", "Stille Rust"),
        ("OPENBAAR CENTRUM VOOR MAATSCHAPPELIJK WELZIJN VAN HAZEGEM", "het OCMW", "OCMW van Hazegem"),
    ],
)
def test_a_letter_names_the_body_so_that_it_arrives(name: str, short: str, said: str) -> None:
    assert on_envelope(replace(TOWN, name=name, short_name=short)) == said


def test_a_seat_says_te_once() -> None:
    assert "gevestigd te Markt 1, 9000 Gent" in str(
        look("parties", replace(TOWN, seat="Markt 1 te 9000 Gent"))
    )
