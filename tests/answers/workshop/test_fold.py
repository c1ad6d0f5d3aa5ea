"""A workshop as its log tells it: what each entry changes, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.answers.workshop.fold import after, room
from hustings.answers.workshop.state import QuestionPhase, WarmUp, WorkshopState
from hustings.answers.workshop.transitions import may
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, EntryKind, LogEntry
from support.workshop_log import AGREED, AT, ROUND, WHOLE, closed, entry, phases

OPEN_STILL = Decision(DecisionKind.UNRESOLVED, Answer(State.UNRESOLVED, votes=("yes", "no")))


def test_the_whole_life_of_a_question() -> None:
    talked = [QuestionPhase.OPEN, QuestionPhase.CLOSED, QuestionPhase.REVEALED]
    assert phases(WHOLE) == [*talked, QuestionPhase.DISCUSSING, *talked, QuestionPhase.DECIDED]
    topic = room(WHOLE).topic("plan")
    assert (topic.round, topic.rounds, topic.decision) == (2, (ballots(["yes", "no"]),) * 2, AGREED)


def test_a_count_can_be_started_over() -> None:
    counting = entry(EntryKind.COUNTED, ballots=ballots(["yes"]), text="cards")
    again = entry(EntryKind.COUNTED, ballots=Ballots())
    assert room((entry(EntryKind.OPENED), counting, again, counting)).topic("plan").entered == ballots(["yes"])


def test_the_first_counts_by_role_stay() -> None:
    field = (("field", ballots(["yes"] * 4 + ["no"] * 4)),)
    first = (*ROUND[:2], entry(EntryKind.REVEALED, groups=field))
    assert () == room(first[:2]).topic("plan").roles
    again = (*first, *ROUND[:2], entry(EntryKind.REVEALED, round=2, groups=(("press", field[0][1]),)))
    assert (field, field) == (room(first).topic("plan").roles, room(again).topic("plan").roles)


def test_the_last_counts_of_the_form_stay_also_after_the_end() -> None:
    counts = (("clear", ballots(["yes"] * 3)),)
    ended = room((*WHOLE, entry(EntryKind.FINISHED, "")))
    assert may(ended, EntryKind.FEEDBACK)
    told = after(ended, entry(EntryKind.FEEDBACK, "", groups=counts, text="report"))
    assert (counts, True) == (told.feedback, told.feedback_in_report)
    again = after(told, entry(EntryKind.FEEDBACK, "", groups=counts))
    assert (counts, False) == (again.feedback, again.feedback_in_report)


def test_an_unresolved_question_is_settled_as_open() -> None:
    found = room((*ROUND, entry(EntryKind.DECIDED, decision=OPEN_STILL)))
    assert found.topic("plan").phase is QuestionPhase.UNRESOLVED


def test_a_decision_that_is_undone_leaves_the_votes_on_the_table() -> None:
    topic = room((*WHOLE, entry(EntryKind.UNDONE))).topic("plan")
    assert (topic.phase, topic.decision, topic.former) == (QuestionPhase.REVEALED, None, ())
    told = entry(EntryKind.DECIDED, decision=AGREED)
    assert room((told, entry(EntryKind.UNDONE))).topic("plan").phase is QuestionPhase.DRAFT


def test_a_decision_that_is_reopened_keeps_its_history() -> None:
    found = room((*WHOLE, entry(EntryKind.FINISHED, ""), entry(EntryKind.REOPENED)))
    assert found.topic("plan").former == (AGREED,)
    assert (may(found, EntryKind.DECIDED, "plan"), may(found, EntryKind.OPENED, "plan")) == (True, False)
    assert room((entry(EntryKind.REOPENED),)).topic("plan").former == ()


def test_what_is_parked_leaves_the_screen_and_can_be_taken_up_again() -> None:
    found = room((*ROUND, entry(EntryKind.PARKED, text="Ask the lawyer.")))
    assert (found.current, found.topic("plan").phase) == ("", QuestionPhase.PARKED)
    assert may(found, EntryKind.OPENED, "plan")
    assert may(found, EntryKind.DECIDED, "plan")
    assert [line.text for line in found.log] == ["Ask the lawyer."]
    other = after(room(ROUND), entry(EntryKind.PARKED, "reach"))
    assert other.current == "plan"


def test_what_is_done_with_leaves_the_screen_when_the_room_goes_on() -> None:
    spoken = entry(EntryKind.DECIDED, "name", decision=AGREED)
    assert room((*WHOLE, spoken)).current == ""
    assert room((*ROUND[:1], spoken)).current == "plan"
    assert room((*WHOLE, entry(EntryKind.UNDONE))).current == "plan"


def test_notes_are_kept_with_their_question_or_with_the_room() -> None:
    said = closed("yes", notes=("It is old.",))
    found = room(
        (entry(EntryKind.OPENED), said, entry(EntryKind.REVEALED), entry(EntryKind.NOTED, notes=("So it is.",)))
    )
    assert found.topic("plan").notes == ("It is old.", "So it is.")
    assert room((entry(EntryKind.NOTED, "", text="Break at ten."),)).log[0].text == "Break at ten."


def test_evidence_to_fetch_is_in_the_log() -> None:
    line = entry(EntryKind.FETCH, text="The folder", owner="Lee", due=AT.date())
    assert room((line,)).log == (line,)


def test_a_workshop_knows_its_edition_and_its_end() -> None:
    found = room(
        (entry(EntryKind.BEGAN, "", text="quick"), entry(EntryKind.OPENED), closed(), entry(EntryKind.FINISHED, ""))
    )
    assert (found.edition, found.began, found.finished, found.current, found.count) == ("quick", AT, True, "", 4)


@given(st.lists(st.sampled_from(WHOLE), max_size=20))
def test_the_same_log_gives_the_same_room(entries: Sequence[LogEntry]) -> None:
    step_by_step = WorkshopState()
    for one in entries:
        step_by_step = after(step_by_step, one)
    assert room(entries) == step_by_step


def test_what_is_hidden_is_not_in_the_log_that_is_told_and_comes_back() -> None:
    round_ = (
        entry(EntryKind.OPENED),
        closed("yes", "no", notes=("Kim said so.", "It is there.")),
        entry(EntryKind.REVEALED),
    )
    hidden = replace(after(room(round_), entry(EntryKind.HIDDEN, notes=("Kim said so.",))), log=round_)
    assert ("It is there.",) == hidden.told[1].notes
    again = after(hidden, entry(EntryKind.UNHIDDEN, notes=("Kim said so.",)))
    assert () == again.topic("plan").hidden
    assert () == WorkshopState().told


def test_a_vote_that_is_cancelled_never_was() -> None:
    assert () == room((entry(EntryKind.OPENED), closed("yes"), entry(EntryKind.CANCELLED))).topic("plan").rounds


def test_a_close_without_counts_closes_nothing() -> None:
    opened = room((entry(EntryKind.OPENED),))
    assert opened.topic("plan") == after(opened, entry(EntryKind.CLOSED)).topic("plan")


def test_a_warm_up_lasts_until_the_next_question_is_read_or_voted_on() -> None:
    asked = entry(EntryKind.WARM_UP, "", text="open")
    assert WarmUp.OPEN is room((asked, entry(EntryKind.NOTED, "", text="a"))).warm_up
    assert WarmUp.OPEN is room((asked, entry(EntryKind.PRESENTED, ""))).warm_up
    assert WarmUp.SHOWN is room((asked, entry(EntryKind.WARM_UP, "", text="shown"))).warm_up
    own = entry(EntryKind.WARM_UP, "", text="open", notes=("What went well?",))
    assert "What went well?" == room((asked, own, entry(EntryKind.NOTED, "", text="a"))).warm_up_question
    assert "" == room((own, asked)).warm_up_question
    for over in (
        entry(EntryKind.WARM_UP, ""),
        entry(EntryKind.WARM_UP, "", text="strange"),
        entry(EntryKind.PRESENTED),
        entry(EntryKind.OPENED),
        entry(EntryKind.FINISHED, ""),
    ):
        assert WarmUp.OVER is room((asked, over)).warm_up
