"""What an archive tells as a whole: families, names left over, pairs, and days on which something is due.

No document tells this alone, so it is worked out after all are judged, from what the store keeps of them.
"""

from __future__ import annotations

import datetime as dt
import sqlite3

from protocheck.model.kinship import Kinship
from protocheck.rulebook import Rulebook

MONTHS = 12  # ahead, unless asked otherwise


def of_store(
    connection: sqlite3.Connection, rules: Rulebook, *, today: dt.date, months: int = MONTHS
) -> Kinship:
    """Return what the documents that stand in a store now tell together.

    Args:
        connection: to the store; nothing is written.
        rules: by whose rule P403 a leftover is worded; without that rule none are told.
        today: the day from which terms are reckoned.
        months: how far ahead a term counts as ending soon.
    """
    from protocheck.batch.kinship.stored import Stored  # noqa: PLC0415 - only once documents are judged
    from protocheck.batch.kinship.view import kinship  # noqa: PLC0415 - the same

    return kinship(Stored(connection), rules, today=today, months=months)
