"""Dutch words for what an audit found, shared by its tables and its pages."""

from __future__ import annotations

from protocheck.model.audit import State
from protocheck.model.outcome import Severity, Status, VerdictStatus
from protocheck.report.wording import SIGNS

STATES: dict[State, str] = {
    State.JUDGED: "getoetst",
    State.OTHER: "ander stuk",
    State.UNREADABLE: "onleesbaar",
    State.SET_ASIDE: "opzijgezet",
}
STATUSES: dict[Status, str] = {
    "met": "in orde",
    "partial": "onvolledig",
    "unmet": "ontbreekt",
    "unreadable": "onleesbaar",
}
# One letter a status, each another; beside the sign it tells without colour.
LETTERS: dict[Status, str] = {"met": "I", "partial": "D", "unmet": "O", "unreadable": "L"}
VERDICTS: dict[VerdictStatus, str] = {
    "positive": "positief",
    "conditional": "onder voorwaarden",
    "negative": "negatief",
}
SEVERITIES: dict[Severity, str] = {"error": "fout", "warning": "waarschuwing", "info": "opmerking"}
ROLES = {"sender": "deelt mee", "receiver": "ontvangt", "both": "deelt mee en ontvangt"}
MEDIA = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "text/plain": "tekst",
    "text/markdown": "Markdown",
    "text/html": "webpagina",
}

__all__ = ["LETTERS", "MEDIA", "ROLES", "SEVERITIES", "SIGNS", "STATES", "STATUSES", "VERDICTS"]
