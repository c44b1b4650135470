"""What the variables say, on hand-made facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from protocheck.advice.context import Context
from protocheck.advice.prose import of_criterion, of_package, write
from protocheck.advice.templates import Value, sentence
from protocheck.model.alignment import PageQuality, Quality
from protocheck.model.facts import (
    AnnexMention,
    Citation,
    Contact,
    DataItem,
    DateFact,
    Facts,
    Party,
    Recipient,
)
from protocheck.model.outcome import ElementResult, Evidence
from protocheck.model.package import Package
from tests.unit.papers import NOWHERE, at, criterion, evidence, party, reading

PARTS = (
    ("recital A", "overweging A", "De functionaris adviseerde op 3 mei 2024."),
    (
        "article 4",
        "artikel 4",
        "De gegevens worden elke maand bezorgd, op grond van het decreet van 5 mei 2017.",
    ),
    ("article 5", "artikel 5", "De mededeling duurt vijf jaar."),
    ("article 6", "artikel 6", "De partijen sluiten overeenkomsten volgens artikel 28 van de AVG."),
)
PAPER = reading(PARTS)
AGENCY = party(
    "Agentschap Wonen",
    "sender",
    kbo="0123456749",
    seat="Kaai 1, 1000 Brussel",
    people=[("Jo Maes", "Administrateur-generaal")],
)
TOWN = party("gemeente Wilgenbeke", "receiver", short="Wilgenbeke", seat="Markt 1, 9999 Wilgenbeke")
WELFARE = party("OCMW Wilgenbeke", "receiver", kbo="0999999922")


def context(facts: Facts, **quality: object) -> Context:
    paper = replace(reading(PARTS, **quality), facts=facts)  # type: ignore[arg-type]  # only a Quality is given
    return Context(Package(paper))


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


def contact(value: str, owner: str) -> Contact:
    return Contact("email", value, owner, dpo=True, personal=False, span=at(PAPER, "De partijen"))


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


DURATION, RHYTHM = "De mededeling duurt vijf jaar.", "De gegevens worden elke maand bezorgd"


def of(name: str, *found: Evidence, facts: Facts | None = None) -> Value:
    return of_criterion(context(facts or Facts()), criterion("met", found=found))(name)


def test_evidence_is_cited_and_quoted_in_its_best_place() -> None:
    found = (evidence(PAPER, DURATION), evidence(PAPER, RHYTHM))
    assert of("where.duur", *found) == "art. 5 van het protocol"
    assert of("quotes.duur", *found) == ("“De mededeling duurt vijf jaar”",)
    assert of("also.duur", *found) == "art. 4 van het protocol"
    assert of("where", *found) == "art. 5 van het protocol"


def test_evidence_by_its_signal() -> None:
    found = (evidence(PAPER, DURATION, "termijn"), evidence(PAPER, RHYTHM, "ritme"))
    assert of("where.ritme", *found) == "art. 4 van het protocol"
    assert of("quotes.onbekend", *found) == ()


def test_a_passage_is_read_in_full_where_other_evidence_holds_it() -> None:
    assert of("quotes.duur", evidence(PAPER, "vijf jaar"), evidence(PAPER, DURATION)) == (
        "“De mededeling duurt vijf jaar”",
    )


def test_a_passage_quoted_before_is_not_quoted_again() -> None:
    one = evidence(PAPER, DURATION)
    judged = replace(
        criterion("met", found=(one,)),
        elements=(ElementResult("begin", "", "met", (0,)), ElementResult("duur", "", "met", (0,))),
    )
    look = of_criterion(context(Facts()), judged)
    assert (look("new.begin"), look("same.begin")) == (("“De mededeling duurt vijf jaar”",), "")
    assert (look("new.duur"), look("same.duur")) == ((), "dezelfde passage")


def test_a_second_element_in_the_same_place_is_told_there() -> None:
    found = (evidence(PAPER, "vijf jaar"), evidence(PAPER, "De mededeling"), evidence(PAPER, RHYTHM))
    elements = tuple(ElementResult(name, "", "met", (n,)) for n, name in enumerate(("duur", "wat", "ritme")))
    look = of_criterion(context(Facts()), replace(criterion("met", found=found), elements=elements))
    assert (look("elsewhere.duur"), look("there.duur")) == ("art. 5 van het protocol", ())
    assert (look("elsewhere.wat"), look("there.wat")) == ((), "art. 5 van het protocol")
    assert (look("elsewhere.ritme"), look("there.ritme")) == ("art. 4 van het protocol", ())
    assert look("everywhere") == "art. 4 en 5 van het protocol"


def test_what_no_element_needs_is_told_unless_it_was_quoted() -> None:
    found = (
        evidence(PAPER, DURATION),
        evidence(PAPER, RHYTHM, "ritme"),
        evidence(PAPER, "vijf jaar", "term"),
    )
    elements = (ElementResult("duur", "", "met", (0,)),)
    look = of_criterion(context(Facts()), replace(criterion("met", found=found), elements=elements))
    assert look("new.ritme") == ("“De gegevens worden elke maand bezorgd”",)
    assert look("new.term") == ()


def test_the_best_signal_alone_can_be_quoted() -> None:
    found = (evidence(PAPER, "De mededeling duurt", "streng"), evidence(PAPER, "vijf jaar", "licht"))
    assert of("quote.duur", *found) == ("“De mededeling duurt”",)
    assert of("quotes.duur", *found) == ("“De mededeling duurt”", "“vijf jaar”")


def test_a_page_number_inside_a_passage_is_not_quoted() -> None:
    paper = reading((("article 5", "artikel 5", "De mededeling Bladzijde 2 van 3 duurt vijf jaar."),))
    torn = replace(paper, text=replace(paper.text, furniture=(at(paper, "Bladzijde 2 van 3"),)))
    found = evidence(paper, "De mededeling Bladzijde 2 van 3 duurt vijf jaar.")
    look = of_criterion(Context(Package(torn)), criterion("met", found=(found,)))
    assert look("quotes.duur") == ("“De mededeling duurt vijf jaar”",)


def test_the_basis_counts_the_statutes_of_every_place() -> None:
    cited = (
        Citation("a", "decreet", "decreet A", None, ("3",), at(PAPER, "het decreet van 5 mei 2017")),
        Citation("b", "decreet", "decreet B", None, (), at(PAPER, "vijf jaar")),
    )
    found = (evidence(PAPER, DURATION), evidence(PAPER, "op grond van het decreet van 5 mei 2017"))
    assert of("basis.duur", *found, facts=Facts(citations=cited)) == (
        "het decreet B",
        "het decreet A (art. 3)",
    )
    assert of("statutes.duur", *found, facts=Facts(citations=cited)) == ("het decreet B",)


def test_an_amending_decree_keeps_its_noun() -> None:
    title = "tot wijziging van het decreet van 5 mei 2017"
    cited = Citation("c", "decreet", title, dt.date(2022, 2, 4), (), at(PAPER, "vijf jaar"))
    assert of("statutes.duur", evidence(PAPER, DURATION), facts=Facts(citations=(cited,))) == (
        "het decreet van 4 februari 2022 tot wijziging van het decreet van 5 mei 2017",
    )


def test_statutes_cited_in_the_evidence() -> None:
    cited = (
        Citation("d", "decreet", "decreet van 5 mei 2017 over het wonen", dt.date(2017, 5, 5), ("3", "4"),
                 at(PAPER, "het decreet van 5 mei 2017")),
        Citation("avg", "verordening", "AVG", None, ("6",), at(PAPER, "het decreet")),
    )  # fmt: skip
    found = evidence(PAPER, "op grond van het decreet van 5 mei 2017")
    assert of("statutes.duur", found, facts=Facts(citations=cited)) == (
        "het decreet van 5 mei 2017 over het wonen (art. 3 en 4)",
    )
    assert of("basis.duur", evidence(PAPER, DURATION), facts=Facts(citations=cited)) == (
        "“De mededeling duurt vijf jaar”",
    )


def test_gaps_by_their_titles() -> None:
    look = of_criterion(context(Facts()), criterion("unmet"))
    assert look("missing") == look("missing.duur") == ("hoelang de mededeling duurt",)
    assert look("present") == look("missing.ritme") == ()


def test_a_criterion_is_written_out() -> None:
    judged = criterion(
        "partial",
        ["De duur staat in {{ where.duur }}.", "Over {{ statutes.duur }}."],
        [evidence(PAPER, DURATION)],
        advice="{{ ?missing.duur }}Bepaal de duur.\nDatum: {{ end_date }}.\nLaat dit nakijken.",
        clause="[ontvangende instantie] meldt dat aan [meedelende instantie].",
    )
    written = write(judged, context(Facts(parties=(AGENCY, TOWN, WELFARE))))
    assert written.text == "De duur staat in art. 5 van het protocol."
    assert written.advice == "Bepaal de duur. Laat dit nakijken."
    assert written.clause == (
        "Elke ontvangende instantie (Wilgenbeke en het OCMW Wilgenbeke) meldt dat aan het Agentschap Wonen."
    )


def test_a_judgement_never_stands_without_a_text() -> None:
    found = [evidence(PAPER, DURATION)]
    assert write(criterion("met", [], found), context(Facts())).text == (
        "Het protocol bevat het volgende: hoelang de mededeling duurt. Dat staat in art. 5 van het protocol."
    )
    assert write(criterion("unmet"), context(Facts())).text == "Wat ontbreekt: hoelang de mededeling duurt."


def test_a_clause_keeps_the_brackets_of_what_is_not_known() -> None:
    judged = criterion("unmet", clause="- [instantie]: [mailadres];\n[meedelende instantie] wist dat.")
    assert (
        write(judged, context(Facts())).clause
        == "- [instantie]: [mailadres];\n[meedelende instantie] wist dat."
    )
    assert write(judged, context(Facts(parties=(AGENCY, TOWN)))).clause == (
        "- het Agentschap Wonen: [mailadres];\n- Wilgenbeke: [mailadres];\nHet Agentschap Wonen wist dat."
    )


def test_a_clause_speaks_of_the_party_that_lacks_something() -> None:
    judged = criterion(
        "unmet",
        clause="[instantie zonder vertegenwoordiger] wordt vertegenwoordigd door [naam].\n"
        "Bereikbaar: [instantie zonder functionaris].",
    )
    contacts = (contact("dpo@wonen.example", "Agentschap Wonen"),)
    assert write(judged, context(Facts(parties=(AGENCY, TOWN), contacts=contacts))).clause == (
        "Wilgenbeke wordt vertegenwoordigd door [naam].\nBereikbaar: Wilgenbeke."
    )
    assert write(judged, context(Facts())).clause == (
        "[instantie] wordt vertegenwoordigd door [naam].\nBereikbaar: [instantie]."
    )


def test_a_clause_on_one_of_several_bodies_keeps_its_verb() -> None:
    judged = criterion(
        "unmet",
        clause="Meldt [een ontvangende instantie] een fout, dan antwoordt [een meedelende instantie].",
    )
    assert write(judged, context(Facts(parties=(AGENCY, TOWN, WELFARE)))).clause == (
        "Meldt een ontvangende instantie (Wilgenbeke of het OCMW Wilgenbeke) een fout, dan antwoordt het "
        "Agentschap Wonen."
    )
    assert write(judged, context(Facts())).clause == (
        "Meldt [ontvangende instantie] een fout, dan antwoordt [meedelende instantie]."
    )


def named(number: str, words: str) -> AnnexMention:
    return AnnexMention(number, "", at(PAPER, words))


def test_annexes_that_were_not_handed_in_are_said_to_be_absent() -> None:
    plain = [named("", "De partijen")]
    assert (
        look("annexes_named", annexes=plain)
        == look("annexes_absent", annexes=plain)
        == ("een bijlage (de overeenkomst)",)
    )
    both = [*plain, named("2", "vijf jaar"), named("1", "vijf jaar")]
    assert look("annexes_named", annexes=both) == ("bijlage 1", "bijlage 2")
    assert look("annexes_at_hand", annexes=both) == ()
    package = Package(replace(PAPER, facts=Facts(annexes=tuple(both))), (replace(PAPER, document="annex-1"),))
    supplied = of_package(Context(package))
    assert (supplied("annexes_absent"), supplied("annexes_at_hand")) == ((), ("bijlage 1", "bijlage 2"))


def test_a_recipient_that_breaks_off_is_left_out() -> None:
    broken = ("medewerkers", "de boekhouding waarin zij", "Erkende taxibedrijven, als", "dienst Wonen 1")
    listed = [Recipient(text, NOWHERE) for text in (*broken, "de dienst Wonen")]
    assert look("recipients", recipients=listed) == ("de dienst Wonen",)


def test_a_clause_offers_only_what_lacks() -> None:
    judged = criterion(
        "unmet", clause="{{ ?missing.duur }}Dit duurt [termijn].\n{{ ?missing.ritme }}Elke [maand]."
    )
    assert write(judged, context(Facts())).clause == "Dit duurt [termijn]."


def test_recipients_that_the_quotation_names_are_not_named_twice() -> None:
    facts = Facts(recipients=(Recipient("De partijen", NOWHERE), Recipient("de dienst Wonen", NOWHERE)))
    found = evidence(PAPER, "De partijen sluiten overeenkomsten")
    assert of("named.duur", found, facts=facts) == ("de dienst Wonen",)


def test_the_welfare_centre_goes_by_its_letters() -> None:
    centre = party("openbaar centrum voor maatschappelijk welzijn (OCMW) van Geldrode", "receiver")
    assert look("receiver", centre) == ("het OCMW van Geldrode",)
    described = "".join(look("parties", replace(centre, seat="het stadhuis, Markt 1")))
    assert described.startswith("het openbaar centrum voor maatschappelijk welzijn (OCMW) van Geldrode, ")
    assert described.endswith(", gevestigd in het stadhuis, Markt 1")
