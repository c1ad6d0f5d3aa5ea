"""The pages of the interview: each is built from where we are, and says one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from hustings.answers.accept import LONGEST_NOTE
from hustings.answers.events import GRADES, Answer, State
from hustings.answers.typed_dates import date_order
from hustings.interview.keys import Key
from hustings.interview.navigation import (
    Draft,
    Navigation,
    inside,
    is_open,
    open_questions,
    section_of,
    sections,
    skipped,
)
from hustings.interview.page import Option, Page, PageLine, Way
from hustings.interview.page_text import answer_words, grade_line, hint_on, minutes, place, proof_words, value_text
from hustings.messages import english, say, several
from hustings.pack.model import Pack, Source
from hustings.pack.questionnaire import SELECTS, Question, Section

DONT_KNOW = Option("dont_know", english("We don't know"), alone=True, key="dont_know")
NA = Option("na", english("Does not apply to us"), alone=True, key="na")
GO_ON = Option("go_on", english("Go on"))


def _own(option: Option) -> Option:
    """One of our options in the language that is spoken."""
    return replace(option, text=say(option.text))


LEAVE: tuple[Key, ...] = ("back", "quit")


# --- a question --------------------------------------------------------------------------------------------


def question_page(walk: Navigation) -> Page:
    """The question before us, with what was said about it already."""
    question = walk.question
    lists = question.type in SELECTS
    return Page(
        way=_way(question),
        title=question.text,
        place=place(walk),
        opening=_opening(walk),
        lines=tuple(_under(question, walk.answer)),
        hint=hint_on(question, date_order(walk.pack, walk.answers)),
        notices=walk.notices,
        options=_options(question) if lists else (),
        before=walk.draft if walk.draft is not None else _said_before(question, walk.answer),
        keys=tuple(_keys(walk)),
    )


def _way(question: Question) -> Way:
    if question.type == "select_multiple":
        return "several"
    return "one" if question.type in SELECTS else "words"


def _opening(walk: Navigation) -> str:
    """A section's own words stand above its first question."""
    section = section_of(walk, walk.question)
    return section.intro if inside(walk, section.id)[:1] == (walk.question,) else ""


def _under(question: Question, answer: Answer | None) -> Iterator[PageLine]:
    if question.help:
        yield PageLine(question.help, "quiet")
    if answer is not None and answer.state is not State.BLANK:
        yield PageLine(say("Your answer: {answer}", answer=answer_words(question, answer)))
    if answer is not None and answer.note:
        yield PageLine(say("Note: {note}", note=answer.note))
    if answer is not None and (answer.grade or answer.reference):
        yield PageLine(say("Proof: {proof}", proof=proof_words(answer)))


def _options(question: Question) -> tuple[Option, ...]:
    choices = tuple(Option(choice.id, choice.text, choice.alone) for choice in question.choices)
    return choices + (() if question.required else (_own(DONT_KNOW),)) + ((_own(NA),) if question.na else ())


def _said_before(question: Question, answer: Answer | None) -> Draft | None:
    if answer is None:
        return None
    match answer.state:
        case State.ANSWERED if answer.value is not None:
            return answer.value if isinstance(answer.value, tuple) else value_text(answer.value)
        case State.DONT_KNOW | State.NA if question.type in SELECTS:
            return (str(answer.state),) if question.type == "select_multiple" else str(answer.state)
        case _:
            return None


def _keys(walk: Navigation) -> Iterator[Key]:
    yield "back"
    if walk.answer is not None and not is_open(walk, walk.question):
        yield "forward"
    elif not walk.question.required:
        yield "skip"
    if not walk.question.required:
        yield "dont_know"
    if walk.question.na:
        yield "na"
    yield from ("note", "proof", "help", "sections", "review", "quit")


# --- other pages -------------------------------------------------------------------------------------------


