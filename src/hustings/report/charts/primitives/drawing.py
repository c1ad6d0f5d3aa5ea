"""What a chart is made of: shapes and words, with colours by their name in the brand; one unit is one point.

A chart works out where its marks go and says the same in words; the theme's one macro draws every chart. Shapes of one
look are one path, because each element of a picture takes time to lay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hustings.frozen_records import dataclass
from hustings.report.charts.primitives.text_width import text_width

ABSOLUTE = re.compile(r"([MLHV])([-0-9. ]+)")
"""The commands of a path that name a point of the sheet."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, drawn unless it is empty, with its fill and its line; colours by name, such as ink or band_off."""

    path: str
    fill: str = "none"
    stroke: str = ""
    width: str = ""
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A text at the point where it starts, ends, or has its middle (`anchor`). `fill`: the name of its colour."""

    x: str
    y: str
    text: str
    size: str = "9.5"
    fill: str = "ink"
    weight: str = "400"
    anchor: str = "start"

    @property
    def span(self) -> tuple[float, float]:
        """The first and last point across that it takes."""
        long, x = text_width(self.text, float(self.size), int(self.weight)), float(self.x)
        start = x - long * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]
        return start, start + long


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its size in points, its shapes, the words over them, and the same in sentences (`alt`).

    `kind` names it for a style sheet.
    """

    kind: str
    alt: str
    width: str
    height: str
    shapes: tuple[Shape, ...]
    words: tuple[Word, ...]


def unit(number: float) -> str:
    """A coordinate, to a tenth of a point."""
    return f"{round(float(number), 1) + 0:g}"


def box(x: float, y: float, width: float, height: float) -> str:
    """The path of a rectangle."""
    return f"M{unit(x)} {unit(y)}h{unit(max(width, 0))}v{unit(height)}h-{unit(max(width, 0))}z"


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """The path of a line."""
    return f"M{unit(x)} {unit(y)}L{unit(to_x)} {unit(to_y)}"


def moved(path: str, across: float, down: float) -> str:
    """A path so far to the right and so far down; what it says in small letters follows by itself."""

    def shifted(command: re.Match[str]) -> str:
        name, numbers = command[1], [float(number) for number in command[2].split()]
        steps = {"H": (across,), "V": (down,)}.get(name, (across, down))
        return name + " ".join(unit(number + steps[at % len(steps)]) for at, number in enumerate(numbers))

    return ABSOLUTE.sub(shifted, path)


def diamond(x: float, y: float, radius: float) -> str:
    """The path of a diamond around a point."""
    r = unit(radius)
    return f"M{unit(x)} {unit(y - radius)}l{r} {r}l-{r} {r}l-{r} -{r}z"


def dot(x: float, y: float, radius: float) -> str:
    """The path of a circle around a point."""
    r, across = unit(radius), unit(2 * radius)
    return f"M{unit(x - radius)} {unit(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z"


def maybe(path: str) -> Shape:
    """What may be: a dashed outline, filled with nothing."""
    return Shape(path, "paper", "accent", "0.8", "2 1.4")


def word(x: float, y: float, text: str, **look: str) -> Word:
    """A text at a point."""
    return Word(unit(x), unit(y), text, **look)


def clear_of(one: Word, others: Iterable[Word], gap: float = 4) -> bool:
    """Whether a text keeps its distance from others on its line."""
    start, end = one.span
    return all(end + gap <= first or last + gap <= start for first, last in (other.span for other in others))
