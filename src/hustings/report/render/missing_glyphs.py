"""Characters without a glyph in any font: collected while a page is printed, then reported with what to install.

WeasyPrint draws a box for each and says so in its log only.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from unicodedata import category, name

from hustings.messages import english, say

LOG = "weasyprint"
MOST_NAMED = 6
_NOTED = re.compile(r"\(U\+([0-9A-F]{4,6})\)$")
_PACKAGES = (
    (
        re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"),
        "fonts-noto-cjk",
    ),
    (re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]"), "fonts-noto-color-emoji"),
)
OTHERS = "fonts-noto-core"


class _Noting(logging.Handler):
    """Collects the characters without a glyph from WeasyPrint's log, each once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if text.startswith(".notdef") and (match := _NOTED.search(text)):
            self.missing[chr(int(match[1], 16))] = None


@contextmanager
def noted() -> Iterator[dict[str, None]]:
    """The characters without a glyph, collected while the block prints."""
    noting, log = _Noting(), logging.getLogger(LOG)
    log.addHandler(noting)
    try:
        yield noting.missing
    finally:
        log.removeHandler(noting)


def missing_glyphs(characters: tuple[str, ...]) -> tuple[str, ...]:
    """The message about such characters; empty if there are none."""
    if not characters:
        return ()
    named = ", ".join(_named(character) for character in characters[:MOST_NAMED])
    named += ", …" if len(characters) > MOST_NAMED else ""
    packages = " ".join(dict.fromkeys(map(_package, characters)))
    install = english(
        "  Take them out, or install a typeface that has them (Debian, Ubuntu: sudo apt-get install {packages})."
    )
    return (
        say("Note: no typeface on this machine has {characters}; the paper shows a box there.", characters=named),
        say(install, packages=packages),
        say("  Then write it again."),
    )


def _named(character: str) -> str:
    called = name(character, "").lower()
    shown = "" if category(character) in ("Co", "Cn") else f"{character} "
    return f"{shown}(U+{ord(character):04X}{f', {called}' if called else ''})"


def _package(character: str) -> str:
    return next((package for pattern, package in _PACKAGES if pattern.match(character)), OTHERS)
