"""`hustings doctor` on machines that lack something: the real command, with the lack brought about from outside."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pexpect
import pytest

from hustings.cli.printed.doctor_rows import Diagnosis
from hustings.cli.verbs.doctor import DEBIAN, install_command
from support.cli import hustings, shown
from support.deep import some

pytestmark = pytest.mark.slow

BLOCKED = """\
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
sys.meta_path.insert(0, Missing())
"""


def without_pango(folder: Path) -> dict[str, str]:
    """An environment in which WeasyPrint cannot find its libraries, and in which nothing can be installed."""
    (folder / "blocked").mkdir()
    (folder / "blocked" / "sitecustomize.py").write_text(BLOCKED)
    return {"PYTHONPATH": str(folder / "blocked"), "PATH": str(folder / "blocked")}


def test_a_machine_with_everything(tmp_path: Path) -> None:
    ran = hustings("doctor", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert f"ok       Python: {platform.python_version()}\n" in ran.out
    assert f"ok       SQLite: {sqlite3.sqlite_version}\n" in ran.out
    assert "ok       Packs: campaign-ai " in ran.out
    assert "ok       PDF (Pango): reports can be written as PDF\n" in ran.out
    assert f"ok       This folder: {tmp_path} can be written\n" in ran.out
    assert "note     Terminal: this is not one\n         For answering, open a terminal" in ran.out
    assert ran.out.endswith("All that is needed is here.\n")


def test_in_a_terminal_it_tells_its_width(tmp_path: Path) -> None:
    with shown(tmp_path, "doctor") as terminal:
        assert 0 == terminal.ended()
        assert "Terminal 90 columns, utf-8" in terminal.text()
        assert terminal.text().startswith("This machine hustings ")


def test_without_pango_it_names_the_command_and_fails(tmp_path: Path) -> None:
    ran = hustings("doctor", cwd=tmp_path, env=without_pango(tmp_path))
    assert 1 == ran.code
    assert "MISSING  PDF (Pango): reports can be written as HTML only\n         Install it: " in ran.out
    assert "1 missing; see above." in ran.out


def test_mending_nothing_says_one_line(tmp_path: Path) -> None:
    assert "All that is needed is here.\n" == hustings("doctor", "--mend", cwd=tmp_path).out


def test_without_pango_a_report_can_still_be_read_as_html(tmp_path: Path) -> None:
    env = without_pango(tmp_path)
    ran = hustings("demo", cwd=tmp_path, env=env)
    assert 1 == ran.code
    assert "The PDF cannot be made" in ran.err
    assert "`hustings doctor` says what to install" in ran.err
    assert [] == list(tmp_path.glob("*.pdf"))
    assert 0 == hustings("demo", "--html", cwd=tmp_path, env=env).code
    assert (tmp_path / "sample-campaign.html").is_file()


def test_the_command_for_each_system() -> None:
    """Each system is another process, told which one it is on."""
    told = {}
    for name in ("darwin", "win32"):
        script = f"import sys, hustings.cli.verbs.doctor as d; sys.platform = '{name}'; print(d.install_command())"
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        told[name] = ran.stdout.strip()
    again = "if it is not found then: export DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib"
    assert f"brew install pango harfbuzz; {again}" == told["darwin"]
    assert "install MSYS2 in C:\\msys64, then in its shell: pacman -S mingw-w64-ucrt-x86_64-pango" == told["win32"]


def test_a_finding_is_a_line_and_its_mending() -> None:
    assert "ok       SQLite: 3.40" == str(Diagnosis("SQLite", ok=True, text="3.40", remedy="Upgrade."))
    assert "MISSING  SQLite: 3.1\n         Upgrade." == str(
        Diagnosis("SQLite", ok=False, text="3.1", remedy="Upgrade.")
    )


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Tried, not asked: permissions let root write anywhere, and yet there are places where nobody can."""
    tmp_path.chmod(0o555)
    ran = hustings("doctor", cwd=Path("/proc") if os.geteuid() == 0 and sys.platform == "linux" else tmp_path)
    tmp_path.chmod(0o755)
    assert 1 == ran.code
    assert "cannot be written\n         Go to a folder of yours." in ran.out


def test_debian_gets_the_libraries_by_name() -> None:
    assert ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0") == DEBIAN
    assert install_command()


# --- on Debian -----------------------------------------------------------------------------------------------

WANTED = ["update -qq", f"install -y -qq --no-install-recommends {' '.join(DEBIAN)}"]
NAMED = (
    "To write PDFs, these are to be installed with apt-get, as root: "
    "libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0."
)


