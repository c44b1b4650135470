from __future__ import annotations

import pytest

from tests.unit.repair.paper import mended


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("de cliént van de dienst", "de cliënt van de dienst"),
        ("de categorie(én) van ontvangers", "de categorie(ën) van ontvangers"),
        ("een noodzakeliike maatregel", "een noodzakelijke maatregel"),
        ("de gegevens ziin nodig bii de stad", "de gegevens zijn nodig bij de stad"),
        ("0p verzoek van de stad", "Op verzoek van de stad"),
        ("de Ieerlingen van de school", "de leerlingen van de school"),
        ("de protoco1len van de stad", "de protocollen van de stad"),
        ("de f1nanciële dienst", "de financiële dienst"),
        (
            "de stad neemt de gegevens over in de ondememing",
            "de stad neemt de gegevens over in de onderneming",
        ),
        ("[via de functionarisl zonder vertraging", "[via de functionaris] zonder vertraging"),
        ("[xl ja [ ] neen", "[x] ja [ ] neen"),
        ("0ttevaere woont in de stad", "Ottevaere woont in de stad"),
        ("de gegevens zijn nlet nodig voor de stad", "de gegevens zijn niet nodig voor de stad"),
        ("volgens de overbeid van de stad", "volgens de overheid van de stad"),
        ("Duinmonde en Duinmonde, niet Duinrnonde", "Duinmonde en Duinmonde, niet Duinmonde"),
        ("het riiksregistemummer van de burger", "het rijksregisternummer van de burger"),
        ("e Het eerste punt\ne De tweede maatregel", "• Het eerste punt\n• De tweede maatregel"),
    ],
)
def test_misread_letters(raw: str, expected: str) -> None:
    assert mended(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "de geinformeerde client van mevrouw Rodríguez",
        "het bestand kernels en de optie universal ]",
        "zie vi(1) en make(1)",
        "de opdracht ls en het getal 0xadff en de code 0day van de stad",
        "door Martín Vandewalle van de stad",
        "meneer René Chérif, rue Éloi 7, Liège",
        "IBAN BE68 5390 0754 7034, KBO 0745.112.363",
        "info@cliént.example en https://www.cliént.example/a",
        "INSZ, VAPH, VDAB en iVDC",
        "de Ierse en de IJzeren weg bij Ieper",
    ],
)
def test_what_is_not_sure_is_left_alone(raw: str) -> None:
    assert mended(raw) == raw


def test_lost_accents_are_mended_only_where_the_scanner_lost_accents() -> None:
    raw = "De cliént, de cliénten en de categorieén. De stad is geinformeerd."
    assert mended(raw) == "De cliënt, de cliënten en de categorieën. De stad is geïnformeerd."
