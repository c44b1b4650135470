"""The whole engine: which paper it judges, which rules apply, and the same result for the same text."""

from __future__ import annotations

import datetime as dt

import pytest

from protocheck.engine import evaluate
from protocheck.engine.selftest import selftest
from protocheck.errors import ExitCode, NotAProtocolError, RuleError
from protocheck.model.facts import DateFact, Facts
from protocheck.model.geometry import Span
from protocheck.model.package import Package, Reading
from protocheck.rulebook.rules import Criterion, Pack, Rulebook, Signal, Source
from tests.unit.engine.lab import article, criterion, paper, rules, written
from tests.unit.waterhoek import AGREED

A = Signal("a", any=("a",))

PROTOCOL = f"""{AGREED}\
Artikel 3. Duur

Dit protocol geldt voor onbepaalde duur.
"""
PROCESSOR = PROTOCOL.replace(
    "Protocol voor de mededeling van persoonsgegevens", "Verwerkersovereenkomst"
).replace("Dit protocol", "Deze overeenkomst")
JOINT = PROTOCOL.replace(
    "Protocol voor de mededeling van persoonsgegevens",
    "Regeling tussen gezamenlijke verwerkingsverantwoordelijken",
).replace("Dit protocol", "Deze regeling")
ADVICE = PROTOCOL.replace("Protocol voor", "Advies van de functionaris bij het protocol voor")
FAQ = """\
Veelgestelde vragen over protocollen

Wanneer is een protocol nodig?

Voor elke systematische mededeling van persoonsgegevens door een Vlaamse instantie.

Wie sluit het protocol?

De verwerkingsverantwoordelijken, na advies van hun functionarissen.
"""
MINUTES = """\
Verslag van de vergadering van 3 maart

Aanwezig: Mia Proef, Jan Proef.

Het ontwerp werd besproken. De leden vragen meer tijd. De volgende vergadering is op 4 april.
"""
RECIPE = "Appeltaart\n\nSchil de appels. Kneed het deeg. Bak de taart veertig minuten.\n"


def judge(text: str, *, force: bool = False) -> int:
    """Judge a paper by the rules that come with the program; return how many criteria were judged."""
    return len(evaluate(Package(written(text)), rules(), force=force).criteria)


def test_a_protocol_is_judged_on_twelve_points() -> None:
    assert judge(PROTOCOL) == 12


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PROCESSOR, "x.txt is geen protocol maar een verwerkersovereenkomst (AVG, art. 28)."),
        (JOINT, "x.txt is geen protocol maar een regeling tussen gezamenlijke verwerkingsverantwoordelijken"),
        (ADVICE, "x.txt is geen protocol maar een advies over een protocol."),
        (FAQ, "x.txt is geen protocol maar een lijst met vragen en antwoorden."),
        (MINUTES, "x.txt is geen protocol voor de mededeling van persoonsgegevens"),
        (RECIPE, "x.txt is geen protocol voor de mededeling van persoonsgegevens"),
    ],
    ids=["processor", "joint", "advice", "faq", "minutes", "recipe"],
)
def test_another_paper_is_refused_by_its_name_with_what_to_do(text: str, says: str) -> None:
    with pytest.raises(NotAProtocolError) as caught:
        judge(text)
    assert caught.value.message.startswith(says)
    assert caught.value.hint
    assert "{{" not in caught.value.message + caught.value.hint
    assert caught.value.exit_code == ExitCode.UNREADABLE


@pytest.mark.parametrize("text", [PROCESSOR, JOINT, FAQ, MINUTES, RECIPE])
def test_another_paper_is_judged_when_the_user_insists(text: str) -> None:
    assert judge(text, force=True) == 12


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Dit protocol geldt", "De bijlage bevat de verwerkersovereenkomst. Dit protocol geldt"),
        (
            "Dit protocol geldt",
            "De partijen zijn geen gezamenlijke verwerkingsverantwoordelijken. Dit protocol geldt",
        ),
        ("Dit protocol geldt", "Veelgestelde vragen staan op de website. Dit protocol geldt"),
        ("Protocol voor de mededeling", "Afspraken over de mededeling"),
        ("Protocol voor de mededeling", "Protocol na advies van de functionaris voor de mededeling"),
        ("Protocol voor de mededeling", "PROTOCOL en verwerkersovereenkomst voor de mededeling"),
    ],
)
def test_a_protocol_that_mentions_another_paper_is_a_protocol(old: str, new: str) -> None:
    assert judge(PROTOCOL.replace(old, new)) == 12


