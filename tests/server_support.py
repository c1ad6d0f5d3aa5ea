"""A workshop's server as a program of its own, and what it prints when it runs."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cli_support import COMMAND
from hustings.workshop.guest import Guest
from session_support import TOWN

LONG = 30.0


@dataclass(slots=True)
class Served:
    """A server that runs. `secret` opens the console."""

    process: subprocess.Popen[str]
    root: str
    code: str
    secret: str

    @property
    def port(self) -> int:
        return int(self.root.rpartition(":")[2])

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(LONG)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def stop(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONG)

    async def console(self) -> Guest:
        guest = Guest(self.root)
        assert (200, {"done": True}) == await guest.post("/api/enter", secret=self.secret)
        return guest

    async def phone(self, name: str) -> Guest:
        guest = Guest(self.root)
        assert (200, {"done": True}) == await guest.post("/api/enter", code=self.code, name=name)
        return guest


def started(folder: Path, *words: str | Path) -> Served:
    """Start `hustings workshop` with these words and wait until it answers."""
    process = subprocess.Popen(
        [str(COMMAND), "workshop", *map(str, words)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1", "COVERAGE_PROCESS_START": ""},
    )
    said = ""
    assert process.stdout is not None
    while not (found := re.search(r"(http://\S+)/console#(\S+)", said)):
        line = process.stdout.readline()
        assert line, said
        said += line
    code = re.search(r"(?:code|código) ([A-Z2-9]{6})", said)
    assert code is not None
    served = Served(process, found[1], code[1], found[2])
    _answering(served)
    return served


def _answering(served: Served) -> None:
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", served.port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(served)


@contextmanager
def serving(folder: Path, *words: str | Path) -> Iterator[Served]:
    """A server for as long as the block runs."""
    served = started(folder, *words)
    try:
        yield served
    finally:
        served.kill()


def town_words(case: str = "rivera", port: int = 0) -> tuple[str | Path, ...]:
    return (case, "--pack", TOWN, "--host", "127.0.0.1", "--port", str(port))
