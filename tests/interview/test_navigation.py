"""Where each step leads. The pack is tests/packs/town: about (4), privacy (3), fakes (3, the last a follow-up)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.answers.events import Answer, State
from hustings.interview import navigation
from hustings.interview.navigation import Navigation
from hustings.problems import InputError
from support.interview import ALL, answer, answers, town

BLANK = Answer(State.BLANK)


def begun(at: str | None = None, /, **said: object) -> Navigation:
    return navigation.begin(town(), answers(**said), at)


def all_but(*names: str) -> dict[str, object]:
    return {name: raw for name, raw in ALL.items() if name not in names}


def said(here: Navigation, raw: object) -> navigation.Move:
    return navigation.take_answer(here, answer(here.question.id, raw))


def test_a_new_interview_begins_at_the_first_question() -> None:
    assert begun().current == "campaign_name"


def test_a_resumed_one_begins_at_the_first_open_question() -> None:
    assert begun(campaign_name="Rivera", staff="4").current == "first_ballots"


def test_one_with_all_answered_begins_at_the_review() -> None:
    assert begun(None, **ALL).current is None


def test_it_begins_at_a_question_or_a_section_by_name() -> None:
    assert [begun("staff").current, begun("privacy").current, begun("fakes", voice_online="some").current] == [
        "staff", "channels", "response_plan",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "message"),
    [
        ("privcy", "There is no question or section `privcy`.\n  Did you mean `privacy`?"),
        ("plan_drill", "`plan_drill` does not apply to this campaign as it stands.\n  Start without it."),
    ],
)
def test_a_start_that_is_nowhere_is_named(start: str, message: str) -> None:
    with pytest.raises(InputError) as wrong:
        begun(start)
    assert str(wrong.value) == message


def test_an_answer_leads_to_the_next_question() -> None:
    assert said(begun(), "Rivera").navigation.current == "first_ballots"


def test_an_answer_that_opens_a_question_leads_to_it() -> None:
    here = begun("uses_ai", channels=["texts"])
    assert [said(here, "yes").navigation.current, said(here, "no").navigation.current] == [
        "chatbot_account",
        "records_rule",
    ]


def test_after_the_last_question_comes_the_first_that_is_still_open() -> None:
    here = begun("plan_drill", **all_but("staff", "plan_drill"))
    assert said(here, "fully").navigation.current == "staff"


def test_after_going_back_and_mending_the_next_open_question_comes() -> None:
    here = begun("staff", campaign_name="Rivera", first_ballots="2026-10-03", staff="4", uses_ai="yes")
    assert said(here, "5").navigation.current == "channels"


def test_back_goes_across_sections_and_stops_at_the_first() -> None:
    here = navigation.back(begun("channels"))
    assert here.current == "uses_ai"
    first = navigation.back(begun())
    assert (first.current, first.notices) == ("campaign_name", ("This is the first question.",))


def test_forward_passes_answered_questions_one_by_one_and_ends_in_the_review() -> None:
    here = begun("response_plan", **ALL)
    assert navigation.forward(here).current == "plan_drill"
    assert navigation.forward(navigation.forward(here)).current is None


def test_back_passes_what_does_not_apply() -> None:
    here = begun("records_rule", **{**all_but("chatbot_account"), "uses_ai": "no"})
    assert navigation.back(here).current == "channels"


def test_a_skipped_question_is_passed_over_until_the_review() -> None:
    here = begun(None, **all_but("voice_online"))
    step = navigation.take_answer(here, BLANK)
    assert (step.navigation.current, [q.id for q in navigation.skipped(step.navigation)]) == (None, ["voice_online"])


def test_skipped_questions_are_not_asked_again_when_resumed() -> None:
    assert begun(None, **{**all_but("plan_drill"), "voice_online": "blank"}).current == "plan_drill"


def test_a_skipped_question_with_a_note_is_asked_again_when_resumed() -> None:
    noted = {**answers(**all_but("staff")), "staff": replace(BLANK, note="ask Kim")}
    here = navigation.begin(town(), noted)
    assert here.current == "staff"
    assert navigation.take_answer(here, noted["staff"]).navigation.current is None


def test_the_last_open_question_of_a_section_closes_it() -> None:
    here = begun("uses_ai", campaign_name="Rivera", first_ballots="2026-10-03", staff="4")
    step = said(here, "no")
    assert step.finished_section is not None
    assert (step.finished_section.id, step.navigation.current) == ("about", "channels")


def test_a_changed_answer_closes_no_section_again() -> None:
    assert said(begun("staff", **ALL), "5").finished_section is None


def test_a_changed_answer_names_what_it_hides_and_what_returns() -> None:
    step = said(begun("uses_ai", **ALL), "no")
    assert [q.id for q in step.hidden] == ["chatbot_account"]
    back = said(replace(step.navigation, current="uses_ai"), "yes")
    assert [q.id for q in back.returned] == ["chatbot_account"]
    assert back.navigation.answers["chatbot_account"] == answer("chatbot_account", "none")


def test_mending_from_the_review_leads_back_to_it() -> None:
    here = navigation.change_answer(begun(None, **ALL), "staff")
    assert said(here, "9").navigation.current is None


def test_mending_leads_first_to_what_it_opens_then_back_to_the_review() -> None:
    here = navigation.change_answer(begun(None, **{**all_but("chatbot_account"), "uses_ai": "no"}), "uses_ai")
    opened = said(here, "yes").navigation
    assert opened.current == "chatbot_account"
    assert said(opened, "fully").navigation.current is None


def test_mending_in_mid_interview_leads_back_to_the_review_and_from_there_to_where_we_were() -> None:
    here = begun(campaign_name="Rivera")
    review = navigation.go_to(here, None)
    after = said(navigation.change_answer(review, "campaign_name"), "Chen").navigation
    assert (after.current, after.return_to) == (None, "first_ballots")


def test_a_section_is_entered_at_its_first_open_question_or_its_first() -> None:
    here = begun(None, **{**all_but("records_rule"), "uses_ai": "no"})
    assert [navigation.go_to_section(here, name).current for name in ("privacy", "fakes")] == [
        "records_rule",
        "voice_online",
    ]


def test_a_page_that_stays_keeps_the_draft_and_says_why() -> None:
    here = navigation.stay(begun(), "A few words are needed.", draft="Riv")
    assert (here.current, here.draft, here.notices) == ("campaign_name", "Riv", ("A few words are needed.",))
