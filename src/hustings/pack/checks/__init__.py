"""What no schema sees: whether a pack makes sense. A new rule is one function and one entry in `CHECKS`."""

from __future__ import annotations

from hustings.pack.checks import afterwards, cases, clauses, editions, gates, ids, questions, routes, rubric
from hustings.pack.checks.rules import Check

CHECKS: tuple[Check, ...] = (
    ids.unique_ids,
    ids.reserved_ids,
    questions.enough_choices,
    questions.yes_and_no,
    questions.alone_among_several,
    questions.bounds,
    questions.known_roles,
    questions.known_sources,
    questions.named_questions,
    editions.known_editions,
    editions.smaller_stands_alone,
    clauses.when_clauses,
    clauses.short_conditions,
    clauses.no_negation,
    clauses.no_controls,
    routes.follow_controls,
    routes.exposure_follows_nothing,
    routes.no_circles,
    routes.reachable,
    rubric.exposure_that_applies,
    rubric.no_circle_of_needs,
    rubric.bands_without_gaps,
    rubric.action_owners,
    rubric.action_order,
    rubric.actions_that_raise,
    rubric.advice_for_everything,
    afterwards.afterwards_that_fit,
    afterwards.distances_apart,
    gates.gate_conditions,
    gates.gate_caps,
    gates.gates_that_vanish,
    cases.cases_that_exist,
)
