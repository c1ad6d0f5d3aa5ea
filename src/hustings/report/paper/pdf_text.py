"""Values of a PDF as text, in all forms that programs write."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, Literal

from hustings.text import same_form

Kind = Literal["box", "list", "text"]
MOST_TEXT, MOST_PARTS = 20_000, 1_000
"""The longest text, and the most parts of a list, that are read."""
MARKS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))


def has_value(value: Any) -> bool:
    """Whether there is a value, even an empty text: neither None nor the PDF's null."""
    whole = _whole(value)
    return whole is not None and type(whole).__name__ != "NullObject"


def is_text(value: Any) -> bool:
    """Whether it is a text, not a name, number or list."""
    whole = _whole(value)
    return isinstance(whole, str) and type(whole).__name__ != "NameObject"


def _whole(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def text_of(value: Any, most: int = MOST_TEXT) -> str:
    """A text, name, number or stream as text; empty for anything else."""
    return (_text(_whole(value)) or "")[:most]


def _text(whole: Any) -> str | None:
    """The text of a value; None for a list or dictionary."""
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


def listed(value: Any) -> list[str] | None:
    """A value as texts: one for a text, several for an array; None if any is neither."""
    if not has_value(value):
        return []
    whole = _whole(value)
    parts = list(islice(whole, MOST_PARTS)) if isinstance(whole, list) else [whole]
    texts = [_text(_whole(part)) for part in parts]
    return None if None in texts else [text[:MOST_TEXT] for text in texts if text is not None]


def state(value: Any) -> str:
    """The state of a box; empty for Off or no state."""
    whole = _whole(value)
    if isinstance(whole, list):  # a list of states, as of several boxes with one name
        return next((one for part in whole[:MOST_PARTS] if (one := state(part))), "")
    if not has_value(whole):
        return ""
    text = _text(whole)
    name = "?" if text is None else text.strip().removeprefix("/")
    nothing = ("", "off") if isinstance(whole, str) else ("", "off", "false", "0")  # false, or the number 0
    return "" if name.casefold() in nothing else name


# --- lists to choose from ------------------------------------------------------------------------------------


def resolved(texts: Sequence[str], options: Any, places: Any) -> list[str]:
    """The chosen options by export value; a PDF may store their shown texts or positions instead."""
    known = _options(options)
    given = [_export(text, known) for text in texts]
    return given if any(given) else [known[place][0] for place in _numbers(places) if place < len(known)]


def _options(value: Any) -> list[tuple[str, str]]:
    """The options of a list as pairs (export value, shown text)."""
    whole = _whole(value)
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


def _numbers(value: Any) -> list[int]:
    whole = _whole(value)
    parts = whole[:MOST_PARTS] if isinstance(whole, list) else [whole]
    return [int(part) for part in map(_whole, parts) if isinstance(part, int) and part >= 0]
