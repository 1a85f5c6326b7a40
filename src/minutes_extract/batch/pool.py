"""A pool of worker processes that survives the death of any of them, and gives results in the order of the tasks.

The standard pools break as a whole when a worker dies. Here each worker has its own pipe, so that the end of a pipe
names the task that killed its worker: that task is lost, a new worker takes the place, and the others never notice.
The same happens to a worker that takes longer for a task than it may.
"""

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# How many results may wait for a slow task before them, a worker: the bound on memory.
WINDOW = 16
PRELOAD = "minutes_extract.extract"


@dataclass(frozen=True, slots=True)
class Limit(Generic[T, R]):
    """The seconds that a worker may take for a task, and what gives the result of one that takes longer."""

    seconds: float
    late: Callable[[T], R]


def results(
    tasks: Sequence[T],
    jobs: int,
    open_reader: Callable[[], Callable[[T], R]],
    lost: Callable[[T], R],
    limit: Limit[T, R] | None = None,
) -> Iterator[R]:
    """The result of each task, in the order of the tasks.

    `open_reader` runs once in each worker and gives the function that reads a task; with one job and no `limit` it
    runs here. `lost` gives the result of a task whose worker died. Raises RuntimeError where workers cannot start at
    all.
    """
    if not tasks:
        return
    jobs = min(jobs, len(tasks))
    if jobs <= 1 and limit is None:
        yield from map(open_reader(), tasks)
        return
    pool = _Pool(tasks, jobs, open_reader, lost, limit)
    try:
        yield from pool.run()
    finally:
        pool.close()


class _Worker(Generic[T, R]):
    """A process and this end of its pipe. `position` is the task that it has since `since`, None until it is ready."""

    def __init__(self, open_reader: Callable[[], Callable[[T], R]]) -> None:
        self.pipe, theirs = multiprocessing.Pipe()
        self.process = _start(theirs, open_reader)
        theirs.close()
        self.is_ready = False
        self.position: int | None = None
        self.since = 0.0


class _Pool(Generic[T, R]):
    def __init__(
        self,
        tasks: Sequence[T],
        jobs: int,
        open_reader: Callable[[], Callable[[T], R]],
        lost: Callable[[T], R],
        limit: Limit[T, R] | None = None,
    ) -> None:
        self._tasks, self._open_reader, self._lost, self._limit = tasks, open_reader, lost, limit
        self._window = WINDOW * jobs
        self._workers: list[_Worker[T, R]] = []
        self._given = 0  # tasks given to workers
        self._told = 0  # results given to the caller
        self._kept: dict[int, R] = {}  # results that wait for their turn
        for _ in range(jobs):
            self._workers.append(_Worker(open_reader))

    def run(self) -> Iterator[R]:
        while self._told < len(self._tasks):
            self._give()
            pipes: dict[object, _Worker[T, R]] = {worker.pipe: worker for worker in self._workers}
            for pipe in wait([worker.pipe for worker in self._workers], self._patience()):
                self._hear(pipes[pipe])
            self._stop_late()
            while self._told in self._kept:
                yield self._kept.pop(self._told)
                self._told += 1

    def _give(self) -> None:
        """Gives every idle worker a task, not too far ahead of the slowest."""
        for worker in self._workers:
            is_idle = worker.is_ready and worker.position is None
            if is_idle and self._given < min(len(self._tasks), self._told + self._window):
                worker.position, worker.since = self._given, time.monotonic()
                self._given += 1
                try:
                    worker.pipe.send(self._tasks[worker.position])
                except OSError:  # it has just died: the end of its pipe will say so
                    continue

    def _hear(self, worker: _Worker[T, R]) -> None:
        """Takes what a worker says: that it is ready, a result, or, by silence, that it is dead."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if worker.position is not None:
            self._kept[worker.position] = said
        worker.is_ready, worker.position = True, None

    def _bury(self, worker: _Worker[T, R]) -> None:
        if not worker.is_ready:
            raise RuntimeError("a worker could not start; run with -j 1 to see why")
        self._replace(worker, self._lost)

    def _patience(self) -> float | None:
        """The seconds until the first worker will have taken too long; None where none can."""
        at_work = [worker.since for worker in self._workers if worker.position is not None]
        if self._limit is None or not at_work:
            return None
        return max(0.0, min(at_work) + self._limit.seconds - time.monotonic())

    def _stop_late(self) -> None:
        """Ends each worker that has taken too long and has nothing to say."""
        if self._limit is None:
            return
        latest = time.monotonic() - self._limit.seconds
        for worker in list(self._workers):
            if worker.position is not None and worker.since <= latest and not worker.pipe.poll():
                self._replace(worker, self._limit.late)

    def _replace(self, worker: _Worker[T, R], told: Callable[[T], R]) -> None:
        """Ends a worker and starts another; `told` gives the result of the task that it had."""
        if worker.position is not None:
            self._kept[worker.position] = told(self._tasks[worker.position])
        _end(worker)
        self._workers.remove(worker)
        self._workers.append(_Worker(self._open_reader))

    def close(self) -> None:
        """Ends all workers, at work or not."""
        for worker in self._workers:
            _end(worker)


def _start(pipe: Connection, open_reader: Callable[[], Callable[[T], R]]) -> BaseProcess:
    """Starts a worker from a clean server process that has the libraries loaded, where the system has such servers.

    A plain fork would copy this process with the threads of the progress bar in whatever state they are.
    """
    process: BaseProcess
    if "forkserver" in multiprocessing.get_all_start_methods():
        server = multiprocessing.get_context("forkserver")
        server.set_forkserver_preload([PRELOAD])
        process = server.Process(target=_serve, args=(pipe, open_reader), daemon=True)
    else:
        process = multiprocessing.get_context("spawn").Process(target=_serve, args=(pipe, open_reader), daemon=True)
    process.start()
    return process


def _end(worker: _Worker[T, R]) -> None:
    worker.pipe.close()
    worker.process.terminate()
    worker.process.join()


def _serve(pipe: Connection, open_reader: Callable[[], Callable[[T], R]]) -> None:
    """A worker's life. Ctrl-C goes to the parent alone, which ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    read = open_reader()
    pipe.send(None)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(read(task))
