"""Invented campaigns: what a campaign could have answered, drawn from a seed.

A campaign has three traits from 0 to 1: how much of what is asked is in place, how exposed it is, and how much its
people know. Answers scatter around them, so that strong and weak, large and small, known and unknown campaigns occur.
The same seed gives the same campaigns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import assert_never

from hustings.answers.applicability import Applicability, Standings, in_order, standings_again
from hustings.answers.events import Answer, Answers, State, Value
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.item_values import Points
from hustings.pack.model import Item, Pack
from hustings.pack.questionnaire import Question

SCATTER = 0.22
"""How far answers lie from a campaign's trait (standard deviation)."""
UNFINISHED = 0.15
"""The share of campaigns that stopped somewhere in the middle."""
DOES_NOT_APPLY = 0.04
SHOWN = ((3, 0.02), (2, 0.08), (1, 0.3))
"""How often there is proof of a grade, or of a better one (E1 to E3)."""
MENDED = (-0.06, 0.24)
"""How much more is in place than at the assessment before, at least and at most."""
AHEAD = range(14, 200)
"""Days from today to the first ballots."""
SKEWED = 4
"""Of numbers that are not scored, such as hours a week, most are small beside what may be typed."""
LONG_AGO = date(2020, 1, 1)
"""The answer to a question for any other date."""
VOTING = 28
"""Days from the first ballots to election day."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a campaign is like, each from 0 to 1."""

    in_place: float
    exposed: float
    knows: float
    finished: float


def invented_answers(pack: Pack, seed: int, number: int, today: date, *, before: bool = False) -> Answers:
    """The answers of the invented campaign with this number; or what it answered at its assessment before."""
    rnd = Random(f"{seed} {number}")  # noqa: S311 - chance, not secrets
    traits = _traits(rnd)
    if before:
        traits = _earlier(traits, Random(f"{seed} {number} before"))  # noqa: S311 - chance, not secrets
    answers, where = dict[str, Answer](), dict[str, Applicability]()
    asked = list(in_order(pack))
    last = round(len(asked) * traits.finished)
    for name in asked[:last]:
        where.update(_standing(pack, answers, where, name))
        if where[name] is Applicability.APPLIES:
            answers[name] = _answer(rnd, pack, pack.questions[name], traits)
    about = _about(pack, rnd, number, today)
    return {name: about.get(name, answer) for name, answer in answers.items()}


def _traits(rnd: Random) -> Traits:
    finished = rnd.uniform(0.3, 0.9) if rnd.random() < UNFINISHED else 1.0
    return Traits(rnd.betavariate(2, 2.5), rnd.betavariate(2, 2), rnd.uniform(0.8, 1), finished)


def _earlier(traits: Traits, rnd: Random) -> Traits:
    """What a campaign was like before: most had less in place, some more, and they knew less."""
    in_place = min(max(traits.in_place - rnd.uniform(*MENDED), 0.0), 1.0)
    return replace(traits, in_place=in_place, knows=traits.knows * rnd.uniform(0.9, 1))


def _standing(pack: Pack, answers: Answers, where: Standings, name: str) -> Standings:
    return standings_again(pack, answers, where, (name,))


def _about(pack: Pack, rnd: Random, number: int, today: date) -> Answers:
    """The campaign's name, which says that it is invented, and its dates."""
    asked, first = pack.questionnaire, today + timedelta(rnd.choice(AHEAD))
    values: Mapping[str, Value] = {
        asked.name: say("Invented campaign {number}", number=number),
        asked.clock: first,
        asked.election: first + timedelta(VOTING),
    }
    return {name: Answer(State.ANSWERED, value) for name, value in values.items()}


def _answer(rnd: Random, pack: Pack, question: Question, traits: Traits) -> Answer:
    if not question.required and rnd.random() > traits.knows:
        return Answer(State.DONT_KNOW)
    if question.na and rnd.random() < DOES_NOT_APPLY:
        return Answer(State.NA, reason=say("Invented."))
    grade = next((grade for grade, share in SHOWN if rnd.random() < share), 0)
    item = pack.items.get(question.id)
    shown = grade if item is not None and item.kind == "control" else 0
    return Answer(State.ANSWERED, _value(rnd, question, item, traits), grade=shown)


def _value(rnd: Random, question: Question, item: Item | None, traits: Traits) -> Value:
    height = _height(rnd, item, traits)
    match question.type:
        case "select_multiple":
            return _ticked(rnd, question, height)
        case "number":
            return _number(question, item, height)
        case "date":
            return LONG_AGO
        case "text":
            return say("Invented.")
        case "yes_no" | "select_one":
            ids = [choice.id for choice in question.choices]
            return ids[min(int(height * len(ids)), len(ids) - 1)]
        case _:
            assert_never(question.type)


def _height(rnd: Random, item: Item | None, traits: Traits) -> float:
    """Where an answer lies between the lowest and the highest, from 0 to 1."""
    if item is None:
        return rnd.random()
    middle = traits.in_place if item.kind == "control" else traits.exposed
    return min(max(rnd.gauss(middle, SCATTER), 0.0), 1.0)


def _ticked(rnd: Random, question: Question, height: float) -> tuple[str, ...]:
    ticked = tuple(choice.id for choice in question.choices if not choice.alone and rnd.random() < height)
    alone: Sequence[str] = [choice.id for choice in question.choices if choice.alone]
    return ticked or tuple(alone[:1])


def _number(question: Question, item: Item | None, height: float) -> Fraction:
    """A whole number in the range of the question or, if it is scored, of its points."""
    ends = [end for end in (question.lowest, question.highest) if end is not None]
    if item is not None and isinstance(item.values, Points):
        ends = [number for number, _ in item.values.points]
    low, high = (min(ends), max(ends)) if ends else (Fraction(), Fraction(20))
    part = height if item is not None else height**SKEWED
    return Fraction(round(float(low) + part * float(high - low)))
