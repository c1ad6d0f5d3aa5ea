"""Where we are in an interview, and where each step leads. Pure: no clock, no screen, no file.

The order is the author's, among the questions that apply. After an answer comes the next question that is still open,
so that going back to mend one answer does not mean passing all the others again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from hustings.answers import flow
from hustings.answers.applicability import Standings, standings
from hustings.answers.events import Answer, Answers, State
from hustings.answers.local_texts import question_here
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, Section
from hustings.problems import InputError, did_you_mean

Draft = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Navigation:
    """`at` is the question before us; None: the review of all answers. `shown` are the questions that apply.

    `where` every question stands with these answers; a note or proof on an answer moves none of them.

    `passed` were skipped in this sitting. `draft` is what was typed or ticked before a key led elsewhere; `notices`
    are said on the next page. `mending`: we came from the review and go back there; these were open then and may stay
    so. `back_to`: where the review leads back to.
    """

    pack: Pack
    answers: Answers
    where: Standings
    shown: tuple[Question, ...]
    at: str | None
    passed: frozenset[str] = frozenset()
    draft: Draft | None = None
    notices: tuple[str, ...] = ()
    mending: frozenset[str] | None = None
    back_to: str | None = None

    @property
    def question(self) -> Question:
        """The question before us, in the words of the campaign's place as far as that is known."""
        assert self.at is not None
        return question_here(self.pack, self.answers, self.where, self.pack.questions[self.at])

    @property
    def answer(self) -> Answer | None:
        """The answer to the question shown now, if there is one."""
        return self.answers.get(self.at or "")


@dataclass(frozen=True, slots=True)
class Move:
    """Where an answer led.

    `hidden` and `returned` are answers that stopped or began to count again; `closed` is the section whose last open
    question this was.
    """

    walk: Navigation
    hidden: tuple[Question, ...] = ()
    returned: tuple[Question, ...] = ()
    closed: Section | None = None


def begin(pack: Pack, answers: Answers, start: str | None = None) -> Navigation:
    """Start or resume. `start` names a question or a section; otherwise the first open question comes first."""
    where = standings(pack, answers)
    walk = Navigation(pack, answers, where, flow.visible(pack, answers, where), None)
    if start is None:
        return to(walk, _first(open_questions(walk)))
    if start in {question.id for question in walk.shown}:
        return to(walk, start)
    if start in {section.id for section in sections(walk)}:
        return to_section(walk, start)
    raise _nowhere(walk, start)


def _nowhere(walk: Navigation, start: str) -> InputError:
    if start in walk.pack.questions or any(start == s.id for s in walk.pack.questionnaire.sections):
        return InputError(
            say("`{start}` does not apply to this campaign as it stands.", start=start), say("Start without it.")
        )
    names = [*(q.id for q in walk.shown), *(s.id for s in sections(walk))]
    return InputError(say("There is no question or section `{start}`.", start=start), did_you_mean(start, names))


def is_open(walk: Navigation, question: Question) -> bool:
    """Whether a question still waits for an answer.

    A skipped one does not - unless an answer is required, or something was noted on it and then the sitting ended.
    """
    answer = walk.answers.get(question.id)
    if answer is None:
        return question.id not in walk.passed
    noted = answer.note or answer.reference or answer.grade
    return answer.state is State.BLANK and question.id not in walk.passed and bool(question.required or noted)


def open_questions(walk: Navigation) -> tuple[Question, ...]:
    """The questions that apply and wait, in order."""
    return tuple(question for question in walk.shown if is_open(walk, question))


def skipped(walk: Navigation) -> tuple[Question, ...]:
    """The questions that were passed over."""
    blank = (q for q in walk.shown if not is_open(walk, q))
    return tuple(q for q in blank if q.id not in walk.answers or walk.answers[q.id].state is State.BLANK)