def help_page(walk: Navigation) -> Page:
    """Why we ask, what counts as proof, who knows, where it comes from, and the keys."""
    return Page(
        "go",
        walk.question.text,
        place(walk),
        lines=tuple(_help(walk)),
        options=(_own(GO_ON),),
        keys=("back", "quit"),
        explains=tuple(_keys(walk)),
        side=True,
    )


def _help(walk: Navigation) -> Iterator[PageLine]:
    question, pack = walk.question, walk.pack
    roles = {role.id: role.title for role in pack.questionnaire.roles}
    said = (
        (say("How to answer"), question.help),
        (say("Why we ask"), question.why),
        (say("What counts as proof"), question.evidence),
        (say("Who knows"), roles.get(question.role, "")),
        (say("Where this comes from"), "\n".join(_sources(pack, question))),
    )
    for heading, words in said:
        if words:
            yield from (PageLine(""), PageLine(heading, "heading"), *(PageLine(line) for line in words.split("\n")))


def _sources(pack: Pack, question: Question) -> Iterator[str]:
    for source in pack.sources:
        if source.id in question.sources:
            yield _source(source)


def _source(source: Source) -> str:
    where = f"{source.publisher}: {source.title}, {source.date}"
    return say("{says} ({where}; as of {as_of})", says=source.says, where=where, as_of=source.as_of)


def sections_page(walk: Navigation) -> Page:
    """All sections with what is done and open in each."""
    options = tuple(Option(section.id, _section_words(walk, section)) for section in sections(walk))
    here = walk.question.section if walk.at is not None else None
    return Page(
        "one", say("Where do you want to go?"), place(walk), options=options, before=here, keys=LEAVE, side=True
    )


def _section_words(walk: Navigation, section: Section) -> str:
    questions = inside(walk, section.id)
    waiting = sum(is_open(walk, question) for question in questions)
    passed = sum(question in questions for question in skipped(walk))
    open_ = several(waiting, "{n} open", "{n} open") if waiting else say("all seen")
    parts = [open_, several(passed, "{n} skipped", "{n} skipped") if passed else ""]
    seen = say("{number} of {all}", number=len(questions) - waiting, all=len(questions))
    return f"{section.title} · {seen} · {', '.join(filter(None, parts))}"


FINISH = Option(":finish", english("Finish"))
TO_OPEN = ":open"
TO_SKIPPED = ":skipped"


def review_page(walk: Navigation) -> Page:
    """All answers, section by section; choose one to change it."""
    waiting, passed = open_questions(walk), skipped(walk)
    first = (
        *(
            (Option(TO_OPEN, several(len(waiting), "Go on with {n} open question", "Go on with {n} open questions")),)
            if waiting
            else ()
        ),
        *((Option(TO_SKIPPED, say("Answer what was skipped ({count})", count=len(passed))),) if passed else ()),
        *(() if waiting else (_own(FINISH),)),
    )
    return Page(
        way="one",
        title=say("Your answers") if waiting else say("All questions seen. Change what is not right, or finish."),
        place=(say("Review"),),
        hint=say("Choose an answer to change it."),
        notices=walk.notices,
        options=(*first, *_all_answers(walk)),
        keys=LEAVE,
        before=TO_OPEN if waiting else FINISH.id,
        side=walk.back_to is not None,
    )


def _all_answers(walk: Navigation) -> Iterator[Option]:
    for section in sections(walk):
        yield Option(f":{section.id}", section.title, heading=True)
        for question in inside(walk, section.id):
            answer = walk.answers.get(question.id)
            noted = f" ({say('note')})" if answer and answer.note else ""
            yield Option(question.id, f"{question.text}\n→ {answer_words(question, answer)}{noted}")


def note_page(walk: Navigation, notices: Sequence[str] = (), draft: str | None = None) -> Page:
    """The page on which a note on the current answer is written. `draft` takes the place of the old note."""
    before = walk.answer.note if walk.answer else ""
    hint = say("Enter keeps the note; an empty line means no note.")
    return _writing(walk, say("A note on this answer"), hint, before if draft is None else draft, notices)


