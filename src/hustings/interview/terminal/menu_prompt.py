"""Choosing from a short list outside an interview: the menu of the command without arguments."""

from __future__ import annotations

from collections.abc import Sequence

from hustings.interview.pages.page import Option, Page, TypedAnswer
from hustings.interview.start import face_for_terminal


def choose(title: str, options: Sequence[tuple[str, str]]) -> str:
    """Show a list and return the id chosen. Ctrl-C raises KeyboardInterrupt."""
    page = Page(kind="one", title=title, options=tuple(Option(id=name, text=text) for name, text in options))
    face = face_for_terminal(plain=False, width=None)
    with face.open():
        reply = face.ask(page)
    return str(reply.raw) if isinstance(reply, TypedAnswer) else ""
