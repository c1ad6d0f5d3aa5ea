"""Work on untrusted files, done by a second program within limits of time, memory and output.

Whatever the file makes it do, it ends, and this program goes on. The second program is a module of Hustings that calls
`work` when it is run: it reads the content from its input and writes its answer to its output. Where the system has no
memory limits (Windows) or does not enforce them (macOS), only the time limit ends it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Timer
from typing import BinaryIO, Literal, Self

from hustings.frozen_records import dataclass

ROOT = Path(__file__).parents[2]
OUT_OF_MEMORY, FAILED = 90, 91
"""The exit codes of a second program that ended early."""
Why = Literal["time", "memory", "output", "failed"]
ENDS: dict[int, Why] = {OUT_OF_MEMORY: "memory"}
if sys.platform != "win32":
    ENDS |= {-signal.SIGXCPU: "time", -signal.SIGKILL: "memory"}  # the system killed it for lack of memory


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` of time, `work` in seconds of processor time; `memory` and `output` in bytes."""

    seconds: float
    work: int
    memory: int
    output: int


class LimitError(Exception):
    """The second program failed or exceeded a limit; `why` says which."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def confined(module: str, content: bytes, limits: Limits) -> bytes:
    """The output of a module for this content as input. Raises `LimitError`."""
    with SecondProgram(module, limits) as program:
        return program.answer(content)


class SecondProgram:
    """A second program that has started and waits for its content, which it takes once. It ends with the context."""

    def __init__(self, module: str, limits: Limits) -> None:
        words = [sys.executable, "-P", "-B", "-m", module, str(limits.work), str(limits.memory)]
        pipe = subprocess.PIPE
        self._limits = limits
        self._child = subprocess.Popen(words, env=_environment(), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)

    @property
    def number(self) -> int:
        """The number by which the system knows it."""
        return self._child.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *wrong: object) -> None:
        self._child.kill()
        with self._child:
            """Its pipes are closed, and its end is waited for."""

    def send(self, content: bytes) -> None:
        """The beginning of the content; the program may work on it before it gets the rest with `answer`."""
        assert self._child.stdin is not None
        with suppress(OSError):  # it has ended already, which `answer` tells
            self._child.stdin.write(content)
            self._child.stdin.flush()

    def answer(self, content: bytes) -> bytes:
        """What it writes for this content. The clock starts now. Raises `LimitError`."""
        late = Event()
        clock = Timer(self._limits.seconds, _end, (self._child, late))
        clock.start()
        try:
            answer = _answer(self._child, content, self._limits.output)
        finally:
            clock.cancel()
            self._child.kill()
        code, long = self._child.wait(), len(answer) > self._limits.output
        if why := _why(code, late=late.is_set(), long=long):
            raise LimitError(why)
        return answer


def _end(child: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    child.kill()


def _why(code: int, *, late: bool, long: bool) -> Why | None:
    """Why it ended early; None if it did not."""
    if late or long:
        return "time" if late else "output"
    return None if code == 0 else ENDS.get(code, "failed")


def _environment() -> dict[str, str]:
    """Our environment with the folder of Hustings as its path, never the current folder."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _answer(child: subprocess.Popen[bytes], content: bytes, most: int) -> bytes:
    """Send the content, then read the answer; the program reads everything before it writes."""
    assert child.stdin is not None
    assert child.stdout is not None
    with suppress(OSError):  # it has ended already
        child.stdin.write(content)
        child.stdin.close()
    answer = child.stdout.read(most + 1)
    if len(answer) <= most:
        child.wait()
    return answer


# --- in the second program ---------------------------------------------------------------------------------


def work(task: Callable[[bytes], bytes], prepare: Callable[[], object] | None = None) -> None:
    """Run a task within the limits in the command line, then exit. `prepare` runs while the content is awaited."""
    work_on(lambda content: task(content.read()), prepare)


def work_on(task: Callable[[BinaryIO], bytes], prepare: Callable[[], object] | None = None) -> None:
    """The same for a task that reads the content itself, so that it begins before all of it has come."""
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    try:
        if prepare is not None:
            prepare()
        answer = task(sys.stdin.buffer)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - whatever a hostile file causes is reported in one word
        os._exit(FAILED)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(0)


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0))
    for kind, most in wanted:
        with suppress(OSError, ValueError):  # the limit is lower already, or unknown to the system
            resource.setrlimit(
                kind, (most, most + (kind == resource.RLIMIT_CPU))
            )  # a signal first, killed a second later
