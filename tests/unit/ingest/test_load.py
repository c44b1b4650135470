"""What a document is called."""

from __future__ import annotations

import os
from pathlib import Path

from protocheck.ingest.load import named


def test_a_name_is_in_characters_that_every_output_can_hold() -> None:
    assert named(Path("map/protocol é.docx")) == "protocol é.docx"
    assert named(Path(os.fsdecode(b"map/raar\xe9.txt"))) == "raar?.txt"
