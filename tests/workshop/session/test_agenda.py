"""What hangs on open votes is worked out when answers change, and not at every vote: consoles ask all the time."""

from __future__ import annotations

from pathlib import Path

from hustings.scoring.workshop.consequence import consequence
from hustings.workshop.session.agenda import agenda, disputes, effect, lines
from hustings.workshop.session.session import Session
from support.session import PLAN, do, workshop


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
    return [line.question.id for line in lines(agenda(session))]
