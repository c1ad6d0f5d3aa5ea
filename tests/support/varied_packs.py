"""Packs and answers beyond those of `support.rubrics`, for what is only seldom so in a pack, and yet may be.

A drawn pack is changed in every part that an author may write otherwise: weights, thresholds, bands, caps, points,
choices that stand alone or are many, questions of several editions, and uses that ask more in a small edition. What
makes a pack valid stays: see `support.rubrics`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction as F
from random import Random

from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import Clause, Comparison, Not, OneOf, clauses
from hustings.pack.editions import about, scoped
from hustings.pack.item_values import Checklist, Points
from hustings.pack.model import Band, Gate, Item, Judgements, Pack, Parameter
from hustings.pack.questionnaire import Choice, Edition, Question, Questionnaire, Section, depends_on
from hustings.pack.uses import Use
from support.rubrics import JUDGEMENTS, Sizes, assembled, draw_pack, need, with_rubric

WEIGHTS = ("0.001", "0.1", "0.333", "0.7", "1", "1.25", "3", "7.5", "12", "100")
SIZES = ("quick", "standard", "full")
MANY = 20
"""So many choices has the longest list to tick."""
Leaning = Callable[[Random, Question], Answer | None]


def varied_pack(rnd: Random) -> Pack:
    """A pack, in one of its editions if it has any."""
    size = Sizes(rnd.randint(1, 4), rnd.randint(1, 6), rnd.randint(1, 4), rnd.randint(0, 5), rnd.randint(0, 6))
    drawn = draw_pack(rnd, size)
    questions = {name: _question(rnd, question) for name, question in drawn.questions.items()}
    items = {name: _item(rnd, questions, item) for name, item in drawn.items.items()}
    domains = tuple(
        replace(one, weight=_weight(rnd), items=tuple(items[item.question] for item in one.items))
        for one in drawn.rubric.domains
    )
    pack = assembled(questions.values(), replace(drawn.rubric, domains=domains))
    changed = with_rubric(
        pack,
        gates=tuple(_gate(rnd, gate) for gate in pack.rubric.gates),
        bands=_bands(rnd),
        judgements=_judgements(rnd),
        alpha=_share(rnd, 0),
        t0=_share(rnd, 1),
        eta=_share(rnd, 0),
        lambda_=_share(rnd, 0),
    )
    return _in_editions(rnd, _with_levels(changed))


def _weight(rnd: Random) -> F:
    return F(rnd.choice(WEIGHTS))


def _share(rnd: Random, least: int) -> Parameter:
    return Parameter(F(rnd.choice((least, 1000, rnd.randint(least, 1000))), 1000), "")


def _bands(rnd: Random) -> tuple[Band, ...]:
    starts = sorted({F(rnd.randint(1, 1000), 10) for _ in range(rnd.randint(1, 5))})
    return tuple(Band(f"b{number}", f"B{number}", start) for number, start in enumerate((F(0), *starts)))


def _judgements(rnd: Random) -> Judgements:
    high = sorted((F(rnd.randint(1, 99), 100) for _ in range(3)), reverse=True)
    return replace(
        JUDGEMENTS,
        importance=tuple((name, F(rnd.randint(1, 100), 100)) for name, _ in JUDGEMENTS.importance),
        severity=tuple(zip(("critical", "high", "medium"), high, strict=True)),
        provisional=(F(rnd.randint(0, 100), 100), F(rnd.randint(0, 100), 100)),
    )


def _gate(rnd: Random, gate: Gate) -> Gate:
    return replace(gate, cap=F(rnd.randint(0, 1000), 10 if gate.scope == "index" else 1000))


# --- questions and what their answers are worth ------------------------------------------------------------


def _question(rnd: Random, question: Question) -> Question:
    """The same asked otherwise: a choice that stands alone, many to tick, other limits, a condition turned round."""
    when = question.when
    if when is not None and question.id.startswith("fact") and rnd.random() < 0.3:
        question = replace(question, when=Not(when))
    match question.type:
        case "select_multiple":
            return replace(question, choices=_ticks(rnd, question.choices))
        case "number":
            low, high = rnd.choice(((None, None), (F(0), None), (None, F(10)), (F(-5), F("12.5")), (F(0), F(10))))
            return replace(question, lowest=low, highest=high)
        case "select_one" if len(question.choices) == 2:
            return replace(question, type=rnd.choice(("select_one", "yes_no")))
        case _:
            return question


def _ticks(rnd: Random, choices: Sequence[Choice]) -> tuple[Choice, ...]:
    more = [Choice(f"more{n}", "More") for n in range(rnd.choice((0, 0, 1, MANY - len(choices))))]
    alone = rnd.random() < 0.5
    first, *others = choices
    return (replace(first, alone=alone), *others, *more)


def _item(rnd: Random, questions: Mapping[str, Question], item: Item) -> Item:
    """The same with other weights and values; choices that are too many to weigh are left out of the list."""
    item = replace(item, weight=_weight(rnd))
    match item.values:
        case Checklist(weights):
            ids = [choice.id for choice in questions[item.question].choices]
            listed = dict.fromkeys([name for name, _ in weights] + rnd.sample(ids, rnd.randint(1, len(ids))))
            return replace(item, values=Checklist(tuple((name, _weight(rnd)) for name in listed)))
        case Points(points):
            return replace(item, values=_points(rnd, falling=points[0][1] > points[-1][1]))
        case _:
            return item


def _points(rnd: Random, *, falling: bool) -> Points:
    """Lines between two to five points, some of them level."""
    count = rnd.randint(2, 5)
    at = sorted(rnd.sample(range(1, 40), count))
    values = [F(0), *sorted(F(rnd.randint(0, 20), 20) for _ in range(count - 2)), F(1)]
    return Points(tuple(zip((F(n, 4) for n in at), values[::-1] if falling else values, strict=True)))


def _with_levels(pack: Pack) -> Pack:
    """What needs and gates ask is worth what the changed items say; a target is above what gates ask."""
    asked = [clause for gate in pack.rubric.gates for clause in clauses(gate.needs)]

    def changed(item: Item) -> Item:
        needs = tuple(replace(one, value=pack.items[one.question].at(one.level)) for one in item.requires)
        levels = [item.at(one.level) for one in asked if isinstance(one, Comparison) and one.question == item.question]
        return replace(item, requires=needs, target=max([item.target, *levels]))

    domains = tuple(replace(d, items=tuple(map(changed, d.items))) for d in pack.rubric.domains)
    questions = (_opened_above_nothing(pack, question) for question in pack.questions.values())
    return assembled(questions, replace(pack.rubric, domains=domains))


def _opened_above_nothing(pack: Pack, question: Question) -> Question:
    """A follow-up whose level is now worth nothing opens at the lowest that is worth something."""
    follows = question.follows
    if follows is None or follows.level is None or pack.items[follows.question].at(follows.level) > 0:
        return question
    return replace(question, follows=replace(follows, level=None))


# --- editions ----------------------------------------------------------------------------------------------


def _in_editions(rnd: Random, pack: Pack) -> Pack:
    """Half of the packs have editions, of which the first may be scored as the second; one of them is taken."""
    if rnd.random() < 0.5:
        return pack
    of = _edition_of_each(rnd, pack)
    together = tuple(gate for gate in pack.rubric.gates if len({of[name] for name in about(gate)}) == 1)
    pack = with_rubric(pack, gates=together)
    editions = tuple(Edition(name, name, name) for name in SIZES)
    if rnd.random() < 0.5:
        editions = (replace(editions[0], scored_as="standard"), *editions[1:])
    questions = tuple(replace(question, edition=of[name]) for name, question in pack.questions.items())
    asked = Questionnaire((Section("all", "All", questions),), editions=editions)
    whole = replace(
        pack,
        questionnaire=asked,
        uses=_uses(rnd, pack, of),
        questions={question.id: question for question in questions},
    )
    return scoped(whole, rnd.choice(SIZES))


def _edition_of_each(rnd: Random, pack: Pack) -> dict[str, str]:
    """The smallest edition that asks each question: none smaller than that of what it hangs on."""
    least = dict[str, int]()
    for name, question in pack.questions.items():
        item = pack.items.get(name)
        before = [*depends_on(question), *(one.question for one in (item.requires if item else ()))]
        free = name.endswith(("_x0", "_c0"))
        least[name] = max([0 if free else rnd.choice((0, 0, 1, 2)), *(least[one] for one in before)])
    return {name: SIZES[size] for name, size in least.items()}


def _uses(rnd: Random, pack: Pack, of: Mapping[str, str]) -> tuple[Use, ...]:
    """Uses that the smallest edition asks about."""
    controls = [item for item in pack.items.values() if item.kind == "control"]
    return tuple(
        Use(f"u{n}", "U", OneOf(one.id, (one.choices[-1].id,)), "", "", 1, needs=(need(rnd, rnd.choice(controls)),))
        for n, one in enumerate(pack.questions.values())
        if one.type in ("yes_no", "select_one") and one.id.startswith(("fact", "d0_x0")) and of[one.id] == SIZES[0]
    )


# --- answers -----------------------------------------------------------------------------------------------


def varied_answers(rnd: Random, pack: Pack) -> dict[str, Answer]:
    """The answers of a campaign of some kind: of every state, nearly all known, nearly none, or near to the best."""
    leaning = rnd.choice((_mixed, _mixed, _known, _unknown, _strong, _does_not_apply, _disputed))
    levels = _levels(pack)
    found = {name: leaning(rnd, question, levels.get(name, ())) for name, question in pack.questions.items()}
    return {name: answer for name, answer in found.items() if answer is not None}


def _levels(pack: Pack) -> dict[str, tuple[F, ...]]:
    """By question the numbers at which a condition, gate, or line turns."""
    found = dict[str, list[F]]()
    conditions = [question.when for question in pack.questions.values()]
    conditions += [one for gate in pack.rubric.gates for one in (gate.needs, gate.when)]
    asked: list[Clause] = [clause for one in conditions if one is not None for clause in clauses(one)]
    for clause in asked:
        if isinstance(clause, Comparison) and isinstance(clause.level, F):
            found.setdefault(clause.question, []).append(clause.level)
    for name, item in pack.items.items():
        if isinstance(item.values, Points):
            found.setdefault(name, []).extend(at for at, _ in item.values.points)
    return {name: tuple(numbers) for name, numbers in found.items()}


def _value(rnd: Random, question: Question, levels: Sequence[F], *, best: bool = False) -> Value:
    ids = [choice.id for choice in question.choices]
    match question.type:
        case "number":
            return _within(question, rnd.choice((*levels, F(rnd.randint(-30, 130), 7), F(rnd.randint(0, 20), 2))))
        case "select_multiple":
            alone = [choice.id for choice in question.choices if choice.alone]
            if alone and not best and rnd.random() < 0.2:
                return tuple(alone)
            return tuple(name for name in ids if name not in alone and (best or rnd.random() < 0.5))
        case "text":
            return "words"
        case _:
            return ids[-1] if best and rnd.random() < 0.9 else rnd.choice(ids)


def _within(question: Question, number: F) -> F:
    """A number that is accepted: in the question's range, as a decimal of six digits."""
    number = F(round(number * 10**6), 10**6)
    number = number if question.lowest is None else max(number, question.lowest)
    return number if question.highest is None else min(number, question.highest)


