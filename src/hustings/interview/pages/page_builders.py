"""The pages of a question, and those for its note, evidence and reason, each built from the position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import assert_never

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
from hustings.interview.pages.page import Option, Page, PageKind, PageLine, WordsKind
from hustings.interview.pages.page_text import (
    answer_hint,
    answer_words,
    evidence_text,
    grade_line,
    head_of,
    position_texts,
    value_text,
)
from hustings.interview.typed_day import day_reader
from hustings.messages import english, say
from hustings.pack.citations import cited_in, without
from hustings.pack.model import Pack, Source
from hustings.pack.questionnaire import SELECTS, Choice, Question

DONT_KNOW = Option("dont_know", english("We don't know"), alone=True, key="dont_know", letter="d")
NA = Option("na", english("Does not apply to us"), alone=True, key="na", letter="x")
GO_ON = Option("go_on", english("Go on"))
LETTERS = {"yes": english("y"), "no": english("n")}
"""The keys of yes and no; translators give the first letters of their own words."""


def translated(option: Option) -> Option:
    """One of our own options in the current language."""
    return replace(option, text=say(option.text))


LEAVING_KEYS: tuple[Key, ...] = ("back", "quit")
WIDER_KEYS: tuple[Key, ...] = ("find", "edition", "people")
"""Keys that lead away from a question to the interview as a whole."""


# --- a question --------------------------------------------------------------------------------------------


def question_page(navigation: Navigation, today: date | None = None) -> Page:
    """The page of the current question, with its earlier answer. `today`: a typed date is read back from that day."""
    question = navigation.question
    has_choices = question.type in SELECTS
    order = date_order(navigation.pack, navigation.answers) if question.type == "date" else None
    page = Page(
        kind=_kind(question),
        title=question.text,
        position=position_texts(navigation),
        intro=_section_intro(navigation),
        lines=tuple(_lines_below(question, navigation.answer)),
        hint=answer_hint(question, order),
        notices=navigation.notices,
        options=_options(question) if has_choices else (),
        initial=navigation.draft if navigation.draft is not None else _earlier_answer(question, navigation.answer),
        keys=tuple(_keys(navigation)),
    )
    return replace(
        page,
        state="question",
        head=head_of(navigation),
        answered=_answered(question, navigation.answer),
        saved=navigation.saved,
        refused=navigation.refused,
        explained=tuple(_help(navigation)),
        words=_words(question),
        unit=question.unit if question.type == "number" else "",
        today=today,
        day_of=day_reader(order, today) if question.type == "date" and today is not None else None,
    )


def _kind(question: Question) -> PageKind:
    if question.type == "select_multiple":
        return "several"
    return "one" if question.type in SELECTS else "words"


def _words(question: Question) -> WordsKind:
    match question.type:
        case "number" | "date":
            return question.type
        case "yes_no" | "select_one" | "select_multiple" | "text":
            return "text"
        case _:
            assert_never(question.type)


def _section_intro(navigation: Navigation) -> str:
    """The introduction of a section, for its first question."""
    section = section_of(navigation, navigation.question)
    return section.intro if questions_in(navigation, section.id)[:1] == (navigation.question,) else ""


def _lines_below(question: Question, answer: Answer | None) -> Iterator[PageLine]:
    if question.help:
        yield PageLine(question.help, "quiet")
    if answer is not None and answer.state is not State.BLANK:
        yield PageLine(answer_words(question, answer), label=say("Your answer"), answer=True)
    if answer is not None and answer.note:
        yield PageLine(answer.note, label=say("Note"))
    if answer is not None and (answer.grade or answer.reference):
        yield PageLine(evidence_text(answer), label=say("Proof"))


def _options(question: Question) -> tuple[Option, ...]:
    choices = tuple(_option(question, choice) for choice in question.choices)
    return (
        choices + (() if question.required else (translated(DONT_KNOW),)) + ((translated(NA),) if question.na else ())
    )


def _option(question: Question, choice: Choice) -> Option:
    letter = say(LETTERS[choice.id]) if question.type == "yes_no" and choice.id in LETTERS else ""
    return Option(choice.id, choice.text, choice.alone, letter=letter)


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


def _answered(question: Question, answer: Answer | None) -> tuple[str, ...]:
    """The options that were chosen before."""
    earlier = _earlier_answer(question, answer) if question.type in SELECTS else None
    return () if earlier is None else (earlier,) if isinstance(earlier, str) else earlier


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
    yield from ("note", "proof", "help", "sections", "review", *WIDER_KEYS, "quit")


# --- other pages -------------------------------------------------------------------------------------------


def help_page(navigation: Navigation) -> Page:
    """The help page: why we ask, what counts as evidence, who knows, the sources, and the keys."""
    return Page(
        "go",
        navigation.question.text,
        position_texts(navigation),
        lines=tuple(_help_lines(navigation)),
        options=(translated(GO_ON),),
        keys=("back", "quit"),
        closable=True,
        state="help",
        above=question_page(navigation),
    )


def _help_lines(navigation: Navigation) -> Iterator[PageLine]:
    for line in _help(navigation):
        yield from (PageLine(""), line) if line.style == "heading" else (line,)


def _help(navigation: Navigation) -> Iterator[PageLine]:
    """The parts of help; where they come from is marked as such."""
    question, pack = navigation.question, navigation.pack
    roles = {role.id: role.title for role in pack.questionnaire.roles}
    if question.help:
        yield PageLine(say("How to answer"), "heading", sign="below")
        yield from (PageLine(line, sign="below") for line in question.help.split("\n"))
    parts = (
        (say("Why we ask"), question.why),
        (say("What counts as proof"), question.evidence),
        (say("Who knows"), roles.get(question.role, "")),
    )
    for heading, words in parts:
        if words:
            text = without(words, frozenset(cited_in(words)))
            yield from (PageLine(heading, "heading"), *(PageLine(line) for line in text.split("\n")))
    if sources := tuple(_sources(pack, question)):
        yield PageLine(say("Where this comes from"), "heading", sign="open")
        yield from (PageLine(source, sign="open") for source in sources)


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
    page = Page(
        "words",
        title,
        position_texts(navigation),
        hint=hint,
        notices=tuple(notices),
        initial=initial,
        keys=LEAVING_KEYS,
        head=head_of(navigation),
        above=question_page(navigation),
        refused=bool(notices),
    )
    return replace(page, closable=True, max_length=LONGEST_NOTE)


def grade_page(navigation: Navigation) -> Page:
    """The page for the evidence grade of the current answer."""
    grade = navigation.answer.grade if navigation.answer else 0
    counts = (
        say("What counts: {evidence}", evidence=navigation.question.evidence) if navigation.question.evidence else ""
    )
    options = tuple(_grade(number) for number in range(len(GRADES)))
    return Page(
        "one",
        say("How sure is this answer?"),
        position_texts(navigation),
        lines=(PageLine(counts, "quiet"),) if counts else (),
        options=options,
        initial=f"E{grade}",
        keys=LEAVING_KEYS,
        closable=True,
        head=head_of(navigation),
        above=question_page(navigation),
    )


def _grade(number: int) -> Option:
    words = grade_line(number)
    return Option(f"E{number}", words, letter=str(number), short=words.partition(" ")[2].strip())


def other_page(navigation: Navigation) -> Page:
    """The page to choose between “we don't know” and “does not apply”, for a question without choices."""
    return Page(
        "one",
        navigation.question.text,
        position_texts(navigation),
        options=(translated(DONT_KNOW), translated(NA)),
        keys=LEAVING_KEYS,
        closable=True,
        head=head_of(navigation),
    )
