"""Random packs and answers for property-based tests: every construct of the rubric language, always a valid pack.

Hypothesis draws the sizes and a seed; the rest is made from the seed in plain Python, so that 200 packs take
moments and the same seed can be used in another process. What makes a rubric valid is kept by construction: each domain
has an unconditional exposure item that cannot be N/A, conditions ask facts and exposures only, domain gates ask their
own domain, targets are at least the gates' levels, and nothing depends on itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction as F
from random import Random

from hustings.answers.applicability import level_value
from hustings.pack.conditions import AllOf, AnyOf, Clause, Comparison, Condition, Contains, Not, OneOf
from hustings.pack.item_values import Checklist, Need, OptionValues, Points, WorstOf
from hustings.pack.model import Action, Band, Domain, Gate, Item, Judgements, Pack, Parameter, Rubric
from hustings.pack.questionnaire import Choice, Follows, Question, Questionnaire, Section

JUDGEMENTS = Judgements(
    importance=(("critical", F(1)), ("major", F("0.7")), ("minor", F("0.4"))),
    severity=(("critical", F("0.6")), ("high", F("0.3")), ("medium", F("0.12"))),
    residual=(("severe", F("0.6")), ("high", F("0.35")), ("moderate", F("0.15"))),
    evidence_kappa=(F(0), F(1, 3), F(2, 3), F(1)),
    evidence_cap=(F("0.3"), F("0.7"), F(1), F(1)),
    provisional=(F("0.8"), F("0.5")),
    na_share=F("0.4"),
)
BANDS = (
    Band("unprepared", "Unprepared", F(0)), Band("exposed", "Exposed", F(40)),
    Band("guarded", "Guarded", F(60)), Band("ready", "Ready", F(80)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large a pack to draw: counts for each domain (controls, exposures) or for the whole."""

    domains: int = 3
    controls: int = 4
    exposures: int = 2
    facts: int = 3
    gates: int = 4


# --- assembling --------------------------------------------------------------------------------------------


def assembled(questions: Iterable[Question], rubric: Rubric) -> Pack:
    asked = tuple(questions)
    return Pack(
        id="drawn",
        title="Drawn",
        version="1",
        language="en",
        as_of="2026-11-24",
        digest="0",
        questionnaire=Questionnaire((Section("all", "All", asked),)),
        rubric=rubric,
        questions={question.id: question for question in asked},
        items={item.question: item for domain in rubric.domains for item in domain.items},
    )


def with_rubric(pack: Pack, **changes: object) -> Pack:
    return assembled(pack.questions.values(), replace(pack.rubric, **changes))  # type: ignore[arg-type]


def with_items(pack: Pack, change: Callable[[Item], Item]) -> Pack:
    domains = tuple(replace(d, items=tuple(change(item) for item in d.items)) for d in pack.rubric.domains)
    return with_rubric(pack, domains=domains)


# --- drawing a pack ----------------------------------------------------------------------------------------


def draw_pack(rnd: Random, size: Sizes) -> Pack:
    questions = list[Question]()
    for number in range(size.facts):
        questions.append(_fact(rnd, f"fact{number}", questions))
    names = [f"d{number}" for number in range(size.domains)]
    items = {name: list[Item]() for name in names}
    for name in names:
        for number in range(rnd.randint(1, size.exposures)):
            _exposure(rnd, f"{name}_x{number}", name, questions=questions, items=items, free=number == 0)
    conditions = list(questions)
    for number in range(size.controls):
        for name in names:
            free = name == "d0" and number == 0
            _control(rnd, f"{name}_c{number}", name, questions, items, conditions=conditions, free=free)
    _note(rnd, questions, items)
    return _finished(rnd, questions, items, size)


def _finished(rnd: Random, questions: list[Question], items: Mapping[str, list[Item]], size: Sizes) -> Pack:
    domains = tuple(Domain(n, n.upper(), _weight(rnd), "", tuple(own)) for n, own in items.items())
    fixed = rnd.random() < 0.5
    rubric = Rubric(
        domains=domains,
        bands=BANDS,
        gates=(),
        actions=_actions(rnd, [i for d in domains for i in d.of_kind("control")]),
        alpha=Parameter(F("0.5") if fixed else F(rnd.randint(0, 10), 10), ""),
        t0=Parameter(F("0.6") if fixed else F(rnd.randint(1, 10), 10), ""),
        eta=Parameter(F("0.9") if fixed else F(rnd.randint(0, 10), 10), ""),
        lambda_=Parameter(F("0.4") if fixed else F(rnd.randint(0, 10), 10), ""),
        judgements=JUDGEMENTS,
    )
    pack = assembled(questions, rubric)
    gates = tuple(draw_gate(rnd, f"g{number}", pack) for number in range(rnd.randint(0, size.gates)))
    return _targets_over_gates(with_rubric(pack, gates=gates))