def _answered(rnd: Random, question: Question, levels: Sequence[F]) -> Answer:
    return Answer(State.ANSWERED, _value(rnd, question, levels), grade=rnd.randint(0, 3))


def _no(rnd: Random, question: Question, levels: Sequence[F]) -> Answer:
    return Answer(State.NA, reason="there is none") if question.na else _answered(rnd, question, levels)


def _votes(rnd: Random, question: Question, levels: Sequence[F]) -> Answer:
    some = [_value(rnd, question, levels) for _ in range(rnd.choice((1, 2, 3, 5)))]
    return Answer(State.UNRESOLVED, votes=tuple(rnd.choices(some, k=rnd.choice((1, 2, 3, 6, 60)))))


def _mixed(rnd: Random, question: Question, levels: Sequence[F]) -> Answer | None:
    return rnd.choice((_known, _known, _unknown, _does_not_apply, _disputed))(rnd, question, levels)


def _known(rnd: Random, question: Question, levels: Sequence[F]) -> Answer | None:
    return _no(rnd, question, levels) if rnd.random() < 0.15 else _answered(rnd, question, levels)


def _unknown(rnd: Random, question: Question, levels: Sequence[F]) -> Answer | None:
    if rnd.random() < 0.15 or question.type == "text":
        return _answered(rnd, question, levels)
    return rnd.choice((None, Answer(State.DONT_KNOW), Answer(State.BLANK)))


def _strong(rnd: Random, question: Question, levels: Sequence[F]) -> Answer | None:
    if rnd.random() < 0.1:
        return _mixed(rnd, question, levels)
    return Answer(State.ANSWERED, _value(rnd, question, levels, best=True), grade=rnd.randint(0, 3))


def _does_not_apply(rnd: Random, question: Question, levels: Sequence[F]) -> Answer | None:
    return _no(rnd, question, levels) if rnd.random() < 0.8 else _answered(rnd, question, levels)


def _disputed(rnd: Random, question: Question, levels: Sequence[F]) -> Answer | None:
    if question.type == "text" or rnd.random() < 0.4:
        return _known(rnd, question, levels)
    return _votes(rnd, question, levels)
