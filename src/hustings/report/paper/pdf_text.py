"""Values of a PDF as text, in all the forms in which programs write them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, Literal

from hustings.text import same_form

Kind = Literal["box", "list", "text"]
MOST_TEXT, MOST_PARTS = 20_000, 1_000
"""Longer texts, and lists of more, than any field of ours holds."""
MARKS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))


def has_value(found: Any) -> bool:
    """Whether there is something, if only an empty text: not nothing, and not the file's own word for it."""
    whole = _whole(found)
    return whole is not None and type(whole).__name__ != "NullObject"


def is_text(found: Any) -> bool:
    """Whether it is a text, and no name, number or list."""
    whole = _whole(found)
    return isinstance(whole, str) and type(whole).__name__ != "NameObject"


def _whole(found: Any) -> Any:
    return found.get_object() if hasattr(found, "get_object") else found


def text_of(found: Any, most: int = MOST_TEXT) -> str:
    """A text, name, number or stream as text; of anything else, nothing."""
    return (_text(_whole(found)) or "")[:most]


def _text(whole: Any) -> str | None:
    """None for what is no text: a list, a dictionary."""
    if hasattr(whole, "get_data"):
        return _decoded(whole.get_data()[: 4 * MOST_TEXT])
    if isinstance(whole, bytes):
        return _decoded(whole)
    if isinstance(whole, str):
        return str(whole) if is_text(whole) else whole[1:]
    if type(whole).__name__ == "BooleanObject":
        return str(whole.value).lower()
    return str(whole) if isinstance(whole, int | float) else None


def _decoded(content: bytes) -> str:
    for mark, coding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(coding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        from pypdf.generic import decode_pdfdocencoding

        try:
            return decode_pdfdocencoding(content)
        except UnicodeDecodeError:
            return content.decode("latin-1")


def listed(found: Any) -> list[str] | None:
    """A value as texts: one of a text, many of an array; None if some of it is neither."""
    if not has_value(found):
        return []
    whole = _whole(found)
    parts = list(islice(whole, MOST_PARTS)) if isinstance(whole, list) else [whole]
    texts = [_text(_whole(part)) for part in parts]
    return None if None in texts else [text[:MOST_TEXT] for text in texts if text is not None]


def state(found: Any) -> str:
    """The state of a box; empty for Off, and for none."""
    whole = _whole(found)
    if isinstance(whole, list):  # a list of states, as of several boxes with one name
        return next((one for part in whole[:MOST_PARTS] if (one := state(part))), "")
    if not has_value(whole):
        return ""
    text = _text(whole)
    said = "?" if text is None else text.strip().removeprefix("/")
    nothing = ("", "off") if isinstance(whole, str) else ("", "off", "false", "0")  # a switch or a number that says no
    return "" if said.casefold() in nothing else said


# --- lists to choose from ------------------------------------------------------------------------------------


def resolved(texts: Sequence[str], options: Any, places: Any) -> list[str]:
    """What was chosen, as the values that the list exports: it may be written by its shown text, or by its place."""
    known = _options(options)
    given = [_export(text, known) for text in texts]
    return given if any(given) else [known[place][0] for place in _numbers(places) if place < len(known)]


def _options(found: Any) -> list[tuple[str, str]]:
    """The options as (exported, shown)."""
    whole = _whole(found)
    options = []
    for one in whole[:MOST_PARTS] if isinstance(whole, list) else ():
        pair = listed(one) or [""]
        options.append((pair[0], pair[-1]))
    return options


def _export(text: str, known: Sequence[tuple[str, str]]) -> str:
    if any(text == export for export, _ in known):
        return text
    for same in (str, _loosely):
        fitting = {export for export, shown in known if same(shown) == same(text) and export}
        if len(fitting) == 1:
            return fitting.pop()
    return text


def _loosely(text: str) -> str:
    return same_form(text).casefold()


def _numbers(found: Any) -> list[int]:
    whole = _whole(found)
    parts = whole[:MOST_PARTS] if isinstance(whole, list) else [whole]
    return [int(part) for part in map(_whole, parts) if isinstance(part, int) and part >= 0]
