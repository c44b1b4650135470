"""Workers that do not judge but misbehave, for tests of who has to deal with that."""

from __future__ import annotations

import sys
from pathlib import Path

from protocheck.batch.settings import Settings
from protocheck.model.limits import Limits

# Judges every place 'other', unless its name says what to do instead; counts how often each was asked.
SCRIPT = """
import json, os, sys, time
from pathlib import Path

def receive():
    head = sys.stdin.buffer.read(9)
    if len(head) < 9:
        sys.exit()
    return head[:1], sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))

def send(letter, data):
    sys.stdout.buffer.write(letter + len(data).to_bytes(8, "big") + data)
    sys.stdout.buffer.flush()

receive()
if "dood" in sys.argv[1:]:
    sys.exit(1)
if "ongeschikt" in sys.argv[1:]:
    send(b"E", json.dumps({"message": "De regels kloppen niet.", "hint": "", "exit_code": 4}).encode())
    sys.exit()
send(b"H", b"{}")

def places():
    while True:
        yield from json.loads(receive()[1])["places"]

for place in places():
    log = Path(os.environ["WORKER_LOG"])
    with log.open("a") as file:
        file.write(place + "\\n")
    tried = log.read_text().split("\\n").count(place)
    digest = (place * 64)[:64].encode()
    if "sterft" in place or ("struikelt" in place and tried == 1):
        os.kill(os.getpid(), 9)
    if "hangt" in place:
        time.sleep(60)
    if "rommel" in place:
        send(b"J", digest + b"rommel")
        continue
    if "breekt" in place:
        send(b"B", digest + json.dumps({"reason": "Het brak af.", "hint": "Tja."}).encode())
        continue
    head = {"state": "other", "kind": "geen", "reason": place, "hint": "", "media_type": "text/plain",
            "method": "text", "pages": None, "quality": 1.0, "passages": []}
    send(b"J", digest + json.dumps(head).encode() + b"\\n")
"""


def settings(folder: Path, *how: str) -> Settings:
    """Return settings with such a worker; how often it was asked what stands in `folder`/log."""
    script = folder / "worker.py"
    script.write_text(SCRIPT)
    return Settings(
        digest="sha256:0", limits=Limits(seconds=1), command=(sys.executable, "-I", "-S", str(script), *how)
    )
