"""Denial, putting off and old law: each class of cue, how far it reaches, and its look-alikes."""

from __future__ import annotations

import time

import pytest

from protocheck.engine import signals
from protocheck.rulebook.rules import Signal
from tests.unit.engine.lab import article, paper, quotes, reasons, terms, tried

OWN = {
    "s": ("sanctie*", "schadevergoeding", "opschort*", "opgeschort"),
    "b": ("beveilig*", "versleuteld", "logging"),
}
SANCTION = Signal("gevolg", any=("s",))
SECURITY = Signal("maatregel", any=("b",))


def verdict(sentence: str) -> str:
    """Return 'telt' when the sentence counts, the reason when not, 'niets' when no word stands in it."""
    sheet = paper(article("1", "", sentence))
    signal = SECURITY if quotes(sheet, SECURITY, OWN) or reasons(sheet, SECURITY, OWN) else SANCTION
    if quotes(sheet, signal, OWN):
        return "telt"
    return (reasons(sheet, signal, OWN) or ["niets"])[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "De partij betaalt een schadevergoeding.",
        "De mededeling kan worden opgeschort.",
        "De gegevens zijn versleuteld.",
        # look-alikes of a denial
        "De mededeling kan zonder ingebrekestelling worden opgeschort.",
        "De mededeling kan zonder voorafgaande ingebrekestelling worden opgeschort.",
        "De sancties zijn niet beperkt tot een schadevergoeding.",
        "Niet alleen een schadevergoeding is verschuldigd, ook de kosten.",
        "De schadevergoeding doet geen afbreuk aan andere rechten.",
        "De sancties gelden onverminderd en zonder afbreuk aan het gemeen recht.",
        "De gegevens worden beveiligd en niet langer dan nodig bewaard.",
        "De logging wordt niet langer dan tien jaar bewaard.",
        # a denial in another clause
        "Wie de regels niet naleeft, betaalt een schadevergoeding.",
        "Als een partij haar verplichtingen niet nakomt, wordt de mededeling opgeschort.",
        "De mededeling wordt opgeschort, tenzij de partij geen schuld treft.",
        "De gegevens worden versleuteld zodat derden ze niet kunnen lezen.",
        "Een sanctie volgt, maar niet voor een eerste fout.",
        "De sancties gelden; het protocol eindigt niet.",
        "De sancties zijn: een schadevergoeding, niet meer.",
        "Beveiliging: de gegevens worden niet gedeeld met derden.",
        # a denial of something else behind it
        "Sancties gelden voor een partij zonder geldige reden.",
        "De partij die een schadevergoeding betaalt, is daardoor niet vrijgesteld.",
        "De mededeling wordt opgeschort zolang de tekortkoming niet is verholpen.",
        "Sancties gelden totdat de fout niet meer voorkomt.",
        "Partijen die sancties krijgen, mogen niet meer werken.",
        "Als sancties volgen, is dat niet zonder reden.",
    ],
)
def test_a_sentence_that_counts(sentence: str) -> None:
    assert verdict(sentence) == "telt"


@pytest.mark.parametrize(
    "sentence",
    [
        # $ontkenning-na: a few words after it
        "Er zijn geen sancties.",
        "Op een inbreuk staat geen enkele sanctie.",
        "Er is geen sprake van een sanctie.",
        "Noch sancties noch boetes zijn voorzien.",
        "De gegevens worden zonder beveiliging verstuurd.",
        "Wegens het ontbreken van sancties geldt het gemeen recht.",
        "Bij inbreuken wordt in plaats van een schadevergoeding overlegd.",
        "Het protocol zegt niets over sancties.",
        # the same at the end of the clause
        "Sancties zijn er geen.",
        "Sancties bij inbreuk: geen.",
        # $ontkenning-zin: the whole clause
        "Sancties zijn niet voorzien.",
        "Een schadevergoeding is nooit verschuldigd.",
        "De mededeling kan niet worden opgeschort.",
        "Sancties: niet voorzien.",
        "Een schadevergoeding is evenmin verschuldigd.",
        "Partijen zien af van sancties.",
        "Sancties blijven achterwege.",
        "Nergens is een sanctie bepaald.",
        "Niemand betaalt een schadevergoeding.",
        "De gegevens worden niet versleuteld.",
        "Over sancties zwijgt het protocol.",
        # over an insertion
        "Sancties worden, behalve bij opzet, niet voorzien.",
        "Een schadevergoeding is, ook bij opzet, niet verschuldigd.",
        # $ontkenning-blok: what follows
        "De partijen overleggen zonder dat een schadevergoeding verschuldigd is.",
        "Alle gevolgen gelden, met uitzondering van een schadevergoeding.",
        "Het gemeen recht geldt, behoudens de sancties.",
        # a denial inside a wider one
        "Dat de mededeling wordt opgeschort is niet voorzien.",
        # a question with a preposition before it
        "Op welke grond een sanctie volgt, blijkt niet.",
        "Aan wie de schadevergoeding toekomt, is niet bepaald.",
        # what the sentence opens with, behind its comma
        "Opschorten bij de minste fout, valt daar niet onder.",
        "Nagaan wie sancties kreeg, hoort daar niet bij.",
        "Opschorten wie te laat is, valt daar niet onder.",
        "Bezorgen zonder sancties, is niet de bedoeling.",
        # 'geen' with its noun denies the subject
        "Van sancties wordt geen gebruik gemaakt.",
    ],
)
def test_a_sentence_that_is_denied(sentence: str) -> None:
    assert verdict(sentence) == "ontkenning"