def sections(walk: Navigation) -> tuple[Section, ...]:
    """The sections that have something to ask here."""
    asked = {question.section for question in walk.shown}
    return tuple(section for section in walk.pack.questionnaire.sections if section.id in asked)


def section_of(walk: Navigation, question: Question) -> Section:
    """The section that a question belongs to."""
    return next(s for s in walk.pack.questionnaire.sections if s.id == question.section)


def inside(walk: Navigation, section: str) -> tuple[Question, ...]:
    """The questions of a section that apply."""
    return tuple(question for question in walk.shown if question.section == section)


def _first(questions: Iterable[Question]) -> str | None:
    return next((question.id for question in questions), None)


# --- moving ------------------------------------------------------------------------------------------------


def to(walk: Navigation, question: str | None, *notices: str) -> Navigation:
    """Go to a question, or with None to the review."""
    back_to = walk.at if question is None and walk.mending is None else walk.back_to
    return replace(walk, at=question, draft=None, notices=notices, mending=None, back_to=back_to)


def mend(walk: Navigation, question: str) -> Navigation:
    """From the review to one answer; afterwards, and after what it opens, back to the review."""
    return replace(to(walk, question), mending=frozenset(q.id for q in open_questions(walk)))


def to_section(walk: Navigation, section: str) -> Navigation:
    """Go to the first open question of a section, or to its first."""
    questions = inside(walk, section)
    return to(walk, _first(q for q in questions if is_open(walk, q)) or _first(questions))


def staying(walk: Navigation, *notices: str, draft: Draft | None = None) -> Navigation:
    """The same page again, with something to say."""
    return replace(walk, draft=draft, notices=notices)


def back(walk: Navigation) -> Navigation:
    """The question before this one."""
    ids = [question.id for question in walk.shown]
    before = ids[: ids.index(walk.at)] if walk.at in ids else ids
    return to(walk, before[-1]) if before else staying(walk, say("This is the first question."), draft=walk.draft)


def forward(walk: Navigation) -> Navigation:
    """The question after this one, answered or not; the review after the last."""
    ids = [question.id for question in walk.shown]
    after = ids[ids.index(walk.at) + 1 :] if walk.at in ids else []
    return to(walk, after[0] if after else None)


def onward(walk: Navigation) -> Navigation:
    """The next open question after this one, or the first anywhere; the review when all are done."""
    places = list(walk.pack.questions)
    here = places.index(walk.question.id)
    waiting = [q for q in open_questions(walk) if walk.mending is None or q.id not in walk.mending]
    following = _first(q for q in waiting if places.index(q.id) > here) or _first(waiting)
    return replace(to(walk, following), mending=walk.mending if following else None)


# --- answering ---------------------------------------------------------------------------------------------


def noted(walk: Navigation, answer: Answer) -> Navigation:
    """The same page, with a note or proof on its answer."""
    answers = MappingProxyType({**walk.answers, walk.question.id: answer})
    return replace(walk, answers=answers)


def answered(walk: Navigation, answer: Answer) -> Move:
    """Take an answer to the question before us, or with BLANK pass it over, and go on."""
    question, after = walk.question, _with_answer(walk, answer)
    closed = is_open(walk, question) and not any(is_open(after, q) for q in inside(after, question.section))
    return Move(
        onward(after),
        hidden=flow.hidden_by(walk.pack, walk.answers, after.answers, (walk.where, after.where)),
        returned=flow.hidden_by(walk.pack, after.answers, walk.answers, (after.where, walk.where)),
        closed=section_of(walk, question) if closed else None,
    )


def _with_answer(walk: Navigation, answer: Answer) -> Navigation:
    answers = MappingProxyType({**walk.answers, walk.question.id: answer})
    passed = walk.passed | {walk.question.id} if answer.state is State.BLANK else walk.passed - {walk.question.id}
    where = standings(walk.pack, answers)
    shown = flow.visible(walk.pack, answers, where)
    return replace(walk, answers=answers, where=where, shown=shown, passed=passed)
