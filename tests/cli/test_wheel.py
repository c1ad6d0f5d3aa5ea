"""The wheel: built, installed in an empty environment, and run from another folder."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from support.cli import ROOT

pytestmark = pytest.mark.slow


def test_packs_and_themes_travel_in_the_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist"), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    shelf = [path for folder in ("questionnaires", "reports") for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert [] == [path for path in shelf if f"hustings/shelf/{path.relative_to(ROOT)}" not in names]

    fresh = tmp_path / "fresh"
    venv.create(fresh, with_pip=False)
    python = fresh / "bin" / "python"
    installed = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run(installed, check=True, capture_output=True)
    # The libraries are lent by this environment, behind the wheel's own files: only Hustings itself is under test.
    (site,) = (fresh / "lib").glob("python*/site-packages")
    lent = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    (site / "lent.pth").write_text(str(lent))

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = subprocess.run(
        [str(fresh / "bin" / "hustings"), "demo", "--html"], cwd=elsewhere, capture_output=True, text=True, check=False
    )
    assert (0, "") == (ran.returncode, ran.stderr)
    assert (elsewhere / "sample-campaign.html").read_bytes().startswith(b"<!doctype html>")
    where = "import hustings.pack.shipped as s; print(s.shelf('questionnaires'))"
    found = subprocess.run([str(python), "-c", where], cwd=elsewhere, capture_output=True, text=True, check=True)
    assert found.stdout.strip().startswith(str(site))
