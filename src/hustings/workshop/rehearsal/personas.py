"""Invented people for a rehearsal: who they are, how they vote, and when they change their minds.

They vote around the answers of a sample campaign, each with a bias, so that they differ as real groups do: often a
little, sometimes much. Everything follows from the seed, and nothing from the order of events.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from random import Random
from typing import assert_never

from hustings.answers.events import Answers, State, Value
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import ladder

NAMES = ("Ana", "Ben", "Carmen", "Dev", "Ellen", "Farid", "Grace", "Hugo")
FEWEST, MOST = 5, len(NAMES)
KNOWS_FACT = 0.92
"""How often somebody knows a fact that is not a matter of degree."""
LONG_LIST = 8
"""With more choices than this, a question is a matter of plain fact, such as the state."""
REASONS = (
    english("We wrote it down last spring and did not look at it since."),
    english("I know of one case where it went otherwise."),
    english("We do it, but nobody checks."),
    english("That depends on who is in the office."),
)


class Manner(StrEnum):
    """How somebody behaves in a room: as chance has it, or as one kind of person does."""

    FREE = "free"
    DOMINANT = "dominant"
    SILENT = "silent"
    LATE = "late"
    YIELDING = "yielding"


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented person. `bias`: judges worse (-1) or better (1) than is true. `doubt`, `drop_rate`: probabilities."""

    seed: str
    name: str
    role: str
    language: str
    bias: float
    doubt: float
    reading_seconds: float
    drop_rate: float
    manner: Manner = Manner.FREE

    def random_at(self, *moment: object) -> Random:
        """A random generator for one moment, independent of all others."""
        return Random("/".join(map(str, (self.seed, self.name, *moment))))  # noqa: S311 - not for security


def people(pack: Pack, count: int, languages: Sequence[str], seed: int) -> tuple[Persona, ...]:
    """So many people with the roles of the pack; the last one speaks another language, if there is one."""
    roles = [role.id for role in pack.questionnaire.roles] or [""]
    named = NAMES[:count]
    first, *others = languages
    return tuple(
        invented_person(
            str(seed), name, roles[index % len(roles)], others[0] if others and name == named[-1] else first
        )
        for index, name in enumerate(named)
    )


def invented_person(seed: str, name: str, role: str, language: str) -> Persona:
    """A person whose judgement and habits follow from seed and name."""
    rng = Random(f"{seed}/{name}")  # noqa: S311 - not for security
    return Persona(
        seed,
        name,
        role,
        language,
        bias=rng.uniform(-0.7, 0.7),
        doubt=rng.uniform(0.02, 0.15),
        reading_seconds=rng.uniform(4, 9),
        drop_rate=rng.choice([0.0, 0.05, 0.25]),
    )


def opinion(
    person: Persona, pack: Pack, question: Question, answers: Answers, shown: Sequence[int] = ()
) -> dict[str, object]:
    """A person's vote, as a phone sends it. `shown`: the counts of the first round, by choice."""
    rng = person.random_at(question.id, len(shown))
    if person.role != question.role and rng.random() < person.doubt:
        return {"said": rng.choice(["dont_know", "abstain"])}
    if question.type == "select_multiple":
        return {"said": "option", "pick": _selected(question, answers, rng)}
    ids = [choice.id for choice in question.choices]
    index = _choice_index(person, pack, question, answers, rng)
    if shown and rng.random() < KNOWS_FACT:  # after a discussion people move a step towards the others
        most = max(range(len(ids)), key=lambda one: shown[one])
        index += (most > index) - (most < index)
    return {"said": "option", "pick": ids[index]}


def _choice_index(person: Persona, pack: Pack, question: Question, answers: Answers, rng: Random) -> int:
    """The index of the choice that a person votes for."""
    ids, steps = [choice.id for choice in question.choices], ladder(pack, question)
    true_one = true_index(question, answers)
    if not steps or len(ids) > LONG_LIST:
        knows = rng.random() < KNOWS_FACT or len(ids) > LONG_LIST
        return true_one if knows else rng.randrange(len(ids))
    rank = steps.index(ids[true_one]) + round(person.bias + rng.gauss(0, 0.35))
    return ids.index(steps[max(0, min(rank, len(steps) - 1))])


def true_index(question: Question, answers: Answers) -> int:
    """The index of the choice that is true of the campaign; one in the middle if that is not known."""
    ids = [choice.id for choice in question.choices]
    answer = answers.get(question.id)
    is_choice = answer is not None and answer.state is State.ANSWERED and answer.value in ids
    return ids.index(str(answer.value)) if is_choice and answer is not None else (len(ids) - 1) // 2


def _selected(question: Question, answers: Answers, rng: Random) -> list[str]:
    """The true choices, sometimes with one more or less."""
    answer = answers.get(question.id)
    true_choices = answer.value if answer is not None and isinstance(answer.value, tuple) else ()
    combinable = [choice.id for choice in question.choices if not choice.alone]
    chosen = [name for name in combinable if (name in true_choices) != (rng.random() < 0.04)]  # noqa: PLR2004 - seldom
    return chosen or combinable[:1]


def reason(person: Persona, question: str) -> str:
    """A note that goes with a vote, seldom; otherwise empty."""
    rng = person.random_at(question, "reason")
    return say(rng.choice(REASONS)) if rng.random() < person.doubt else ""


def delay(person: Persona, *moment: object) -> float:
    """Seconds until a person has read and voted: mostly short, sometimes long."""
    return min(person.random_at(*moment, "delay").lognormvariate(0, 0.5) * person.reading_seconds, 25.0)


def invented_value(question: Question, today: date) -> Value:
    """An obviously invented answer to a question that is not voted on."""
    match question.type:
        case "number":
            return question.lowest if question.lowest is not None else Fraction(1)
        case "date":
            return today
        case "yes_no" | "select_one" | "select_multiple" | "text":
            return say("invented")
        case _:
            assert_never(question.type)
