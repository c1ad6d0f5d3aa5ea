"""Invariants of method.md 1.3 about answers: 1 to 6, 10, 11 (first half) and 13 to 16, as ruled in 1.5.

Follow-ups, gates with `when`, N/A, votes and unknowns of every kind occur in the drawn packs; see `support.rubrics`.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from random import Random

from hypothesis import given

from hustings.answers.applicability import standings
from hustings.answers.events import Answer, State, Value
from hustings.pack.model import Item, Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.result import ItemState, Result
from hustings.scoring.score import score
from support.campaigns import (
    Campaign,
    campaigns,
    completed,
    convincing,
    counted,
    every_value,
    index_of,
    is_open,
    known,
    severity,
)
from support.rubrics import BANDS, with_items, with_rubric


def items(pack: Pack, kind: str) -> list[Item]:
    return [item for item in pack.items.values() if item.kind == kind]


def worth(item: Item, value: Value) -> F:
    return item.values.of(value)  # type: ignore[arg-type]


def moved(rnd: Random, question: Question, item: Item, answer: Answer, *, up: bool) -> Answer | None:
    """The same answer with its value, or one of its votes, at a higher or lower worth; None if it has none."""

    def other(value: Value) -> Value:
        better = [v for v in every_value(question) if (worth(item, v) - worth(item, value)) * (1 if up else -1) >= 0]
        return rnd.choice(better)

    if answer.state is State.ANSWERED and answer.value is not None:
        return replace(answer, value=other(answer.value))
    if answer.state is State.UNRESOLVED:
        return replace(answer, votes=(other(answer.votes[0]), *answer.votes[1:]))
    return None


def with_one_moved(campaign: Campaign, kind: str, *, up: bool) -> tuple[str, dict[str, Answer]]:
    """One item's answer moved up or down; the answers as they were if no item of the kind has a value."""
    rnd, pack, answers = campaign.rnd(), campaign.pack, campaign.answers
    some = [i for i in items(pack, kind) if i.question in answers]
    for item in rnd.sample(some, len(some)):
        name = item.question
        changed = moved(rnd, pack.questions[name], item, answers[name], up=up)
        if changed is not None and changed != answers[name]:
            return name, {**answers, name: changed}
    return items(pack, kind)[0].question, dict(answers)


def everywhere(pack: Pack, answers: dict[str, Answer], wanted: int) -> dict[str, Answer]:
    """Every control answered at 0 or at 1."""
    found = {
        item.question: next(v for v in every_value(pack.questions[item.question]) if worth(item, v) == wanted)
        for item in items(pack, "control")
    }
    return {**answers, **{name: Answer(State.ANSWERED, value) for name, value in found.items()}}


@given(campaigns())
@convincing
def test_1_the_index_lies_in_its_interval_from_0_to_100(campaign: Campaign) -> None:
    # The law: 0 <= R_lo <= R <= R_hi <= 100.
    result = score(campaign.pack, campaign.answers)
    assert 0 <= result.index.lo <= result.index.pt <= result.index.hi <= 100
    assert 0 <= result.raw.lo <= result.raw.pt <= result.raw.hi <= 100
    for domain in result.domains:
        assert 0 <= domain.readiness.lo <= domain.readiness.pt <= domain.readiness.hi <= 1
        assert 1 >= domain.residual.lo >= domain.residual.pt >= domain.residual.hi >= 0
    assert min(result.split) >= 0
    assert sum(result.split) == result.index.hi - result.index.lo
    assert result.na_leverage >= 0
    assert all(finding.alone >= 0 for finding in result.findings)


@given(campaigns())
@convincing
def test_1_all_controls_at_1_give_100_and_all_at_0_give_0(campaign: Campaign) -> None:
    # all controls 1 gives 100; all 0 gives 0. What is not known to apply is in the interval (ruling 2).
    best = score(campaign.pack, everywhere(campaign.pack, dict(campaign.answers), 1))
    worst = score(campaign.pack, everywhere(campaign.pack, dict(campaign.answers), 0))
    unknown = any(i.state is ItemState.UNKNOWN for d in best.domains for i in d.of_kind("control"))
    assert best.index.hi == 100
    assert unknown or best.index.lo == 100
    assert worst.index.lo == worst.index.pt == 0
    assert any(i.state is ItemState.UNKNOWN for d in worst.domains for i in d.items) or worst.index.hi == 0


