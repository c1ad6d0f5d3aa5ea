"""What people get wrong, end to end: the exact sentence, the exit code, and nothing left behind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support.cli import ROOT, SAMPLE, case_with_sample, hustings
from support.warm import COMMAND

pytestmark = pytest.mark.slow


def refused(folder: Path, *words: str | Path, code: int = 1) -> str:
    """Run a command that must fail cleanly; returns what it says. Nothing in the folder may change."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = hustings(*words, cwd=folder)
    assert code == ran.code, ran
    assert "Traceback" not in ran.err
    assert "" == ran.out
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return ran.err


def test_a_case_that_is_not_there(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "score", "rivers.hustings")
    assert said == f"There is no case file {tmp_path}/rivers.hustings.\n  Did you mean `rivera.hustings`?\n"


def test_a_file_that_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "notes.hustings").write_text("Dear diary, " * 400)
    assert "notes.hustings is not a case file.\n  Nothing was changed.\n" == refused(
        tmp_path, "score", "notes.hustings"
    )


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.hustings").touch()
    assert refused(tmp_path, "report", "empty").startswith("empty.hustings is empty: it is not a case file.")


def test_a_folder_as_a_case(tmp_path: Path) -> None:
    (tmp_path / "rivera.hustings").mkdir()
    assert refused(tmp_path, "explain", "rivera").startswith("rivera.hustings is a folder, not a case file.")


def test_an_item_that_does_not_count(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "explain", "rivera", "sing_in")
    assert "Nothing here that counts is called `sing_in`.\n  Did you mean `sign_in`?\n" == said


def test_a_pack_that_is_not_there(tmp_path: Path) -> None:
    said = refused(tmp_path, "interview", "new", "--pack", "campain-ai")
    assert "There is no pack `campain-ai`.\n  Did you mean `campaign-ai`?\n" == said


def test_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "stuff").mkdir()
    assert refused(tmp_path, "check", "./stuff").startswith("stuff is not a pack: it holds no questionnaire.yaml.")


def test_an_interview_without_a_terminal(tmp_path: Path) -> None:
    ran = hustings("interview", "new", cwd=tmp_path)
    assert 1 == ran.code
    assert (
        "There is no terminal to ask in.\n  Answer line by line with --plain, or all at once with --answers FILE.\n"
        == ran.err
    )


