"""The verdict: the policy of the packs applied to statuses and severities; the worst one wins."""

from __future__ import annotations

from protocheck.model.outcome import Outcome, VerdictPolicy, VerdictStatus


def judge(outcome: Outcome) -> VerdictStatus:
    """Return the verdict on all that was found.

    Every status and severity is held against the policy of every pack; without a pack the policy is
    the default one.
    """
    open_ones = (each for each in outcome.findings if each.waived is None)
    seen = {criterion.standing for criterion in outcome.criteria} | {each.severity for each in open_ones}
    policies = [pack.verdict for pack in outcome.packs] or [VerdictPolicy()]
    if any(seen.intersection(policy.negative) for policy in policies):
        return "negative"
    return "conditional" if any(seen.intersection(policy.conditional) for policy in policies) else "positive"
