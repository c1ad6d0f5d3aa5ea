"""`hustings check`: every mistake of a pack in one run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from support.cli import ROOT, hustings, refused
from support.languages import folder_with, language

pytestmark = pytest.mark.slow


def test_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "stuff").mkdir()
    assert refused(tmp_path, "check", "./stuff").startswith("stuff is not a pack: it holds no questionnaire.yaml.")


def test_a_broken_pack_names_its_mistakes(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "packs" / "mini", tmp_path / "mini")
    rubric = tmp_path / "mini" / "rubric.yaml"
    rubric.write_text(rubric.read_text().replace("needs: p_c1 >= largely", "needs: p_c1 >= largly"))
    ran = hustings("check", "./mini", cwd=tmp_path)
    assert 1 == ran.code
    assert "has no choice `largly`" in ran.out
    assert "Did you mean `largely`?" in ran.out
    assert "1 mistake to mend." in ran.out


def test_a_pack_that_is_not_there_is_told_to_programs_too(tmp_path: Path) -> None:
    ran = hustings("check", "campain-ai", "--format", "json", cwd=tmp_path)
    assert (1, "") == (ran.code, ran.err)
    told = json.loads(ran.out)
    assert [("campain-ai", "There is no pack `campain-ai`.")] == [(one["file"], one["what"]) for one in told]


def test_the_shipped_pack_is_in_order(tmp_path: Path) -> None:
    ran = hustings("check", "campaign-ai", cwd=tmp_path)
    assert (0, "", False) == (ran.code, ran.err, "warning" in ran.out), ran
    assert "campaign-ai 1.2.0 is in order: " in ran.out


def test_check_speaks_json(tmp_path: Path) -> None:
    ran = hustings("check", ROOT / "tests" / "packs" / "mini", "--format", "json", cwd=tmp_path)
    assert [] == [problem for problem in json.loads(ran.out) if problem["severity"] == "error"]


def test_check_sums_up_for_people_and_names_all_for_programs(tmp_path: Path) -> None:
    folder_with(tmp_path / "pack", es=language(("gone", "Gone", "Ido")), xx="language: es\ntitle: E\nstrings:\n")
    people, programs = (
        hustings("check", "./pack", *more, cwd=tmp_path) for more in ((), ("--format", "json"))
    )  # fmt: skip
    assert (1, 1) == (people.code, programs.code)
    assert "pack/languages/es.yaml: warning: 50 texts are not translated, `pack.title` first" in people.out
    assert "pack/languages/xx.yaml:1:11: the file is called xx.yaml, and its language `es`" in people.out
    found = json.loads(programs.out)
    assert 50 == sum(problem["what"].endswith("is not translated") for problem in found)
    assert {"warning"} == {problem["severity"] for problem in found if "es.yaml" in problem["file"]}


def test_check_says_when_hustings_itself_does_not_speak_a_language(tmp_path: Path) -> None:
    folder_with(tmp_path / "pack", xx=language(code="xx"))
    ran = hustings("check", "./pack", cwd=tmp_path)
    said = "Hustings itself does not speak `xx`: what it says around the questions stays English"
    assert (0, True) == (ran.code, said in ran.out), ran
