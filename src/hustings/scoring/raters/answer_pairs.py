"""The answers of two assessors side by side, question by question, and how each pair is to be read.

What is known is kept apart from what is not: that one assessor knows what the other does not is no disagreement. An
answer to a question that does not apply says nothing; nor is a free text compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from hustings.answers.applicability import Applicability, Standings, na_stands, standings
from hustings.answers.events import Answer, Answers, State
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question


class Kind(StrEnum):
    """How two answers relate.

    ALIKE or DIFFERENT: both know. ONE_KNOWS: the other said don't know, left it blank, or left it open. NEITHER knows.
    ONE_ASKED: it applies to the campaign as only one of them describes it.
    """

    ALIKE = "alike"
    DIFFERENT = "different"
    ONE_KNOWS = "one_knows"
    NEITHER = "neither"
    ONE_ASKED = "one_asked"


@dataclass(frozen=True, slots=True)
class AnswerPair:
    """Two answers to one question. None: nothing was answered, or the question does not apply."""

    question: Question
    first: Answer | None
    second: Answer | None
    kind: Kind

    @property
    def first_knows(self) -> bool:
        """Whether the first assessor knows it."""
        return knows(self.first)

    @property
    def both_valued(self) -> bool:
        """Whether both gave a value, which alpha needs; "does not apply" is none."""
        return all(answer is not None and answer.value is not None for answer in (self.first, self.second))


def knows(answer: Answer | None) -> bool:
    """Whether an answer says something: a value, or that the question does not apply."""
    return answer is not None and answer.state in (State.ANSWERED, State.NA)


def answer_pairs(pack: Pack, first: Answers, second: Answers) -> Iterator[AnswerPair]:
    """The pairs of answers to all questions that apply to at least one assessment, in the pack's order."""
    where = standings(pack, first), standings(pack, second)
    for question in pack.questions.values():
        asked = _asked(pack, first, where[0], question.id), _asked(pack, second, where[1], question.id)
        if any(asked) and question.type != "text":
            one = first.get(question.id) if asked[0] else None
            other = second.get(question.id) if asked[1] else None
            yield AnswerPair(question, one, other, _kind(one, other, both_asked=all(asked)))


def _asked(pack: Pack, answers: Answers, where: Standings, name: str) -> bool:
    return where[name] is Applicability.APPLIES or na_stands(pack, answers, where, name)


def _kind(first: Answer | None, second: Answer | None, *, both_asked: bool) -> Kind:
    if not both_asked:
        return Kind.ONE_ASKED
    match knows(first), knows(second):
        case True, True:
            return Kind.ALIKE if _same(first, second) else Kind.DIFFERENT
        case False, False:
            return Kind.NEITHER
        case _:
            return Kind.ONE_KNOWS


def _same(first: Answer | None, second: Answer | None) -> bool:
    """Whether two known answers say the same; reasons, notes and evidence make no difference."""
    assert first is not None
    assert second is not None
    ticked = [set(one.value) if isinstance(one.value, tuple) else one.value for one in (first, second)]
    return (first.state, ticked[0]) == (second.state, ticked[1])
