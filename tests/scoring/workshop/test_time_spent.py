"""What the time of a workshop went to, and what it costs to stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from hustings.answers.workshop.agenda_plan import AgendaPlan
from hustings.answers.workshop.state import WorkshopState
from hustings.scoring.workshop.time_budget import ahead
from hustings.scoring.workshop.time_spent import SectionTime, TimeForecast, time_forecast
from support.session import AT, PLAN, town


def found(plan: AgendaPlan, state: WorkshopState | None = None) -> TimeForecast:
    room = replace(state or WorkshopState(), plan=plan)
    return time_forecast(town(), room, ahead(town(), {}, room), AT)


def test_a_part_is_over_when_what_is_used_and_left_is_more_than_its_budget() -> None:
    section = town().questionnaire.sections[0]
    assert (0, 0, 5) == (SectionTime(section, 8, 9).over, SectionTime(section, 8, 9, 17).over,
                         SectionTime(section, 8, 9, 12).over)  # fmt: skip


def test_each_part_has_what_it_took_and_what_it_still_takes() -> None:
    spent = MappingProxyType({PLAN: 290})
    parts = {
        part.section.id: part
        for part in found(AgendaPlan(minutes=MappingProxyType({"fakes": 4}), spent=spent)).sections
    }
    assert ["about", "privacy", "fakes"] == list(parts)
    assert (5, 4) == (parts["fakes"].used, parts["fakes"].budget)
    assert 0 < parts["fakes"].left
    assert (0, 0) == (parts["privacy"].used, parts["privacy"].budget)


def test_the_minutes_of_a_part_are_its_seconds_rounded() -> None:
    plan = AgendaPlan(spent=MappingProxyType({PLAN: 61 * 60 + 29}))
    assert {"about": 0, "privacy": 0, "fakes": 61} == {part.section.id: part.used for part in found(plan).sections}


def test_once_the_workshop_is_over_no_part_takes_more_time() -> None:
    over = found(AgendaPlan(), replace(WorkshopState(), finished=True))
    assert [0, 0, 0] == [part.left for part in over.sections]


def test_a_question_takes_the_minutes_that_the_facilitator_gave_it() -> None:
    usual = {part.section.id: part.left for part in found(AgendaPlan()).sections}
    longer = AgendaPlan(own_minutes=MappingProxyType({PLAN: 9}))
    assert {**usual, "fakes": 13} == {part.section.id: part.left for part in found(longer).sections}


def test_the_parts_stand_in_the_facilitators_order() -> None:
    plan = AgendaPlan(orders=MappingProxyType({"": ("fakes",)}))
    assert ["fakes", "about", "privacy"] == [part.section.id for part in found(plan).sections]
    room = replace(WorkshopState(), plan=plan)
    assert ["fakes", "about", "privacy"] == [
        block.section.id for block in ahead(town(), {}, room).blocks if block.section
    ]


def test_without_a_time_to_leave_nothing_is_late() -> None:
    told = found(AgendaPlan())
    assert (None, ()) == (told.late, told.without)
    assert AT + timedelta(minutes=ahead(town(), {}, WorkshopState()).minutes) == told.ends


def test_what_does_not_fit_is_taken_from_the_end() -> None:
    minutes = ahead(town(), {}, WorkshopState()).minutes
    early = found(AgendaPlan(until=AT + timedelta(minutes=minutes + 8)))
    assert (-8, ()) == (early.late, early.without)
    late = found(AgendaPlan(until=AT + timedelta(minutes=minutes - 3)))
    assert 3 == late.late
    assert ["voice_online", PLAN] == [question.id for question in late.without]
    moved = AgendaPlan(
        orders=MappingProxyType({"fakes": (PLAN, "voice_online")}), until=AT + timedelta(minutes=minutes - 1)
    )
    assert ["voice_online"] == [question.id for question in found(moved).without]
    everything = found(AgendaPlan(until=AT - timedelta(hours=9))).without
    assert len(ahead(town(), {}, WorkshopState()).questions) == len(everything)


def test_a_skipped_question_takes_no_time() -> None:
    room = replace(WorkshopState(), plan=AgendaPlan(skipped=(PLAN,)))
    whole, less = ahead(town(), {}, WorkshopState()), ahead(town(), {}, room)
    assert PLAN in [question.id for question in whole.questions]
    assert [question for question in whole.questions if question.id != PLAN] == list(less.questions)