def _weight(rnd: Random) -> F:
    return F(rnd.choice(("1", "2", "3", "0.5", "2.5")))


def _ladder(rnd: Random, count: int) -> tuple[tuple[str, F], ...]:
    """Option values: non-decreasing, lowest 0, highest 1 (1.5, ruling 5)."""
    between = sorted(F(rnd.randint(0, 10), 10) for _ in range(count - 2))
    return tuple((f"o{number}", value) for number, value in enumerate((F(0), *between, F(1))))


def _choices(options: Iterable[tuple[str, F]]) -> tuple[Choice, ...]:
    return tuple(Choice(name, name) for name, _ in options)


def _fact(rnd: Random, name: str, before: Sequence[Question]) -> Question:
    kind = rnd.choice(("yes_no", "select_one", "select_multiple", "number"))
    when = _condition(rnd, before, negated=True) if rnd.random() < 0.4 else None
    na = rnd.random() < 0.3
    match kind:
        case "number":
            return Question(name, "number", name, "all", when=when, na=na, lowest=F(0), highest=F(10))
        case "yes_no":
            return Question(name, "yes_no", name, "all", (Choice("no", "No"), Choice("yes", "Yes")), when=when, na=na)
        case _:
            choices = tuple(Choice(f"o{number}", f"o{number}") for number in range(3))
            return Question(name, kind, name, "all", choices, when=when, na=na)  # type: ignore[arg-type]


def _exposure(
    rnd: Random, name: str, domain: str, *, questions: list[Question], items: dict[str, list[Item]], free: bool
) -> None:
    when = None if free or rnd.random() < 0.5 else _condition(rnd, questions)
    na = not free and rnd.random() < 0.4
    options = _ladder(rnd, rnd.randint(2, 4))
    match rnd.choice(("one", "one", "points", "worst", "checklist")):
        case "one":
            question = Question(name, "select_one", name, "all", _choices(options), when=when, na=na)
            values: OptionValues | Points | WorstOf | Checklist = OptionValues(options)
        case "points":
            question, values = _number(rnd, name)
            question = replace(question, when=when, na=na)
        case "worst":
            question = Question(name, "select_multiple", name, "all", _choices(options), when=when, na=na)
            values = WorstOf(options)
        case _:
            question = Question(name, "select_multiple", name, "all", _choices(options), when=when, na=na)
            values = Checklist(tuple((choice, _weight(rnd)) for choice, _ in options))
    questions.append(question)
    items[domain].append(Item(name, "exposure", domain, _weight(rnd), values))


def _number(rnd: Random, name: str) -> tuple[Question, Points]:
    rise = (F(0), F(rnd.randint(1, 9), 10), F(1))
    points = tuple(zip((F(1), F(4), F(9)), rise if rnd.random() < 0.5 else rise[::-1], strict=True))
    return Question(name, "number", name, "all", lowest=F(0), highest=F(10)), Points(points)


def _control(
    rnd: Random,
    name: str,
    domain: str,
    questions: list[Question],
    items: dict[str, list[Item]],
    *,
    conditions: Sequence[Question],
    free: bool,
) -> None:
    before = [item for own in items.values() for item in own if item.kind == "control"]
    options = _ladder(rnd, rnd.randint(2, 4))
    values: OptionValues | Points | Checklist = OptionValues(options)
    question = Question(name, "select_one", name, "all", _choices(options))
    match rnd.choice(("one", "one", "one", "points", "checklist")):
        case "points":
            question, values = _number(rnd, name)
        case "checklist":
            question = replace(question, type="select_multiple")
            values = Checklist(tuple((choice, _weight(rnd)) for choice, _ in options))
        case _:
            pass
    if not free:
        question = replace(
            question,
            when=_condition(rnd, conditions) if rnd.random() < 0.35 else None,
            follows=_follows(rnd, before) if before and rnd.random() < 0.5 else None,
            na=rnd.random() < 0.5,
        )
    questions.append(question)
    item = Item(name, "control", domain, _weight(rnd), values, rnd.choice(("critical", "major", "minor")))
    target = F(1) if item.importance == "critical" else F(rnd.choice(("0.7", "0.7", "0.5", "0.95")))
    items[domain].append(replace(item, target=target, requires=_requires(rnd, before)))


def _follows(rnd: Random, before: Sequence[Item]) -> Follows:
    parent = rnd.choice(before)
    return Follows(parent.question, level(rnd, parent) if rnd.random() < 0.5 else None)


