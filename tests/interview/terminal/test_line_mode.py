"""The whole conversation, line by line: every kind of question, every key, and what is in the log afterwards."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.interview.navigation import begin
from hustings.interview.overview_pages import closing_page
from hustings.interview.page import KeyPressed, Option, Page, TypedAnswer
from hustings.interview.terminal.line_mode import LineMode, parse_line
from support.interview import ALL, Listed, answers, town, typed

TO_PRIVACY = {name: ALL[name] for name in ("campaign_name", "first_ballots", "staff", "uses_ai")}
TO_FAKES = {name: ALL[name] for name in (*TO_PRIVACY, "channels", "chatbot_account", "records_rule")}


def all_but(*names: str) -> dict[str, Answer]:
    return answers(**{name: raw for name, raw in ALL.items() if name not in names})


def last(log: Listed) -> Answer | None:
    return log.known[-1].answer


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
        "Voter data · question 2 of 3 · about 3 minutes left",
        "When someone here uses a chatbot for campaign work, whose account is it?",
        "Count everyone. If it varies, answer for the weakest account.",
        "  1  Their own free or personal account",
        "  2  Their own paid account",
        "  3  The campaign's team plan, with training on our text switched off",
        "  4  The campaign's team plan, sign-in managed by us and checked this month",
        "  5  We don't know",
        "Or: /back /skip /dont-know /note /proof /help /sections /review /quit",
        "Number: ",
    ]


def test_a_refusal_says_why_and_asks_again() -> None:
    log, written, _ = typed("", "4 Nov", "2026-11-04", before=answers(campaign_name="Rivera"))
    assert "! A date is needed. Write it like 3 November 2026 or 2026-11-03." in written
    assert "! “4 Nov” is not a date. Write it like 3 November 2026 or 2026-11-03." in written
    assert log.said()[0][0] == "first_ballots"


def test_numbers_out_of_range_are_refused_and_choices_that_are_none() -> None:
    _, written, _ = typed("900", "4", "7", "x", before=answers(campaign_name="R", first_ballots="2026-10-03"))
    assert "! The number must be 500 or less." in written
    assert written.count("Give a number from 1 to 3.") == 2


def test_choices_may_be_given_by_id_as_a_script_does() -> None:
    log, _, _ = typed("yes", "doors calls", before=answers(campaign_name="R", first_ballots="2026-10-03", staff="4"))
    assert log.said() == [("uses_ai", "yes"), ("channels", ("doors", "calls"))]


def test_none_of_several_is_said_and_never_slipped_into() -> None:
    log, written, _ = typed("", "0", before=answers(**TO_PRIVACY))
    assert "Give numbers from 1 to 5, or 0 for none of these." in written
    assert (log.known[0].answer, len(log.known)) == (Answer(State.ANSWERED, ("nothing",)), 1)


def test_what_stands_alone_cannot_be_ticked_with_others() -> None:
    log, written, _ = typed("1 4", "1 5", "5", before=answers(**TO_PRIVACY))
    assert "! “None of these” cannot go together with other choices." in written
    assert "“We don't know” cannot go together with other choices." in written
    assert log.said() == [("channels", "dont_know")]


def test_dont_know_is_a_choice_and_a_command() -> None:
    log, _, _ = typed("/d", "4", before=all_but("chatbot_account", "voice_online"))
    assert log.said() == [("chatbot_account", "dont_know"), ("voice_online", "dont_know")]


def test_where_words_are_typed_dont_know_also_offers_that_it_does_not_apply() -> None:
    log, written, _ = typed("/d", "/back", "/d", "2", "We have no people", before=all_but("staff"))
    assert written.count("  2  Does not apply to us") == 2
    assert last(log) == Answer(State.NA, reason="We have no people")
    log, _, _ = typed("/d", "1", before=all_but("staff"))
    assert log.said() == [("staff", "dont_know")]


def test_a_closing_page_leads_to_the_review_if_wanted() -> None:
    page = closing_page(begin(town(), answers(**TO_PRIVACY)), town().questionnaire.sections[0], ("so far",))
    assert (page.kind, page.keys, [line.text for line in page.lines][1]) == ("go", ("review", "quit"), "so far")


def test_does_not_apply_needs_a_reason() -> None:
    log, written, _ = typed("6", "", "We hold no records", before=all_but("records_rule"))
    assert "! A reason is needed: without one, the question counts as open." in written
    assert last(log) == Answer(State.NA, reason="We hold no records")


def test_back_from_the_reason_leaves_the_question_open() -> None:
    log, written, _ = typed("6", "/back", before=all_but("records_rule"))
    assert (log.known, written.count("Is there a rule that voter records stay out of chatbots?")) == ([], 3)


def test_going_back_shows_the_answer_and_enter_keeps_it_without_a_new_event() -> None:
    log, written, _ = typed("/back", "", before=answers(**TO_PRIVACY))
    assert "Your answer: Yes" in written
    assert "Number (Enter keeps it): " in written
    assert log.known == []


def test_a_typed_answer_is_shown_again_too() -> None:
    log, written, _ = typed("7", "/back", "", before=answers(campaign_name="R", first_ballots="2026-10-03"))
    assert "Your answer: 7 people" in written
    assert len(log.known) == 1


def test_changing_an_answer_says_what_no_longer_counts_and_what_counts_again() -> None:
    log, written, _ = typed("1", "/sections", "1", "/forward", before=all_but("plan_drill"), start="uses_ai")
    assert "! 1 answer no longer counts; it stays in the history." in written
    assert log.said() == [("uses_ai", "no")]
    hidden = answers(**{**{n: r for n, r in ALL.items() if n != "plan_drill"}, "uses_ai": "no"})
    log, written, _ = typed("2", before=hidden, start="uses_ai")
    assert "! 1 earlier answer counts again." in written


def test_skip_passes_and_the_review_offers_what_was_skipped() -> None:
    log, written, finished = typed("/skip", "1", "1", "2", before=all_but("voice_online"))
    assert "  1  Answer what was skipped (1)" in written
    assert (log.said(), finished) == ([("voice_online", "blank"), ("voice_online", "none")], False)


def test_a_required_question_is_neither_skipped_nor_unknown() -> None:
    log, written, _ = typed("/skip", "/dont-know")
    assert "“/skip” is no command here. Or: /back /note /proof /help /sections /review /quit" in written
    assert log.known == []


def test_a_note_keeps_the_answer_and_stays_when_it_changes() -> None:
    log, _, _ = typed("/note", "ask Kim again", "2", before=answers(**ALL), start="response_plan")
    first = log.known[0].answer
    assert first == Answer(State.ANSWERED, "partly", note="ask Kim again")
    log, _, _ = typed("/note", "ask Kim again", "4", before=answers(**ALL), start="response_plan")
    assert last(log) == Answer(State.ANSWERED, "fully", note="ask Kim again")


def test_proof_is_a_grade_and_what_was_shown() -> None:
    log, written, _ = typed("/proof", "3", "page seen by Kim", "4", before=answers(**ALL), start="response_plan")
    assert "  3  E2 Records or a demonstration were seen" in written
    assert log.known[0].answer == Answer(State.ANSWERED, "partly", grade=2, reference="page seen by Kim")
    assert "! The proof you gave before still stands with the new answer." in written


def test_no_proof_needs_no_reference_and_an_unknown_answer_has_none() -> None:
    proven = {**answers(**ALL), "response_plan": Answer(State.ANSWERED, "partly", grade=2, reference="seen", note="n")}
    log, _, _ = typed("/proof", "1", before=proven, start="response_plan")
    assert last(log) == Answer(State.ANSWERED, "partly", note="n")
    log, _, _ = typed("/d", before=proven, start="response_plan")
    assert last(log) == Answer(State.DONT_KNOW, note="n")


def test_a_note_before_the_answer_is_kept_and_the_question_is_still_asked() -> None:
    log, _, _ = typed("/note", "Kim knows", "2", before=answers(**TO_FAKES))
    assert [event.answer for event in log.known] == [
        Answer(State.BLANK, note="Kim knows"),
        Answer(State.ANSWERED, "some", note="Kim knows"),
    ]


def test_backing_out_of_note_and_proof_changes_nothing() -> None:
    log, _, _ = typed("/note", "/back", "/proof", "/back", "/proof", "2", "/back", before=answers(**TO_FAKES))
    assert log.known == []


def test_help_says_why_proof_who_and_where_from() -> None:
    _, written, _ = typed("?", before=answers(**ALL), start="chatbot_account")
    help_text = " ".join(written)
    for words in (
        "Why we ask Free and personal plans may learn",
        "What counts as proof The plan's billing or admin page",
        "Who knows Campaign manager",
        "Where this comes from Personal plans may be used for training",
        "(Invented for tests: Terms of an invented chatbot, 2026-01-01; as of 2026-11-23)",
    ):
        assert words in help_text


def test_sections_are_listed_with_what_is_done_and_lead_to_their_first_open_question() -> None:
    log, written, _ = typed("/sections", "2", "/sections", "/back", before=answers(**TO_PRIVACY, voice_online="blank"))
    assert "  1  About you · 4 of 4 · all seen" in written
    assert "  2  Voter data · 0 of 3 · 3 open" in written
    assert "  3  Fakes · 1 of 2 · 1 open, 1 skipped" in written
    assert log.known == []


def test_the_review_lists_all_answers_and_changes_one() -> None:
    before = {**answers(**ALL), "staff": Answer(State.DONT_KNOW, note="ask")}
    log, written, finished = typed("4", "6", "1", before=before)
    assert "All questions seen. Change what is not right, or finish." in written
    assert "     → we don't know (note)" in written
    assert "     → Text messages" in written
    assert (log.said(), finished) == ([("staff", 6)], True)


def test_the_review_in_mid_interview_leads_on_to_open_questions_or_back() -> None:
    _, written, finished = typed("/review", "1", "/review", "/back", before=answers(**TO_PRIVACY))
    assert "  1  Go on with 5 open questions" in written
    assert (written.count("How do you reach voters?"), finished) == (3, False)


def test_a_typed_answer_that_may_not_apply_asks_which() -> None:
    page = Page("words", "How many?", keys=("dont_know", "na"))
    assert parse_line(page, "/na") == KeyPressed("na")
    assert parse_line(page, "//na") == TypedAnswer("/na")


def test_escape_characters_typed_or_written_never_reach_the_terminal() -> None:
    log, written, _ = typed("Riv\x1b[2Jera", before=None)
    assert log.said()[0] == ("campaign_name", "Riv[2Jera")
    shown = list[str]()
    LineMode(80, lambda _: "1", shown.append).ask(Page("one", "\x1b[31mT", options=(Option("a", "\x1b]0;x\x07A"),)))
    assert "\x1b" not in "".join([*shown, *written])


def test_a_new_interview_says_what_it_is_and_how_long_it_takes() -> None:
    _, written, _ = typed()
    assert written[1:7:2] == [
        "A town council race",
        "8 questions, about 4 minutes (up to 6).",
        "Each answer is saved as you give it. Stop when you like and go on later.",
    ]


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
