"""Asking: the parts of an interview, a page shown and replied to, and leaving it, which a screen asks about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from datetime import date
from typing import Protocol

from hustings.answers.events import Log
from hustings.frozen_records import dataclass
from hustings.interview.navigation import Navigation
from hustings.interview.pages import start_and_end_pages
from hustings.interview.pages.hard_stop_page import StopWatch
from hustings.interview.pages.page import Face, KeyPressed, Page, Reply, Summary, TypedAnswer
from hustings.pack.model import Pack


class QuitError(Exception):
    """The user saves and quits. `interrupted`: by Ctrl-C; `then`: what is to be done next."""

    def __init__(self, *, interrupted: bool = False, then: str = "") -> None:
        super().__init__()
        self.interrupted, self.then = interrupted, then


class LeavePage(Protocol):
    """The page before leaving; None where nothing is asked. `sure`: leaving is selected on it."""

    def __call__(self, *, sure: bool) -> Page | None:
        """The page, or None."""
        ...


@dataclass(frozen=True, slots=True)
class Conversation:
    """The parts of an interview: the face that shows pages, the log for answers, and the summary after a section.

    `why_stop`: in an adaptive interview, why asking may stop now; nothing while it should go on. `stops`: which hard
    stops were shown. `resumed`: the page for somebody who comes back. `complete`: the pack with all its editions, where
    another one may be chosen. `people`: the page of who answered what. `leaving`: the page before leaving; by default
    that of the question at which one goes on. `file`: the case file's name.
    """

    face: Face
    log: Log
    summary: Summary
    today: Callable[[], date] = date.today
    why_stop: Callable[[Navigation], str] | None = None
    stops: StopWatch = field(default_factory=StopWatch)
    resumed: Callable[[Navigation], Page] | None = None
    complete: Pack | None = None
    people: Callable[[Navigation], Page] | None = None
    leaving: LeavePage | None = None
    file: str = ""

    def ask(self, page: Page, position: Navigation | None = None) -> Reply:
        """Show a page. Raises `QuitError` if the reply is to quit, in whatever form; a screen asks before it does.

        Without a position, and unless the conversation has a page for it, nothing is asked.
        """
        while True:
            reply = self.show(page)
            if not isinstance(reply, KeyPressed) or reply.key not in ("quit", "leave", "out"):
                return reply
            self._leave(position, reply)
            page = replace(page, initial=page.initial if reply.draft is None else reply.draft)

    def show(self, page: Page) -> Reply:
        """Show a page, without asking before it is left."""
        try:
            return self.face.ask(self._offered(page))
        except KeyboardInterrupt:
            raise QuitError(interrupted=True) from None
        except EOFError:
            raise QuitError from None

    def _offered(self, page: Page) -> Page:
        """The page without keys for what there is not."""
        missing = (*(() if self.complete else ("edition",)), *(() if self.people else ("people",)))
        return replace(page, keys=tuple(key for key in page.keys if key not in missing)) if missing else page

    def _leave(self, position: Navigation | None, reply: KeyPressed) -> None:
        """Leave at once, or ask: raises `QuitError` unless the reply is to go on."""
        page = None if reply.key == "quit" else self._leave_page(position, sure=reply.key == "leave")
        if page is None:
            raise QuitError
        match self.show(page):
            case TypedAnswer(start_and_end_pages.LEAVE) | KeyPressed("quit"):
                raise QuitError
            case TypedAnswer(start_and_end_pages.LEAVE_AND_PRINT):
                raise QuitError(then="questions")
            case _:
                return

    def _leave_page(self, position: Navigation | None, *, sure: bool) -> Page | None:
        if self.leaving is not None:
            return self.leaving(sure=sure)
        return None if position is None else start_and_end_pages.leave_page(position, sure=sure)
