"""Two assessments compared: what the record holds, by small packs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest
import yaml

from hustings.problems import InputError
from hustings.scoring.progress.comparison import Comparison, compare, trend
from hustings.scoring.progress.shapley import Parts
from hustings.scoring.result import truncated
from support import campaign_ai
from support.assessments import visits
from support.cli import SAMPLE
from support.report import answered
from support.small_packs import DONT_KNOW, NA, action, answers, control, exposure, gate, made

OLD = made(
    exposure(),
    control("a"),
    control("b"),
    gates=[gate("gone", "a >= partly"), gate("kept", "b >= largely")],
    actions=[action("raise_a", {"a": "largely"})],
)
NEW = replace(
    made(
        exposure(),
        control("a", weight=F(3)),
        control("b"),
        exposure("y", domain="e"),
        control("c", domain="e"),
        gates=[gate("kept", "b >= largely"), gate("new", "c >= fully")],
    ),
    digest="1",
)
LOW = answers(x="much", a="none", b="none")
HIGH = answers(x="much", a="largely", b="largely", y="much", c="partly")


def both() -> Comparison:
    return compare(*visits(OLD, LOW, HIGH, newer=NEW))


def test_figures_then_and_now_with_their_parts() -> None:
    found = both()
    assert (F(0), found.result_now.index.pt) == (found.index.then, found.index.now)
    assert found.index.total == found.index.parts.campaign + found.index.parts.rubric
    assert (False, False, False) == (found.same_pack, found.provisional, found.index.parts.law != 0)
    assert (found.result_then.assured, found.result_now.assured) == found.assured


def test_gates_whose_status_differs_with_those_of_one_pack_only() -> None:
    words = {one.gate.id: (one.then and one.then.status, one.now and one.now.status) for one in both().gates}
    assert {"kept": ("not_met", "met"), "new": (None, "not_met"), "gone": ("not_met", None)} == words
    parts = {one.gate.id: one.depth.parts for one in both().gates}
    assert Parts(F(0), F(1), F(0)) == parts["new"]
    assert Parts(F(-1), F(0), F(0)) == parts["kept"]


def test_domains_and_questions_that_only_one_pack_has() -> None:
    found = both()
    assert ["d"] == [one.domain.id for one in found.domains]
    assert (["e"], []) == tuple([one.id for one in some] for some in (found.domains_added, found.domains_gone))
    assert (["y", "c"], []) == tuple([q.id for q in some] for some in (found.questions.added, found.questions.gone))
    back = compare(*visits(NEW, HIGH, LOW, newer=OLD))
    assert ["e"] == [one.id for one in back.domains_gone]
    assert ["y", "c"] == [question.id for question in back.questions.gone]


def test_the_plan_of_then_and_the_answers_that_moved() -> None:
    found = both()
    assert ["raise_a"] == [step.key for step in found.plan.done]
    assert {"a", "b"} == {one.question.id for one in found.answers}


def test_too_little_known_on_either_day_is_provisional() -> None:
    unknown = answers(x="much", a=DONT_KNOW, b=DONT_KNOW)
    assert compare(*visits(OLD, unknown, LOW)).provisional
    assert compare(*visits(OLD, LOW, unknown)).provisional


def test_one_pack_and_one_answer_moved() -> None:
    found = compare(*visits(OLD, LOW, {**LOW, **answers(b="partly")}))
    assert (True, ()) == (found.same_pack, found.questions.renamed)
    assert (F(0), F(0)) == (found.index.parts.rubric, found.index.parts.law)


def test_an_assessment_without_a_score_is_refused() -> None:
    pack = made(exposure(), control("a"), a={"na": True})
    with pytest.raises(InputError, match="Nothing in this assessment applies"):
        compare(*visits(pack, answers(x="much", a=NA), answers(x="much", a="none")))


def test_a_trend_has_a_comparison_for_each_but_the_first() -> None:
    first, second = visits(OLD, LOW, HIGH, newer=NEW)
    third = replace(second, title="third")
    assert [(first, second), (second, third)] == [(one.then, one.now) for one in trend([first, second, third])]
    assert () == trend([first])


def test_the_sample_campaign_after_three_changes_to_the_digit() -> None:
    """It labels better, the weakest area counts for more, and the place has other questions."""
    pack = campaign_ai.edition("standard")
    then = answered(pack, yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))["answers"])
    half = replace(pack.rubric.lambda_, value=F(1, 2))
    newer = replace(pack, digest="newer", rubric=replace(pack.rubric, lambda_=half))
    found = compare(
        *visits(pack, then, {**then, **answers(label_rule="largely", jurisdiction="elsewhere")}, newer=newer)
    )
    parts = found.index.parts
    assert found.index.total == parts.total
    assert ["0.6", "-0.6", "-0.3"] == [truncated(part) for part in (parts.campaign, parts.rubric, parts.law)]
