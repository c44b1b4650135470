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
