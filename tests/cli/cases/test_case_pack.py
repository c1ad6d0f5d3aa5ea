"""The pack with which a case is read: what is installed, said where it is another one, or what it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.casefile import QUESTIONNAIRE, RUBRIC, as_of_version, edited
from support.cli import SAMPLE, case_with_sample, hustings, refused

pytestmark = pytest.mark.slow

SPANISH = "language: es\ntitle: Español\nstrings:\n  questions.plan.text: {from: Is there a plan?, to: ¿Hay un plan?}\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that was answered with a pack which has changed since: another version, another weight of the answers."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "questionnaire.yaml").write_text(QUESTIONNAIRE)
    (mine / "rubric.yaml").write_text(RUBRIC)
    (tmp_path / "a.yaml").write_text("answers:\n  reach: 4\n  plan: no\n")
    hustings("interview", "rivera", "--pack", "./mine", "--answers", "a.yaml", cwd=tmp_path)
    return tmp_path / "rivera.hustings"


def change(case: Path) -> None:
    mine = case.parent / "mine"
    (mine / "questionnaire.yaml").write_text(QUESTIONNAIRE.replace("1.0.0", "1.1.0"))
    (mine / "rubric.yaml").write_text(RUBRIC.replace("[10, 1]", "[10, 0]"))


@pytest.mark.parametrize("verb", [("score", "--json"), ("plan", "--json"), ("explain",), ("next",)])
def test_the_result_of_that_day_is_reproduced_whatever_became_of_the_pack(case: Path, verb: tuple[str, ...]) -> None:
    verb = (verb[0], "rivera", *verb[1:])
    then = hustings(*verb, "--pack", "./mine", cwd=case.parent)
    change(case)
    now = hustings(*verb, "--pack", "./mine", cwd=case.parent)
    kept = hustings(*verb, "--as-of-pack", cwd=case.parent)
    assert (0, then.out.replace("mine/", "small/"), "") == (kept.code, kept.out, kept.err)
    assert now.out != then.out or verb[0] in ("plan", "next")


def test_two_packs_at_once_are_refused(case: Path) -> None:
    said = refused(case.parent, "score", "rivera", "--as-of-pack", "--pack", "./mine", code=2)
    assert "--as-of-pack takes the pack that is kept in the case: leave --pack out." in said


def test_a_pack_that_is_not_installed_may_be_kept(case: Path) -> None:
    said = refused(case.parent, "score", "rivera")
    hint = "Give its folder with --pack, or --as-of-pack for the one that the case keeps."
    assert f"This case was begun with the pack `small`, which is not here.\n  {hint}\n" == said


def test_an_older_pack_than_the_one_it_was_answered_with_is_told(case: Path) -> None:
    questionnaire = case.parent / "mine" / "questionnaire.yaml"
    questionnaire.write_text(QUESTIONNAIRE.replace("1.0.0", "0.9.12"))
    said = "Note: this case was answered with version 1.0.0 of its pack, which is newer than this one (0.9.12). "
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=case.parent)
    assert f"{said}Update Hustings, or give `--as-of-pack` for the result as it was.\n" == ran.err
    questionnaire.write_text(QUESTIONNAIRE.replace("1.0.0", "next"))
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=case.parent)
    assert "which is newer than this one (next)" in ran.err


def test_a_file_of_an_older_hustings_says_that_it_keeps_none_until_it_is_written_to(case: Path) -> None:
    as_of_version(case, 3)
    said = refused(case.parent, "score", "rivera", "--as-of-pack")
    what = "rivera.hustings does not hold the pack that it was answered with (`small`, version 1.0.0)"
    hint = "If you have that version of the pack, give its folder with --pack."
    assert f"{what}: an older Hustings did not keep it.\n  {hint}\n" == said
    hustings("interview", "rivera", "--pack", "./mine", "--answers", "a.yaml", cwd=case.parent)
    change(case)
    assert 0 == hustings("score", "rivera", "--as-of-pack", cwd=case.parent).code


def test_what_an_older_hustings_did_not_keep_may_be_what_is_installed(tmp_path: Path) -> None:
    case = as_of_version(case_with_sample(tmp_path), 3)
    then = hustings("explain", "rivera", cwd=case.parent)
    assert then == hustings("explain", "rivera", "--as-of-pack", cwd=case.parent)
    assert SAMPLE.is_file()


def test_a_damaged_pack_is_named_and_nothing_else_is_lost(case: Path) -> None:
    edited(case, "update kept_pack set content = zeroblob(9)")
    said = refused(case.parent, "report", "rivera", "--as-of-pack")
    assert said.startswith(
        "The pack that is kept in this case file (`small`, version 1.0.0) is damaged.\n  The answers"
    )
    assert 0 == hustings("score", "rivera", "--pack", "./mine", cwd=case.parent).code


def test_a_kept_pack_speaks_the_language_it_was_kept_in(tmp_path: Path, case: Path) -> None:
    (tmp_path / "mine" / "languages").mkdir()
    (tmp_path / "mine" / "languages" / "es.yaml").write_text(SPANISH)
    begin = ("interview", "gomez", "--pack", "./mine", "--answers", "a.yaml", "--lang", "es")
    hustings(*begin, cwd=tmp_path)
    for name, text in (("gomez", "¿Hay un plan?"), ("rivera", "Is there a plan?")):
        assert text in hustings("explain", name, "--all", "--as-of-pack", "--lang", "es", cwd=tmp_path).out
    said = refused(case.parent, "score", "rivera", "--as-of-pack", "--lang", "xx", code=2)
    assert "There is no language `xx`. There are: en, es." in said


def test_the_installed_translation_serves_where_none_was_kept(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    then = hustings("explain", "rivera", "--lang", "es", cwd=tmp_path)
    assert then.out == hustings("explain", "rivera", "--lang", "es", "--as-of-pack", cwd=tmp_path).out
