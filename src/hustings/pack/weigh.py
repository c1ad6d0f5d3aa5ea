"""The rubric's shapes to records: what every answer is worth, with levels and prerequisites resolved.

What cannot be resolved becomes a problem and is left out, so that the checks still see the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hustings.pack import shapes as s
from hustings.pack.conditions import NUMBER, Level
from hustings.pack.desk import Desk
from hustings.pack.model import (
    YES_NO,
    Action,
    Band,
    Checklist,
    Choice,
    Domain,
    Gate,
    Item,
    Judgements,
    Kind,
    Need,
    OptionValues,
    Parameter,
    Points,
    Question,
    QuestionType,
    Rubric,
    Values,
    WorstOf,
    shown,
)
from hustings.problems import Place, Problem, did_you_mean

CRITICAL_TARGET, USUAL_TARGET = Fraction(1), Fraction(7, 10)


def rubric_of(
    desk: Desk, shape: s.RubricShape, domains: tuple[s.DomainShape, ...], questions: Mapping[str, Question]
) -> Rubric:
    items = dict[str, Item]()
    for domain in domains:
        _gather(desk, domain, shape, questions, items)
    actions = [action for domain in domains for action in domain.actions] + shape.actions
    gates = [_gate(desk, gate, "index") for gate in shape.gates]
    gates += [_gate(desk, gate, d.domain) for d in domains for gate in d.gates]
    return Rubric(
        domains=tuple(_domain(desk, d, items) for d in domains),
        bands=tuple(Band(b.id, b.title, b.start, b.says or "", b.place) for b in shape.bands),
        gates=tuple(gate for gate in gates if gate is not None),
        actions=tuple(_action(desk, action, items) for action in actions),
        alpha=_parameter(shape.parameters.alpha),
        t0=_above_zero(desk, shape.parameters.t0),
        eta=_parameter(shape.parameters.eta),
        lambda_=_parameter(shape.parameters.lambda_),
        judgements=_judgements(desk, shape.judgements),
    )


def _gather(
    desk: Desk,
    domain: s.DomainShape,
    rubric: s.RubricShape,
    questions: Mapping[str, Question],
    items: dict[str, Item],
) -> None:
    """Add a domain's items; one that cannot be valued leaves a gap, and is not looked for any more."""
    for shape in (*domain.exposure, *domain.controls):
        if shape.question in items:
            place = desk.at(shape.place, "question")
            desk.report(place, f"`{shape.question}` is scored twice", "A question counts once, in one domain.")
            continue
        item = _item(desk, shape, domain.domain, rubric, questions)
        if item is not None:
            items[item.question] = item
        else:
            desk.cut.add(domain.place)
            desk.miss(shape.question, questions)


def _parameter(shape: s.UnitParameter) -> Parameter:
    return Parameter(shape.value, shape.because)


def _above_zero(desk: Desk, shape: s.UnitParameter) -> Parameter:
    if shape.value == 0:
        desk.report(desk.at(shape.place, "value"), "`T0` must be more than 0", "It is the maturity asked of everyone.")
    return _parameter(shape)


def _judgements(desk: Desk, shape: s.JudgementsShape) -> Judgements:
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
        _falling(desk, place, steps)
    return judgements


def _named(grades: tuple[Fraction, ...]) -> tuple[tuple[str, Fraction], ...]:
    return tuple((f"E{grade}", value) for grade, value in reversed(tuple(enumerate(grades))))


def _falling(desk: Desk, place: Place, steps: tuple[tuple[str, Fraction], ...]) -> None:
    """The stronger of two labels never asks for less."""
    for (upper, more), (lower, less) in pairwise(steps):
        if less > more and desk.sound(place):
            what = f"`{lower}` ({shown(less)}) is above `{upper}` ({shown(more)})"
            desk.report(desk.at(place, lower), what, f"`{upper}` is the stronger of the two.")


def _grades(shape: s.GradesShape) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    return shape.e0, shape.e1, shape.e2, shape.e3


def _domain(desk: Desk, shape: s.DomainShape, items: Mapping[str, Item]) -> Domain:
    own = tuple(items[i.question] for i in (*shape.exposure, *shape.controls) if _own(items, i))
    controls = {c.question: c for c in shape.controls}
    own = tuple(_with_requires(desk, item, controls.get(item.question), items) for item in own)
    return Domain(shape.domain, shape.title, shape.weight, shape.because, own, shape.about or "", shape.place)


def _own(items: Mapping[str, Item], shape: s.ItemShape) -> bool:
    return shape.question in items and items[shape.question].place == shape.place


