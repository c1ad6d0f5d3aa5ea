"""The interview in a real terminal, end to end, with the screen read back."""

from __future__ import annotations

import time
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
    Open,
    at_first_question,
    to_channels,
)

PATIENCE = 1.5
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
    assert all(choice in win.text() for choice in ("4 The campaign's team plan, sign-in", "d We don't know"))
    win.type("3", until="Is there a rule")
    win.type("x", until="Why does it not apply to you?")
    win.type("We hold no records", ENTER, until="Voter data: done")
    win.type(ENTER, until="How much clear audio")
    win.type("3", until="Is it agreed who answers first")
    win.type("2", until="Have you practised it once?")
    win.type("5", until="Fakes: done")
    win.type(ENTER, until="That was the last question.")
    win.type("q", until="finished 10")
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
    win.until("q leave")
    assert win.rows() == [
        "",
        " Voter data  2 of 3                        about 4 min left",
        " " + "━" * 26 + " ━━━━━━──────────── " + "─" * 12,
        "",
        " When someone here uses a chatbot for",
        " campaign work, whose account is it?",
        " Count everyone. If it varies, answer for the weakest",
        " account.",
        "",
        " ❯ 1  Their own free or personal account",
        "   2  Their own paid account",
        "   3  The campaign's team plan, with",
        "      training on our text switched off",
        "   4  The campaign's team plan, sign-in",
        "      managed by us and checked this month",
        "",
        "   d  We don't know",
        *[""] * 4,
        " ✓ Saved: Knocking on doors",
        " 1-4 answer   b back   ? help   q leave",
        "",
    ]


