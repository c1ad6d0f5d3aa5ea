"""The rubric's shapes to records: what every answer is worth, with levels and prerequisites resolved.

What cannot be resolved becomes a problem and is left out, so that the checks still see the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hustings.messages import say
from hustings.pack.build.advice import actions_of, afterwards_of, calendar_of, capacity_of, gates_of
from hustings.pack.build.item_values import as_level, level_problem, valued_need, values_of
from hustings.pack.item_values import LevelFinding, Need, shown
from hustings.pack.model import (
    Band,
    Domain,
    Item,
    Judgements,
    Kind,
    Parameter,
    Rubric,
)
from hustings.pack.questionnaire import Question
from hustings.pack.schema import pack_shapes as s
from hustings.pack.schema import parameters as p
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Place

CRITICAL_TARGET, USUAL_TARGET = Fraction(1), Fraction(7, 10)


def rubric_of(
    diagnostics: Diagnostics,
    shape: s.RubricShape,
    domains: tuple[s.DomainShape, ...],
    questions: Mapping[str, Question],
) -> Rubric:
    """The rubric, from its file and those of its domains. Unknown questions and choices are reported and left out."""
    items = dict[str, Item]()
    for domain in domains:
        _gather(diagnostics, domain, shape, questions, items)
    return Rubric(
        domains=tuple(_domain(diagnostics, d, items) for d in domains),
        bands=tuple(Band(b.id, b.title, b.start, b.says or "", b.place) for b in shape.bands),
        gates=gates_of(diagnostics, shape, domains),
        actions=actions_of(diagnostics, shape, domains, items),
        alpha=_parameter(shape.parameters.alpha),
        t0=_above_zero(diagnostics, shape.parameters.t0),
        eta=_parameter(shape.parameters.eta),
        lambda_=_parameter(shape.parameters.lambda_),
        judgements=_judgements(diagnostics, shape.judgements),
        afterwards=afterwards_of(diagnostics, shape.afterwards),
        calendar=calendar_of(shape.calendar),
        capacity=capacity_of(shape.capacity),
    )


def _gather(
    diagnostics: Diagnostics,
    domain: s.DomainShape,
    rubric: s.RubricShape,
    questions: Mapping[str, Question],
    items: dict[str, Item],
) -> None:
    """Add a domain's items; one that cannot be valued leaves a gap, and is not looked for any more."""
    for shape in (*domain.exposure, *domain.controls):
        if shape.question in items:
            place = diagnostics.at(shape.place, "question")
            what = say("`{question}` is scored twice", question=shape.question)
            diagnostics.report(place, what, say("A question counts once, in one domain."))
            continue
        item = _item(diagnostics, shape, domain.domain, rubric, questions)
        if item is not None:
            items[item.question] = item
        else:
            diagnostics.cut.add(domain.place)
            diagnostics.miss(shape.question, questions)


def _parameter(shape: p.UnitParameter) -> Parameter:
    return Parameter(shape.value, shape.because)


def _above_zero(diagnostics: Diagnostics, shape: p.UnitParameter) -> Parameter:
    if shape.value == 0:
        diagnostics.report(
            diagnostics.at(shape.place, "value"),
            say("`T0` must be more than 0"),
            say("It is the maturity asked of everyone."),
        )
    return _parameter(shape)


def _judgements(diagnostics: Diagnostics, shape: p.JudgementsShape) -> Judgements:
    k, sev, res = shape.importance, shape.severity, shape.residual
    judgements = Judgements(
        importance=(("critical", k.critical), ("major", k.major), ("minor", k.minor)),
        severity=(("critical", sev.critical), ("high", sev.high), ("medium", sev.medium)),
        residual=(("severe", res.severe), ("high", res.high), ("moderate", res.moderate)),
        evidence_kappa=_grades(shape.evidence_confidence),
        evidence_cap=_grades(shape.evidence_cap),
        provisional=(shape.provisional_below, shape.provisional_domain_below),
        na_share=shape.na_share,
    )
    for place, steps in (
        (k.place, judgements.importance),
        (sev.place, judgements.severity),
        (res.place, judgements.residual),
        (shape.evidence_confidence.place, _named(judgements.evidence_kappa)),
        (shape.evidence_cap.place, _named(judgements.evidence_cap)),
    ):
        _falling(diagnostics, place, steps)
    return judgements