def _with_requires(desk: Desk, item: Item, shape: s.ControlShape | None, items: Mapping[str, Item]) -> Item:
    needs = list[Need]()
    for number, text in enumerate(shape.requires if shape else ()):
        place = desk.at(item.place, "requires", number)
        name, level = desk.at_least(text, place)
        if name and (need := _need(desk, name, level, items, place)):
            needs.append(need)
    return replace(item, requires=tuple(needs))


def _item(
    desk: Desk, shape: s.ItemShape, domain: str, rubric: s.RubricShape, questions: Mapping[str, Question]
) -> Item | None:
    question = questions.get(shape.question)
    if question is None:
        place = desk.at(shape.place, "question")
        desk.problems.extend(desk.unknown(place, "question", shape.question, questions))
        return None
    values = _values(desk, shape, question, rubric)
    if values is None:
        return None
    kind: Kind = "control" if isinstance(shape, s.ControlShape) else "exposure"
    item = Item(shape.question, kind, domain, shape.weight, values, place=shape.place)
    return _control(desk, item, shape) if isinstance(shape, s.ControlShape) else item


def _control(desk: Desk, item: Item, shape: s.ControlShape) -> Item:
    target = CRITICAL_TARGET if shape.importance == "critical" else USUAL_TARGET
    if shape.target is not None:
        level = _as_level(shape.target)
        need = _need(desk, item.question, level, {item.question: item}, desk.at(shape.place, "target"))
        target = need.value if need else target
    return replace(item, importance=shape.importance, target=target, finding=shape.finding or "")


def _as_level(text: str) -> Level:
    return Fraction(text) if NUMBER.fullmatch(text) else text


def _need(desk: Desk, name: str, level: Level, items: Mapping[str, Item], place: Place) -> Need | None:
    """A control at a level, valued; unknown controls and levels are reported."""
    item = items.get(name)
    if item is None or item.kind != "control":
        controls = [name for name, item in items.items() if item.kind == "control"]
        desk.problems.extend(desk.unknown(place, "control", name, controls))
        return None
    if problem := level_problem(desk, item, level, place):
        desk.problems.append(problem)
        return None
    return Need(name, level, item.at(level), place)


def level_problem(desk: Desk, item: Item, level: Level, place: Place) -> Problem | None:
    """What is wrong with a level of an item: a choice that it has, or a number where it is counted or ticked."""
    name = item.question
    if isinstance(item.values, OptionValues):
        options = dict(item.values.options)
        if level in options or level in desk.lost:
            return None
        return desk.problem(place, f"`{name}` has no choice `{shown(level)}`", did_you_mean(str(level), options))
    if not isinstance(level, Fraction):
        return desk.problem(place, f"`{name}` is measured in numbers, not `{level}`", "Write a number, such as 0.7.")
    if not isinstance(item.values, Points) and not 0 <= level <= 1:
        return desk.problem(place, f"`{name}` is measured from 0 to 1, not `{shown(level)}`", "Write one, such as 0.7.")
    return None


# --- what answers are worth --------------------------------------------------------------------------------

FITS: Mapping[str, tuple[QuestionType, ...]] = {
    "values": ("yes_no", "select_one"),
    "scale": ("yes_no", "select_one"),
    "checklist": ("select_multiple",),
    "worst_of": ("select_multiple",),
    "points": ("number",),
}


def _values(desk: Desk, shape: s.ItemShape, question: Question, rubric: s.RubricShape) -> Values | None:
    """How answers count. Exactly one way is given; a plain `yes_no` counts no as 0 and yes as 1."""
    given = [way for way in FITS if getattr(shape, way) is not None]
    if not given and question.type == "yes_no" and question.choices == YES_NO:
        return OptionValues((("no", Fraction(0)), ("yes", Fraction(1))))
    if problem := _misfit(desk, shape, question, given):
        if desk.sound(shape.place):
            desk.problems.append(problem)
        return None
    way = given[0]
    if way == "points":
        return _points(desk, shape)
    table = _scale(desk, shape, rubric) if way == "scale" else getattr(shape, way)
    if table is None or not _all_choices(desk, shape, question, table, way):
        return None
    ordered = tuple((c.id, table[c.id]) for c in question.choices if c.id in table)
    if way == "checklist":
        return Checklist(ordered)
    return WorstOf(ordered) if way == "worst_of" else OptionValues(ordered)


