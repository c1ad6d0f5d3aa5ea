"""The fields of a worksheet: their names, and the answers that filled ones hold.

The stamp of a sheet names the case, pack and role it was made for. Field names are ids, so they are the same in every
language. Nothing is guessed: two ticks for one answer are a mistake that is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType

from hustings.answers.accept import LONGEST, LONGEST_NAME, Refusal, accept, too_long
from hustings.answers.events import Answer, State, Value
from hustings.answers.parse import state_answer
from hustings.answers.workshop.workshop_log import SAID, Vote, VoteKind
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import SELECTS, Question
from hustings.pack.rules import DateOrder
from hustings.text import clean, name_of, one_line

STAMP, NAME = "sheet", "name"
LONG_LIST = 14
"""The most choices that are boxes on a sheet; more become a list."""
PREFIX = "hustings-1"
_STAMP = re.compile(
    r"hustings-1\.([0-9a-f]{12})\.([0-9a-f]{12})\.([a-z0-9_]*)\.([A-Za-z0-9-]+)\.([a-z0-9_]*)\.(\d{1,6})"
)
_FIELD = re.compile(r"([a-z][a-z0-9_]*)[:+].*", re.DOTALL)
SAYING = {**SAID, VoteKind.NOT_APPLICABLE: english("Does not apply (say why)")}
"""The boxes besides the choices."""


class FieldDoubt(StrEnum):
    """What is inconsistent about a field.

    UNLIKE: a box is stored as ticked but drawn as not ticked. DRAWN: the other way round. UNREAD: its content is not
    text.
    """

    UNLIKE = "unlike"
    DRAWN = "drawn"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class WorksheetStamp:
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


def stamp_of(text: str) -> WorksheetStamp | None:
    """The stamp in a text; None if it is not one."""
    parts = _STAMP.fullmatch(text.strip())
    return WorksheetStamp(parts[1], parts[2], parts[3], parts[4], parts[5], int(parts[6])) if parts else None


def mark(*parts: str) -> str:
    """A short hash, for what should not be printed on a sheet itself."""
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def choice_field(question: str, choice: str) -> str:
    """The name of a choice's box."""
    return f"{question}:{choice}"


def said_field(question: str, said: VoteKind) -> str:
    """The name of the box for don't know, not applicable or not my area."""
    return f"{question}+{said.value}"


def value_field(question: str) -> str:
    """The name of the field for a list, a number, a date or a text."""
    return f"{question}+value"


def note_field(question: str) -> str:
    """The name of the field for a reason."""
    return f"{question}+note"


def offered(question: Question) -> tuple[VoteKind, ...]:
    """The boxes of a question besides its choices.

    A required question has no “don't know”, because a sheet may also be imported as answers.
    """
    return tuple(
        said
        for said in SAYING
        if not (said is VoteKind.DONT_KNOW and question.required)
        and not (said is VoteKind.NOT_APPLICABLE and not question.na)
    )


def as_boxes(question: Question) -> bool:
    """Whether the choices of a question are boxes on the sheet."""
    return question.type in SELECTS and len(question.choices) <= LONG_LIST


@dataclass(frozen=True, slots=True)
class MarkedAnswer:
    """The answer to one question on a sheet; `value` goes with OPTION."""

    question: Question
    said: VoteKind
    value: Value | None = None
    note: str = ""

    def vote(self) -> Vote | None:
        """The answer as a vote; None for a question that is not voted on, such as a date."""
        if not self.question.choices:
            return None
        return Vote(self.said, self.value if isinstance(self.value, str | tuple) else None, self.note)

    def answer(self) -> Answer | Refusal | None:
        """The answer as one of the assessment; None for “not my area”."""
        match self.said:
            case VoteKind.OPTION:
                return Answer(State.ANSWERED, self.value, note=self.note)
            case VoteKind.DONT_KNOW:
                return Answer(State.DONT_KNOW, note=self.note)
            case VoteKind.NOT_APPLICABLE:
                return state_answer(self.question, State.NA, self.note)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class WorksheetMistake:
    """What is wrong with a sheet, and at which question (empty: with the whole)."""

    question: str
    why: Refusal


Fields = Mapping[str, str]
Doubts = Mapping[str, FieldDoubt]
NO_DOUBTS: Doubts = MappingProxyType({})


def marked(
    pack: Pack, fields: Fields, order: DateOrder | None = None, doubts: Doubts = NO_DOUBTS
) -> tuple[tuple[MarkedAnswer, ...], tuple[WorksheetMistake, ...]]:
    """The answers in the fields of a sheet, in the pack's order, and every mistake in them.

    `order`: the order of day and month at the place of the election.
    """
    odd = (*_strange(pack, fields), *_odd(pack, doubts))
    asked = [question for name, question in pack.questions.items() if name not in {one.question for one in odd}]
    read = [answer for question in asked if (answer := _marked(question, fields, order)) is not None]
    mistakes = [answer for answer in read if isinstance(answer, WorksheetMistake)]
    return tuple(answer for answer in read if isinstance(answer, MarkedAnswer)), (*odd, *mistakes)


