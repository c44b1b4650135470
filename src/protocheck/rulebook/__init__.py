"""The rules that a lawyer edits: read, validated, compiled and cached."""

from protocheck.rulebook.load import load
from protocheck.rulebook.rules import Rulebook

__all__ = ["Rulebook", "load"]
