"""A hard stop, shown once, after the answer that brings it: what to do now, who, what is at stake, and the law."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import field, replace
from datetime import date

from hustings.answers.events import Answers, State
from hustings.answers.local_texts import numbers_of, told_here
from hustings.frozen_records import dataclass
from hustings.interview.navigation import Navigation
from hustings.interview.pages.page import Option, Page, PageLine
from hustings.interview.pages.page_text import head_of
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.plan.phrasing.wording import hours, role_title
from hustings.scoring.plan.stops import HardStop, source_words, standing_stops, stop_questions

SENTENCE = re.compile(r"(?<=[.!?])\s+")
READ = "read"


@dataclass(frozen=True, slots=True)
class StopNews:
    """The stops that an answer brought, and how many stand with it."""

    new: tuple[HardStop, ...]
    standing: int


@dataclass(slots=True)
class StopWatch:
    """Which stops stand, and which were shown in this sitting. `today`: the day for which rules are checked.

    Looking for stops takes longer than a key may, so it is done after answers on which a stop depends, and only then.
    """

    today: Callable[[], date] = date.today
    shown: set[str] = field(default_factory=set)
    depends: tuple[Pack, frozenset[str]] | None = None

    def after(self, before: Navigation, answers: Answers) -> StopNews | None:
        """What an answer to the current question changes about stops; None where no stop depends on it.

        What follows from "we don't know" is not shown at once: it waits for the end of the section.
        """
        if before.question.id not in self._questions(before):
            return None
        known = answers[before.question.id].state is State.ANSWERED
        if not known and not before.stops:
            return None
        standing = self.standing(before.pack, answers)
        if not known or not standing:
            return StopNews((), len(standing))
        seen_before = self.shown | {stop.id for stop in self.standing(before.pack, before.answers)}
        new = tuple(stop for stop in standing if stop.id not in seen_before)
        self.shown.update(stop.id for stop in new)
        return StopNews(new, len(standing))

    def standing(self, pack: Pack, answers: Answers) -> tuple[HardStop, ...]:
        """The stops of these answers; none while nothing can be scored."""
        try:
            return standing_stops(told_here(pack, answers), answers, self.today())
        except InputError:
            return ()

    def _questions(self, navigation: Navigation) -> frozenset[str]:
        if self.depends is None or self.depends[0] is not navigation.pack:
            self.depends = (navigation.pack, stop_questions(navigation.pack))
        return self.depends[1]


def hard_stop_page(before: Navigation, after: Navigation, stop: HardStop) -> Page:
    """The page of one stop. `before`: the position of the answer that brought it; `after` knows how many stand."""
    pack = told_here(after.pack, after.answers)
    write = numbers_of(pack, after.answers)
    heading, rest = stop_message(stop)
    lines = ((PageLine(rest), PageLine("")) if rest else ()) + tuple(_labelled(pack, stop))
    return Page(
        "go",
        write(heading),
        lines=tuple(replace(line, text=write(line.text)) for line in lines),
        options=(Option(READ, say("I have read this"), short=say("I have read this")),),
        keys=("back", "quit"),
        state="stop",
        saved=after.saved,
        head=head_of(replace(after, current=before.current)),
    )


def stop_message(stop: HardStop) -> tuple[str, str]:
    """The first sentence of a stop, which says what to do, and the others."""
    text = stop.gate.message if stop.gate is not None else stop.rule.rule.today if stop.rule is not None else stop.text
    first, *others = SENTENCE.split(text.strip(), maxsplit=1)
    return first, others[0] if others else ""


def _labelled(pack: Pack, stop: HardStop) -> Iterator[PageLine]:
    if stop.deed is not None:
        yield PageLine(f"{stop.deed.title} {stop.deed.how}".strip(), "strong", say("Do now"))
        who = say("{owner}, {time}", owner=role_title(pack, stop.deed.owner), time=hours(stop.deed.hours))
        yield PageLine(who, label=say("Who"))
    for penalty in dict.fromkeys(standing.rule.penalty for standing in stop.rules if standing.rule.penalty):
        yield PageLine(penalty, label=say("At stake"))
    for standing in stop.rules:
        words = "; ".join(source_words(pack, standing))
        law = say(
            "{place}: {title} ({sources}). Ask counsel.",
            place=standing.place.title,
            title=standing.rule.title,
            sources=words,
        )
        yield PageLine(law, label=say("Law"))