def noticed(pack: Pack, fields: Fields, doubts: Doubts = NO_DOUBTS) -> Iterator[str]:
    """Sentences about fields that were read in spite of a doubt, or left out."""
    for name, doubt in doubts.items():
        match = _FIELD.fullmatch(name)
        if doubt is FieldDoubt.DRAWN and match and match[1] in pack.questions:
            box = {"question": match[1], "box": _cut(_box_text(pack, match[1], name))}
            yield say("`{question}`: “{box}” is drawn as ticked and stored as not ticked; it counts.", **box)
    for name, text in fields.items():
        odd = doubts.get(name) is FieldDoubt.UNREAD
        if name == NAME and odd:
            yield say("The name cannot be read.")
        elif name not in (STAMP, NAME) and not _FIELD.fullmatch(name) and (odd or ticked(text)):
            shown = _cut(one_line(text)) or "?"
            yield say("`{field}` is not a field of a worksheet; it is left out: {text}", field=_cut(name), text=shown)


def _odd(pack: Pack, doubts: Doubts) -> Iterator[WorksheetMistake]:
    """A mistake for each field of a question whose content is in doubt."""
    for name, doubt in doubts.items():
        match = _FIELD.fullmatch(name)
        if match and match[1] in pack.questions and doubt is not FieldDoubt.DRAWN:
            yield WorksheetMistake(match[1], _not_sure(pack, match[1], name, doubt))


def _not_sure(pack: Pack, question: str, field: str, doubt: FieldDoubt) -> Refusal:
    if doubt is FieldDoubt.UNREAD:
        return Refusal(say("What was filled in cannot be read."), say("Ask what it says, and fill it in anew."))
    return Refusal(
        say("“{choice}” is stored as ticked and drawn as not ticked.", choice=_cut(_box_text(pack, question, field))),
        say("Ask which is right. Then tick or clear the box in a PDF program, save, and import again."),
    )


def _box_text(pack: Pack, question: str, field: str) -> str:
    """The text beside a box."""
    asked = pack.questions[question]
    texts = {choice_field(question, choice.id): choice.text for choice in asked.choices}
    return {**texts, **{said_field(question, said): say(SAYING[said]) for said in SAYING}}.get(field, field)


def ticked(text: str) -> bool:
    """Whether a field is filled: a box is ticked by any state but Off."""
    return text.strip().removeprefix("/").casefold() not in ("", "off")


def _boxes(question: Question) -> set[str]:
    """The names of all fields that a question can have."""
    return {
        *(choice_field(question.id, choice.id) for choice in question.choices),
        *(said_field(question.id, said) for said in SAYING),
        *(value_field(question.id), note_field(question.id)),
    }


def _strange(pack: Pack, fields: Fields) -> Iterator[WorksheetMistake]:
    """A mistake for each filled field whose question or choice the pack does not have."""
    for name, text in fields.items():
        match = _FIELD.fullmatch(name)
        if not match or not ticked(text):
            continue
        asked = pack.questions.get(match[1])
        if asked is None:
            what = say("No question is called `{question}`.", question=match[1])
            yield WorksheetMistake(match[1], Refusal(what, say("Write the worksheets of this case again.")))
        elif name not in _boxes(asked):
            what = say("`{field}` is filled in, and the question has no such field.", field=name)
            yield WorksheetMistake(match[1], Refusal(what, say("Write the worksheets of this case again.")))


def _marked(question: Question, fields: Fields, order: DateOrder | None) -> MarkedAnswer | WorksheetMistake | None:
    others = [said for said in SAYING if ticked(fields.get(said_field(question.id, said), ""))]
    chosen = [choice.id for choice in question.choices if ticked(fields.get(choice_field(question.id, choice.id), ""))]
    written, note = (clean(fields.get(name, "")) for name in (value_field(question.id), note_field(question.id)))
    values = [*chosen, *(_listed(question, written) if written else [])]
    if not values and not others:
        return WorksheetMistake(question.id, _only_a_note()) if note else None
    wrong = _too_many(question, values, others) or too_long(note)
    if wrong is not None:
        return WorksheetMistake(question.id, wrong)
    if others:
        return MarkedAnswer(question, others[0], note=note)
    value = accept(question, values if question.type == "select_multiple" else values[0], order)
    return (
        WorksheetMistake(question.id, value)
        if isinstance(value, Refusal)
        else MarkedAnswer(question, VoteKind.OPTION, value, note)
    )


def _listed(question: Question, written: str) -> list[str]:
    """The ids of what was chosen from a list; the text of a choice counts as its id."""
    if not question.choices:
        return [written]
    texts = {choice.text: choice.id for choice in question.choices}
    return [line if question.choice(line) else texts.get(line, line) for line in written.split("\n") if line]


def _only_a_note() -> Refusal:
    return Refusal(say("There is a reason, and nothing is ticked."), say("Tick what fits best, or “Not my area”."))


def _too_many(question: Question, values: list[str], others: list[VoteKind]) -> Refusal | None:
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
    """The name on a sheet, on one line, of at most `LONGEST_NAME` characters; empty if there is none."""
    return name_of(fields.get(NAME, "")[:LONGEST])[:LONGEST_NAME]
