"""The pages of a follow-up: what it is, a step of the last plan, and a section with its answers as they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.interview.pages.page import Option, Page, PageHead, PageLine
from hustings.interview.pages.page_builders import GO_ON, translated
from hustings.interview.pages.page_text import answer_words
from hustings.interview.pages.start_and_end_pages import LEAVE
from hustings.messages import english, long_date, say, several
from hustings.pack.questionnaire import Question, Section
from hustings.scoring.plan.phrasing.wording import title
from hustings.scoring.progress.follow_up import FollowUp, StepSince

DONE = Option(":done", english("Done"))
NOT_DONE = Option(":not-done", english("Not done yet: the answers stay as they are"))
ASK = Option(":ask", english("Partly, or I am not sure: ask me the questions"))
NONE_DONE = Option(":none", english("None of these is done"), alone=True)
UNCHANGED = Option(":unchanged", english("Nothing changed here"))
REST_UNCHANGED = Option(":unchanged", english("Nothing else changed here"))


def welcome_page(found: FollowUp, steps: int, sections: int) -> Page:
    """What a follow-up is, and how much of it there is."""
    texts = (
        say("The last assessment is of {day}. Its answers are shown again, to confirm or to change.", day=_day(found)),
        several(steps, "First {n} step of its plan: is it done?", "First {n} steps of its plan: which are done?")
        if steps
        else "",
        several(
            sections,
            "Then {n} section: where nothing changed, one key confirms it.",
            "Then {n} sections: where nothing changed, one key confirms a whole one.",
        )
        if sections
        else "",
        say("Each answer is saved as you give it. Leave when you like and go on later."),
    )
    lines = tuple(line for words in texts if words for line in (PageLine(""), PageLine(words)))
    return Page("go", say("What has changed since?"), lines=lines, options=(translated(GO_ON),), keys=("quit",))


def _day(found: FollowUp) -> str:
    return long_date(found.last.on)


def steps_page(found: FollowUp, left: Sequence[StepSince], place: tuple[int, int]) -> Page:
    """Steps of the last plan to tick, each with its earlier answers; at first “none is done” is ticked.

    `place`: how many steps came before these, of how many.
    """
    options = (Option(one.step.key, f"{_short(one)} → {_answers_then(found, one)}") for one in left)
    numbers = {"first": place[0] + 1, "last": place[0] + len(left), "all": place[1]}
    return Page(
        "several",
        say("Which of these steps are done since {day}, wholly or in part?", day=_day(found)),
        (say("Steps of the plan · {first} to {last} of {all}", **numbers),),
        options=(translated(NONE_DONE), *options),
        initial=(NONE_DONE.id,),
        keys=("quit",),
        head=PageHead(say("Steps of the plan"), say("{first} to {last} of {all}", **numbers)),
    )


def _short(one: StepSince) -> str:
    """A step in a few words; a fallback in all of its own."""
    step = one.step
    return title(step) if step.action is None or step.kind == "fallback" else step.action.brief


def _answers_then(found: FollowUp, one: StepSince) -> str:
    """The earlier answers to the questions of a step, each once."""
    words = (answer_words(found.pack.questions[name], found.before.get(name)) for name in one.about)
    return "; ".join(dict.fromkeys(words))


def step_page(found: FollowUp, one: StepSince) -> Page:
    """A step of the last plan: what it was, when it is done, and what it would change."""
    return Page(
        "one",
        say("Done since {day}? {step}", day=_day(found), step=title(one.step)),
        (say("Steps of the plan"),),
        lines=tuple(_step_lines(found, one)),
        options=tuple(map(translated, (DONE, ASK, NOT_DONE))),
        keys=("quit",),
        head=PageHead(say("Steps of the plan")),
    )


def _step_lines(found: FollowUp, one: StepSince) -> Iterator[PageLine]:
    if one.step.how:
        yield PageLine(one.step.how, "quiet")
    if one.step.action is not None and one.step.action.done:
        yield PageLine(say("It is done when: {done}", done=one.step.action.done), "quiet")
    for name, answer in one.raises:
        question = found.pack.questions[name]
        before, after = (answer_words(question, said) for said in (found.before.get(name), answer))
        yield PageLine(say("{question} Then: {before}", question=question.text, before=before))
        yield PageLine(say("If it is done: {after}", after=after))
    if one.asks:
        yield PageLine(several(len(one.asks), "If so, {n} question follows.", "If so, {n} questions follow."), "quiet")


def section_page(
    section: Section, pending: Sequence[Question], found: FollowUp, *, begun: bool, notices: tuple[str, ...] = ()
) -> Page:
    """A section with its answers as they were; choosing one changes it, the first option confirms them all.

    `begun`: some of the section's answers were changed or confirmed before.
    """
    options = (
        Option(question.id, f"{question.text}\n→ {answer_words(question, found.before[question.id])}")
        for question in pending
    )
    return Page(
        "one",
        say("{section}: what has changed since {day}?", section=section.title, day=_day(found)),
        hint=say("Choose an answer to change it."),
        notices=notices,
        options=(translated(REST_UNCHANGED if begun else UNCHANGED), *options),
        initial=UNCHANGED.id,
        keys=("quit",),
    )


def leave_page(how_much: str, *, sure: bool) -> Page:
    """The page before a follow-up is left: all is saved, and how much of it is done. `sure`: leaving is selected."""
    return Page(
        "one",
        say("Everything is saved."),
        lines=(PageLine(how_much, "quiet"),),
        options=(Option(LEAVE, say("Leave for now")), translated(GO_ON)),
        initial=LEAVE if sure else GO_ON.id,
        keys=("quit",),
        state="leave",
    )
