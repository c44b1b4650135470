"""What one party has to do: the same advice, told to the sender or to the receiver."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from protocheck.errors import UsageError
from protocheck.match.words import fold
from protocheck.model.facts import Party
from protocheck.model.outcome import CriterionResult

_ROLES = {"sender": ("verzender",), "receiver": ("ontvanger",)}
_BOTH = ("verzender", "ontvanger")


def named(parties: Sequence[Party], name: str) -> Party:
    """Return the party that is meant: by its name, its short name, or a part of one that only it has.

    Raises:
        UsageError: there is no such party, or there are more.
    """
    wanted = _plain(name)
    exact = [party for party in parties if wanted in {_plain(each) for each in _names(party)}]
    found = exact or [party for party in parties if any(wanted in _plain(each) for each in _names(party))]
    if wanted and len(found) == 1:
        return found[0]
    listed = "; ".join(party.name for party in parties) or "geen"
    raise UsageError(
        f"Er is {'geen' if not found or not wanted else 'meer dan één'} partij met de naam {name!r}.",
        hint=f"De partijen van dit protocol: {listed}.",
    )


def _names(party: Party) -> tuple[str, ...]:
    return (party.name, party.short_name, *party.mentions)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def tasks(
    criteria: Sequence[CriterionResult], party: Party, paragraphs: Callable[[str], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return what the party has to do: for each element that is not in order, and in any case."""
    roles = _ROLES.get(party.role, _BOTH)
    return tuple(dict.fromkeys(_tasks(criteria, roles, paragraphs)))


def _tasks(
    criteria: Sequence[CriterionResult], roles: Sequence[str], paragraphs: Callable[[str], tuple[str, ...]]
) -> Iterator[str]:
    for criterion in criteria:
        if criterion.standing != "met":
            for role in roles:
                yield from paragraphs(f"taak-{role}-{criterion.id.lower()}")
    for role in roles:
        yield from paragraphs(f"taak-{role}-altijd")
