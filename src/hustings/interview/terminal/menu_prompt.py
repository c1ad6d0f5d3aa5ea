"""Choosing from a short list outside an interview: the menu of the command without arguments."""

from __future__ import annotations

from collections.abc import Sequence

from hustings.interview.pages.page import Option, Page, TypedAnswer
from hustings.interview.start import face_for_terminal

LETTERS = {"help": "?", "quit": "q"}
"""The letters of what is always there; the rest has numbers."""


def choose(title: str, options: Sequence[tuple[str, str]]) -> str:
    """Show a list and return the id chosen. Ctrl-C raises KeyboardInterrupt."""
    shown = tuple(Option(id=name, text=text, letter=LETTERS.get(name, "")) for name, text in options)
    page = Page(kind="one", title=title, options=shown)
    face = face_for_terminal(plain=False, width=None)
    with face.open():
        reply = face.ask(page)
    return str(reply.raw) if isinstance(reply, TypedAnswer) else ""