@given(campaigns())
@convincing
def test_2_raising_a_control_never_lowers_the_index(campaign: Campaign) -> None:
    # Raising a control never lowers R (gates, N/A, unknowns present). R_hi may fall with it where a follow-up that
    # could be implied is now surely N/A: what was not known is (rulings 2 and 3); see the next test.
    _, raised = with_one_moved(campaign, "control", up=True)
    before, after = index_of(campaign.pack, campaign.answers), index_of(campaign.pack, raised)
    assert after.lo >= before.lo
    assert after.pt >= before.pt


@given(campaigns())
@convincing
def test_2_raising_a_control_lowers_neither_end_where_the_same_items_apply(campaign: Campaign) -> None:
    # R is monotone in every item, so both ends are attained and exact for fixed applicability (1.2).
    _, raised = with_one_moved(campaign, "control", up=True)
    before, after = index_of(campaign.pack, campaign.answers), index_of(campaign.pack, raised)
    gone = counted(campaign.pack, campaign.answers).items() - counted(campaign.pack, raised).items()
    if all(state is ItemState.IMPLIED for _, state in gone):
        assert after.lo >= before.lo
        assert after.hi >= before.hi


@given(campaigns())
@convincing
def test_3_lowering_an_exposure_never_lowers_the_index_where_the_same_items_apply(campaign: Campaign) -> None:
    # Lowering an exposure never lowers R for a fixed set of applicable items.
    _, lowered = with_one_moved(campaign, "exposure", up=False)
    before, after = index_of(campaign.pack, campaign.answers), index_of(campaign.pack, lowered)
    if standings(campaign.pack, lowered) == standings(campaign.pack, campaign.answers):
        assert after.lo >= before.lo
        assert after.pt >= before.pt
        assert after.hi >= before.hi


@given(campaigns())
@convincing
def test_4_and_15_every_completion_lies_in_the_interval(campaign: Campaign) -> None:
    # Any completion of the unknowns lies in [R_lo, R_hi]; unknown applicability: completions (value or N/A) inside.
    before, rnd = index_of(campaign.pack, campaign.answers), campaign.rnd()
    for _ in range(3):
        after = index_of(campaign.pack, completed(rnd, campaign.pack, campaign.answers))
        assert after.lo == after.pt == after.hi
        assert before.lo <= after.pt <= before.hi


@given(campaigns())
@convincing
def test_5_answering_an_unknown_never_widens_the_interval(campaign: Campaign) -> None:
    # Answering an unknown never widens the interval: one question after the other, facts and votes included.
    rnd, answers = campaign.rnd(), dict(campaign.answers)
    before = index_of(campaign.pack, answers)
    end = completed(rnd, campaign.pack, answers)
    for name in rnd.sample(sorted(end), min(6, len(end))):
        answers[name] = end[name]
        after = index_of(campaign.pack, answers)
        assert before.lo <= after.lo <= after.hi <= before.hi
        before = after


@given(campaigns())
@convincing
def test_6_dont_know_is_never_better_than_a_real_answer(campaign: Campaign) -> None:
    # dont_know never gives a higher R than any real answer to that item. Nor than N/A, nor to a fact.
    rnd, pack = campaign.rnd(), campaign.pack
    question = rnd.choice(list(pack.questions.values()))
    ignorant = index_of(pack, {**campaign.answers, question.id: Answer(State.DONT_KNOW)})
    for _ in range(3):
        real = index_of(pack, {**campaign.answers, question.id: known(rnd, question)})
        assert ignorant.lo <= real.lo
        assert ignorant.pt <= real.pt


@given(campaigns())
@convincing
def test_10_a_failed_overall_gate_caps_the_index(campaign: Campaign) -> None:
    # Failed overall gate: R <= K_g. An open one caps R as well, but not R_hi (ruling 8).
    result = score(campaign.pack, campaign.answers)
    for gate in (g for g in result.gates if g.gate.scope == "index" and g.caps):
        assert result.index.lo <= result.index.pt <= gate.gate.cap
        assert gate.status == "open" or result.index.hi <= gate.gate.cap
    for gate in (g for g in result.gates if g.gate.scope != "index" and g.caps):
        assert result.domain(gate.gate.scope).readiness.pt <= gate.gate.cap


@given(campaigns())
@convincing
def test_11_overall_gates_only_lower_the_index(campaign: Campaign) -> None:
    # The law: R <= R0.
    result = score(campaign.pack, campaign.answers)
    assert result.index.lo <= result.raw.lo
    assert result.index.pt <= result.raw.pt
    assert result.index.hi <= result.raw.hi
    assert bool(result.capped_by) is (result.index.pt < result.raw.pt)


