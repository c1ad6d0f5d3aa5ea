"""Folders that came along with a case: whatever they are called, they change nothing unless somebody names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.forged import COLUMNS, tables, written
from support import campaign_ai
from support.cli import case_with_sample, hustings
from support.pack import base

pytestmark = pytest.mark.slow

DAY = "2026-11-30"


def planted(folder: Path) -> None:
    """A theme and a pack that would do something else, under the names of the shipped ones."""
    (folder / "plain").mkdir()
    (folder / "plain" / "report.html").write_text("<html><head></head><body>PLANTED</body></html>")
    (folder / "plain" / "brand.css").write_text(":root { --accent: #000; }")
    for name, text in base(without=("cases.yaml",)).items():
        path = folder / "campaign-ai" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("pack: base", "pack: campaign-ai"), encoding="utf-8")


def test_folders_with_shipped_names_change_no_report_score_or_question(tmp_path: Path) -> None:
    verbs = (
        ("report", "rivera", "--html", "--on", DAY), ("score", "rivera", "--on", DAY), ("questions",)
    )  # fmt: skip
    case_with_sample(tmp_path)
    before = [hustings(*words, cwd=tmp_path) for words in verbs]
    page = (tmp_path / "rivera.html").read_bytes()
    planted(tmp_path)
    assert before == [hustings(*words, cwd=tmp_path) for words in verbs]
    assert page == (tmp_path / "rivera.html").read_bytes()
    assert f"is in order: {len(campaign_ai.pack().questions)} questions" in hustings("check", cwd=tmp_path).out
    hustings("report", "rivera", "--html", "--on", DAY, "--theme", "./plain", cwd=tmp_path)
    assert "PLANTED" in (tmp_path / "rivera.html").read_text(encoding="utf-8")


def test_a_case_that_names_a_folder_for_its_pack_is_not_followed(tmp_path: Path) -> None:
    planted(tmp_path)
    path = case_with_sample(tmp_path)
    found = tables(path)
    found.of("assessment")[0][COLUMNS["assessment"].index("pack")] = "./campaign-ai"
    path.write_bytes(written(found))
    ran = hustings("score", "rivera", cwd=tmp_path)
    said = "This case was begun with the pack `./campaign-ai`, which is not here.\n"
    hint = "  Give its folder with --pack, or --as-of-pack for the one that the case keeps.\n"
    assert (1, "", said + hint) == (ran.code, ran.out, ran.err)
