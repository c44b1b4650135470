"""Short names that a sentence of its own gives a party, or that are said to mean one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.facts.names import aliases
from protocheck.model.facts import Facts

State = Callable[[str], Facts]

ARTICLE = "\n\nArtikel 9. Doel\nDe korting wordt ermee berekend.\n"
PORT = (
    "het gemeentelijk havenbedrijf Kaaistede, Dok 4, 8996 Kaaistede, KBO-nummer 0815.440.297, "
    "vertegenwoordigd door Ella Roos, havenkapitein"
)
CITY = (
    "de stad Kromwater, Markt 1, 8995 Kromwater, KBO-nummer 0207.513.788, vertegenwoordigd door Rob Maes, "
    "burgemeester"
)
BAND = (
    "de Koninklijke Harmonie Sint-Bavo vzw, Koperstraat 2, 8993 Trommelgem, KBO-nummer 0815.440.297, "
    "vertegenwoordigd door Ella Roos, dirigent"
)
FEET = (
    "het Agentschap Natte Voeten, Regenlaan 3, 1070 Brussel, KBO-nummer 0815.440.297, vertegenwoordigd door "
    "Ella Roos, administrateur-generaal"
)


def owners(facts: Facts, form: str) -> list[str]:
    """Return the numbers of the parties that go by a form."""
    return [party.kbo for party in facts.parties if form.lower() in aliases(party)]


FIRST, SECOND = ["0815440297"], ["0207513788"]

BEHIND = [
    ("Hierna spreken we van {}.", "de Kring"),
    ("Kortweg: {}.", "de Kring"),
    ("Verder in de tekst: {}.", "de Kring"),
    ("Voor het gemak noemen we haar {}.", "de Kring"),
    ("Wij noemen het verder kortweg {}.", "de Pen"),
    ("Het heet hierna {}.", '"de Pen"'),
    ("In dit stuk zeggen we gewoon {}.", '"de Pen"'),
    ("In wat volgt wordt zij aangeduid als {}.", "de Pen"),
    ("Voortaan: {}.", "de Pen"),
    ("We gebruiken daarvoor verder de naam {}.", '"de Pen"'),
    ("Korte naam: {}.", "de Pen"),
    ("Die noemen we hieronder {}.", "de Pen"),
    ("Verderop staat daarvoor {}.", '"de Pen"'),
    ("De rest van de tekst spreekt van {}.", "de Pen"),
    ("Hieronder staat zij als {} vermeld.", '"de Pen"'),
    ("Bij afkorting: {}.", "KHP"),
]


@pytest.mark.parametrize(("sentence", "name"), BEHIND)
@pytest.mark.parametrize("first", [True, False])
def test_a_name_in_the_sentence_behind_its_party(
    facts_of: State, sentence: str, name: str, *, first: bool
) -> None:
    said = " " + sentence.format(name)
    one, two = (said, "") if first else ("", said)
    text = (
        f"PROTOCOL OVER BOEIEN\n\nTussen\n\n{PORT}.{one}\n\nen\n\n{CITY}.{two}\n\nis afgesproken wat volgt."
    )
    form = name.strip('"').removeprefix("de ")
    assert owners(facts_of(text + ARTICLE), form) == (FIRST if first else SECOND)


NAMED = [
    'De stad noemen wij hierna "het stadhuis".',
    "De stad Kromwater wordt in deze tekst aangeduid als het stadhuis.",
    "Wij noemen de stad Kromwater in dit protocol het stadhuis.",
    "In dit protocol heet het havenbedrijf de Kaai. De stad heet er het stadhuis.",
    'Het havenbedrijf wordt hierna "de Kaai" genoemd, de stad "het stadhuis".',
    "Hierna noemen we het havenbedrijf de Kaai en de stad het stadhuis.",
    "Verder in de tekst heet het eerste de Kaai en de tweede het stadhuis.",
    'De stad krijgt verder de naam "het stadhuis".',
    'De stad staat hieronder als "het stadhuis" vermeld.',
    'Waar hieronder "het stadhuis" staat, is de stad Kromwater bedoeld.',
    'Met "het stadhuis" wordt de stad Kromwater bedoeld.',
    "Met het stadhuis bedoelen we de stad.",
    'Onder "het stadhuis" verstaan we de stad Kromwater.',
    'Staat er "het stadhuis", dan gaat het over de stad Kromwater.',
    'Als er verder "het stadhuis" staat, bedoelen we de stad Kromwater.',
    'Wanneer deze tekst het over "het stadhuis" heeft, is dat de stad Kromwater.',
    '"De Kaai" is het havenbedrijf Kaaistede; "het stadhuis" is de stad Kromwater.',
    '"Het stadhuis" staat voor de stad Kromwater.',
    'Lees voor "het stadhuis" telkens de stad Kromwater.',
    'De woorden "het stadhuis" slaan op de stad Kromwater.',
    'Schrijven we "het stadhuis", dan bedoelen we de stad.',
    'We hebben het over "het stadhuis" wanneer we de stad Kromwater bedoelen.',
    "\n\nBegrippen\n\n1° de Kaai: het havenbedrijf Kaaistede;\n2° het stadhuis: de stad Kromwater;",
    '\n\nBegrippen\n\n- "Kaai": het gemeentelijk havenbedrijf Kaaistede\n- "stadhuis": de stad Kromwater',
    "\n\nBegrippen\n\n| Wie | Naam |\n|---|---|\n| het stadhuis | de stad Kromwater |",
    "\n\nWie is wie?\n\nDe Kaai = het gemeentelijk havenbedrijf Kaaistede\nHet stadhuis = de stad Kromwater",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_a_name_in_a_sentence_that_says_whose_it_is(facts_of: State, sentence: str) -> None:
    text = f"PROTOCOL OVER BOEIEN\n\nDit protocol sluiten {PORT}, en {CITY}. {sentence}"
    facts = facts_of(text + ARTICLE)
    assert owners(facts, "stadhuis") == SECOND
    assert owners(facts, "Kaai") == (FIRST if "Kaai" in sentence.replace("Kaaistede", "") else [])


def test_a_word_of_a_name_alone_tells_whose_the_new_name_is(facts_of: State) -> None:
    text = (
        f"PROTOCOL OVER BOEIEN\n\nDit protocol sluiten {BAND}, en {CITY}. De harmonie noemen we het orkest."
    )
    assert owners(facts_of(text + ARTICLE), "orkest") == FIRST


def test_an_abbreviation_that_a_sentence_gives(facts_of: State) -> None:
    text = (
        f"PROTOCOL OVER BOEIEN\n\nDit protocol sluiten {FEET}, en {CITY}. "
        "Voor het Agentschap Natte Voeten gebruiken we de afkorting ANV."
    )
    assert owners(facts_of(text + ARTICLE), "ANV") == FIRST


OTHERS = [
    ('Hierna spreken we van "de lijst".', "lijst"),
    ('De lijst van ligplaatsen noemen we hierna "de ligstaat".', "ligstaat"),
    ('De boeien die het havenbedrijf aan de stad toont, noemen we verder "de bakens".', "bakens"),
    ('Met "de premie" bedoelen we de korting die de stad Kromwater geeft.', "premie"),
    ("\n\nBegrippen\n\nde kade: het plein van de stad Kromwater;\n\nde wacht: wie de kade bewaakt.", "kade"),
    ('De schippers in de stad heten hierna "de varenden".', "varenden"),
    ("Verder in de tekst: bijlage 1.", "bijlage 1"),
    ("De functionaris van de stad noemen we hierna de wachter.", "wachter"),
    ("Het decreet van 3 mei 2013 heet in dit protocol het Kaaidecreet.", "Kaaidecreet"),
    ('Wanneer "de drempel" overschreden is, betaalt de stad Kromwater.', "drempel"),
    ('De stad noemt de opzichters hierna "de wachters".', "wachters"),
    ('Wie aan het dok woont, noemen we hierna "de oeverling".', "oeverling"),
    ("De beheerder van het dok is de stad Kromwater.", "dok"),
    ('"Wij" betekent hierna de stad Kromwater en het havenbedrijf samen.', "wij"),
]


@pytest.mark.parametrize(("sentence", "form"), OTHERS)
def test_a_name_of_something_else_is_no_party_s(facts_of: State, sentence: str, form: str) -> None:
    text = f"PROTOCOL OVER BOEIEN\n\nDit protocol sluiten {PORT}, en {CITY}. {sentence}"
    assert owners(facts_of(text + ARTICLE), form) == []


def test_a_name_that_is_another_s_own_stays_with_it(facts_of: State) -> None:
    text = (
        f"PROTOCOL OVER BOEIEN\n\nDit protocol sluiten {CITY}, en {PORT}; "
        "het is de ontvanger en wordt verder het Havenbedrijf genoemd."
    )
    assert owners(facts_of(text + ARTICLE), "havenbedrijf") == FIRST
