"""Enterprise numbers in all notations, and numbers that are none."""

from __future__ import annotations

import pytest

from protocheck.facts import kbo
from protocheck.model.geometry import Span


def found(text: str) -> list[tuple[str, bool]]:
    low = text.lower()
    return [(n.digits, n.valid) for n in kbo.find(low, Span(0, len(low)))]


@pytest.mark.parametrize(
    "text",
    [
        "KBO-nummer 0142.503.787",
        "ingeschreven in de Kruispuntbank van Ondernemingen onder het nummer 0142.503.787,",
        "btw BE0142503787",
        "BE 0142.503.787",
        "ondernemingsnummer 0142 503 787",
        "ondernemingsnummer: 0142503787",
        "RPR Brussel 0142.503.787",
        "(KBO nr. O142.503.787)",
        "KBO 142.503.787",
    ],
)
def test_reads_every_notation(text: str) -> None:
    assert found(text) == [("0142503787", True)]


def test_keeps_a_number_that_fails_its_check() -> None:
    assert found("KBO 0142.503.788") == [("0142503788", False)]


def test_keeps_a_number_of_the_wrong_length_when_it_is_called_one() -> None:
    assert found("ondernemingsnummer 0142.503.7871") == [("01425037871", False)]


@pytest.mark.parametrize(
    "text",
    [
        "tel. 0473 123 456",
        "gsm 0473.12.34.56",
        "rekening BE68 5390 0754 7034",
        "rijksregisternummer 85.07.30-033.28",
        "advies nr. 2020/1234567",
        "op 12.03.2024 om 10.15 uur",
    ],
)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert found(text) == []


def test_check_digits() -> None:
    assert kbo.valid("0142503787")
    assert not kbo.valid("0142503780")
    assert not kbo.valid("142503787")
    assert not kbo.valid("9142503786")
