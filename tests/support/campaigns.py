"""Campaigns for property-based tests: drawn packs with answers of every state, and how they could turn out.

Hypothesis draws sizes and a seed, so that a failing example reads `campaign(17, Sizes(...))` and can be typed again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction as F
from itertools import combinations
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from hustings.answers.events import Answer, State, Value
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.items import derived, sheet
from hustings.scoring.readiness import evaluations
from hustings.scoring.result import Bounds, DomainScore, Finding, ItemState, Result
from support.rubrics import Sizes, draw_pack

convincing = settings()
"""As many examples as tests/conftest.py says."""


@dataclass(frozen=True, slots=True, repr=False)
class Campaign:
    """A pack with answers; `rnd` gives the test more chance of the same seed."""

    pack: Pack
    answers: Mapping[str, Answer]
    seed: int
    size: Sizes

    def __repr__(self) -> str:
        return f"campaign({self.seed}, {self.size})"

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:
        printer.text(repr(self))

    def rnd(self) -> Random:
        return Random(self.seed + 1)  # noqa: S311 - chance, not secrets


# --- strategies --------------------------------------------------------------------------------------------


def sizes() -> st.SearchStrategy[Sizes]:
    few = st.integers
    return st.builds(Sizes, few(1, 3), few(1, 4), few(1, 3), few(0, 3), few(0, 4))


def campaigns() -> st.SearchStrategy[Campaign]:
    """Packs with answers of every state: hidden questions, votes, N/A, don't know and blanks included."""
    return st.builds(campaign, st.integers(0, 2**32), sizes())


def campaign(
    seed: int, size: Sizes | None = None, answer: Callable[[Random, Question], Answer | None] | None = None
) -> Campaign:
    rnd = Random(seed)  # noqa: S311 - chance, not secrets
    pack = draw_pack(rnd, size or Sizes())
    return Campaign(pack, draw_answers(rnd, pack, answer or some_answer), seed, size or Sizes())


# --- drawing answers ---------------------------------------------------------------------------------------


def draw_answers(rnd: Random, pack: Pack, answer: Callable[[Random, Question], Answer | None]) -> dict[str, Answer]:
    found = {name: answer(rnd, question) for name, question in pack.questions.items()}
    return {name: given for name, given in found.items() if given is not None}


def value(rnd: Random, question: Question) -> Value:
    ids = [choice.id for choice in question.choices]
    match question.type:
        case "number":
            return F(rnd.randint(0, 20), 2)
        case "select_multiple":
            return tuple(name for name in ids if rnd.random() < 0.5)
        case "text":
            return "words"
        case _:
            return rnd.choice(ids)


def known(rnd: Random, question: Question) -> Answer:
    """A definite answer: a value, or N/A where that is allowed."""
    if question.na and rnd.random() < 0.25:
        return Answer(State.NA, reason="there is none")
    return Answer(State.ANSWERED, value(rnd, question), grade=rnd.randint(0, 3))


def some_answer(rnd: Random, question: Question) -> Answer | None:
    """An answer in any state; None: nothing was said."""
    chance = rnd.random()
    if chance < 0.62 or question.type == "text":
        return known(rnd, question)
    if chance < 0.74:
        return Answer(State.DONT_KNOW, grade=rnd.randint(0, 3))
    if chance < 0.88:
        votes = tuple(value(rnd, question) for _ in range(rnd.randint(1, 5)))
        return Answer(State.UNRESOLVED, votes=votes, grade=rnd.randint(0, 3))
    return Answer(State.BLANK) if chance < 0.9 else None


def unvoted(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The same without the votes that a workshop left open."""
    return {name: answer for name, answer in answers.items() if answer.state is not State.UNRESOLVED}


def is_open(answer: Answer | None) -> bool:
    return answer is None or answer.state in (State.DONT_KNOW, State.BLANK)


def completed(rnd: Random, pack: Pack, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """One way in which everything could turn out: unknowns get an answer, votes are settled on one of them."""
    found = dict(answers)
    for name, question in pack.questions.items():
        given = answers.get(name)
        if given is None or is_open(given):
            found[name] = known(rnd, question)
        elif given.state is State.UNRESOLVED:
            found[name] = replace(given, state=State.ANSWERED, value=rnd.choice(given.votes), votes=())
    return found


def every_value(question: Question) -> tuple[Value, ...]:
    """All answers a drawn question can get (numbers: halves, since levels are whole), by brute force."""
    ids = [choice.id for choice in question.choices]
    match question.type:
        case "number":
            return tuple(F(number, 2) for number in range(21))
        case "select_multiple":
            return tuple(picked for count in range(len(ids) + 1) for picked in combinations(ids, count))
        case _:
            return tuple(ids)


# --- comparing ---------------------------------------------------------------------------------------------


def index_of(pack: Pack, answers: Mapping[str, Answer]) -> Bounds:
    """Only the index, for properties that score many times."""
    three = evaluations(pack, derived(sheet(pack, answers)))
    return Bounds(three.lo.index, three.pt.index, three.hi.index)


def counted(pack: Pack, answers: Mapping[str, Answer]) -> dict[str, ItemState]:
    """Which items count, and whether that is known: the "fixed set of applicable items" of method.md 1.3."""
    states = sheet(pack, answers).states
    return {name: state for name, state in states.items() if not state.settled or state is ItemState.IMPLIED}


def figures(result: Result) -> dict[str, object]:
    """Every figure of a result by name, without texts and without the order of domains, items and gates."""
    return {
        **{name: getattr(result, name) for name in PLAIN},
        "bands": [band.id for band in (result.band, result.band_lo, result.band_hi)],
        "domains": {d.domain.id: _domain_figures(d) for d in result.domains},
        "claimed": {d.domain.id: (d.claims, d.backed) for d in result.domains},
        "gates": {g.gate.id: (g.status, sorted(g.unmet), g.disputed) for g in result.gates},
        "capped_by": sorted(result.capped_by),
        "findings": [finding_figures(f) for f in result.findings],
        "open": {
            p.question.id: (p.reason, sorted(p.items), sorted(g.gate.id for g in p.gates)) for p in result.open_points
        },
        "na": (result.na_leverage, sorted(result.na_flags)),
    }


PLAIN = (
    "index",
    "raw",
    "coverage",
    "completion",
    "confidence",
    "assured",
    "split",
    "provisional",
    "certain",
)
OF_A_DOMAIN = (
    "counts", "exposure", "maturity", "required", "raw", "readiness", "residual", "residual_label", "coverage",
    "completion", "confidence", "known_exposure",
)  # fmt: skip


def _domain_figures(score: DomainScore) -> tuple[object, ...]:
    values = {i.item.question: (i.state.value, i.value) for i in score.items if i.value is not None}
    return (*(getattr(score, name) for name in OF_A_DOMAIN), sorted(score.capped_by), values)


def finding_figures(finding: Finding) -> tuple[object, ...]:
    f = finding
    return f.item.question, f.severity, f.score, f.may_change, f.alone, f.alone_raw, sorted(f.gates)


def severity(result: Result, name: str) -> F:
    """S of a control: 0 where there is no finding."""
    return next((f.score for f in result.findings if f.item.question == name), F(0))
