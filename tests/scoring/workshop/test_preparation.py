"""Who should know what, and who answers for each deal-breaker."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.workshop.workshop_log import Seat
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Role
from hustings.scoring.workshop.preparation import Preparation, preparation
from support.answers import answers
from support.report import town

ANN, LEE = Seat(1, "Ann", "manager"), Seat(2, "Lee", "comms", "es")
OBSERVER, GUEST = Seat(3, "Kim", "manager", observer=True), Seat(4, "Sam")


def roled() -> Pack:
    """The town race, where the controls of its gates are somebody's."""
    questions = {
        name: replace(question, role="manager" if name == "records_rule" else question.role)
        for name, question in town().questions.items()
    }
    return replace(town(), questions=questions)


def prepared(*seats: Seat, **said: str) -> Preparation:
    return preparation(roled(), answers(**said), seats)


def test_each_role_has_its_questions_and_its_people() -> None:
    found = prepared(ANN, LEE, OBSERVER, GUEST)
    assert ["manager", "comms"] == [part.role.id for part in found.parts]
    assert [(ANN,), (LEE,)] == [part.seats for part in found.parts]
    manager = found.part("manager")
    assert manager is not None
    assert ["uses_ai", "chatbot_account", "records_rule"] == [question.id for question in manager.questions]
    assert 2 == manager.minutes
    assert found.part("mayor") is None
    assert (GUEST,) == found.roleless


def test_only_what_is_open_is_asked() -> None:
    found = prepared(ANN, uses_ai="no", records_rule="fully")
    assert [(), ("response_plan",)] == [tuple(question.id for question in part.questions) for part in found.parts]
    assert 0 == found.parts[0].minutes


def test_a_gate_and_who_answers_for_it() -> None:
    (watched,) = prepared(ANN, LEE).gates
    assert ("first_answer", ("response_plan",)) == (watched.gate.id, tuple(one.id for one in watched.questions))
    assert ((LEE,), ()) == (watched.seats, watched.missing)


def test_a_gate_with_nobody_is_told_and_an_observer_is_nobody() -> None:
    (watched,) = prepared(ANN, replace(LEE, observer=True)).gates
    assert ((), ("comms",)) == (watched.seats, watched.missing)


def test_a_gate_question_without_a_role_has_nobody_even_with_guests() -> None:
    questions = {**town().questions, "response_plan": replace(town().questions["response_plan"], role="")}
    (watched,) = preparation(replace(town(), questions=questions), {}, (ANN, GUEST)).gates
    assert ((), ("",)) == (watched.seats, watched.missing)


def test_a_gate_that_is_answered_or_ruled_out_is_not_watched() -> None:
    assert () == prepared(LEE, response_plan="none").gates
    assert () == prepared(LEE, voice_online="none").gates
    assert 1 == len(prepared(LEE, voice_online="much").gates)
    (gate,) = town().rubric.gates
    always = replace(roled(), rubric=replace(town().rubric, gates=(replace(gate, when=None),)))
    assert 1 == len(preparation(always, answers(voice_online="none"), ()).gates)


def test_a_role_that_nobody_asks_is_listed_too() -> None:
    pack = replace(
        town(), questionnaire=replace(town().questionnaire, roles=(*town().questionnaire.roles, Role("law", "Counsel")))
    )
    law = preparation(pack, {}, (Seat(9, "Jo", "law"),)).part("law")
    assert law is not None
    assert ((), 1) == (law.questions, len(law.seats))
