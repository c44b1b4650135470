"""A Dask cluster of separate processes for tests: `python -m tests.dask_cluster [WORKERS]`.

Prints the address of the scheduler and the number of each worker process on one line, and ends when its
standard input is closed.
"""

from __future__ import annotations

import sys
import warnings


def main() -> None:
    """Run the cluster."""
    warnings.simplefilter("ignore")
    from distributed import Client, LocalCluster  # noqa: PLC0415 - only where it is installed

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    cluster = LocalCluster(
        n_workers=count, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    )  # type: ignore[no-untyped-call]  # it has no types
    with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]  # the same
        pids = client.run(lambda: __import__("os").getpid())
        sys.stdout.write(" ".join([cluster.scheduler_address, *map(str, pids.values())]) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
