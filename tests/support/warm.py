"""Programs of ours as processes of their own, without the second that Python needs to import them each time.

One process for each test worker imports Hustings and its libraries, prints a page that nobody sees, reads the pack that
ships as it is kept compiled (`pack_store`), and waits; each program is forked from it, with its own words, folder,
environment, standard streams and terminal. To the test it is a child as any other: it has a number, takes signals, is
killed and ends with its code. Whoever needs an interpreter of their own (other settings of Python or of the language,
limits, the time that an import takes) starts one: `subprocess` as ever.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import inspect
import io
import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fcntl import ioctl
from functools import cache, lru_cache, partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from termios import TIOCSCTTY, tcsetwinsize
from typing import Any

import pexpect
from ptyprocess import PtyProcess  # type: ignore[import-untyped]

COMMAND = Path(sys.executable).with_name("hustings")
OF_THE_INTERPRETER = ("PYTHON", "LC_", "LANG", "LD_")
"""What only a new interpreter takes notice of, by the beginnings of its names."""
FORKS = sys.platform == "linux"
LARGEST = 1 << 18
LIBRARIES = (
    *("weasyprint", "docx", "pypdf", "uvicorn", "segno", "jinja2", "questionary", "asyncio", "email.policy"),
    *("duckdb", "sqlglot.dialects.duckdb", "xlsxwriter", "docx.image.image", "PIL.GifImagePlugin", "PIL.ImageDraw"),
    *(
        f"fontTools.ttLib.tables.{table}"
        for table in ("B_A_S_E_", "O_S_2f_2", "S_T_A_T_", "_f_p_g_m", "_g_a_s_p", "_p_r_e_p")
    ),
)
"""What verbs import when they need it."""
SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of <linux/prctl.h>: a child whose parent ends becomes ours."""


def forkable(words: Sequence[str], env: Mapping[str, str]) -> bool:
    """Whether it is a program of Python that the waiting process can become."""
    ours = words[0] == str(COMMAND) or (words[0] == sys.executable and not words[1].startswith("-X"))
    return FORKS and ours and _settings(env) == _settings(os.environ)


def _settings(env: Mapping[str, str]) -> dict[str, str]:
    unbuffered = "PYTHONUNBUFFERED"  # is asked for by the streams, which are new
    return {name: env[name] for name in env if name.startswith(OF_THE_INTERPRETER) and name != unbuffered}


def forked(
    words: Sequence[str], cwd: str | None, env: Mapping[str, str] | None, fds: Sequence[int], session: str
) -> int:
    """The number of a new child that runs this; `session` is "", "new", or "terminal" for one with its own terminal."""
    asked = json.dumps([list(words), cwd or str(Path.cwd()), dict(os.environ if env is None else env), session])
    ours = _waiting()
    with _parent_of_orphans():
        socket.send_fds(ours, [asked.encode()], fds)
        return int(ours.recv(100))


@cache
def _waiting() -> socket.socket:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, __file__, str(theirs.fileno())]
    started = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
    theirs.close()
    atexit.register(started.wait)
    atexit.register(ours.close)
    return ours


