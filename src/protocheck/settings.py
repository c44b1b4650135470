"""The tables of protocheck.toml as they are written; each room that can be configured adds its own."""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from protocheck.model.limits import MEGABYTE, Limits

_DEFAULT = Limits()
_ROOMY = 1_000_000_000

Count = Annotated[int, Field(ge=1, le=_ROOMY)]
Megabytes = Annotated[int, Field(ge=1, le=64 * 1024)]
Seconds = Annotated[int, Field(ge=1, le=24 * 3600)]


class Table(BaseModel):
    """What every table has in common: no other keys, and a number is a number."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class LimitsTable(Table):
    """[limits]: how much a document may hold and cost; see `Limits` for what each means."""

    file_mb: Megabytes = _DEFAULT.file_bytes // MEGABYTE
    characters: Count = _DEFAULT.characters
    lines: Count = _DEFAULT.lines
    line_characters: Count = _DEFAULT.line_characters
    pages: Annotated[int, Field(ge=1, le=20_000)] = _DEFAULT.pages
    page_characters: Count = _DEFAULT.page_characters
    page_paths: Count = _DEFAULT.page_paths
    stream_mb: Megabytes = _DEFAULT.stream_bytes // MEGABYTE
    zip_entries: Count = _DEFAULT.zip_entries
    zip_mb: Megabytes = _DEFAULT.zip_bytes // MEGABYTE
    xml_mb: Megabytes = _DEFAULT.xml_bytes // MEGABYTE
    # Deeper, and Python itself gives up.
    nesting: Annotated[int, Field(ge=1, le=50)] = _DEFAULT.nesting
    image_pixels: Count = _DEFAULT.image_pixels
    render_pixels: Count = _DEFAULT.render_pixels
    # Less, and the reader itself does not fit.
    memory_mb: Annotated[int, Field(ge=256, le=64 * 1024)] = _DEFAULT.memory_bytes // MEGABYTE
    seconds: Seconds = _DEFAULT.seconds
    page_seconds: Seconds = _DEFAULT.page_seconds
    ocr_seconds: Seconds = _DEFAULT.ocr_seconds
    # More, and the memory of the reader does not hold: every thread takes its part.
    ocr_pages: Annotated[int, Field(ge=1, le=4)] = _DEFAULT.ocr_pages
    work_seconds: Seconds = _DEFAULT.work_seconds
    page_work_seconds: Annotated[float, Field(ge=0, le=3600)] = _DEFAULT.page_work_seconds

    def as_limits(self) -> Limits:
        """Return them as the readers take them: in bytes."""
        given = {}
        for field in dataclasses.fields(Limits):
            in_megabytes = f"{field.name.removesuffix('_bytes')}_mb"
            if field.name.endswith("_bytes"):
                given[field.name] = getattr(self, in_megabytes) * MEGABYTE
            else:
                given[field.name] = getattr(self, field.name)
        return Limits(**given)


Code = Annotated[str, Field(pattern=r"^[A-Z]\d{0,3}$")]
Level = Literal["error", "warning", "info"]


class LintTable(Table):
    """[lint]: which findings are reported, how bad each is, and where decisions about them are kept."""

    select: list[Code] = []
    ignore: list[Code] = []
    fail_on: Literal["error", "warning", "info", "never"] = "error"
    waivers: str = ""
    baseline: str = ""
    severity: dict[Code, Level] = {}


class LetterheadTable(Table):
    """[letterhead]: what stands around an advice in Word or PDF."""

    service: str = ""
    organisation: str = ""
    address: list[str] = []
    contact: str = ""
    logo: str = ""
    reference: str = ""
    addressee: str = ""
    author: str = ""
    function: str = ""
    place: str = ""
    date: dt.date | None = None
    template: str = ""


class Settings(Table):
    """The whole file."""

    limits: LimitsTable = LimitsTable()
    lint: LintTable = LintTable()
    letterhead: LetterheadTable = LetterheadTable()


def nearest(place: Sequence[str | int]) -> str:
    """Return the name that looks most like the last of an unknown key's names; empty when none does.

    A setting that stands above its table is known there: 'limits.pages'.
    """
    known: type[BaseModel] = Settings
    for step in place[:-1]:
        inner = known.model_fields[str(step)].annotation if str(step) in known.model_fields else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return ""
        known = inner
    if known is Settings:
        tables = ((name, field.annotation) for name, field in Settings.model_fields.items())
        inside = (name for name, table in tables if str(place[-1]) in getattr(table, "model_fields", {}))
        table = next(inside, "")
        if table:
            return f"{table}.{place[-1]}"
    found = difflib.get_close_matches(str(place[-1]), list(known.model_fields), n=1)
    return found[0] if found else ""
