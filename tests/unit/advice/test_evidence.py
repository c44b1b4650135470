"""What the variables say of the evidence of a criterion, and what becomes of its clause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from protocheck.advice.clauses import fill_bodies
from protocheck.advice.context import Context
from protocheck.advice.prose import of_criterion, of_package, write
from protocheck.advice.templates import Value
from protocheck.model.facts import (
    AnnexMention,
    Citation,
    DateFact,
    Facts,
    Party,
    Recipient,
)
from protocheck.model.geometry import Span
from protocheck.model.outcome import ElementResult, Evidence
from protocheck.model.package import Package
from tests.unit.papers import NOWHERE, at, criterion, evidence, party, reading
from tests.unit.wilgenbeke import AGENCY, PAPER, TOWN, WELFARE, contact, context


def look(name: str, *parties: Party, **facts: Sequence[object]) -> Value:
    return of_package(context(Facts(parties=parties, **facts)))(name)  # type: ignore[arg-type]  # per kind of fact


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
    assert (supplied("annexes_absent"), supplied("annexes_at_hand")) == ((), ("bijlage 2",))


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


def test_a_day_that_the_quotation_names_is_not_told_again() -> None:
    paper = reading([("article 5", "artikel 5", "Het protocol loopt van 1 mei 2022 tot 30 april 2027.")])
    begin = DateFact(dt.date(2022, 5, 1), "1 mei 2022", "entry-into-force", NOWHERE)
    other = replace(begin, value=dt.date(2023, 1, 1))
    for day, said in ((begin, ()), (other, "1 januari 2023")):
        package = Package(replace(paper, facts=Facts(dates=(day,))))
        judged = criterion("met", found=(evidence(paper, "van 1 mei 2022 tot 30 april 2027"),))
        assert of_criterion(Context(package), judged)("begins") == said


def test_rows_that_say_the_same_are_quoted_once() -> None:
    paper = reading([("article 5", "artikel 5", "wekelijks, maandag; wekelijks, maandag.")])
    first = evidence(paper, "wekelijks, maandag")
    second = replace(first, span=Span(20, 38))
    look = of_criterion(Context(Package(paper)), criterion("met", found=(first, second)))
    assert look("quotes.duur") == ("“wekelijks, maandag”",)


def test_a_statute_whose_title_breaks_off_is_named_by_its_date() -> None:
    title = "besluit van de Vlaamse Regering van 29 januari 2016 houdende de uitvoering van"
    cited = Citation("c", "besluit", title, dt.date(2016, 1, 29), (), at(PAPER, "vijf jaar"))
    assert of("statutes.duur", evidence(PAPER, DURATION), facts=Facts(citations=(cited,))) == (
        "het besluit van de Vlaamse Regering van 29 januari 2016",
    )


def test_where_data_flow_both_ways_a_clause_speaks_of_each_party() -> None:
    clause = "Deelt [een meedelende instantie] gegevens mee, dan antwoordt [ontvangende instantie]."
    parties = (replace(AGENCY, role="both"), replace(TOWN, role="both"))
    assert fill_bodies(clause, context(Facts(parties=parties))) == (
        "Deelt een partij gegevens mee, dan antwoordt elke partij."
    )


def test_statutes_that_stand_elsewhere_are_named_with_what_was_not_told() -> None:
    day = dt.date(2018, 2, 9)
    cited = (
        Citation("d", "decreet", "over het beleid", day, ("3",), at(PAPER, "vijf jaar")),
        Citation("d", "decreet", "over het beleid", day, ("3", "4"), at(PAPER, "het decreet van 5 mei 2017")),
        Citation("w", "wet", "verliep de samenwerking, 9000 Gent", dt.date(1976, 7, 8), (), NOWHERE),
        Citation("k", "besluit", "het beschermingsbesluit", None, (), NOWHERE),
    )
    said = of("remaining", evidence(PAPER, DURATION), facts=Facts(citations=cited))
    assert said == ("het decreet van 9 februari 2018 over het beleid (art. 4)", "de wet van 8 juli 1976")


def test_a_mention_is_not_quoted_again_for_a_later_criterion() -> None:
    found = evidence(PAPER, DURATION, "terloops")
    judged = replace(criterion("met", found=(found,)), elements=())
    assert of_criterion(context(Facts()), judged)("new.terloops") == ("“De mededeling duurt vijf jaar”",)
    assert of_criterion(context(Facts()), judged, (found,))("new.terloops") == ()


def test_an_annex_at_hand_goes_by_its_name() -> None:
    names = AnnexMention("", "", at(PAPER, "De partijen"))
    agreement = replace(
        reading([("article 1", "artikel 1", "Wij werken samen.")], document="annex-1"),
        outline=replace(PAPER.outline, title="Overeenkomst over de samenwerking"),
    )
    package = Package(replace(PAPER, facts=Facts(annexes=(names,))), (agreement,))
    look = of_package(Context(package))
    assert look("annexes_supplied") == ("de overeenkomst (bijlage 1)",)
    assert (look("annexes_named"), look("annexes_at_hand")) == (("de overeenkomst",), ())


LEANING = (
    "Het OCMW voert een sociaal beleid.",
    "Die steun neemt vele vormen aan.",
    "Daarvoor gebruikt het de gegevens.",
    "Dit protocol telt.",
)


def leaning(last: str) -> tuple[Context, Evidence]:
    """A paper of one paragraph with those sentences, and its evidence."""
    paper = reading([("article 2", "artikel 2", " ".join(LEANING))])
    spans = tuple(at(paper, sentence) for sentence in LEANING)
    (part,) = paper.outline.segments
    leaf = replace(part.children[0], sentences=spans)
    outline = replace(paper.outline, segments=(replace(part, children=(leaf,)),))
    paper = replace(paper, outline=outline)
    return Context(Package(paper)), evidence(paper, last)


def test_a_purpose_is_quoted_with_the_sentences_that_it_leans_on() -> None:
    whole, found = leaning(LEANING[2])
    assert of_criterion(whole, criterion("met", found=(found,)))("quote.duur") == (
        f"“{' '.join(LEANING[:3])[:-1]}”",
    )
    assert whole.said_in_full(found, 40) == LEANING[2]  # it does not fit


def test_a_sentence_on_the_protocol_itself_stands_alone() -> None:
    whole, found = leaning(LEANING[3])
    assert whole.said_in_full(found, 400) == LEANING[3]


def test_a_statute_that_the_quotation_names_is_not_named_again() -> None:
    said = "op grond van het decreet van 5 mei 2017"
    day = dt.date(2017, 5, 5)
    named_ = Citation("d", "decreet", "over het wonen", day, ("3",), at(PAPER, "het decreet van 5 mei 2017"))
    hidden = replace(named_, key="w", date=dt.date(2018, 1, 1), title="over het beleid")
    assert of("besides.duur", evidence(PAPER, said), facts=Facts(citations=(named_,))) == ()
    assert of("besides.duur", evidence(PAPER, said), facts=Facts(citations=(hidden,))) == (
        "het decreet van 1 januari 2018 over het beleid (art. 3)",
    )


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (
            "over de toelagen, om na te gaan of een aanvrager voldoet",
            "het decreet van 8 juni 2007 over de toelagen",
        ),
        (
            "over het lokaal bestuur, Kerkweg 30, 9663 Ham",
            "het decreet van 8 juni 2007 over het lokaal bestuur",
        ),
        ("over het waterbeleid, gecoördineerd op 15 juni 2018", None),
    ],
)
def test_a_title_ends_where_the_sentence_goes_on(title: str, said: str | None) -> None:
    cited = Citation("c", "decreet", title, dt.date(2007, 6, 8), (), at(PAPER, "vijf jaar"))
    assert of("statutes.duur", evidence(PAPER, DURATION), facts=Facts(citations=(cited,))) == (
        said or f"het decreet van 8 juni 2007 {title}",
    )