@dataclass(frozen=True, slots=True)
class Debian:
    """A system folder whose apt-get and sudo only write down what they are asked, and a PATH to others."""

    folder: Path

    def doctor(self) -> list[str]:
        """The command line of `hustings doctor --mend` on this system."""
        told = "import sys, hustings.cli.verbs.doctor as d, hustings.cli as cli; from pathlib import Path"
        script = f"{told}; d.SYSTEM = Path(sys.argv.pop(1)); cli.main()"
        return [sys.executable, "-c", script, str(self.folder / "system"), "doctor", "--mend"]

    def env(self, **more: str) -> dict[str, str]:
        """Without CI, which is a reason not to ask."""
        told = {name: value for name, value in os.environ.items() if name != "CI"}
        path = {"PATH": str(self.folder / "blocked"), "PYTHONPATH": str(self.folder / "blocked")}
        return {**told, **path, "TERM": "xterm", **more}

    def asked(self, where: str = "system") -> list[str]:
        file = self.folder / where / "asked"
        return file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def debian(tmp_path: Path) -> Debian:
    without_pango(tmp_path)
    (tmp_path / "system").mkdir()
    for where in (tmp_path / "system", tmp_path / "blocked"):
        for name, line in {"apt-get": f'echo "$@" >> {where}/asked', "sudo": '[ "$1" = -n ] && shift; "$@"'}.items():
            (where / name).write_text(f"#!/bin/sh\n{line}\n")
            (where / name).chmod(0o755)
        (where / "true").symlink_to("/bin/true")
        (where / "env").symlink_to("/usr/bin/env")
    return Debian(tmp_path)


def test_where_nobody_sits_it_asks_apt_for_the_libraries_and_says_if_they_still_lack(debian: Debian) -> None:
    """The programs that lie where the PATH leads are left alone."""
    done = subprocess.run(
        debian.doctor(), env=debian.env(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert 1 == done.returncode, done
    assert done.stdout.startswith("Installing Pango and HarfBuzz, which draw the PDF ...\nMISSING  PDF (Pango)")
    assert (WANTED, []) == (debian.asked(), debian.asked("blocked"))


@pytest.mark.parametrize(
    ("typed", "installed"),
    some([("\r", True), ("sí\r", True), ("n\r", False), ("\x04", False)], 2),
)
def test_a_person_is_told_what_would_be_installed_and_asked(debian: Debian, typed: str, *, installed: bool) -> None:
    command, *words = debian.doctor()
    child = pexpect.spawn(command, words, env=debian.env(), encoding="utf-8", dimensions=(40, 200), timeout=60)
    child.expect_exact("Press Enter to install them, or type n and Enter to leave it: ")
    assert NAMED == " ".join((child.before or "").split())
    assert [] == debian.asked()
    child.send(typed)
    child.expect_exact("Installing Pango and HarfBuzz" if installed else "\n")
    child.expect(pexpect.EOF)
    assert ((WANTED if installed else []), []) == (debian.asked(), debian.asked("blocked"))
    child.close()


def test_ci_with_a_terminal_is_not_asked(debian: Debian) -> None:
    command, *words = debian.doctor()
    child = pexpect.spawn(command, words, env=debian.env(CI="true"), encoding="utf-8", timeout=60)
    child.expect(pexpect.EOF)
    assert (child.before or "").startswith("Installing Pango and HarfBuzz")
    assert WANTED == debian.asked()
    child.close()


def test_mending_where_nothing_can_be_installed_names_all_commands(debian: Debian) -> None:
    (debian.folder / "system" / "apt-get").unlink()
    ran = subprocess.run(debian.doctor(), env=debian.env(), capture_output=True, text=True, check=False)
    assert 1 == ran.returncode
    assert "For PDF reports, install Pango and HarfBuzz:\n" in ran.stdout
    for words in ("Debian, Ubuntu: sudo apt-get install -y libpango", "Fedora: ", "macOS: ", "Windows: "):
        assert words in ran.stdout


@pytest.mark.parametrize("may", [True, False])
def test_whoever_is_not_root_becomes_it_by_sudo_named_in_full_and_without_a_password(
    debian: Debian, *, may: bool
) -> None:
    """The process is told that it is somebody's; where nobody sits, sudo is asked first whether it would want one."""
    system = debian.folder / "system"
    told = f'printf "%s\\n" "$*" >> {system}/rooted; [ "$1" = -n ] && shift; {"" if may else "exit 1; "}"$@"'
    (system / "sudo").write_text(f"#!/bin/sh\n{told}\n")
    command, flag, script, *words = debian.doctor()
    somebody = f"import os; os.geteuid = lambda: 1000; {script}"
    ran = subprocess.run(
        [command, flag, somebody, *words], env=debian.env(), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    apt = f"-n {system}/env PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive {system}/apt-get"
    rooted = [f"-n {system}/true", *(f"{apt} {step}" for step in WANTED if may)]
    assert (1, rooted) == (ran.returncode, (system / "rooted").read_text().splitlines()), ran
    assert ((WANTED if may else []), []) == (debian.asked(), debian.asked("blocked"))
    assert may != (b"For PDF reports, install Pango and HarfBuzz:" in ran.stdout)
