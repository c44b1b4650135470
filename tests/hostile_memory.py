"""How many kB the largest worker takes that reads the hostile files: `python -m tests.hostile_memory`.

In a process of its own: to the system a child has once been as large as the process that started it, and one
that runs all tests is large itself.
"""

from __future__ import annotations

import contextlib
import resource
import sys

from protocheck.errors import DocumentError
from protocheck.ingest import guarded
from protocheck.model.options import ReadOptions
from tests.hostile import FILES


def main() -> None:
    """Read them all, and print it."""
    for each in FILES:
        with contextlib.suppress(DocumentError):
            guarded.read(None, data=each.make(), name=each.name, options=ReadOptions(each.key))
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}\n")


if __name__ == "__main__":
    main()
