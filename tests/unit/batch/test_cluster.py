from __future__ import annotations

import importlib.util
import pickle
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any

import pytest

from protocheck import __version__
from protocheck.batch import cluster, cluster_side
from protocheck.batch.cluster import Cluster
from protocheck.batch.runner import Runner
from protocheck.batch.settings import Settings
from protocheck.errors import RuleError, UsageError
from protocheck.model.audit import Item, Judgement, State

SETTINGS = Settings("sha256:0")
SAME = {"version": __version__, "digest": "sha256:0", "home": True}


class Inner:
    """Does at once what it is given."""

    def submit(self, fn: Callable[..., Any], *args: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*pickle.loads(pickle.dumps(args))))  # noqa: S301 - our own, as it travels
        except Exception as fault:  # noqa: BLE001 - it travels too
            future.set_exception(pickle.loads(pickle.dumps(fault)))  # noqa: S301 - the same
        return future

    def shutdown(self, *, wait: bool) -> None:
        pass


class Client:
    """A cluster whose machines are as told."""

    def __init__(self, *machines: object) -> None:
        self.machines = {f"tcp://machine-{number}": each for number, each in enumerate(machines)}
        self.closed = False

    def wait_for_workers(self, count: int, timeout: float) -> None:
        if len(self.machines) < count:
            raise TimeoutError(timeout)

    def run(self, fn: object, *args: object, on_error: str) -> dict[str, object]:
        assert (fn, on_error) == (cluster_side.about, "return")
        assert args == (SETTINGS.packs, SETTINGS.home)
        return self.machines

    def nthreads(self) -> dict[str, int]:
        return dict.fromkeys(self.machines, 4)

    def get_executor(self, *, pure: bool) -> Inner:
        assert not pure
        return Inner()

    def close(self) -> None:
        self.closed = True


def connected(monkeypatch: pytest.MonkeyPatch, *machines: object, settings: Settings = SETTINGS) -> Cluster:
    client = Client(*machines)
    monkeypatch.setattr(cluster, "_client", lambda _: client)
    return Cluster("tcp://planner:8786", settings)


def other(items: tuple[Item, ...], _: Settings) -> list[Judgement]:
    return [Judgement(item.sha256, State.OTHER) for item in items]


def blind(items: tuple[Item, ...], _: Settings) -> list[Judgement]:
    return [Judgement(f"place:{item.place}", State.UNREADABLE) for item in items]


def lacking(*_: object) -> None:
    raise AttributeError("a fault of ours")


@pytest.mark.parametrize("address", ["planner:8786", "http://planner:8786", "tcp://planner", "tcp://a b:1"])
def test_what_is_no_scheduler_is_refused_before_anything_is_done(address: str) -> None:
    with pytest.raises(UsageError, match="is geen adres van een planner"):
        cluster.check(address)


def test_without_dask_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError) as refused:
        cluster.check("tcp://planner:8786")
    assert (
        refused.value.message == "Voor --scheduler is distributed (Dask) nodig, en dat is niet geïnstalleerd."
    )
    assert refused.value.hint == 'Installeer dat met: pip install "protocheck[dask]"'


@pytest.mark.parametrize(
    ("documents", "threads", "size"), [(10, 2, 5), (100, 2, 12), (4000, 16, 20), (0, 0, 5)]
)
def test_batches_are_of_five_to_twenty_documents(documents: int, threads: int, size: int) -> None:
    assert cluster.size_for(documents, threads) == size


def test_machines_that_are_the_same_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with connected(monkeypatch, SAME, SAME) as carrier:
        assert carrier.threads == 8
        items = (Item("a.txt", "1" * 64), Item("b.txt", "2" * 64))
        assert carrier.submit(other, items, SETTINGS).result() == other(items, SETTINGS)


