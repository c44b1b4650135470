"""How a leftover is worded: as the rule P403 of the rule book words what it finds in a single paper."""

from __future__ import annotations

from collections.abc import Mapping

from protocheck.checks.phrases import Phrases
from protocheck.engine.wording import filled
from protocheck.facts.reading import lower
from protocheck.model.kinship import LeftoverKind
from protocheck.record import record
from protocheck.rulebook import Rulebook

CODE = "P403"
_KIND = "soort-"
_OF_OTHERS = {
    "kbo": "‘{value}’ is het ondernemingsnummer van {body}. Die instantie is geen partij; waarschijnlijk komt"
    " het nummer uit een ander protocol.",
    "mailbox": "‘{value}’ is een adres van {body}. Die instantie is geen partij; waarschijnlijk komt het"
    " adres uit een ander protocol.",
    "domain": "‘{value}’ is een webadres van {body}. Die instantie is geen partij; waarschijnlijk komt het"
    " adres uit een ander protocol.",
}


@record
class Wording:
    """What the rule says, and the words by which it knows bodies that are introduced.

    `introduced` finds what introduces a body; `kinds` holds the words for each kind of body; `ordinary` are
    words of a name that tell no body from another.
    """

    severity: str
    title: str
    template: str
    suggestion: str
    introduced: Phrases
    kinds: dict[str, tuple[str, ...]]
    ordinary: frozenset[str]

    def message(self, kind: LeftoverKind, value: str, body: str) -> str:
        """Return what is said of a trace that was found."""
        if kind == "name":
            return filled(self.template, {"instantie": value}, CODE)
        return _OF_OTHERS[kind].format(value=value, body=body)


def wording(rules: Rulebook) -> Wording | None:
    """Return the wording of these rules; None when they have no such rule, or the user put it off."""
    rule = next((each for each in rules.findings if each.id == CODE), None)
    if rule is None or rule.off:
        return None
    words = rule.params
    return Wording(
        severity=rule.severity,
        title=rule.title,
        template=rule.message,
        suggestion=" ".join(rule.suggestion.split()),
        introduced=Phrases((*words.get("voorgesteld", ()), *words.get("bekend", ()))),
        kinds=_kinds(words),
        ordinary=frozenset(map(lower, words.get("gewoon", ()))),
    )


def _kinds(words: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the words for each kind of body, those of its organs among them."""
    found: dict[str, tuple[str, ...]] = {}
    for key in sorted(words):
        if key.startswith(_KIND):
            kind = key.removeprefix(_KIND).removesuffix("-van")
            found[kind] = (*found.get(kind, ()), *map(lower, words[key]))
    return found
