"""What hangs on open votes is worked out when answers change, and not at every vote: consoles ask all the time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hustings.answers.events import Answer, State
from hustings.answers.flow import visible
from hustings.scoring.plan.questions.next_question import stakes
from hustings.scoring.score import score
from hustings.scoring.workshop.consequence import consequence
from hustings.scoring.workshop.time_budget import OPENING, Pace
from hustings.workshop.session.agenda.agenda import agenda, all_lines, disputes, effect, forecast, next_up
from hustings.workshop.session.agenda.agenda_changes import skip
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view
from hustings.workshop.views.console.facts_form import fact_names
from support.session import PLAN, WHY, do, people, shown, votes, workshop


def voted(session: Session) -> None:
    session.open(PLAN)
    do(session, "count", question=PLAN, ballots=[_cards("none", 2), _cards("fully", 2)])
    session.close()
    session.reveal()


def test_what_hangs_on_votes_is_kept_while_answers_stand(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        voted(session)
        assert effect(session, session.topic(PLAN)) is effect(session, session.topic(PLAN))


def test_a_decision_on_another_question_changes_it(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        voted(session)
        before = effect(session, session.topic(PLAN))
        do(session, "decide", question="voice_online", answer={"value": "none"}, rationale="We looked.")
        after = effect(session, session.topic(PLAN))
        votes = session.topic(PLAN).seen[-1].votes
        assert consequence(session.pack, session.answers, PLAN, votes) == after
        assert before != after
        assert [after] == [dispute.effect for dispute in disputes(session, agenda(session))]


def test_a_question_that_an_answer_opens_is_on_the_agenda(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        assert "chatbot_account" not in _names(session)
        do(session, "decide", question="uses_ai", answer={"value": "yes"}, rationale="Two of us.")
        assert "chatbot_account" in _names(session)
        session.undo()
        assert "chatbot_account" not in _names(session)


def _cards(pick: str, count: int) -> dict[str, object]:
    return {"said": "option", "pick": pick, "count": count}


def _names(session: Session) -> list[str]:
    return [line.question.id for line in all_lines(agenda(session))]


def test_the_agenda_asks_for_gates_first_and_knows_what_comes_next(session: Session) -> None:
    session.decide("voice_online", {"value": "much"}, WHY)
    fakes = next(part for part in agenda(session) if part.title == "Fakes")
    assert [(PLAN, True), ("voice_online", False)] == [(line.question.id, line.gate) for line in fakes.lines]
    assert "records_rule" == console_view(session)["next"]
    for line in all_lines(agenda(session)):
        if line.question.id not in fact_names(session) and line.waits:
            skip(session, line.question.id)
    assert "campaign_name" == console_view(session)["next"]  # a fact that stayed empty is asked for at the end


def test_within_a_section_the_order_is_that_of_what_to_find_out_first(session: Session) -> None:
    for name in ("uses_ai", "voice_online"):
        first = [stake.point.question.id for stake in stakes(score(session.pack, session.answers))]
        for part in agenda(session):
            listed = [line.question.id for line in part.lines if line.question.id in first]
            assert [name for name in first if name in listed] == listed
        session.decide(name, {"value": {"uses_ai": "yes", "voice_online": "some"}[name]}, WHY)
    assert ["chatbot_account", "records_rule", "channels"] == _names(session)[4:7]
    session.decide("chatbot_account", {"value": "fully"}, WHY)
    assert ["records_rule", "channels", "chatbot_account"] == _names(session)[4:7]


def test_facts_that_are_recorded_come_before_what_is_voted_on(session: Session) -> None:
    assert ["campaign_name", "first_ballots", "staff", "uses_ai"] == _names(session)[:4]


def test_votes_do_not_rank_the_agenda_anew(session: Session) -> None:
    people(session, 3)
    session.open(PLAN)
    console_view(session)
    places = session.derived.places
    votes(session, PLAN, "none", "fully", "fully")
    session.close()
    console_view(session)
    assert places is session.derived.places


def test_without_a_score_the_agenda_is_in_the_order_of_the_pack(session: Session) -> None:
    unscored = replace(session.pack, rubric=replace(session.pack.rubric, domains=(), gates=()), items={})
    session.pack = unscored
    assert [question.id for question in visible(unscored, {})] == _names(session)


def test_what_was_answered_before_is_not_asked_again(session: Session) -> None:
    session.journal.add([], [("campaign_name", Answer(State.ANSWERED, "Rivera"))])
    session.begin()
    line = next(line for line in all_lines(agenda(session)) if line.question.id == "campaign_name")
    assert (True, True) == (line.answered, line.done)
    assert "first_ballots" == getattr(next_up(agenda(session)), "id", "")


def test_what_is_on_the_table_comes_in_the_order_of_what_hangs_on_it(session: Session) -> None:
    people(session, 4)
    session.decide("voice_online", {"value": "much"}, WHY)
    shown(session, "records_rule", "none", "none", "fully", "fully")
    shown(session, PLAN, "none", "none", "largely", "largely")
    found = disputes(session, agenda(session))
    assert [PLAN, "records_rule"] == [dispute.line.question.id for dispute in found]
    assert found[0].effect.gate_changes
    told = console_view(session)
    assert told["discuss"][0]["effect"].startswith("decides a deal-breaker; ")
    at_hand = told["current"]
    assert ("Not in place", "Largely in place") == (at_hand["votes_say"]["lowest"], at_hand["votes_say"]["highest"])
    assert at_hand["votes_say"]["discuss"]


def test_the_forecast_learns(session: Session) -> None:
    people(session, 3)
    first = forecast(session)
    shown(session, PLAN, "none", "fully", "fully")
    assert Pace(1, 1) == forecast(session).pace
    assert first.minutes - OPENING == forecast(session).minutes
    session.decide(PLAN, {"value": "fully"})
    assert first.minutes - OPENING - 1 == forecast(session).minutes  # a question less, and one that follows from it
    session.finish()
    assert 0 == forecast(session).minutes
