"""What closes a gap: the shortest action that reaches the target, otherwise the one that comes nearest."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.pack.item_values import Need
from hustings.pack.model import Action
from hustings.portfolio.figures.standing import closing_action, hours_with_earlier
from support.standings import work


def action(name: str, to: str, hours: int, question: str = "q") -> Action:
    return Action(name, name, "", F(hours), "boss", (Need(question, to, F(to)),))


def test_the_shortest_that_reaches_the_target() -> None:
    long, short, weak = action("long", "1", 5), action("short", "0.7", 2), action("weak", "0.3", 1)
    assert short == closing_action("q", F("0.7"), (long, weak, short), {})
    assert weak == closing_action("q", F("0.7"), (weak, action("other", "1", 1, "r")), {})
    assert closing_action("q", F(1), (), {}) is None


def test_what_has_to_come_before_counts_unless_it_is_done() -> None:
    draw, first, alone = action("draw", "0.3", 3), action("first", "1", 1, "r"), action("alone", "0.7", 2)
    keep = replace(action("keep", "1", 1), after=("draw",))
    undone = {"draw": replace(draw, after=("first",)), "first": replace(first, after=("draw",))}
    assert F(5) == hours_with_earlier(keep, undone)
    assert alone == closing_action("q", F("0.7"), (keep, alone), undone)
    assert keep == closing_action("q", F("0.7"), (keep, alone), {})


def test_hours_that_are_lacking() -> None:
    assert (F(6), F(0), F(0)) == (work(9, 10, 4).lacking, work(9, 4, 10).lacking, work(9, 4, None).lacking)
