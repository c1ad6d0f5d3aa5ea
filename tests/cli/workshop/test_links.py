"""The way to the console: it opens by itself, and a link stands in the terminal only once it was asked for."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
from pathlib import Path

import pytest

from hustings.workshop.rehearsal.http_client import HttpClient
from support.cli import Shown, shown
from support.links import browser, fails, written
from support.server import serving, town_words
from support.warm import COMMAND

pytestmark = pytest.mark.slow

WORDS = ("workshop", *map(str, town_words()))
NO_WINDOW = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": ""}


def opens(link: str) -> list[int]:
    """What the server answers to a link, twice."""
    root, _, secret = link.partition("/console#")

    async def asked() -> list[int]:
        return [(await HttpClient(root).post("/api/enter", secret=secret))[0] for _ in range(2)]

    return asyncio.run(asked())


def link_on(terminal: Shown, kind: str) -> str:
    found = re.search(rf"http\S+/{kind}#\S+", terminal.text())
    assert found is not None, terminal.text()
    return found[0]


def test_the_console_opens_by_itself_and_the_terminal_shows_no_secret(tmp_path: Path) -> None:
    program, told = browser(tmp_path)
    with shown(tmp_path, *WORDS, "--host", "0.0.0.0", env={"BROWSER": str(program)}) as terminal:  # noqa: S104
        terminal.until("To stop: Ctrl-C.")
        text = terminal.text()
        assert re.search(r"You: http://127.0.0.1:\d+/console opens in your browser now. Projector: press “Wall", text)
        assert "Projector: press “Wall” on the console; it opens a window for the projector." in text
        assert "console#" not in text
        assert "screen#" not in text
        assert [200, 403] == opens(written(told))


def test_a_link_is_shown_when_it_is_asked_for(tmp_path: Path) -> None:
    program, told = browser(tmp_path)
    with shown(tmp_path, *WORDS, "--no-browser", env={"BROWSER": str(program)}) as terminal:
        terminal.until("To stop: Ctrl-C.")
        terminal.type(
            "c\r", "Whoever opens this link first leads the workshop. It works once, within ten minutes: http"
        )
        terminal.until("console#")
        first = link_on(terminal, "console")
        assert [200, 403] == opens(first)
        terminal.type("P\r", "For the projector on another computer. It works once, within ten minutes: http")
        terminal.until("screen#")
        terminal.type("help\r", "help Type a letter here, then press Enter: c shows a link to the console")
        terminal.child.sendintr()
        assert 130 == terminal.ended()
    assert not told.exists()


def test_where_no_browser_can_open_it_says_so(tmp_path: Path) -> None:
    """Nor does one open that would take the terminal away."""
    program, told = browser(tmp_path, "w3m")
    said = "You: no browser opens here. Type c and press Enter for a link to the console."
    for env in (NO_WINDOW, {**NO_WINDOW, "BROWSER": str(program)}):
        with shown(tmp_path, *WORDS, env=env) as terminal:
            terminal.until("To stop: Ctrl-C.")
            assert said in terminal.text()
            terminal.type("c\r", "console#")
            terminal.child.sendintr()
            assert 130 == terminal.ended()
    assert not told.exists()


def test_a_browser_that_does_not_start_is_told(tmp_path: Path) -> None:
    with shown(tmp_path, *WORDS, env={**NO_WINDOW, "BROWSER": str(fails(tmp_path))}) as terminal:
        terminal.until(
            "The browser did not start. Type c and press Enter for a link to the console, p for the projector."
        )
        terminal.type("c\r", "console#")
        terminal.child.sendintr()
        assert 130 == terminal.ended()


def test_where_nobody_can_type_the_link_is_told_at_once(tmp_path: Path) -> None:
    with subprocess.Popen(
        [str(COMMAND), *WORDS],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "COVERAGE_PROCESS_START": ""},
    ) as server:
        assert server.stdout is not None
        lines = iter(server.stdout.readline, "")
        link = next(line.strip() for line in lines if "/console#" in line)
        assert [200, 403] == opens(link)
        server.kill()


def test_a_facilitator_changes_devices(tmp_path: Path) -> None:
    """Each new link is one more console; the ones before stay."""
    with serving(tmp_path, *town_words()) as served:

        async def led() -> list[int]:
            consoles = [await served.console() for _ in range(3)]
            return [(await one.post("/api/act", act="note", text="x"))[0] for one in consoles]

        assert [200, 200, 200] == asyncio.run(led())
