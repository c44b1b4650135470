from __future__ import annotations

import http.server
import importlib.util
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from protocheck.batch.discover import Found, Search, Skipped, discover
from protocheck.batch.judge import judge
from protocheck.batch.places import name_of
from protocheck.batch.remote import address, fetch
from protocheck.batch.settings import Settings
from protocheck.errors import BrokenOffError, DocumentError, UsageError
from protocheck.model.audit import Item, State
from protocheck.model.limits import Limits

TEXT = "Protocol tussen de gemeente Zandrode en het Agentschap Haardsteden\n"
WORDS = {
    "/archief/": " ".join(f'<a href="{name}">x</a>' for name in ("b.txt", "a.txt", "foto.jpg", "bundel.zip")),
    "/archief/a.txt": TEXT,
    "/archief/b.txt": TEXT * 2,
    "/archief/foto.jpg": "geen foto",
    "/archief/bundel.zip": "PK\x05\x06" + "\0" * 18,
}


class Pages(http.server.BaseHTTPRequestHandler):
    """Serves a few files, and counts how often each is asked for."""

    asked: dict[str, int]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.asked[path] = self.asked.get(path, 0) + 1
        if path == "/verder":
            self.send_response(302)
            self.send_header("Location", "/archief/a.txt")
            self.end_headers()
            return
        status = {"/dicht.pdf": 403, "/stuk.pdf": 500}.get(path, 200 if path in WORDS else 404)
        self.send_response(status)
        self.end_headers()
        if path == "/archief/":
            self.wfile.write(WORDS[path].encode())
        elif status == 200:
            self.wfile.write(WORDS[path].encode("latin-1"))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    if importlib.util.find_spec("aiohttp") is None:
        pytest.skip("needs aiohttp: pip install 'fsspec[http]'")
    Pages.asked = {}
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def shelf() -> Iterator[str]:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe({"/kast/a.txt": TEXT.encode(), "/kast/diep/b.txt": TEXT.encode() * 2, "/kast/c.csv": b"1;2"})
    yield "memory://kast"
    memory.rm("/kast", recursive=True)


def found(*paths: str, limits: Limits | None = None) -> list[Found | Skipped]:
    return list(discover(Search(paths, limits or Limits())))


def places(*paths: str) -> list[str]:
    return [each.item.place if isinstance(each, Found) else f"- {each.place}" for each in found(*paths)]


@pytest.mark.parametrize("text", ["s3://emmer/a.pdf", "HTTPS://x.be/a.pdf", "memory://a", "sftp://h/a"])
def test_an_address_is_told_from_a_path(text: str) -> None:
    assert address.is_address(text)
    address_like = ("C:/map/a.pdf", "a://b", "map/a.pdf", "://x", "")
    assert not any(map(address.is_address, address_like))


@pytest.mark.parametrize(
    "text",
    [
        "https://an:geheim@x.be/a.pdf",
        "https://an@x.be/a.pdf",
        "s3://sleutel:geheim@emmer/a.pdf",
        "https://x.be/a.pdf?X-Amz-Signature=geheim",
        "https://x.be/a.pdf?sv=1&sig=geheim",
        "https://x.be/a.pdf?access_token=geheim",
        "https://x.be/a.pdf?api-key=geheim",
        "https://x.be/a.pdf?key=geheim",
    ],
)
def test_an_address_with_a_key_is_refused_without_showing_it(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        address.check(text)
    assert "bevat een gebruikersnaam, een wachtwoord of een sleutel" in refused.value.message
    assert "geheim" not in refused.value.message + refused.value.hint


@pytest.mark.parametrize("text", ["https://x.be/lees.php?id=12&taal=nl", "https://x.be/a.pdf"])
def test_an_address_with_an_ordinary_question_is_taken(text: str) -> None:
    address.check(text)


def test_other_addresses_are_refused() -> None:
    with pytest.raises(UsageError, match="een soort adres dat niet geopend kan worden"):
        address.check("gopher://x.be/a.pdf")
    with pytest.raises(UsageError, match="onbeveiligd over het net"):
        address.check("http://x.be/a.pdf")
    with pytest.raises(UsageError, match="geen geldig adres"):
        address.check("https://[x.be/a.pdf")
    address.check("http://localhost:8000/a.pdf")


def test_what_to_install_is_told_before_anything_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError) as refused:
        address.check("s3://emmer/a.pdf")
    assert refused.value.message == "Voor s3:// is fsspec nodig, en dat is niet geïnstalleerd."
    assert refused.value.hint == 'Installeer dat met: pip install "protocheck[remote]"'


def test_names_are_without_folders_and_questions() -> None:
    assert name_of("https://x.be/map/proto%20col.pdf?id=3") == "proto col.pdf"
    assert name_of("s3://emmer/map/a?b.pdf") == "a?b.pdf"
    assert name_of("https://x.be") == "https://x.be"


def test_a_folder_is_gone_through_by_name(shelf: str) -> None:
    assert places(shelf) == ["memory:///kast/a.txt", "- memory:///kast/c.csv", "memory:///kast/diep/b.txt"]


