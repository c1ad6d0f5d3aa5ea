"""A scripted run of an interview with the time that a person needs for it, for the minutes that are told.

The model: every word on a page is read once, at 200 words a minute (careful reading; fluent silent reading is 238:
Brysbaert 2019); a question is then thought about for six seconds; what is typed takes a second for three characters,
and every key half a second. Ends of sections and stops are read too. Help is not opened, nothing is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction

from hustings.answers.events import Answer, State
from hustings.interview import navigation
from hustings.interview.asking import Conversation, QuitError
from hustings.interview.conversation import run_interview
from hustings.interview.pages.hard_stop_page import StopWatch
from hustings.interview.pages.page import KeyPressed, Page, Reply, TypedAnswer
from hustings.interview.pages.page_text import minutes, value_text
from hustings.interview.pages.section_summary import section_summary
from hustings.pack.model import Pack
from support.interview import Listed
from support.screens import ON

READ, THINK, TYPE, KEY = 238 / 60, 5.0, 3.0, 0.5
"""Words a second; seconds to decide; characters a second; seconds for a key."""


@dataclass
class Reader:
    """A face that answers as in a file, and takes as long as a person does. `keys`: those that were pressed."""

    pack: Pack
    answers: dict[str, Answer]
    seconds: float = 0.0
    keys: int = 0
    questions: int = 0
    told: list[tuple[float, int]] = field(default_factory=list)
    end: bool = False

    @contextmanager
    def open(self) -> Iterator[None]:
        yield

    def say(self, *lines: str) -> None:
        """Nothing."""

    def ask(self, page: Page) -> Reply:
        if page.state in ("finish", "review"):
            raise EOFError
        self.seconds += len(words_of(page).split()) / READ
        if page.state != "question":
            self._press(1)
            return TypedAnswer(page.options[0].id if page.options else "")
        self.questions += 1
        self.seconds += THINK
        return self._answer(page)

    def _answer(self, page: Page) -> Reply:
        question = next(one for one in self.pack.questions.values() if one.text == page.title)
        answer = self.answers.get(question.id, Answer(State.DONT_KNOW))
        if answer.state is not State.ANSWERED or answer.value is None:
            self._press(1)
            return KeyPressed("dont_know")
        value = answer.value
        if isinstance(value, tuple):
            self._press(len(value) + 1)
            return TypedAnswer(value)
        if page.kind == "one" and not page.searchable:
            self._press(1)
            return TypedAnswer(value_text(value))
        typed = value_text(value) if page.kind == "words" else value_text(value).rpartition("_")[2]
        self.seconds += len(typed) / TYPE
        self._press(len(typed) + 1, typed=len(typed))
        return TypedAnswer(value_text(value))

    def _press(self, keys: int, typed: int = 0) -> None:
        self.keys += keys
        self.seconds += (keys - typed) * KEY


def words_of(page: Page) -> str:
    """What is read on a page: of a long list only the question, and the choices of the others."""
    options = () if page.searchable else tuple(option.text for option in page.options)
    return " ".join((page.title, page.intro, *(line.words for line in page.lines), *page.notices, *options))


def read_through(pack: Pack, answers: dict[str, Answer]) -> tuple[Reader, int]:
    """A whole interview, and the minutes that were told at its start for the questions which came."""
    reader, log, stops = Reader(pack, answers), Listed(), StopWatch(lambda: ON)
    summary = lambda pack_, given, section: section_summary(pack_, given, section, ON, stops.shown)  # noqa: E731
    conversation = Conversation(reader, log, summary, lambda: ON, stops=stops)
    begun = navigation.begin(pack, {})
    try:
        run_interview(conversation, begun, new=True)
    except QuitError:
        pass
    came = [pack.questions[name] for name, _ in log.said()]
    assert minutes(begun)[0] <= sum((one.minutes for one in came), Fraction()) + 1
    return reader, int(sum((one.minutes for one in came), Fraction()) * 60)