def reason_page(walk: Navigation, notices: Sequence[str] = (), draft: str | None = None) -> Page:
    """The page on which somebody writes why the current question does not apply."""
    before = walk.answer.reason if walk.answer else ""
    hint = say("One sentence; it is printed in the report.")
    return _writing(walk, say("Why does it not apply to you?"), hint, before if draft is None else draft, notices)


def reference_page(walk: Navigation, notices: Sequence[str] = (), draft: str | None = None) -> Page:
    """The page on which the evidence behind the current answer is named."""
    before = walk.answer.reference if walk.answer else ""
    hint = say("Such as: admin page, seen by Kim, 3 Nov. Leave it empty if there is nothing to point at.")
    return _writing(walk, say("What was shown, and to whom?"), hint, before if draft is None else draft, notices)


def _writing(walk: Navigation, title: str, hint: str, before: str, notices: Sequence[str]) -> Page:
    lines = (PageLine(walk.question.text, "quiet"),)
    page = Page("words", title, place(walk), lines=lines, hint=hint, notices=tuple(notices), before=before, keys=LEAVE)
    return replace(page, side=True, most=LONGEST_NOTE)


def grade_page(walk: Navigation) -> Page:
    """What stands behind the answer."""
    grade = walk.answer.grade if walk.answer else 0
    counts = say("What counts: {evidence}", evidence=walk.question.evidence) if walk.question.evidence else ""
    lines = (PageLine(walk.question.text, "quiet"), *((PageLine(counts, "quiet"),) if counts else ()))
    options = tuple(Option(f"E{grade}", grade_line(grade)) for grade in range(len(GRADES)))
    return Page(
        "one",
        say("How sure is this answer?"),
        place(walk),
        lines=lines,
        options=options,
        before=f"E{grade}",
        keys=LEAVE,
        side=True,
    )


def other_page(walk: Navigation) -> Page:
    """Where a typed answer may also be that it does not apply."""
    return Page("one", walk.question.text, place(walk), options=(_own(DONT_KNOW), _own(NA)), keys=LEAVE, side=True)


def welcome_page(walk: Navigation) -> Page:
    """Before the first question: what this is, how long it takes, and that nothing is lost."""
    asked = walk.pack.questionnaire
    left, most = minutes(walk)
    count = several(len(walk.shown), "{n} question", "{n} questions")
    time = several(left, "{n} minute", "{n} minutes")
    long = say("{count}, about {time}.", count=count, time=time)
    if most > left:
        long = say("{count}, about {time} (up to {most}).", count=count, time=time, most=most)
    said = (
        asked.about,
        long,
        say("Each answer is saved as you give it. Stop when you like and go on later."),
        asked.legal,
    )
    lines = tuple(line for words in said if words for line in (PageLine(""), PageLine(words)))
    return Page("go", walk.pack.title, lines=lines, options=(_own(GO_ON),), keys=("quit",))


def closing_page(walk: Navigation, section: Section, said: Sequence[str]) -> Page:
    """After a section: what its answers mean so far, and what comes next."""
    lines = [PageLine(words) for words in said]
    return Page(
        "go",
        say("{section}: done", section=section.title),
        lines=(PageLine(""), *lines, PageLine(""), PageLine(_next_words(walk), "quiet")),
        notices=walk.notices,
        options=(_own(GO_ON),),
        keys=("review", "quit"),
    )


def _next_words(walk: Navigation) -> str:
    if walk.at is None:
        return say("Next: a look over all your answers.")
    section = section_of(walk, walk.question)
    waiting = [question for question in inside(walk, section.id) if is_open(walk, question)]
    minutes = ceil(sum((question.minutes for question in waiting), Fraction()))
    count = several(len(waiting), "{n} question", "{n} questions")
    time = several(minutes, "{n} minute", "{n} minutes")
    return say("Next: {section}, {count}, about {time}.", section=section.title, count=count, time=time)
