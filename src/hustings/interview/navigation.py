"""The position in an interview, and the next position after each step. Pure: no clock, no screen, no file.

Questions that apply are asked in the pack's order. After an answer comes the next question that is still open, so that
somebody who goes back to change an answer need not go through all the others again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType

from hustings.answers import flow
from hustings.answers.applicability import Standings, standings
from hustings.answers.events import Answer, Answers, State
from hustings.answers.local_texts import question_here
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, Section
from hustings.problems import InputError, did_you_mean

Draft = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Navigation:
    """The position in an interview. `current`: its question; None: the review. `applicable`: questions that apply.

    `applicability` is that of every question given these answers; a note or evidence does not change it.

    `skipped_ids` were skipped in this session. `draft` is what was typed or ticked before another page was opened;
    `notices` are shown on the next page. `open_at_review`: if an answer is changed from the review, the questions that
    were open then. `return_to`: the question to which the review returns. `order`: in an adaptive
    interview, which open question comes next. `history`: what was answered in it, for going back. `stop_offered`: an
    offer to stop was made. `finished`: it was accepted. `saved`: the answer that was given last, in words. `before`:
    the question to which it was given, for going back. `changed`: answers that were changed in this sitting. `stops`:
    how many hard stops stand. `refused`: the notices say why something was not accepted. `ended`: that was
    the last question. `role`: whose questions are asked before all others.
    """

    pack: Pack
    answers: Answers
    applicability: Standings
    applicable: tuple[Question, ...]
    current: str | None
    skipped_ids: frozenset[str] = frozenset()
    draft: Draft | None = None
    notices: tuple[str, ...] = ()
    open_at_review: frozenset[str] | None = None
    return_to: str | None = None
    order: Order | None = None
    history: tuple[str, ...] = ()
    stop_offered: bool = False
    finished: bool = False
    saved: str = ""
    before: str | None = None
    changed: frozenset[str] = frozenset()
    stops: int = 0
    refused: bool = False
    ended: bool = False
    role: str = ""

    @property
    def question(self) -> Question:
        """The current question, with the texts of the campaign's place if that is known."""
        assert self.current is not None
        return question_here(self.pack, self.answers, self.applicability, self.pack.questions[self.current])

    @property
    def answer(self) -> Answer | None:
        """The answer to the current question, if there is one."""
        return self.answers.get(self.current or "")


@dataclass(frozen=True, slots=True)
class Move:
    """The effect of an answer: the next position, and what changed.

    `hidden` and `returned` are answers that no longer count, or count again. `finished_section` is the section whose
    last open question this was.
    """

    navigation: Navigation
    hidden: tuple[Question, ...] = ()
    returned: tuple[Question, ...] = ()
    finished_section: Section | None = None


Order = Callable[[Navigation], str | None]
"""A function that names the open question to ask next; None: there is none."""


def begin(
    pack: Pack, answers: Answers, start: str | None = None, order: Order | None = None, role: str = ""
) -> Navigation:
    """Start or resume. `start` names a question or a section; otherwise the first open question comes first.

    `order`: another order than the author's, as in an adaptive interview. `role`: whose questions come first.
    """
    applicability = standings(pack, answers)
    applicable = flow.visible(pack, answers, applicability)
    navigation = Navigation(pack, answers, applicability, applicable, None, order=order, role=role)
    if start is None:
        first = first_open(navigation)
        return replace(go_to(navigation, first), ended=first is None)
    if start in {question.id for question in navigation.applicable}:
        return go_to(navigation, start)
    if start in {section.id for section in sections(navigation)}:
        return go_to_section(navigation, start)
    raise _unknown_start(navigation, start)


def _unknown_start(navigation: Navigation, start: str) -> InputError:
    if start in navigation.pack.questions or any(start == s.id for s in navigation.pack.questionnaire.sections):
        return InputError(
            say("`{start}` does not apply to this campaign as it stands.", start=start), say("Start without it.")
        )
    names = [*(q.id for q in navigation.applicable), *(s.id for s in sections(navigation))]
    return InputError(say("There is no question or section `{start}`.", start=start), did_you_mean(start, names))