def _requires(rnd: Random, before: Sequence[Item]) -> tuple[Need, ...]:
    return (need(rnd, rnd.choice(before)),) if before and rnd.random() < 0.3 else ()


def need(rnd: Random, item: Item) -> Need:
    at = level(rnd, item)
    return Need(item.question, at, level_value(item, at))


def level(rnd: Random, item: Item) -> str | F:
    """A level of an item above 0, as an author would write it."""
    match item.values:
        case OptionValues(options):
            return rnd.choice([name for name, value in options if value > 0])
        case Points():
            return F(rnd.randint(2, 8))
        case _:
            return F(rnd.randint(1, 10), 10)


def _note(rnd: Random, questions: list[Question], items: Mapping[str, list[Item]]) -> None:
    """An unscored question that follows a control: it moves nothing."""
    parent = rnd.choice([item for own in items.values() for item in own if item.kind == "control"])
    questions.append(Question("note", "text", "note", "all", follows=Follows(parent.question)))


def _actions(rnd: Random, controls: Sequence[Item]) -> tuple[Action, ...]:
    actions = list[Action]()
    for number, item in enumerate(controls):
        after = (rnd.choice(actions).id,) if actions and rnd.random() < 0.4 else ()
        hours, lead = F(rnd.randint(1, 40), 2), rnd.randint(0, 40)
        actions.append(Action(f"a{number}", f"a{number}", "", hours, "", (need(rnd, item),), after, wait=lead))
    return tuple(actions)


def _condition(rnd: Random, questions: Sequence[Question], *, negated: bool = False) -> Condition | None:
    """`when` of a question: facts and exposures with a single value or ticks."""
    if not questions:
        return None
    leaves = [_clause(rnd, rnd.choice(questions)) for _ in range(rnd.randint(1, 3))]
    found = _joined(rnd, leaves)
    return Not(found) if negated and rnd.random() < 0.3 else found


def _clause(rnd: Random, question: Question) -> Clause:
    ids = [choice.id for choice in question.choices]
    match question.type:
        case "number":
            return Comparison(question.id, rnd.choice((">=", "<=", ">", "<")), F(rnd.randint(0, 10)))
        case "select_multiple":
            return Contains(question.id, rnd.choice(ids))
        case _ if rnd.random() < 0.5:
            return OneOf(question.id, tuple(sorted(rnd.sample(ids, rnd.randint(1, len(ids))))))
        case _:
            return Comparison(question.id, rnd.choice((">=", "<=")), rnd.choice(ids))


def _joined(rnd: Random, leaves: Sequence[Condition]) -> Condition:
    """Leaves joined by and/or, the last two as a group of their own."""
    if len(leaves) == 1:
        return leaves[0]
    join = rnd.choice((AllOf, AnyOf))
    return join(tuple(leaves)) if len(leaves) < 3 else join((leaves[0], _joined(rnd, leaves[1:])))


def draw_gate(rnd: Random, name: str, pack: Pack) -> Gate:
    domain = rnd.choice(pack.rubric.domains)
    scope = rnd.choice(("index", domain.id))
    where = pack.rubric.domains if scope == "index" else (domain,)
    controls = [item for d in where for item in d.of_kind("control")]
    exposures = [item for d in where for item in d.of_kind("exposure")]
    return Gate(
        id=name,
        title=name,
        scope=scope,
        needs=_gate_condition(rnd, controls),
        cap=F(rnd.choice((0, 39, 59, 79, 100))) if scope == "index" else F(rnd.randint(0, 10), 10),
        because="",
        when=_gate_condition(rnd, exposures) if rnd.random() < 0.5 else None,
    )


def _gate_condition(rnd: Random, items: Sequence[Item]) -> Condition:
    some = [rnd.choice(items) for _ in range(rnd.randint(1, 3))]
    return _joined(rnd, [Comparison(item.question, ">=", level(rnd, item)) for item in some])


def gate_clauses(condition: Condition) -> list[Comparison]:
    match condition:
        case Comparison():
            return [condition]
        case AllOf(parts) | AnyOf(parts):
            return [clause for part in parts for clause in gate_clauses(part)]
        case _:
            raise TypeError(condition)


def _targets_over_gates(pack: Pack) -> Pack:
    """tau_i is at least every gate level on item i (1.5, ruling 11)."""
    asked = [clause for gate in pack.rubric.gates for clause in gate_clauses(gate.needs)]

    def raised(item: Item) -> Item:
        levels = [level_value(item, clause.level) for clause in asked if clause.question == item.question]
        return replace(item, target=max([item.target, *levels]))

    return with_items(pack, raised)
