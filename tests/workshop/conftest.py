"""A browser for all modules that ask for one, and a workshop of its own for each test that plays in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hustings.workshop.session.session import Session
from support.browser import Stageplay, chromium
from support.room import Room
from support.server import serving, town_words
from support.session import workshop


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Shared by all modules, and left by each at its end: while it is driven, nobody else can run an event loop."""
    with chromium() as found:
        yield found


@pytest.fixture
def play(browser: Browser, tmp_path: Path) -> Iterator[Stageplay]:
    """The town race, served and led from the test."""
    with serving(tmp_path, *town_words()) as served:
        found = Stageplay(served, browser)
        yield found
        found.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case file, which is not there yet."""
    return tmp_path / "rivera.hustings"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """The town race's workshop, on a case file."""
    with workshop(path) as found:
        yield found


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """The town race's web application, without a server around it."""
    with workshop(tmp_path / "rivera.hustings") as session:
        yield Room(session)
