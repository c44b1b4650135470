from __future__ import annotations

import datetime as dt
import io
import time
from collections import Counter

import click
import pytest

from protocheck.batch.tally import Tally
from protocheck.cli.audit_days import SINCE
from protocheck.cli.audit_progress import Bar, Lines, counts, duration, shown_on
from protocheck.model.audit import State


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def tally(judged: int, *, unreadable: int = 0, skipped: int = 0) -> Tally:
    states = Counter({State.JUDGED: judged, State.UNREADABLE: unreadable})
    looked = judged + unreadable + skipped
    return Tally(looked=looked, states=states, done=states, skipped=Counter({"andere": skipped}))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.4, "0 s"), (119, "119 s"), (121, "2 min"), (7199, "120 min"), (7900, "2 u 11"), (90_000, "25 u 00")],
)
def test_a_time_is_said_as_people_do(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_counts_name_only_what_there_is() -> None:
    assert counts(tally(3, unreadable=1)) == "3 beoordeeld, 1 onleesbaar"
    assert counts(tally(0)) == ""


def test_lines_come_now_and_then_with_rate_and_time_left(clock: Clock) -> None:
    stream = io.StringIO()
    lines = Lines(stream, 100)
    for second in range(1, 61):
        clock.now += 1
        lines.looked(tally(second, skipped=1))
    said = stream.getvalue().splitlines()
    assert said[0] == "6 van 100 bestanden: 5 beoordeeld (1,0 per seconde, nog 78 s)"
    assert len(said) == 4


def test_an_audit_of_nothing_says_nothing(clock: Clock) -> None:
    stream = io.StringIO()
    lines = Lines(stream, 0)
    clock.now += 1
    lines.looked(tally(0))
    lines.close()
    assert stream.getvalue() == ""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar(clock: Clock) -> None:
    stream = Terminal()
    bar = shown_on(stream, 10)
    assert isinstance(bar, Bar)
    clock.now += 10
    bar.looked(tally(5))
    bar.close()
    assert "5 van 10 bestanden | 0,5 per seconde | nog 10 s | 5 beoordeeld" in stream.getvalue()


def test_anything_else_gets_lines_and_a_closed_stream_nothing() -> None:
    assert isinstance(shown_on(io.StringIO(), 10), Lines)
    assert shown_on(None, 10) is None


def test_a_day_and_so_many_days_ago() -> None:
    assert SINCE.convert("2026-01-31", None, None) == dt.datetime(2026, 1, 31).astimezone().timestamp()
    assert SINCE.convert("7d", None, None) == pytest.approx(time.time() - 7 * 86_400, abs=5)
    assert SINCE.convert("2w", None, None) == pytest.approx(time.time() - 14 * 86_400, abs=5)
    for wrong in ("gisteren", "7x", "", "31-01-2026", "99999999999d"):
        with pytest.raises(click.BadParameter, match="is geen dag"):
            SINCE.convert(wrong, None, None)
