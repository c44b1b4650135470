"""From template sentences to the prose of the advice: the variables that rules may name.

The table is the whole list; docs/decisions/0005-advice-variables.md explains each for who writes rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from protocheck.advice import bodies, contents
from protocheck.advice.clauses import fill_bodies
from protocheck.advice.context import Context
from protocheck.advice.evidence import OF_EVIDENCE, Judged
from protocheck.advice.templates import Lookup, UnknownVariableError, Value, fill, sentence
from protocheck.model.outcome import CriterionResult, Evidence

OF_PACKAGE: Mapping[str, Callable[[Context], Value]] = {
    "title": contents.title,
    "sender": bodies.sender,
    "receiver": bodies.receiver,
    "parties": bodies.parties,
    "parties_short": bodies.parties_short,
    "party_count": bodies.party_count,
    "only_party": bodies.only_party,
    "where_accession": bodies.where_accession,
    "accession_form": bodies.accession_form,
    "joined": bodies.joined,
    "joined_forms": bodies.joined_forms,
    "without_kbo": bodies.without_kbo,
    "invalid_kbo": bodies.invalid_kbo,
    "without_seat": bodies.without_seat,
    "without_representative": bodies.without_representative,
    "without_dpo": bodies.without_dpo,
    "dpo_contacts": bodies.dpo_contacts,
    "where_dpo_contacts": bodies.where_dpo_contacts,
    "dpo_advice": bodies.dpo_advice,
    "where_dpo_advice": bodies.where_dpo_advice,
    "dpo_advice_open": bodies.dpo_advice_open,
    "dpo_advice_missing": bodies.dpo_advice_missing,
    "data_items": contents.data_items,
    "data_names": contents.data_names,
    "data_count": contents.data_count,
    "data_unjustified": contents.data_unjustified,
    "data_justified": contents.data_justified,
    "data_without_retention": contents.data_without_retention,
    "retention": contents.retention,
    "where_data": contents.where_data,
    "recipients": contents.recipients,
    "third_parties": contents.third_parties,
    "excluded": contents.excluded,
    "where_egov": contents.where_egov,
    "special_categories": contents.special_categories,
    "processors": contents.processors,
    "breaches": contents.breaches,
    "signature_date": lambda context: contents.date_of(context, "signature"),
    "entry_into_force": lambda context: contents.date_of(context, "entry-into-force"),
    "end_date": lambda context: contents.date_of(context, "end"),
    "annexes_supplied": contents.annexes_supplied,
    "annexes_named": contents.annexes_named,
    "annexes_at_hand": contents.annexes_at_hand,
    "annexes_absent": contents.annexes_absent,
    "repairs": contents.repairs,
    "unreadable_pages": contents.unreadable_pages,
}


def of_package(context: Context) -> Lookup:
    """Return the variables that the wording of a pack may name."""

    def look(name: str) -> Value:
        if name not in OF_PACKAGE:
            raise UnknownVariableError(name)
        return OF_PACKAGE[name](context)

    return look


def of_criterion(context: Context, criterion: CriterionResult, earlier: Sequence[Evidence] = ()) -> Lookup:
    """Return the variables that the texts of a criterion may name."""
    judged, general = Judged(context, criterion, earlier), of_package(context)

    def look(name: str) -> Value:
        base, _, part = name.partition(".")
        return OF_EVIDENCE[base](judged, part) if base in OF_EVIDENCE else general(name)

    return look


def write(criterion: CriterionResult, context: Context, earlier: Sequence[Evidence] = ()) -> CriterionResult:
    """Return the criterion with its text, its advice and its model clause written out.

    Args:
        criterion: what the rule found.
        context: the package it was found in.
        earlier: what was quoted for the criteria before it; a mere mention is not quoted once more.
    """
    lookup = of_criterion(context, criterion, earlier)
    text = fill(criterion.prose, lookup, rule=criterion.id) or fill(_PLAIN, lookup, rule=criterion.id)
    if criterion.status == "met":
        return replace(criterion, text=text, advice="", clause="")
    advice = fill(criterion.advice.splitlines(), lookup, rule=criterion.id)
    lines = (sentence(line, lookup, rule=criterion.id) for line in criterion.clause.splitlines())
    clause = fill_bodies("\n".join(line for line in lines if line), context)
    return replace(criterion, text=text, advice=advice, clause=clause)


# What is said when a rule has no words for a status: a judgement never stands without a text.
_PLAIN = (
    "Het protocol bevat het volgende: {{ present }}.",
    "Dat staat in {{ where }}.",
    "Wat ontbreekt: {{ missing }}.",
    "Niet te beoordelen wegens slechte leesbaarheid: {{ unclear }}.",
)
