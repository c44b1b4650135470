"""The process that reads: it holds to its limits, is always gone afterwards, and works from anywhere."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from protocheck.errors import DocumentError
from protocheck.ingest import apart, child, guarded, limits, process, small
from protocheck.ingest.read import read
from protocheck.model.limits import MEGABYTE, Limits
from protocheck.model.options import ReadOptions
from tests.documents import make_docx
from tests.hostile_pdf import CATALOG, PAGE, PAGES, content_bomb, nested_forms, pdf, sound, stream

TEXT = "Artikel 1: Onderwerp\n\nDe gemeente Zandrode krijgt de gegevens – “alle” € ☃.\n"
LARGE = TEXT + "x" * small.MOST + "\n"  # for a worker


@pytest.fixture
def _copied() -> None:
    """Go on when workers are copies of this process, which then know what a test has put in place."""
    patience = time.monotonic() + 2  # a thread that Python has seen off may not have left the system yet
    while not child.can_copy() and time.monotonic() < patience:
        time.sleep(0.02)
    if not child.can_copy():
        pytest.skip("a copy is only made of a small process with one thread")


@pytest.fixture(params=["fresh", "copy"])
def _started_as(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start workers in both ways, whatever threads the tests run in."""
    if request.param == "copy":
        request.getfixturevalue("_copied")
    else:
        monkeypatch.setattr(child, "can_copy", lambda: False)
        monkeypatch.setattr(apart, "can_copy", lambda: False)


@pytest.mark.usefixtures("_started_as")
def test_the_same_text_comes_back(tmp_path: Path) -> None:
    word = make_docx(TEXT, tmp_path / "p.docx", numbered=True)
    for name, data in (("p.txt", LARGE.encode()), ("p.pdf", sound()), ("p.docx", word.read_bytes())):
        assert guarded.read(None, data=data, name=name) == read(None, data=data, name=name)


@pytest.mark.usefixtures("_started_as")
def test_a_refusal_is_the_readers_own() -> None:
    with pytest.raises(DocumentError, match="beschadigd of onvolledig PDF") as caught:
        guarded.read(None, data=b"%PDF-1.7\n", name="p.pdf")
    assert "opnieuw" in caught.value.hint


