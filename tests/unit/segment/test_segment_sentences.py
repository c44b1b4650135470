"""Where a sentence ends in Dutch legal prose, and where a stop is no end."""

from __future__ import annotations

import pytest

from protocheck.model.geometry import Span
from protocheck.segment.sentences import split


def cut(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in split(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dat staat in art. 8 van het decreet en in artt. 9 en 10.",
        "De beslissing nr. 12 van de VTC d.d. 4 mei 2020 geldt nog.",
        "Het gaat om namen, adressen, enz. van de aanvragers.",
        "De kosten, bijv. voor de post, en bv. voor papier, betaalt de gemeente.",
        "De afspraken m.b.t. de bewaring en i.v.m. de toegang gelden t.a.v. Beide partijen.",
        "De DPO van de stad, dhr. Maes, en mevr. Claes adviseerden.",
        "De gegevens (incl. Bijlagen) gaan naar resp. De Lijn en de gemeente.",
        "Zie B.S. 15 januari 2019 en K.B. 7 juli 2002.",
        "Gevestigd aan de J.-B. Stessensstraat te St. Truiden.",
        "Vertegenwoordigd door A. Van den Broeck, Ph. Maes en J.P. De Smet.",
        "Volgens artikel 6, lid 1, al. 2 en p. 12 van het advies.",
        "Op 01.02.2025 bedroeg de premie 30.378,60 euro.",
        "Zie www.broekzele.example/premie.html en mail naar dpo@broekzele.example.",
        "De volgende gegevens: naam; voornaam; adres.",
        "Het doel is: De premie toekennen.",
        "De v.z.w. Wonen en de N.V. Huis werken samen.",
        "Het bestand (AES 256 encryptie via 7-zip.) gaat naar de dienst.",
        "1. De gemeente kent de premie toe.",
        "A. De gemeente kent de premie toe.",
        "3° De gegevens worden gewist.",
        "De premie ... wordt uitbetaald.",
        "Hij vroeg: 'Mag dat?' en kreeg gelijk.",
        "Het mag d.w.z. het is toegestaan.",
        "De prof. dr. ir. Claes gaf advies.",
        "De gemeente telt ca. 4.000 inwoners.",
        "Het betreft o.a. Rijksregisternummers en max. 3 adressen.",
    ],
)
def test_stop_inside_a_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("De gemeente wist de gegevens.", "Zij doet dat elk jaar."),
        ("Dat staat in artikel 3.", "De gegevens worden gewist."),
        ("Het gaat om kortingen, toelagen, enz.", "Voor sommige acties is meer nodig."),
        ("Dat is afgesproken in 2020.", "Er verandert niets."),
        ("Mag dat?", "Ja."),
        ("Dat mag niet!", "Zij stoppen ermee."),
        ("De gegevens worden bezorgd..", "Daarna niets meer."),
        ("Het gaat om categorie B.", "De andere vallen erbuiten."),
        ('Hij schreef "ja."', "Daarna tekende hij."),
        ("De premie bedraagt 60 euro.", "1 keer per jaar wordt ze betaald."),
        ("Zij gaf advies (zie bijlage.)", "Dat was gunstig."),
        ("Dit geldt voor de dienst e.a.", "De anderen krijgen niets."),
        ("Mail naar dpo@broekzele.example.", "De dienst antwoordt."),
        ("Dat gebeurt via www.premie.be.", "Daar staat ook het reglement."),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n", "  \n "])
def test_end_of_a_sentence(first: str, second: str, gap: str) -> None:
    assert cut(f"{first}{gap}{second}") == [first, second]


def test_cells_blank_lines_and_bullets_are_ends() -> None:
    assert cut("Naam\tom te weten wie\t1 jaar") == ["Naam", "om te weten wie", "1 jaar"]
    assert cut("De lijst\n\nDe naam") == ["De lijst", "De naam"]
    assert cut("De gegevens:\n- de naam\n- het adres") == ["De gegevens:", "- de naam", "- het adres"]


def test_text_that_runs_on_over_a_blank_line_is_one_sentence() -> None:
    assert cut("De gemeente en een\n\n\novereenkomst met haar.") == [
        "De gemeente en een overeenkomst met haar."
    ]


def test_tab_behind_a_bullet_is_no_cell() -> None:
    assert cut("-\tde naam van de aanvrager") == ["- de naam van de aanvrager"]
    assert cut("1.\tDe naam.") == ["1. De naam."]


def test_only_what_stands_in_the_span() -> None:
    text = "Een zin. Nog een zin. En een derde."
    assert [span.of(text) for span in split(text, Span(9, 21))] == ["Nog een zin."]
    assert split(text, Span(4, 4)) == ()
    assert split("  \n ", Span(0, 4)) == ()
