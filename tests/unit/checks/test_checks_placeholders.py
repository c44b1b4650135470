"""What a template leaves in: open places, choices, instructions; and what only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocheck.checks import FINDERS
from protocheck.checks.case import Case
from protocheck.facts import state
from protocheck.ingest.read import read
from protocheck.model.geometry import Span
from protocheck.model.package import Package, Reading
from protocheck.model.text import SourceText
from protocheck.repair import repair
from protocheck.segment import segment
from tests.unit.checks.found import WORDED, in_clause, quotes, rules


@pytest.mark.parametrize(
    "clause",
    [
        "De gegevens worden bewaard gedurende XX jaar.",
        "De gegevens worden bewaard gedurende ... jaar.",
        "De gegevens worden bewaard gedurende [aantal] jaar.",
        "De gegevens worden bewaard gedurende X maanden na de beslissing.",
        "De functionaris gaf op __/__/2026 advies.",
        "De functionaris gaf op ../../2026 advies.",
        "De functionaris gaf op .. maart 2026 advies.",
        "De functionaris gaf op … maart 2026 advies.",
        "Ondernemingsnummer: XXXX.XXX.XXX",
        "Ondernemingsnummer 0XXX.XXX.XXX, met zetel te Gent.",
        "De eerste levering vindt plaats op DD/MM/JJJJ.",
        "De bewaartermijn is nog te bepalen.",
        "Bewaartermijn: n.t.b.",
        "Bewaartermijn: t.b.d.",
        "De contactpersoon bij de stad is <naam contactpersoon>.",
        "De contactpersoon bij de stad is {{naam}}.",
        "Opgemaakt te Wijtsbeke op «Datum», in twee exemplaren.",
        "De stad wordt vertegenwoordigd door «Vertegenwoordiger_partij_2».",
        "De contactpersoon bij de stad is ______________.",
        "De contactpersoon bij de stad is ................ (tel. 09 123 45 67).",
        "Dit protocol treedt in werking op .",
        "Dit protocol treedt in werking op [●].",
        "Dit protocol treedt in werking op [...].",
        "Dit protocol treedt in werking op [ ] 2026.",
        "Dit protocol treedt in werking op ?? 2026.",
        "De stad wordt vertegenwoordigd door [NAAM EN FUNCTIE].",
        "De functionaris voor gegevensbescherming heeft op positief advies gegeven over dit protocol.",
        "Het bestand wordt bezorgd aan [e-mailadres].",
        "Contactpersoon: [in te vullen]",
        "Contactpersoon: (in te vullen)",
        "Contactpersoon: (nog in te vullen)",
        "Contactpersoon: (naam)",
        "De raad keurde dit protocol goed op (datum).",
        "Gemeenteraadsbeslissing van xx/xx/2026.",
        "Gemeenteraadsbeslissing van 20XX.",
        "Dit protocol eindigt op 31 december 20...",
        "De opzegtermijn bedraagt (...) maanden.",
        "Bij verzoek nr. ........ van de stad.",
        "| Gegeven | Bewaring |\n|---|---|\n| naam | ... |\n| adres | twee jaar |",
        "| Gegeven | Bewaring |\n|---|---|\n| naam | XX |\n| adres | twee jaar |",
        "| Gegeven | Bewaring |\n|---|---|\n| naam | nog te bepalen |\n| adres | twee jaar |",
        "De stad duidt een aanspreekpunt aan: NAAM INVULLEN.",
        "De stad duidt een aanspreekpunt aan (naam nog door te geven).",
    ],
)
def test_an_open_place_is_found(clause: str) -> None:
    assert len(in_clause("F101", clause)) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "De stad gebruikt de gegevens voor de premie «Warm Dak» en de actie «Isolatie».",
        "De minister bepaalt de nader te bepalen regels die door de Vlaamse Regering worden vastgesteld.",
        "De gegevens (naam, adres, enz...) worden bezorgd...",
        "Legislatuur XX, hoofdstuk XX, titel XXI, boek XXX van de codex.",
        "Artikel XX.41 van het Wetboek van economisch recht is van toepassing.",
        "Het veld geboortedatum heeft het formaat JJJJ-MM-DD en het bestand heet lijst_20260101.csv.",
        "| Veld | Formaat |\n|---|---|\n| geboortedatum | dd/mm/jjjj |\n| INSZ | XX.XX.XX-XXX.XX |",
        "De decreetgever stelde: “De instantie (…) deelt de gegevens mee […] aan de gemeente.”",
        "Het attest is afgeleverd op verzoek van de burger. De stad volgt het dossier op.",
        "De DPO heeft op advies van de jurist het ontwerp aangepast.",
        "De stad en het agentschap leggen de datum in onderling overleg vast.",
        "De maat XXL en de XXe eeuw komen hier niet voor.",
        "De aanvrager moet het formulier invullen en de datum aankruisen.",
        'Wordt het antwoord "XX", dan is de code onbekend.',
        "De burger kan vragen stellen over de datum (dag, maand, jaar).",
    ],
)
def test_no_open_place_is_seen(clause: str) -> None:
    assert in_clause("F101", clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "De stad [en het OCMW] gebruikt de gegevens.",
        "De stad/gemeente* gebruikt de gegevens.",
        "De stad gebruikt de gegevens [OPTIONEEL: en deelt ze met het OCMW].",
        "De gegevens worden [dagelijks/wekelijks/maandelijks] bezorgd.",
        "De gegevens worden [dagelijks | wekelijks] bezorgd.",
        "De gegevens worden bezorgd (of, bij storing, via de post.",
        "OPTIE 1: de gegevens worden dagelijks bezorgd.",
        "De burgemeester van de gemeente/de stad tekent.",
        "De gegevens worden bezorgd:\n\n☐ dagelijks\n☐ wekelijks\n☐ maandelijks",
        "De gegevens worden bezorgd:\n\n[ ] dagelijks\n[ ] wekelijks",
        "De stad gebruikt de gegevens] om de premie te berekenen.",
        "De gemeente / het OCMW gebruikt de gegevens.",
    ],
)
def test_a_choice_is_found(clause: str) -> None:
    assert len(in_clause("F102", clause)) == 1


@pytest.mark.parametrize(
    "clause",
    [
        'De stad (hierna: "de stad") en het agentschap (hierna "het Agentschap") sluiten dit protocol [1].',
        "Het arrest zegt: “de instantie [van bestuur] deelt [de gegevens] mee”.",
        "De memorie luidt: 'Elke houder bezorgt [thans aan het agentschap] zijn adres.'",
        "De keuze is: [x] dagelijks [ ] wekelijks.",
        "Zie [de website](https://www.wijtsbeke.example).",
        "De ouder(s) en het kind/de kinderen krijgen een brief en/of een bericht.",
        "a) de naam;\nb) het adres;\nc) het nummer.",
        "Het zijn (1) de naam en (2) het adres, als bedoeld in artikel 6, lid 1, c) en e), van de AVG.",
        "(1) De stad gebruikt de gegevens.\n\n(2) Zij wist ze na een jaar.",
        "De man/vrouw of de vader/de moeder van het kind krijgt een brief.",
        "De stad krijgt toegang tot de gegevens (naam, adres en\ntelefoonnummer) van de aanvrager.",
    ],
)
def test_no_choice_is_seen(clause: str) -> None:
    assert in_clause("F102", clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "Vul hier de naam van de gemeente in.",
        "Omschrijf hier het doel.",
        "[Geef aan welke diensten toegang hebben]",
        "(vermeld de bewaartermijn)",
        "Hier moet het doel van de ontvanger concreet worden omschreven.",
        "Toelichting voor de invuller: som de gegevens op.",
        "Kies één van de volgende opties:",
        "Motiveer per gegeven waarom het nodig is.",
        "Te schrappen indien niet van toepassing.",
        "In dit artikel beschrijft u de rechtsgrond van de mededeling.",
        "Let op: deze tekst verwijderen na invulling.",
        "Opmerking: dit artikel enkel opnemen indien er verwerkers zijn.",
        "<i>Som de gegevens op die worden meegedeeld.</i>",
        "Noteer de datum van het advies van de functionaris.",
        "Gelieve aan te vullen met de naam van de dienst.",
        "Hier invullen welke dienst de gegevens krijgt.",
        "Duid aan wat van toepassing is.",
        "Verwijder wat niet van toepassing is.",
        "Leg uit waarom de gegevens noodzakelijk zijn en hoelang ze bewaard worden.",
        "Wat is het doel van de ontvanger? Wees concreet.",
    ],
)
def test_an_instruction_is_found(clause: str) -> None:
    assert len(in_clause("F103", clause)) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "De burger vult hier geen formulier voor in.",
        "Vul het webformulier in om uw rechten uit te oefenen.",
        "Meld een datalek binnen 24 uur aan dpo@wijtsbeke.example en geef aan welke gegevens verloren zijn.",
        "De stad omschrijft hieronder waarvoor zij de gegevens gebruikt.",
        "Toelichting: dit gegeven is nodig om de aanvrager te herkennen.",
        "Kies de burger voor de post, dan krijgt hij een brief.",
        "Neem contact op met de helpdesk als de dienst niet bereikbaar is.",
        "Geef ons uw vragen door via info@wijtsbeke.example.",
        "Leest u dit protocol voor het eerst, begin dan bij artikel 1.",
    ],
)
def test_no_instruction_is_seen(clause: str) -> None:
    assert in_clause("F103", clause) == []


def test_a_signing_clause_without_a_day_is_an_open_place_and_one_with_a_day_is_not() -> None:
    text = WORDED.format(clause="De gegevens worden gewist.")
    blank = text.replace("op 12 maart 2026, in", "op in")
    assert quotes("F101", blank) == ["Opgemaakt te Wijtsbeke op"]
    wrapped = text.replace("op 12 maart 2026, in", "op\n12 maart 2026, in")
    assert quotes("F101", wrapped) == []


def test_a_dotted_line_for_the_day_is_one_open_place() -> None:
    text = WORDED.format(clause="De gegevens worden gewist.")
    assert quotes("F101", text.replace("op 12 maart 2026", "op ..........")) == [".........."]


def test_a_line_to_sign_on_is_no_open_place() -> None:
    text = WORDED.format(clause="De gegevens worden gewist.")
    assert quotes("F101", f"{text}____________________\nBavo Lernout, burgemeester\n") == []


def test_a_blank_form_that_others_fill_in_is_meant_to_be_open() -> None:
    form = "BIJLAGE 1. Model van toetredingsverklaring\n\nDe gemeente ........., door [naam], treedt toe.\n"
    assert quotes("F101", f"{WORDED.format(clause='Zie bijlage 1.')}\n{form}") == []


def test_a_bracket_is_quoted_whole_over_two_lines() -> None:
    found = in_clause("F102", "De partijen melden elk lek [via beide\nfunctionarissen] zonder vertraging.")
    assert found == ["[via beide functionarissen]"]


def test_a_choice_between_two_parties_is_no_choice_of_the_template() -> None:
    both = "en de stad Wijtsbeke, KBO 0207.443.065, en het OCMW van Wijtsbeke,"
    paper = WORDED.replace("en de stad Wijtsbeke,", both)
    assert quotes("F102", paper.format(clause="De medewerkers van de stad/het OCMW lezen de gegevens.")) == []


def test_instructions_that_follow_each_other_are_one() -> None:
    told = "Som hieronder de gegevens op. Motiveer per gegeven waarom het nodig is."
    assert in_clause("F103", f"{told} De stad krijgt de naam.") == [told]


def _word(text: str, *, placeholder: str = "", highlight: str = "") -> Case:
    """A paper as Word gives it: with a control that nobody filled in, or words in colour."""
    plain = read(None, data=text.encode(), name="proef.txt")
    spans = [Span(text.index(w), text.index(w) + len(w)) if w else None for w in (placeholder, highlight)]
    source = SourceText(
        plain.name,
        plain.sha256,
        plain.media_type,
        plain.text,
        plain.lines,
        placeholders=(spans[0],) if spans[0] else (),
        highlights=(spans[1],) if spans[1] else (),
    )
    repaired = repair(source)
    outline = segment(repaired)
    reading = Reading("protocol", repaired, outline, state(outline))
    return Case(reading, Package(reading))


def _found(code: str, case: Case) -> list[str]:
    rule = rules()[code]
    found = FINDERS[rule.check](Case(case.reading, case.package, rule.params))
    return [hit.span.of(case.text) for hit in found if hit.span is not None]


def test_a_control_of_word_that_nobody_filled_in_is_an_open_place() -> None:
    text = WORDED.format(clause="De lijst gaat naar Tik de dienst in en wordt gewist.")
    assert _found("F101", _word(text, placeholder="Tik de dienst in")) == ["Tik de dienst in"]


def test_coloured_words_are_still_to_be_decided() -> None:
    text = WORDED.format(clause="De lijst gaat naar de dienst Wonen en wordt gewist.")
    assert _found("F102", _word(text, highlight="de dienst Wonen")) == ["de dienst Wonen"]


def test_a_coloured_open_place_is_reported_once() -> None:
    text = WORDED.format(clause="De lijst gaat naar [naam van de dienst] en wordt gewist.")
    case = _word(text, highlight="[naam van de dienst]")
    assert _found("F101", case) == ["[naam van de dienst]"]
    assert _found("F102", case) == []


def test_colour_all_over_a_paper_is_lay_out() -> None:
    text = WORDED.format(clause="De lijst wordt gewist.")
    assert _found("F102", _word(text, highlight=text[10 : len(text) // 2])) == []


def test_an_open_place_in_a_running_head_is_found_once() -> None:
    head = "Ontwerp van [datum], bladzijde [X]"
    text = WORDED.format(clause="De lijst wordt gewist.")
    plain = read(None, data=f"{head}\n\n{text}\n\n{head}\n".encode(), name="proef.txt")
    lines = tuple(replace(e, role="furniture") if e.text == head else e for e in plain.lines)
    repaired = repair(replace(plain, lines=lines))
    outline = segment(repaired)
    reading = Reading("protocol", repaired, outline, state(outline))
    assert _found("F101", Case(reading, Package(reading))) == ["[datum]", "[X]"]
