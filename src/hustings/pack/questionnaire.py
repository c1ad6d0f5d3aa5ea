"""The records of a questionnaire: sections, questions, choices, roles and editions.

Frozen, slotted, tuples only. What an author wrote carries its `Place`, which takes no part in equality.
"""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from typing import Literal, get_args

from hustings.frozen_records import dataclass
from hustings.messages import english
from hustings.pack.conditions import Condition, Level, names
from hustings.problems import NOWHERE, Place

SingleType = Literal["yes_no", "select_one"]
"""Questions of which one choice is taken."""
SelectType = Literal[SingleType, "select_multiple"]
"""Questions that have choices."""
QuestionType = Literal[SelectType, "number", "text", "date"]
"""Every type of question. What knows of types takes it from here: shapes, JSON Schema, checks and faces."""

SINGLES: tuple[SingleType, ...] = get_args(SingleType)
SELECTS: tuple[SelectType, ...] = get_args(SelectType)


def placed() -> Place:
    """The field that holds where something was written."""
    return field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer. `alone`: it cannot be ticked together with others ("none of these").

    `was`: ids that it had in earlier versions of the pack.
    """

    id: str
    text: str
    alone: bool = False
    was: tuple[str, ...] = ()
    place: Place = placed()


YES_NO = (Choice("no", english("No")), Choice("yes", english("Yes")))
"""Our own words, not an author's: they are said in the language of the pack."""


@dataclass(frozen=True, slots=True)
class Follows:
    """A follow-up opens when its parent control reaches a level; None: its lowest option above 0 (1.5, ruling 3)."""

    question: str
    level: Level | None = None
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `minutes` is the expected answering time; `when` and `follows` decide whether it is asked.

    `edition` is the smallest that asks it (empty: all do); `asked` is false where the edition in hand leaves it to one
    that is larger, though it counts; `asked_with`: it asks it all the same where this holds, because the campaign has a
    use that needs it. `nist` is its function in the NIST AI RMF, `risks` are those
    of NIST AI 600-1 that it is about. `was`: ids that it had in earlier versions of the pack.
    """

    id: str
    type: QuestionType
    text: str
    section: str
    choices: tuple[Choice, ...] = ()
    help: str = ""
    why: str = ""
    evidence: str = ""
    when: Condition | None = None
    when_text: str = ""
    follows: Follows | None = None
    required: bool = False
    na: bool = False
    role: str = ""
    minutes: Fraction = Fraction(1, 2)
    lowest: Fraction | None = None
    highest: Fraction | None = None
    unit: str = ""
    sources: tuple[str, ...] = ()
    edition: str = ""
    nist: str = ""
    risks: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    asked: bool = True
    asked_with: Condition | None = None
    place: Place = placed()

    def choice(self, id: str) -> Choice | None:  # noqa: A002 - the YAML's word
        """The choice of this id; None if the question has none of that name."""
        return next((choice for choice in self.choices if choice.id == id), None)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that are asked together. `intro` is shown before the first of them."""

    id: str
    title: str
    questions: tuple[Question, ...]
    intro: str = ""
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody in a campaign who knows answers or owns actions."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Edition:
    """How much is asked. What only larger editions than `scored_as` ask is left out of the score."""

    id: str
    title: str
    scored_as: str
    about: str = ""
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What is asked. `clock` and `name` name the questions that hold the first ballots' date and the campaign's.

    `editions` are in order, the smallest first.
    """

    sections: tuple[Section, ...]
    roles: tuple[Role, ...] = ()
    editions: tuple[Edition, ...] = ()
    name: str = ""
    clock: str = ""
    election: str = ""
    about: str = ""
    legal: str = ""


def depends_on(question: Question) -> tuple[str, ...]:
    """The questions that decide whether this one is asked."""
    asked = names(question.when) if question.when is not None else ()
    return asked + ((question.follows.question,) if question.follows is not None else ())