@contextmanager
def _parent_of_orphans() -> Iterator[None]:
    prctl = ctypes.CDLL(None).prctl
    prctl(SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        prctl(SUBREAPER, 0, 0, 0, 0)


class Popen(subprocess.Popen[Any]):
    """A process as `subprocess` starts it, forked where that can be."""

    _given = inspect.signature(subprocess.Popen._execute_child)  # type: ignore[attr-defined]

    def _execute_child(self, *values: Any) -> None:
        told = self._given.bind(self, *values).arguments
        words = [os.fspath(word) for word in told["args"]]
        if not forkable(words, os.environ if told["env"] is None else told["env"]):
            super()._execute_child(*values)  # type: ignore[misc]
            return
        pipes = {name: told[name] for name in PIPES}
        fds = [fd if fd >= 0 else number for number, fd in enumerate(pipes[name] for name in THEIR_ENDS)]
        session = "new" if told["start_new_session"] else ""
        try:
            self.pid = forked(words, told["cwd"] and os.fspath(told["cwd"]), told["env"], fds, session)
            self._child_created = True
        finally:
            self._close_pipe_fds(*pipes.values())  # type: ignore[attr-defined]


PIPES = ("p2cread", "p2cwrite", "c2pread", "c2pwrite", "errread", "errwrite")
THEIR_ENDS = ("p2cread", "c2pwrite", "errwrite")


def run(
    words: Sequence[str | Path], *, stdin: str | None = None, timeout: float = 120, **given: Any
) -> subprocess.CompletedProcess[str]:
    """As `subprocess.run`: what it wrote, as text, and its code."""
    pipe = subprocess.PIPE
    source = subprocess.DEVNULL if stdin is None else pipe
    with Popen(words, stdin=source, stdout=pipe, stderr=pipe, encoding="utf-8", **given) as child:
        try:
            out, err = child.communicate(stdin, timeout)
        except BaseException:
            child.kill()
            raise
    return subprocess.CompletedProcess(list(words), child.returncode, out, err)


class Terminal(pexpect.spawn):  # type: ignore[type-arg]  # pexpect is generic for type checkers only
    """A program in a terminal as `pexpect` starts it, forked where that can be."""

    def _spawnpty(self, args: list[bytes], **given: Any) -> PtyProcess:
        words, env = [os.fsdecode(word) for word in args], given["env"] or os.environ
        if not forkable(words, env):
            return super()._spawnpty(args, **given)  # type: ignore[misc]
        ours, theirs = os.openpty()
        tcsetwinsize(theirs, given.get("dimensions", (24, 80)))
        child = forked(words, given["cwd"], env, [theirs] * 3, "terminal")
        os.close(theirs)
        return PtyProcess(child, ours)


# --- in the process that waits -----------------------------------------------------------------------------


def wait(asking: socket.socket) -> tuple[list[str], str, dict[str, str], str]:
    """Fork for each that asks, until nobody can ask any more; comes back in the new process, with what was asked."""
    while True:
        asked, fds, _, _ = socket.recv_fds(asking, LARGEST, 3)
        if not asked:
            os._exit(0)
        reading, writing = os.pipe()
        between = os.fork()
        if not between:
            if child := os.fork():
                os.write(writing, str(child).encode())
                os._exit(0)
            _take(fds)
            return json.loads(asked)  # type: ignore[no-any-return]
        os.waitpid(between, 0)
        asking.send(os.read(reading, 100))
        for fd in (*fds, reading, writing):
            os.close(fd)


def _take(fds: Sequence[int]) -> None:
    """These are the standard streams, and nothing else is open."""
    kept = [os.dup(fd) for fd in fds]
    for number, fd in enumerate(kept):
        os.dup2(fd, number)
    os.closerange(3, max(kept) + 100)


def become(words: list[str], cwd: str, env: dict[str, str], session: str) -> None:
    """Be that program, in that folder, with that environment and terminal."""
    if session:
        os.setsid()
    if session == "terminal":
        ioctl(0, TIOCSCTTY, 0)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    tempfile.tempdir = None
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        _reopen(name, mode)
    _end(words)


def _reopen(name: str, mode: str) -> None:
    old = getattr(sys, name)
    fd = ("stdin", "stdout", "stderr").index(name)
    lines = mode == "w" and (name == "stderr" or os.isatty(fd))
    raw = io.FileIO(fd, mode, closefd=False)
    buffer = io.BufferedWriter(raw) if mode == "w" else io.BufferedReader(raw)
    through = bool(os.environ.get("PYTHONUNBUFFERED"))
    new = io.TextIOWrapper(buffer, old.encoding, old.errors, line_buffering=lines or through, write_through=through)
    setattr(sys, name, new)
    setattr(sys, f"__{name}__", new)


def _end(words: list[str]) -> None:
    """Run it and end as Python ends, without clearing what was imported: that took three times as long as the fork.

    An error, and output that nobody takes, are left to Python.
    """
    try:
        _run(words)
        code: object = 0
    except SystemExit as left:
        code = left.code or 0
        if not isinstance(code, int):
            raise
    assert isinstance(code, int)
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _run(words: list[str]) -> None:
    """What Python does with these words."""
    match words[1:] if words[0] == sys.executable else words:
        case ["-c", code, *more]:
            sys.argv = ["-c", *more]
            sys.path[0] = ""
            exec(compile(code, "<string>", "exec", dont_inherit=True), vars(_main()))  # noqa: S102 - as `python -c` does
        case [script, *_] as told:
            sys.argv = told
            sys.path[0] = str(Path(script).parent)
            runpy.run_path(script, run_name="__main__")


def _main() -> Any:
    fresh = type(sys)("__main__")
    sys.modules["__main__"] = fresh
    return fresh


def import_all() -> None:
    """Everything that a verb imports, without running any."""
    import hustings  # noqa: PLC0415

    for found in walk_packages(hustings.__path__, "hustings."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
    for name in LIBRARIES:
        import_module(name)


def read_what_ships() -> None:
    """What every second program would read and set up again: the pack in both languages, fonts, the first page."""
    from hustings.cli.cases import pack_store  # noqa: PLC0415
    from hustings.cli.cases.compiled_pack import decompiled  # noqa: PLC0415
    from hustings.messages import speaking, spoken, words_spoken  # noqa: PLC0415
    from hustings.pack.loader import read_pack  # noqa: PLC0415
    from hustings.pack.shipped import find_pack  # noqa: PLC0415
    from hustings.pack.translation.ui_language import read_words  # noqa: PLC0415
    from hustings.pack.versions.pack_archive import archive, read_archive  # noqa: PLC0415
    from hustings.report.render import print_program  # noqa: PLC0415
    from support.prints import share_prints  # noqa: PLC0415

    pack_store.MOST_KEPT = 1000  # so that the packs of tests do not push it out
    pack_store.decompiled = lru_cache(4)(decompiled)  # type: ignore[attr-defined]
    folder = find_pack("campaign-ai")
    for words in (words_spoken(), read_words("es")):
        with speaking(words):
            read = partial(read_pack, folder, spoken())
            _, pack = (pack_store.stored_pack(folder, spoken(), read) for _ in range(2))  # the first may only keep it
            read_archive(archive(pack.files), pack.digest, spoken(), pack.id)  # as every case of it keeps it
    print_program.prepare()
    gc.enable()
    share_prints()


if __name__ == "__main__":
    asking = socket.socket(fileno=int(sys.argv[1]))
    import_all()
    sys.path.insert(1, str(Path(__file__).parents[1]))
    read_what_ships()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, *gc.get_threshold()[1:])
    become(*wait(asking))
