"""A text as what differs from an earlier one, line by line.

It is kept as parts: a piece of text that is new, or the lines `[first, count]` of the earlier text, which stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

Part = str | list[int]


def differences(text: str, earlier: str) -> list[Part]:
    """The parts of a text: what is new in it, and what it has from an earlier one."""
    parts = list[Part]()
    for line, at in _found(text.splitlines(keepends=True), earlier.splitlines(keepends=True)):
        last = parts[-1] if parts else None
        if at is None:
            parts[-1:] = [last + line] if isinstance(last, str) else [*parts[-1:], line]
        elif isinstance(last, list) and sum(last) == at:
            last[1] += 1
        else:
            parts.append([at, 1])
    return parts


def _found(lines: Sequence[str], earlier: Sequence[str]) -> Iterator[tuple[str, int | None]]:
    """Each line with where it stands in the earlier text: after the line before it, if it stands there too."""
    places = dict[str, list[int]]()
    for at, line in enumerate(earlier):
        places.setdefault(line, []).append(at)
    follows = 0
    for line in lines:
        known = places.get(line)
        if known is None:
            yield line, None
            continue
        at = known[bisect_left(known, follows) % len(known)]
        yield line, at
        follows = at + 1


def together(parts: object, earlier: str, most: int) -> str:
    """The text of such parts. Raises `ValueError` for any others, and for a text of more than `most` letters."""
    if not isinstance(parts, list):
        raise ValueError("no parts")  # noqa: TRY004 - what is wrong came from a file
    lines, pieces = earlier.splitlines(keepends=True), list[str]()
    for part in parts:
        pieces.append(_piece(part, lines))
        most -= len(pieces[-1])
        if most < 0:
            raise ValueError("too large")
    return "".join(pieces)


def _piece(part: object, lines: Sequence[str]) -> str:
    match part:
        case str():
            return part
        case [int(first), int(count)] if 0 <= first < first + count <= len(lines):
            return "".join(lines[first : first + count])
        case _:
            raise ValueError("no part of a text")
