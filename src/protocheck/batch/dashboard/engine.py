"""The template engine of the dashboard: everything that comes from a document is escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from protocheck.batch.dashboard.charts import figure_of
from protocheck.batch.overview import Criterion
from protocheck.batch.wording import SEVERITIES, SIGNS, STATUSES, VERDICTS
from protocheck.model.kinship import CriterionChange
from protocheck.report import pages
from protocheck.report.wording import short_title

_SIGNS = {**SIGNS, "error": "✘", "warning": "◐", "info": "·"}


@cache
def engine() -> Any:
    """Return the engine, with the words that every page has."""
    made = pages.engine(source)
    made.filters |= {
        "figure": figure,
        "short_title": short_title,
        "lower_first": _lower_first,
        "kbo": _kbo,
        "short_title_of": _short_title_of,
    }
    made.globals |= {"statuses": STATUSES, "verdicts": VERDICTS, "severities": SEVERITIES, "signs": _SIGNS}
    return made


def source(name: str) -> str:
    """Return a template, a style or a script."""
    return (files(__package__) / "templates" / name).read_text("utf-8")


def figure(value: float, decimals: int = 0) -> str:
    """Return a figure as it is written in Dutch: '2.000', '1,5'."""
    whole, comma, rest = figure_of(value, decimals).partition(",")
    return f"{int(whole):,}".replace(",", ".") + comma + rest


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _short_title_of(change: CriterionChange) -> str:
    return short_title(Criterion(change.criterion, change.number, change.title))


def _kbo(number: str) -> str:
    return f"{number[:4]}.{number[4:7]}.{number[7:]}"
