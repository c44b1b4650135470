"""The rules as the engine sees them: plain, frozen, validated before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from protocheck.model.outcome import Severity
from protocheck.model.statutes import Statute
from protocheck.record import record

TABLE = "onderwerpen.tsv"  # of a pack: how much each word tells of what an article is about
Scope = Literal["sentence", "paragraph", "article", "row", "document"]
Polarity = Literal["affirmed", "denied", "any", "printed"]


@record
class Source:
    """Where the law says so; dates as ISO text, empty when open."""

    cite: str
    in_force_from: str = ""
    in_force_to: str = ""


@record
class Signal:
    """A pattern in one stretch of text.

    Attributes:
        id: unique in the rule.
        scope: the stretch in which everything must stand.
        all: terms that must all be there.
        any: terms of which one must be there.
        none: terms that must not be there.
        near: most words between the end of the first term and the start of the last; 0 for no bound.
        polarity: whether a denied term counts; 'printed' takes every term as it stands, also one that
            is put off or in a line that is never evidence.
        kinds: kinds of segment to look in; empty for all that can be evidence.
        heading: the heading above must hold one of these terms.
        not_heading: the nearest heading must hold none of these, unless it is at home in the rule.
        never_heading: the same, also for a heading that is at home.
        not_about: not when one of these is the subject: it stands before the first term, and no
            party stands before that term.
        hollow: what stands inside one of these says nothing; a term found elsewhere still counts.
        besides: another sentence of the stretch must say something of its own, in at least so many
            words; 0 when none is needed. That sentence is then the evidence.
        besides_none: terms that this other sentence may not hold.
        check: the name of a coded check that gives the places instead.
        params: of that check.
    """

    id: str
    scope: Scope = "sentence"
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    near: int = 0
    polarity: Polarity = "affirmed"
    kinds: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    not_heading: tuple[str, ...] = ()
    never_heading: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    hollow: tuple[str, ...] = ()
    besides: int = 0
    besides_none: tuple[str, ...] = ()
    check: str = ""
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@record
class Element:
    """A part of a criterion: met when any (or all) of its signals fire and no `unless` does."""

    id: str
    title: str
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@record
class Remark:
    """A weak spot to mention; `when` is 'annex_only', 'recital_only' or the id of a signal or '!signal'."""

    when: str
    text: str


@record
class Example:
    """A small text with the judgement it must get, and why."""

    status: str
    text: str
    by: tuple[str, ...] = ()
    because: str = ""
    through: str = ""
    elements: Mapping[str, str] = field(default_factory=dict)


@record
class Topic:
    """How to tell by its words that an article is about a criterion, where its heading does not say.

    `weights` maps stems to how much they tell for it (below zero: against); from `start` on it is.
    """

    id: str
    start: float
    weights: Mapping[str, float]


@record
class Criterion:
    """One of the elements that a protocol must contain.

    `topic` lets signals that want a heading look at articles whose heading does not say what they are about.
    """

    id: str
    number: int
    title: str
    question: str
    sources: tuple[Source, ...]
    signals: tuple[Signal, ...]
    elements: tuple[Element, ...]
    home: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    text: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    advice: str = ""
    clause: str = ""
    examples: tuple[Example, ...] = ()
    path: str = ""
    topic: Topic | None = None


@record
class Case:
    """What is said of one sort of a finding; empty where what the rule itself says holds."""

    message: str
    suggestion: str = ""
    severity: Severity | None = None


@record
class FindingExample:
    """A small text with the number of findings it must give, and the words they must stand at.

    Attributes:
        findings: how many.
        text: the protocol.
        at: words of the text that the findings quote, in the order of the text.
        because: what a look-alike is, or why this is a defect.
        case: the sort of finding.
        annexes: texts of the annexes handed in with it.
        through: 'repair' when the text is damaged.
    """

    findings: int
    text: str
    at: tuple[str, ...] = ()
    because: str = ""
    case: str = ""
    annexes: tuple[str, ...] = ()
    through: str = ""


@record
class FindingRule:
    """Something that a lawyer mends before signature (bevinding).

    A place is reported for each hit of a signal in `each` and of the `check`; the document as a whole
    when no signal in `missing` fires. Nothing is, unless a signal in `when` fires (if it names any) and
    no signal in `unless` does.

    Attributes:
        id: the code, for ever.
        severity: how bad it is; a case may say otherwise.
        title: what it is, in a few words.
        message: what is wrong here; `{{ name }}` is a value of the hit, or quote, label.
        suggestion: what to write instead.
        why: why it matters.
        annexes: whether annexes that were handed in are looked through as well.
        spared: for a signal in `each` the signals of which none may fire anywhere in the package.
        once: whether the first place alone is reported, as one defect stands at all of them.
        cases: what is said of sorts of this finding, by name.
        check: the name of a coded check, with its params.
        path: of the rule file.
        off: why the user does not want it reported; empty when he does.
    """

    id: str
    severity: Severity
    title: str
    message: str
    suggestion: str
    why: str
    sources: tuple[Source, ...] = ()
    signals: tuple[Signal, ...] = ()
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    spared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    check: str = ""
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    annexes: bool = False
    once: bool = False
    cases: Mapping[str, Case] = field(default_factory=dict)
    examples: tuple[FindingExample, ...] = ()
    path: str = ""
    off: str = ""


@record
class Condition:
    """When a pack applies: a coded check must find a place; `otherwise` says why it does not."""

    check: str
    params: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: str = ""


@record
class DocumentKind:
    """A kind of paper that is recognised by its own words.

    `title` holds terms of which one must stand in the title, or else one of `opening` in the first words of a
    paper whose title calls it no protocol; of `body` all must stand somewhere, of `none` none may.
    `message` says in Dutch what the paper is and what to do.
    """

    id: str
    name: str
    title: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    message: str = ""
    hint: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """Return all terms by which it is told."""
        return (*self.title, *self.opening, *self.body, *self.none)


@record
class Pack:
    """A set of rules with its verdict policy and the wording of its advice."""

    id: str
    version: str
    title: str
    criteria: tuple[Criterion, ...]
    negative: tuple[str, ...]
    conditional: tuple[str, ...]
    wording: Mapping[str, tuple[str, ...]]
    kinds: tuple[DocumentKind, ...] = ()
    findings: tuple[FindingRule, ...] = ()
    applies_when: Condition | None = None


@record
class Rulebook:
    """All packs that apply, their terms with phrases, the statutes known, and a digest of their text.

    `terms` maps '$name' (shared), 'RULE:name' (of one rule) and "'literal" to phrases.
    `folders` is where the packs were found.
    """

    packs: tuple[Pack, ...]
    terms: Mapping[str, tuple[str, ...]]
    digest: str
    statutes: tuple[Statute, ...] = ()
    folders: tuple[Path, ...] = field(default=(), compare=False)

    @property
    def findings(self) -> tuple[FindingRule, ...]:
        """Return the rules for findings of all packs, in order."""
        return tuple(rule for pack in self.packs for rule in pack.findings)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Return the criteria of all packs, in order."""
        return tuple(criterion for pack in self.packs for criterion in pack.criteria)
