"""Contacts that reach a party's officer, and those of a desk, an official or a stranger."""

from __future__ import annotations

import pytest

from protocheck.engine.examples import reading_of

_PARTIES = (
    "Tussen\nde gemeente Zandhove, Dorp 1, 9999 Zandhove, KBO 0731.204.509, vertegenwoordigd door Anke "
    "Devos, burgemeester,\nen\nhet Agentschap Maasland, Plein 1, 3500 Hasselt, KBO 0779.013.433, "
    "vertegenwoordigd door Ilse Maes, administrateur-generaal, hierna het agentschap\n\n"
    "Artikel 1. {heading}\n{words}\n\nArtikel 2. Doel\nDe adressen dienen voor de premie.\n"
)


def _officers(words: str, heading: str = "Meldplicht") -> set[tuple[str, str]]:
    facts = reading_of(_PARTIES.format(words=words, heading=heading)).facts
    return {(contact.value, contact.owner) for contact in facts.contacts if contact.dpo}


@pytest.mark.parametrize(
    "words",
    [
        "De gemeente meldt een lek aan het klantencentrum van het agentschap, telefoon 02 000 48 00.",
        (
            "Een lek meldt men aan de gemeente bij de permanentie van de dienst Informatica, "
            "tel. 09 000 11 20."
        ),
        (
            "Lekken worden gemeld aan de juridische dienst, jd@maasland.example, en het meldpunt van de "
            "gemeente, melding@zandhove.example."
        ),
        "Een datalek wordt gemeld op helpdesk@zandhove.example.",
        "Het agentschap verwittigt bij een lek het diensthoofd ICT van de gemeente (r@zandhove.example).",
        "Elk lek wordt gemeld aan de algemeen directeur, ad@zandhove.example of 09 000 11 20.",
        "Bij een datalek belt de gemeente de servicedesk van het agentschap op 02 000 48 00.",
        "De gemeente meldt een lek bij de helpdesk. Die is te bereiken op lek@zandhove.example.",
        (
            "Datalekken meldt men aan het secretariaat:\n- gemeente: een@zandhove.example\n"
            "- agentschap: twee@maasland.example"
        ),
        "Meldpunt datalekken: de afdeling Interne Zaken (iz@zandhove.example).",
        "Datalek: 02 000 48 00 (onthaal van het agentschap)",
        "Lekken meldt de partij aan de CISO van de gemeente, rik@zandhove.example.",
        "Een datalek wordt meegedeeld via de noodplanningscoördinator, nood@zandhove.example.",
    ],
)
def test_a_breach_reported_to_a_desk_reaches_no_officer(words: str) -> None:
    assert _officers(words) == set()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Een datalek wordt gemeld op datalek@zandhove.example.", "datalek@zandhove.example"),
        ("Datalekken bij de gemeente: lek@zandhove.example", "lek@zandhove.example"),
        ("De dienst die een lek vaststelt, meldt het op lek@zandhove.example.", "lek@zandhove.example"),
        ("De systeembeheerder meldt elk lek via lek@zandhove.example.", "lek@zandhove.example"),
        ("De verwerkingsverantwoordelijke meldt een datalek op x@zandhove.example.", "x@zandhove.example"),
        (
            "Een lek wordt gemeld aan de functionaris, via de helpdesk, 09 000 11 20.",
            "09 000 11 20",
        ),
        (
            "Een lek wordt gemeld aan de dienst Gegevensbescherming, gb@zandhove.example.",
            "gb@zandhove.example",
        ),
        (
            "Men meldt het aan de helpdesk (h@zandhove.example) en de functionaris (f@zandhove.example).",
            "f@zandhove.example",
        ),
    ],
)
def test_a_breach_reported_to_nobody_else_reaches_the_officer(words: str, value: str) -> None:
    assert {found for found, _ in _officers(words)} == {value}


def test_the_officer_of_one_says_nothing_of_the_desk_of_the_other() -> None:
    words = (
        "Het agentschap is bij een lek bereikbaar bij zijn functionaris, via fg@maasland.example; de "
        "gemeente via de permanentie van haar noodplanningscoördinator, noodplanning@zandhove.example."
    )
    assert _officers(words) == {("fg@maasland.example", "Agentschap Maasland")}


@pytest.mark.parametrize(
    "words",
    [
        "De functionaris voor gegevensbescherming van ParkScan nv is te bereiken op dpo@parkscan.example.",
        "De toepassing is van ParkScan nv. Haar functionaris is bereikbaar op dpo@parkscan.example.",
        "De DPO bij Datahuis Zuid bv is dpo@datahuis.example.",
    ],
)
def test_the_officer_of_a_company_that_is_no_party_is_nobodys(words: str) -> None:
    assert _officers(words) == set()


