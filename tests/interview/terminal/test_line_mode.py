"""The whole conversation, line by line: every kind of question, every key, and what is in the log afterwards."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.interview.pages.page import Option, Page
from hustings.interview.terminal.line_mode import LineMode
from support.interview import ALL, TO_PRIVACY, all_but, answers, last, typed


def test_a_whole_interview() -> None:
    lines = ("Rivera", "2026-10-03", "4", "2", "1, 3", "1", "2", "3", "2", "1", "1")
    log, written, finished = typed(*lines)
    assert finished
    assert [value for _, value in log.said()][4:] == [("doors", "calls"), "none", "partly", "much", "partly", "none"]
    assert [question for question, _ in log.said()] == list(ALL)
    assert "About you: done" in written
    assert "so far so good" in written
    assert "Next: Voter data, 3 questions, about 2 minutes." in written


def test_the_page_of_a_question_word_for_word() -> None:
    _, written, _ = typed(before=answers(**{**TO_PRIVACY, "channels": ["texts"]}))
    assert written == [
        "",
        "Type a number or letter to answer. b is back, d we don't know, ? help and all",
        "keys, q leave.",
        "Where you write, put a slash before a letter: /b, /d, /?, /q.",
        "",
        "Section: Voter data. About 4 minutes left.",
        "",
        "2 of 3. When someone here uses a chatbot for campaign work, whose account is it?",
        "Count everyone. If it varies, answer for the weakest account.",
        "  1. Their own free or personal account",
        "  2. Their own paid account",
        "  3. The campaign's team plan, with training on our text switched off",
        "  4. The campaign's team plan, sign-in managed by us and checked this month",
        "  d. We don't know",
        "1 to 4: ",
    ]


def test_a_refusal_says_why_and_asks_again() -> None:
    log, written, _ = typed("", "31 Feb", "2026-11-04", before=answers(campaign_name="Rivera"))
    refused = written.index("A date is needed. Write it like 3 November 2026 or 2026-11-03.")
    assert written[refused + 1 : refused + 4] == [
        "Answer: ",
        "February 2027 has 28 days.",
        "Answer: ",
    ]
    assert log.said()[0][0] == "first_ballots"


def test_numbers_out_of_range_are_refused_and_choices_that_are_none() -> None:
    _, written, _ = typed("900", "4", "7", "z", before=answers(campaign_name="R", first_ballots="2026-10-03"))
    assert "The number must be 500 or less." in written
    assert "There is no 7 here. Type n, y or d." in written
    assert "There is no z here. Type n, y or d." in written


def test_choices_may_be_given_by_id_as_a_script_does() -> None:
    log, _, _ = typed("yes", "doors calls", before=answers(campaign_name="R", first_ballots="2026-10-03", staff="4"))
    assert log.said() == [("uses_ai", "yes"), ("channels", ("doors", "calls"))]


def test_none_of_several_is_said_and_never_slipped_into() -> None:
    log, written, _ = typed("", "0", before=answers(**TO_PRIVACY))
    assert "Nothing was typed. Type 1 to 4, or d." in written
    assert (log.known[0].answer, len(log.known)) == (Answer(State.ANSWERED, ("nothing",)), 1)


def test_what_stands_alone_cannot_be_ticked_with_others() -> None:
    log, written, _ = typed("1 4", "1 5", "5", before=answers(**TO_PRIVACY))
    assert "“None of these” cannot go together with other choices." in written
    assert "“We don't know” cannot go together with other choices." in written
    assert log.said() == [("channels", "dont_know")]


def test_dont_know_is_a_choice_and_a_command() -> None:
    log, _, _ = typed("/d", "4", before=all_but("chatbot_account", "voice_online"))
    assert log.said() == [("chatbot_account", "dont_know"), ("voice_online", "dont_know")]


def test_where_words_are_typed_dont_know_also_offers_that_it_does_not_apply() -> None:
    log, written, _ = typed("/d", "/back", "/d", "x", "We have no people", before=all_but("staff"))
    assert written.count("  x. Does not apply to us") == 2
    assert last(log) == Answer(State.NA, reason="We have no people")
    log, _, _ = typed("/d", "1", before=all_but("staff"))
    assert log.said() == [("staff", "dont_know")]


def test_does_not_apply_needs_a_reason() -> None:
    log, written, _ = typed("6", "", "We hold no records", before=all_but("records_rule"))
    assert "A reason is needed: without one, the question counts as open." in written
    assert last(log) == Answer(State.NA, reason="We hold no records")


def test_back_from_the_reason_leaves_the_question_open() -> None:
    log, written, _ = typed("6", "/back", before=all_but("records_rule"))
    assert (log.known, written.count("3 of 3. Is there a rule that voter records stay out of chatbots?")) == ([], 2)


def test_the_review_lists_all_answers_and_changes_one() -> None:
    before = {**answers(**ALL), "staff": Answer(State.DONT_KNOW, note="ask")}
    log, written, finished = typed("4", "6", "1", before=before)
    assert "All questions seen. Change what is not right, or finish." in written
    assert "     → we don't know (note)" in written
    assert "     → Text messages" in written
    assert (log.said(), finished) == ([("staff", 6)], True)


def test_escape_characters_typed_or_written_never_reach_the_terminal() -> None:
    log, written, _ = typed("Riv\x1b[2Jera", before=None)
    assert log.said()[0] == ("campaign_name", "Riv[2Jera")
    shown = list[str]()
    LineMode(80, lambda _: "1", shown.append).ask(Page("one", "\x1b[31mT", options=(Option("a", "\x1b]0;x\x07A"),)))
    assert "\x1b" not in "".join([*shown, *written])


TYPED = "1|2|3|0||1 2|Rivera|2026-10-03|/back|/skip|/d|/note|/proof|/review|/sections|/next|?|/na|x"
LINES = st.lists(st.sampled_from(TYPED.split("|")), max_size=40)


@given(LINES)
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_the_conversation_goes_on_and_logs_only_changes(lines: list[str]) -> None:
    log, _, _ = typed(*lines)
    standing: dict[str, Answer | None] = {}
    for event in log.known:
        assert standing.get(event.question) != event.answer
        standing[event.question] = event.answer


def test_letters_are_keys_in_lists_and_need_a_slash_where_one_writes() -> None:
    log, written, _ = typed("b", "/f", "4", before=answers(campaign_name="R", first_ballots="2026-10-03"))
    assert written.count("2 of 4. When do the first ballots go out?") == 1
    assert log.said() == [("staff", 4)]
    log, _, finished = typed("1", "q", before=answers(**TO_PRIVACY))
    assert (log.said(), finished) == ([("channels", ("doors",))], False)


def test_help_says_the_keys_and_the_question_again() -> None:
    _, written, _ = typed("?", before=answers(**TO_PRIVACY))
    told = " ".join(written)
    assert "Keys: b back, d don't know, s leave open, a add a note, p proof, m sections" in told
    assert written.count("1 of 3. How do you reach voters?") == 2