@pytest.mark.parametrize(
    ("about", "says", "hint"),
    [
        (
            SAME | {"version": "0.0.1"},
            f"heeft protocheck 0.0.1, en niet {__version__}",
            "Installeer protocheck",
        ),
        (SAME | {"digest": "sha256:1"}, "heeft andere regels", "dezelfde regels"),
        (SAME | {"home": False}, "ziet de map", "onder hetzelfde pad"),
        (ModuleNotFoundError("protocheck"), "heeft protocheck niet", "Installeer protocheck"),
        (
            RuleError("De regels kloppen niet."),
            "kan de regels niet laden (De regels kloppen niet.)",
            "dezelfde",
        ),
    ],
)
def test_a_machine_that_differs_is_refused(
    monkeypatch: pytest.MonkeyPatch, about: object, says: str, hint: str
) -> None:
    client = Client(SAME, about)
    monkeypatch.setattr(cluster, "_client", lambda _: client)
    with pytest.raises(RuleError) as refused:
        Cluster("tcp://planner:8786", SETTINGS)
    assert f"De werker tcp://machine-1 van het cluster {says}" in refused.value.message
    assert hint in refused.value.hint
    assert client.closed


def test_a_cluster_without_machines_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="Het cluster heeft geen werkers"):
        connected(monkeypatch)


def test_a_machine_that_joins_later_with_another_version_ends_the_audit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    carrier = connected(monkeypatch, SAME)
    monkeypatch.setattr(cluster_side, "__version__", "0.0.1")
    runner = Runner(lambda: carrier, SETTINGS, window=2, work=other)  # type: ignore[arg-type]  # a tuple is a sequence
    with pytest.raises(RuleError, match=r"Een werker van het cluster heeft protocheck 0\.0\.1, en niet"):
        list(runner.run(iter([Item("a.txt", "1" * 64)])))


def test_a_fault_of_ours_is_not_taken_for_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    carrier = connected(monkeypatch, SAME)
    with pytest.raises(RuntimeError, match="AttributeError: a fault of ours"):
        carrier.submit(lacking, (), SETTINGS).result()


def test_a_document_that_only_the_machine_does_not_see_ends_the_audit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("hier wel")
    settings = Settings("sha256:0", home=str(tmp_path))
    client = Client(SAME)
    monkeypatch.setattr(Client, "run", lambda self, *_, **__: self.machines)
    monkeypatch.setattr(cluster, "_client", lambda _: client)
    carrier = Cluster("tcp://planner:8786", settings)
    with pytest.raises(RuleError, match=r"Een werker van het cluster ziet a\.txt niet"):
        carrier.submit(blind, (Item("a.txt", "1" * 64),), settings).result()
    gone = (Item("weg.txt", "1" * 64),)
    assert carrier.submit(blind, gone, settings).result() == blind(gone, settings)


def test_what_a_machine_tells_of_itself() -> None:
    told = cluster_side.about((), "/")
    assert told["version"] == __version__
    assert str(told["digest"]).startswith("sha256:")
    assert told["home"]
    assert not cluster_side.about((), "/bestaat/niet")["home"]
    assert cluster_side.about((), "")["home"]


def test_a_connection_that_is_gone_is_a_broken_executor(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(Inner):
        def submit(self, *_: Any) -> Future[Any]:
            raise ValueError("Client is closed")

        def shutdown(self, **_: bool) -> None:
            raise ValueError("Client is closed")

    carrier = connected(monkeypatch, SAME)
    monkeypatch.setattr(carrier, "_inner", Gone())
    with pytest.raises(BrokenExecutor, match="Client is closed"):
        carrier.submit(other, (), SETTINGS)
    carrier.shutdown(cancel_futures=True)


def test_a_batch_that_the_cluster_let_go_of_can_be_handed_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Future[Any]] = []

    class Slow(Inner):
        def submit(self, *_: Any) -> Future[Any]:
            given.append(Future())
            return given[-1]

    carrier = connected(monkeypatch, SAME)
    monkeypatch.setattr(carrier, "_inner", Slow())
    lost, dropped = carrier.submit(other, (), SETTINGS), carrier.submit(other, (), SETTINGS)
    given[0].cancel()
    with pytest.raises(ConnectionError):
        lost.result(5)
    dropped.cancel()
    assert given[1].cancelled()
