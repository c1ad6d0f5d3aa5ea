"""Small packs built from the records, to reckon by hand: no YAML, one line for each thing that matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction as F

from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import parse
from hustings.pack.item_values import Checklist, Need, OptionValues, Points, WorstOf
from hustings.pack.model import Action, Domain, Gate, Item, Pack, Parameter, Rubric
from hustings.pack.questionnaire import Choice, Question
from hustings.scoring.result import Result
from hustings.scoring.score import score
from support.rubrics import BANDS, JUDGEMENTS, assembled

DONT_KNOW = Answer(State.DONT_KNOW)
NA = Answer(State.NA, reason="there is none")


def said(value: Value) -> Answer:
    return Answer(State.ANSWERED, value)


PRACTICE = OptionValues((("none", F(0)), ("partly", F("0.3")), ("largely", F("0.7")), ("fully", F(1))))
AMOUNT = OptionValues((("little", F(0)), ("some", F("0.5")), ("much", F(1))))
PARTS = Checklist((("one", F(1)), ("two", F(3))))
LINE = Points(((F(0), F(0)), (F(10), F(1))))


def control(name: str, domain: str = "d", **changes: object) -> Item:
    """A control on the four-step ladder of weight 1; its target is 1 if critical, as in a pack that is read."""
    item = Item(name, "control", domain, F(1), PRACTICE)
    return replace(item, **{"target": F(1) if changes.get("importance") == "critical" else F("0.7"), **changes})  # type: ignore[arg-type]


def exposure(name: str = "x", domain: str = "d", **changes: object) -> Item:
    return replace(Item(name, "exposure", domain, F(1), AMOUNT), **changes)  # type: ignore[arg-type]


def made(
    *items: Item,
    gates: Iterable[Gate] = (),
    actions: Iterable[Action] = (),
    facts: Iterable[Question] = (),
    weights: Mapping[str, F] | None = None,
    **asked: Mapping[str, object],
) -> Pack:
    """A pack of these items; `asked` changes the question of an item (when, follows, na)."""
    names = dict.fromkeys(item.domain for item in items)
    domains = tuple(
        Domain(name, name.upper(), (weights or {}).get(name, F(1)), "", tuple(i for i in items if i.domain == name))
        for name in names
    )
    fixed = {"alpha": "0.5", "t0": "0.6", "eta": "0.9", "lambda_": "0.4"}
    rubric = Rubric(
        domains=domains,
        bands=BANDS,
        gates=tuple(gates),
        actions=tuple(actions),
        judgements=JUDGEMENTS,
        **{name: Parameter(F(value), "") for name, value in fixed.items()},  # type: ignore[arg-type]
    )
    questions = (replace(question_of(item), **asked.get(item.question, {})) for item in items)  # type: ignore[arg-type]
    return assembled((*facts, *questions), rubric)


def question_of(item: Item) -> Question:
    name = item.question
    match item.values:
        case Points():
            return Question(name, "number", f"How much {name}?", "all", unit="days")
        case Checklist(weights=listed) | WorstOf(options=listed):
            return Question(name, "select_multiple", f"Which {name}?", "all", _choices(listed))
        case OptionValues(options=listed):
            return Question(name, "select_one", f"What about {name}?", "all", _choices(listed))


def _choices(listed: Iterable[tuple[str, F]]) -> tuple[Choice, ...]:
    return tuple(Choice(name, name.capitalize()) for name, _ in listed)


def fact(name: str, *choices: str, **changes: object) -> Question:
    found = tuple(Choice(choice, choice.capitalize()) for choice in choices or ("no", "yes"))
    return replace(Question(name, "select_one", f"{name}?", "all", found), **changes)  # type: ignore[arg-type]


def gate(name: str, needs: str, *, scope: str = "index", cap: str = "59", when: str = "", stop: str = "") -> Gate:
    asked = parse(when) if when else None
    return Gate(name, name.capitalize(), scope, parse(needs), F(cap), "It matters.", asked, needs, when, stop)


def action(
    name: str,
    raises: Mapping[str, str],
    *,
    hours: str = "1",
    lead_days: int = 0,
    after: tuple[str, ...] = (),
    **changes: object,
) -> Action:
    """An action of a day's work at most, whose lead time is waiting."""
    needs = tuple(Need(q, level, PRACTICE.of(level)) for q, level in raises.items())
    made = Action(name, name, "", F(hours), "manager", needs, after, f"Instead of {name}.", wait=lead_days)
    return replace(made, **changes)  # type: ignore[arg-type]


def votes(*values: Value) -> Answer:
    return Answer(State.UNRESOLVED, votes=values)


def answers(**values: Value | Answer) -> dict[str, Answer]:
    """Answers by question: a value, or an `Answer`."""
    return {name: value if isinstance(value, Answer) else said(value) for name, value in values.items()}


def scored(pack: Pack, **given: Value | Answer) -> Result:
    return score(pack, answers(**given))


def graded(value: str, grade: int) -> Answer:
    return Answer(State.ANSWERED, value, grade=grade)
