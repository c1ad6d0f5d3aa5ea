"""The pages of a question, and those for its note, evidence and reason, each built from the position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hustings.answers.accept import LONGEST_NOTE
from hustings.answers.events import GRADES, Answer, State
from hustings.answers.typed_dates import date_order
from hustings.interview.keys import Key
from hustings.interview.navigation import (
    Draft,
    Navigation,
    is_open,
    questions_in,
    section_of,
)
from hustings.interview.page import Option, Page, PageKind, PageLine
from hustings.interview.page_text import (
    answer_hint,
    answer_words,
    evidence_text,
    grade_line,
    position_texts,
    value_text,
)
from hustings.messages import english, say
from hustings.pack.model import Pack, Source
from hustings.pack.questionnaire import SELECTS, Question

DONT_KNOW = Option("dont_know", english("We don't know"), alone=True, key="dont_know")
NA = Option("na", english("Does not apply to us"), alone=True, key="na")
GO_ON = Option("go_on", english("Go on"))


def translated(option: Option) -> Option:
    """One of our own options in the current language."""
    return replace(option, text=say(option.text))


LEAVING_KEYS: tuple[Key, ...] = ("back", "quit")


# --- a question --------------------------------------------------------------------------------------------


def question_page(navigation: Navigation) -> Page:
    """The page of the current question, with its earlier answer."""
    question = navigation.question
    has_choices = question.type in SELECTS
    return Page(
        kind=_kind(question),
        title=question.text,
        position=position_texts(navigation),
        intro=_section_intro(navigation),
        lines=tuple(_lines_below(question, navigation.answer)),
        hint=answer_hint(question, date_order(navigation.pack, navigation.answers)),
        notices=navigation.notices,
        options=_options(question) if has_choices else (),
        initial=navigation.draft if navigation.draft is not None else _earlier_answer(question, navigation.answer),
        keys=tuple(_keys(navigation)),
    )


def _kind(question: Question) -> PageKind:
    if question.type == "select_multiple":
        return "several"
    return "one" if question.type in SELECTS else "words"


def _section_intro(navigation: Navigation) -> str:
    """The introduction of a section, for its first question."""
    section = section_of(navigation, navigation.question)
    return section.intro if questions_in(navigation, section.id)[:1] == (navigation.question,) else ""


def _lines_below(question: Question, answer: Answer | None) -> Iterator[PageLine]:
    if question.help:
        yield PageLine(question.help, "quiet")
    if answer is not None and answer.state is not State.BLANK:
        yield PageLine(say("Your answer: {answer}", answer=answer_words(question, answer)))
    if answer is not None and answer.note:
        yield PageLine(say("Note: {note}", note=answer.note))
    if answer is not None and (answer.grade or answer.reference):
        yield PageLine(say("Proof: {proof}", proof=evidence_text(answer)))


def _options(question: Question) -> tuple[Option, ...]:
    choices = tuple(Option(choice.id, choice.text, choice.alone) for choice in question.choices)
    return (
        choices + (() if question.required else (translated(DONT_KNOW),)) + ((translated(NA),) if question.na else ())
    )


def _earlier_answer(question: Question, answer: Answer | None) -> Draft | None:
    if answer is None:
        return None
    match answer.state:
        case State.ANSWERED if answer.value is not None:
            return answer.value if isinstance(answer.value, tuple) else value_text(answer.value)
        case State.DONT_KNOW | State.NA if question.type in SELECTS:
            return (str(answer.state),) if question.type == "select_multiple" else str(answer.state)
        case _:
            return None


def _keys(navigation: Navigation) -> Iterator[Key]:
    yield "back"
    if navigation.answer is not None and not is_open(navigation, navigation.question):
        yield "forward"
    elif not navigation.question.required:
        yield "skip"
    if not navigation.question.required:
        yield "dont_know"
    if navigation.question.na:
        yield "na"
    yield from ("note", "proof", "help", "sections", "review", "quit")


# --- other pages -------------------------------------------------------------------------------------------


def help_page(navigation: Navigation) -> Page:
    """The help page: why we ask, what counts as evidence, who knows, the sources, and the keys."""
    return Page(
        "go",
        navigation.question.text,
        position_texts(navigation),
        lines=tuple(_help(navigation)),
        options=(translated(GO_ON),),
        keys=("back", "quit"),
        explained_keys=tuple(_keys(navigation)),
        closable=True,
    )


def _help(navigation: Navigation) -> Iterator[PageLine]:
    question, pack = navigation.question, navigation.pack
    roles = {role.id: role.title for role in pack.questionnaire.roles}
    parts = (
        (say("How to answer"), question.help),
        (say("Why we ask"), question.why),
        (say("What counts as proof"), question.evidence),
        (say("Who knows"), roles.get(question.role, "")),
        (say("Where this comes from"), "\n".join(_sources(pack, question))),
    )
    for heading, words in parts:
        if words:
            yield from (PageLine(""), PageLine(heading, "heading"), *(PageLine(line) for line in words.split("\n")))


def _sources(pack: Pack, question: Question) -> Iterator[str]:
    for source in pack.sources:
        if source.id in question.sources:
            yield _source(source)


def _source(source: Source) -> str:
    origin = f"{source.publisher}: {source.title}, {source.date}"
    return say("{says} ({where}; as of {as_of})", says=source.says, where=origin, as_of=source.as_of)


def note_page(navigation: Navigation, notices: Sequence[str] = (), draft: str | None = None) -> Page:
    """The page for a note on the current answer. A `draft` replaces the old note."""
    earlier = navigation.answer.note if navigation.answer else ""
    hint = say("Enter keeps the note; an empty line means no note.")
    return _text_page(navigation, say("A note on this answer"), hint, earlier if draft is None else draft, notices)


def reason_page(navigation: Navigation, notices: Sequence[str] = (), draft: str | None = None) -> Page:
    """The page for the reason why the current question does not apply."""
    earlier = navigation.answer.reason if navigation.answer else ""
    hint = say("One sentence; it is printed in the report.")
    return _text_page(
        navigation, say("Why does it not apply to you?"), hint, earlier if draft is None else draft, notices
    )


def reference_page(navigation: Navigation, notices: Sequence[str] = (), draft: str | None = None) -> Page:
    """The page for the evidence behind the current answer."""
    earlier = navigation.answer.reference if navigation.answer else ""
    hint = say("Such as: admin page, seen by Kim, 3 Nov. Leave it empty if there is nothing to point at.")
    return _text_page(
        navigation, say("What was shown, and to whom?"), hint, earlier if draft is None else draft, notices
    )


def _text_page(navigation: Navigation, title: str, hint: str, initial: str, notices: Sequence[str]) -> Page:
    lines = (PageLine(navigation.question.text, "quiet"),)
    page = Page(
        "words",
        title,
        position_texts(navigation),
        lines=lines,
        hint=hint,
        notices=tuple(notices),
        initial=initial,
        keys=LEAVING_KEYS,
    )
    return replace(page, closable=True, max_length=LONGEST_NOTE)


def grade_page(navigation: Navigation) -> Page:
    """The page for the evidence grade of the current answer."""
    grade = navigation.answer.grade if navigation.answer else 0
    counts = (
        say("What counts: {evidence}", evidence=navigation.question.evidence) if navigation.question.evidence else ""
    )
    lines = (PageLine(navigation.question.text, "quiet"), *((PageLine(counts, "quiet"),) if counts else ()))
    options = tuple(Option(f"E{grade}", grade_line(grade)) for grade in range(len(GRADES)))
    return Page(
        "one",
        say("How sure is this answer?"),
        position_texts(navigation),
        lines=lines,
        options=options,
        initial=f"E{grade}",
        keys=LEAVING_KEYS,
        closable=True,
    )


def other_page(navigation: Navigation) -> Page:
    """The page to choose between “we don't know” and “does not apply”, for a question without choices."""
    return Page(
        "one",
        navigation.question.text,
        position_texts(navigation),
        options=(translated(DONT_KNOW), translated(NA)),
        keys=LEAVING_KEYS,
        closable=True,
    )
