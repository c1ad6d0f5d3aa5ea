"""The outcome of a gate, looked up at once by the states of all its clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod

from sqlglot import exp

from hustings.pack.conditions import Comparison, clauses
from hustings.pack.model import Gate
from hustings.portfolio.rubric_sql.gates.gate_clauses import JUDGED, STATES, AnswerClauses, KnownClauses
from hustings.portfolio.rubric_sql.gates.gate_logic import WORDS, GateLogic
from hustings.portfolio.rubric_sql.query_parts.bits import listed
from hustings.portfolio.rubric_sql.query_parts.expressions import TRUE, Expr, total, whole

States = Mapping[Comparison, tuple[int, ...]]
"""By clause those in which it can be."""
MOST_CLAUSES = 3
"""Of more clauses not every state is listed."""
FAILS_AT_BEST = WORDS.index("not_met") + 1
"""This outcome; one that is greater fails at worst only."""


def listed_outcome(gate: Gate, answers: AnswerClauses) -> Expr | None:
    """The number of a gate's word (`gate_logic.WORDS`), from 1; None if it cannot be looked up.

    It can be if the outcome says whether the gate fails at worst and at best, which that of nearly every gate does.
    """
    states = {clause: STATES[answers.whens.applies.pack.items[clause.question].kind] for clause in _clauses(gate)}
    if len(states) > MOST_CLAUSES:
        return None
    together = (dict(zip(states, some, strict=True)) for some in product(*states.values()))
    outcomes = [outcome for some in together if (outcome := _outcome(gate, some)) is not None]
    if len(outcomes) < prod(map(len, states.values())):
        return None
    return _of_one(states, outcomes, answers) if len(states) == 1 else _of_several(states, outcomes, answers)


def _clauses(gate: Gate) -> list[Comparison]:
    conditions = [gate.needs] if gate.when is None else [gate.when, gate.needs]
    return [one for condition in conditions for one in clauses(condition) if isinstance(one, Comparison)]


def _outcome(gate: Gate, states: Mapping[Comparison, int]) -> int | None:
    """The outcome while clauses are in these states; None if it does not say whether the gate fails."""
    logic = GateLogic(KnownClauses(states))
    fails = {judged: logic.fails(gate, judged) for judged in JUDGED}
    outcome = logic.outcome(gate, fails)
    assert isinstance(outcome, exp.Literal)
    number = int(outcome.this)
    told = {"lo": number >= FAILS_AT_BEST, "hi": number == FAILS_AT_BEST}
    return number if told == {judged: fails[judged] == TRUE for judged in JUDGED} else None


def _of_one(states: States, outcomes: Sequence[int], answers: AnswerClauses) -> Expr | None:
    """Counted from the outcome of a clause that is deleted."""
    ((clause, its),) = states.items()
    numbers = {state: one - outcomes[0] for state, one in zip(its, outcomes, strict=True)}
    found = answers.together({clause: numbers})
    return None if found is None else total([found, whole(outcomes[0])])


def _of_several(states: States, outcomes: Sequence[int], answers: AnswerClauses) -> Expr | None:
    """By the place of the states among all that clauses can have together."""
    by_state, step = dict[Comparison, Mapping[int, int]](), 1
    for clause, its in reversed(tuple(states.items())):
        by_state[clause] = {state: at * step for at, state in enumerate(its)}
        step *= len(its)
    found = answers.together(by_state)
    return None if found is None else listed(total([found, whole(1)]), outcomes)
