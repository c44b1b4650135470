"""Findings that are set aside: by a decision that is written down, or because they stood there before."""

from protocheck.waivers.ledger import Ledger

__all__ = ["Ledger"]
