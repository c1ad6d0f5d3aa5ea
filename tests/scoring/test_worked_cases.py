"""Worked cases: a pack is held to what it promises, and told what came instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.pack.model import Case, Pack
from hustings.problems import Place, Problem
from hustings.scoring.worked_cases import case_problems
from support.small_packs import action, control, exposure, gate, made

PLACE = Place("cases.yaml", 4, 3)
ANSWERS = (("x", "much"), ("plan", "partly"))


def promising(**promised: object) -> Pack:
    """A pack with one case: an exposed campaign whose plan is only partly there, index 30, gate failed."""
    case = replace(Case("small_town", "A small town", ANSWERS, place=PLACE), **promised)  # type: ignore[arg-type]
    pack = made(
        exposure(), control("plan"), control("old"),
        gates=[gate("someone", "plan >= largely", cap="39")], actions=[action("write_plan", {"plan": "largely"})],
        old={"na": True},
    )  # fmt: skip
    return replace(pack, cases=(case,))


def test_promises_that_hold_are_silent() -> None:
    kept = promising(
        answers=(("plan", "partly"), ("old", {"state": "na", "reason": "There is none."})),
        index="30.0", band="unprepared", gates=(("someone", "not_met"),), findings=(("plan", "critical"),),
        absent=("old",), open=("x",), actions=("write_plan",),
    )  # fmt: skip
    assert () == case_problems(kept)


@pytest.mark.parametrize(
    ("promised", "what", "hint"),
    [
        ({"index": "31.0"}, "the index is 15.0, not 31.0", "Run `hustings explain` on such a case to see why."),
        ({"band": "ready"}, "the band is `unprepared` (index 15.0), not `ready`", ""),
        ({"gates": (("someone", "met"),)}, "the gate `someone` is not_met, not met", ""),
        (
            {"gates": (("somone", "not_met"),)},
            "the gate `somone` does not occur; expected not_met",
            "Did you mean `someone`?",
        ),
        ({"findings": (("plan", "low"),)}, "the finding `plan` is critical, not low", ""),
        ({"findings": (("plam", "low"),)}, "the finding `plam` does not occur; expected low", "Did you mean `plan`?"),
        ({"open": ("plan",)}, "`plan` is no open point", "Allowed here: `old`."),
        ({"absent": ("plan",)}, "the finding `plan` occurs (critical), but should not", ""),
        ({"actions": ("write_plam",)}, "the action `write_plam` is not in the plan", "Did you mean `write_plan`?"),
    ],
)
def test_a_broken_promise_is_told_at_its_case(promised: dict[str, object], what: str, hint: str) -> None:
    assert (Problem(PLACE, f"case `small_town`: {what}", hint),) == case_problems(promising(**promised))


def test_answers_that_cannot_be_taken_are_told_and_the_rest_is_held_to_its_promise() -> None:
    found = case_problems(promising(answers=(("x", "mush"), ("plan", "partly")), band="ready"))
    expected = ["`x` has no choice `mush`.", "the band is `unprepared` (index 15.0), not `ready`"]
    assert [f"case `small_town`: {what}" for what in expected] == [problem.what for problem in found]
    assert "Did you mean `much`?" == found[0].hint


def test_a_case_without_a_score_is_told() -> None:
    pack = promising(answers=(("plan", {"state": "na", "reason": "No."}), ("old", {"state": "na", "reason": "No."})))
    pack = replace(pack, questions={name: replace(q, na=True) for name, q in pack.questions.items()})
    (problem,) = case_problems(pack)
    assert "case `small_town`: Nothing in this assessment applies, so there is no score." == problem.what
    assert "Review what does not apply." == problem.hint


def test_a_case_is_held_to_its_edition() -> None:
    found = case_problems(promising(edition="quick"))
    hint = "It is asked as a whole."
    assert (Problem(PLACE, "case `small_town`: The pack `drawn` has no edition `quick`.", hint),) == found
