"""What one party has to do: the same advice, told to the sender or to the receiver."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from protocheck.advice.context import Context
from protocheck.errors import UsageError
from protocheck.match.words import fold
from protocheck.model.facts import Party
from protocheck.model.geometry import Span
from protocheck.model.outcome import CriterionResult

_ROLES = {"sender": ("verzender",), "receiver": ("ontvanger",)}
_BOTH = ("verzender", "ontvanger")
_ALIKE = 0.86  # of two names, above which one is a slip of the pen for the other

Paragraphs = Callable[[str], tuple[str, ...]]


def named(parties: Sequence[Party], name: str) -> Party:
    """Return the party that is meant: by its name, its short name, or a part of one that only it has.

    Raises:
        UsageError: there is no such party, or there are more.
    """
    found = _matching(parties, name)
    if len(found) == 1:
        return found[0]
    listed = "; ".join(party.name for party in parties) or "geen"
    raise UsageError(
        f"Er is {'meer dan één' if found else 'geen'} partij met de naam {name!r}.",
        hint=f"De partijen van dit protocol: {listed}.",
    )


def _matching(parties: Sequence[Party], name: str) -> Sequence[Party]:
    wanted = _plain(name)
    if not wanted:
        return ()
    exact = [party for party in parties if wanted in {_plain(each) for each in _names(party)}]
    return exact or [party for party in parties if any(wanted in _plain(each) for each in _names(party))]


def addressed(context: Context, name: str) -> Party:
    """Return the party that is meant, or the body of that name that may still join.

    Raises:
        UsageError: there is no such party and nobody may join, or it nearly has the name of a party.
    """
    found = _matching(context.parties, name)
    if found or context.accession is None or not _plain(name) or _nearly(context.parties, name):
        return named(context.parties, name)
    said = " ".join(name.split())
    return Party(name=said, kind="other", role=context.accession.role, short_name=said, span=Span(0, 0))


def _nearly(parties: Sequence[Party], name: str) -> bool:
    """Tell whether a name is that of a party but for a letter or two: then it is a slip."""
    import difflib  # noqa: PLC0415 - only for a name that is no party's

    known = [_plain(each) for party in parties for each in _names(party)]
    return bool(difflib.get_close_matches(_plain(name), known, n=1, cutoff=_ALIKE))


def _names(party: Party) -> tuple[str, ...]:
    return (party.name, party.short_name, *party.mentions)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def tasks(
    criteria: Sequence[CriterionResult], party: Party, context: Context, paragraphs: Paragraphs
) -> tuple[str, ...]:
    """Return what the party has to do: for each element that is not in order, and in any case."""
    roles = _ROLES.get(party.role, _BOTH)
    joins = party not in context.parties
    complete = all(criterion.standing == "met" for criterion in criteria)
    wanted = [
        *(["taak-toetreder", *(() if complete else ["taak-toetreder-leemten"])] if joins else ()),
        *(["taak-toegetreden"] if party in context.joined and not complete else ()),
        *(
            f"taak-{role}-{criterion.id.lower()}"
            for criterion in criteria
            if criterion.standing != "met"
            for role in roles
        ),
        *(["taak-toetreder-altijd"] if joins else [f"taak-{role}-altijd" for role in roles]),
    ]
    return tuple(dict.fromkeys(task for name in wanted for task in paragraphs(name)))
