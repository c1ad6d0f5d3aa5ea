"""The pages about the interview as a whole: its sections, the end of one, and the review of all answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from hustings.answers.display import campaign_name
from hustings.answers.events import Answer, State
from hustings.interview.navigation import (
    Navigation,
    is_open,
    open_questions,
    questions_in,
    section_of,
    sections,
    skipped,
)
from hustings.interview.pages.page import Option, Page, PageHead, PageLine, Sign
from hustings.interview.pages.page_builders import GO_ON, LEAVING_KEYS, WIDER_KEYS, translated
from hustings.interview.pages.page_text import (
    answer_words,
    head_of,
    meters,
    minutes,
    minutes_left,
    position_texts,
    stops_words,
    time_left,
)
from hustings.messages import english, say, several
from hustings.pack.questionnaire import Question, Section

FINISH = Option(":finish", english("Finish"))
STOP_HERE = Option(":stop", english("Stop here: what is answered is enough"))
TO_OPEN = ":open"
TO_SKIPPED = ":skipped"


def overview_head(navigation: Navigation, *right: str) -> PageHead:
    """What stands above a page that is about the whole: the program's name, and what it says at the right."""
    return PageHead(right=right, stops=stops_words(navigation), meters=meters(navigation))


# --- sections and answers ----------------------------------------------------------------------------------


def sections_page(navigation: Navigation) -> Page:
    """All sections, with the number of open and skipped questions of each."""
    options = tuple(_section_option(navigation, section) for section in sections(navigation))
    section_id = navigation.question.section if navigation.current is not None else None
    return Page(
        "one",
        say("Where to?"),
        position_texts(navigation),
        lines=(PageLine(_answered_words(navigation), "quiet"),),
        options=options,
        initial=section_id,
        keys=("review", "back", *WIDER_KEYS, "quit"),
        closable=True,
        state="sections",
        head=overview_head(navigation, campaign_name(navigation.pack, navigation.answers)),
    )


def _answered_words(navigation: Navigation) -> str:
    """How many questions are done, and how long the others take."""
    done = len(navigation.applicable) - len(open_questions(navigation))
    left = minutes_left(*minutes(navigation)) if open_questions(navigation) else say("all seen")
    return say("{done} of {all} answered, {left}.", done=done, all=len(navigation.applicable), left=left)


def _section_option(navigation: Navigation, section: Section) -> Option:
    meter = next(m for s, m in zip(sections(navigation), meters(navigation), strict=True) if s.id == section.id)
    return Option(section.id, _section_words(navigation, section), short=section.title, meter=meter)


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
        keys=(*LEAVING_KEYS, *WIDER_KEYS),
        initial=TO_OPEN if open_ else FINISH.id,
        closable=navigation.return_to is not None,
        state="review",
        head=overview_head(navigation, *time_left(navigation)),
    )


def _all_answers(navigation: Navigation) -> Iterator[Option]:
    from hustings.scoring.plan.if_at_target import lines_at_target

    gains = lines_at_target(navigation.pack, navigation.answers)
    for section in sections(navigation):
        yield Option(f":{section.id}", section.title, heading=True)
        for question in questions_in(navigation, section.id):
            yield _answer_option(navigation, question, gains.get(question.id, ""))


def _answer_option(navigation: Navigation, question: Question, gain: str) -> Option:
    answer = navigation.answers.get(question.id)
    noted = f" ({say('note')})" if answer and answer.note else ""
    words = f"{answer_words(question, answer)}{noted}"
    return Option(
        question.id,
        f"{question.text}\n→ {words}{f'{chr(10)}{gain}' if gain else ''}",
        short=question.text,
        beside=words,
        below=gain,
        sign=_sign(answer),
        changed=question.id in navigation.changed,
    )


def _sign(answer: Answer | None) -> Sign:
    match answer:
        case None | Answer(state=State.BLANK):
            return "open"
        case Answer(state=State.DONT_KNOW | State.UNRESOLVED):
            return "find_out"
        case _:
            return "done"


# --- the end of a section, and of an adaptive interview -----------------------------------------------------


def closing_page(navigation: Navigation, section: Section, summary: Sequence[PageLine]) -> Page:
    """The page after a section: its summary, and what comes next."""
    return Page(
        "go",
        say("{section}: done", section=section.title),
        lines=(PageLine(""), *summary, PageLine(""), PageLine(_next_words(navigation), "quiet", aside=True)),
        notices=navigation.notices,
        options=(replace(translated(GO_ON), short=_short_next(navigation)),),
        keys=("back", "review", "quit"),
        state="section_end",
        saved=navigation.saved,
        head=_ended_head(navigation, section),
    )


def _ended_head(navigation: Navigation, section: Section) -> PageHead:
    count = len(questions_in(navigation, section.id))
    words = say("{number} of {all}", number=count, all=count)
    return PageHead(section.title, words, time_left(navigation), stops_words(navigation), meters(navigation))


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
        head=head_of(navigation) if navigation.current is not None else overview_head(navigation),
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


def _short_next(navigation: Navigation) -> str:
    """The same beside the key that goes on."""
    if navigation.current is None:
        return say("go on")
    section = section_of(navigation, navigation.question)
    meter = next(m for s, m in zip(sections(navigation), meters(navigation), strict=True) if s.id == section.id)
    return say("go on: {section}, {n} min", section=section.title, n=meter.minutes)


def find_page(navigation: Navigation) -> Page:
    """All questions that apply, to be found by a word of theirs or of their answer."""
    page = Page(
        "one",
        say("Which question?"),
        options=tuple(_findable(navigation, question.id) for question in navigation.applicable),
        keys=("back", "quit"),
        closable=True,
        state="find",
        search=True,
    )
    return replace(page, head=overview_head(navigation, *time_left(navigation)))


def _findable(navigation: Navigation, name: str) -> Option:
    question = navigation.pack.questions[name]
    answer = navigation.answers.get(name)
    given = f" → {answer_words(question, answer)}" if answer is not None else ""
    return Option(name, f"{question.text}{given}")
