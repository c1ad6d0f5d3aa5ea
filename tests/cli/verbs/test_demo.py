"""`hustings demo`: the report of an invented campaign."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support.cli import hustings, refused
from support.printed_text import printed_pages

READINGS = """
import sys
read = []
sys.addaudithook(lambda event, args: event == "open" and str(args[0]).endswith("rubric.yaml") and read.append(1))
from hustings.cli.verb_group import hustings
hustings(["demo", "--html"], standalone_mode=False)
print(len(read), "readings")
"""


pytestmark = pytest.mark.slow


def test_the_demo_into_something_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    assert "Invalid value for '--out'" in refused(tmp_path, "demo", "--out", "out", code=2)
    said = refused(tmp_path, "demo", "--out", "out/there")
    assert "The folder out/there cannot be made (Not a directory).\n  Choose another folder with --out.\n" == said


def test_the_demo_is_the_same_every_time(tmp_path: Path) -> None:
    for seed, name in enumerate(("one", "two"), 1):
        ran = hustings("demo", "--html", "--out", name, cwd=tmp_path, env={"PYTHONHASHSEED": str(seed)})
        assert 0 == ran.code, ran
        assert "(an invented campaign)" in ran.out
    one, two = (tmp_path / name / "sample-campaign.html" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_the_demo_reads_the_pack_once(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", READINGS], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert "1 readings" == ran.stdout.splitlines()[-1]


def test_the_sample_has_eighteen_pages_before_those_that_are_handed_out(tmp_path: Path) -> None:
    assert 0 == hustings("demo", cwd=tmp_path).code
    pages = printed_pages((tmp_path / "sample-campaign.pdf").read_bytes())
    topic = "For the candidate: one page, to keep at hand"
    assert 18 == [topic in " ".join(page.text.split()) for page in pages].index(True)
