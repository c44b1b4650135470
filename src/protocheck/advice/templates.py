"""The template language of rule texts: sentences with `{{ name }}`, and no more logic than dropping.

A sentence is dropped when one of its variables is empty. `{{ ?name }}` only asks whether the variable
is empty and prints nothing. A variable that holds a list is set as bullets when it closes a sentence
after a colon and is too long for a line; elsewhere it reads 'a, b en c'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from protocheck.advice.dutch import capital, series
from protocheck.errors import RuleError
from protocheck.language import translate as _
from protocheck.regex import lazy

Value = str | tuple[str, ...]
Lookup = Callable[[str], Value]

# Linear on its input: no two neighbours of the pattern can match the same character.
_VARIABLE = lazy(r"\{\{ ?(?P<ask>\??) ?(?P<name>[A-Za-z0-9_.-]+) ?\}\}")
_INLINE = 110
_PARAGRAPH = 600


class UnknownVariableError(LookupError):
    """A template names a variable that does not exist."""


def names_in(template: str) -> tuple[str, ...]:
    """Return the variables that a template names, in order."""
    return tuple(found["name"] for found in _VARIABLE.finditer(template))


def fill(templates: Iterable[str], lookup: Lookup, *, rule: str) -> str:
    """Return the sentences whose variables all have a value, as paragraphs and lists.

    Args:
        templates: sentences; one that ends in a list of bullets closes its paragraph.
        lookup: gives the value of a variable; raises UnknownVariableError for an unknown name.
        rule: whose templates they are, for the message of an error.

    Raises:
        RuleError: a template names an unknown variable or is not well formed.
    """
    filled = (sentence(template, lookup, rule=rule) for template in templates)
    return join(part for part in filled if part)


def join(sentences: Iterable[str]) -> str:
    """Set sentences after each other; a list of bullets ends its paragraph, and so does its length."""
    text = ""
    for each in sentences:
        last = text.rsplit("\n", 1)[-1]
        if not text:
            text = each
        elif last.startswith("- ") or (len(last) > _PARAGRAPH and len(each) > _INLINE):
            text += f"\n\n{each}"
        else:
            text += f" {each}"
    return text


def sentence(template: str, lookup: Lookup, *, rule: str) -> str:
    """Return one filled sentence, empty when a variable has no value."""
    line = " ".join(template.split())
    if "{{" in _VARIABLE.sub("", line):
        raise RuleError(_("{rule}: this sentence is no template: {text}").format(rule=rule, text=line))
    pieces: list[str] = []
    at = 0
    for found in _VARIABLE.finditer(line):
        value = _value(found["name"], lookup, rule)
        if not value:
            return ""
        pieces.append(line[at : found.start()])
        at = found.end()
        if found["ask"]:
            continue
        if isinstance(value, tuple) and line[at:].strip(" .") == "" and _bullets(value, "".join(pieces)):
            return "".join(pieces).rstrip() + _list(value)
        pieces.append(series(value) if isinstance(value, tuple) else value)
    pieces.append(line[at:])
    text = " ".join("".join(pieces).split())
    if text.endswith("..") and not text.endswith("..."):
        text = text[:-1]
    return capital(text) if line.startswith("{{") else text


def _value(name: str, lookup: Lookup, rule: str) -> Value:
    try:
        return lookup(name)
    except UnknownVariableError as error:
        raise RuleError(
            _("{rule}: the text names an unknown variable, '{name}'.").format(rule=rule, name=name),
            hint=_("docs/decisions/0005-advice-variables.md lists the variables."),
        ) from error


def _bullets(items: tuple[str, ...], before: str) -> bool:
    return before.rstrip().endswith(":") and len(items) > 1 and sum(map(len, items)) > _INLINE


def _list(items: tuple[str, ...]) -> str:
    lines = [f"\n- {item.rstrip('.;')};" for item in items]
    return "".join(lines)[:-1] + "."
