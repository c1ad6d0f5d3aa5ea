"""A scripted run of an interview with the time that a person needs for it, for the minutes that are told.

The model: every word on a page is read once, at the mean speed of silent reading, which is 238 words a minute in
English and 278 in Spanish (Brysbaert, "How many words do we read per minute?", 2019). A question is then thought about
for five seconds. What is typed takes a second for three characters, and every key half a second. Ends of sections and
stops are read too. Help is not opened, nothing is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from hustings.answers import flow
from hustings.answers.events import Answer, State
from hustings.answers.minutes_left import SECTION_END
from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.follow_up import Visit, run_follow_up
from hustings.interview.pages.follow_up_pages import DONE, NONE_DONE, UNCHANGED
from hustings.interview.pages.hard_stop_page import StopWatch
from hustings.interview.pages.page import KeyPressed, Page, Reply, TypedAnswer
from hustings.interview.pages.page_text import value_text
from hustings.interview.pages.section_summary import section_summary
from hustings.interview.run_interview import run_interview
from hustings.pack.model import Pack
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.follow_up import follow_up
from support import campaign_ai
from support.interview import Listed
from support.screens import ON

READ = {"": 238 / 60, "es": 278 / 60}
THINK, TYPE, KEY = 5.0, 3.0, 0.5
"""Words a second; seconds to decide; characters a second; seconds for a key."""


@dataclass
class Reader:
    """A face that answers as in a file, and takes as long as a person does. `keys`: those that were pressed."""

    pack: Pack
    answers: dict[str, Answer]
    language: str = ""
    seconds: float = 0.0
    keys: int = 0
    questions: int = 0
    passes: bool = True

    @contextmanager
    def open(self) -> Iterator[None]:
        yield

    def say(self, *lines: str) -> None:
        """Nothing."""

    def ask(self, page: Page) -> Reply:
        if page.state in ("finish", "review"):
            raise EOFError
        self.seconds += len(words_of(page).split()) / READ[self.language]
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


@dataclass
class SecondVisit(Reader):
    """Whoever comes back and says that so many steps are done, each with evidence seen; all else is unchanged."""

    done: int = 0

    def ask(self, page: Page) -> Reply:
        ids = [option.id for option in page.options]
        if not {NONE_DONE.id, DONE.id, UNCHANGED.id} & set(ids):
            return super().ask(page)
        self.seconds += len(words_of(page).split()) / READ[self.language] + THINK
        self._press(1)
        if page.kind == "several":
            ticked = ids[1 : 1 + self.done] or [NONE_DONE.id]
            self.done -= len(ids[1 : 1 + self.done])
            return TypedAnswer(tuple(ticked))
        return TypedAnswer(DONE.id if DONE.id in ids else UNCHANGED.id)


def comes_back(name: str, done: int) -> SecondVisit:
    """A follow-up of a worked campaign, read through to its end."""
    campaign = campaign_ai.case(name)
    pack, told = campaign_ai.edition(campaign.edition), campaign_ai.answers(campaign)
    open_ = {one.id: Answer(State.DONT_KNOW) for one in flow.visible(pack, told) if one.id not in told}
    found = follow_up(ComparedAssessment(pack, {**told, **open_}, ON), (campaign_ai.pack(), {**told, **open_}), pack)
    reader, stops = SecondVisit(pack, {}, done=done), StopWatch(lambda: ON)
    summary = partial(section_summary, on=ON, shown=stops.shown)
    with suppress(QuitError):
        run_follow_up(Visit(found, pack, Conversation(reader, Listed(), summary, lambda: ON, stops=stops)))
    return reader


def words_of(page: Page) -> str:
    """What is read on a page: of a long list only the question, and the choices of the others."""
    options = () if page.searchable else tuple(option.text for option in page.options)
    return " ".join((page.title, page.intro, *(line.words for line in page.lines), *page.notices, *options))


def read_through(pack: Pack, answers: dict[str, Answer], language: str = "") -> tuple[Reader, float]:
    """A whole interview, and the seconds that it says it takes: those of the questions which came."""
    reader, log, stops = Reader(pack, answers, language), Listed(), StopWatch(lambda: ON)
    summary = partial(section_summary, on=ON, shown=stops.shown)
    conversation = Conversation(reader, log, summary, lambda: ON, stops=stops)
    with suppress(QuitError):
        run_interview(conversation, navigation.begin(pack, {}), new=True)
    came = [pack.questions[name] for name, _ in log.said()]
    ends = SECTION_END * len({one.section for one in came})
    return reader, float(sum((one.minutes for one in came), ends)) * 60
