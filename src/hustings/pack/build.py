"""Shapes to records: references resolved, conditions parsed, defaults filled in.

What cannot be resolved becomes a problem and is left out, so that the checks still see the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from hustings.pack import shapes as s
from hustings.pack.conditions import Compare, Condition, ConditionError, Level, parse
from hustings.pack.model import (
    Action,
    Band,
    Case,
    Checklist,
    Choice,
    Domain,
    Follows,
    Gate,
    Item,
    Judgements,
    Kind,
    Need,
    OptionValues,
    Pack,
    Parameter,
    Points,
    Question,
    Questionnaire,
    Role,
    Rubric,
    Section,
    Source,
    Values,
    WorstOf,
)
from hustings.pack.nodes import Authored
from hustings.problems import Place, Problem, did_you_mean

YES_NO = (Choice("no", "No"), Choice("yes", "Yes"))
CRITICAL_TARGET, USUAL_TARGET = Fraction(1), Fraction(7, 10)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a pack is built from: the files as written, and the problems found on the way.

    `lost` are ids of parts that could not be read; nobody is told that they do not exist.
    """

    files: Mapping[str, Authored]
    lost: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)

    def at(self, place: Place, *path: str | int) -> Place:
        """The place of a part inside the mapping (or list) that starts at `place`."""
        authored = self.files.get(place.file)
        for step in path:
            place = authored.values.get((place, step), place) if authored else place
        return place

    def key(self, place: Place, *path: str | int) -> Place:
        """The place of the last key of `path` itself."""
        authored, around = self.files.get(place.file), self.at(place, *path[:-1])
        return authored.keys.get((around, path[-1]), around) if authored else around

    def line(self, place: Place) -> str:
        return self.files[place.file].line(place) if place.file in self.files else ""

    def report(self, place: Place, what: str, hint: str = "") -> None:
        self.problems.append(Problem(place, what, hint, self.line(place)))

    def condition(self, text: str | None, place: Place) -> Condition | None:
        """Parse a condition written at `place`; its mistakes are reported with the column inside the text."""
        if text is None:
            return None
        try:
            return parse(text)
        except ConditionError as wrong:
            self.report(self.inside(place, text, wrong.column), wrong.what, wrong.hint)
            return None

    def inside(self, place: Place, text: str, column: int) -> Place:
        """A column inside a one-line text that starts at `place`; block texts fall back to their start."""
        source = self.line(place)
        start = source.find(text, place.column - 1)
        return Place(place.file, place.line, start + column + 1) if start >= 0 else place


def build_pack(
    desk: Desk,
    asked: s.QuestionnaireShape,
    sections: Iterable[s.SectionShape],
    rubric: s.RubricShape,
    domains: Iterable[s.DomainShape],
    cases: s.CasesShape | None,
    sources: s.SourcesShape | None,
    digest: str,
) -> Pack:
    """One pack from its files' shapes; problems go to the desk."""
    questionnaire = _questionnaire(desk, asked, sections)
    questions = {q.id: q for section in questionnaire.sections for q in section.questions}
    built = _rubric(desk, rubric, tuple(domains), questions)
    items = {item.question: item for domain in built.domains for item in domain.items}
    return Pack(
        id=asked.pack,
        title=asked.title,
        version=asked.version,
        language=asked.language,
        as_of=asked.as_of,
        digest=digest,
        questionnaire=questionnaire,
        rubric=built,
        sources=tuple(_source(source) for source in sources.sources) if sources else (),
        cases=tuple(_case(case) for case in cases.cases) if cases else (),
        questions=questions,
        items=items,
        place=asked.place,
    )


# --- questionnaire -----------------------------------------------------------------------------------------


def _questionnaire(desk: Desk, asked: s.QuestionnaireShape, sections: Iterable[s.SectionShape]) -> Questionnaire:
    return Questionnaire(
        sections=tuple(_section(desk, section, asked) for section in sections),
        roles=tuple(Role(id, title) for id, title in asked.roles.items()),  # noqa: A001
        name=asked.campaign_name or "",
        clock=asked.first_ballots or "",
        election=asked.election_day or "",
        about=asked.about or "",
        legal=asked.legal or "",
    )


def _section(desk: Desk, shape: s.SectionShape, asked: s.QuestionnaireShape) -> Section:
    questions = tuple(_question(desk, question, shape.section, asked) for question in shape.questions)
    return Section(shape.section, shape.title, questions, shape.intro or "", shape.place)


