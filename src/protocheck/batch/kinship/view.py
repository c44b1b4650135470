"""The whole view over an archive: families, leftovers, pairs, who lacks a copy, and what is due."""

from __future__ import annotations

import datetime as dt
import gc

from protocheck.batch.kinship import grouping
from protocheck.batch.kinship.alone import alone
from protocheck.batch.kinship.due import Clock, due
from protocheck.batch.kinship.families import Families
from protocheck.batch.kinship.leftovers import leftovers
from protocheck.batch.kinship.pairs import pairs
from protocheck.batch.kinship.papers import Archive
from protocheck.batch.kinship.profiles import overview
from protocheck.batch.kinship.scratch import Scratch, Series
from protocheck.batch.kinship.wording import wording
from protocheck.model.kinship import Kinship, Leftover
from protocheck.rulebook import Rulebook


def kinship(archive: Archive, rules: Rulebook, *, today: dt.date, months: int) -> Kinship:
    """Return what the papers of an archive tell together.

    Args:
        archive: the judged papers.
        rules: by whose rule P403 a leftover is worded; without that rule none are told.
        today: the day from which terms are reckoned.
        months: how far ahead a term counts as ending soon.
    """
    scratch = Scratch()
    seen = overview(archive, scratch)
    groups = grouping.groups(seen.sketches, scratch)
    families, words = Families(archive, seen.profiles, scratch), wording(rules)
    left: Series[Leftover] = Series(scratch)
    for kin in families.of(groups):
        for each in leftovers(archive, kin, seen.profiles, words) if words is not None else ():
            left.add(each)
        _let_go()
    paired = pairs(archive, groups, seen, scratch)
    return Kinship(
        today=today,
        months=months,
        papers=len(seen.profiles),
        families=families.found,
        leftovers=left,
        pairs=paired,
        alone=alone(seen.profiles, paired, scratch),
        due=due(archive, paired, Clock(today, months), scratch),
    )


def _let_go() -> None:
    """Give back what a family leaves behind, so that an archive of many takes no more than one of a few.

    Python holds thousands of small tuples at hand for the next, until it looks for garbage everywhere, which
    it seldom does by itself; and the word list remembers what it was asked.
    """
    from protocheck.repair.lexicon import lexicon  # noqa: PLC0415 - only where there is a family

    lexicon().forget()
    gc.collect()