def test_back_shows_the_answer_and_a_change_says_what_it_hides(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(" ", ENTER, until="whose account is it?")
    win.type("1", until="Is there a rule")
    win.type(F7, until="❯ 1 Their own free or personal account ✓ your answer")
    win.type("b", until="❯ [✓] 1 Knocking on doors")
    win.type(LEFT, until="❯ y Yes ✓ your answer")
    win.type("1", until="1 answer no longer counts; it stays in the history.")
    assert "Is there a rule" in win.text()
    win.type("j", until="Where to?")
    win.type("1", until="What is the campaign called?")
    win.type("\x06", until="When do the first ballots")
    win.type("\x06", until="How many people")
    win.type("\x06", until="No ✓ your answer")
    win.type("2", until="1 earlier answer counts again.")
    assert [value for name, value in said(tmp_path) if name == "uses_ai"] == ["yes", "no", "yes"]


def test_keys_in_a_typed_answer_keep_what_was_typed(window: Open) -> None:
    win = window()
    at_first_question(win)
    win.type("Riv", F1, until="How to answer")
    win.type(ENTER, until="❯ Riv")
    win.type("\x0f", until="A note on this answer")
    win.type("as on the signs", ENTER, until="Note as on the signs")
    win.type("era", ENTER, until="When do the first ballots go out?")
    win.type(F7, until="❯ Rivera")


def test_a_refusal_keeps_what_was_typed_and_says_why(window: Open) -> None:
    win = window(40)
    at_first_question(win)
    win.type("Rivera", ENTER, until="first ballots")
    win.type("99 feb", until="✕ “99 feb” is not a date. Write it like 3 November 2026 or 2026-11-03.")
    win.type(ENTER, until="✕ “99 feb” is not a date.")
    assert "❯ 99 feb" in win.text()


def test_enter_on_nothing_ticked_is_asked_about_once(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(ENTER, until="✕ Nothing is ticked.")
    win.type(ENTER, until="whose account is it?")
    assert said(tmp_path)[-1] == ("channels", ("nothing",))


def test_what_stands_alone_clears_the_rest_and_enter_on_we_dont_know_means_it(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(" ", DOWN, DOWN, DOWN, " ", until="❯ [✓] 4 None of these")
    assert "[ ] 1 Knocking on doors" in win.text()
    win.type(" ", DOWN, ENTER, until="whose account is it?")
    assert said(tmp_path)[-1] == ("channels", "dont_know")


def test_proof_in_plain_words(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type("p", until="How sure is this answer?")
    win.type("2", until="What was shown, and to whom?")
    win.type("list seen by Kim", ENTER, until="demonstration were seen: list seen by Kim")
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
    win.type("\x1b[6~", DOWN, DOWN, ENTER, until="How many people work")
    win.type("\x15", "7", ENTER, until="7 people")
    win.type("b", until="Is there a rule")
    assert said(tmp_path)[-3:] == [("channels", "blank"), ("chatbot_account", "dont_know"), ("staff", 7)]


def test_f4_on_a_typed_answer_asks_which_and_the_summary_leads_to_the_review(window: Open, tmp_path: Path) -> None:
    win = window()
    at_first_question(win)
    win.type("Rivera", ENTER, until="first ballots")
    win.type("2026-10-03", ENTER, until="How many people work")
    win.type(F4, until="x Does not apply to us")
    win.type("d", until="Has anyone used a chatbot")
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
    again.until("Welcome back.")
    again.type(ENTER, until="first ballots go out? Early")
    again.type("2026-10-03", ENTER, until="How many people")


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 0)])
def test_ctrl_c_and_ctrl_d_save_and_quit_everywhere(window: Open, key: str, code: int) -> None:
    win = window()
    at_first_question(win)
    win.type(key, until=RESUME)
    assert win.ended() == code
    in_list = window()
    in_list.until("Enter begin")
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
    win.type(" ", ENTER, until="✓ Saved: Knocking on doors")
    assert any("│ Why we ask" in row for row in win.rows())
    win.resize(60, 24)
    win.until("1-4 answer b back ? help q leave")
    assert "   4  The campaign's team plan, sign-in" in win.rows()
    assert max(len(row) for row in win.rows()) < 60


def test_without_colour_nothing_is_coloured_and_nothing_is_lost(window: Open) -> None:
    win = window(NO_COLOR="1")
    to_channels(win)
    assert [code for code in win.raw.split("\x1b[") if code.split("m")[0].startswith(("0;3", "0;9", "38"))] == []
    assert "❯ [ ] 1 Knocking on doors" in win.text()


def test_a_dumb_terminal_gets_plain_lines(window: Open) -> None:
    win = window(TERM="dumb")
    win.until("What is the campaign called?")
    win.type("Rivera\n", until="When do the first ballots go out?")
    win.type("/quit\n", until=RESUME)
    assert (win.ended(), "\x1b[" in win.raw.replace("\x1b[?2004", "")) == (0, False)


def test_whoever_wants_it_accessible_gets_plain_lines(window: Open) -> None:
    win = window(ACCESSIBLE="1")
    win.until("Answer:")
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
    win.type(F7, until="❯ 投")


def test_text_pasted_as_if_it_were_typed_answers_one_question(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(" ", ENTER, until="whose account is it?")
    win.type("1112\r34\r", until="Is there a rule")
    win.type("4", until="Voter data: done")
    assert [value for name, value in said(tmp_path) if name in ("chatbot_account", "records_rule")] == ["none", "fully"]


def test_a_key_that_is_held_down_answers_one_question(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(" ", ENTER, until="whose account is it?")
    for _ in range(8):
        win.child.send("2")
        time.sleep(0.08)
    win.until("Is there a rule")
    assert [(name, value) for name, value in said(tmp_path)][-1:] == [("chatbot_account", "partly")]


def test_enter_after_a_digit_belongs_to_it_as_it_once_did(window: Open, tmp_path: Path) -> None:
    win = window()
    to_channels(win)
    win.type(" ", ENTER, until="whose account is it?")
    win.type("3", until="Is there a rule")
    win.child.send(ENTER)
    time.sleep(PATIENCE)  # Enter changes nothing, so nothing can be waited for; `b` must not come in the same read
    win.type("b", until="switched off ✓")
    assert len(said(tmp_path)) == 6


def test_q_asks_and_esc_goes_on(window: Open) -> None:
    win = window()
    to_channels(win)
    win.type("q", until="Everything is saved.")
    win.type("\x1b", until="1-4 tick")
    win.type("q", until="❯ 1 Leave for now")
    win.type(ENTER, until=RESUME)
    assert win.ended() == 0
