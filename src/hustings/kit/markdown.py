"""A composed text as Markdown. Everything in it is text: what looks like markup is escaped, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hustings.kit.compose import Composed, Part

SPECIAL = re.compile(r"([\\`*\[\]<>#|~])")
UNDERSCORES = re.compile(r"(?<!_)_(?!_)")
OPENS_A_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def markdown(text: Composed) -> str:
    """The text as a Markdown file."""
    head = [f"# {_safe(text.title)}", f"*{_safe(text.draft)}.* {_safe(text.about)}"]
    parts = [block for part in text.parts for block in _part(part)]
    return "\n\n".join([*head, *parts, "---", f"{_safe(text.made)}."]) + "\n"


def _safe(text: str) -> str:
    """Text that stays text."""
    line = UNDERSCORES.sub(r"\\_", SPECIAL.sub(r"\\\1", " ".join(text.split())))
    return OPENS_A_LIST.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", line)


def _part(part: Part) -> Iterator[str]:
    match part.kind:
        case "heading":
            yield f"## {_safe(part.text)}"
        case "fill":
            yield f"{_safe(part.text)}: ______________________________"
        case "list":
            yield "\n".join(f"- {_safe(line)}" for line in part.lines)
        case "steps":
            yield "\n".join(f"{number}. {_safe(line)}" for number, line in enumerate(part.lines, 1))
        case "ticks":
            yield "\n".join(f"- [ ] {_safe(line)}" for line in part.lines)
        case "table":
            yield "\n".join(_table(part))
        case _:
            yield _safe(part.text)


def _table(part: Part) -> Iterator[str]:
    yield _row(tuple(_safe(column) for column in part.columns))
    yield _row(("---",) * len(part.columns))
    yield from (_row(tuple(_safe(cell) for cell in row)) for row in part.rows)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"
