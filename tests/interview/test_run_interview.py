"""An interview as it goes on: forward, back, notes, proof, review."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.events import Answer, State
from hustings.interview.pages.page import KeyPressed, Reply, TypedAnswer
from support import screens
from support.interview import ALL, TO_PRIVACY, Listed, all_but, answers, interviewed, last, typed

END: tuple[Reply, ...] = (KeyPressed("quit"),)

TO_FAKES = {name: ALL[name] for name in (*TO_PRIVACY, "channels", "chatbot_account", "records_rule")}


def test_going_back_shows_the_answer_and_enter_keeps_it_without_a_new_event() -> None:
    log, written, _ = typed("/back", "", before=answers(**TO_PRIVACY))
    assert "Your answer: Yes" in written
    assert "n or y (Enter keeps it): " in written
    assert log.known == []


def test_a_typed_answer_is_shown_again_too() -> None:
    log, written, _ = typed("7", "/back", "", before=answers(campaign_name="R", first_ballots="2026-10-03"))
    assert "Your answer: 7 people" in written
    assert len(log.known) == 1


def test_changing_an_answer_says_what_no_longer_counts_and_what_counts_again() -> None:
    log, written, _ = typed("1", "/sections", "1", "/forward", before=all_but("plan_drill"), start="uses_ai")
    assert "1 answer no longer counts; it stays in the history." in written
    assert log.said() == [("uses_ai", "no")]
    hidden = answers(**{**{n: r for n, r in ALL.items() if n != "plan_drill"}, "uses_ai": "no"})
    log, written, _ = typed("2", before=hidden, start="uses_ai")
    assert "1 earlier answer counts again." in written


def test_skip_passes_and_the_review_offers_what_was_skipped() -> None:
    log, written, finished = typed("/skip", "1", "1", "2", before=all_but("voice_online"))
    assert "  1. Answer what was skipped (1)" in written
    assert (log.said(), finished) == ([("voice_online", "blank"), ("voice_online", "none")], False)


def test_a_required_question_is_neither_skipped_nor_unknown() -> None:
    log, written, _ = typed("/skip", "/dont-know")
    assert "“/skip” is no command here. Keys: /b back, /a add a note, /p proof, /m sections," in written
    assert log.known == []


def test_a_note_keeps_the_answer_and_stays_when_it_changes() -> None:
    log, _, _ = typed("/note", "ask Kim again", "2", before=answers(**ALL), start="response_plan")
    first = log.known[0].answer
    assert first == Answer(State.ANSWERED, "partly", note="ask Kim again")
    log, _, _ = typed("/note", "ask Kim again", "4", before=answers(**ALL), start="response_plan")
    assert last(log) == Answer(State.ANSWERED, "fully", note="ask Kim again")


def test_proof_is_a_grade_and_what_was_shown() -> None:
    log, written, _ = typed("/proof", "2", "page seen by Kim", "4", before=answers(**ALL), start="response_plan")
    assert "  2. Records or a demonstration were seen" in written
    assert log.known[0].answer == Answer(State.ANSWERED, "partly", grade=2, reference="page seen by Kim")
    assert "The proof you gave before still stands with the new answer." in written


def test_no_proof_needs_no_reference_and_an_unknown_answer_has_none() -> None:
    proven = {**answers(**ALL), "response_plan": Answer(State.ANSWERED, "partly", grade=2, reference="seen", note="n")}
    log, _, _ = typed("/proof", "0", before=proven, start="response_plan")
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


def test_the_review_in_mid_interview_leads_on_to_open_questions_or_back() -> None:
    _, written, finished = typed("/review", "1", "/review", "/back", before=answers(**TO_PRIVACY))
    assert "  1. Go on with 5 open questions" in written
    assert (written.count("1 of 3. How do you reach voters?"), finished) == (3, False)


def test_a_question_is_found_and_gone_to_and_from_the_review_it_returns_there() -> None:
    here = screens.at("records_rule")
    face, _ = interviewed(here, Listed(), KeyPressed("find"), TypedAnswer("voice_online"), *END)
    assert ["question", "find", "question"] == [page.state for page in face.shown]
    assert here.pack.questions["voice_online"].text == face.shown[2].title
    replies: tuple[Reply, ...] = (KeyPressed("find"), TypedAnswer("campaign_name"), TypedAnswer("New"))
    face, _ = interviewed(replace(here, current=None), Listed(), *replies, *END)
    assert ["review", "find", "question", "review"] == [page.state for page in face.shown]
