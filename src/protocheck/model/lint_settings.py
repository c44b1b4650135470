"""What a user set for `lint` in protocheck.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from protocheck.record import record

FailOn = Literal["error", "warning", "info", "never"]
Level = Literal["error", "warning", "info"]


@record
class LintSettings:
    """Which findings are reported and how bad each is; the files of waivers and baseline, if any."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    severities: Mapping[str, Level] = field(default_factory=dict)
    waivers: Path | None = None
    baseline: Path | None = None
