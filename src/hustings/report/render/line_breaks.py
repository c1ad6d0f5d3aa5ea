"""A line that fits but for the space at its end is not broken after its first word.

WeasyPrint 70 measures a text before another inline box ("It is done. <span>Why</span>") with the space at its end.
Where the text fits its line and only that space does not, `split_first_line` takes the line for one that cannot be
broken earlier, and keeps its first word alone. The space hangs at the end of a line (CSS Text 3, section 4.1.2).
"""

from __future__ import annotations

from functools import wraps
from math import inf
from typing import Any

VERSION = "70.0"
"""The version that breaks such lines, and whose function this fits; another one is left as it is."""


def mend_line_breaks(module: Any) -> None:
    """Make the module `weasyprint` keep such a text on one line."""
    if module.VERSION != VERSION:
        return
    from weasyprint.layout import inline  # type: ignore[import-untyped]

    if not hasattr(inline.split_first_line, "__wrapped__"):
        inline.split_first_line = _with_hanging_space(inline.split_first_line)


def _with_hanging_space(released: Any) -> Any:
    @wraps(released)
    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, *given: Any, **named: Any
    ) -> Any:
        line = released(text, style, context, max_width, *given, **named)
        if line[2] is None or not text.endswith(" ") or style["white_space"] != "normal" or not _first_word(text, line):
            return line
        # Only a line of one word, while more than one word would fit, is measured again.
        bare = released(text.rstrip(" "), style, context, max_width, *given, **named)
        fits = bare[2] is None and bare[3] <= max_width
        return released(text, style, context, inf, *given, **named) if fits else line

    return split_first_line


def _first_word(text: str, line: Any) -> bool:
    """Whether a line `(layout, length, resume_index, ...)` is one word. Lengths are UTF-8 bytes."""
    return " " not in text.encode()[: line[1]].decode().strip(" ")
