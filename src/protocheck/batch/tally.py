"""What happened during one audit, in numbers."""

from __future__ import annotations

import dataclasses
from collections import Counter

from protocheck.model.audit import State


@dataclasses.dataclass(slots=True)
class Tally:
    """Counts that grow during an audit.

    Attributes:
        looked: files that were looked at, whatever they are.
        states: of every document that was seen, known before or not.
        done: what was judged now, by what became of it.
        unchanged: documents that were judged before, by the same rules.
        again: documents whose content was seen at another place already.
        new: documents that nobody asked for: with `--rules-changed` only those judged before are wanted.
        skipped: what was passed over, by kind.
        stopped: whether the user broke it off; `full`: whether the number asked for was reached.
    """

    looked: int = 0
    states: Counter[State] = dataclasses.field(default_factory=Counter)
    done: Counter[State] = dataclasses.field(default_factory=Counter)
    unchanged: int = 0
    again: int = 0
    new: int = 0
    skipped: Counter[str] = dataclasses.field(default_factory=Counter)
    stopped: bool = False
    full: bool = False

    @property
    def finished(self) -> int:
        """Return how many files need nothing more."""
        return self.states.total() + self.skipped.total() + self.again + self.new

    @property
    def failed(self) -> int:
        """Return how many documents could not be judged."""
        return self.states[State.UNREADABLE] + self.states[State.SET_ASIDE]