@pytest.mark.parametrize(
    "words",
    [
        "Elke partij is bereikbaar op het adres van haar zetel, ter attentie van haar functionaris.",
        "Verzoeken worden per brief gericht aan de zetel van de betrokken partij, t.a.v. de functionaris.",
        "De functionarissen zijn per post te bereiken op de zetel van hun bestuur.",
        "Men schrijft naar het in de aanhef vermelde adres, ter attentie van de DPO van die partij.",
        "Brieven voor beide functionarissen gaan naar de zetel van de partij die zij adviseren.",
        "De FG van elke partij is schriftelijk bereikbaar op haar zetel.",
    ],
)
def test_every_officer_is_reached_at_the_seat_of_his_party(words: str) -> None:
    assert _officers(words) == {
        ("Dorp 1, 9999 Zandhove", "gemeente Zandhove"),
        ("Plein 1, 3500 Hasselt", "Agentschap Maasland"),
    }


def test_one_officer_is_reached_at_the_seat() -> None:
    words = "De functionaris van de gemeente is per brief te bereiken op de zetel van de gemeente."
    assert _officers(words) == {("Dorp 1, 9999 Zandhove", "gemeente Zandhove")}


def test_the_officers_who_are_reached_through_a_desk() -> None:
    words = (
        "De functionarissen zijn te bereiken via hun bestuur: de gemeente via de dienst Secretariaat, "
        "mail@zandhove.example, het agentschap via het onthaal, onthaal.fiets@maasland.example."
    )
    assert len(_officers(words)) == 2


def test_the_seat_of_one_is_not_that_of_the_party_before_it() -> None:
    words = (
        "De functionaris van de gemeente is bereikbaar op fg@zandhove.example; die van het agentschap "
        "schrijft u aan op het adres van zijn zetel, ter attentie van de functionaris."
    )
    assert _officers(words) == {
        ("fg@zandhove.example", "gemeente Zandhove"),
        ("Plein 1, 3500 Hasselt", "Agentschap Maasland"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Brieven worden gericht aan de zetel van elke partij.",
        "De functionaris van elke partij heeft advies gegeven over dit protocol.",
        "De functionaris wordt door elke partij niet per brief bereikt op haar zetel.",
    ],
)
def test_a_seat_alone_reaches_no_officer(words: str) -> None:
    assert _officers(words) == set()


@pytest.mark.parametrize(
    "words",
    [
        (
            "Wie inzage wil, gebruikt het formulier voor de functionaris van de gemeente op "
            "www.zandhove.example/vraag."
        ),
        "De functionaris van de gemeente is bereikbaar via www.zandhove.example/vraag.",
        "Vragen aan de functionaris van de gemeente stelt u op www.zandhove.example/vraag.",
        "Contacteer de DPO van de gemeente via www.zandhove.example/vraag.",
        "U vindt de contactpagina van de FG van de gemeente op www.zandhove.example/vraag.",
    ],
)
def test_a_page_on_which_the_officer_is_asked_reaches_him(words: str) -> None:
    assert _officers(words) == {("www.zandhove.example/vraag", "gemeente Zandhove")}


@pytest.mark.parametrize(
    "words",
    [
        "Na advies van de functionaris wordt het protocol gepubliceerd op www.zandhove.example/protocol.",
        "De functionaris zorgt dat de gemeente het bekendmaakt op www.zandhove.example/protocol.",
        "De privacyverklaring, nagelezen door de functionaris, staat op www.zandhove.example/privacy.",
        "Een aanvraag doet u met het formulier op www.zandhove.example/premie.",
    ],
)
def test_a_page_that_is_read_reaches_no_officer(words: str) -> None:
    assert _officers(words, "Bekendmaking") == set()


def test_the_address_in_brackets_behind_a_box_is_that_of_whose_seat_it_is() -> None:
    words = (
        "Een melding aan het agentschap gebeurt bij zijn functionaris (fg@maasland.example, Plein 1, 3500 "
        "Hasselt). Een melding aan de gemeente gebeurt bij het onthaal, tel. 09 000 11 20."
    )
    assert _officers(words) == {
        ("fg@maasland.example", "Agentschap Maasland"),
        ("Plein 1, 3500 Hasselt", "Agentschap Maasland"),
    }
