"""The whole view over an archive: families, leftovers, pairs, who lacks a copy, and what is due."""

from __future__ import annotations

import datetime as dt

from protocheck.batch.kinship import grouping
from protocheck.batch.kinship.alone import alone
from protocheck.batch.kinship.due import Clock, due
from protocheck.batch.kinship.families import families
from protocheck.batch.kinship.leftovers import leftovers
from protocheck.batch.kinship.pairs import pairs
from protocheck.batch.kinship.papers import Archive
from protocheck.batch.kinship.profiles import overview
from protocheck.batch.kinship.wording import wording
from protocheck.model.kinship import Kinship
from protocheck.rulebook import Rulebook


def kinship(archive: Archive, rules: Rulebook, *, today: dt.date, months: int) -> Kinship:
    """Return what the papers of an archive tell together.

    Args:
        archive: the judged papers.
        rules: by whose rule P403 a leftover is worded; without that rule none are told.
        today: the day from which terms are reckoned.
        months: how far ahead a term counts as ending soon.
    """
    seen = overview(archive)
    groups = grouping.groups(seen.sketches)
    kin = tuple(families(archive, groups, seen.profiles, seen.known))
    words = wording(rules)
    left = (
        each
        for family in kin
        if words is not None
        for each in leftovers(archive, family, seen.profiles, seen.known, words)
    )
    paired = tuple(pairs(archive, groups, seen.profiles, seen.sketches))
    return Kinship(
        today=today,
        months=months,
        papers=len(seen.profiles),
        families=tuple(each.family for each in kin),
        leftovers=tuple(left),
        pairs=paired,
        alone=tuple(alone(seen.profiles, paired, seen.known)),
        due=due(archive, paired, Clock(today, months)),
    )