ALONE = """
import os, sys, tempfile
from dataclasses import replace
from protocheck.errors import DocumentError
from protocheck.ingest import child, guarded
from protocheck.ingest.read import read
from protocheck.model.limits import Limits
from protocheck.model.options import ReadOptions
from tests.hostile_pdf import nested_forms, sound
kept = tempfile.TemporaryFile()
assert child.can_copy()
child.fresh = None
assert guarded.read(None, data=sound(), name="p.pdf") == read(None, data=sound(), name="p.pdf")
try:
    short = ReadOptions(limits=replace(Limits(), seconds=1))
    guarded.read(None, data=nested_forms(), name="p.pdf", options=short)
except DocumentError as refusal:
    print(refusal.message)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies")
def test_a_program_with_one_thread_copies_itself() -> None:
    root = str(Path(__file__).parents[3])
    command = [sys.executable, "-c", ALONE]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd=root)  # noqa: S603 - our own program
    assert done.stdout == "Het lezen van p.pdf duurde langer dan 1 seconde en werd gestopt.\n", done.stderr


def limited(**given: int) -> ReadOptions:
    return ReadOptions(limits=replace(Limits(), **given))


@pytest.mark.usefixtures("_started_as")
def test_time_on_the_clock_is_limited() -> None:
    start = time.monotonic()
    with pytest.raises(DocumentError, match="langer dan 1 seconde") as caught:
        guarded.read(None, data=nested_forms(), name="p.pdf", options=limited(seconds=1))
    assert time.monotonic() - start < 5
    assert "seconds" in caught.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
@pytest.mark.usefixtures("_started_as")
def test_processor_time_is_limited() -> None:
    with pytest.raises(DocumentError, match="rekentijd") as caught:
        guarded.read(None, data=nested_forms(), name="p.pdf", options=limited(work_seconds=1))
    assert "work_seconds" in caught.value.hint


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
@pytest.mark.usefixtures("_started_as")
def test_memory_is_limited() -> None:
    options = limited(memory_bytes=300 * MEGABYTE, stream_bytes=1024 * MEGABYTE)
    with pytest.raises(DocumentError, match="kan niet veilig gelezen worden"):
        guarded.read(None, data=content_bomb(), name="p.pdf", options=options)


@pytest.mark.parametrize(
    ("given", "data", "says"),
    [
        ({"file_bytes": 10}, TEXT.encode(), "te groot"),
        ({"characters": 20}, TEXT.encode(), "te veel tekens"),
        ({"lines": 1}, TEXT.encode(), "te veel regels"),
        ({"line_characters": 30}, TEXT.encode(), "te veel tekens op één regel"),
        ({"pages": 2}, sound(), "te veel pagina's (meer dan 2)"),
        ({"page_characters": 50}, sound(), "kan niet veilig"),
        ({"stream_bytes": 100}, pdf(CATALOG, PAGES, PAGE, stream(b"q Q " * 100)), "uitgepakt"),
    ],
)
def test_every_limit_holds_in_the_worker(given: dict[str, int], data: bytes, says: str) -> None:
    with pytest.raises(DocumentError) as caught:
        guarded.read(None, data=data, name="p", options=limited(**given))
    assert says in caught.value.message


@pytest.mark.parametrize("letter", [b"S", b"R"])
@pytest.mark.parametrize("answer", [b'["x"]', b"{}", b"\xff", b"[" * 100_000])
def test_a_worker_that_answers_nonsense_is_refused(
    letter: bytes, answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process.Worker, "_asked", lambda *_: (letter, answer, 0))
    with pytest.raises(DocumentError, match="brak plots af"):
        process.Worker("p.txt", ReadOptions(), Limits()).read(b"")


def test_a_worker_makes_pictures_of_the_pages_that_are_wanted() -> None:
    made = json.loads(guarded.make("pictures", sound(), name="p.pdf", wishes=[1, 99]))
    assert [(page["page"], page["width"], page["height"]) for page in made] == [(1, 595.28, 841.89)]
    assert made[0]["image"].startswith("data:image/png;base64,")


def test_a_task_refuses_a_file_that_it_cannot_open() -> None:
    with pytest.raises(DocumentError, match=r"p\.pdf is een beschadigd of onvolledig PDF-bestand"):
        guarded.make("pictures", b"%PDF-1.4 en verder niets", name="p.pdf", wishes=[1])


@pytest.mark.usefixtures("_copied")
def test_a_reader_that_trips_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object, **__: object) -> None:
        raise KeyError

    monkeypatch.setattr("protocheck.ingest.read.read", trip)
    with pytest.raises(
        DocumentError, match=r"p\.txt kan niet gelezen worden: .* liep erop vast \(KeyError\)"
    ):
        guarded.read(None, data=TEXT.encode(), name="p.txt")


@pytest.mark.usefixtures("_copied")
@pytest.mark.parametrize(("asked", "ends"), [(3, True), (0, False)])
def test_honest_work_can_ask_for_time(monkeypatch: pytest.MonkeyPatch, asked: int, *, ends: bool) -> None:
    def slow(_: object, *, data: bytes, name: str, **__: object) -> object:
        limits.ALLOWANCE.recognition(asked)
        time.sleep(1.5)
        return read(None, data=data, name=name)

    monkeypatch.setattr("protocheck.ingest.read.read", slow)
    options = limited(seconds=1, page_seconds=1)
    if ends:
        assert guarded.read(None, data=LARGE.encode(), name="p.txt", options=options).text == LARGE
    else:
        with pytest.raises(DocumentError, match="langer dan 1 seconde"):
            guarded.read(None, data=LARGE.encode(), name="p.txt", options=options)


def test_documents_are_read_side_by_side_from_threads() -> None:
    data = [f"{LARGE}{number}\n".encode() for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        texts = list(pool.map(lambda each: guarded.read(None, data=each, name="p.txt").text, data))
    assert texts == [each.decode() for each in data]


def test_the_faults_of_one_document_leave_the_others_alone(tmp_path: Path) -> None:
    with guarded.Readers() as readers:
        lost = readers.begin(tmp_path / "weg.pdf")
        found = readers.begin(None, data=TEXT.encode(), name="p.txt")
        assert found.result().text == TEXT
        with pytest.raises(DocumentError, match=r"weg\.pdf bestaat niet"):
            lost.result()


def test_leaving_early_ends_the_workers() -> None:
    with guarded.Readers() as readers:
        pending = [readers.begin(None, data=nested_forms(), name="p.pdf") for _ in range(3)]
        time.sleep(0.5)
        start = time.monotonic()
    assert time.monotonic() - start < 3
    for each in pending:
        with pytest.raises(DocumentError, match="afgebroken"):
            each.result()
    assert not [thread for thread in threading.enumerate() if thread.name == "reader"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
def test_nothing_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = set(children())  # of other tests: a worker that waits for more to judge
    guarded.read(None, data=sound(), name="p.pdf")
    for data in (b"%PDF-1.7\n", nested_forms()):
        with pytest.raises(DocumentError):
            guarded.read(None, data=data, name="p.pdf", options=limited(seconds=2))
    assert list(tmp_path.iterdir()) == []
    assert set(children()) <= before


def children(pid: int | None = None) -> list[int]:
    """Return the children of a process, those that ended but were not seen off included."""
    me = pid or os.getpid()
    lists = Path(f"/proc/{me}/task").glob("*/children")
    return [int(number) for each in lists for number in each.read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_program_takes_its_worker_along(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "p.pdf"
    path.write_bytes(nested_forms())
    program = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "protocheck", "advise", str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    deadline = time.monotonic() + 10
    while not (workers := children(program.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.4)
    program.send_signal(number)
    _, said = program.communicate(timeout=10)
    assert b"Traceback" not in said
    assert program.returncode == (130 if number == signal.SIGINT else -signal.SIGKILL)
    assert len(workers) == 1
    while Path(f"/proc/{workers[0]}/cmdline").exists() and time.monotonic() < deadline + 10:
        if "Z" in Path(f"/proc/{workers[0]}/stat").read_text().rpartition(")")[2][:3]:
            break  # gone, and for the system to see off
        time.sleep(0.05)
    assert time.monotonic() < deadline + 10
    time.sleep(0.2)
    assert [each.name for each in tmp_path.iterdir()] == ["p.pdf"]


def test_it_works_without_standard_streams(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text(TEXT, "utf-8")
    script = f"""
        import os, sys
        from pathlib import Path
        for number in (0, 1, 2):
            os.close(number)
        sys.stdin = sys.stdout = sys.stderr = None
        from protocheck.ingest import guarded
        text = guarded.read(Path({str(path)!r})).text
        Path({str(path)!r}).with_suffix(".out").write_text(text, "utf-8")
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    done = subprocess.run(command, check=False, timeout=60)  # noqa: S603 - our own program
    assert done.returncode == 0
    assert path.with_suffix(".out").read_text("utf-8") == TEXT
