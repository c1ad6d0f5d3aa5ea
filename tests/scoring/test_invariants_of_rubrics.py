"""Invariants of method.md 1.3 about rubrics: 7, 8, 9, 11 (second half) and 12. Equality is exact, of every figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction as F
from random import Random
from typing import TypeVar

from hypothesis import given

from hustings.answers.events import Answer, State
from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition
from hustings.pack.item_values import Checklist
from hustings.pack.model import Domain, Gate, Item, Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.result import GateScore, ItemState
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing, figures, index_of
from support.rubrics import assembled, draw_gate, with_rubric

Thing = TypeVar("Thing")


# --- 7 -----------------------------------------------------------------------------------------------------


def without(pack: Pack, name: str) -> Pack:
    """The pack as if the item had never been written, nor what follows it, nor their clauses in gates.

    A control's question goes as well. An exposure's question stays as an unscored one, for the conditions that ask it.
    """
    gone = {name, *followers(pack, name)}
    kept = [q for q in pack.questions.values() if q.id not in gone or pack.items[q.id].kind == "exposure"]
    gates = [pruned(gate, gone) for gate in pack.rubric.gates]
    domains = tuple(replace(d, items=_kept(d, gone)) for d in pack.rubric.domains)
    rubric = replace(pack.rubric, domains=domains, gates=tuple(g for g in gates if g is not None), actions=())
    return assembled((q for q in kept if q.follows is None or q.follows.question not in gone), rubric)


def followers(pack: Pack, name: str) -> set[str]:
    own = {q.id for q in pack.questions.values() if q.id in pack.items and q.follows and q.follows.question == name}
    return own | {further for each in own for further in followers(pack, each)}


def _kept(domain: Domain, gone: set[str]) -> tuple[Item, ...]:
    kept = (item for item in domain.items if item.question not in gone)
    return tuple(replace(i, requires=tuple(need for need in i.requires if need.question not in gone)) for i in kept)


def pruned(gate: Gate, gone: set[str]) -> Gate | None:
    """A gate without the clauses on some items; None if nothing is left of what it needs (ruling 10)."""
    needs = _pruned(gate.needs, gone)
    when = _pruned(gate.when, gone) if gate.when is not None else None
    return None if needs is None else replace(gate, needs=needs, when=when)


def _pruned(condition: Condition, gone: set[str]) -> Condition | None:
    match condition:
        case Comparison(question=name):
            return None if name in gone else condition
        case AllOf(parts) | AnyOf(parts):
            left = [part for part in (_pruned(part, gone) for part in parts) if part is not None]
            return type(condition)(tuple(left)) if left else None
        case _:
            raise TypeError(condition)


@given(campaigns())
@convincing
def test_7_not_applicable_equals_deleting_the_item(campaign: Campaign) -> None:
    # N/A equals deleting the item and its gate clauses, exactly.
    pack, rnd = campaign.pack, campaign.rnd()
    for name in shuffled([name for name in pack.items if pack.questions[name].na], rnd):
        answers = {**campaign.answers, name: Answer(State.NA, reason="there is none")}
        marked = score(pack, answers)
        if marked.item(name).state is ItemState.NA:
            deleted = score(without(pack, name), answers)
            assert _comparable(figures(marked), deleted.gates) == _comparable(figures(deleted), deleted.gates)
            return


def _comparable(all_figures: dict[str, object], gates: Iterable[GateScore]) -> dict[str, object]:
    """Leverage is about N/A itself; a gate of which nothing is left is gone, and must have been met."""
    found = {name: value for name, value in all_figures.items() if name != "na"}
    statuses = found["gates"]
    assert isinstance(statuses, dict)
    left = {score.gate.id for score in gates}
    assert all(one[0] == "no_concern" for name, one in statuses.items() if name not in left)
    return {**found, "gates": {name: one for name, one in statuses.items() if name in left}}


# --- 8 -----------------------------------------------------------------------------------------------------


def rescaled(pack: Pack, rnd: Random) -> Pack:
    """All weights of each group times some c > 0: domains; a domain's controls; its exposures; each checklist."""
    whole = _factor(rnd)
    return with_rubric(pack, domains=tuple(_rescaled(d, whole, rnd) for d in pack.rubric.domains))