@given(campaigns())
@convincing
def test_13_assured_readiness_is_at_most_the_index_and_rises_with_evidence(campaign: Campaign) -> None:
    # R_A <= R; better evidence never lowers R_A.
    before = score(campaign.pack, campaign.answers)
    assert before.assured <= before.index.pt
    name = campaign.rnd().choice(sorted(campaign.answers))
    given_ = campaign.answers[name]
    shown = {**campaign.answers, name: replace(given_, grade=min(given_.grade + 1, 3))}
    after = score(campaign.pack, shown)
    assert after.assured >= before.assured
    assert after.index == before.index


@given(campaigns())
@convincing
def test_14_severity_falls_with_the_value(campaign: Campaign) -> None:
    # S_i falls weakly in v_i; what the room is still to decide has no S (ruling 59).
    name, raised = with_one_moved(campaign, "control", up=True)
    before, after = score(campaign.pack, campaign.answers), score(campaign.pack, raised)
    if name not in {point.question.id for point in before.open_points}:
        assert severity(after, name) <= severity(before, name)


@given(campaigns())
@convincing
def test_14_severity_rises_with_exposure(campaign: Campaign) -> None:
    # S_i rises in X_d (for a fixed set of applicable items whose exposure is known, ruling 39)
    _, worse = with_one_moved(campaign, "exposure", up=True)
    before, after = score(campaign.pack, campaign.answers), score(campaign.pack, worse)
    if standings(campaign.pack, worse) == standings(campaign.pack, campaign.answers):
        assert all(severity(after, name) >= severity(before, name) for name in campaign.pack.items)


@given(campaigns())
@convincing
def test_14_severity_rises_with_importance_and_target(campaign: Campaign) -> None:
    # S_i rises in k_i and tau_i
    pack = campaign.pack
    before = score(pack, campaign.answers)
    graver = with_rubric(
        pack,
        judgements=replace(
            pack.rubric.judgements, importance=(("critical", F(1)), ("major", F("0.9")), ("minor", F("0.5")))
        ),
    )
    stricter = with_items(pack, lambda item: replace(item, target=min(item.target + F("0.1"), F(1))))
    for changed in (score(graver, campaign.answers), score(stricter, campaign.answers)):
        assert all(severity(changed, name) >= severity(before, name) for name in pack.items)


@given(campaigns())
@convincing
def test_16_gates_are_upward_closed(campaign: Campaign) -> None:
    # No control increase turns met into not met (nor into open, nor open into not met).
    _, raised = with_one_moved(campaign, "control", up=True)
    before, after = statuses(score(campaign.pack, campaign.answers)), statuses(score(campaign.pack, raised))
    assert all(after[name] >= before[name] for name in before)


def statuses(result: Result) -> dict[str, int]:
    rank = {"not_met": 0, "open": 1, "met": 2, "no_concern": 2}
    return {score.gate.id: rank[score.status] for score in result.gates}


@given(campaigns())
@convincing
def test_peers_2_not_knowing_never_raises_index_coverage_or_advice(campaign: Campaign) -> None:
    # peers.md trap 2 (don't know inflates): it leaves neither the mean nor the list of findings.
    pack = campaign.pack
    item = campaign.rnd().choice(items(pack, "control"))
    knowing = score(pack, campaign.answers)
    ignorant = score(pack, {**campaign.answers, item.question: Answer(State.DONT_KNOW)})
    assert ignorant.index.pt <= knowing.index.pt
    one = ignorant.item(item.question)
    if one.state.open:
        assert any(item.question in point.items for point in ignorant.open_points)
        assert item.question not in [finding.item.question for finding in ignorant.findings]


@given(campaigns())
@convincing
def test_bands_follow_the_unrounded_index(campaign: Campaign) -> None:
    result = score(campaign.pack, campaign.answers)
    index = result.index
    for figure, band in ((index.lo, result.band_lo), (index.pt, result.band), (index.hi, result.band_hi)):
        assert band == max((b for b in BANDS if b.start <= figure), key=lambda b: b.start)
    assert result.certain is (result.band_lo == result.band_hi)


@given(campaigns())
@convincing
def test_completion_is_whole_when_everything_was_said_and_coverage_when_everything_is_known(campaign: Campaign) -> None:
    rnd, pack = campaign.rnd(), campaign.pack
    said = {q.id: campaign.answers.get(q.id, Answer(State.DONT_KNOW)) for q in pack.questions.values()}
    said = {name: Answer(State.DONT_KNOW) if is_open(answer) else answer for name, answer in said.items()}
    before = score(pack, campaign.answers)
    assert before.coverage <= before.completion <= 1
    assert score(pack, said).completion == 1
    assert score(pack, completed(rnd, pack, said)).coverage == 1
