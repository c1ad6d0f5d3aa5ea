"""Choosing one thing from a short list, outside any interview: the menu of the bare command."""

from __future__ import annotations

from collections.abc import Sequence

from hustings.interview.page import Option, Page, TypedAnswer
from hustings.interview.start import fitting_face


def choose(title: str, options: Sequence[tuple[str, str]]) -> str:
    """Show a list and return the id chosen. Ctrl-C raises KeyboardInterrupt."""
    page = Page(way="one", title=title, options=tuple(Option(id=name, text=text) for name, text in options))
    shown = fitting_face(plain=False, width=None)
    with shown.open():
        reply = shown.ask(page)
    return str(reply.raw) if isinstance(reply, TypedAnswer) else ""
