"""Whatever is handed in is read or refused, in Dutch, in time, and the process that asked lives on."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocheck.errors import DocumentError
from protocheck.ingest import guarded
from protocheck.model.options import ReadOptions
from protocheck.model.text import SourceText
from tests.documents import make_docx
from tests.hostile import FILES, Hostile
from tests.hostile_pdf import sound

SECONDS = 20
MEMORY = 1024  # MB
ROOT = Path(__file__).parents[3]


def attempt(data: bytes, name: str, key: str = "") -> SourceText | DocumentError:
    """Read; a refusal must say which file and what to do, a text must be what its lines say."""
    told: DocumentError | None = None
    try:
        source = guarded.read(None, data=data, name=name, options=ReadOptions(key))
    except DocumentError as refusal:
        told = refusal
    if told is not None:
        assert name in told.message
        assert told.hint
        return told
    place = 0
    for line in source.lines:
        assert line.span.of(source.text) == line.text
        assert line.span.start >= place
        place = line.span.end
    assert all(page.span.end <= len(source.text) for page in source.pages)
    assert all(cell in table.span for table in source.tables for row in table.rows for cell in row)
    return source


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_is_read_or_refused_in_time(file: Hostile) -> None:
    data = file.make()
    start = time.monotonic()
    result = attempt(data, file.name, file.key)
    assert time.monotonic() - start < SECONDS
    refused = isinstance(result, DocumentError)
    assert file.ends == "either" or refused == (file.ends == "refused"), str(result)[:300]
    if isinstance(result, DocumentError):
        assert file.says in result.message


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_no_worker_took_more_than_a_gigabyte() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.hostile_memory"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert 0 < int(told.stdout) < MEMORY * 1024


def word(folder: Path) -> bytes:
    text = "PROTOCOL\n\nArtikel 1: Doel\n\nZandrode krijgt gegevens.\n\nNaam\tAdres\nEls\tKerkstraat\n"
    return make_docx(text, folder / "p.docx", numbered=True).read_bytes()


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    page = "<html><body><h1>Artikel 1</h1><table><tr><td>Naam</td><td>Doel</td></tr></table>"
    return {"p.pdf": sound(), "p.docx": word(tmp_path_factory.mktemp("word")), "p.html": page.encode() * 3}


def damaged(data: bytes, seed: int) -> bytes:
    """Change, drop, double and cut bytes."""
    chance = random.Random(seed)  # noqa: S311 - damage, no secret
    made = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        place = chance.randrange(len(made))
        action = chance.randrange(4)
        if action == 0:
            made[place] = chance.randrange(256)
        elif action == 1:
            del made[place : place + chance.randint(1, 30)]
        elif action == 2:
            made[place:place] = made[place : place + chance.randint(1, 200)]
        else:
            made[place : place + 2] = b"99"
        if len(made) < 10:
            break
    return bytes(made)


@pytest.mark.parametrize("name", ["p.pdf", "p.docx", "p.html"])
@given(seed=st.integers(0, 2**32))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damage_ends_in_a_refusal_or_a_sound_text(samples: dict[str, bytes], name: str, seed: int) -> None:
    attempt(damaged(samples[name], seed), name)
