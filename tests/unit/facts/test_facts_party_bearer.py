"""A service without legal personality: who acts for it is no party of its own, and no person either."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocheck.model.facts import Facts

State = Callable[[str], Facts]

ARTICLE = "\n\nArtikel 1. Doel\nMet de kaarten wordt de korting berekend.\n"
SEAT = "ondernemingsnummer 0815.440.297, Duinstraat 2, 1087 Brussel"
OTHER = (
    "de intercommunale Waterkant, ondernemingsnummer 0207.513.788, Kade 5, 9981 Leemdorp, vertegenwoordigd"
)
LISTED = "Wie afspreekt\n\n1. De {one}.\n\n2. {two} door Jef Baert, voorzitter."
DASHED = "Deelnemers\n\n- de {one};\n- {two} door Jef Baert, voorzitter."
RUNNING = "Tussen\n\nde {one},\n\nen\n\n{two} door Jef Baert, voorzitter."
SENTENCE = "Dit protocol wordt gesloten tussen de {one}, en {two} door Jef Baert, voorzitter."
ROLES = (
    "Partijen en ondertekening\n\nZender: de {one}.\n\nOntvanger: {two} door Jef Baert, voorzitter.\n\n"
    "Opgemaakt op 3 mei 2025."
)
FORMS = [LISTED, DASHED, RUNNING, SENTENCE, ROLES]
BEARER = "het Vlaams ministerie van Zand en Wind"
CLAUSES = [
    f"voor wie optreedt {BEARER}",
    f"voor wie {BEARER} optreedt",
    f"namens wie contracteert {BEARER}",
    f"waarvoor {BEARER} in rechte handelt",
    f"voor dewelke handelt {BEARER}",
    f"in wier naam handelt {BEARER}",
    f"namens welke {BEARER} zich verbindt",
    "voor wie tekent de provincie Duinrand",
    f"dienst zonder eigen rechtspersoonlijkheid, voor wie hier optreedt {BEARER}",
    f"dienst met afzonderlijk beheer, handelend onder de rechtspersoonlijkheid van {BEARER}",
    "deel uitmakend van het departement Zand en Wind",
    f"ressorterend onder {BEARER}",
    f"ingebed in {BEARER}",
    f"zonder rechtspersoonlijkheid binnen {BEARER}",
]


def told(facts_of: State, text: str) -> list[tuple[str, str, bool, list[str]]]:
    return [
        (p.name.lower(), p.kbo, bool(p.seat), [each.name for each in p.representatives])
        for p in facts_of(text + ARTICLE).parties
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("clause", CLAUSES)
def test_a_service_and_who_acts_for_it_are_one_party(facts_of: State, form: str, clause: str) -> None:
    one = f"Kaartendienst Strandhout, {clause}, {SEAT}, vertegenwoordigd door Tess Baels, directeur-generaal"
    assert told(facts_of, form.format(one=one, two=OTHER)) == [
        ("kaartendienst strandhout", "0815440297", True, ["Tess Baels"]),
        ("intercommunale waterkant", "0207513788", True, ["Jef Baert"]),
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("clause", CLAUSES)
def test_who_acts_for_a_service_names_no_person(facts_of: State, form: str, clause: str) -> None:
    one = f"Kaartendienst Strandhout, {clause}, {SEAT}"
    assert told(facts_of, form.format(one=one, two=OTHER)) == [
        ("kaartendienst strandhout", "0815440297", True, []),
        ("intercommunale waterkant", "0207513788", True, ["Jef Baert"]),
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "clause",
    [
        "voor wie directeur Tess Baels tekent",
        "namens wie de directeur, Tess Baels, optreedt",
        "waarvoor Tess Baels handelt",
    ],
)
def test_people_who_act_leave_the_next_body_a_party(facts_of: State, form: str, clause: str) -> None:
    one = f"vereniging Strandhout, {SEAT}, {clause}"
    two = "het ministerie van Zand en Wind, ondernemingsnummer 0207.513.788, Kade 5, 9981 Leemdorp, handelend"
    assert told(facts_of, form.format(one=one, two=two)) == [
        ("vereniging strandhout", "0815440297", True, ["Tess Baels"]),
        ("ministerie van zand en wind", "0207513788", True, ["Jef Baert"]),
    ]
