"""`hustings interview`: in a terminal, through a pipe and from a file."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from support.campaign_ai import pack
from support.cli import SAMPLE, case_with_sample, hustings, refused, shown
from support.interview import ALL
from support.session import TOWN
from support.warm import COMMAND

LIMITED = """import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (260_000, 260_000))
os.execv(sys.argv[1], sys.argv[1:])"""


def on_a_small_disk(folder: Path) -> str:
    """Answers with long notes, where a file has room for the pack and not for them; returns what is said."""
    long = [f"  {name}: {{state: dont_know, note: {'🗳' * 490}}}" for name in list(pack().questions)[20:]]
    (folder / "long.yaml").write_text("\n".join(["answers:", *long]) + "\n")
    words = [sys.executable, "-c", LIMITED, str(COMMAND), "interview", "rivera", "--answers", "long.yaml"]
    ran = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert (1, "") == (ran.returncode, ran.stdout), ran
    return ran.stderr


pytestmark = pytest.mark.slow

NEW = ("interview", "rivera")


def answered(folder: Path) -> str:
    """What the case file holds, as far as the interview tells."""
    return hustings("interview", "rivera", "--plain", cwd=folder, stdin="").out


def test_ctrl_c_keeps_what_was_answered_and_says_how_to_go_on(tmp_path: Path) -> None:
    with shown(tmp_path, *NEW) as terminal:
        terminal.until("Enter begin")
        terminal.type("\r", until="What is the campaign called?")
        terminal.type("Rivera\r", until="Where is the election?")
        terminal.child.send("\x03")
        assert 130 == terminal.ended()
        assert "1 answer is saved." in terminal.text()
        assert "interview rivera.hustings" in terminal.text()
    assert "Where is the election?" in answered(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_what_was_answered(tmp_path: Path, number: signal.Signals) -> None:
    with shown(tmp_path, *NEW) as terminal:
        terminal.until("Enter begin")
        terminal.type("\r", until="What is the campaign called?")
        terminal.type("Rivera\r", until="Where is the election?")
        terminal.child.kill(number)
        assert 128 + number == terminal.ended()
    assert "Where is the election?" in answered(tmp_path)


def test_only_what_waits_for_a_role(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    asked = hustings(*NEW, "--plain", "--role", "manager", cwd=tmp_path, stdin="d\n").out
    assert "1 of 1. What would you like to use AI for before the vote?" in asked
    assert (
        "Treasurer: nothing is open.\n" == hustings(*NEW, "--plain", "--role", "treasurer", cwd=tmp_path, stdin="").out
    )
    wrong = hustings(*NEW, "--plain", "--role", "treasure", cwd=tmp_path, stdin="")
    assert (1, "The pack `campaign-ai` has no role `treasure`.\n  Did you mean `treasurer`?\n") == (
        wrong.code,
        wrong.err,
    )


def town_case(folder: Path, **left_out: object) -> None:
    lines = [f"  {name}: {raw}" for name, raw in ALL.items() if name not in left_out]
    (folder / "town.yaml").write_text("\n".join(["answers:", *lines]) + "\n", "utf-8")
    assert 0 == hustings(*NEW, "--pack", str(TOWN), "--answers", "town.yaml", cwd=folder).code


def test_the_last_page_leads_to_the_plan(tmp_path: Path) -> None:
    town_case(tmp_path)
    with shown(tmp_path, *NEW, "--pack", str(TOWN)) as terminal:
        terminal.until("That was the last question.")
        terminal.child.send("2")
        terminal.until("--ics plan.ics")
        assert 0 == terminal.ended()
        assert "10 answers are saved." in terminal.text()


def test_leaving_may_print_what_others_look_up(tmp_path: Path) -> None:
    town_case(tmp_path, plan_drill=None)
    with shown(tmp_path, *NEW, "--pack", str(TOWN)) as terminal:
        terminal.until("Welcome back.")
        terminal.type("q", until="Leave, and print what others look up")
        terminal.child.send("2")
        terminal.until("For everyone: 1 question")
        assert 0 == terminal.ended()
        assert "Have you practised it once?" in terminal.text()


def test_the_question_to_begin_at(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path, *NEW, "--at", "chatbot_account") as terminal:
        terminal.until("whose account is it?")
        assert "❯ 1 Their own free or personal account ✓ your answer" in terminal.text()


def test_a_pack_of_ones_own_is_named_in_what_to_type_next(tmp_path: Path) -> None:
    mine = SAMPLE.parents[2] / "tests" / "packs" / "mini"
    with shown(tmp_path, *NEW, "--pack", str(mine)) as terminal:
        terminal.until("Enter begin")
        terminal.child.send("\x1b[21~")
        assert 0 == terminal.ended()
        assert f"--pack{mine}" in terminal.text().replace(" ", "")


def test_somebody_who_is_not_known_by_name_may_be_named(tmp_path: Path) -> None:
    ran = hustings("interview", "rivera", "--answers", SAMPLE, "--by", "Ana Ruiz", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)


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


def test_a_question_to_begin_at_that_is_not_there(tmp_path: Path) -> None:
    said = refused(tmp_path, "interview", "new", "--plain", "--at", "sing_in")
    assert "sing_in" in said
    assert "`sign_in`" in said


def test_plain_lines_in_a_terminal_offer_what_a_screen_offers(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    child = pexpect.spawn(str(COMMAND), [*NEW, "--plain"], cwd=tmp_path, encoding="utf-8", timeout=60)
    for asked, typed in (
        (r"3\. All answers\s+1 to 3 \(Enter goes on\): ", ""),
        ("0 for none", "1"),
        (r"What now\?\s+1 to 5: ", "9"),
        ("There is no 9 here. Type 1 to 5.", "2"),
    ):
        child.expect(asked)
        child.sendline(typed)
    child.expect("dates, gains and reasons")
    child.expect(pexpect.EOF)


def test_nothing_to_read_from(tmp_path: Path) -> None:
    with Path("/dev/null").open() as nothing:
        ran = subprocess.run(
            [str(COMMAND), "interview", "new", "--plain"],
            cwd=tmp_path, stdin=nothing, capture_output=True, text=True, check=False,
        )  # fmt: skip
    said = "There is nothing to read answers from.\n  Give all answers at once with --answers FILE.\n"
    assert (1, "", said) == (ran.returncode, ran.stdout, ran.stderr)
    assert [] == list(tmp_path.iterdir())


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


def test_the_same_answers_twice_change_nothing(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    again = hustings("interview", "rivera", "--answers", SAMPLE, cwd=tmp_path)
    assert again.out.startswith("0 new or changed answers saved")


def test_plain_prompts_through_a_pipe(tmp_path: Path) -> None:
    ran = hustings("interview", "acme", "--plain", cwd=tmp_path, stdin="\nAcme for Mayor\n1\n")
    assert "Where is the election?" in ran.out
    assert "2 answers are saved." in ran.out
    told = hustings("explain", "acme", cwd=tmp_path)
    assert 0 == told.code
