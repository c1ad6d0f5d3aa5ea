"""A fork of this program that works on a part of its task, and two pipes to it."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any


def cores() -> int:
    """The number of processors for this program; one where it cannot be forked."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


class NoAnswerError(Exception):
    """The other program has ended."""


class Pipes:
    """Objects to the other program and from it."""

    def __init__(self, reader: int, writer: int) -> None:
        self._reader, self._writer = os.fdopen(reader, "rb"), os.fdopen(writer, "wb")

    def send(self, content: object) -> None:
        """Raises `NoAnswerError`."""
        try:
            pickle.dump(content, self._writer, pickle.HIGHEST_PROTOCOL)
            self._writer.flush()
        except OSError as wrong:
            raise NoAnswerError from wrong

    def receive(self) -> Any:
        """Raises `NoAnswerError`."""
        try:
            return pickle.load(self._reader)  # noqa: S301 - from our own fork
        except (OSError, EOFError, pickle.UnpicklingError) as wrong:
            raise NoAnswerError from wrong

    def close(self) -> None:
        """Close both."""
        with suppress(OSError):  # what was not sent is no longer wanted
            self._writer.close()
        self._reader.close()


class Fork(Pipes):
    """A fork, which does its work and ends; whatever happens in it shows here as an answer that is missing."""

    def __init__(self, work: Callable[[Pipes], object]) -> None:
        (here, theirs), (their_reader, ours) = os.pipe(), os.pipe()
        self.number = os.fork()
        if not self.number:
            try:
                os.close(here)
                os.close(ours)
                work(Pipes(their_reader, theirs))
            finally:
                os._exit(0)
        os.close(theirs)
        os.close(their_reader)
        super().__init__(here, ours)

    def end(self) -> None:
        """End it, if it works still."""
        with suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)
        os.waitpid(self.number, 0)
        self.close()
