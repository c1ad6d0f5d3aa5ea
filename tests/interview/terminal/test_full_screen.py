"""The interview in a real terminal, end to end, with the screen read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.casefile import open_case
from support.interview import (
    DOWN,
    ENTER,
    F1,
    F4,
    F7,
    F8,
    F10,
    LEFT,
    RESUME,
    RIGHT,
    Open,
    at_first_question,
    to_channels,
)

pytestmark = pytest.mark.slow


def said(folder: Path) -> list[tuple[str, object]]:
    with open_case(folder / "rivera.hustings", write=False) as case:
        events = case.events(case.latest().id)
    return [(e.question, e.answer and (e.answer.value or e.answer.reason or str(e.answer.state))) for e in events]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_whole_interview_at_three_widths(window: Open, tmp_path: Path, columns: int) -> None:
    win = window(columns)
    to_channels(win)
    win.type(DOWN, " ", DOWN, " ", ENTER, until="whose account is it?")
    assert all(choice in win.text() for choice in ("sign-in managed by us and checked this month", "5) We don't know"))
    win.type("3", ENTER, until="Is there a rule")
    win.type("6", ENTER, until="Why does it not apply to you?")
    win.type("We hold no records", ENTER, until="Voter data: done")
    assert "What weighs most here" not in win.text()
    win.type(ENTER, until="How much clear audio")
    win.type("3", ENTER, until="Is it agreed who answers first")
    win.type("2", ENTER, until="Have you practised it once?")
    win.type("5", ENTER, until="Fakes: done")
    win.type(ENTER, until="All questions seen.")
    win.type(ENTER, until="finished 10")
    assert (win.ended(), said(tmp_path)[3:]) == (
        0,
        [
            ("uses_ai", "yes"), ("channels", ("texts", "calls")), ("chatbot_account", "largely"),
            ("records_rule", "We hold no records"), ("voice_online", "much"), ("response_plan", "partly"),
            ("plan_drill", "dont_know"),
        ],
    )  # fmt: skip


def test_the_page_as_it_stands_on_the_screen(window: Open) -> None:
    win = window(60, 24)
    to_channels(win)
    win.type(" ", ENTER, until="whose account is it?")
    win.until("review")
    assert win.rows() == [
        " Voter data · question 2 of 3 · about 3 minutes left",
        " " + "─" * 58,
        "",
        " When someone here uses a chatbot for campaign work, whose",
        " account is it?",
        " Count everyone. If it varies, answer for the weakest",
        " account.",
        "",
        " › 1) Their own free or personal account",
        "   2) Their own paid account",
        "   3) The campaign's team plan, with training on our text",
        "      switched off",
        "   4) The campaign's team plan, sign-in managed by us and",
        "      checked this month",
        "   5) We don't know",
        "",
        " b back  s skip  d don't know  ? help  q save and quit",
        " n note  p proof  j sections  r review",
        *[""] * 6,
    ]


def test_back_shows_the_answer_and_a_change_says_what_it_hides(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(" ", ENTER, until="whose account is it?")
    win.type("1", ENTER, until="Is there a rule")
    win.type(F7, until="Your answer: Their own free")
    win.type("b", until="Your answer: Knocking on doors")
    assert "› ● Knocking on doors" in win.text()
    win.type(LEFT, until="Your answer: Yes")
    assert "› 2) Yes" in win.text()
    win.type("1", ENTER, until="1 answer no longer counts; it stays in the history.")
    assert "Is there a rule" in win.text()
    win.type("j", until="Where do you want to go?")
    win.type("1", ENTER, until="What is the campaign called?")
    win.type("\x06", until="When do the first ballots")
    win.type("\x06", until="How many people")
    win.type("\x06", until="Your answer: No")
    win.type("2", ENTER, until="1 earlier answer counts again.")
    assert [value for name, value in said(tmp_path) if name == "uses_ai"] == ["yes", "no", "yes"]


def test_keys_in_a_typed_answer_keep_what_was_typed(window: Open) -> None:
    win = window()
    at_first_question(win)
    win.type("Riv", F1, until="How to answer")
    win.type(ENTER, until="› Riv")
    win.type("\x0f", until="A note on this answer")
    win.type("as on the signs", ENTER, until="Note: as on the signs")
    win.type("era", ENTER, until="When do the first ballots go out?")
    win.type(F7, until="Your answer: Rivera")


def test_a_refusal_keeps_what_was_typed_and_says_why(window: Open) -> None:
    win = window(40)
    at_first_question(win)
    win.type("Rivera", ENTER, until="first ballots")
    win.type("3 Nov", ENTER, until="! “3 Nov” is not a date. Write it like 3 November 2026 or 2026-11-03.")
    assert "› 3 Nov" in win.text()


def test_enter_on_nothing_ticked_is_asked_about_once(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(ENTER, until="! Nothing is ticked.")
    win.type(ENTER, until="whose account is it?")
    assert said(tmp_path)[-1] == ("channels", ("nothing",))


def test_what_stands_alone_clears_the_rest_and_enter_on_we_dont_know_means_it(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(" ", DOWN, DOWN, DOWN, " ", until="› ● None of these")
    assert "○ Knocking on doors" in win.text()
    win.type(" ", DOWN, ENTER, until="whose account is it?")
    assert said(tmp_path)[-1] == ("channels", "dont_know")


def test_proof_in_plain_words(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type("p", until="How sure is this answer?")
    win.type("3", ENTER, until="What was shown, and to whom?")
    win.type("list seen by Kim", ENTER, until="demonstration were seen. list seen by Kim")
    win.type(" ", ENTER, until="whose account is it?")
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        answer = case.events("a1")[-1].answer
    assert answer is not None
    assert (answer.value, answer.grade, answer.reference) == (("doors",), 2, "list seen by Kim")


def test_skip_dont_know_review_and_change(window: Open, tmp_path: Path) -> None:
    win = window(80, 40)
    to_channels(win)
    win.type(F8, until="whose account is it?")
    win.type(F4, until="Is there a rule")
    win.type("r", until="Go on with 3 open questions")
    win.type("\x1b[6~", DOWN, DOWN, ENTER, until="Your answer: 4 people")
    win.type("\x15", "7", ENTER, until="→ 7 people")
    win.type("b", until="Is there a rule")
    assert said(tmp_path)[-3:] == [("channels", "blank"), ("chatbot_account", "dont_know"), ("staff", 7)]


def test_f4_on_a_typed_answer_asks_which_and_the_summary_leads_to_the_review(window: Open, tmp_path: Path) -> None:
    win = window()
    at_first_question(win)
    win.type("Rivera", ENTER, until="first ballots")
    win.type("2026-10-03", ENTER, until="How many people work")
    win.type(F4, until="2) Does not apply to us")
    win.type("1", ENTER, until="Has anyone used a chatbot")
    win.type("d", until="About you: done")
    win.type("r", until="Go on with")
    assert said(tmp_path)[2:] == [("staff", "dont_know"), ("uses_ai", "dont_know")]


def test_quit_and_resume(window: Open, tmp_path: Path) -> None:
    win = window()
    at_first_question(win)
    win.type("Rivera", ENTER, until="first ballots")
    win.type(F10, until=RESUME)
    assert (win.ended(), said(tmp_path)) == (0, [("campaign_name", "Rivera")])
    again = window()
    again.until("When do the first ballots go out?")
    again.type("2026-10-03", ENTER, until="How many people")


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 0)])
def test_ctrl_c_and_ctrl_d_save_and_quit_everywhere(window: Open, key: str, code: int) -> None:
    win = window()
    at_first_question(win)
    win.type(key, until=RESUME)
    assert win.ended() == code
    in_list = window()
    in_list.until("A town council race")
    in_list.type(key, until="0 answers are saved.")
    assert in_list.ended() == code


def test_a_closed_terminal_keeps_everything(window: Open, tmp_path: Path) -> None:
    win = window()
    at_first_question(win)
    win.type("Rivera", ENTER, until="first ballots")
    win.child.close(force=False)
    assert said(tmp_path) == [("campaign_name", "Rivera")]


def test_the_page_is_wrapped_anew_when_the_window_changes(window: Open) -> None:
    win = window(120, 24)
    to_channels(win)
    win.type(" ", ENTER, until="4) The campaign's team plan, sign-in managed by us and checked this month")
    win.resize(40, 24)
    win.until("2 of 3 · 3 min left")
    win.until("? help q save")
    assert "   4) The campaign's team plan, sign-in" in win.rows()
    assert max(len(row) for row in win.rows()) < 40


def test_without_colour_nothing_is_coloured_and_nothing_is_lost(window: Open) -> None:
    win = window(NO_COLOR="1")
    to_channels(win)
    assert [code for code in win.raw.split("\x1b[") if code.split("m")[0].startswith(("0;3", "0;9", "38"))] == []
    assert "› ○ Knocking on doors" in win.text()


def test_a_dumb_terminal_gets_plain_lines(window: Open) -> None:
    win = window(TERM="dumb")
    win.until("What is the campaign called?")
    win.type("Rivera\n", until="When do the first ballots go out?")
    win.type("/quit\n", until=RESUME)
    assert (win.ended(), "\x1b[" in win.raw.replace("\x1b[?2004", "")) == (0, False)


def test_no_question_is_asked_of_the_terminal_where_its_cursor_is(window: Open) -> None:
    win = window(PROMPT_TOOLKIT_NO_CPR="0")
    at_first_question(win)
    win.type("Rivera", ENTER, until="first ballots")
    assert ("\x1b[6n" in win.raw, "CPR" in win.raw) == (False, False)


def test_wide_characters_and_emoji_line_up(window: Open) -> None:
    win = window(60)
    at_first_question(win)
    win.type("投票 🗳 Rivera", ENTER, until="first ballots")
    win.type(F7, until="Your answer: 投")
    win.until("› 投")  # the line of the answer may be drawn after the one above it


def test_typing_ahead_is_kept_across_pages(window: Open, tmp_path: Path) -> None:
    win = window()
    win.until("A town council race")
    keys = (ENTER, "Rivera", ENTER, "2026-10-03", ENTER, "4", ENTER, "2", ENTER, ENTER)
    win.type(*keys, until="How do you reach voters?")
    assert [value for _, value in said(tmp_path)][2:] == [4, "yes"]
    win.type(RIGHT, until="How do you reach voters?")
