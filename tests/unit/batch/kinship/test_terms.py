"""How long a protocol holds and when it is evaluated: what its words say, and what they do not."""

from __future__ import annotations

import datetime as dt

import pytest

from protocheck.batch.kinship.reviews import reviews
from protocheck.batch.kinship.sentences import sentences
from protocheck.batch.kinship.terms import Term, term
from protocheck.model.audit import Passage


def held(text: str, heading: str = "") -> Term:
    return term(sentences((Passage("article 9", "article", "artikel 9", heading, 4, text),)))


def found(text: str, heading: str = "") -> list[tuple[int, int, dt.date | None, int]]:
    passage = Passage("article 9", "article", "artikel 9", heading, 4, text)
    return [(each.every, each.within, each.day, each.month) for each in reviews(sentences((passage,)))]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Dit protocol wordt gesloten voor een duur van drie jaar.", 36),
        ("Dit protocol wordt gesloten voor een bepaalde duur van 3 (drie) jaar.", 36),
        ("De overeenkomst geldt voor vijf jaar.", 60),
        ("Het protocol heeft een looptijd van 18 maanden.", 18),
        ("De samenwerking loopt twee jaar.", 24),
        ("Dit convenant wordt aangegaan voor een periode van maximaal vier jaar.", 48),
        ("Het protocol blijft gedurende anderhalf jaar van kracht.", 18),
        ("De mededeling wordt toegestaan voor één jaar vanaf de inwerkingtreding van dit protocol.", 12),
        ("Dit protocol geldt voor twee schooljaren.", 24),
    ],
)
def test_for_how_long(text: str, months: int) -> None:
    assert held(text).months == months
    assert held(text).said is not None


def test_under_a_heading_that_says_so_the_protocol_need_not_be_named() -> None:
    assert held("Zij geldt drie jaar.", heading="Duur van de mededeling").months == 36
    assert held("Zij geldt drie jaar.", heading="Beveiliging").months == 0


@pytest.mark.parametrize(
    "text",
    [
        "De gegevens van dit protocol worden bewaard gedurende tien jaar.",
        "Elke partij kan dit protocol opzeggen met een termijn van drie maanden.",
        "Elke partij kan dit protocol beëindigen met een brief en een termijn van negen maanden.",
        "Bij herhaling binnen een periode van twee jaar eindigt dit protocol.",
        "De loggegevens van deze mededeling blijven gedurende een periode van twee jaar ter beschikking.",
        "Het protocol wordt geëvalueerd na een periode van twee jaar.",
        "De dienst helpt wie al vijf jaar in de gemeente woont.",
        "Het protocol geldt.",
    ],
)
def test_other_spans_are_no_term(text: str) -> None:
    assert held(text).months == 0


def test_for_ever() -> None:
    assert held("Dit protocol wordt gesloten voor onbepaalde duur.").unlimited
    assert held("De overeenkomst geldt voor onbepaalde tijd.").unlimited


def test_a_box_that_nobody_ticked_is_not_for_ever() -> None:
    assert not held("Duur van het protocol: [ ] onbepaalde duur [x] tot 2027").unlimited