def _rescaled(domain: Domain, whole: F, rnd: Random) -> Domain:
    by_kind = {"control": _factor(rnd), "exposure": _factor(rnd)}
    items = tuple(replace(_relisted(i, _factor(rnd)), weight=i.weight * by_kind[i.kind]) for i in domain.items)
    return replace(domain, weight=domain.weight * whole, items=items)


def _relisted(item: Item, factor: F) -> Item:
    if isinstance(item.values, Checklist):
        return replace(item, values=Checklist(tuple((name, weight * factor) for name, weight in item.values.weights)))
    return item


def _factor(rnd: Random) -> F:
    return F(rnd.randint(1, 50), rnd.randint(1, 50))


@given(campaigns())
@convincing
def test_8_only_the_ratio_of_weights_counts(campaign: Campaign) -> None:
    # Multiplying all weights of a group by c > 0 changes nothing.
    other = rescaled(campaign.pack, campaign.rnd())
    assert figures(score(campaign.pack, campaign.answers)) == figures(score(other, campaign.answers))


# --- 9 -----------------------------------------------------------------------------------------------------


def shuffled(things: Sequence[Thing], rnd: Random) -> tuple[Thing, ...]:
    return tuple(rnd.sample(things, len(things)))


@given(campaigns())
@convincing
def test_9_order_is_irrelevant(campaign: Campaign) -> None:
    # Order of domains, items, gates is irrelevant (exact equality); nor does the order of questions count.
    rnd, rubric = campaign.rnd(), campaign.pack.rubric
    domains = tuple(replace(d, items=shuffled(d.items, rnd)) for d in shuffled(rubric.domains, rnd))
    questions = shuffled(list(campaign.pack.questions.values()), rnd)
    other = assembled(questions, replace(rubric, domains=domains, gates=shuffled(rubric.gates, rnd)))
    assert figures(score(campaign.pack, campaign.answers)) == figures(score(other, campaign.answers))


# --- 11 ----------------------------------------------------------------------------------------------------


@given(campaigns())
@convincing
def test_11_a_further_gate_never_raises_the_index(campaign: Campaign) -> None:
    # Adding a gate never raises R.
    gate = draw_gate(campaign.rnd(), "further", campaign.pack)
    stricter = with_rubric(campaign.pack, gates=(*campaign.pack.rubric.gates, gate))
    before, after = index_of(campaign.pack, campaign.answers), index_of(stricter, campaign.answers)
    assert after.lo <= before.lo
    assert after.pt <= before.pt
    assert after.hi <= before.hi


# --- 12 ----------------------------------------------------------------------------------------------------


def split(pack: Pack, name: str) -> Pack:
    """One item as two halves of its weight; gates, conditions and follow-ups stay with the first."""
    twin = f"{name}_twin"
    questions = [each for q in pack.questions.values() for each in _with_twin(q, name, twin)]
    domains = tuple(
        replace(d, items=tuple(half for i in d.items for half in _halves(i, name, twin))) for d in pack.rubric.domains
    )
    return assembled(questions, replace(pack.rubric, domains=domains))


def _with_twin(question: Question, name: str, twin: str) -> tuple[Question, ...]:
    return (question, replace(question, id=twin)) if question.id == name else (question,)


def _halves(item: Item, name: str, twin: str) -> tuple[Item, ...]:
    half = replace(item, weight=item.weight / 2)
    return (half, replace(half, question=twin)) if item.question == name else (item,)


@given(campaigns())
@convincing
def test_12_splitting_an_item_changes_nothing(campaign: Campaign) -> None:
    # Splitting an item into two halves with the same answer changes nothing. (What raising one half gains does change.)
    name = campaign.rnd().choice(sorted(campaign.pack.items))
    answers: Mapping[str, Answer] = campaign.answers
    twins = {**answers, f"{name}_twin": answers[name]} if name in answers else answers
    whole = score(campaign.pack, answers)
    halves = score(split(campaign.pack, name), twins)
    assert _unsplit(figures(whole)) == _unsplit(figures(halves))


def _unsplit(all_figures: dict[str, object]) -> dict[str, object]:
    """Figures without what counts items or lists them: that is one more."""
    domains = all_figures["domains"]
    assert isinstance(domains, dict)
    without_items = {name: one[:-1] for name, one in domains.items()}
    listed = ("findings", "open", "claimed")
    return {**{name: v for name, v in all_figures.items() if name not in listed}, "domains": without_items}
