"""Which pages are recognised: told by what stands and what is drawn on them."""

from __future__ import annotations

import pytest

from protocheck.ingest.ocr_need import Drawn, Need, need, plausible, worth

DUTCH = (
    "De gemeente deelt de gegevens elke maand mee aan het agentschap, dat ze enkel gebruikt om na te "
    "gaan of de aanvrager recht heeft op de tegemoetkoming. De medewerkers van de dienst die de "
    "dossiers behandelen, hebben toegang tot de gegevens voor zover dat nodig is voor hun opdracht en "
    "worden daarvoor opgeleid."
)
FRENCH = (
    "Le présent protocole règle la communication électronique de données à caractère personnel par "
    "l'administration communale à l'agence régionale, qui les traite pour vérifier si le demandeur "
    "remplit les conditions. Les données sont transmises chaque mois par une voie sécurisée et "
    "conservées pendant dix ans."
)
NAMES = (
    "Peeters Janssens Maes Jacobs Mertens Willems Claes Goossens Wouters Vermeulen Kerkstraat "
    "Molenstraat Brugge Antwerpen Gent Kortrijk Hasselt Oostende Verhaeghe Desmet Dubois Lambert "
    "Rijksregisternummer Voornaam Achternaam Geboortedatum Telefoonnummer Rekeningnummer Postcode "
    "Woonplaats Nationaliteit"
)
AMOUNTS = " ".join(f"{number}.{number:03d},50" for number in range(60))
LEADERS = " ".join(f"Artikel {number} ........................ {number}" for number in range(20))


def shifted(text: str, by: int) -> list[str]:
    return [
        "".join(chr((ord(c) - 97 + by) % 26 + 97) if "a" <= c <= "z" else c for c in word)
        for word in text.lower().split()
    ]


@pytest.mark.parametrize("text", [DUTCH, FRENCH, NAMES, AMOUNTS, LEADERS])
@pytest.mark.parametrize("covered", [0.0, 1.0])
def test_a_sound_page_is_left_alone(text: str, covered: float) -> None:
    assert need(text.split(), Drawn(covered, 200, 50)) == ""


@pytest.mark.parametrize("by", [3, 7, 13, 23])
def test_letters_of_a_wrong_map_are_garbled(by: int) -> None:
    assert need(shifted(DUTCH, by), Drawn()) == "garbled"


def test_signs_of_the_private_area_are_garbled() -> None:
    words = ["".join(chr(0xE000 + ord(c)) for c in word) for word in DUTCH.split()]
    assert need(words, Drawn()) == "garbled"


def test_a_bad_recognition_is_redone_over_its_scan_only() -> None:
    words = ["xqzvk" if i % 5 in {0, 2} and len(w) > 3 else w for i, w in enumerate(DUTCH.split())]
    assert need(words, Drawn(1.0, 300)) == "garbled"
    assert need(words, Drawn()) == ""


@pytest.mark.parametrize(
    ("words", "drawn", "expected"),
    [
        ([], Drawn(), ""),
        ([], Drawn(covered=0.98, dpi=200), "picture"),
        ([], Drawn(covered=0.3), "picture"),  # a cropped scan: nothing else stands on the page
        (["Bijlage", "3"], Drawn(covered=0.98), "picture"),
        (["Bijlage", "3"], Drawn(covered=0.2), ""),  # a title and a logo
        (["Bijlage", "3"], Drawn(strokes=20_000), "outlines"),
        ([], Drawn(strokes=200), ""),  # a few ruled lines
    ],
)
def test_a_page_with_few_words(words: list[str], drawn: Drawn, expected: Need) -> None:
    assert need(words, drawn) == expected


def test_a_short_noisy_page_is_not_judged() -> None:
    assert need(shifted(DUTCH, 3)[:25], Drawn()) == ""


def test_worth_counts_the_letters_of_words_that_look_like_words() -> None:
    assert plausible("gegevens")
    assert not plausible("xqzvk")
    assert worth(["De", "gegevens", "xqzvk", "12"]) == 10
