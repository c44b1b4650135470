"""An audit on a Dask cluster: an executor that judges there, and refuses machines that differ.

Dask hands out batches and sends those of a lost machine to another; who judges is the worker process of each
thread there, as here (`judge`), so that no document costs the machine its heartbeat. Why Dask and what it
costs stands in docs/decisions/0012-audit.md.
"""

from __future__ import annotations

import contextlib
import importlib.util
import logging
import re
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

from protocheck import __version__
from protocheck.batch import cluster_side
from protocheck.batch.remote.address import is_address
from protocheck.batch.settings import Settings
from protocheck.errors import ProtocheckError, RuleError, UsageError
from protocheck.language import translate as _
from protocheck.model.audit import Item, Judgement

EXTRA = 'pip install "protocheck[dask]"'
FEWEST, MOST = (
    5,
    20,
)  # documents in a batch: what Dask costs a task is then nothing, and no machine waits long
_SHARES = 4  # batches for each thread, so that the slow ones even out
_ADDRESS = re.compile(r"(?:tcp|tls|ucx)://\S{1,250}:\d{1,5}/?\Z")
_LOUD = ("distributed", "distributed.client", "distributed.core", "distributed.comm", "concurrent.futures")
_SECONDS = 20.0  # for the scheduler to answer, and for a first machine to be there


def check(address: str) -> None:
    """Refuse what is no address of a scheduler, before anything is done.

    Raises:
        UsageError: it is none, or Dask is not installed.
    """
    if _ADDRESS.match(address) is None:
        raise UsageError(
            _("{address} is no address of a scheduler.").format(address=address),
            hint=_("Give it as {example}.").format(example="tcp://planner:8786"),
        )
    if importlib.util.find_spec("distributed") is None:
        raise UsageError(
            _("{flag} needs {library}, which is not installed.").format(
                flag="--scheduler", library="distributed (Dask)"
            ),
            hint=_("Install it with: {command}").format(command=EXTRA),
        )


