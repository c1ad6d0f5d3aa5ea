"""The short way to an index and the plain one come to the same fraction (method.md 1.6, ruling 22)."""

from __future__ import annotations

from fractions import Fraction as F
from random import Random

from hypothesis import given

from hustings.answers.events import Answer, State
from hustings.pack.model import Item
from hustings.pack.questionnaire import Follows
from hustings.scoring.findings import target_level, with_required
from hustings.scoring.incremental import Counted, changed, evaluated_parts, raised, raising
from hustings.scoring.items import ItemSheet, derivation, derived, sheet
from hustings.scoring.readiness import as_scored, components, evaluate, evaluations
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing, every_value
from support.small_packs import answers, control, exposure, gate, made

PARTS: tuple[Counted, ...] = ("lo", "hi")


@given(campaigns())
@convincing
def test_raising_the_short_way_is_raising(campaign: Campaign) -> None:
    work = sheet(campaign.pack, campaign.answers)
    start = raising(derivation(work, {}))
    for item in (item for item in campaign.pack.items.values() if item.kind == "control"):
        floors = with_required(work, item.question, target_level(item))
        plain, short = as_scored(campaign.pack, derived(work, floors)), raised(start, floors)
        assert (plain.index, plain.raw) == (short.index, short.raw)


@given(campaigns())
@convincing
def test_raising_at_worst_and_at_best_is_evaluating_these(campaign: Campaign) -> None:
    work = sheet(campaign.pack, campaign.answers)
    for part in PARTS:
        start = raising(derivation(work, {}), part)
        for item in (item for item in campaign.pack.items.values() if item.kind == "control"):
            floors = with_required(work, item.question, target_level(item))
            both = evaluations(campaign.pack, derived(work, floors))
            assert (both.lo if part == "lo" else both.hi).index == raised(start, floors).index


@given(campaigns())
@convincing
def test_changing_values_the_short_way_is_evaluating(campaign: Campaign) -> None:
    pack, rnd = campaign.pack, campaign.rnd()
    lo, pt, _ = components(derived(sheet(pack, campaign.answers)))
    known = evaluated_parts(pack, pt, lo)
    names = rnd.sample(sorted(pt), min(3, len(pt)))
    values, judged = ({name: F(rnd.randint(0, 10), 10) for name in names} for _ in range(2))
    plain, short = evaluate(pack, {**pt, **values}, {**lo, **judged}), changed(known, values, judged)
    assert (plain.index, plain.raw) == (short.index, short.raw)


@given(campaigns())
@convincing
def test_22_scoring_again_after_the_fix_gives_the_gain_that_was_promised(campaign: Campaign) -> None:
    # Where every level is an answer's own, and at or above every component of what it replaces (ruling 40).
    pack, before, rnd = campaign.pack, score(campaign.pack, campaign.answers), campaign.rnd()
    work = sheet(pack, campaign.answers)
    for finding in before.findings:
        floors = with_required(work, finding.item.question, target_level(finding.item))
        fixed = {name: _answer(rnd, work, pack.items[name], level) for name, level in floors.items()}
        answers = {name: answer for name, answer in fixed.items() if answer is not None}
        if len(answers) == len(fixed):
            after = score(pack, {**campaign.answers, **answers})
            assert after.index.pt - before.index.pt == finding.alone
            assert after.raw.pt - before.raw.pt == finding.alone_raw


def _answer(rnd: Random, work: ItemSheet, item: Item, level: F) -> Answer | None:
    """What is answered once a control stands at a level: today's answer where that is enough; None if none fits."""
    own, today = work.own[item.question], work.answers.get(item.question)
    if own.lo >= level and today is not None:
        return today
    exact = [v for v in every_value(work.pack.questions[item.question]) if item.values.of(v) == level]  # type: ignore[arg-type]
    said = item.question not in work.unsaid
    return Answer(State.ANSWERED, rnd.choice(exact)) if exact and (not said or own.hi <= level) else None


def test_an_exposure_and_a_control_may_change_and_a_control_may_go() -> None:
    pack = made(exposure(), exposure("y"), control("a"), control("b"), gates=[gate("g", "a >= largely", cap="10")])
    lo, pt, _ = components(derived(sheet(pack, answers(x="much", y="little", a="partly", b="fully"))))
    known = evaluated_parts(pack, pt, lo)
    better = {"y": F(1), "a": F(1), "b": None}
    plain = evaluate(pack, {"x": F(1), "y": F(1), "a": F(1)}, {**lo, "a": F(1)})
    assert (plain.index, plain.raw) == (F(100), F(100))
    short = changed(known, better, {"a": F(1)})
    assert (plain.index, plain.raw) == (short.index, short.raw)


def test_an_exposure_alone_may_change() -> None:
    pack = made(exposure(), exposure("y"), control("a"), control("b"))
    lo, pt, _ = components(derived(sheet(pack, answers(x="much", y="little", a="partly", b="fully"))))
    before, plain = evaluate(pack, pt, lo), evaluate(pack, {**pt, "y": F(1)}, lo)
    short = changed(evaluated_parts(pack, pt, lo), {"y": F(1)}, {})
    assert (plain.index, plain.raw) == (short.index, short.raw)
    assert plain.index < before.index


def test_a_fix_that_opens_follow_ups_counts_them_too() -> None:
    asked = {"b": {"follows": Follows("a")}, "c": {"follows": Follows("b")}}
    pack = made(exposure(), control("a"), control("b"), control("c"), **asked)  # type: ignore[arg-type]
    start = raising(derivation(sheet(pack, answers(x="much", a="none", b="largely", c="fully")), {}))
    assert F(90) == raised(start, {"a": F(1)}).index
