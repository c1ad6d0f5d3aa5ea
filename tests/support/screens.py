"""Every state of an interview as pages of the town and of the shipped pack, and what is wrong with a screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

from hustings.answers.events import Answer, Event, State
from hustings.interview import navigation
from hustings.interview.pages import edition_page, overview_pages, page_builders, start_and_end_pages, waiting_pages
from hustings.interview.pages.hard_stop_page import StopWatch, hard_stop_page
from hustings.interview.pages.page import Page
from hustings.interview.pages.section_summary import section_summary
from hustings.interview.resumed import resumed_page
from hustings.interview.roles import answered_by_whom
from hustings.interview.screen.grid import Grid, grid_for
from hustings.interview.screen.sheet import Sheet, sheet
from hustings.interview.screen.view import View, view_of
from hustings.interview.unattended import answers_from
from hustings.messages import ENGLISH, speaking
from hustings.pack.translation.ui_language import read_words
from hustings.styled_text.rows import text_of, wide
from support.campaign_ai import FOLDER, edition, pack

ON = date(2026, 11, 30)
UNKNOWN = Answer(State.DONT_KNOW)
SIZES = [(60, 20), (60, 24), (72, 24), (80, 24), (80, 40), (99, 30), (100, 30), (120, 50), (140, 34), (200, 60)]


@cache
def sample(language: str = "") -> Mapping[str, Answer]:
    return dict(answers_from(pack(language), FOLDER / "sample.yaml").answers)


def until(name: str, /, **others: Answer) -> dict[str, Answer]:
    """The sample's answers before a question, and others."""
    given = dict[str, Answer]()
    for question in edition().questions:
        if question == name:
            break
        if question in sample():
            given[question] = sample()[question]
    return {**given, **others}


def at(name: str, language: str = "", /, **others: Answer) -> navigation.Navigation:
    return navigation.begin(edition(language=language), until(name, **others), name)


@cache
def states(language: str = "") -> dict[str, tuple[Page, View]]:
    """A page and a view for each state of the design."""
    with speaking(read_words(language) if language else ENGLISH):
        return dict(_states(language))


def _states(language: str) -> Iterator[tuple[str, tuple[Page, View]]]:
    def asked(name: str, saved: str = "No", **others: Answer) -> Page:
        return page_builders.question_page(replace(at(name, language, **others), saved=saved), ON)

    def seen(page: Page, **view: object) -> tuple[Page, View]:
        return page, replace(view_of(page), **view)  # type: ignore[arg-type]

    here = at("records_rule", language)
    noted = replace(
        sample()["records_rule"], note="Sent to the volunteers' group; Ana pinned it.", grade=1, reference="the message"
    )
    yield (
        "welcome",
        seen(start_and_end_pages.welcome_page(navigation.begin(edition(language=language), {}), "rivera.hustings")),
    )
    yield "select", seen(asked("likeness_use"), selected=1)
    yield "many", seen(asked("channels"), selected=3, ticked=("email", "social"))
    yield "yes_no", seen(asked("uses_ai"))
    yield "number", seen(asked("hours_a_week"), typed="6")
    yield "date", seen(asked("first_ballots"), typed="28 jan")
    yield "text", seen(asked("campaign_name", saved=""), typed="Rivera for Council")
    yield "long_list", seen(asked("us_state"))
    yield "long_list_found", seen(asked("us_state"), typed="ca")
    yield "lifted", seen(asked("us_state"), lifted=True)
    yield "answered", seen(asked("records_rule", saved="", records_rule=noted))
    yield "help", seen(asked("code_word"), help=True)
    yield "error", seen(asked("first_ballots"), typed="31 feb")
    yield (
        "nothing_ticked",
        seen(asked("channels"), warning="Nothing is ticked. Enter once more if really none of these fits."),
    )
    yield "note", seen(page_builders.note_page(here), typed="Ask Kim")
    yield "proof", seen(page_builders.grade_page(here))
    yield "section_end", seen(_section_end(language))
    yield "stop", seen(_stop(language))
    yield "sections", seen(overview_pages.sections_page(here))
    yield "review", seen(overview_pages.review_page(replace(here, changed=frozenset({"office"}))), selected=4)
    yield "resume", seen(resumed_page(here, _events(here), "Kim"))
    yield "editions", seen(_editions(here))
    yield "find", seen(overview_pages.find_page(here), typed="rule")
    yield "people", seen(answered_by_whom(here, _events(here), "Kim", "hustings questions rivera --role {}".format))
    yield "waiting", seen(waiting_pages.waiting_page(replace(here, answers={**here.answers, "code_word": UNKNOWN})))
    yield "role_done", seen(waiting_pages.role_done_page(replace(here, role="candidate", saved="No")))
    yield "leave", seen(start_and_end_pages.leave_page(here, sure=True))
    yield (
        "finish",
        seen(start_and_end_pages.finish_page(navigation.begin(edition(language=language), _all(language)), ON)),
    )


