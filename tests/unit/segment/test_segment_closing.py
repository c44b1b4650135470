"""Where the signature block opens in other words than usual, and who stands in it."""

from __future__ import annotations

import pytest

from tests.unit.segment.sketch import check_sound, kinds, part, words
from tests.unit.segment.swimming import closed_by


@pytest.mark.parametrize(
    "closing",
    [
        "Ondertekend met eID op 28 februari 2024",
        "Goedgekeurd en ondertekend te Pluimveld op 6 oktober 2025",
        "Aldus in tweevoud opgesteld te Pluimveld, de 20ste januari 2025.",
        "In tweevoud opgemaakt te Pluimveld op 3 maart 2025",
        "Digitaal ondertekend door beide partijen op 3 maart 2025",
        "Elektronisch getekend op 3 maart 2025",
        "Goedgekeurd in zitting van 3 maart 2025",
        "Gesloten te Pluimveld, 3 maart 2025",
        "Plaats en datum: Pluimveld, 3 maart 2025",
    ],
)
def test_other_words_that_close_a_paper(closing: str) -> None:
    paper = closed_by(
        f"""
        {closing}

        Stad Pluimveld               vzw De Kikker
        Rik Bosmans                  Mia Vos
        burgemeester                 voorzitter
        """
    )
    check_sound(paper)
    assert kinds(paper)[-1] == "signature"
    assert words(paper, part(paper, "signature")).startswith(closing)


def test_a_sentence_with_these_words_closes_nothing() -> None:
    paper = closed_by(
        """
        Ondertekend door beide partijen op 3 maart 2025 gaat het protocol in op 1 april 2025.

        Het komt op de website van de stad te staan, en de club hangt het uit aan de ingang van het zwembad.
        """
    )
    assert "signature" not in kinds(paper)


def test_signers_that_are_ticked_off_stay_in_the_block() -> None:
    paper = closed_by(
        """
        Opgesteld in twee originele exemplaren te Pluimveld, 3 november 2025

        Voor de stad                                   Voor de club
        ☒ R. Bosmans, burgemeester                     ☒ M. Vos, voorzitter
        ☒ L. Maes, algemeen directeur                  ☐ J. Bol, ondervoorzitter
        """
    )
    check_sound(paper)
    assert kinds(paper)[-1] == "signature"
    assert words(paper, part(paper, "signature")).startswith("Opgesteld in twee")


def test_a_checklist_below_the_signatures_stays_outside() -> None:
    paper = closed_by(
        """
        Opgemaakt te Pluimveld, 3 november 2025

        Rik Bosmans, burgemeester                      Mia Vos, voorzitter

        ☒ advies van de functionaris gevraagd
        ☐ protocol op de website gezet
        """
    )
    assert kinds(paper)[-1] == "other"
