"""The same protocol more than once: copies and versions, what differs, and who lacks a copy."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from protocheck.batch.kinship.alone import source
from protocheck.batch.kinship.papers import Paper, Shelf
from protocheck.batch.kinship.view import kinship
from protocheck.model.audit import Passage
from protocheck.model.kinship import Kinship, Pair
from protocheck.rulebook import Rulebook, load
from tests.unit.batch.kinship.made import TEMPLATE, paper, party, replaced

MARCH, MAY = dt.date(2024, 3, 4), dt.date(2024, 3, 28)


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load()


def view(rules: Rulebook, *papers: Paper) -> Kinship:
    return kinship(Shelf(papers), rules, today=dt.date(2026, 11, 22), months=12)


def pair(rules: Rulebook, one: Paper, other: Paper) -> Pair:
    (found,) = view(rules, one, other).pairs
    return found


def town(name: str, **given: object) -> Paper:
    return paper(name, place=f"lindevoorde/{name}.pdf", **given)  # type: ignore[arg-type]  # as paper takes it


def agency(name: str, **given: object) -> Paper:
    return paper(name, place=f"speelnet/{name}.pdf", **given)  # type: ignore[arg-type]  # as paper takes it


def test_two_scans_of_one_protocol_are_a_pair_without_differences(rules: Rulebook) -> None:
    found = pair(rules, town("a", signed=MARCH), agency("b", signed=MARCH))
    assert (found.kind, found.first_at, found.second_at) == ("copies", "lindevoorde/a.pdf", "speelnet/b.pdf")
    assert (found.differences, found.changes, found.likeness, found.identical) == ((), (), 1.0, False)
    assert found.parties == ("Agentschap Speelnet", "gemeente Lindevoorde")


def test_one_of_them_without_a_date_of_signature(rules: Rulebook) -> None:
    found = pair(rules, town("a"), agency("b", signed=MARCH))
    assert [each.text for each in found.differences] == [
        "Het eerste exemplaar draagt geen datum van ondertekening, het andere wel (4 maart 2024)."
    ]
    assert [(each.kind, each.first, each.second) for each in found.differences] == [
        ("signature", "", "4 maart 2024")
    ]


def test_other_dates_of_signature(rules: Rulebook) -> None:
    found = pair(rules, town("a", signed=MARCH), agency("b", signed=MAY))
    assert found.kind == "copies"
    assert [each.text for each in found.differences] == [
        "Het eerste exemplaar is ondertekend op 4 maart 2024, het tweede op 28 maart 2024."
    ]


def test_a_clause_with_other_words(rules: Rulebook) -> None:
    found = pair(
        rules, town("a", signed=MARCH), agency("b", signed=MARCH, articles=replaced("drie jaar", "tien jaar"))
    )
    assert [each.text for each in found.differences] == ["De tekst verschilt in artikel 3."]
    assert [piece.text for piece in found.changes[0].pieces if piece.kind == "added"] == ["tien"]


def test_names_and_dates_count_between_copies(rules: Rulebook) -> None:
    one = (*TEMPLATE, ("Advies", "Het advies van de functionaris dateert van 3 maart 2024 en is gunstig."))
    other = (*TEMPLATE, ("Advies", "Het advies van de functionaris dateert van 9 maart 2024 en is gunstig."))
    found = pair(rules, town("a", articles=one), agency("b", articles=other))
    assert [piece.text for piece in found.changes[0].pieces if piece.kind != "same"] == [
        "3 maart 2024",
        "9 maart 2024",
    ]


def test_an_annex_that_one_lacks(rules: Rulebook) -> None:
    annex = Passage("annex 1", "annex", "bijlage 1", "Technische afspraken", 4, "De bestanden staan in XML.")
    found = pair(rules, town("a", extra=(annex,)), agency("b"))
    assert [each.text for each in found.differences][:1] == [
        "Het tweede exemplaar heeft bijlage 1 niet, het eerste wel."
    ]


def test_identical_files_in_two_places(rules: Rulebook) -> None:
    twice = replace(town("a"), places=("lindevoorde/a.pdf", "speelnet/a.pdf"))
    (found,) = view(rules, twice).pairs
    assert (found.identical, found.first, found.second, found.second_at) == (True, "a", "a", "speelnet/a.pdf")


def test_a_later_protocol_of_the_same_parties_is_a_version(rules: Rulebook) -> None:
    found = pair(rules, agency("new", signed=dt.date(2026, 1, 5)), town("old", signed=dt.date(2021, 1, 5)))
    assert (found.kind, found.first, found.second) == ("versions", "old", "new")


def test_another_protocol_of_the_same_parties_is_no_pair(rules: Rulebook) -> None:
    cards = (
        ("Kaart", "De gemeente bezorgt een kaart aan elk kind dat zich inschrijft in het zwembad."),
        *TEMPLATE[1:],
    )
    other = agency(
        "b", title="Protocol betreffende abonnementen op het stedelijk zwembad", articles=cards[:4]
    )
    assert view(rules, town("a"), other).pairs == ()


def test_the_same_protocol_of_other_parties_is_no_pair(rules: Rulebook) -> None:
    assert view(rules, paper("a", "Lindevoorde"), paper("b", "Hazelbeke")).pairs == ()


def test_parties_are_the_same_by_name_or_number(rules: Rulebook) -> None:
    stad = (party("Agentschap Speelnet", "agency"), party("Stad LINDEVOORDE", "municipality", "0771598673"))
    named = (
        party("Agentschap Speelnet", "agency", "0241225043"),
        party("gemeentebestuur Lindevoorde", "municipality"),
    )
    assert pair(rules, town("a", parties=stad), agency("b", parties=named)).kind == "copies"


def test_three_copies_are_two_pairs(rules: Rulebook) -> None:
    found = view(rules, town("a"), agency("b"), paper("c", place="derde/c.pdf")).pairs
    assert len(found) == 2


def test_who_lacks_a_copy_is_told_when_the_archive_has_their_papers(rules: Rulebook) -> None:
    other = paper("z", "Hazelbeke", place="speelnet/z.pdf")
    (told,) = [each for each in view(rules, town("a"), other).alone if each.paper == "a"]
    assert (told.found_with, told.missing_with, told.others) == (
        "gemeente Lindevoorde",
        "Agentschap Speelnet",
        1,
    )
    assert told.message == (
        "Alleen bij gemeente Lindevoorde gevonden, niet bij Agentschap Speelnet, van wie het archief één "
        "ander stuk bevat. Elke partij moet het protocol bekendmaken (e-govdecreet, art. 8, §1)."
    )


def test_with_both_parties_nothing_is_lacking(rules: Rulebook) -> None:
    assert view(rules, town("a"), agency("b")).alone == ()


def test_nothing_is_said_of_who_is_not_in_the_archive(rules: Rulebook) -> None:
    assert view(rules, town("a"), town("b", articles=TEMPLATE[:3], title="Ander protocol")).alone == ()


def test_a_folder_without_a_name_is_of_whom_nearly_all_its_papers_are(rules: Rulebook) -> None:
    downloads = [paper(f"d{at}", f"Stad{at}dorp", place=f"downloads/{at}.pdf") for at in range(4)]
    own = paper("x", "Hazelbeke", place="hazelbeke/x.pdf")
    told = [each for each in view(rules, *downloads, own).alone if each.paper == "x"]
    assert [(each.missing_with, each.others) for each in told] == [("Agentschap Speelnet", 4)]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("map/onder/a.pdf", "map/onder"),
        ("archief.zip!hazelbeke/a.pdf", "archief.zip/hazelbeke"),
        ("https://www.Hazelbeke.be/privacy/a.pdf", "www.hazelbeke.be"),
        ("s3://emmer/hazelbeke/a.pdf", "s3://emmer/hazelbeke"),
        ("a.pdf", ""),
        ("C:\\archief\\hazelbeke\\a.pdf", "C:/archief/hazelbeke"),
    ],
)
def test_where_a_file_was_found(place: str, expected: str) -> None:
    assert source(place) == expected
