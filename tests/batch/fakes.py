"""Readers that do what documents do to readers; workers import them by name."""

import os
import signal
import time
from collections.abc import Callable


def reader() -> Callable[[str], str]:
    """Reads a word: "slow" takes its time, "hang" never ends, "die" kills the process that reads it."""
    return read


def read(word: str) -> str:
    if "die" in word:
        os.kill(os.getpid(), signal.SIGKILL)
    if "slow" in word:
        time.sleep(0.3)
    while "hang" in word:
        time.sleep(60)
    return word.upper()


def lost(word: str) -> str:
    return f"lost {word}"


def late(word: str) -> str:
    return f"late {word}"


def broken_reader() -> Callable[[str], str]:
    """Cannot start."""
    os._exit(3)
