"""Firefox without a window, driven by its own protocol (Marionette): no driver beside it is needed.

A message is its length, a colon and JSON: [0, number, command, parameters], and back [1, number, error, result].
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from support.windows import TEXTS

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
PATIENCE = 60.0
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name by which the protocol refers to an element (WebDriver, section 12)."""
SETTINGS = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "intl.accept_languages": "en-US",
    "toolkit.cosmeticAnimations.enabled": False,
}


@dataclass(slots=True)
class Firefox:
    """A Firefox that runs. All its windows have the same cookies."""

    connection: socket.socket
    rest: bytes = b""
    numbers: Iterator[int] = field(default_factory=count)

    def command(self, name: str, **parameters: object) -> Any:
        """Send a command; its result. Raises `AssertionError` with the error's text."""
        number = next(self.numbers)
        message = json.dumps([0, number, name, parameters]).encode()
        self.connection.sendall(b"%d:%s" % (len(message), message))
        _, answered, error, result = self.message()
        assert (number, None) == (answered, error), f"{name} {parameters}: {error}"
        return result.get("value", result) if isinstance(result, dict) else result

    def message(self) -> Any:
        """The next message."""
        while b":" not in self.rest:
            self._read()
        length, _, self.rest = self.rest.partition(b":")
        while len(self.rest) < int(length):
            self._read()
        found, self.rest = self.rest[: int(length)], self.rest[int(length) :]
        return json.loads(found)

    def _read(self) -> None:
        part = self.connection.recv(1 << 16)
        assert part, "Firefox has ended"
        self.rest += part

    def window(self, address: str, width: int, height: int) -> FirefoxWindow:
        """A new window with a page."""
        handle = self.command("WebDriver:NewWindow", type="window", focus=False)
        made = FirefoxWindow(self, handle["handle"] if isinstance(handle, dict) else handle)
        made.turn_to()
        self.command("WebDriver:SetWindowRect", width=width, height=height)
        made.go(address)
        return made


@dataclass(frozen=True, slots=True)
class FirefoxWindow:
    """One window of it; see `support.windows`."""

    firefox: Firefox
    handle: str

    def turn_to(self) -> None:
        self.firefox.command("WebDriver:SwitchToWindow", handle=self.handle, focus=False)

    def go(self, address: str) -> None:
        self.turn_to()
        self.firefox.command("WebDriver:Navigate", url=address)

    def click(self, selector: str) -> None:
        self.turn_to()
        self.firefox.command("WebDriver:ElementClick", id=self._element(selector))

    def fill(self, selector: str, text: str) -> None:
        self.turn_to()
        self.firefox.command("WebDriver:ElementSendKeys", id=self._element(selector), text=text)

    def texts(self, selector: str) -> list[str]:
        self.turn_to()
        script = f"return ({TEXTS})(arguments[0])"
        found: list[str] = self.firefox.command("WebDriver:ExecuteScript", script=script, args=[selector])
        return found

    def _element(self, selector: str) -> str:
        found = self.firefox.command("WebDriver:FindElement", using="css selector", value=selector)
        return str(found[ELEMENT])


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A Firefox with a new profile in a folder."""
    assert PROGRAM is not None
    profile = folder / "firefox"
    profile.mkdir()
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in SETTINGS.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    own = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "settings")}
    words = [PROGRAM, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=own) as running:
        try:
            with socket.create_connection(("127.0.0.1", _port(profile)), timeout=PATIENCE) as connection:
                driven = Firefox(connection)
                driven.message()  # what it is
                driven.command("WebDriver:NewSession")
                yield driven
        finally:
            running.kill()


def _port(profile: Path) -> int:
    """The port that it has chosen."""
    told, end = profile / "MarionetteActivePort", time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if told.exists() and (text := told.read_text("ascii")):
            return int(text)
        time.sleep(0.05)
    raise AssertionError("Firefox does not listen")
