"""The pages about the interview as a whole: welcome, sections, the end of a section, and the review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

from hustings.interview.navigation import (
    Navigation,
    is_open,
    open_questions,
    questions_in,
    section_of,
    sections,
    skipped,
)
from hustings.interview.page import Option, Page, PageLine
from hustings.interview.page_builders import GO_ON, LEAVING_KEYS, translated
from hustings.interview.page_text import (
    answer_words,
    minutes,
    position_texts,
)
from hustings.messages import english, say, several
from hustings.pack.questionnaire import Section
from hustings.scoring.plan.if_at_target import lines_at_target

FINISH = Option(":finish", english("Finish"))
STOP_HERE = Option(":stop", english("Stop here: what is answered is enough"))
TO_OPEN = ":open"
TO_SKIPPED = ":skipped"


def sections_page(navigation: Navigation) -> Page:
    """All sections, with the number of open and skipped questions of each."""
    options = tuple(Option(section.id, _section_words(navigation, section)) for section in sections(navigation))
    section_id = navigation.question.section if navigation.current is not None else None
    return Page(
        "one",
        say("Where do you want to go?"),
        position_texts(navigation),
        options=options,
        initial=section_id,
        keys=LEAVING_KEYS,
        closable=True,
    )


def _section_words(navigation: Navigation, section: Section) -> str:
    questions = questions_in(navigation, section.id)
    open_count = sum(is_open(navigation, question) for question in questions)
    skipped_count = sum(question in questions for question in skipped(navigation))
    open_text = several(open_count, "{n} open", "{n} open") if open_count else say("all seen")
    parts = [open_text, several(skipped_count, "{n} skipped", "{n} skipped") if skipped_count else ""]
    seen_text = say("{number} of {all}", number=len(questions) - open_count, all=len(questions))
    return f"{section.title} · {seen_text} · {', '.join(filter(None, parts))}"


def review_page(navigation: Navigation) -> Page:
    """The review: all answers by section; choosing one changes it."""
    open_, skipped_questions = open_questions(navigation), skipped(navigation)
    first = (
        *(
            (Option(TO_OPEN, several(len(open_), "Go on with {n} open question", "Go on with {n} open questions")),)
            if open_
            else ()
        ),
        *(
            (Option(TO_SKIPPED, say("Answer what was skipped ({count})", count=len(skipped_questions))),)
            if skipped_questions
            else ()
        ),
        *(() if open_ else (translated(FINISH),)),
    )
    return Page(
        kind="one",
        title=say("Your answers") if open_ else say("All questions seen. Change what is not right, or finish."),
        position=(say("Review"),),
        hint=say("Choose an answer to change it."),
        notices=navigation.notices,
        options=(*first, *_all_answers(navigation)),
        keys=LEAVING_KEYS,
        initial=TO_OPEN if open_ else FINISH.id,
        closable=navigation.return_to is not None,
    )


def _all_answers(navigation: Navigation) -> Iterator[Option]:
    gains = lines_at_target(navigation.pack, navigation.answers)
    for section in sections(navigation):
        yield Option(f":{section.id}", section.title, heading=True)
        for question in questions_in(navigation, section.id):
            answer = navigation.answers.get(question.id)
            noted = f" ({say('note')})" if answer and answer.note else ""
            gain = f"\n{gains[question.id]}" if question.id in gains else ""
            yield Option(question.id, f"{question.text}\n→ {answer_words(question, answer)}{noted}{gain}")


def welcome_page(navigation: Navigation) -> Page:
    """The page before the first question: what this is, how long it takes, and that every answer is saved."""
    questionnaire = navigation.pack.questionnaire
    left, most = minutes(navigation)
    count = several(len(navigation.applicable), "{n} question", "{n} questions")
    time = several(left, "{n} minute", "{n} minutes")
    duration = say("{count}, about {time}.", count=count, time=time)
    if most > left:
        duration = say("{count}, about {time} (up to {most}).", count=count, time=time, most=most)
    texts = (
        questionnaire.about,
        duration,
        say("Each answer is saved as you give it. Stop when you like and go on later."),
        questionnaire.legal,
    )
    lines = tuple(line for words in texts if words for line in (PageLine(""), PageLine(words)))
    return Page("go", navigation.pack.title, lines=lines, options=(translated(GO_ON),), keys=("quit",))


def closing_page(navigation: Navigation, section: Section, summary: Sequence[str]) -> Page:
    """The page after a section: its summary, and what comes next."""
    lines = [PageLine(words) for words in summary]
    return Page(
        "go",
        say("{section}: done", section=section.title),
        lines=(PageLine(""), *lines, PageLine(""), PageLine(_next_words(navigation), "quiet")),
        notices=navigation.notices,
        options=(translated(GO_ON),),
        keys=("review", "quit"),
    )


def stop_page(navigation: Navigation, why: str) -> Page:
    """The page that offers to stop, and says why; or to go on with what is still open."""
    left = several(
        len(open_questions(navigation)),
        "{n} question is still open; go on if you like.",
        "{n} questions are still open; go on if you like.",
    )
    return Page(
        "one",
        say("That is enough for the band"),
        lines=(PageLine(why), PageLine(left, "quiet")),
        notices=navigation.notices,
        options=(translated(STOP_HERE), translated(GO_ON)),
        initial=STOP_HERE.id,
        keys=("review", "quit"),
    )


def _next_words(navigation: Navigation) -> str:
    if navigation.current is None:
        return say("Next: a look over all your answers.")
    section = section_of(navigation, navigation.question)
    open_ = [question for question in questions_in(navigation, section.id) if is_open(navigation, question)]
    minutes = ceil(sum((question.minutes for question in open_), Fraction()))
    count = several(len(open_), "{n} question", "{n} questions")
    time = several(minutes, "{n} minute", "{n} minutes")
    return say("Next: {section}, {count}, about {time}.", section=section.title, count=count, time=time)
