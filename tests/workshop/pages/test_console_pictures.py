"""The facilitator's console in every state, at two sizes, in both languages: it looks as it was accepted.

The first states in Spanish at the smaller size; all of it by `make comparedpictures`. One page for each language; the
states are those of a workshop that is led here, without a network (`support.faces`).
`HUSTINGS_PICTURES=folder` keeps a picture of each state.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hustings.casefile import create
from hustings.messages import speaking
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import question_at_hand
from hustings.workshop.views.console.facts_form import facts_view
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.web.hub import Hub, Stream
from support.deep import some
from support.faces import HOME, WORDS, Face, hub_of, opened, shipped
from support.pictures import EVERY, Accepted, differing, grid, still
from support.session import AT, WHY, do, people, shown, votes

pytestmark = pytest.mark.slow

SIZES = ({"width": 1280, "height": 720}, {"width": 1024, "height": 768})
COLUMNS, MOVED = 128, 8
PICTURES = os.environ.get("HUSTINGS_PICTURES", "")


class Desk:
    """A console that is looked at in each state."""

    def __init__(self, hub: Hub, browser: Browser, language: str) -> None:
        self.hub, self.language = hub, language
        self.face: Face = opened(hub, browser, "console", SIZES[0], language)
        self.face.answers = {
            "api/look": lambda body: {"found": question_at_hand(self.session, body["question"])},
            "api/facts": lambda _: facts_view(self.session),
            "api/readback": lambda _: readback_view(self.session),
            "api/room": lambda _: {"address": HOME, "code": "ABC234", "explains": ""},
        }
        self.accepted = Accepted(f"console-{language}", COLUMNS, MOVED)

    @property
    def session(self) -> Session:
        return self.hub.session

    def show(self) -> None:
        """Show what the server would send now."""
        self.face.show(Stream("console"))
        expect(self.face.page.locator("#desk")).to_be_visible()

    def look(self, state: str, *, pressed: str = "", awaited: str = "", back: bool = False) -> None:
        """Show the state and compare it at each size.

        `pressed` is a button that opens a window of the page, `awaited` what takes the focus once that has come.
        """
        self.show()
        if pressed:
            self.face.page.locator(pressed).first.evaluate("(one) => one.click()")
        if awaited:
            expect(self.face.page.locator(awaited)).to_be_focused()
        for size in SIZES if EVERY else SIZES[1:]:
            self._compare(f"{state} {size['width']}", size)
        if back:
            self.face.page.reload()
            self.face.page.locator("html.worded").wait_for()

    def _compare(self, name: str, size: dict[str, int]) -> None:
        page = self.face.page
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.evaluate("document.activeElement.blur()")
        if PICTURES:
            page.wait_for_timeout(300)
            path = Path(PICTURES) / f"console-{self.language}-{name.replace(' ', '-')}.png"
            page.screenshot(path=path, animations="disabled")
        self.accepted.look(page, name)


@contextmanager
def desk_of(browser: Browser, folder: Path, language: str) -> Iterator[Desk]:
    with create(folder / "rivera.hustings", pack=shipped(language), by="Ann", at=AT) as case, speaking(WORDS[language]):
        desk = Desk(hub_of(case, language), browser, language)
        yield desk
        desk.face.page.context.close()
        assert [] == desk.face.wrong


@pytest.mark.parametrize("language", some(["es", "en"], 1 if EVERY else 2))
def test_every_state_looks_as_it_was_accepted(language: str, browser: Browser, tmp_path: Path) -> None:
    with desk_of(browser, tmp_path, language) as desk:
        people(desk.session, 6)
        beginning(desk)
        agreed(desk)
        if EVERY:
            split(desk)
            otherwise(desk)
            ending(desk)
        assert "" == desk.accepted.close()


def beginning(desk: Desk) -> None:
    desk.look("01-beginning")
    desk.look("03-people", pressed="#people-button", back=True)
    desk.look("04-agenda", pressed="#plan-button", back=True)
    do(desk.session, "project", what="question", question="records_rule")
    desk.look("05-before")


def agreed(desk: Desk) -> None:
    session, name = desk.session, "records_rule"
    session.open(name)
    votes(session, name, "largely", "largely", "largely", "largely")
    desk.look("06-open")
    votes(session, name, "largely", "largely", "largely", "largely", "largely", "partly")
    desk.look("07-all")
    session.close()
    desk.look("08-closed")
    session.reveal()
    desk.look("09-agreed")
    session.decide(name, {"value": "largely"})
    desk.look("10-decided")


def split(desk: Desk) -> None:
    session, name = desk.session, "intimate_route"
    shown(session, name, "none", "none", "largely", "fully", "fully", "fully")
    desk.look("11-split")
    session.discuss(name)
    desk.look("12-talk")
    session.open(name)
    votes(session, name, "none", "largely", round_=2)
    desk.look("13-second")
    votes(session, name, "none", "largely", "largely", "largely", "largely", "largely", round_=2)
    session.close()
    session.reveal()
    desk.look("14-rounds")
    session.decide(name, {"value": "largely"}, WHY)


def otherwise(desk: Desk) -> None:
    session, name = desk.session, "sign_in"
    shown(session, name, "largely", "largely", "largely", "largely", "largely", "fully")
    desk.show()
    desk.face.page.locator("#decision input[value='option partly']").evaluate("(one) => one.click()")
    desk.look("15-other-picked")
    session.decide(name, {"value": "partly"}, WHY)
    desk.look("16-otherwise")
    shown(session, "call_back", "none", "partly", "partly", "largely", "fully", "fully")
    session.leave_open("call_back", WHY)
    desk.look("17-left-open")


def ending(desk: Desk) -> None:
    do(desk.session, "warm_up", text="")
    desk.look("18-warm-up")
    do(desk.session, "end_warm_up")
    desk.session.finish()
    desk.look("19-ended")
    desk.look("20-read-back", pressed="#readback-button", awaited="#readback-title")


def test_a_button_moved_by_four_pixels_is_noticed_and_a_longer_word_is_not(browser: Browser, tmp_path: Path) -> None:
    with desk_of(browser, tmp_path, "en") as desk:
        people(desk.session, 2)
        desk.session.open("records_rule")
        desk.show()
        page = desk.face.page
        expect(page.locator("#step")).to_have_text("Show the votes")
        before = still(page, COLUMNS)
        for moved in ("translateX(4px)", "translateY(-4px)"):
            page.locator("#step").evaluate(f"(one) => {{ one.style.transform = '{moved}' }}")
            assert MOVED < differing(before, grid(page, COLUMNS)), moved
        page.locator("#step").evaluate("(one) => { one.style.transform = '' }")
        page.locator("#choices li span").nth(1).evaluate("(one) => { one.textContent += ' today' }")
        assert MOVED >= differing(before, grid(page, COLUMNS))