def _named(grades: tuple[Fraction, ...]) -> tuple[tuple[str, Fraction], ...]:
    return tuple((f"E{grade}", value) for grade, value in reversed(tuple(enumerate(grades))))


def _falling(diagnostics: Diagnostics, place: Place, steps: tuple[tuple[str, Fraction], ...]) -> None:
    """The stronger of two labels never asks for less."""
    for (upper, more), (lower, less) in pairwise(steps):
        if less > more and diagnostics.sound(place):
            what = say(
                "`{lower}` ({less}) is above `{upper}` ({more})",
                lower=lower,
                less=shown(less),
                upper=upper,
                more=shown(more),
            )
            hint = say("`{upper}` is the stronger of the two.", upper=upper)
            diagnostics.report(diagnostics.at(place, lower), what, hint)


def _grades(shape: p.GradesShape) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    return shape.e0, shape.e1, shape.e2, shape.e3


def _domain(diagnostics: Diagnostics, shape: s.DomainShape, items: Mapping[str, Item]) -> Domain:
    own = tuple(items[i.question] for i in (*shape.exposure, *shape.controls) if _own(items, i))
    controls = {c.question: c for c in shape.controls}
    own = tuple(_with_requires(diagnostics, item, controls.get(item.question), items) for item in own)
    return Domain(shape.domain, shape.title, shape.weight, shape.because, own, shape.about or "", shape.place)


def _own(items: Mapping[str, Item], shape: s.ItemShape) -> bool:
    return shape.question in items and items[shape.question].place == shape.place


def _with_requires(
    diagnostics: Diagnostics, item: Item, shape: s.ControlShape | None, items: Mapping[str, Item]
) -> Item:
    needs = list[Need]()
    for number, text in enumerate(shape.requires if shape else ()):
        place = diagnostics.at(item.place, "requires", number)
        name, level = diagnostics.at_least(text, place)
        if name and (need := valued_need(diagnostics, name, level, items, place)):
            needs.append(need)
    return replace(item, requires=tuple(needs))


def _item(
    diagnostics: Diagnostics, shape: s.ItemShape, domain: str, rubric: s.RubricShape, questions: Mapping[str, Question]
) -> Item | None:
    question = questions.get(shape.question)
    if question is None:
        place = diagnostics.at(shape.place, "question")
        diagnostics.problems.extend(diagnostics.unknown(place, "question", shape.question, questions))
        return None
    values = values_of(diagnostics, shape, question, rubric)
    if values is None:
        return None
    kind: Kind = "control" if isinstance(shape, s.ControlShape) else "exposure"
    item = Item(shape.question, kind, domain, shape.weight, values, place=shape.place)
    return _control(diagnostics, item, shape) if isinstance(shape, s.ControlShape) else item


def _control(diagnostics: Diagnostics, item: Item, shape: s.ControlShape) -> Item:
    target = CRITICAL_TARGET if shape.importance == "critical" else USUAL_TARGET
    if shape.target is not None:
        level = as_level(shape.target)
        need = valued_need(
            diagnostics, item.question, level, {item.question: item}, diagnostics.at(shape.place, "target")
        )
        target = need.value if need else target
    return replace(
        item,
        importance=shape.importance,
        target=target,
        finding=shape.finding or "",
        strength=shape.strength or "",
        findings=tuple(_level_findings(diagnostics, item, shape)),
        implied=shape.implied or "",
        shareable=shape.shareable,
    )


def _level_findings(diagnostics: Diagnostics, item: Item, shape: s.ControlShape) -> Iterator[LevelFinding]:
    for choice, text in shape.findings.items():
        place = diagnostics.key(shape.place, "findings", choice)
        if problem := level_problem(diagnostics, item, choice, place):
            diagnostics.problems.append(problem)
        else:
            yield LevelFinding(choice, text, place)