def size_for(documents: int, threads: int) -> int:
    """Return how many documents go into a batch."""
    return min(max(documents // (_SHARES * max(threads, 1)), FEWEST), MOST)


class Cluster(Executor):
    """Judges on the machines of a cluster."""

    def __init__(self, address: str, settings: Settings, *, on_disk: bool = True) -> None:
        """Connect, and look at every machine.

        Args:
            address: of the scheduler.
            settings: how to judge.
            on_disk: whether documents are named by path, on a disk that every machine shares.

        Raises:
            UsageError: nobody answers, or no machine is there.
            RuleError: a machine has another version, other rules, or does not see the documents.
        """
        self._settings = settings
        self._client = _client(address)
        try:
            self._look_at_all(on_disk=on_disk)
        except BaseException:
            self._client.close()
            raise
        self._inner = self._client.get_executor(pure=False)

    @property
    def threads(self) -> int:
        """Return how many batches are done at a time."""
        return sum(self._client.nthreads().values())

    def _look_at_all(self, *, on_disk: bool) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError:
            raise UsageError(
                _("The cluster has no workers."), hint=_("Start one with: dask worker ADDRESS.")
            ) from None
        home = self._settings.home if on_disk else ""
        told = self._client.run(cluster_side.about, self._settings.packs, home, on_error="return")
        for worker, about in sorted(told.items()):
            fault = _difference(about, self._settings)
            if fault is not None:
                raise RuleError(
                    _("Worker {worker} of the cluster {reason}.").format(worker=worker, reason=fault[0]),
                    hint=fault[1],
                )

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have a batch judged; `fn` is `judge` or what takes its place in a test.

        Raises:
            BrokenExecutor: the connection to the cluster is gone.
        """
        try:
            inner = self._inner.submit(cluster_side.carry, __version__, fn, args, kwargs)
        except Exception as fault:  # whatever Dask says: the connection is gone
            raise BrokenExecutor(str(fault)) from fault
        outer: Future[Any] = Future()
        inner.add_done_callback(lambda done: self._pass_on(done, outer, args))
        outer.add_done_callback(lambda it: inner.cancel() if it.cancelled() else None)
        return outer

    def _pass_on(self, inner: Future[Any], outer: Future[Any], args: tuple[Any, ...]) -> None:
        """Give the result of a batch to who waits for it."""
        if not outer.set_running_or_notify_cancel():
            return
        if inner.cancelled():
            outer.set_exception(ConnectionError("the cluster let go of a batch"))
            return
        fault = inner.exception()
        try:
            if fault is None:
                outer.set_result(self._seen(args, inner.result()))
            else:
                outer.set_exception(_understood(fault, self._settings))
        except ProtocheckError as unseen:
            outer.set_exception(unseen)

    def _seen(self, args: tuple[Any, ...], result: Any) -> Any:
        """Return the result of a batch.

        Raises:
            RuleError: a machine does not see a document that is there.
        """
        items = args[0] if args and isinstance(args[0], Sequence) else ()
        for item, made in zip(items, result, strict=False):
            if isinstance(made, Judgement) and self._is_unseen(item, made):
                raise RuleError(
                    _("A worker of the cluster does not see {place}.").format(place=item.place),
                    hint=_on_a_shared_disk(),
                )
        return result

    def _is_unseen(self, item: Item, made: Judgement) -> bool:
        known = item.sha256 and not item.sha256.startswith("place:") and not is_address(item.place)
        path = Path(self._settings.home, item.place.partition("!")[0])
        return bool(known) and made.sha256.startswith("place:") and path.is_file()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as in Executor
        """Let go of the cluster; with `cancel_futures`, of what it was still to do as well."""
        with contextlib.suppress(Exception):  # who is not connected any more cannot let go of anything
            self._inner.shutdown(wait=wait and not cancel_futures)
        with contextlib.suppress(Exception):
            self._client.close()


def _client(address: str) -> Any:
    """Return a connection.

    Raises:
        UsageError: nobody answers.
    """
    from distributed import Client  # noqa: PLC0415 - heavy, and not always installed

    for name in _LOUD:  # what matters of it is told by us
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        _knock(address)
        connect: Any = Client  # it has no types
        return connect(address, timeout=_SECONDS, set_as_default=False, name="protocheck")
    except (OSError, OverflowError, TimeoutError, ValueError, TypeError) as fault:
        raise UsageError(
            _("The scheduler at {address} does not answer.").format(address=address),
            hint=_("Check the address, and whether it runs: dask scheduler."),
        ) from fault


def _knock(address: str) -> None:
    """Connect once, plainly: Dask itself goes on trying for long where nobody is.

    Raises:
        OSError: nobody is.
    """
    scheme, _mark, host = address.rstrip("/").partition("://")
    name, _colon, port = host.rpartition(":")
    if scheme != "ucx":  # which is no network of names and ports
        socket.create_connection((name.strip("[]"), int(port)), _SECONDS).close()


def _difference(about: object, settings: Settings) -> tuple[str, str] | None:
    """Return how a machine differs from this one, and what to do; None when it does not."""
    if isinstance(about, ProtocheckError):
        return _("cannot load the rules ({reason})").format(reason=about.message), _same_rules()
    if not isinstance(about, dict):
        return _("has no protocheck, or another version"), _same_version()
    if about["version"] != __version__:
        return _("has protocheck {theirs}, and not {ours}").format(
            theirs=about["version"], ours=__version__
        ), _same_version()
    if about["digest"] != settings.digest:
        return _("has other rules"), _same_rules()
    if not about["home"]:
        return _("does not see the folder {folder}").format(folder=settings.home), _on_a_shared_disk()
    return None


def _understood(fault: BaseException, settings: Settings) -> BaseException:
    """Return what to raise for a batch that failed; a machine that joined later may differ."""
    if isinstance(fault, cluster_side.OtherVersionError | ImportError | AttributeError):
        about = {"version": fault.theirs} if isinstance(fault, cluster_side.OtherVersionError) else None
        reason, hint = _difference(about, settings) or ("", "")
        return RuleError(_("A worker of the cluster {reason}.").format(reason=reason), hint=hint)
    return fault


def _same_version() -> str:
    return _("Install protocheck {version} on every machine of the cluster.").format(version=__version__)


def _same_rules() -> str:
    return _("Put the same rules on every machine of the cluster.")


def _on_a_shared_disk() -> str:
    return _(
        "Put the documents on a disk that all machines see under the same path, or give addresses (s3://, "
        "https://)."
    )
