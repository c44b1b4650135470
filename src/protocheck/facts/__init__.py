"""What a document states: parties, data, dates, statutes, references, contacts, annexes."""

from protocheck.facts.state import state

__all__ = ["state"]
