"""How far an audit is: a bar on a terminal, a line now and then elsewhere, and nothing on standard output."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TextIO

from protocheck.batch.tally import Tally
from protocheck.language import plural
from protocheck.language import translate as _
from protocheck.model.audit import State

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

_FIRST_SECONDS, _SLOWER, _LONGEST = 5.0, 1.5, 120.0  # between lines: more and more time
_REDRAW_SECONDS = 0.2
_MINUTE, _HOUR = 60, 3600


def counts(tally: Tally) -> str:
    """Return what became of the documents so far, in a few words."""
    known = (
        (_("judged"), tally.states[State.JUDGED]),
        (_("other papers"), tally.states[State.OTHER]),
        (_("unreadable"), tally.states[State.UNREADABLE]),
        (_("set aside"), tally.states[State.SET_ASIDE]),
    )
    return ", ".join(f"{count} {name}" for name, count in known if count)


def duration(seconds: float) -> str:
    """Return a time as people say it: '40 s', '5 min', '2 u 10'."""
    whole = round(seconds)
    if whole < 2 * _MINUTE:
        return f"{whole} s"
    if whole < 2 * _HOUR:
        return f"{round(whole / _MINUTE)} min"
    return _("{hours} h {minutes}").format(hours=whole // _HOUR, minutes=f"{whole % _HOUR // _MINUTE:02}")


class Pace:
    """How fast documents are judged, and when the last will be."""

    def __init__(self, total: int) -> None:
        """Begin now, with so many files to look at."""
        self._total = total
        self._begun = time.monotonic()

    @property
    def seconds(self) -> float:
        """Return how long it has been."""
        return time.monotonic() - self._begun

    def rate(self, tally: Tally) -> float:
        """Return how many documents a second are judged."""
        return tally.done.total() / self.seconds if self.seconds else 0.0

    def left(self, tally: Tally) -> float | None:
        """Return in how many seconds it will be done; None while nobody can tell."""
        finished = tally.finished
        if not finished or self.seconds < 1 or tally.looked < 1:
            return None
        return max(self._total - finished, 0) * self.seconds / finished


class Lines:
    """Tells in plain lines, not too many: for a log."""

    def __init__(self, stream: TextIO, total: int) -> None:
        """Write to that stream."""
        self._stream, self._total, self._pace = stream, total, Pace(total)
        self._pause = self._next = _FIRST_SECONDS

    def looked(self, tally: Tally) -> None:
        """Write a line when it is time for one."""
        if self._pace.seconds < self._next:
            return
        self._pause = min(self._pause * _SLOWER, _LONGEST)
        self._next = self._pace.seconds + self._pause
        left = self._pace.left(tally)
        line = _("{done} of {total} files: {counts}").format(
            done=tally.finished, total=max(self._total, tally.finished), counts=counts(tally) or "-"
        )
        rate = _("{rate} a second").format(rate=f"{self._pace.rate(tally):.1f}".replace(".", ","))
        soon = _(", another {time}").format(time=duration(left)) if left is not None else ""
        self._stream.write(f"{line} ({rate}{soon})\n")
        self._stream.flush()

    def close(self) -> None:
        """Write nothing more."""


class Bar:
    """Tells in a bar at the foot of a terminal."""

    def __init__(self, stream: TextIO, total: int) -> None:
        """Draw on that stream."""
        from rich.console import Console  # noqa: PLC0415 - heavy
        from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415 - heavy

        self._total, self._pace = total, Pace(total)
        self._drawn = 0.0
        self._bar: RichProgress = Progress(
            BarColumn(bar_width=24),
            TextColumn("{task.description}", markup=False),
            console=Console(file=stream),
            transient=True,
            auto_refresh=False,
        )
        self._task: TaskID = self._bar.add_task("", total=max(total, 1))
        self._bar.start()

    def looked(self, tally: Tally) -> None:
        """Draw the bar anew when it is time for it."""
        now = time.monotonic()
        if now - self._drawn < _REDRAW_SECONDS:
            return
        self._drawn = now
        finished, left = tally.finished, self._pace.left(tally)
        words = [
            plural("{count} of {total} file", "{count} of {total} files", self._total).format(
                count=finished, total=max(self._total, finished)
            ),
            _("{rate} a second").format(rate=f"{self._pace.rate(tally):.1f}".replace(".", ",")),
            _("another {time}").format(time=duration(left)) if left is not None else "",
            counts(tally),
        ]
        said = " | ".join(word for word in words if word)
        self._bar.update(self._task, completed=min(finished, self._total), description=said, refresh=True)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.stop()


def shown_on(stream: TextIO | None, total: int) -> Bar | Lines | None:
    """Return who tells how far it is on a stream: as it is a terminal or not, or closed."""
    if stream is None:
        return None
    return Bar(stream, total) if stream.isatty() else Lines(stream, total)