@pytest.mark.parametrize(
    ("text", "tacit"),
    [
        ("Dit protocol geldt drie jaar en wordt daarna stilzwijgend verlengd.", True),
        ("Dit protocol wordt telkens stilzwijgend voor één jaar verlengd.", True),
        ("Dit protocol wordt na afloop automatisch hernieuwd.", True),
        ("Er is een stilzwijgende verlenging van de overeenkomst.", True),
        ("Dit protocol wordt niet stilzwijgend verlengd.", False),
        ("Dit protocol kan na evaluatie worden verlengd.", False),
        ("Een stilzwijgende verlenging van het protocol is uitgesloten.", True),
    ],
)
def test_renewal_without_a_word(text: str, tacit: bool) -> None:  # noqa: FBT001 - a literal expectation
    """The last is a known limit: only a 'not' before the words is seen; nothing is then said of its end."""
    assert held(text).tacit is tacit


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Dit protocol loopt tot het einde van het schooljaar 2028-2029.", dt.date(2029, 8, 31)),
        ("Dit protocol geldt tot het einde van het academiejaar 2027-2028.", dt.date(2028, 9, 30)),
        ("Dit protocol geldt tot eind 2027.", dt.date(2027, 12, 31)),
        ("De mededeling duurt tot het einde van het aanslagjaar 2031.", dt.date(2031, 12, 31)),
        ("Het protocol geldt voor de schooljaren 2025-2026 tot en met 2027-2028.", dt.date(2028, 8, 31)),
        ("Het protocol geldt voor de aanslagjaren 2024 tot en met 2029.", dt.date(2029, 12, 31)),
        ("De afspraak loopt tot de verkiezingen, dus tot en met 31 december 2024.", dt.date(2024, 12, 31)),
        ("Looptijd van de samenwerking: van 1 maart 2025 tot en met 28 februari 2029.", dt.date(2029, 2, 28)),
        ("Looptijd\tvan 1 november 2025 tot 31 oktober 2029", dt.date(2029, 10, 31)),
        ("De gegevens van het protocol worden bewaard tot eind 2027.", None),
        ("Het register werd tot 31 december 2023 bijgehouden door een vereniging.", None),
        ("Het protocol vervangt de nota die werd ondertekend op 3 mei 2019.", None),
        ("De gegevens van dit protocol, dat geldt, blijven bewaard tot en met 31 december 2030.", None),
    ],
)
def test_until_the_end_of_a_year(text: str, until: dt.date | None) -> None:
    assert held(text).until == until


def test_the_term_of_an_annex_or_of_the_signatures_is_not_that_of_the_protocol() -> None:
    said = "Deze overeenkomst geldt voor drie jaar."
    for ref, kind in (
        ("annex 1, article 2", "article"),
        ("signature", "signature"),
        ("contents", "contents"),
    ):
        assert term(sentences((Passage(ref, kind, "", "", None, said),))).months == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het protocol wordt jaarlijks geëvalueerd.", (12, 0, None, 0)),
        ("De partijen evalueren dit protocol om de twee jaar.", (24, 0, None, 0)),
        ("Dit protocol wordt tweejaarlijks geëvalueerd.", (24, 0, None, 0)),
        ("De partijen evalueren de samenwerking tweemaal per jaar.", (6, 0, None, 0)),
        ("De partijen evalueren het in de maand juni van elk jaar.", (12, 0, None, 6)),
        ("Dit protocol wordt binnen de twee jaar na de inwerkingtreding geëvalueerd.", (0, 24, None, 0)),
        ("Een jaar na de ondertekening wordt het protocol geëvalueerd.", (0, 12, None, 0)),
        ("Na verloop van 18 maanden wordt de overeenkomst herzien.", (0, 18, None, 0)),
        ("Het protocol wordt uiterlijk op 1 maart 2027 geëvalueerd.", (0, 0, dt.date(2027, 3, 1), 0)),
        ("De evaluatie van dit protocol heeft elke drie jaar plaats.", (36, 0, None, 0)),
    ],
)
def test_when_it_is_evaluated(text: str, expected: tuple[int, int, dt.date | None, int]) -> None:
    assert found(text) == [expected]


def test_under_the_heading_evaluation_the_word_need_not_come_back() -> None:
    assert found("Dit gebeurt jaarlijks.", heading="Evaluatie van het protocol") == [(12, 0, None, 0)]


def test_first_within_a_year_and_then_every_two() -> None:
    text = "Dit protocol wordt eerst binnen een jaar geëvalueerd. Daarna evalueren wij om de twee jaar."
    assert found(text) == [(0, 12, None, 0), (24, 0, None, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "De begeleider evalueert jaarlijks de vorderingen van het kind.",
        "Elke partij evalueert haar beveiliging geregeld.",
        "De gegevens van dit protocol worden jaarlijks meegedeeld.",
        "Het proefproject werd op 3 maart 2024 geëvalueerd, waarna dit protocol is opgesteld.",
        "De bewaartermijnen van dit protocol worden jaarlijks geëvalueerd op hun nut voor het archief.",
    ],
)
def test_other_evaluations_are_none(text: str) -> None:
    assert found(text) == []


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    text = "voor voor voor stilzwijgend telkens binnen na " * 20_000
    assert held(text).months == 0
    assert found(text) == []
