"""`protocheck explain`: one rule in words: what it asks and looks for, or why it judges a document so."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from protocheck.cli import inputs, output
from protocheck.cli.translated import Command, argument, option
from protocheck.errors import UsageError
from protocheck.language import mark
from protocheck.language import translate as _
from protocheck.model.options import Ocr, ReadOptions, View
from protocheck.regex import lazy

if TYPE_CHECKING:
    from protocheck.rulebook.rules import Criterion, Element, Rulebook, Signal

MOST_PHRASES = 8
_VARIABLE = lazy(r"\{\{[^{}]{0,80}\}\}")
FORMS = 2


FORMAT = click.Choice(("text", "json"))


@click.command(
    cls=Command,
    help=mark("Explain a rule, or with --on why it judges a document as it does."),
)
@argument("rule")
@option(
    "--on", "document", type=inputs.FILE, metavar="FILE", help=mark("Tell why this document is judged so.")
)
@inputs.ANNEXES
@option("--all", "whole", is_flag=True, help=mark("With --on: every signal that was tried."))
@option("--format", "form", type=FORMAT, default="text", help=mark("With --on: words, or JSON with all."))
@option("-o", "--output", "target", type=inputs.FILE, metavar="FILE", help=mark("Write to this file."))
@inputs.PACKS
@inputs.PASSWORD
@inputs.RECOGNITION
@inputs.VIEW
def explain(  # noqa: PLR0913 - one parameter an option
    rule: str,
    document: Path | None,
    annexes: tuple[Path, ...],
    packs: tuple[Path, ...],
    *,
    form: str,
    target: Path | None,
    password: str,
    ocr: Ocr,
    view: View,
    whole: bool,
) -> None:
    """Print one rule in words, or the account of its judgement of a document."""
    from protocheck.rulebook import load  # noqa: PLC0415 - heavy

    if document is None and (annexes or whole or form != "text"):
        raise UsageError(_("--annex, --all and --format go with --on FILE."))
    rules = load(packs)
    finding = next((each for each in rules.findings if each.id.lower() == rule.lower()), None)
    if finding is not None and document is None:
        from protocheck.cli import explain_finding  # noqa: PLC0415 - only needed here

        output.emit("\n".join(map(_wrapped, explain_finding.in_words(finding))) + "\n", target)
        return
    found = next((each for each in rules.criteria if each.id.lower() == rule.lower()), None)
    if found is None:
        known = ", ".join([*(each.id for each in rules.criteria), *(each.id for each in rules.findings)])
        raise UsageError(
            _("There is no rule '{rule}'.").format(rule=rule)
            if finding is None
            else _("--on explains a criterion; lint shows the findings of {rule}.").format(rule=rule),
            hint=_("The rules are: {rules}.").format(rules=known),
        )
    if document is None:
        output.emit("\n".join(map(_wrapped, _explained(found, rules))) + "\n", target)
        return
    from protocheck.cli import explain_on  # noqa: PLC0415 - only needed here

    paths = (document, *annexes)
    output.refuse_overwriting(target, paths)
    account, name = explain_on.traced(found, rules, paths, ReadOptions(password, ocr, view))
    if form == "json":
        output.emit(explain_on.as_json(account, name), target)
        return
    lines = map(_wrapped, explain_on.in_words(account, name, whole=whole))
    output.emit("\n".join(lines) + "\n", target)


def _explained(rule: Criterion, rules: Rulebook) -> Iterator[str]:
    yield f"{rule.id}  {rule.title}"
    yield rule.question
    for source in rule.sources:
        since = _(" (in force since {day})").format(day=source.in_force_from) if source.in_force_from else ""
        yield f"{_('Source')}: {source.cite}{since}"
    yield from _block(_("Elements (all needed)"), (_element(each) for each in rule.elements))
    yield from _block(_("Signals"), (line for each in rule.signals for line in _signal(each, rules)))
    yield from _block(_("Remarks that lower no status"), (each.text for each in rule.remarks))
    yield from _block(
        _("Examples"),
        (
            f"{status(each.status)}: {' '.join(each.text.split())}{_why(each.because)}"
            for each in rule.examples
        ),
    )
    if rule.clause:
        yield from _block(_("Model clause"), (_bare(line) for line in rule.clause.strip().splitlines()))


def _block(title: str, lines: Iterable[str]) -> Iterator[str]:
    held = list(lines)
    if held:
        yield ""
        yield title
        yield from (f"  {line}" for line in held)


def status(value: str) -> str:
    """Return the status of an example in the language of the user."""
    words = {"met": _("in order"), "partial": _("incomplete"), "unmet": _("missing")}
    return words.get(value, value)


def _why(because: str) -> str:
    return f" ({because})" if because else ""


def _bare(line: str) -> str:
    """Return a line of a clause without the variables that decide whether it is offered."""
    return _VARIABLE.sub("", line)


def _element(element: Element) -> str:
    parts = []
    if element.any:
        parts.append(_("any of {names}").format(names=", ".join(element.any)))
    if element.all:
        parts.append(_("all of {names}").format(names=", ".join(element.all)))
    if element.unless:
        parts.append(_("unless {names}").format(names=", ".join(element.unless)))
    return f"{element.title}: {'; '.join(parts)}" if parts else element.title


def _signal(signal: Signal, rules: Rulebook) -> Iterator[str]:
    """Yield a signal in words: the stretch it looks in, then its terms with their first phrases."""
    if signal.check:
        yield _("{id}: the check {check}").format(id=signal.id, check=signal.check)
        return
    yield f"{signal.id}: {_scope(signal)}"
    wanted = (
        (_("all of"), signal.all),
        (_("one of"), signal.any),
        (_("none of"), signal.none),
        (_("under a heading with"), signal.heading),
        (_("not under a heading with"), (*signal.not_heading, *signal.never_heading)),
        (_("not about"), signal.not_about),
        (_("not inside"), signal.hollow),
        (_("and another sentence without"), signal.besides_none),
    )
    for word, terms in wanted:
        if terms:
            yield f"  {word}"
            yield from (f"    {_term(term, rules)}" for term in terms)


def _scope(signal: Signal) -> str:
    scopes = {
        "sentence": _("in one sentence"),
        "paragraph": _("in one paragraph"),
        "article": _("in one article"),
        "row": _("in one row of a table"),
        "document": _("in the whole document"),
    }
    near = _(", at most {count} words apart").format(count=signal.near) if signal.near else ""
    denied = {"affirmed": "", "denied": _(", denied"), "any": _(", denied or not")}
    return f"{scopes[signal.scope]}{near}{denied[signal.polarity]}"


def _term(term: str, rules: Rulebook) -> str:
    """Return a term by its name with its first phrases, in the letters of a reader."""
    name = term.rsplit(":", maxsplit=1)[-1].removeprefix("'").removeprefix("$")
    if name == "@partij":
        return _("a party to this protocol, by any of its names")
    phrases = [_plain(phrase) for phrase in rules.terms.get(term, ())]
    if phrases in ([], [_plain(name)]):
        return _plain(name)
    more = ", …" if len(phrases) > MOST_PHRASES else ""
    return f"{name}: {', '.join(phrases[:MOST_PHRASES])}{more}"


def _plain(phrase: str) -> str:
    """Return a phrase as a reader would write it: 'stopzet…', 'inbreuk/schending/… … partij'."""
    return " ".join(_word(word) for word in phrase.split())


def _word(word: str) -> str:
    if word.startswith(".."):
        return "…"
    forms = word.replace("~", "").replace("*", "…").split("|")
    return "/".join((*forms[:FORMS], "…") if len(forms) > FORMS else forms)


def _wrapped(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return textwrap.fill(
        line,
        output.width(),
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
