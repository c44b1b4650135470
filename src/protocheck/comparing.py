"""Two versions of a protocol side by side: what the new one mends, breaks and leaves open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from protocheck.match.likeness import alike, shared
from protocheck.model.compare_report import (
    Change,
    CompareCounts,
    CompareReport,
    CriterionChange,
    ElementChange,
    FindingChange,
    Version,
)
from protocheck.model.report import CriterionInfo, Report
from protocheck.model.reported import FindingInfo
from protocheck.pipeline import Document, examine

if TYPE_CHECKING:
    from protocheck.model.options import ReadOptions
    from protocheck.rulebook import Rulebook

_NEAR = 0.6  # from here on, two findings with the same code are one and the same
# How much the words themselves, those around them and the part they stand in say; equal words are enough.
_QUOTE, _AROUND, _PART = 0.6, 0.3, 0.1
_RANK = {"met": 3, "partial": 2, "unmet": 1, "positive": 3, "conditional": 2, "negative": 1}

Pair = tuple[FindingInfo | None, FindingInfo | None]


def compare(
    old: Document,
    new: Document,
    annexes: Sequence[Document] = (),
    rules: Rulebook | None = None,
    *,
    force: bool = False,
    options: ReadOptions | None = None,
) -> CompareReport:
    """Judge both versions and tell what changed.

    Args:
        old: the version before: its path, or a text that was read before.
        new: the version after.
        annexes: what goes with both.
        rules: what to judge by; the built-in rules when left out.
        force: judge also papers that do not look like a protocol.
        options: how to read the documents.

    Raises:
        DocumentError: a document cannot be read, or is no protocol (NotAProtocolError).
        RuleError: a rule is at fault.
    """
    first, second = (examine(each, annexes, rules, force=force, options=options) for each in (old, new))
    return between(first, second)


def between(old: Report, new: Report, files: tuple[str, str] | None = None) -> CompareReport:
    """Tell what changed between two reports; `files` names both as they were given."""
    names = files or (old.document.name, new.document.name)
    findings = tuple(_fates(pairs(_open(old), _open(new))))
    criteria = tuple(_criteria(old, new))
    fates = Counter(each.fate for each in findings)
    changes = Counter(each.change for each in criteria)
    return CompareReport(
        tool=new.tool,
        rules=new.rules,
        old=Version(file=names[0], document=old.document, verdict=old.verdict),
        new=Version(file=names[1], document=new.document, verdict=new.verdict),
        verdict=_change(old.verdict.status, new.verdict.status),
        criteria=criteria,
        findings=findings,
        counts=CompareCounts(
            mended=fates["mended"],
            new=fates["new"],
            open=fates["open"],
            better=changes["better"],
            worse=changes["worse"],
            other=changes["other"],
        ),
    )


def _open(report: Report) -> Sequence[FindingInfo]:
    return [each for each in report.findings if each.waived is None]


def pairs(old: Sequence[FindingInfo], new: Sequence[FindingInfo]) -> Iterator[Pair]:
    """Yield each old finding with the new one that it became, and those that have no other.

    The same words in the same sentence are the same finding wherever they moved (`fingerprint`). What is
    left is paired by code and likeness, the most alike first. When in doubt a finding is still open: it
    is worse to call something mended that is not.
    """
    became = _same(old, new)
    taken = set(became.values())
    left_old = [at for at in range(len(old)) if at not in became]
    left_new = [at for at in range(len(new)) if at not in taken]
    near = [
        (likeness(old[a], new[b]), -a, -b) for a in left_old for b in left_new if old[a].code == new[b].code
    ]
    for score, a, b in sorted(near, reverse=True):
        if score >= _NEAR and -a not in became and -b not in taken:
            became[-a] = -b
            taken.add(-b)
    for at, finding in enumerate(old):
        yield finding, new[became[at]] if at in became else None
    yield from ((None, finding) for at, finding in enumerate(new) if at not in taken)


def _same(old: Sequence[FindingInfo], new: Sequence[FindingInfo]) -> dict[int, int]:
    """Return which old finding is which new one, by code and fingerprint; as many as stand in both."""
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, finding in enumerate(new):
        if finding.fingerprint:
            held[finding.code, finding.fingerprint].append(at)
    became = {}
    for at, finding in enumerate(old):
        same = held.get((finding.code, finding.fingerprint))
        if same:
            became[at] = same.pop(0)
    return became


def likeness(one: FindingInfo, other: FindingInfo) -> float:
    """Return how likely two findings with the same code are one, from 0 to 1."""
    if not one.quote and not other.quote:
        return shared(one.message, other.message)
    if not one.quote or not other.quote:
        return 0.0
    here = one.ref == other.ref or (one.heading and one.heading == other.heading)
    around = shared(one.excerpt.replace(one.quote, " "), other.excerpt.replace(other.quote, " "))
    return _QUOTE * alike(one.quote, other.quote) + _AROUND * around + _PART * bool(here)


def _fates(found: Iterator[Pair]) -> Iterator[FindingChange]:
    """Yield the mended, the new, and then the open ones by their place in the new version."""
    held = list(found)
    yield from (FindingChange(fate="mended", old=old, new=None) for old, new in held if new is None)
    yield from (FindingChange(fate="new", old=None, new=new) for old, new in held if old is None)
    left = [FindingChange(fate="open", old=old, new=new) for old, new in held if old and new]
    yield from sorted(left, key=lambda each: _order(each.new))


def _order(finding: FindingInfo | None) -> tuple[bool, str, int, int, int]:
    if finding is None or finding.line is None:
        return True, "", 0, 0, 0
    return False, finding.document, finding.page or 0, finding.line, finding.column or 0


def _criteria(old: Report, new: Report) -> Iterator[CriterionChange]:
    """Yield every criterion that was judged in one of both, by number."""
    before, after = ({each.id: each for each in report.criteria} for report in (old, new))
    for info in sorted({**before, **after}.values(), key=lambda each: (each.number, each.id)):
        was, now = before.get(info.id), after.get(info.id)
        old_status, new_status = was.status if was else None, now.status if now else None
        yield CriterionChange(
            id=info.id,
            number=info.number,
            title=info.title,
            change=_change(old_status, new_status),
            old=old_status,
            new=new_status,
            elements=tuple(_elements(was, now)),
        )


def _elements(was: CriterionInfo | None, now: CriterionInfo | None) -> Iterator[ElementChange]:
    before, after = ({each.id: each for each in info.elements} if info else {} for info in (was, now))
    for name, info in {**before, **after}.items():
        old, new = before.get(name), after.get(name)
        yield ElementChange(
            id=name, title=info.title, old=old.status if old else None, new=new.status if new else None
        )


def _change(old: str | None, new: str | None) -> Change:
    if old == new:
        return "same"
    before, after = _RANK.get(old or "", 0), _RANK.get(new or "", 0)
    if not before or not after:
        return "other"
    return "better" if after > before else "worse"