def _misfit(desk: Desk, shape: s.ItemShape, question: Question, given: list[str]) -> Problem | None:
    """Why the way in which answers count does not fit the question, if so."""
    name, place = question.id, desk.at(shape.place, "question")
    fitting = [way for way, types in FITS.items() if question.type in types]
    if not fitting:
        what = f"`{name}` is a {question.type} question and cannot be scored"
        return desk.problem(place, what, "Leave it out of the rubric; it stays in the report.")
    if len(given) != 1:
        what = "does not say what its answers are worth" if not given else f"says it twice: {' and '.join(given)}"
        return desk.problem(place, f"`{name}` {what}", f"Give one of {', '.join(fitting)}.")
    if given[0] not in fitting:
        hint = f"Give one of {', '.join(fitting)}." if len(fitting) > 1 else f"Use {fitting[0]}."
        what = f"`{given[0]}` does not fit `{name}`, a {question.type} question"
        return desk.problem(desk.key(shape.place, given[0]), what, hint)
    if given[0] == "worst_of" and isinstance(shape, s.ControlShape):
        what = f"`{name}` is a control; `worst_of` is for exposure items only"
        return desk.problem(desk.key(shape.place, given[0]), what, "Use checklist.")
    return None


def _points(desk: Desk, shape: s.ItemShape) -> Points | None:
    points = tuple(shape.points or ())
    if len(points) >= 2:  # noqa: PLR2004 - a line has two ends
        return Points(points)
    if desk.sound(shape.place):
        what = f"`{shape.question}` needs at least two points"
        desk.report(desk.at(shape.place, "points"), what, "Write them like [[0, 0], [12, 1]].")
    return None


def _scale(desk: Desk, shape: s.ItemShape, rubric: s.RubricShape) -> dict[str, Fraction] | None:
    name = shape.scale or ""
    if name in rubric.scales:
        return rubric.scales[name]
    desk.problems.extend(desk.unknown(desk.at(shape.place, "scale"), "scale", name, rubric.scales))
    return None


def _all_choices(
    desk: Desk, shape: s.ItemShape, question: Question, table: Mapping[str, Fraction], way: str
) -> bool:
    """Every choice is valued and nothing else is; choices that stand alone need no place in a checklist."""
    choices = {choice.id: choice for choice in question.choices}
    spare = way in ("checklist", "worst_of")
    strange = [name for name in table if name not in choices]
    missing = [c.id for c in choices.values() if c.id not in table and not (spare and c.alone)]
    if choices or desk.sound(question.place):
        _tell_choices(desk, shape, strange, missing, way, choices)
    if not strange and not missing and not table:
        desk.report(desk.key(shape.place, way), f"`{question.id}`: `{way}` names no choice")
    return bool(table) and not strange and not missing


def _tell_choices(
    desk: Desk, shape: s.ItemShape, strange: list[str], missing: list[str], way: str, choices: Mapping[str, Choice]
) -> None:
    told = [name for name in strange if name not in desk.lost]
    for name in told if way != "scale" else told[:1]:
        place = desk.key(shape.place, way, name) if way != "scale" else desk.at(shape.place, "scale")
        desk.report(place, f"`{shape.question}` has no choice `{name}`", did_you_mean(name, choices))
    untold = [name for name in missing if name not in desk.lost]
    if untold and not strange and desk.sound(shape.place, way):
        what = f"`{shape.question}`: nothing says what {', '.join(f'`{name}`' for name in untold)} is worth"
        desk.report(desk.key(shape.place, way), what, "Every choice needs a value.")


# --- gates and actions -------------------------------------------------------------------------------------


def _gate(desk: Desk, shape: s.GateShape, scope: str) -> Gate | None:
    needs = desk.condition(shape.needs, desk.at(shape.place, "needs"))
    when = desk.condition(shape.when, desk.at(shape.place, "when"))
    if needs is None or (shape.when is not None and when is None):
        return None
    return Gate(
        id=shape.id,
        title=shape.title,
        scope=scope,
        needs=needs,
        cap=shape.cap,
        because=shape.because,
        when=when,
        needs_text=shape.needs,
        when_text=shape.when or "",
        stop=shape.stop or "",
        place=shape.place,
    )


def _action(desk: Desk, shape: s.ActionShape, items: Mapping[str, Item]) -> Action:
    needs = (
        _need(desk, name, _as_level(level), items, desk.key(shape.place, "raises", name))
        for name, level in shape.raises.items()
    )
    return Action(
        id=shape.id,
        title=shape.title,
        how=shape.how,
        hours=shape.hours,
        lead_days=shape.lead_days,
        owner=shape.owner,
        raises=tuple(need for need in needs if need is not None),
        after=tuple(shape.after),
        fallback=shape.fallback or "",
        done=shape.done or "",
        place=shape.place,
    )
