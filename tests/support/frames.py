"""Where the marks and words of a chart reach, against the sheet that it is drawn on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hustings.report.charts.primitives.drawing import Drawing, Shape

COMMAND = re.compile(r"([a-zA-Z])([-0-9. ]*)")
SLACK = 0.11
"""Points: coordinates are rounded to a tenth."""


def drawings(value: object) -> Iterator[Drawing]:
    """The charts in a document, or in a part of it."""
    if isinstance(value, Drawing):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from drawings(one)
    elif isinstance(value, dict):
        yield from drawings(tuple(value.values()))
    elif is_dataclass(value):
        yield from drawings(tuple(getattr(value, field.name) for field in fields(value)))


def outside(drawing: Drawing) -> list[str]:
    """What reaches over the sheet's edge, in words."""
    width, height = float(drawing.width), float(drawing.height)
    return [
        *(
            f"{drawing.kind}: {shape.fill}/{shape.stroke} at {x:g}, {y:g} of {width:g} x {height:g}"
            for shape in drawing.shapes
            for x, y in points(shape)
            if not (-SLACK <= x <= width + SLACK and -SLACK <= y <= height + SLACK)
        ),
        *(
            f"{drawing.kind}: “{word.text}” at {word.span[0]:.1f} to {word.span[1]:.1f} of {width:g}"
            for word in drawing.words
            if word.span[0] < -1 or word.span[1] > width + 1
        ),
    ]


def points(shape: Shape) -> Iterator[tuple[float, float]]:
    """The corners of a path, and the four ends of each of its arcs."""
    at = start = (0.0, 0.0)
    for command, written in COMMAND.findall(shape.path):
        numbers = [float(each) for each in written.split()]
        if command == "z":
            at = start
        elif command == "a":
            radius, to = numbers[0], _moved(at, "m", numbers[-2:])
            middle = ((at[0] + to[0]) / 2, (at[1] + to[1]) / 2)
            yield from ((middle[0], middle[1] - radius), (middle[0], middle[1] + radius))
            at = to
        else:
            at = _moved(at, command, numbers)
            start = at if command in "Mm" else start
        yield at


def _moved(at: tuple[float, float], command: str, numbers: list[float]) -> tuple[float, float]:
    """The point that a command of a path leads to; a small letter's numbers are steps, a large one's are points."""
    across, down = {"h": (numbers[0], 0.0), "v": (0.0, numbers[0])}.get(command.lower()) or numbers
    if command.islower():
        return at[0] + across, at[1] + down
    return at[0] if command == "V" else across, at[1] if command == "H" else down
