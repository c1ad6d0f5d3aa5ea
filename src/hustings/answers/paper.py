"""A worksheet of paper: what its fields are called, and what filled ones say.

A sheet travels by mail and comes back from anywhere. Its stamp says which case, pack and role it was made for; the
names of its fields are ids, never words, so that any language reads the same. Nothing is guessed: two ticks where one
is meant are a mistake that is told, not an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from hustings.answers.accept import LONGEST, LONGEST_NAME, Refusal, accept, too_long
from hustings.answers.events import Answer, State, Value
from hustings.answers.given import state_answer
from hustings.answers.workshop import SAID, Said, Vote
from hustings.pack.asked import SELECTS, Question
from hustings.pack.model import Pack
from hustings.pack.rules import DateOrder
from hustings.text import clean, name_of
from hustings.wording import english, say

STAMP, NAME = "sheet", "name"
LONG_LIST = 14
"""Choices that fit on a sheet as boxes; more become a list to choose from."""
PREFIX = "hustings-1"
_STAMP = re.compile(
    r"hustings-1\.([0-9a-f]{12})\.([0-9a-f]{12})\.([a-z0-9_]*)\.([A-Za-z0-9-]+)\.([a-z0-9_]*)\.(\d{1,6})"
)
_FIELD = re.compile(r"([a-z][a-z0-9_]*)[:+].*", re.DOTALL)
ON = ("/on", "on", "/Yes", "Yes", "/1")

SAYING = {**SAID, Said.NOT_APPLICABLE: english("Does not apply (say why)")}
"""What can be ticked besides the choices."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which case and pack a sheet belongs to (their marks), for whom, in which language and edition.

    `seat` is the number in the roster; 0: for anybody with the role.
    """

    case: str
    digest: str
    role: str
    language: str
    edition: str
    seat: int = 0

    def __str__(self) -> str:
        return f"{PREFIX}.{self.case}.{self.digest}.{self.role}.{self.language}.{self.edition}.{self.seat}"


def stamp_of(text: str) -> Stamp | None:
    """A stamp as it stands on a sheet; None if it is none."""
    found = _STAMP.fullmatch(text.strip())
    return Stamp(found[1], found[2], found[3], found[4], found[5], int(found[6])) if found else None


def mark(*parts: str) -> str:
    """A short mark of what should not stand on a sheet as it is."""
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def choice_field(question: str, choice: str) -> str:
    """The box of a choice."""
    return f"{question}:{choice}"


def said_field(question: str, said: Said) -> str:
    """The box of one of the three that are no choice."""
    return f"{question}+{said.value}"


def value_field(question: str) -> str:
    """Where a choice from a list, a number, a date or words go."""
    return f"{question}+value"


def note_field(question: str) -> str:
    """Where the reason goes."""
    return f"{question}+note"


def offered(question: Question) -> tuple[Said, ...]:
    """What can be ticked besides the choices of a question.

    Of a required question not “don't know”, which a vote may say: a sheet can also be taken as the answers themselves.
    """
    return tuple(
        said
        for said in SAYING
        if not (said is Said.DONT_KNOW and question.required) and not (said is Said.NOT_APPLICABLE and not question.na)
    )


def as_boxes(question: Question) -> bool:
    """Whether the choices of a question stand on the sheet as boxes."""
    return question.type in SELECTS and len(question.choices) <= LONG_LIST


@dataclass(frozen=True, slots=True)
class Marked:
    """What a sheet says about one question; `value` goes with OPTION."""

    question: Question
    said: Said
    value: Value | None = None
    note: str = ""

    def vote(self) -> Vote | None:
        """As a vote; None for what a room does not vote on, such as a date."""
        if not self.question.choices:
            return None
        return Vote(self.said, self.value if isinstance(self.value, str | tuple) else None, self.note)

    def answer(self) -> Answer | Refusal | None:
        """As an answer of the assessment; None if somebody else should say it."""
        match self.said:
            case Said.OPTION:
                return Answer(State.ANSWERED, self.value, note=self.note)
            case Said.DONT_KNOW:
                return Answer(State.DONT_KNOW, note=self.note)
            case Said.NOT_APPLICABLE:
                return state_answer(self.question, State.NA, self.note)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a sheet, and at which question (empty: with the whole)."""

    question: str
    why: Refusal


Fields = Mapping[str, str]


def marked(
    pack: Pack, fields: Fields, order: DateOrder | None = None
) -> tuple[tuple[Marked, ...], tuple[Mistake, ...]]:
    """What the fields of a sheet say, in the order of the pack, and every mistake in them.

    `order`: how the place of the election writes a date in figures.
    """
    found = [said for question in pack.questions.values() if (said := _marked(question, fields, order)) is not None]
    mistakes = [said for said in found if isinstance(said, Mistake)]
    return tuple(said for said in found if isinstance(said, Marked)), (*_strange(pack, fields), *mistakes)


def _strange(pack: Pack, fields: Fields) -> Iterator[Mistake]:
    """Filled fields of questions that the pack does not have."""
    for name, text in fields.items():
        match = _FIELD.fullmatch(name)
        if match and match[1] not in pack.questions and text.strip() not in ("", "/Off", "Off"):
            what = Refusal(
                say("No question is called `{question}`.", question=match[1]),
                say("Write the sheets of this case anew."),
            )
            yield Mistake(match[1], what)


def _marked(question: Question, fields: Fields, order: DateOrder | None) -> Marked | Mistake | None:
    others = [said for said in SAYING if fields.get(said_field(question.id, said)) in ON]
    ticked = [choice.id for choice in question.choices if fields.get(choice_field(question.id, choice.id)) in ON]
    written, note = (clean(fields.get(name, "")) for name in (value_field(question.id), note_field(question.id)))
    values = [*ticked, *([written] if written else [])]
    if not values and not others:
        return Mistake(question.id, _only_a_note()) if note else None
    wrong = _too_many(question, values, others) or too_long(note)
    if wrong is not None:
        return Mistake(question.id, wrong)
    if others:
        return Marked(question, others[0], note=note)
    value = accept(question, values if question.type == "select_multiple" else values[0], order)
    return Mistake(question.id, value) if isinstance(value, Refusal) else Marked(question, Said.OPTION, value, note)


def _only_a_note() -> Refusal:
    return Refusal(say("There is a reason, and nothing is ticked."), say("Tick what fits best, or “Not my area”."))


def _too_many(question: Question, values: list[str], others: list[Said]) -> Refusal | None:
    if len(others) + bool(values) == 1 and (len(values) <= 1 or question.type == "select_multiple"):
        return None
    texts = {choice.id: choice.text for choice in question.choices}
    both = [*(texts.get(value, value) for value in values), *(say(SAYING[said]) for said in others)][:2]
    return Refusal(
        say("“{one}” and “{other}” are both given.", one=_cut(both[0]), other=_cut(both[1])), say("Leave one of them.")
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}…"


def written_name(fields: Fields) -> str:
    """The name on a sheet, on one line and no longer than a name is; empty if there is none."""
    return name_of(fields.get(NAME, "")[:LONGEST])[:LONGEST_NAME]
