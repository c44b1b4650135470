"""What judging a document hangs on besides the document: plain values that travel to any worker."""

from __future__ import annotations

import dataclasses
from typing import Any

from protocheck.model.limits import Limits
from protocheck.model.options import Ocr, ReadOptions, View
from protocheck.record import record


@record
class Settings:
    """How every document of an audit is judged.

    Attributes:
        digest: of the rules; a worker that finds others refuses to work.
        packs: the folders with more rules, absolute.
        ocr, view, password: as in `ReadOptions`.
        limits: what one document may hold and cost.
        home: the folder that places are named from, absolute.
        nice: how far workers step aside for others (0 to 19).
        lifetime: documents after which a worker is renewed.
        command: what starts a worker; empty for our own.
    """

    digest: str
    packs: tuple[str, ...] = ()
    ocr: Ocr = "auto"
    view: View = "final"
    password: str = ""
    limits: Limits = Limits()
    home: str = ""
    nice: int = 0
    lifetime: int = 1000
    command: tuple[str, ...] = ()

    @property
    def reading(self) -> ReadOptions:
        """Return how a document is read."""
        return ReadOptions(self.password, self.ocr, self.view, self.limits)

    @property
    def key(self) -> dict[str, str]:
        """Return what of the reading a judgement hangs on, as the store keeps it; no password."""
        return {"ocr": self.ocr, "view": self.view}

    def plain(self) -> dict[str, Any]:
        """Return what a worker is told, in values that JSON knows."""
        return dataclasses.asdict(self)

    @classmethod
    def of(cls, told: dict[str, Any]) -> Settings:
        """Return the settings that `plain` told."""
        given = told | {"limits": Limits(**told["limits"])}
        return cls(**given | {name: tuple(told[name]) for name in ("packs", "command")})
