"""The signs of the pages, and what stands for them where the terminal cannot show them."""

from __future__ import annotations

from hustings.interview.screen.rows import Row

HERE, TICK, ASK, CROSS, ALERT, STEP, OPEN = "❯", "✓", "?", "✕", "!", "→", "·"
MARK = "▂▄▆"
EDGE, PLACE = "┃", "▌"
ASCII = str.maketrans({
    "❯": ">", "✓": "+", "✕": "x", "→": "-", "·": "-", "•": "*", "━": "=", "╍": "~", "─": "-", "╸": "=", "█": "#",
    "┃": "|", "│": "|", "▌": "|", "┬": "+", "┴": "+", "▂": "_", "▄": "-", "▆": "=", "↑": "^", "↓": "v", "…": "~",
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "←": "<", "×": "x", "\u00a0": " ",
})  # fmt: skip
"""One character for one, so that nothing moves."""


def in_ascii(row: Row) -> Row:
    """A row with signs that every terminal has; letters of other languages stay as they are."""
    return tuple((role, text if text.isascii() else text.translate(ASCII)) for role, text in row)
