"""The set-up by the real Makefile: what is locked is what is installed, whatever an index has got since."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pexpect
import pytest

from support.wheels import ROOT, Project, project

pytestmark = pytest.mark.slow

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-lock.lock", "requirements-engines.lock")
PINNED = re.compile(r"([a-z0-9][a-z0-9-]*)==[0-9][0-9a-z.]*( ; [^\\]+)? \\")
HASHED = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose environment holds nothing yet; made once, then copied."""
    made = project(tmp_path_factory.mktemp("setup") / "hustings")
    made.locks("", "")
    done = made.make(".venv/made.stamp")
    assert 0 == done.returncode, done
    return made


@pytest.fixture
def fresh(empty: Project, tmp_path: Path) -> Project:
    copied = project(tmp_path / "elsewhere")
    shutil.copytree(empty.folder / ".venv", copied.folder / ".venv", symlinks=True)
    return copied


def test_newer_releases_on_the_index_change_nothing(fresh: Project) -> None:
    """The plugin asks for `tally[toml]`, as pytest-cov does for coverage. Then a lock that lacks a library is named."""
    ballot = fresh.index.wheel("ballot", "1.0", "paper>=1") + fresh.index.wheel("paper", "1.0")
    tally = fresh.index.wheel("tally", "1.0", "tomlish ; extra == 'toml' and python_version < '3'")
    plugin = fresh.index.wheel("plugin", "1.0", "tally[toml]>=1")
    for name in ("ballot", "paper", "tally", "plugin"):
        fresh.index.wheel(name, "2.0", "never_released")
    fresh.locks(ballot, tally + plugin)
    done = fresh.make(".venv/dev.stamp")
    assert 0 == done.returncode, done
    assert {**dict.fromkeys(("ballot", "paper", "tally", "plugin"), "1.0"), "hustings": "1"} == fresh.installed()

    (fresh.folder / "requirements-dev.lock").write_text(fresh.index.wheel("reporter", "1.0", "lists"))
    done = fresh.make(".venv/dev.stamp")
    assert 2 == done.returncode, done
    assert "The lock is not complete:\nreporter 1.0 requires lists, which is not installed.\n" in done.stdout


def test_a_lock_that_lacks_a_library_ends_the_set_up_and_names_it(fresh: Project) -> None:
    fresh.index.wheel("tally", "1.0")
    fresh.locks(fresh.index.wheel("ballot", "1.0", "tally>=1"), "")
    done = fresh.make(".venv/run.stamp")
    assert 2 == done.returncode, done
    assert "The lock is not complete:\nballot 1.0 requires tally, which is not installed.\n" in done.stdout
    assert not (fresh.folder / ".venv" / "run.stamp").exists()


def test_nothing_is_built_from_source(fresh: Project) -> None:
    built = fresh.folder / "built"
    fresh.locks(fresh.index.source("ballot", "1.0", f"open({str(built)!r}, 'w')\n"), "")
    done = fresh.make(".venv/run.stamp")
    assert 2 == done.returncode, done
    assert "No matching distribution found for ballot==1.0" in done.stderr
    assert not built.exists()


