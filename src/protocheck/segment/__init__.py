"""From repaired text to its outline: preamble, recitals, articles, tables, annexes, signatures."""

from protocheck.segment.build import segment

__all__ = ["segment"]