def is_open(navigation: Navigation, question: Question) -> bool:
    """Whether a question still needs an answer.

    A skipped one does not, unless an answer is required, or it has a note and was skipped in an earlier session.
    """
    answer = navigation.answers.get(question.id)
    if answer is None:
        return question.id not in navigation.skipped_ids
    has_note = answer.note or answer.reference or answer.grade
    return (
        answer.state is State.BLANK
        and question.id not in navigation.skipped_ids
        and bool(question.required or has_note)
    )


def open_questions(navigation: Navigation) -> tuple[Question, ...]:
    """The open questions that apply, in order."""
    return tuple(question for question in navigation.applicable if is_open(navigation, question))


def first_open(navigation: Navigation) -> str | None:
    """The open question that comes first; None if there is none."""
    if navigation.order is not None:
        return navigation.order(navigation)
    return _first(of_role(navigation) or open_questions(navigation))


def of_role(navigation: Navigation) -> tuple[Question, ...]:
    """The open questions of the role whose questions come first; none without one."""
    return tuple(question for question in open_questions(navigation) if question.role == (navigation.role or None))


def skipped(navigation: Navigation) -> tuple[Question, ...]:
    """The questions that were skipped."""
    blank = (q for q in navigation.applicable if not is_open(navigation, q))
    return tuple(q for q in blank if q.id not in navigation.answers or navigation.answers[q.id].state is State.BLANK)


def sections(navigation: Navigation) -> tuple[Section, ...]:
    """The sections with questions that apply."""
    section_ids = {question.section for question in navigation.applicable}
    return tuple(section for section in navigation.pack.questionnaire.sections if section.id in section_ids)


def section_of(navigation: Navigation, question: Question) -> Section:
    """The section that a question belongs to."""
    return next(s for s in navigation.pack.questionnaire.sections if s.id == question.section)


def questions_in(navigation: Navigation, section: str) -> tuple[Question, ...]:
    """The questions of a section that apply."""
    return tuple(question for question in navigation.applicable if question.section == section)


def _first(questions: Iterable[Question]) -> str | None:
    return next((question.id for question in questions), None)


# --- moving ------------------------------------------------------------------------------------------------


def go_to(navigation: Navigation, question: str | None, *notices: str) -> Navigation:
    """Go to a question, or with None to the review."""
    return_to = navigation.current if question is None and navigation.open_at_review is None else navigation.return_to
    moved = replace(navigation, current=question, draft=None, notices=notices, open_at_review=None, return_to=return_to)
    return replace(moved, saved="", before=None, refused=False, ended=False)


def change_answer(navigation: Navigation, question: str) -> Navigation:
    """Go from the review to one answer; after it and the questions that it opens, the review follows again."""
    return replace(go_to(navigation, question), open_at_review=frozenset(q.id for q in open_questions(navigation)))


def go_to_section(navigation: Navigation, section: str) -> Navigation:
    """Go to the first open question of a section, or to its first."""
    questions = questions_in(navigation, section)
    return go_to(navigation, _first(q for q in questions if is_open(navigation, q)) or _first(questions))


def in_pack(navigation: Navigation, pack: Pack, answers: Answers) -> Navigation:
    """The same place in another edition of the pack; after the end, its first open question."""
    where = standings(pack, answers)
    applicable = flow.visible(pack, answers, where)
    moved = replace(navigation, pack=pack, answers=answers, applicability=where, applicable=applicable)
    if navigation.current in {question.id for question in applicable}:
        return stay(replace(moved, open_at_review=None))
    return go_to(replace(moved, open_at_review=None), first_open(moved))


def stay(navigation: Navigation, *notices: str, draft: Draft | None = None) -> Navigation:
    """Stay at the same page, with notices."""
    return replace(navigation, draft=draft, notices=notices, saved="", refused=bool(notices))


