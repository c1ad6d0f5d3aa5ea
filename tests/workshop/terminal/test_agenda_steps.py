"""The agenda is changed from the terminal too."""

from __future__ import annotations

from pathlib import Path

from hustings.answers.workshop.fold import room
from hustings.answers.workshop.workshop_log import EntryKind
from support.session import PLAN
from support.terminal import AGREED, last, led, log_of


def test_skip_and_take_up_again(path: Path) -> None:
    _, said = led(path, "agenda", "skip 1", "agenda", "go 2", "skip", "agenda")
    assert "Skipped: it counts as open. `unskip` takes it up again." in said
    assert "(skipped)" in said
    assert 2 == len(room(log_of(path)).plan.skipped)
    _, said = led(path, "agenda", "unskip 1", "unskip 9999")
    assert "It is on the agenda again." in said
    assert "The agenda has the numbers 1 to 8." in said
    assert 1 == len(room(log_of(path)).plan.skipped)


def test_move_within_a_part(path: Path) -> None:
    _, said = led(path, "agenda", "move 2 1", "agenda", "move 1", "move 1 8")
    assert "Moved. `agenda` lists the new order." in said
    assert "Two numbers of the agenda are needed. Write it like: move 5 2" in said.replace("\n", " ")
    assert "Both must be in the same part of the agenda." in said
    assert "about" == last(path, EntryKind.ARRANGED).text


def test_minutes_and_the_time_to_leave(path: Path) -> None:
    _, said = led(path, "go response_plan", "minutes 1", "minutes soon", "minutes 3 1", "until 17:00", "until tea")
    assert ["Written down."] * 3 == [line for line in said.splitlines() if line == "Written down."]
    assert "Give whole minutes, such as: minutes 20" in said
    assert "“tea” is no time of day. Write it like 17:00." in said.replace("\n", " ")
    plan = room(log_of(path)).plan
    assert [3] == list(plan.own_minutes.values())
    assert ({"fakes": 1}, True) == (dict(plan.minutes), plan.until is not None)


def test_an_earlier_decision_is_taken_back_by_its_number(path: Path) -> None:
    led(path, *AGREED, "")
    _, said = led(path, "go campaign_name", "Rivera", "agenda all")
    number = next(line.split()[0] for line in said.splitlines() if "who answers first" in line)
    _, said = led(path, f"undo {number}")
    assert "This decision is taken back." in said
    assert None is room(log_of(path)).topic(PLAN).decision
