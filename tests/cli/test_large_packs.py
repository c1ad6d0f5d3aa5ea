"""Packs at their limits, by the verbs: controls that wait for each other, and as many questions as a pack may ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import Ran, hustings
from support.pack import base

pytestmark = pytest.mark.slow
ANSWERS = "pack: base\nanswers:\n  called: Rivera\n  ballots: 2027-05-04\n"
MOST = 1000
OTHERS = 13
"""Questions of the small pack itself."""


def laid(folder: Path, count: int, *, waiting: bool) -> Path:
    """The small pack with so many more questions, each a control; each requires the one before, or none does."""
    asked = "".join(f"  - {{id: c{n}, type: select_one, text: Is it so?, ladder: practice}}\n" for n in range(count))
    judged = "".join(
        f"  - {{question: c{n}, weight: 1, scale: maturity, finding: It is not so."
        f"{f', requires: [c{n - 1} >= partly]' if waiting and n else ''}}}\n"
        for n in range(count)
    )
    for name, text in base(without=("cases.yaml",)).items():
        place = folder / "pack" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        found = text.replace("  - {id: hours,", f"{asked}  - {{id: hours,")
        place.write_text(
            found.replace("gates:\n  - {id: labels", f"{judged}gates:\n  - {{id: labels"), encoding="utf-8"
        )
    told = "".join(f"  c{n}: {('none', 'partly', 'fully')[n % 3]}\n" for n in range(count))
    (folder / "answers.yaml").write_text(ANSWERS + told, encoding="utf-8")
    return folder


def done(folder: Path, *words: str) -> Ran:
    return hustings(*words, "--pack", "./pack", cwd=folder)


def test_fifty_controls_may_require_each_other_and_no_more(tmp_path: Path) -> None:
    fifty = laid(tmp_path / "fifty", 50, waiting=True)
    for words in (
        ("interview", "rivera", "--answers", "answers.yaml"),
        ("explain", "rivera", "c49"),
        ("report", "rivera", "--html"),
        ("workshop", "guide", "rivera"),
    ):
        assert (0, "") == ((ran := done(fifty, *words)).code, ran.err), ran
    for count, name in ((51, "c50"), (980, "c50")):
        ran = hustings("check", "./pack", cwd=laid(tmp_path / str(count), count, waiting=True))
        assert (1, True) == (ran.code, f"`{name}` stands at the end of a chain of more than 50" in ran.out), ran


def test_a_thousand_questions_are_a_report(tmp_path: Path) -> None:
    """Its tree is within what a page may hold; with the longest texts a pack is refused before (test_read.py)."""
    folder = laid(tmp_path, MOST - OTHERS, waiting=False)
    for words in (("interview", "rivera", "--answers", "answers.yaml"), ("report", "rivera", "--html")):
        assert (0, "") == ((ran := done(folder, *words)).code, ran.err), ran
    page = (folder / "rivera.html").read_text(encoding="utf-8")
    assert page.count("Is it so?") >= MOST - OTHERS
