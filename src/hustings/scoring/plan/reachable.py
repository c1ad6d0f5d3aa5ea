"""Whether the actions of a pack lead to every band, from the worst answers and with all the time in the world.

An author's check: a band that no plan can reach is a promise that the report cannot keep. `hustings check` runs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hustings.messages import say
from hustings.pack.model import Pack
from hustings.problems import Problem
from hustings.scoring.items import ONE, ZERO, parents
from hustings.scoring.readiness import evaluate
from hustings.scoring.result import truncated


def reach_problems(pack: Pack) -> tuple[Problem, ...]:
    """A problem if there are actions and some band lies above all that they can do; it names the first such band."""
    if not pack.rubric.actions:
        return ()
    index = highest_index(pack)
    beyond = next((band for band in pack.rubric.bands if band.start > index), None)
    if beyond is None:
        return ()
    what = say(
        "no plan reaches the band `{id}` from the worst answers: all actions together bring the index to {index}",
        id=beyond.id,
        index=truncated(index),
    )
    hint = say("Add actions that raise the controls which none raises now, or raise them further.")
    return (Problem(beyond.place, what, hint, severity="warning"),)


def highest_index(pack: Pack) -> Fraction:
    """The index once every action is done, if every exposure is at its worst and no control was in place before."""
    values = {name: ONE for name, item in pack.items.items() if item.kind == "exposure"} | _raised(pack)
    return evaluate(pack, values, values).index


def _raised(pack: Pack) -> dict[str, Fraction]:
    """The value of each control once every action is done; a follow-up counts only if its parent reaches the level."""
    levels = {name: ZERO for name, item in pack.items.items() if item.kind == "control"}
    for action in pack.rubric.actions:
        for need in action.raises:
            levels[need.question] = max(need.value, levels.get(need.question, ZERO))
    for name, (parent, opens) in _parents_first(pack).items():
        if name in levels and levels.get(parent, ZERO) < opens:
            levels[name] = ZERO
    return levels


def _parents_first(pack: Pack) -> Mapping[str, tuple[str, Fraction]]:
    """The follow-ups with their parents, each after those that it follows."""
    known, ordered = parents(pack), dict[str, tuple[str, Fraction]]()
    for name in known:
        line = [name]
        while line[-1] in known:
            line.append(known[line[-1]][0])
        ordered.update((one, known[one]) for one in reversed(line) if one in known)
    return ordered
