"""Ways in which papers bring in their parties: one sentence, fields by role, points, a letter, a group."""

from __future__ import annotations

import pytest

from protocheck.engine.examples import reading_of
from protocheck.model.facts import Party

_REST = "\n\nArtikel 1. Doel\nDe adressen dienen om de premie uit te betalen.\n"


def _parties(text: str) -> tuple[Party, ...]:
    return reading_of(text + _REST).facts.parties


def _told(text: str) -> list[tuple[str, str, list[str]]]:
    return [(p.name, p.kbo, [each.name for each in p.representatives]) for p in _parties(text)]


def test_two_parties_in_one_running_sentence() -> None:
    told = _told(
        "Het Agentschap Bosbeheer (Havenlaan 8, 1000 Brussel, KBO 0815.440.297), bij monde van zijn "
        "afdelingshoofd Sofie Bracke, gemachtigd bij besluit van 3 januari 2024, en WMZ, bij monde van haar "
        "directeur, Ilse Maes, leggen dit vast."
    )
    assert told == [("Agentschap Bosbeheer", "0815440297", ["Sofie Bracke"]), ("WMZ", "", ["Ilse Maes"])]


def test_a_name_that_the_words_behind_it_explain() -> None:
    told = _told(
        "Dit protocol wordt gesloten door Zandgas en Stroom, opdrachthoudende vereniging, gevestigd Dorp 1 "
        "te "
        "9999 Zandhove, KBO-nummer 0731.204.509, vertegenwoordigd door ..........., en het Vlaams "
        "Spaarfonds, "
        "gevestigd Havenlaan 8 te 1000 Brussel, KBO-nummer 0815.440.297, vertegenwoordigd door ..........."
    )
    assert told == [("Zandgas en Stroom", "0731204509", []), ("Vlaams Spaarfonds", "0815440297", [])]


def test_fields_whose_label_names_the_role() -> None:
    told = _told(
        "bron/instelling ... Agentschap Bosbeheer\nbron/adres ........ Havenlaan 8, 1000 Brussel\n"
        "bron/nummer ....... BE 0815.440.297\nbron/tekenbevoegd . Sofie Bracke, directeur\n\n"
        "afnemer/instelling  provincie Maasland\nafnemer/adres ..... Plein 1, 3500 Hasselt\n"
        "afnemer/nummer .... BE 0779.013.433\nafnemer/tekenbevoegd  gouverneur Ilse Maes"
    )
    assert told == [
        ("Agentschap Bosbeheer", "0815440297", ["Sofie Bracke"]),
        ("provincie Maasland", "0779013433", ["Ilse Maes"]),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "voor hetwelk directeur Sofie Bracke tekent",
        "in naam waarvan directeur Sofie Bracke handelt",
        "voor wie de directeur, Sofie Bracke, optreedt",
        "handelend via directeur Sofie Bracke",
        "dat zich laat vertegenwoordigen door directeur Sofie Bracke",
    ],
)
def test_words_that_bring_in_who_acts(words: str) -> None:
    told = _told(
        f"Tussen\nhet Agentschap Bosbeheer, Havenlaan 8, 1000 Brussel, KBO 0815.440.297, {words},\nen\n"
        "de provincie Maasland, Plein 1, 3500 Hasselt, KBO 0779.013.433, vertegenwoordigd door Ilse Maes, "
        "gouverneur"
    )
    assert [people for _, _, people in told] == [["Sofie Bracke"], ["Ilse Maes"]]


def test_a_sentence_of_its_own_says_who_represents_which_party() -> None:
    told = _told(
        "Dit kader geldt tussen Huis Leiestreek vzw, KBO 0815.440.297, gevestigd in Dorp 1 in 9999 "
        "Zandhove, en "
        "de provincie Maasland, KBO 0779.013.433, gevestigd in Plein 1 in 3500 Hasselt. De vzw laat zich "
        "vertegenwoordigen door haar voorzitter, Sofie Bracke. De provincie laat zich vertegenwoordigen "
        "door haar "
        "gouverneur, Ilse Maes."
    )
    assert [people for _, _, people in told] == [["Sofie Bracke"], ["Ilse Maes"]]


