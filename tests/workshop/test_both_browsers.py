"""A whole session in Chromium and in Firefox: an ordinary question, a split one, decision, read-back, end.

Console, wall and a phone are windows of the browser; three more people have none. What is pressed is counted. Firefox
is tried by `make deep`, where there is one: it takes long to start, and CI has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from hustings.answers.workshop.workshop_log import EntryKind
from hustings.casefile import open_case
from support.browser import PLAN, chromium, guest
from support.deep import DEEP
from support.firefox import PROGRAM, firefox
from support.server import Served, serving, town_words
from support.windows import OpenWindow, Window, chromium_windows, wait_for

pytestmark = pytest.mark.slow

RULE = "records_rule"
NAMES = ("Bo", "Cy", "Di")
FIREFOX = pytest.mark.skipif(not DEEP or PROGRAM is None, reason="Firefox: make deep, where firefox-esr is installed")


@pytest.fixture(params=["chromium", pytest.param("firefox", marks=FIREFOX)])
def open_window(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenWindow]:
    """Opens windows of this browser."""
    with _browser(request.param, tmp_path) as found:
        yield found


@contextmanager
def _browser(name: str, folder: Path) -> Iterator[OpenWindow]:
    with ExitStack() as stack:
        if name == "firefox":
            yield stack.enter_context(firefox(folder)).window
        else:
            yield chromium_windows(stack.enter_context(chromium()))


@dataclass(slots=True)
class Play:
    """The three windows, and the people without one. `pressed`: how often the console's big button was."""

    console: Window
    wall: Window
    phone: Window
    others: list[httpx.Client]
    pressed: int = 0

    def press(self, now: str) -> None:
        wait_for(self.console, "#step:not([aria-disabled])", now)
        self.console.click("#step")
        self.pressed += 1

    def vote(self, question: str, round_: int, own: int, *picks: str) -> None:
        wait_for(self.phone, "#cast", "Choose an answer")
        self.phone.click(f"fieldset label.choice:nth-of-type({own})")
        wait_for(self.phone, "#cast", "Vote")
        self.phone.click("#cast")
        wait_for(self.phone, "#state", "Your vote is in.")
        for client, pick in zip(self.others, picks, strict=True):
            vote = {"question": question, "round": round_, "pick": pick, "tap": f"{question} {round_}"}
            assert 200 == client.post("/api/vote", json=vote).status_code


def opened(served: Served, open_window: OpenWindow) -> Play:
    console = open_window(served.link("console"), 1280, 800)
    wall = open_window(served.link("screen"), 1280, 720)
    phone = open_window(f"{served.root}/#{served.code}", 390, 664)
    wait_for(phone, "#join .main", "Join")
    phone.fill("#name", "Al")
    phone.click("#join .main")
    wait_for(phone, "#wait", "You are in.")
    return Play(console, wall, phone, [guest(served, code=served.code, name=name) for name in NAMES])


def ordinary(play: Play) -> int:
    """A question on which all agree; how often the button was pressed."""
    play.console.click(f"#line-{PLAN}")
    play.press("Open the vote")
    play.vote(PLAN, 1, 2, "partly", "partly", "partly")
    wait_for(play.wall, "#foot", "All 4 votes are in")
    play.press("Show the votes")
    wait_for(play.wall, ".chip", "Agreed")
    wait_for(play.phone, "#result", "your vote")
    play.press("Record B and next")
    wait_for(play.console, "#asked", "Is there a rule that voter records")  # the next that is voted on
    return play.pressed


def split(play: Play) -> int:
    """A question on which they are far apart, with a second vote; how often the button was pressed."""
    before = play.pressed
    play.console.click(f"#line-{RULE}")
    play.press("Open the vote")
    play.vote(RULE, 1, 4, "none", "none", "fully")
    play.press("Show the votes")
    wait_for(play.wall, "#scene", "The room is far apart")
    play.press("Discuss")
    wait_for(play.wall, "#timer", ":")  # it starts by itself
    play.press("Open the second vote")
    wait_for(play.wall, ".second", "Second vote")
    play.vote(RULE, 2, 4, "fully", "fully", "fully")
    play.press("Show the votes")
    wait_for(play.wall, "#scene", "Second vote")
    play.press("Record D and next")
    wait_for(play.console, "#asked", "How do you reach voters?")
    return play.pressed - before


def read_back_and_end(play: Play) -> None:
    play.console.click("#wall-button")
    wait_for(play.console, "#wall-page-after", "First page")
    play.console.click("#wall-page-after")
    wait_for(play.wall, ".read", "Partly in place")
    play.console.click("#wall .shut")
    play.console.click("#more-button")
    play.console.click("#finish-button")
    play.console.click("#finish-sure")
    play.console.click("#finish-form .main")
    wait_for(play.wall, "h2", "Thank you. This is where you stand.")
    wait_for(play.phone, "main", "The workshop has ended.")


def test_a_whole_session(tmp_path: Path, open_window: OpenWindow) -> None:
    with serving(tmp_path, *town_words()) as served:
        play = opened(served, open_window)
        assert 3 == ordinary(play)
        assert 6 == split(play)
        read_back_and_end(play)
        for client in play.others:
            client.close()
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        entries = case.entries("a1")
    decided = [entry.question for entry in entries if entry.kind is EntryKind.DECIDED]
    rounds = [
        (one.question, sorted(one.ballots.votes)) for one in entries if one.kind is EntryKind.CLOSED and one.ballots
    ]
    assert [PLAN, RULE] == decided
    fully = ["fully"] * 4
    assert [(PLAN, ["partly"] * 4), (RULE, ["fully", "fully", "none", "none"]), (RULE, fully)] == rounds
    assert EntryKind.FINISHED is entries[-1].kind
