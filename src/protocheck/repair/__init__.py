"""Damaged Dutch text becomes readable, and every change can be traced to the original."""

from protocheck.repair.run import STAGES, repair

__all__ = ["STAGES", "repair"]