def test_another_file_under_a_locked_name_is_refused(fresh: Project) -> None:
    ballot = fresh.index.wheel("ballot", "1.0")
    fresh.index.wheel("ballot", "1.0", "tally")
    fresh.locks(ballot, "")
    done = fresh.make(".venv/run.stamp")
    assert 2 == done.returncode, done
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in done.stderr


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_releases_and_hashes_and_no_address(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert [] == [line for line in lines if not (PINNED.fullmatch(line) or HASHED.fullmatch(line))]


def test_whatever_the_project_asks_for_is_locked() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = asked["dependency-groups"]
    libraries = asked["project"]["dependencies"] + groups["build"]
    for name, wanted in zip(
        LOCKS, (libraries, libraries + groups["dev"], groups["lock"], groups["engines"]), strict=True
    ):
        pinned = {
            found[1] for line in (ROOT / name).read_text("utf-8").splitlines() if (found := PINNED.fullmatch(line))
        }
        assert [] == [one for one in map(_name, wanted) if one not in pinned], name


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9_.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


# --- a browser -----------------------------------------------------------------------------------------------

NEEDED = (
    "The tests need these programs, which are to be installed with apt-get, as root: "
    "chromium-headless-shell poppler-utils openssl."
)
ASKED = ["-qq update", "-qq install -y chromium-headless-shell poppler-utils openssl"]
PROGRAMS = ("chromium", "openssl", "pdftotext", "pdftoppm")


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A system folder whose apt-get and sudo only write down what they are asked; no program is on the PATH."""
    for where in ("system", "path"):
        (tmp_path / where).mkdir()
        for name, line in {
            "apt-get": f'echo "$@" >> {tmp_path}/{where}-asked',
            "sudo": '[ "$1" = -n ] && shift; "$@"',
        }.items():
            (tmp_path / where / name).write_text(f"#!/bin/sh\n{line}\n")
            (tmp_path / where / name).chmod(0o755)
        (tmp_path / where / "env").symlink_to("/usr/bin/env")
        (tmp_path / where / "true").symlink_to("/bin/true")
    (tmp_path / "path" / "id").symlink_to(str(shutil.which("id")))
    return tmp_path


def asked(system: Path, where: str = "system") -> list[str]:
    file = system / f"{where}-asked"
    return file.read_text().splitlines() if file.exists() else []


def environment(system: Path, **more: str) -> dict[str, str]:
    told = {name: value for name, value in os.environ.items() if name != "CI"}
    return {**told, "PATH": str(system / "path"), "TERM": "xterm", **more}


def programs(system: Path) -> list[str]:
    return ["/bin/sh", str(ROOT / "tests" / "programs.sh"), str(system / "system")]


def test_programs_are_installed_where_nobody_sits(system: Path) -> None:
    done = called(system)
    assert 1 == done.returncode, done
    assert done.stdout.startswith("Installing what the tests need: Chromium, poppler and openssl ...\nThe tests need")
    assert (ASKED, []) == (asked(system), asked(system, "path"))


def test_where_there_is_no_chromium_without_windows_the_whole_is_installed(system: Path) -> None:
    with (system / "system" / "apt-get").open("a") as program:
        program.write('case "$*" in *headless*) exit 100 ;; esac\n')
    subprocess.run(
        programs(system), env=environment(system), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert [*ASKED, "-qq install -y chromium poppler-utils openssl"] == asked(system)


@pytest.mark.parametrize(("typed", "installed"), [("\r", True), ("yes\r", True), ("n\r", False), ("\x04", False)])
def test_a_person_is_asked_before_anything_is_installed(system: Path, typed: str, *, installed: bool) -> None:
    command, *words = programs(system)
    child = pexpect.spawn(command, words, env=environment(system), encoding="utf-8", dimensions=(40, 200), timeout=60)
    child.expect_exact(f"{NEEDED}\r\nPress Enter to install them, or type n and Enter to leave it: ")
    assert [] == asked(system)
    child.send(typed)
    child.expect(pexpect.EOF)
    assert ((ASKED if installed else []), []) == (asked(system), asked(system, "path"))
    child.close()


def called(system: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """The script, with programs of these names on the PATH."""
    for name in names:
        (system / "path" / name).symlink_to("/bin/true")
    return subprocess.run(
        programs(system), env=environment(system), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("found", ["chromium", "chromium-headless-shell"])
def test_nobody_is_asked_where_all_are_here(system: Path, found: str) -> None:
    done = called(system, found, *PROGRAMS[1:])
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    assert [] == asked(system)


@pytest.mark.parametrize("missing", PROGRAMS)
def test_each_program_that_is_missing_is_installed(system: Path, missing: str) -> None:
    called(system, *(name for name in PROGRAMS if name != missing))
    assert ASKED == asked(system)
