"""A follow-up in the terminal: the steps of the last plan, then section by section, then what is new.

Each reply is on disk before the next page appears. What was confirmed or changed is in the log, so a follow-up that was
left, or killed, goes on with what is not: no other place is kept. At the end comes the ordinary interview, with the
questions that are new and the review of all answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from types import MappingProxyType

from hustings.answers import flow
from hustings.answers.events import Answers, Log
from hustings.answers.replay import replay
from hustings.answers.versions.compatibility import fitting
from hustings.frozen_records import dataclass
from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.navigation import Navigation
from hustings.interview.pages.follow_up_pages import (
    ASK,
    DONE,
    UNCHANGED,
    leave_page,
    section_page,
    step_page,
    steps_page,
    welcome_page,
)
from hustings.interview.pages.hard_stop_page import StopWatch
from hustings.interview.pages.page import Page, TypedAnswer
from hustings.interview.pages.section_summary import section_summary
from hustings.interview.run_interview import KEY_ACTIONS, question, run_interview
from hustings.interview.start import Outcome, face_for_terminal
from hustings.interview.terminal.signals import exit_on_signals
from hustings.messages import several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, Section
from hustings.problems import InputError
from hustings.scoring.progress.follow_up import FollowUp, StepSince

SOURCE = "follow-up"
TOGETHER = 20
"""So many steps of the last plan stand on one page."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A follow-up under way: what it starts from, today's pack in its edition, and the conversation."""

    found: FollowUp
    pack: Pack
    conversation: Conversation

    @property
    def log(self) -> Log:
        """The log to which its answers are written."""
        return self.conversation.log

    @property
    def confirmed(self) -> Answers:
        """What was confirmed or changed so far."""
        return fitting(self.found.pack, replay(self.log.events()))[0]

    @property
    def answers(self) -> Answers:
        """The last answers, with those of this follow-up over them."""
        return MappingProxyType({**self.found.before, **self.confirmed})


def follow_up_interview(
    found: FollowUp,
    pack: Pack,
    log: Log,
    *,
    plain: bool = False,
    width: int | None = None,
    resume: str = "",
    today: Callable[[], date] = date.today,
) -> Outcome:
    """Ask what has changed until all is confirmed, or the follow-up is left. Raises as `interview` does."""
    face, stops = face_for_terminal(plain=plain, width=width), StopWatch(today)
    summary = partial(section_summary, on=today(), shown=stops.shown)
    before_leaving = partial(leaving, found, log)
    visit = Visit(found, pack, Conversation(face, log, summary, today, stops=stops, leaving=before_leaving))
    with exit_on_signals():
        try:
            with face.open():
                then = run_follow_up(visit)
        except (QuitError, KeyboardInterrupt) as quit_:
            interrupted = isinstance(quit_, KeyboardInterrupt) or quit_.interrupted
            return Outcome(finished=False, answered=_report_saved(visit, resume), interrupted=interrupted)
        except (SystemExit, InputError):
            _report_saved(visit, resume)
            raise
    return Outcome(finished=True, answered=_report_saved(visit, ""), then=then)


def _report_saved(visit: Visit, resume: str) -> int:
    """Count what is confirmed, and print how much of last time that is and how to go on, if the terminal is there."""
    now = visit.confirmed
    with suppress(OSError):
        visit.conversation.face.say(_how_much(visit.found, now), *((resume,) if resume else ()))
    return len(now)


def _how_much(found: FollowUp, confirmed: Answers) -> str:
    return several(
        len(found.before),
        "{done} of {n} answer is confirmed or changed.",
        "{done} of {n} answers are confirmed or changed.",
        done=sum(1 for name in found.before if name in confirmed),
    )


def leaving(found: FollowUp, log: Log, *, sure: bool) -> Page | None:
    """The page before leaving; None before the first answer, when nothing was begun."""
    confirmed, _ = fitting(found.pack, replay(log.events()))
    return leave_page(_how_much(found, confirmed), sure=sure) if confirmed else None


