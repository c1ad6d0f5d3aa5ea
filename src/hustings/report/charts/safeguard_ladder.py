"""The safeguards of an area on the ladder none, partly, largely, fully: how far each is, and what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import Severity
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, diamond, dot, line, unit, word
from hustings.report.charts.primitives.text_width import wrapped

TOP, FULL, MISSING, PLACED, MORE, NAME = 15.6, 510.0, 18.0, 15.5, 10.6, 52.0
"""Heights: over the rows, and of a row that is missing, in place, and of each line more; where names begin."""
START, WIDE, ROOM, HIGHEST = 276.0, 172.0, 216.0, 288.0
STEPS = (
    (Fraction(0), english("none")),
    (Fraction(3, 10), english("partly")),
    (Fraction(7, 10), english("largely")),
    (Fraction(1), english("fully")),
)


@dataclass(frozen=True, slots=True)
class Rung:
    """A safeguard: its name, value and target (0 to 1). What is missing has a severity, in words too, and a gain."""

    name: str
    value: Fraction
    target: Fraction
    rank: Severity | None = None
    severity: str = ""
    gain: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The name in lines that fit."""
        return wrapped(self.name, 9.3, ROOM, 600, most=3)

    @property
    def height(self) -> float:
        """The height of its row."""
        return (MISSING if self.rank else PLACED) + MORE * (len(self.lines) - 1)


def ladder(missing: tuple[Rung, ...], placed: tuple[Rung, ...], highest: float = HIGHEST) -> Drawing | None:
    """The chart, 510 wide, the gravest first; None where nothing is missing. It is as high as the page has room."""
    if not missing:
        return None
    shown = _first(missing, highest - TOP)
    left = highest - TOP - sum(rung.height for rung in shown) - PLACED
    below = placed if len(shown) == len(missing) and sum(rung.height for rung in placed) <= left else ()
    rows = tuple(_rows(shown, TOP))
    foot = rows[-1][1] + rows[-1][0].height
    under = tuple(_rows(below, foot + PLACED))
    height = under[-1][1] + under[-1][0].height if under else foot
    return Drawing(
        kind="ladder",
        alt=_alt(missing, placed),
        width=f"{FULL:g}",
        height=unit(height + 1),
        shapes=tuple(_shapes((*rows, *under), foot, height)),
        words=(*_heads(foot if under else 0), *(each for row in (*rows, *under) for each in _words(*row))),
    )


def _first(rungs: tuple[Rung, ...], room: float) -> tuple[Rung, ...]:
    """As many of the first rows as there is room for."""
    shown, used = list[Rung](), 0.0
    for rung in rungs:
        used += rung.height
        if used > room:
            break
        shown.append(rung)
    return tuple(shown)


def _rows(rungs: tuple[Rung, ...], top: float) -> Iterator[tuple[Rung, float]]:
    for rung in rungs:
        yield rung, top
        top += rung.height


def _x(value: Fraction) -> float:
    return START + WIDE * float(value)


# --- shapes --------------------------------------------------------------------------------------------------


def _shapes(rows: tuple[tuple[Rung, float], ...], foot: float, height: float) -> Iterator[Shape]:
    grid = "".join(f"M{unit(_x(value))} {unit(TOP - 2)}V{unit(height)}" for value, _ in STEPS)
    rules = "".join(line(0, y, FULL, y) for rung, y in rows if rung.rank)
    under = line(0, foot + PLACED, FULL, foot + PLACED) if height > foot else ""
    yield Shape(grid + rules + under, stroke="line", width="0.5")
    missing = [(rung, y) for rung, y in rows if rung.rank]
    gaps = (box(_x(r.value), y + 4.2, _x(r.target) - _x(r.value), 9) for r, y in missing)
    yield Shape("".join(gaps), "accent_light", "quiet", "0.4")
    yield Shape("".join(_solid(*row) for row in rows), "accent")
    yield Shape("".join(_mark(*row) for row in rows), "ink")
    yield from _severities(missing)


def _solid(rung: Rung, y: float) -> str:
    if rung.rank is None:
        return box(START, y + 5.4, WIDE * float(rung.value), 6)
    return box(START - (0 if rung.value else 1.5), y + 4.2, max(WIDE * float(rung.value), 3), 9)


def _mark(rung: Rung, y: float) -> str:
    top, high = (1.8, 13.6) if rung.rank else (3.4, 10)
    return box(_x(rung.target) - 1.3, y + top, 2.6, high)


def _severities(rows: list[tuple[Rung, float]]) -> Iterator[Shape]:
    """A diamond, a triangle, a dot, a ring: of each kind one path."""
    yield Shape("".join(diamond(4.4, y + 9, 4.4) for r, y in rows if r.rank == "critical"), "alarm")
    yield Shape("".join(f"M0.4 {unit(y + 12.4)}h8l-4 -7.4z" for r, y in rows if r.rank == "high"), "ink")
    yield Shape("".join(dot(4.4, y + 9, 3.1) for r, y in rows if r.rank == "medium"), "quiet")
    yield Shape("".join(dot(4.4, y + 9, 3) for r, y in rows if r.rank == "low"), "paper", "quiet", "1")


# --- words ---------------------------------------------------------------------------------------------------


def _heads(placed: float) -> Iterator[Word]:
    quiet = {"size": "9", "fill": "quiet"}
    yield word(0, 9, say("Missing, the gravest first"), weight="600", **quiet)
    for value, name in STEPS:
        yield word(_x(value), 9, say(name), anchor="middle", **quiet)
    yield word(FULL, 9, say("Gain alone"), anchor="end", **quiet)
    if placed:
        yield word(0, placed + 11.5, say("In place"), weight="600", **quiet)


def _words(rung: Rung, y: float) -> Iterator[Word]:
    look = {"size": "9.3", "weight": "600"} if rung.rank else {"size": "9.3", "fill": "quiet"}
    first = 12.2 if rung.rank else 11.5
    for at, text in enumerate(rung.lines):
        yield word(NAME, y + first + MORE * at, text, **look)
    if rung.rank:
        yield word(12, y + first, rung.severity, size="8.7", fill="quiet")
        yield word(FULL, y + first, rung.gain, size="9.3", weight="600", anchor="end")


def _alt(missing: tuple[Rung, ...], placed: tuple[Rung, ...]) -> str:
    sentences = [say("Missing: {things}.", things="; ".join(_rung_said(rung) for rung in missing))]
    if placed:
        sentences.append(say("In place: {things}.", things="; ".join(rung.name for rung in placed)))
    return " ".join(sentences)


def _rung_said(rung: Rung) -> str:
    return say(
        "{severity}, {name}: {here}, asked for {asked}, {gain}",
        severity=rung.severity,
        name=rung.name,
        here=level(rung.value),
        asked=level(rung.target),
        gain=rung.gain,
    )


def level(value: Fraction) -> str:
    """A value as the step of the ladder that it has reached, or as a share between two steps."""
    name = dict(STEPS).get(value)
    return say(name) if name else f"{float(value):.2g}"
