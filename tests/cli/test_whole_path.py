"""Pack to PDF, the way a newcomer walks it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from support.cli import SAMPLE, case_with_sample, hustings

pytestmark = pytest.mark.slow

DAY = "2027-02-02"


def test_the_shipped_pack_is_in_order(tmp_path: Path) -> None:
    ran = hustings("check", "campaign-ai", cwd=tmp_path)
    assert 0 == ran.code, ran
    assert "campaign-ai 1.2.0 is in order: " in ran.out


def test_check_speaks_json(tmp_path: Path) -> None:
    ran = hustings("check", "campaign-ai", "--format", "json", cwd=tmp_path)
    assert [] == [problem for problem in json.loads(ran.out) if problem["severity"] == "error"]


def test_answers_to_score_to_explanation_to_report(tmp_path: Path) -> None:
    made = hustings("interview", "rivera", "--answers", SAMPLE, cwd=tmp_path)
    assert (0, "") == (made.code, made.err), made
    case = tmp_path / "rivera.hustings"
    assert 0o600 == case.stat().st_mode & 0o777
    score = hustings("score", "rivera", "--on", DAY, cwd=tmp_path)
    assert re.match(r"Rivera for Council: Exposed, between 5\d\.\d and 59\.0 out of 100\.\n", score.out), score
    assert "  Stop: Take down or label today" in score.out
    explained = hustings("explain", "rivera", "sign_in", cwd=tmp_path)
    assert "answered “All of those, with an app or a passkey” (weight 3, critical, in data privacy)" in explained.out
    report = hustings("report", "rivera", "--on", DAY, "--paper", "a4", cwd=tmp_path)
    assert "Written: rivera.pdf\n" == report.out, report
    reader = PdfReader(tmp_path / "rivera.pdf")
    assert "Rivera for Council is Exposed" in reader.pages[1].extract_text()
    assert "34 days to the first ballots" in reader.pages[1].extract_text()
    assert (595, 842) == tuple(round(float(side)) for side in reader.pages[0].mediabox[2:])


def test_html_is_one_file_that_asks_for_nothing(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    assert "Written: rivera.html\n" == hustings("report", "rivera", "--html", "--on", DAY, cwd=tmp_path).out
    page = (tmp_path / "rivera.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert 'src="http' not in page
    assert "@import" not in page


def test_the_same_answers_twice_change_nothing(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    again = hustings("interview", "rivera", "--answers", SAMPLE, cwd=tmp_path)
    assert again.out.startswith("0 new or changed answers saved")


def test_score_as_json(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    told = json.loads(hustings("score", "rivera", "--json", "--on", DAY, cwd=tmp_path).out)
    assert "exposed" in json.dumps(told).lower()


def test_a_case_of_an_older_edition_is_told_apart(tmp_path: Path) -> None:
    """The pack of a case changes after it was begun."""
    shutil.copytree(SAMPLE.parent, tmp_path / "mine")
    hustings("interview", "rivera", "--pack", "./mine", "--answers", SAMPLE, cwd=tmp_path)
    text = tmp_path / "mine" / "questionnaire.yaml"
    text.write_text(text.read_text().replace("version: 1.2.0", "version: 1.3.0"))
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=tmp_path)
    assert 0 == ran.code
    assert "the pack has changed since this assessment was begun (version 1.2.0 then, 1.3.0 now)" in ran.err


def test_a_pack_that_was_changed_without_a_new_version_is_told_as_that(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path / "mine")
    hustings("interview", "rivera", "--pack", "./mine", "--answers", SAMPLE, cwd=tmp_path)
    text = tmp_path / "mine" / "questionnaire.yaml"
    text.write_text(text.read_text() + "# with other content\n")
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=tmp_path)
    assert (
        "Note: the content of the pack has changed since this assessment began; its version is still 1.2.0.\n"
        "  Questions that no longer exist are left out; new ones count as not answered.\n" == ran.err
    )


def test_the_demo_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        ran = hustings("demo", "--out", name, cwd=tmp_path, env={"PYTHONHASHSEED": str(len(name))})
        assert 0 == ran.code, ran
        assert "(an invented campaign)" in ran.out
    one, two = (tmp_path / name / "sample-campaign.pdf" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


READINGS = """
import sys
read = []
sys.addaudithook(lambda event, args: event == "open" and str(args[0]).endswith("rubric.yaml") and read.append(1))
from hustings.cli.verb_group import hustings
hustings(["demo", "--html"], standalone_mode=False)
print(len(read), "readings")
"""


def test_the_demo_reads_the_pack_once(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", READINGS], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert "1 readings" == ran.stdout.splitlines()[-1]


def test_plain_prompts_through_a_pipe(tmp_path: Path) -> None:
    ran = hustings("interview", "acme", "--plain", cwd=tmp_path, stdin="\nAcme for Mayor\n1\n")
    assert "Where is the election?" in ran.out
    assert "2 answers are saved." in ran.out
    told = hustings("explain", "acme", cwd=tmp_path)
    assert 0 == told.code


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


def test_a_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path / "mine")
    rubric = tmp_path / "mine" / "rubric" / "privacy.yaml"
    rubric.write_text(rubric.read_text().replace("title: Data privacy", 'title: "Data \\e]0;OWNED\\a privacy"', 1))
    hustings("interview", "rivera", "--pack", "./mine", "--answers", SAMPLE, cwd=tmp_path)
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=tmp_path)
    assert "\x1b" not in ran.out + ran.err
