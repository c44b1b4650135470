"""A paper without a name is a protocol when it says most of what one must, whoever agrees on it."""

from __future__ import annotations

import pytest

from protocheck.engine.evaluate import finder_of
from protocheck.engine.kinds import other_kind
from protocheck.engine.terms import Terms
from tests.unit.engine.lab import rules, written

_SHEET = "{title}\n\nDe dienst bezorgt persoonsgegevens van bewoners, onder de AVG, via een webdienst.\n"


def kind_of(title: str, *, says_most: bool) -> str:
    pack = rules().packs[0]
    finder = finder_of(rules())
    found = other_kind(
        Terms(written(_SHEET.format(title=title)), finder), finder, pack.kinds, lambda: says_most
    )
    return found.id if found else "protocol"


@pytest.mark.parametrize(
    ("title", "says_most", "kind"),
    [
        ("Fiche waterloop", False, "geen"),
        ("Fiche waterloop", True, "protocol"),
        ("Veelgestelde vragen over de waterloop", True, "vragen"),
    ],
)
def test_what_is_said_makes_a_protocol_of_what_has_no_other_name(
    title: str, *, says_most: bool, kind: str
) -> None:
    assert kind_of(title, says_most=says_most) == kind


_AGREED = """{title}

{recital}

De ondertekenaars komen het volgende overeen.

Artikel 1. Wat

De gemeente laat weten welke straten voorgaan.

Artikel 2. Wanneer

Het provinciebestuur antwoordt dezelfde dag.

Artikel 3. Duur

Dit protocol geldt drie jaar.

Opgemaakt in tweevoud op 3 maart 2026

Voor de gemeente            Voor de provincie
"""


@pytest.mark.parametrize(
    ("title", "recital", "kind"),
    [
        ("PROTOCOL over het strooien van wegen", "Overwegende dat gladheid gevaarlijk is;", "geen"),
        ("PROTOCOL voor de mededeling van persoonsgegevens", "Overwegende dat het vriest;", "protocol"),
        (
            "PROTOCOL",
            "Overwegende dat beide functionarissen voor gegevensbescherming hun advies gaven;",
            "protocol",
        ),
    ],
)
def test_what_parties_agree_on_is_about_data_when_the_title_or_a_recital_says_so(
    title: str, recital: str, kind: str
) -> None:
    finder = finder_of(rules())
    terms = Terms(written(_AGREED.format(title=title, recital=recital)), finder)
    found = other_kind(terms, finder, rules().packs[0].kinds)
    assert (found.id if found else "protocol") == kind


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("Gelet op het advies van de functionaris voor gegevensbescherming van 3 maart 2026;", "protocol"),
        ("Advies van de functionaris voor gegevensbescherming over de mededeling.", "dpo-advies"),
    ],
)
def test_an_advice_that_a_recital_names_is_not_what_a_paper_without_a_title_is(
    opening: str, kind: str
) -> None:
    finder = finder_of(rules())
    text = _AGREED.format(title="Gladheid en gegevens", recital=opening)
    terms = Terms(written(text), finder)
    found = other_kind(terms, finder, rules().packs[0].kinds, lambda: True)
    assert (found.id if found else "protocol") == kind
