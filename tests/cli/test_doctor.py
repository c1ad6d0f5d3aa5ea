"""`hustings doctor` on machines that lack something: the real command, with the lack brought about from outside."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys
from pathlib import Path

from cli_support import hustings, shown
from hustings.cli.doctor import DEBIAN, Finding, install_command

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
    assert ran.out.endswith("All that is needed is here.\n")


def test_without_a_terminal_it_says_how_to_answer(tmp_path: Path) -> None:
    said = hustings("doctor", cwd=tmp_path).out
    assert "note     Terminal: this is not one\n         For answering, open a terminal" in said


def test_in_a_terminal_it_tells_its_width(tmp_path: Path) -> None:
    with shown(tmp_path, "doctor") as terminal:
        assert 0 == terminal.ended()
        assert "Terminal: 90 columns, utf-8" in terminal.text()


def test_without_pango_it_names_the_command_and_fails(tmp_path: Path) -> None:
    ran = hustings("doctor", cwd=tmp_path, env=without_pango(tmp_path))
    assert 1 == ran.code
    assert "MISSING  PDF (Pango): reports can be written as HTML only\n         Install it: " in ran.out
    assert "1 missing; see above." in ran.out


def test_mending_where_nothing_can_be_installed_names_all_commands(tmp_path: Path) -> None:
    ran = hustings("doctor", "--mend", cwd=tmp_path, env=without_pango(tmp_path))
    assert 1 == ran.code
    assert "For PDF reports, install Pango and HarfBuzz:\n" in ran.out
    for words in ("Debian, Ubuntu: sudo apt-get install -y libpango", "Fedora: ", "macOS: ", "Windows: "):
        assert words in ran.out


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
        script = f"import sys, hustings.cli.doctor as d; sys.platform = '{name}'; print(d.install_command())"
        ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        told[name] = ran.stdout.strip()
    again = "if it is not found then: export DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib"
    assert f"brew install pango harfbuzz; {again}" == told["darwin"]
    assert "install MSYS2 in C:\\msys64, then in its shell: pacman -S mingw-w64-ucrt-x86_64-pango" == told["win32"]


def test_a_finding_is_a_line_and_its_mending() -> None:
    assert "ok       SQLite: 3.40" == str(Finding("SQLite", fine=True, says="3.40", mend="Upgrade."))
    assert "MISSING  SQLite: 3.1\n         Upgrade." == str(Finding("SQLite", fine=False, says="3.1", mend="Upgrade."))


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


def test_mending_on_debian_asks_apt_for_the_libraries_and_says_if_they_still_lack(tmp_path: Path) -> None:
    """An apt-get and a sudo that only write down what they are asked."""
    env = without_pango(tmp_path)
    asked = tmp_path / "asked"
    for name, line in {"apt-get": f'echo "$@" >> {asked}', "sudo": 'shift; exec "$@"'}.items():
        (tmp_path / "blocked" / name).write_text(f"#!/bin/sh\n{line}\n")
        (tmp_path / "blocked" / name).chmod(0o755)
    (tmp_path / "blocked" / "true").symlink_to("/bin/true")
    ran = hustings("doctor", "--mend", cwd=tmp_path, env=env)
    assert 1 == ran.code
    assert ran.out.startswith("Installing Pango and HarfBuzz, which draw the PDF ...\nMISSING  PDF (Pango)")
    wanted = ["update -qq", f"install -y -qq --no-install-recommends {' '.join(DEBIAN)}"]
    assert wanted == asked.read_text().splitlines()