def _editions(here: navigation.Navigation) -> Page:
    left = [edition_page.EditionLeft(one, 4 * n, n) for n, one in enumerate(here.pack.questionnaire.editions)]
    return edition_page.edition_page(here, left)


def _all(language: str) -> dict[str, Answer]:
    known = navigation.begin(edition(language=language), sample())
    return {**sample(), **{q.id: Answer(State.DONT_KNOW) for q in navigation.open_questions(known)}}


def _section_end(language: str) -> Page:
    given = until("voice_online")
    here = navigation.begin(edition(language=language), given)
    section = next(s for s in here.pack.questionnaire.sections if s.id == "privacy")
    return overview_pages.closing_page(here, section, section_summary(here.pack, given, "privacy", ON, set()))


def _stop(language: str) -> Page:
    calls = {"channels": Answer(State.ANSWERED, ("calls",)), "ai_calls": Answer(State.ANSWERED, "listed")}
    before = at("call_consent", language, **calls)
    answer = Answer(State.ANSWERED, before.pack.questions["call_consent"].choices[0].id)
    moved = navigation.take_answer(before, answer).navigation
    news = StopWatch(lambda: ON).after(before, moved.answers)
    assert news is not None
    return hard_stop_page(before, replace(moved, stops=news.standing), news.new[0])


def _events(here: navigation.Navigation) -> list[Event]:
    when, names = datetime(2026, 11, 26, 21, 40, tzinfo=UTC), list(here.answers)
    by = ["Kim" if number < len(names) - 2 else "Ana" for number in range(len(names))]
    return [
        Event("a1", n, when, who, name, here.answers[name])
        for n, (name, who) in enumerate(zip(names, by, strict=True), 1)
    ]


def drawn(state: str, columns: int, rows: int, language: str = "") -> Sheet:
    page, view = states(language)[state]
    with speaking(read_words(language) if language else ENGLISH):
        return sheet(page, view, grid_for(columns, rows))


def lines(drawn_: Sheet) -> list[str]:
    return [text_of(row).rstrip() for row in drawn_.rows]


def wrong(drawn_: Sheet, grid: Grid, known: set[str]) -> list[str]:
    """What is wrong with a screen: rows wider than it, more of them than it has, no keys, words that are cut."""
    texts = lines(drawn_)
    found = [f"{wide(row)} wide: {text_of(row)!r}" for row in drawn_.rows if wide(row) > grid.columns - 1]
    found += [f"{len(texts)} rows of {grid.rows}"] if len(texts) > grid.rows else []
    found += [] if any(role == "key" for row in drawn_.rows[-2:] for role, _ in row) else ["no keys"]
    return found + sorted(f"cut: {word!r}" for word in words_of(texts) - known)


def words_of(texts: Iterable[str]) -> set[str]:
    """The words in these texts, without signs, figures and what stands around them."""
    return {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}


def words_in(one: object) -> set[str]:
    """All words of a page."""
    match one:
        case str():
            return words_of((one,))
        case tuple():
            return {word for part in one for word in words_in(part)}
        case _ if is_dataclass(one):
            return {word for field in fields(one) for word in words_in(getattr(one, field.name))}
        case _:
            return set()
