"""What a worker can make of a document besides its text: every task stands in one table.

A task gets the name of the document, its bytes, how to read it and what its caller asks for besides, and
returns bytes; what it refuses, it refuses as the readers do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from protocheck.ingest.comments import noted
from protocheck.ingest.highlights import highlighted
from protocheck.ingest.pictures import pictures
from protocheck.model.options import ReadOptions

Tasks = Mapping[str, Callable[[str, bytes, ReadOptions, Any], bytes]]

TASKS: Tasks = {
    "pictures": pictures,
    "highlighted": highlighted,
    "commented": noted,
}