def test_a_pattern_and_a_single_file(shelf: str) -> None:
    assert places(f"{shelf}/*.txt", f"{shelf}/diep/b.txt") == [
        "memory:///kast/a.txt",
        "memory://kast/diep/b.txt",
    ]


def test_addresses_in_a_list(shelf: str, tmp_path: Path) -> None:
    listed = tmp_path / "lijst.txt"
    listed.write_text(f"# het archief\n{shelf}/a.txt\n", "utf-8")
    assert places(f"@{listed}") == ["memory://kast/a.txt"]


def test_a_file_address_is_a_path(tmp_path: Path) -> None:
    (tmp_path / "een protocol.txt").write_text(TEXT)
    assert places(f"file://{tmp_path}/een%20protocol.txt") == [f"{tmp_path}/een protocol.txt"]


def test_the_web_is_read_with_few_questions(site: str) -> None:
    assert places(f"{site}/archief/") == [
        f"{site}/archief/a.txt",
        f"{site}/archief/b.txt",
        f"{site}/archief/bundel.zip",
        f"- {site}/archief/foto.jpg",
    ]
    assert Pages.asked["/archief/a.txt"] == 1
    assert "/archief/foto.jpg" not in Pages.asked


def test_what_was_fetched_to_look_at_is_judged_without_fetching_again(site: str) -> None:
    (one,) = found(f"{site}/archief/a.txt")
    assert fetch.contents(f"{site}/archief/a.txt", "a", Limits()) == TEXT.encode()
    assert Pages.asked["/archief/a.txt"] == 1
    assert fetch.contents(f"{site}/archief/a.txt", "a", Limits()) == TEXT.encode()
    assert Pages.asked["/archief/a.txt"] == 2
    assert isinstance(one, Found)
    assert one.item.size == len(TEXT)


@pytest.mark.parametrize(
    ("path", "state", "reason"),
    [
        ("weg.pdf", State.UNREADABLE, "bestaat niet"),
        ("dicht.pdf", State.UNREADABLE, "de server weigert de toegang"),
        ("stuk.pdf", State.SET_ASIDE, "de server antwoordt met fout 500"),
        ("archief/bundel.zip", State.UNREADABLE, "Een zip-bestand op afstand wordt niet geopend."),
    ],
)
def test_what_cannot_be_fetched_is_told(site: str, path: str, state: State, reason: str) -> None:
    (one,) = found(f"{site}/{path}")
    assert isinstance(one, Found)
    assert one.refused is not None
    assert one.refused.state == state
    assert reason in one.refused.reason
    assert "127.0.0.1" not in one.refused.reason + one.refused.hint


def test_a_server_that_is_not_there(site: str) -> None:
    (one,) = found("http://127.0.0.1:9/a.pdf", f"{site}/weg/")[:1]
    assert isinstance(one, Found)
    assert one.refused is not None
    assert (one.refused.state, one.refused.reason) == (
        State.SET_ASIDE,
        "Het document kan niet opgehaald worden: de server is niet bereikbaar.",
    )


def test_no_more_is_fetched_than_shows_that_it_is_too_much(shelf: str, site: str) -> None:
    few = Limits(file_bytes=100)
    for place in (f"{shelf}/diep/b.txt", f"{site}/archief/b.txt"):
        (one,) = found(place, limits=few)
        assert isinstance(one, Found)
        assert one.refused is not None
        assert "te groot" in one.refused.reason
        assert len(fetch.fetched(place, "b", few)) == 101


def test_a_server_may_send_on_but_not_to_an_unprotected_address(site: str) -> None:
    assert fetch.fetched(f"{site}/verder", "a", Limits()) == TEXT.encode()

    class Answer:
        url = "http://elders.be/a.pdf"

    class Stream:
        r = Answer()

    with pytest.raises(DocumentError, match="onbeveiligd adres"):
        fetch._refuse_weaker("https://x.be/a.pdf", Stream())


def test_faults_of_every_service_are_told_in_the_same_words() -> None:
    class NoCredentialsError(Exception):
        pass

    class ReadTimeoutError(Exception):
        pass

    assert "weigert de toegang" in fetch.why(NoCredentialsError("s3://sleutel"), "a").message
    assert "weigert de toegang" in fetch.why(PermissionError(), "a").message
    late = fetch.why(ReadTimeoutError(), "a")
    assert isinstance(late, BrokenOffError)
    assert "niet op tijd" in late.message


def test_the_larder_holds_no_more_than_it_may() -> None:
    larder = fetch.Larder(10)
    larder.put("a", b"12345678")
    larder.put("b", b"1234")
    assert larder.take("a") is None
    assert larder.take("b") == b"1234"
    assert larder.take("b") is None
    larder.put("c", b"12345678901")
    assert larder.take("c") is None


def test_a_document_at_an_address_that_is_gone_by_now(shelf: str) -> None:
    (made,) = judge([Item(f"{shelf}/weg.txt", "1" * 64)], Settings("sha256:0"))
    assert made.state == State.UNREADABLE
    assert made.sha256.startswith("place:")
    assert made.reason.startswith("Het bestand")