def _question(desk: Desk, shape: s.QuestionShape, section: str, asked: s.QuestionnaireShape) -> Question:
    return Question(
        id=shape.id,
        type=shape.type,
        text=shape.text,
        section=section,
        choices=_choices(desk, shape, asked),
        help=shape.help or "",
        why=shape.why or "",
        evidence=shape.evidence or "",
        when=desk.condition(shape.when, desk.at(shape.place, "when")),
        when_text=shape.when or "",
        follows=_follows(desk, shape),
        required=shape.required,
        na=shape.na,
        role=shape.role or "",
        minutes=shape.minutes,
        lowest=shape.lowest,
        highest=shape.highest,
        unit=shape.unit or "",
        sources=tuple(shape.sources),
        place=shape.place,
    )


def _choices(desk: Desk, shape: s.QuestionShape, asked: s.QuestionnaireShape) -> tuple[Choice, ...]:
    if shape.ladder is not None and shape.ladder not in asked.ladders and shape.ladder not in desk.lost:
        hint = did_you_mean(shape.ladder, asked.ladders)
        desk.report(desk.at(shape.place, "ladder"), f"no ladder is called `{shape.ladder}`", hint)
    given = shape.choices or asked.ladders.get(shape.ladder or "", [])
    if shape.type == "yes_no" and not given:
        return YES_NO
    return tuple(Choice(c.id, c.text, c.alone, c.place) for c in given)


def _follows(desk: Desk, shape: s.QuestionShape) -> Follows | None:
    if shape.follows is None:
        return None
    place = desk.at(shape.place, "follows")
    if shape.follows.strip().isidentifier():
        return Follows(shape.follows.strip(), None, place)
    name, level = at_least(desk, shape.follows, place)
    return Follows(name, level, place) if name else None


def at_least(desk: Desk, text: str, place: Place) -> tuple[str, Level]:
    """Read `control >= level`; an empty name if it is something else (which is reported)."""
    condition = desk.condition(text, place)
    if isinstance(condition, Compare) and condition.order == ">=":
        return condition.question, condition.level
    if condition is not None:
        desk.report(place, f"`{text}` should be a control at a level", "Write it like `response_plan >= partly`.")
    return "", ""


# --- rubric ------------------------------------------------------------------------------------------------


def _rubric(
    desk: Desk, shape: s.RubricShape, domains: tuple[s.DomainShape, ...], questions: Mapping[str, Question]
) -> Rubric:
    raw = {i.question: _item(desk, i, d.domain, shape, questions) for d in domains for i in (*d.exposure, *d.controls)}
    items = {name: item for name, item in raw.items() if item is not None}
    actions = [action for domain in domains for action in domain.actions] + shape.actions
    gates = [_gate(desk, gate, "index") for gate in shape.gates]
    gates += [_gate(desk, gate, d.domain) for d in domains for gate in d.gates]
    return Rubric(
        domains=tuple(_domain(desk, d, items) for d in domains),
        bands=tuple(Band(b.id, b.title, b.start, b.says or "", b.place) for b in shape.bands),
        gates=tuple(gate for gate in gates if gate is not None),
        actions=tuple(_action(desk, action, items) for action in actions),
        alpha=_parameter(shape.parameters.alpha),
        t0=_parameter(shape.parameters.t0),
        eta=_parameter(shape.parameters.eta),
        lambda_=_parameter(shape.parameters.lambda_),
        judgements=_judgements(shape.judgements),
    )


def _parameter(shape: s.UnitParameter) -> Parameter:
    return Parameter(shape.value, shape.because)


def _judgements(shape: s.JudgementsShape) -> Judgements:
    k, sev, res = shape.importance, shape.severity, shape.residual
    return Judgements(
        importance=(("critical", k.critical), ("major", k.major), ("minor", k.minor)),
        severity=(("critical", sev.critical), ("high", sev.high), ("medium", sev.medium)),
        residual=(("severe", res.severe), ("high", res.high), ("moderate", res.moderate)),
        evidence_kappa=_grades(shape.evidence_confidence),
        evidence_cap=_grades(shape.evidence_cap),
        provisional=(shape.provisional_below, shape.provisional_domain_below),
        na_share=shape.na_share,
    )


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
        name, level = at_least(desk, text, place)
        if name and (need := _need(desk, name, level, items, place)):
            needs.append(need)
    return replace(item, requires=tuple(needs))


def _item(
    desk: Desk, shape: s.ItemShape, domain: str, rubric: s.RubricShape, questions: Mapping[str, Question]
) -> Item | None:
    question = questions.get(shape.question)
    if question is None:
        if shape.question not in desk.lost:
            hint = did_you_mean(shape.question, questions)
            desk.report(desk.at(shape.place, "question"), f"no question is called `{shape.question}`", hint)
        return None
    values = _values(desk, shape, question, rubric)
    if values is None:
        return None
    kind: Kind = "control" if isinstance(shape, s.ControlShape) else "exposure"
    item = Item(shape.question, kind, domain, shape.weight, values, place=shape.place)
    return _control(desk, item, shape) if isinstance(shape, s.ControlShape) else item


