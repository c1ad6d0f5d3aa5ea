"""`hustings doctor`: what works on this machine, what is missing, and the command that installs it."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

import click

from hustings import __version__
from hustings.cli.errors import NEEDS_WORK
from hustings.cli.options import lang_option
from hustings.cli.output import echo, echo_rows, is_terminal, row_width
from hustings.cli.printed.doctor_rows import Diagnosis, doctor_rows
from hustings.cli.translated_help import Verb
from hustings.messages import say
from hustings.pack.shipped import DEFAULT_PACK, find_pack, shelf
from hustings.problems import InputError

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 37)  # strict tables
NARROW = 40
DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
SUBSET = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")
SYSTEM = Path("/usr/bin")  # what may run as root is named in full: a PATH may lead anywhere
YES = ("", "y", "yes", "s", "sí", "si")
ROOTS_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
BREW = "brew install pango harfbuzz"
PACMAN = "pacman -S mingw-w64-ucrt-x86_64-pango"
EVERYWHERE = (
    f"Debian, Ubuntu: sudo apt-get install -y {' '.join(DEBIAN)}",
    "Fedora:         sudo dnf install pango harfbuzz",
    f"macOS:          {BREW}",
)


@click.command(cls=Verb, short_help="Say what works on this machine and how to mend what does not.")
@lang_option
@click.option(
    "--mend", is_flag=True, help="Install what is missing for PDF, where that may be done; a person is asked first."
)
def doctor(*, mend: bool) -> None:
    """Say what works on this machine, what is missing, and the command that mends it."""
    if mend:
        install_missing()
    checked = list(diagnoses())
    missing = [finding for finding in checked if finding.required and not finding.ok]
    machine = platform.platform(terse=True)
    if is_terminal() and not mend:
        echo_rows(doctor_rows(checked, f"hustings {__version__}, {platform.system()}", row_width()))
        sys.exit(NEEDS_WORK if missing else 0)
    if not mend:
        echo(say("hustings {version} on {machine}", version=__version__, machine=machine))
    for finding in missing if mend else checked:
        echo(str(finding))
    echo(say("{n} missing; see above.", n=len(missing)) if missing else say("All that is needed is here."))
    sys.exit(NEEDS_WORK if missing else 0)


def install_missing() -> None:
    """Install missing libraries for PDF, if that is possible (`root_prefix`). A person is asked first."""
    if _pdf().ok and _subset().ok:
        return
    interactive = is_interactive()
    prefix = root_prefix(interactive=interactive) if (SYSTEM / "apt-get").exists() else None
    if prefix is None or (interactive and not _is_confirmed()):
        lines = (*EVERYWHERE, f"Windows:        {_windows()}")
        echo("\n".join([say("For PDF reports, install Pango and HarfBuzz:"), *(f"  {line}" for line in lines)]))
        return
    echo(say("Installing Pango and HarfBuzz, which draw the PDF ..."))
    apt = [
        *prefix,
        str(SYSTEM / "env"),
        f"PATH={ROOTS_PATH}",
        "DEBIAN_FRONTEND=noninteractive",
        str(SYSTEM / "apt-get"),
    ]
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *DEBIAN]):
        subprocess.run([*apt, *step], check=False, stdout=subprocess.DEVNULL)


def _is_confirmed() -> bool:
    """Ask the person at the terminal for confirmation, with the names of the packages."""
    names = ", ".join(DEBIAN)
    echo(say("To write PDFs, these are to be installed with apt-get, as root: {names}.", names=names))
    answer = click.prompt(
        say("Press Enter to install them, or type n and Enter to leave it"), default="", show_default=False
    )
    return answer.strip().casefold() in YES


def is_interactive() -> bool:
    """Whether a person can be asked: at a terminal, and not in CI, where there may be a terminal without a person."""
    return not os.environ.get("CI") and all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout))


def root_prefix(*, interactive: bool) -> list[str] | None:
    """The prefix that runs a command as root; None if not possible. A password is asked only of a person."""
    sudo = str(SYSTEM / "sudo")
    if os.name != "posix":
        return None
    if os.geteuid() == 0:
        return []
    if not Path(sudo).exists():
        return None
    if interactive:
        return [sudo]
    tried = subprocess.run([sudo, "-n", str(SYSTEM / "true")], capture_output=True, check=False)
    return [sudo, "-n"] if tried.returncode == 0 else None


def diagnoses() -> Iterator[Diagnosis]:
    """All checks, in order."""
    yield _python()
    yield _sqlite()
    yield _packs()
    yield _pdf()
    yield _subset()
    yield _terminal()
    yield _folder()


def _python() -> Diagnosis:
    ok = sys.version_info >= OLDEST_PYTHON
    return Diagnosis("Python", ok, platform.python_version(), say("Install Python 3.11 or newer."))


def _sqlite() -> Diagnosis:
    ok = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    return Diagnosis("SQLite", ok, sqlite3.sqlite_version, say("Install a newer Python: it brings a newer SQLite."))


def _packs() -> Diagnosis:
    from hustings.pack.loader import read_pack

    folders = sorted(path.parent for path in shelf("questionnaires").glob("*/questionnaire.yaml"))
    try:
        find_pack(DEFAULT_PACK)
        packs = [read_pack(folder) for folder in folders]
    except InputError as wrong:
        mend = say("Install Hustings again; its packs are not in order.")
        return Diagnosis(say("Packs"), ok=False, text=wrong.what, remedy=mend)
    return Diagnosis(say("Packs"), ok=True, text=", ".join(f"{pack.id} {pack.version}" for pack in packs))


def _pdf() -> Diagnosis:
    """Try WeasyPrint in another process, because a broken library may crash it."""
    if _imports("weasyprint"):
        return Diagnosis("PDF (Pango)", ok=True, text=say("reports can be written as PDF"))
    return Diagnosis("PDF (Pango)", ok=False, text=say("reports can be written as HTML only"), remedy=_install())


def _install() -> str:
    return say("Install it: {command}", command=install_command())


def _imports(library: str) -> bool:
    """Whether a library can be imported. -P keeps a file of that name in the current folder from being run."""
    try:
        tried = subprocess.run(
            [sys.executable, "-P", "-c", f"import {library}"], capture_output=True, timeout=120, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0


def _subset() -> Diagnosis:
    ok = any(_loads(name) for name in SUBSET)
    says = say("fast") if ok else say("reports in Chinese, Japanese or Korean take twenty times as long")
    return Diagnosis(say("Fonts (HarfBuzz subset)"), ok, says, _install(), required=False)


def _loads(name: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_command() -> str:
    """The one command that installs what a PDF needs, on this platform."""
    match sys.platform:
        case "darwin":
            again = "export DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib"
            return say("{command}; if it is not found then: {again}", command=BREW, again=again)
        case "win32":
            return _windows()
        case _:
            sudo = "" if os.name == "posix" and os.geteuid() == 0 else "sudo "
            if shutil.which("dnf"):
                return f"{sudo}dnf install pango harfbuzz"
            if shutil.which("apt-get"):
                return f"{sudo}apt-get install -y {' '.join(DEBIAN)}"
            return say("install Pango and HarfBuzz with your system's package manager")


def _windows() -> str:
    return say("install MSYS2 in {folder}, then in its shell: {command}", folder="C:\\msys64", command=PACMAN)


def _terminal() -> Diagnosis:
    columns = shutil.get_terminal_size().columns
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        mend = say("For answering, open a terminal, or use --plain or --answers.")
        return Diagnosis(say("Terminal"), ok=False, text=say("this is not one"), remedy=mend, required=False)
    if os.environ.get("TERM", "").lower() in ("", "dumb", "unknown"):
        return Diagnosis(say("Terminal"), ok=True, text=say("a simple one: questions come line by line"))
    says = say("{columns} columns, {encoding}", columns=columns, encoding=sys.stdout.encoding)
    mend = say("Widen it to {columns} columns or more.", columns=NARROW)
    return Diagnosis(say("Terminal"), columns >= NARROW, says, mend, required=False)


def _folder() -> Diagnosis:
    folder = Path.cwd()
    try:
        TemporaryFile(dir=folder).close()
        ok = True
    except OSError:
        ok = False
    says = say("{folder} can be written", folder=folder) if ok else say("{folder} cannot be written", folder=folder)
    return Diagnosis(say("This folder"), ok, says, say("Go to a folder of yours."))
