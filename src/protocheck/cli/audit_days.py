"""A moment as `--since` takes it: a day, or so many days, weeks or hours ago."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

import click

from protocheck.language import translate as _
from protocheck.regex import lazy

_AGO = lazy(r"(\d{1,5})\s?([hdw])")
_SECONDS = {"h": 3600, "d": 86_400, "w": 7 * 86_400}


class Since(click.ParamType[float]):
    """A moment in the past, in seconds since 1970."""

    name = "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the moment; what is none is refused in words."""
        if isinstance(value, float):
            return value
        ago = _AGO.fullmatch(value.strip())
        if ago:
            return time.time() - int(ago[1]) * _SECONDS[ago[2]]
        try:
            return dt.datetime.fromisoformat(value.strip()).astimezone().timestamp()
        except (ValueError, OverflowError):
            self.fail(
                _("{value!r} is no day; write it as 2026-01-31, or as 7d for seven days ago.").format(
                    value=value
                ),
                param,
                ctx,
            )


SINCE = Since()
