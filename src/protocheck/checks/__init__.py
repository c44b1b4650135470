"""Checks that need more than words: each a pure function over what a document states, by name.

CHECKS give the places where a signal fires; FINDERS give what a lawyer mends before signature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from protocheck.checks import (
    advice,
    annexes,
    data,
    data_told,
    dates,
    numbering,
    numbers,
    opgroeien,
    parties,
    personal_contacts,
    placeholders,
    references,
    retention,
    signatories,
    signing,
    statutes,
    strangers,
)
from protocheck.checks.case import Case, Hit
from protocheck.model.facts import Facts
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline

Check = Callable[[Facts, Outline, Mapping[str, tuple[str, ...]]], Iterator[Span]]
Finder = Callable[[Case], Iterator[Hit]]

CHECKS: Mapping[str, Check] = {
    "parties.identified": parties.identified,
    "parties.represented": parties.represented,
    "parties.dpo_reachable": parties.dpo_reachable,
    "data.listed": data.listed,
    "data.each_justified": data.each_justified,
    "data.left_open": data.left_open,
    "data.told": data_told.told,
    "data.reasoned": data_told.reasoned,
    "opgroeien.applies": opgroeien.applies,
    "retention.left_blank": retention.left_blank,
    "retention.stated": retention.stated,
}

FINDERS: Mapping[str, Finder] = {
    "advice.given": advice.given,
    "annexes.absent": annexes.absent,
    "dates.before_signature": dates.before_signature,
    "dates.impossible": dates.impossible,
    "numbering.broken": numbering.broken,
    "numbering.empty": numbering.empty,
    "numbers.absent": numbers.absent,
    "numbers.failing": numbers.failing,
    "opgroeien.other_data": opgroeien.other_data,
    "opgroeien.signatory": opgroeien.signatory,
    "personal_contacts.named": personal_contacts.named,
    "placeholders.instructions": placeholders.instructions,
    "placeholders.left_options": placeholders.left_options,
    "placeholders.open_places": placeholders.open_places,
    "references.misplaced": references.misplaced,
    "references.missing": references.missing,
    "retention.open_ended": retention.open_ended,
    "signatories.unannounced": signatories.unannounced,
    "signing.undated": signing.undated,
    "statutes.miscited": statutes.miscited,
    "statutes.repealed": statutes.repealed,
    "strangers.left_over": strangers.left_over,
}
