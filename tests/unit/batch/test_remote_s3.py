"""Documents in S3, as a small server on this machine speaks it."""

from __future__ import annotations

import hashlib
import http.server
import importlib.util
import threading
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from protocheck.batch.discover import Found, Search, discover
from protocheck.batch.remote import fetch
from protocheck.model.audit import State
from protocheck.model.limits import Limits

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("s3fs") is None, reason="needs s3fs: pip install s3fs"
)
TEXT = b"Protocol tussen de gemeente Zandrode en het Agentschap Haardsteden\n"
KEYS = {"2025/a.txt": TEXT, "2025/diep/b.txt": TEXT * 3, "2024/oud.txt": TEXT * 2, "dicht/c.txt": TEXT}
_ENTRY = (
    "<Contents><Key>{0}</Key><Size>{1}</Size><LastModified>2025-05-01T08:00:00.000Z</LastModified></Contents>"
)


class Bucket(http.server.BaseHTTPRequestHandler):
    """One bucket: lists, heads and reads; what is in 'dicht' is forbidden."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        parts = urlsplit(self.path)
        _empty, bucket, key = (*unquote(parts.path).split("/", 2), "")[:3]
        if bucket != "emmer":
            self._send(404, b"")
        elif not key:
            self._send(200, self._listed(parse_qs(parts.query)) if body else b"")
        elif key in KEYS:
            forbidden = key.startswith("dicht/")
            self._send(403 if forbidden else 200, b"" if forbidden else KEYS[key], body=body)
        else:
            self._send(404, b"")

    def _listed(self, asked: dict[str, list[str]]) -> bytes:
        prefix, apart = asked.get("prefix", [""])[0], asked.get("delimiter", [""])[0]
        keys = [key for key in sorted(KEYS) if key.startswith(prefix)]
        deeper = {f"{prefix}{key[len(prefix) :].split('/')[0]}/" for key in keys if "/" in key[len(prefix) :]}
        shown = [key for key in keys if not apart or "/" not in key[len(prefix) :]]
        folders = sorted(deeper) if apart else []
        entries = "".join(_ENTRY.format(key, len(KEYS[key])) for key in shown)
        entries += "".join(f"<CommonPrefixes><Prefix>{each}</Prefix></CommonPrefixes>" for each in folders)
        count = len(shown) + len(folders)
        whole = f"<IsTruncated>false</IsTruncated><KeyCount>{count}</KeyCount>{entries}"
        return f"<?xml version='1.0'?><ListBucketResult>{whole}</ListBucketResult>".encode()

    def _send(self, status: int, content: bytes, *, body: bool = True) -> None:
        asked = self.headers.get("Range")
        if asked and status == 200:
            first, last = asked.removeprefix("bytes=").split("-")
            whole, content = len(content), content[int(first) : int(last or -2) + 1 or None]
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {first}-{int(first) + len(content) - 1}/{whole}")
        else:
            self.send_response(status)
        self.send_header("ETag", f'"{hashlib.sha256(content).hexdigest()}"')
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    it = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    thread = threading.Thread(target=it.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{it.server_address[1]}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "sleutel")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "geheim")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    yield
    import s3fs  # noqa: PLC0415 - only where it is installed

    s3fs.S3FileSystem.clear_instance_cache()
    it.shutdown()
    thread.join()
    it.server_close()


def found(*paths: str, since: float = 0.0) -> list[Found]:
    return [each for each in discover(Search(paths, since=since)) if isinstance(each, Found)]


def test_a_folder_and_a_pattern() -> None:
    assert [each.item.place for each in found("s3://emmer/2025", "s3://emmer/*/oud.txt")] == [
        "s3://emmer/2025/a.txt",
        "s3://emmer/2025/diep/b.txt",
        "s3://emmer/2024/oud.txt",
    ]


def test_a_document_is_known_by_its_content() -> None:
    (one,) = found("s3://emmer/2025/a.txt")
    assert (one.item.sha256, one.item.size) == (hashlib.sha256(TEXT).hexdigest(), len(TEXT))
    assert fetch.fetched("s3://emmer/2025/diep/b.txt", "b", Limits()) == TEXT * 3
    assert len(fetch.fetched("s3://emmer/2025/diep/b.txt", "b", Limits(file_bytes=100))) == 101


def test_what_is_closed_or_gone_is_told_without_the_key() -> None:
    closed, gone = found("s3://emmer/dicht/c.txt", "s3://emmer/2025/weg.txt")
    assert closed.refused is not None
    assert gone.refused is not None
    assert "weigert de toegang" in closed.refused.reason
    assert "bestaat niet" in gone.refused.reason
    assert closed.refused.state == gone.refused.state == State.UNREADABLE
    assert "geheim" not in repr((closed, gone))


def test_only_what_changed_since() -> None:
    assert found("s3://emmer/2025/", since=2_000_000_000.0) == []
    assert len(found("s3://emmer/2025/", since=1_700_000_000.0)) == 2
