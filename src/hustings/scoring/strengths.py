"""What is in place already, and which actions would lift it further: none of that is urgent, nor is it a gap."""

from __future__ import annotations

from hustings.pack.model import Action, Item
from hustings.scoring.items import ONE
from hustings.scoring.result import ItemScore, Result


def strengths(result: Result) -> tuple[Item, ...]:
    """Controls at or above their target even at worst, largest weight first."""
    return _heaviest([score for score in _controls(result) if _good_enough(score)])


def further(result: Result) -> tuple[Action, ...]:
    """For each control at or above its target but not in full, the next action that raises it, heaviest first."""
    good = _heaviest([score for score in _controls(result) if _good_enough(score) and not _full(score)])
    steps = (_next_action(result, item) for item in good)
    return tuple(dict.fromkeys(step for step in steps if step is not None))


def _controls(result: Result) -> list[ItemScore]:
    return [score for domain in result.domains for score in domain.of_kind("control")]


def _good_enough(score: ItemScore) -> bool:
    return score.value is not None and score.value.lo >= score.item.target


def _full(score: ItemScore) -> bool:
    return score.value is not None and score.value.lo >= ONE


def _heaviest(scores: list[ItemScore]) -> tuple[Item, ...]:
    return tuple(sorted((score.item for score in scores), key=lambda item: (-item.weight, item.question)))


def _next_action(result: Result, item: Item) -> Action | None:
    """The action that lifts a control least; of equal ones free before paid, then hours, then id."""
    value = result.item(item.question).value
    lifts = [
        (need.value, action.paid, action.hours, action.id, action)
        for action in result.pack.rubric.actions
        for need in action.raises
        if need.question == item.question and value is not None and need.value > value.lo
    ]
    return min(lifts, key=lambda lift: lift[:-1])[-1] if lifts else None
