"""A pool of worker processes that survives the death of any of them, and gives results in the order of the tasks.

The standard pools break as a whole when a worker dies. Here each worker has its own pipe, so that the end of a pipe
names the task that killed its worker: that task is lost, a new worker takes the place, and the others never notice.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# How many results may wait for a slow task before them, a worker: the bound on memory.
WINDOW = 16
PRELOAD = "minutes_extract.extract"


def results(
    tasks: Sequence[T], jobs: int, open_reader: Callable[[], Callable[[T], R]], lost: Callable[[T], R]
) -> Iterator[R]:
    """The result of each task, in the order of the tasks.

    `open_reader` runs once in each worker and gives the function that reads a task; with one job it runs here. `lost`
    gives the result of a task whose worker died. Raises RuntimeError where workers cannot start at all.
    """
    if min(jobs, len(tasks)) <= 1:
        yield from map(open_reader(), tasks)
        return
    pool = _Pool(tasks, min(jobs, len(tasks)), open_reader, lost)
    try:
        yield from pool.run()
    finally:
        pool.close()


class _Worker(Generic[T, R]):
    """A process and this end of its pipe. `position` is the task that it has, None until it is ready."""

    def __init__(self, open_reader: Callable[[], Callable[[T], R]]) -> None:
        self.pipe, theirs = multiprocessing.Pipe()
        self.process = _start(theirs, open_reader)
        theirs.close()
        self.is_ready = False
        self.position: int | None = None


class _Pool(Generic[T, R]):
    def __init__(
        self, tasks: Sequence[T], jobs: int, open_reader: Callable[[], Callable[[T], R]], lost: Callable[[T], R]
    ) -> None:
        self._tasks, self._open_reader, self._lost = tasks, open_reader, lost
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
            for pipe in wait([worker.pipe for worker in self._workers]):
                self._hear(pipes[pipe])
            while self._told in self._kept:
                yield self._kept.pop(self._told)
                self._told += 1

    def _give(self) -> None:
        """Gives every idle worker a task, not too far ahead of the slowest."""
        for worker in self._workers:
            is_idle = worker.is_ready and worker.position is None
            if is_idle and self._given < min(len(self._tasks), self._told + self._window):
                worker.position = self._given
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
        if worker.position is not None:
            self._kept[worker.position] = self._lost(self._tasks[worker.position])
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