@pytest.mark.parametrize(
    "sentence",
    [
        "De sancties zijn nader te bepalen.",
        "De sancties worden later vastgelegd.",
        "De sancties worden in onderling overleg nog bepaald.",
        "De sancties worden in een latere fase uitgewerkt.",
        "Sancties: nog te bepalen.",
        "Sancties: ntb.",
        "De partijen gaan na of sancties nodig zijn.",
        "De partijen zullen over de sancties nog afspraken maken.",
        "De sancties zijn nog niet bepaald.",
        "Er volgt een nader te bepalen sanctie.",
        "Welke sanctie volgt, is nog te bepalen.",
    ],
)
def test_a_sentence_that_puts_off(sentence: str) -> None:
    assert verdict(sentence) == "uitstel"


@pytest.mark.parametrize(
    "sentence",
    [
        "Een schadevergoeding is verschuldigd op een nader te bepalen tijdstip.",
        "De sancties gelden vanaf een nog te bepalen datum.",
        "De mededeling wordt opgeschort, de datum is nader te bepalen.",
    ],
)
def test_what_is_put_off_is_something_else(sentence: str) -> None:
    assert verdict(sentence) == "telt"


@pytest.mark.parametrize(
    "sentence",
    [
        "Het oude decreet voorzag in een schadevergoeding.",
        "Onder het vorige protocol gold: vorig protocol, met een sanctie.",
        "Artikel 5, zoals het gold voor 2018, bepaalde een sanctie.",
        "Het inmiddels opgeheven artikel bepaalde een sanctie.",
        "De toenmalige regeling kende een schadevergoeding.",
    ],
)
def test_a_sentence_on_old_law(sentence: str) -> None:
    assert verdict(sentence) == "oude-wet"


@pytest.mark.parametrize(
    "sentence",
    [
        "De ontvanger schort op, niet de verzender, en betaalt een schadevergoeding.",
        "De mededeling wordt opgeschort, niet beëindigd.",
        "De ontvanger betaalt een schadevergoeding, niet de verzender.",
        "De gegevens worden versleuteld, nooit leesbaar, verstuurd.",
    ],
)
def test_a_contrast_denies_what_follows_and_not_what_stands_before(sentence: str) -> None:
    assert verdict(sentence) == "telt"


def test_a_denial_inside_the_wording_of_the_signal_denies_nothing() -> None:
    own = {"inbreuk": ("niet ..4 naleeft",), "gevolg": ("schadevergoeding",)}
    signal = Signal("x", all=("inbreuk", "gevolg"))
    sentence = "Wie het protocol niet trouw naleeft betaalt een schadevergoeding."
    sheet = paper(article("1", "", sentence))
    assert quotes(sheet, signal, own) == [sentence]


@pytest.mark.parametrize(
    ("polarity", "counts"),
    [
        ("affirmed", ["Zij krijgen de gegevens."]),
        ("denied", ["Derden krijgen geen gegevens."]),
        ("any", None),
    ],
)
def test_a_signal_says_whether_a_denied_word_counts(polarity: str, counts: list[str] | None) -> None:
    both = ["Zij krijgen de gegevens.", "Derden krijgen geen gegevens."]
    sheet = paper(article("1", "", *both))
    signal = Signal("x", any=("g",), polarity=polarity)  # type: ignore[arg-type]
    assert quotes(sheet, signal, {"g": ("gegevens",)}) == (counts or both)


def test_a_denied_statement_may_hold_plain_words_too() -> None:
    sheet = paper(article("1", "", "Derden krijgen, ook na afloop, geen gegevens."))
    signal = Signal("x", all=("derden", "g"), polarity="denied")
    own = {"derden": ("derden",), "g": ("gegevens",)}
    assert quotes(sheet, signal, own) == ["Derden krijgen, ook na afloop, geen gegevens."]
    plain = paper(article("1", "", "Derden krijgen de gegevens."))
    assert quotes(plain, signal, own) == []


def test_what_is_put_off_counts_for_no_polarity() -> None:
    sheet = paper(article("1", "", "De sancties zijn nader te bepalen."))
    for polarity in ("affirmed", "denied", "any"):
        assert quotes(sheet, Signal("x", any=("s",), polarity=polarity), OWN) == []


def test_a_text_of_nothing_but_denials_takes_no_more_than_its_length() -> None:
    """The time grows with the words, not with words times denials times phrases."""
    sheet = paper(article("1", "", "appel, niet, " * 2000 + "appel."))
    found = terms(sheet, {"a": ("appel",), "b": ("niet",)})
    start = time.process_time()
    outcome = signals.run(Signal("s", any=("a", "b")), found)
    assert time.process_time() - start < 10  # a cubic search takes hours
    assert len(outcome.hits) == 1


def test_a_denial_far_away_in_an_endless_clause_reaches_nothing() -> None:
    for between, hits in (("peer " * 100, 0), ("peer " * 200, 1)):
        sheet = paper(article("1", "", f"De appel {between} niet."))
        assert len(tried(sheet, Signal("s", any=("a",)), {"a": ("appel",)}).hits) == hits
