"""Whether the terminal's background is light or dark: as the environment says, or as the terminal answers.

OSC 11 asks for the background. DA1 is asked behind it, which every terminal answers, so that nobody waits long for one
that does not know OSC 11.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from hustings.styled_text.palette import Background, Depth, background_of, depth_of

QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
LAST = re.compile(rb"\x1b\[\?[\d;]*c")
COLOUR = re.compile(rb"rgb:([0-9a-f]+)/([0-9a-f]+)/([0-9a-f]+)", re.IGNORECASE)
LONGEST_WAIT, SSH_WAIT = 0.12, 0.6
"""Seconds to wait for an answer: here, and over a network."""
ANSWERS = re.compile(rb"\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[\d;]*c")
LIGHT = 0.4
"""The luminance, 0 to 1, from which a background counts as light."""
SILENT = ("linux", "screen", "dumb")
"""Kinds of terminals that are not asked, because some of them print the question."""


def terminal_background(environment: Mapping[str, str]) -> tuple[Background, str]:
    """The background of this terminal, `unknown` if nobody tells; and what was typed while it was asked."""
    known = background_of(environment)
    if known != "unknown" or environment.get("NO_COLOR"):
        return known, ""
    if environment.get("TERM", "").partition("-")[0] in SILENT or not sys.stdin.isatty() or sys.platform == "win32":
        return "unknown", ""
    reply = _asked(SSH_WAIT if "SSH_CONNECTION" in environment else LONGEST_WAIT)
    return background_in(reply) or "unknown", typed_in(reply)


def depth_on(platform: str, environment: Mapping[str, str]) -> Depth:
    """The colours of a terminal on a platform.

    The consoles of Windows (conhost, Windows Terminal) set no `TERM` and have 256 colours and more, as prompt_toolkit
    takes for granted there. screen and tmux say how many they pass on, and a terminal over SSH says what its own does.
    """
    if platform == "win32" and "TERM" not in environment and not environment.get("NO_COLOR"):
        return "256"
    return depth_of(environment)


def _asked(wait: float) -> bytes:
    """Ask the terminal, and read what it answers; nothing where it cannot be asked."""
    with suppress(OSError), _unbuffered(sys.stdin.fileno()) as descriptor:
        os.write(sys.stdout.fileno(), QUESTION)
        return _reply(descriptor, time.monotonic() + wait)
    return b""


@contextmanager
def _unbuffered(descriptor: int) -> Iterator[int]:
    import termios
    import tty

    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        yield descriptor
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)


def _reply(descriptor: int, end: float) -> bytes:
    got = b""
    while (left := end - time.monotonic()) > 0 and not LAST.search(got):
        if select.select([descriptor], [], [], left)[0]:
            more = os.read(descriptor, 256)
            if not more:
                break
            got += more
    return got


def background_in(reply: bytes) -> Background | None:
    """The background in a terminal's reply; None if there is no colour in it."""
    colour = COLOUR.search(reply)
    if colour is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in colour.groups())
    return "light" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > LIGHT else "dark"


def typed_in(reply: bytes) -> str:
    """What of it a person typed, so that nothing typed ahead is lost."""
    return ANSWERS.sub(b"", reply).decode(errors="ignore")
