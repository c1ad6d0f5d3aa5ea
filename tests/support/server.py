"""A workshop's server as a program of its own, and what it prints when it runs."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hustings.workshop.rehearsal.http_client import HttpClient
from support.session import TOWN
from support.warm import COMMAND, Popen

LONG = 30.0


@dataclass(slots=True)
class Served:
    """A server that runs. `told` is what it has printed so far."""

    process: subprocess.Popen[str]
    root: str
    code: str
    told: str = ""

    def link(self, kind: str) -> str:
        """A new link that works once, to a `console` or a `screen`: its letter is typed where the server runs."""
        assert self.process.stdin is not None
        self.process.stdin.write({"console": "c\n", "screen": "p\n"}[kind])
        self.process.stdin.flush()
        return self.until(rf"(http\S+/{kind}#\S+)\n")[1]

    def secret(self) -> str:
        """What opens a console, once."""
        return self.link("console").partition("#")[2]

    def until(self, wanted: str) -> re.Match[str]:
        """Read on until it has printed this; what comes before is gone then."""
        assert self.process.stdout is not None
        while not (found := re.search(wanted, self.told)):
            line = self.process.stdout.readline()
            assert line, self.told
            self.told += line
        self.told = self.told[found.end() :]
        return found

    @property
    def port(self) -> int:
        return int(self.root.rpartition(":")[2])

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(LONG)
        for end in (self.process.stdin, self.process.stdout):
            if end is not None:
                end.close()

    def stop(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONG)

    async def console(self) -> HttpClient:
        guest = HttpClient(self.root)
        assert (200, {"done": True}) == await guest.post("/api/enter", secret=self.secret())
        return guest

    async def phone(self, name: str, source: str = "") -> HttpClient:
        guest = HttpClient(self.root, source=source)
        assert (200, {"done": True}) == await guest.post("/api/enter", code=self.code, name=name)
        return guest


def started(folder: Path, *words: str | Path, program: Sequence[str | Path] = (COMMAND,)) -> Served:
    """Start `hustings workshop` with these words and wait until it answers. `program`: how `hustings` is run."""
    process = Popen(
        [*map(str, program), "workshop", *map(str, words)],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1", "COVERAGE_PROCESS_START": ""},
    )
    served = Served(process, "", "")
    found = served.until(r"(https?://\S+) +(?:code|código) ([A-Z2-9]{6})")
    served.root, served.code = found[1], found[2]
    served.until(r"Ctrl-C[^\n]*\n")
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
def serving(folder: Path, *words: str | Path, program: Sequence[str | Path] = (COMMAND,)) -> Iterator[Served]:
    """A server for as long as the block runs."""
    served = started(folder, *words, program=program)
    try:
        yield served
    finally:
        served.kill()


def town_words(case: str = "rivera", port: int = 0) -> tuple[str | Path, ...]:
    return (case, "--pack", TOWN, "--host", "127.0.0.1", "--port", str(port))