def back(navigation: Navigation) -> Navigation:
    """Go to the previous question: in an adaptive interview, to the one answered before."""
    if navigation.order is not None:
        return _back_in_history(navigation)
    ids = [question.id for question in navigation.applicable]
    if navigation.before in ids:  # the answer that was just saved is taken back
        return go_to(navigation, navigation.before)
    earlier = ids[: ids.index(navigation.current)] if navigation.current in ids else ids
    return (
        go_to(navigation, earlier[-1])
        if earlier
        else stay(navigation, say("This is the first question."), draft=navigation.draft)
    )


def _back_in_history(navigation: Navigation) -> Navigation:
    earlier = [name for name in navigation.history if name in {q.id for q in navigation.applicable}]
    if not earlier:
        return stay(navigation, say("This is the first question."), draft=navigation.draft)
    return replace(go_to(navigation, earlier[-1]), history=tuple(earlier[:-1]))


def forward(navigation: Navigation) -> Navigation:
    """Go to the next question, answered or not; after the last one, to the review. Adaptive: to the next open one."""
    if navigation.order is not None:
        return go_to_next_open(navigation)
    ids = [question.id for question in navigation.applicable]
    later = ids[ids.index(navigation.current) + 1 :] if navigation.current in ids else []
    return go_to(navigation, later[0] if later else None)


def go_to_next_open(navigation: Navigation) -> Navigation:
    """Go to the next open question, or to the first of all; to the review if there is none."""
    if navigation.order is not None and navigation.open_at_review is None:
        return go_to(navigation, navigation.order(navigation))
    order = list(navigation.pack.questions)
    index = order.index(navigation.question.id)
    open_ = [
        q
        for q in of_role(navigation) or open_questions(navigation)
        if navigation.open_at_review is None or q.id not in navigation.open_at_review
    ]
    next_id = _first(q for q in open_ if order.index(q.id) > index) or _first(open_)
    return replace(go_to(navigation, next_id), open_at_review=navigation.open_at_review if next_id else None)


# --- answering ---------------------------------------------------------------------------------------------


def with_note(navigation: Navigation, answer: Answer) -> Navigation:
    """The same position, with a note or evidence on the current answer."""
    answers = MappingProxyType({**navigation.answers, navigation.question.id: answer})
    return replace(navigation, answers=answers)


def take_answer(navigation: Navigation, answer: Answer) -> Move:
    """Take an answer to the current question (BLANK: skip it) and go on."""
    question, updated = navigation.question, _with_answer(navigation, answer)
    finished = is_open(navigation, question) and not any(
        is_open(updated, q) for q in questions_in(updated, question.section)
    )
    onward = go_to_next_open(updated)
    return Move(
        replace(onward, before=question.id, ended=onward.current is None),
        hidden=flow.hidden_by(
            navigation.pack, navigation.answers, updated.answers, (navigation.applicability, updated.applicability)
        ),
        returned=flow.hidden_by(
            navigation.pack, updated.answers, navigation.answers, (updated.applicability, navigation.applicability)
        ),
        finished_section=section_of(navigation, question) if finished else None,
    )


def _with_answer(navigation: Navigation, answer: Answer) -> Navigation:
    answers = MappingProxyType({**navigation.answers, navigation.question.id: answer})
    skipped_ids = (
        navigation.skipped_ids | {navigation.question.id}
        if answer.state is State.BLANK
        else navigation.skipped_ids - {navigation.question.id}
    )
    applicability = standings(navigation.pack, answers)
    applicable = flow.visible(navigation.pack, answers, applicability)
    earlier = navigation.answer
    differs = earlier is not None and earlier.state is not State.BLANK and earlier != answer
    return replace(
        navigation,
        changed=navigation.changed | {navigation.question.id} if differs else navigation.changed,
        answers=answers,
        applicability=applicability,
        applicable=applicable,
        skipped_ids=skipped_ids,
        history=(*navigation.history, navigation.question.id),
    )