def _control(desk: Desk, item: Item, shape: s.ControlShape) -> Item:
    usual = CRITICAL_TARGET if shape.importance == "critical" else USUAL_TARGET
    target = usual
    if shape.target is not None:
        level: Level = _as_level(shape.target)
        need = _need(desk, item.question, level, {item.question: item}, desk.at(shape.place, "target"))
        target = need.value if need else usual
    return replace(item, importance=shape.importance, target=target, finding=shape.finding or "")


def _as_level(text: str) -> Level:
    try:
        return Fraction(text)
    except ValueError:
        return text


def _need(desk: Desk, name: str, level: Level, items: Mapping[str, Item], place: Place) -> Need | None:
    """A control at a level, valued; unknown controls and levels are reported."""
    item = items.get(name)
    if item is None:
        if name not in desk.lost:
            desk.report(place, f"no control is called `{name}`", did_you_mean(name, items))
        return None
    if isinstance(item.values, OptionValues):
        options = dict(item.values.options)
        if level not in options:
            hint = did_you_mean(str(level), options)
            desk.report(place, f"`{name}` has no choice `{level}`", hint)
            return None
        return Need(name, level, options[str(level)], place)
    if not isinstance(level, Fraction):
        desk.report(place, f"`{name}` is measured in numbers, not `{level}`", "Write a number, such as 0.7.")
        return None
    return Need(name, level, item.values.of(level) if isinstance(item.values, Points) else level, place)


WAYS = ("values", "scale", "checklist", "worst_of", "points")


def _values(desk: Desk, shape: s.ItemShape, question: Question, rubric: s.RubricShape) -> Values | None:
    """How answers count. Exactly one way is given; a plain `yes_no` counts no as 0 and yes as 1."""
    given = [way for way in WAYS if getattr(shape, way) is not None]
    if not given and question.type == "yes_no":
        return OptionValues((("no", Fraction(0)), ("yes", Fraction(1))))
    if len(given) != 1:
        what = "does not say what its answers are worth" if not given else f"says it twice: {' and '.join(given)}"
        desk.report(desk.at(shape.place, "question"), f"`{question.id}` {what}", f"Give one of {', '.join(WAYS)}.")
        return None
    way = given[0]
    if way == "points":
        return Points(tuple(shape.points or ()))
    table = _scale(desk, shape, rubric) if way == "scale" else getattr(shape, way)
    if table is None or not _all_choices(desk, shape, question, table, way):
        return None
    ordered = tuple((c.id, table[c.id]) for c in question.choices if c.id in table)
    if way == "checklist":
        return Checklist(ordered)
    return WorstOf(ordered) if way == "worst_of" else OptionValues(ordered)


def _scale(desk: Desk, shape: s.ItemShape, rubric: s.RubricShape) -> dict[str, Fraction] | None:
    if shape.scale in rubric.scales:
        return rubric.scales[shape.scale]
    if shape.scale not in desk.lost:
        hint = did_you_mean(shape.scale or "", rubric.scales)
        desk.report(desk.at(shape.place, "scale"), f"no scale is called `{shape.scale}`", hint)
    return None


def _all_choices(
    desk: Desk, shape: s.ItemShape, question: Question, table: Mapping[str, Fraction], way: str
) -> bool:
    """Every choice is valued and nothing else is; choices that stand alone need no place in a checklist."""
    choices = {choice.id: choice for choice in question.choices}
    strange = [name for name in table if name not in choices]
    for name in strange if way != "scale" else strange[:1]:
        place = desk.key(shape.place, way, name) if way != "scale" else desk.at(shape.place, "scale")
        desk.report(place, f"`{question.id}` has no choice `{name}`", did_you_mean(name, choices))
    spare = way in ("checklist", "worst_of")
    missing = [c.id for c in choices.values() if c.id not in table and not (spare and c.alone)]
    if missing and not strange:
        what = f"`{question.id}`: nothing says what {', '.join(f'`{name}`' for name in missing)} is worth"
        desk.report(desk.key(shape.place, way), what)
    return not strange and not missing


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


# --- cases and sources -------------------------------------------------------------------------------------


def _source(shape: s.SourceShape) -> Source:
    fields = (shape.id, shape.says, shape.title, shape.publisher, shape.link, shape.date, shape.as_of, shape.status)
    return Source(*fields, place=shape.place)


def _case(shape: s.CaseShape) -> Case:
    return Case(
        id=shape.id,
        title=shape.title,
        answers=tuple(shape.answers.items()),
        index=shape.expect.index or "",
        band=shape.expect.band or "",
        gates=tuple(shape.expect.gates.items()),
        findings=tuple(shape.expect.findings.items()),
        absent=tuple(shape.expect.absent),
        actions=tuple(shape.expect.actions),
        place=shape.place,
    )
