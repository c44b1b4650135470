"""Model clauses to paste in, with the parties' names filled in where the protocol gives them."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.advice import dutch
from protocheck.advice.bodies import name_of
from protocheck.advice.context import Context
from protocheck.model.facts import Party

SENDER, RECEIVER, EACH = "[meedelende instantie]", "[ontvangende instantie]", "[instantie]"


def fill_bodies(clause: str, context: Context) -> str:
    """Return the clause with names for its placeholders; what is not known keeps its brackets.

    A line with [instantie] is repeated for every party. Where several bodies receive the data, the
    clause speaks of each of them, so that its verbs stay right.
    """
    lines: list[str] = []
    for line in clause.strip().splitlines():
        names = [name_of(party) for party in context.parties] if EACH in line else []
        lines.extend(_put(line, EACH, name) for name in names or [""])
    text = "\n".join(lines)
    text = _put(text, SENDER, _one(context.having("sender"), "elke meedelende instantie"))
    return _put(text, RECEIVER, _one(context.having("receiver"), "elke ontvangende instantie"))


def _one(parties: Sequence[Party], several: str) -> str:
    names = dutch.unique(name_of(party) for party in parties)
    if len(names) > 1:
        return f"{several} ({dutch.listing(names)})"
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
