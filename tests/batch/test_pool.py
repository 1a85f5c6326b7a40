"""Workers come and go; results come in the order of the tasks."""

import multiprocessing
import signal
import time

import pytest
from fakes import broken_reader, late, lost, read, reader

from minutes_extract.batch import pool
from minutes_extract.batch.pool import Limit, results

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = ["slow", *(f"t{k}" for k in range(50)), "slow too", "last"]
    assert list(results(tasks, 2, reader, lost)) == [task.upper() for task in tasks]


def test_a_worker_that_dies_costs_its_task_and_no_other() -> None:
    tasks = ["a", "die", "b", "c", "die too", "die again", "d", "die last"]
    assert list(results(tasks, 2, reader, lost)) == [
        "A", "lost die", "B", "C", "lost die too", "lost die again", "D", "lost die last",
    ]  # fmt: skip


def test_one_job_runs_here() -> None:
    here: list[str] = []

    def open_here() -> "type[str]":
        here.append("opened")
        return str

    assert list(results(["a", "b"], 1, open_here, lost)) == ["a", "b"]
    assert here == ["opened"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_takes_too_long_costs_its_task_and_no_other(jobs: int) -> None:
    tasks = ["a", "hang", "b", "slow", "hang too", "c"]
    found = list(results(tasks, jobs, reader, lost, Limit(2, late)))
    assert found == ["A", "late hang", "B", "SLOW", "late hang too", "C"]
    assert multiprocessing.active_children() == []


def test_with_a_limit_even_one_task_has_its_worker() -> None:
    assert list(results(["hang"], 1, reader, lost, Limit(1, late))) == ["late hang"]
    assert list(results(["die"], 1, reader, lost, Limit(60, late))) == ["lost die"]
    assert list(results([], 1, reader, lost, Limit(60, late))) == []


def test_time_that_the_caller_takes_is_not_the_worker_s() -> None:
    found = results(["a", "b", "c"], 2, reader, lost, Limit(1, late))
    taken = []
    for result in found:
        time.sleep(1.1)
        taken.append(result)
    assert taken == ["A", "B", "C"]


def test_workers_that_cannot_start_are_told() -> None:
    with pytest.raises(RuntimeError, match="could not start"):
        list(results(["a", "b"], 2, broken_reader, lost))


def test_no_worker_outlives_its_pool() -> None:
    found = results(["a", "slow", "b"], 2, reader, lost)
    assert next(found) == "A"
    found.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_few_results_wait_for_a_slow_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WINDOW", 2)
    tasks = ["slow", *(f"t{k}" for k in range(40))]
    running = pool._Pool(tasks, 2, reader, lost)
    most = 0
    for result in running.run():
        assert result == read(tasks[running._told])
        most = max(most, len(running._kept))
    running.close()
    assert most <= 4
