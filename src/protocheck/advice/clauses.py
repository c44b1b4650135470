"""Model clauses to paste in, with the parties' names filled in where the protocol gives them."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.advice import dutch
from protocheck.advice.bodies import name_of, parties_without_dpo
from protocheck.advice.context import Context
from protocheck.model.facts import Party

SENDER, RECEIVER, EACH = "[meedelende instantie]", "[ontvangende instantie]", "[instantie]"
A_SENDER, A_RECEIVER = "[een meedelende instantie]", "[een ontvangende instantie]"
NO_OFFICER, NO_ONE = "[instantie zonder functionaris]", "[instantie zonder vertegenwoordiger]"


def fill_bodies(clause: str, context: Context) -> str:
    """Return the clause with names for its placeholders; what is not known keeps its brackets.

    A line with [instantie] is repeated for every party, one with [instantie zonder functionaris] for
    every party that lacks one. Where several bodies receive the data, the clause speaks of each of
    them, or of one of them ('een'), so that its verbs stay right.
    """
    text = "\n".join(piece for line in clause.strip().splitlines() for piece in _repeated(line, context))
    if context.mutual:
        for placeholder in (SENDER, RECEIVER, A_SENDER, A_RECEIVER):
            text = _put(text, placeholder, "een partij" if placeholder.startswith("[een") else "elke partij")
        return text
    senders, receivers = _names(context.having("sender")), _names(context.having("receiver"))
    text = _put(text, SENDER, _one(senders, "elke meedelende instantie", "en"))
    text = _put(text, RECEIVER, _one(receivers, "elke ontvangende instantie", "en"))
    text = _put(text, A_SENDER, _one(senders, "een meedelende instantie", "of") or SENDER)
    return _put(text, A_RECEIVER, _one(receivers, "een ontvangende instantie", "of") or RECEIVER)


def _repeated(line: str, context: Context) -> Sequence[str]:
    for placeholder, lacking in (
        (EACH, context.parties),
        (NO_OFFICER, parties_without_dpo(context)),
        (NO_ONE, [party for party in context.parties if not party.representatives]),
    ):
        if placeholder in line:
            parties = _names(lacking or context.parties)
            return [_put(line, placeholder, name) for name in parties] or [line.replace(placeholder, EACH)]
    return [line]


def _names(parties: Sequence[Party]) -> Sequence[str]:
    return dutch.unique(name_of(party) for party in parties)


def _one(names: Sequence[str], several: str, joined: str) -> str:
    if len(names) > 1:
        return f"{several} ({dutch.listing(names, joined)})"
    return names[0] if names else ""


def _put(text: str, placeholder: str, name: str) -> str:
    """Put the name in place of the placeholder, with a capital where a sentence starts."""
    if not name:
        return text
    first, *rest = text.split(placeholder)
    out = first
    for piece in rest:
        before = out.rstrip(" ")
        starts = not before or before[-1] in ".\n"
        out += (dutch.capital(name) if starts else name) + piece
    return out