def book(*given: Criterion) -> Rulebook:
    """A rulebook of one pack without kinds of paper."""
    pack = Pack("proef", "1", "Een proef", given, ("unmet",), ("partial",), {"aanleiding": ("x",)})
    digest = f"sha256:{hash(tuple(c.sources for c in given))}"
    return Rulebook((pack,), {"a": ("appel",), **_cues()}, digest)


def _cues() -> dict[str, tuple[str, ...]]:
    return {"$partij": ("partij",)}


def signed(*days: tuple[str, str]) -> Reading:
    """A paper that names an apple, with dates in these roles."""
    dates = tuple(
        DateFact(dt.date.fromisoformat(day) if day else None, day, role, Span(0, 1))  # type: ignore[arg-type]
        for day, role in days
    )
    return paper(article("1", "", "Een appel."), facts=Facts(dates=dates))


SINCE = (Source("wet", "2018-06-26"),)
BETWEEN = (Source("wet", "2018-06-26", "2020-12-31"),)


@pytest.mark.parametrize(
    ("sources", "days", "state"),
    [
        (SINCE, [("2018-06-26", "signature")], "ran"),
        (SINCE, [("2018-06-25", "signature")], "not-applicable"),
        (SINCE, [], "ran"),
        (SINCE, [("", "signature")], "ran"),
        (SINCE, [("2010-01-01", "decision"), ("2010-01-01", "statute")], "ran"),
        (SINCE, [("2018-06-01", "signature"), ("2018-07-01", "signature")], "ran"),
        (BETWEEN, [("2020-12-31", "signature")], "ran"),
        (BETWEEN, [("2021-01-01", "signature")], "not-applicable"),
        ((*BETWEEN, Source("nieuwe wet", "2021-01-01")), [("2021-01-01", "signature")], "ran"),
        ((Source("wet"),), [("1900-01-01", "signature")], "ran"),
        ((), [("1900-01-01", "signature")], "ran"),
    ],
)
def test_a_rule_applies_when_it_is_in_force_at_signature(
    sources: tuple[Source, ...], days: list[tuple[str, str]], state: str
) -> None:
    outcome = evaluate(Package(signed(*days)), book(criterion(A, sources=sources)))
    assert [run.state for run in outcome.runs] == [state]
    assert len(outcome.criteria) == (1 if state == "ran" else 0)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2018-01-01", "ondertekend op 2018-01-01, de regel geldt sinds 2018-06-26"),
        ("2021-01-01", "ondertekend op 2021-01-01, de regel gold tot 2020-12-31"),
    ],
)
def test_a_rule_that_does_not_apply_says_why(day: str, reason: str) -> None:
    outcome = evaluate(Package(signed((day, "signature"))), book(criterion(A, sources=BETWEEN)))
    assert outcome.runs[0].reason == reason


def test_the_packs_and_the_digest_are_told() -> None:
    outcome = evaluate(Package(signed()), book(criterion(A)))
    (pack,) = outcome.packs
    assert (pack.id, pack.version, pack.verdict.negative, pack.verdict.conditional) == (
        "proef",
        "1",
        ("unmet",),
        ("partial",),
    )
    assert outcome.digest.startswith("sha256:")


def test_a_rule_that_names_no_check_is_a_fault_of_the_rules() -> None:
    with pytest.raises(RuleError) as caught:
        evaluate(Package(signed()), book(criterion(Signal("x", check="data.onbekend"))))
    assert "data.onbekend" in caught.value.message
    assert caught.value.hint


def test_the_examples_of_a_rule_that_names_no_check_are_not_run() -> None:
    with pytest.raises(RuleError, match=r"signals\.x: de check data\.onbekend bestaat niet"):
        selftest(book(criterion(Signal("x", check="data.onbekend"))))


def test_the_same_paper_gives_the_same_result() -> None:
    first = evaluate(Package(written(PROTOCOL)), rules())
    second = evaluate(Package(written(PROTOCOL)), rules())
    assert first == second