def test_answers_with_mistakes_are_all_named_and_none_is_taken(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(
        "answers:\n  jurisdiction: usa\n  sign_inn: largely\n  first_ballots: March 8\n  campaign_name: Rivera\n"
    )
    said = refused(tmp_path, "interview", "new", "--answers", "answers.yaml")
    assert "answers.yaml:2:17: `jurisdiction` has no choice `usa`" in said
    assert "answers.yaml:3:3: no question is called `sign_inn`" in said
    assert "Did you mean `sign_in`?" in said
    assert "answers.yaml:4:18: “March 8” is not a date" in said


def test_answers_that_are_not_there(tmp_path: Path) -> None:
    assert "nowhere.yaml: there is no such file" in refused(tmp_path, "interview", "new", "--answers", "nowhere.yaml")


def test_answers_that_are_no_yaml(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("answers:\n\tcampaign_name: Rivera\n")
    said = refused(tmp_path, "interview", "new", "--answers", "answers.yaml")
    assert "answers.yaml:2:1: a tab stands where YAML wants spaces" in said


def test_a_broken_pack_names_its_mistakes(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "packs" / "mini", tmp_path / "mini")
    rubric = tmp_path / "mini" / "rubric.yaml"
    rubric.write_text(rubric.read_text().replace("needs: p_c1 >= largely", "needs: p_c1 >= largly"))
    ran = hustings("check", "./mini", cwd=tmp_path)
    assert 1 == ran.code
    assert "has no choice `largly`" in ran.out
    assert "Did you mean `largely`?" in ran.out
    assert "1 mistake to mend." in ran.out


def test_a_report_onto_a_case_file(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "report", "rivera", "--out", "rivera.hustings")
    assert "rivera.hustings is a case file; a report must not replace it.\n  Choose another name.\n" == said


def test_a_report_onto_a_folder(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    (tmp_path / "out").mkdir()
    assert "out is a folder.\n  Name the file: --out report.pdf.\n" == refused(
        tmp_path, "report", "rivera", "--out", "out"
    )


def test_a_report_into_no_folder(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "report", "rivera", "--out", "there/report.pdf")
    assert "There is no folder there.\n  Make it first, or choose another one.\n" == said


def test_a_theme_that_is_not_there(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    assert refused(tmp_path, "report", "rivera", "--theme", "plane").startswith(
        "There is no theme `plane`.\n  Did you mean `plain`?"
    )


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


def test_a_report_onto_a_case_file_by_another_name(tmp_path: Path) -> None:
    case_with_sample(tmp_path).rename(tmp_path / "rivera.db")
    said = refused(tmp_path, "report", "rivera.db", "--out", "rivera.db")
    assert "rivera.db is a case file; a report must not replace it.\n  Choose another name.\n" == said


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    name = "x" * 300
    assert "File name too long" in refused(tmp_path, "score", name)
    assert "File name too long" in refused(tmp_path, "interview", name, "--answers", SAMPLE)


def test_a_name_that_would_steer_the_terminal_is_written_out(tmp_path: Path) -> None:
    said = refused(tmp_path, "score", "a\x1b[2Jb")
    assert "\x1b" not in said
    assert "There is no case file" in said


def test_a_question_to_begin_at_that_is_not_there(tmp_path: Path) -> None:
    said = refused(tmp_path, "interview", "new", "--plain", "--at", "sing_in")
    assert "sing_in" in said
    assert "`sign_in`" in said


def test_nothing_to_read_from(tmp_path: Path) -> None:
    with Path("/dev/null").open() as nothing:
        ran = subprocess.run(
            [str(COMMAND), "interview", "new", "--plain"],
            cwd=tmp_path, stdin=nothing, capture_output=True, text=True, check=False,
        )  # fmt: skip
    said = "There is nothing to read answers from.\n  Give all answers at once with --answers FILE.\n"
    assert (1, "", said) == (ran.returncode, ran.stdout, ran.stderr)
    assert [] == list(tmp_path.iterdir())


def test_a_case_of_another_pack(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "score", "rivera", "--pack", str(ROOT / "tests" / "packs" / "mini"))
    begun = "This case was begun with the pack `campaign-ai`, not with `mini`."
    assert f"{begun}\n  Give the name or folder of the pack `campaign-ai` with --pack.\n" == said


def test_the_demo_into_something_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    assert "Invalid value for '--out'" in refused(tmp_path, "demo", "--out", "out", code=2)
    said = refused(tmp_path, "demo", "--out", "out/there")
    assert "The folder out/there cannot be made (Not a directory).\n  Choose another folder with --out.\n" == said


def test_no_case_at_all_is_a_usage_error(tmp_path: Path) -> None:
    for verb in ("interview", "score", "explain", "report"):
        assert "Missing argument 'CASE'" in refused(tmp_path, verb, code=2)


def test_a_paper_that_no_printer_has_is_a_usage_error(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    assert "'a4', 'letter'" in refused(tmp_path, "report", "rivera", "--paper", "a5", code=2)


LIMITED = """import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
os.execv(sys.argv[1], sys.argv[1:])"""


def on_a_small_disk(folder: Path) -> str:
    """Answers with long notes, where no file may grow beyond 120,000 bytes; returns what is said."""
    sample = yaml.safe_load(SAMPLE.read_text("utf-8"))["answers"]
    long = [f"  {name}: {{state: dont_know, note: {'🗳' * 490}}}" for name in list(sample)[20:]]
    (folder / "long.yaml").write_text("\n".join(["answers:", *long]) + "\n")
    words = [sys.executable, "-c", LIMITED, str(COMMAND), "interview", "rivera", "--answers", "long.yaml"]
    ran = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert (1, "") == (ran.returncode, ran.stdout), ran
    return ran.stderr


def test_answers_of_a_file_are_written_all_or_none(tmp_path: Path) -> None:
    said = "rivera.hustings: there is no room beside it: the disk may be full. None of these answers were saved.\n"
    assert said in on_a_small_disk(tmp_path)
    assert ["long.yaml"] == [path.name for path in tmp_path.iterdir()], "a new file stays only with its answers"


def test_a_case_that_was_there_keeps_what_it_had(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    before = hustings("score", "rivera", "--json", "--on", "2027-02-02", cwd=tmp_path).out
    assert "None of these answers were saved." in on_a_small_disk(tmp_path)
    assert before == hustings("score", "rivera", "--json", "--on", "2027-02-02", cwd=tmp_path).out


def test_what_is_for_answering_by_hand_does_not_go_with_a_file(tmp_path: Path) -> None:
    said = refused(tmp_path, "interview", "rivera", "--answers", SAMPLE, "--plain", code=2)
    assert "--plain is for answering by hand; --answers takes all answers from a file." in said
    said = refused(tmp_path, "interview", "rivera", "--answers", SAMPLE, "--at", "privacy", code=2)
    assert "--at is for answering by hand" in said


def test_an_edition_that_is_not_there(tmp_path: Path) -> None:
    said = refused(tmp_path, "interview", "rivera", "--answers", SAMPLE, "--edition", "quik")
    assert "The pack `campaign-ai` has no edition `quik`.\n  Did you mean `quick`?\n" == said


def test_a_report_is_a_pdf_or_a_page(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "report", "rivera", "--out", "rivera.docx")
    assert "rivera.docx would hold a PDF.\n  Name it rivera.pdf.\n" == said
    said = refused(tmp_path, "report", "rivera", "--out", "rivera.html")
    assert "rivera.html would hold a PDF.\n  Add --html for a page.\n" == said
    said = refused(tmp_path, "report", "rivera", "--html", "--out", "rivera.pdf")
    assert "rivera.pdf would hold an HTML page.\n  Leave --html away for a PDF.\n" == said


def test_a_pack_that_is_not_there_is_told_to_programs_too(tmp_path: Path) -> None:
    ran = hustings("check", "campain-ai", "--format", "json", cwd=tmp_path)
    assert (1, "") == (ran.code, ran.err)
    told = json.loads(ran.out)
    assert [("campain-ai", "There is no pack `campain-ai`.")] == [(one["file"], one["what"]) for one in told]
