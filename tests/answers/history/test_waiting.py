"""What waits for whom."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.answers.events import Answer, State
from hustings.answers.history.waiting import waiting
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Role
from support.small_packs import DONT_KNOW, answers, control, exposure, made

ROLES = (Role("manager", "Manager"), Role("data", "Data lead"))


def pack() -> Pack:
    found = made(exposure("x"), control("a"), control("b"), a={"role": "data"}, b={"role": "gone", "minutes": F(2)})
    return replace(found, questionnaire=replace(found.questionnaire, roles=ROLES))


def test_by_role_in_their_order_and_last_what_anybody_may_know() -> None:
    found = list(waiting(pack(), answers(x="some")))
    assert [("data", ["a"], []), ("", ["b"], [])] == [
        (one.role, [q.id for q in one.open], [q.id for q in one.unknown]) for one in found
    ]
    assert [F(1, 2), F(2)] == [one.minutes for one in found]


def test_what_is_not_known_is_to_be_found_out() -> None:
    (one,) = waiting(pack(), answers(x="some", a=DONT_KNOW, b="none"))
    assert ("data", (), ["a"]) == (one.role, one.open, [q.id for q in one.unknown])
    (one,) = waiting(pack(), answers(x="some", a="none", b=Answer(State.BLANK)))
    assert ["b"] == [q.id for q in one.unknown]


def test_nothing_waits() -> None:
    assert [] == list(waiting(pack(), answers(x="some", a="none", b="none")))