def run_follow_up(visit: Visit) -> str:
    """Run a whole follow-up. Returns what to do next. Raises `QuitError` if the user quits before the end."""
    steps = [one for one in visit.found.steps if _is_pending(visit, one.about)]
    sections = [section for section in visit.pack.questionnaire.sections if _pending(visit, section)]
    if steps or sections:
        visit.conversation.ask(welcome_page(visit.found, len(steps), len(sections)))
    for first in range(0, len(steps), TOGETHER):
        _steps(visit, steps[first : first + TOGETHER], (first, len(steps)))
    for section in visit.pack.questionnaire.sections:
        _section(visit, section)
    _confirm(visit, visit.found.before)
    return run_interview(visit.conversation, navigation.begin(visit.pack, visit.confirmed), new=False)


def _is_pending(visit: Visit, names: Iterable[str]) -> bool:
    """Whether something of last time is not confirmed; of what was not answered then, whether nothing is."""
    about = set(names)
    answered = about & visit.found.before.keys()
    return not visit.confirmed.keys() >= answered if answered else visit.confirmed.keys().isdisjoint(about)


# --- the steps of the last plan ------------------------------------------------------------------------------


def _steps(visit: Visit, some: Sequence[StepSince], place: tuple[int, int]) -> None:
    """Some steps on one page: those that are ticked are looked at one by one, of the rest nothing has changed."""
    left = [one for one in some if _is_pending(visit, one.about)]
    if not left:
        return
    match visit.conversation.ask(steps_page(visit.found, left, place)):
        case TypedAnswer(tuple(ticked)):
            chosen = [one for one in left if one.step.key in ticked]
        case _:
            chosen = []
    for one in chosen:
        _step(visit, one)
    _confirm(visit, [name for one in left if one not in chosen for name in one.about])


def _step(visit: Visit, one: StepSince) -> None:
    match visit.conversation.ask(step_page(visit.found, one)):
        case TypedAnswer(DONE.id):
            _reached(visit, one)
            _ask(visit, one.asks)
        case TypedAnswer(ASK.id):
            _ask(visit, one.about)
        case _:
            _confirm(visit, one.about)


def _reached(visit: Visit, one: StepSince) -> None:
    """Record the levels that a step reaches, all at once, and ask for the evidence of each."""
    new = [(name, answer) for name, answer in one.raises if name in visit.pack.questions]
    visit.log.append_all(new, source=SOURCE)
    for name, _ in new:
        KEY_ACTIONS["proof"](visit.conversation, _at(visit, name))


def _ask(visit: Visit, names: Iterable[str]) -> None:
    applicable = {one.id for one in flow.visible(visit.pack, visit.answers)}
    for name in names:
        if name in applicable:
            _ask_one(visit, name)


def _confirm(visit: Visit, names: Iterable[str]) -> None:
    """Confirm the answers of last time to these questions, as far as they were not answered yet."""
    new = [name for name in names if name in visit.found.before and name not in visit.confirmed]
    if new:
        visit.log.append_all([(name, visit.found.before[name]) for name in new], source=SOURCE)


# --- sections ------------------------------------------------------------------------------------------------


def _pending(visit: Visit, section: Section) -> tuple[Question, ...]:
    """The questions of a section that apply, were answered last time, and are not confirmed yet."""
    left = visit.found.before.keys() - visit.confirmed.keys()
    applicable = flow.visible(visit.pack, visit.answers)
    return tuple(one for one in applicable if one.section == section.id and one.id in left)


def _section(visit: Visit, section: Section) -> None:
    notices: tuple[str, ...] = ()
    while pending := _pending(visit, section):
        begun = any(one.id in visit.confirmed for one in section.questions)
        match visit.conversation.ask(section_page(section, pending, visit.found, begun=begun, notices=notices)):
            case TypedAnswer(str(chosen)) if chosen != UNCHANGED.id:
                notices = _ask_one(visit, chosen)
            case _:
                _confirm(visit, [one.id for one in pending])


def _at(visit: Visit, name: str) -> Navigation:
    return navigation.change_answer(navigation.begin(visit.pack, visit.answers), name)


def _ask_one(visit: Visit, name: str) -> tuple[str, ...]:
    """Ask one question until it is answered or left; an answer that stays the same is confirmed. Returns notices."""
    position = _at(visit, name)
    while position.current == name and name not in position.history:
        position = question(visit.conversation, position)
    if name not in position.history:
        return ()
    if position.answers[name] != visit.confirmed.get(name):
        visit.log.append(name, position.answers[name], source=SOURCE)
    return position.notices
