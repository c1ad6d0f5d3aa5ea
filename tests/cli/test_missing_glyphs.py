"""A character that no typeface here can draw is told once, with what to do, on every paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import ROOT, hustings

pytestmark = pytest.mark.slow

PACK = ("--pack", ROOT / "tests" / "packs" / "town")
NOBODYS = "\U0010fffd"  # a private character: no typeface has it
NOTE = (
    "Note: no typeface on this machine has (U+10FFFD); the paper shows a box there.\n"
    "  Take them out, or install a typeface that has them (Debian, Ubuntu: sudo apt-get install fonts-noto-core).\n"
    "  Then write it again.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    answers = f"answers: {{campaign_name: Rivera {NOBODYS} for Council, uses_ai: yes}}\n"
    (tmp_path / "answers.yaml").write_text(answers, encoding="utf-8")
    assert 0 == hustings("interview", "rivera", "--answers", "answers.yaml", *PACK, cwd=tmp_path).code
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [("report", "rivera"), ("workshop", "worksheets", "rivera", "--blank"), ("workshop", "guide", "rivera")],
)
def test_it_is_told_once_on_every_paper(case: Path, words: tuple[str, ...]) -> None:
    ran = hustings(*words, *PACK, cwd=case)
    assert (0, NOTE) == (ran.code, ran.err)


def test_a_page_for_a_browser_finds_its_own_typefaces(case: Path) -> None:
    assert (0, "") == ((ran := hustings("report", "rivera", "--html", *PACK, cwd=case)).code, ran.err)