def test_a_group_is_a_party_that_nobody_identifies() -> None:
    group = _parties(
        "Tussen\nde koepel Netebos vzw, Dorp 1, 9999 Zandhove, KBO 0815.440.297, vertegenwoordigd door "
        "Sofie Bracke, "
        "voorzitter,\n\nen\n\nde deelnemende besturen.\n"
    )[1]
    assert (group.name, group.kbo, group.seat, group.representatives) == ("deelnemende besturen", "", "", ())


_PAIR = (
    "Tussen\nde gemeente Zandhove, Dorp 1, 9999 Zandhove, KBO 0731.204.509, vertegenwoordigd door Anke "
    "Devos, "
    "burgemeester,\nen\n{other}"
)


def test_who_works_as_a_processor_is_no_party() -> None:
    other = (
        "Buurtdata bv, Plein 1, 3500 Hasselt, KBO 0779.013.433, vertegenwoordigd door Ilse Maes, "
        "zaakvoerder, die "
        "als verwerker het register beheert."
    )
    assert [party.name for party in _parties(_PAIR.format(other=other))] == ["gemeente Zandhove"]


def test_who_says_to_be_no_processor_is_a_party() -> None:
    other = (
        "Buurtdata bv, Plein 1, 3500 Hasselt, KBO 0779.013.433, vertegenwoordigd door Ilse Maes, "
        "zaakvoerder, die "
        "niet als verwerker optreedt."
    )
    assert len(_parties(_PAIR.format(other=other))) == 2


@pytest.mark.parametrize(
    ("function", "binds"),
    [
        ("directeur van de intergemeentelijke vereniging Westerbond", False),
        ("consultant van Datahuis nv", False),
        ("directeur van de gemeente Zandhove", False),
        ("directeur van de vereniging Westerbond, daartoe gemachtigd door de provincieraad", True),
        ("directeur van de dienst Wonen", True),
    ],
)
def test_people_of_another_body_bind_nobody(function: str, *, binds: bool) -> None:
    other = (
        f"de provincie Maasland, Plein 1, 3500 Hasselt, KBO 0779.013.433, vertegenwoordigd door Ilse Maes, "
        f"{function}"
    )
    assert bool(_parties(_PAIR.format(other=other))[1].representatives) == binds


def test_the_second_point_of_a_list_opens_a_line_of_its_own() -> None:
    parties = _parties(
        'Partijen\nA. Gemeente Zandhove, Dorp 1, 9999 Zandhove (KBO 0731.204.509), hierna "de gemeente"\n'
        'B. Zandgas cv, Plein 1, 3500 Hasselt (KBO 0779.013.433), hierna "de netbeheerder"'
    )
    assert [party.short_name for party in parties] == ["de gemeente", "de netbeheerder"]


@pytest.mark.parametrize(
    "signatures",
    [
        (
            "Namens de gemeente Zandhove,\nAnke Devos, burgemeester\n\nNamens de provincie Maasland,\n"
            "Ilse Maes, gouverneur"
        ),
        "De gemeente,        De provincie,\n\nAnke Devos          Ilse Maes\nburgemeester        gouverneur",
        "Gemeente Zandhove\nAnke Devos, burgemeester\n\nProvincie Maasland\nIlse Maes, gouverneur",
        "| Voor de gemeente | Voor de provincie |\n|---|---|\n| Anke Devos, ceo | Ilse Maes, gouverneur |",
        "Namens het college\n\nAnke Devos\nburgemeester\n\nNamens de deputatie\n\nIlse Maes\ngouverneur",
    ],
)
def test_the_signatures_say_who_acts(signatures: str) -> None:
    text = (
        "Tussen\nde gemeente Zandhove, Dorp 1, 9999 Zandhove, KBO 0731.204.509\nen\n"
        "de provincie Maasland, Plein 1, 3500 Hasselt, KBO 0779.013.433\n\n"
        "Artikel 1. Doel\nDe provincie gebruikt de adressen.\n\nOpgemaakt te Zandhove op 3 mei 2026.\n\n"
        f"{signatures}\n"
    )
    parties = reading_of(text).facts.parties
    assert [[p.name for p in party.representatives] for party in parties] == [["Anke Devos"], ["Ilse Maes"]]
