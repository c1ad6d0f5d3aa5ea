"""The case file that a verb begins with: found, of this pack, and named in words if it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.cli import ROOT, SAMPLE, case_with_sample, hustings, refused
from support.warm import COMMAND

pytestmark = pytest.mark.slow


def test_a_case_that_is_not_there(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "score", "rivers.hustings")
    assert said == f"There is no case file {tmp_path}/rivers.hustings.\n  Did you mean `rivera.hustings`?\n"


def test_a_file_that_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "notes.hustings").write_text("Dear diary, " * 400)
    alone = "`hustings` alone lists the case files of this folder."
    said = refused(tmp_path, "score", "notes.hustings")
    assert f"notes.hustings is not a case file.\n  Nothing was changed. {alone}\n" == said


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.hustings").touch()
    assert refused(tmp_path, "report", "empty").startswith("empty.hustings is empty: it is not a case file.")


def test_a_folder_as_a_case(tmp_path: Path) -> None:
    (tmp_path / "rivera.hustings").mkdir()
    assert refused(tmp_path, "explain", "rivera").startswith("rivera.hustings is a folder, not a case file.")


def test_a_pack_that_is_not_there(tmp_path: Path) -> None:
    said = refused(tmp_path, "interview", "new", "--pack", "campain-ai")
    assert "There is no pack `campain-ai`.\n  Did you mean `campaign-ai`?\n" == said


@pytest.mark.parametrize("verb", [("score",), ("report",), ("kit",), ("workshop", "guide")])
def test_a_date_that_is_none_is_told_in_words(tmp_path: Path, verb: tuple[str, ...]) -> None:
    case_with_sample(tmp_path)
    told = refused(tmp_path, *verb, "rivera", "--on", "tomorrow")
    assert "--on: “tomorrow” is not a date.\n  Write it like 3 November 2026 or 2026-11-03.\n" == told


@pytest.mark.parametrize(
    ("place", "day"), [("jurisdiction: us\n  us_state: us_oh", "2/3/27"), ("jurisdiction: uk", "3/2/27")]
)
def test_a_date_in_figures_is_that_of_the_place(tmp_path: Path, place: str, day: str) -> None:
    (tmp_path / "a.yaml").write_text(f"answers:\n  {place}\n  first_ballots: 2027-03-05\n  election_day: 2027-03-05\n")
    hustings("interview", "acme", "--answers", "a.yaml", cwd=tmp_path)
    told = [
        hustings("score", "acme", "--json", "--on", written, cwd=tmp_path).out
        for written in ("2027-02-03", day, "3 Feb 2027", "Feb 3, 2027", "2027-02-04")
    ]
    assert [told[0]] * 4 == told[:4]
    assert told[0] != told[4]


def test_a_date_that_can_be_two_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("answers:\n  jurisdiction: elsewhere\n")
    hustings("interview", "acme", "--answers", "a.yaml", cwd=tmp_path)
    told = refused(tmp_path, "score", "acme", "--on", "2/3/27")
    assert "--on: “2/3/27” can be 2 March 2027 or 3 February 2027.\n  Write the month as a word.\n" == told


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    name = "x" * 300
    assert "File name too long" in refused(tmp_path, "score", name)
    assert "File name too long" in refused(tmp_path, "interview", name, "--answers", SAMPLE)


def test_a_name_that_would_steer_the_terminal_is_written_out(tmp_path: Path) -> None:
    said = refused(tmp_path, "score", "a\x1b[2Jb")
    assert "\x1b" not in said
    assert "There is no case file" in said


def test_a_case_of_another_pack(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "score", "rivera", "--pack", str(ROOT / "tests" / "packs" / "mini"))
    begun = "This case was begun with the pack `campaign-ai`, not with `mini`."
    assert f"{begun}\n  Give the name or folder of the pack `campaign-ai` with --pack.\n" == said


def test_a_case_of_an_older_edition_is_told_apart(tmp_path: Path) -> None:
    """The pack of a case changes after it was begun."""
    shutil.copytree(SAMPLE.parent, tmp_path / "mine")
    hustings("interview", "rivera", "--pack", "./mine", "--answers", SAMPLE, cwd=tmp_path)
    text = tmp_path / "mine" / "questionnaire.yaml"
    text.write_text(text.read_text().replace("version: 1.2.0", "version: 1.3.0"))
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=tmp_path)
    assert 0 == ran.code
    assert (
        "Note: this case was answered with version 1.2.0 of its pack, and this is version 1.3.0. What that changes is "
        f"shown by `{COMMAND} upgrade rivera --pack ./mine`; `--as-of-pack` gives the result as it was.\n" == ran.err
    )


def test_a_pack_that_was_changed_without_a_new_version_is_told_as_that(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path / "mine")
    hustings("interview", "rivera", "--pack", "./mine", "--answers", SAMPLE, cwd=tmp_path)
    text = tmp_path / "mine" / "questionnaire.yaml"
    text.write_text(text.read_text() + "# with other content\n")
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=tmp_path)
    assert (
        "Note: the content of the pack has changed since this case was answered, though its version is still 1.2.0. "
        f"What that changes is shown by `{COMMAND} upgrade rivera --pack ./mine`; `--as-of-pack` gives the result as "
        "it was.\n" == ran.err
    )


def test_a_choice_that_was_renamed_is_left_out_and_named(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path / "mine")
    hustings("interview", "rivera", "--pack", "./mine", "--answers", SAMPLE, cwd=tmp_path)
    text = tmp_path / "mine" / "sections" / "profile.yaml"
    text.write_text(text.read_text().replace("id: competitive", "id: lively"))
    rubric = tmp_path / "mine" / "rubric" / "deepfake.yaml"
    rubric.write_text(rubric.read_text().replace("competitive: 0.33", "lively: 0.33"))
    (tmp_path / "mine" / "cases.yaml").unlink()
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=tmp_path)
    assert 0 == ran.code, ran
    assert "Left out, since this pack does not take these answers as they are: `race_heat`." in ran.err
