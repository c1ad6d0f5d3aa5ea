"""The colours of the roles: for a dark, a light and an unknown ground, in 24 bits, 256 or 16 colours, or none.

Body text is never coloured: it is the terminal's own. Each colour is readable on its ground (4.5 to 1 and better), and
no meaning is in a colour alone. Dim (SGR 2) is never used, because many terminals make it unreadable.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Ground = Literal["dark", "light", "either"]
Depth = Literal["none", "16", "256", "true"]
GROUNDS: tuple[Ground, ...] = ("dark", "light", "either")
LIGHT_GROUNDS = (7, 15)
"""White and bright white, as COLORFGBG numbers the colours."""
TRUE: Mapping[Ground, Mapping[str, str]] = {
    "dark": {
        "accent": "#7db8f0", "fill": "#5b9bd5", "done": "#7fdcab", "ask": "#f2c96a", "alarm": "#ffb0b0",
        "quiet": "#a9b6c4", "line": "#53636f",
    },
    "light": {
        "accent": "#14569b", "fill": "#2d6fb0", "done": "#0f6b41", "ask": "#755000", "alarm": "#9b1c1c",
        "quiet": "#536173", "line": "#8793a1",
    },
    "either": {
        "accent": "#0078d4", "fill": "#0078d4", "done": "#12854f", "ask": "#a06d00", "alarm": "#d93a3f",
        "quiet": "", "line": "#717a85",
    },
}  # fmt: skip
SIXTEEN: Mapping[Ground, Mapping[str, str]] = {
    "dark": {
        "accent": "ansibrightcyan", "fill": "ansicyan", "done": "ansibrightgreen", "ask": "ansibrightyellow",
        "alarm": "ansibrightred", "quiet": "", "line": "ansibrightblack",
    },
    "light": {
        "accent": "ansiblue", "fill": "ansiblue", "done": "ansigreen", "ask": "ansimagenta", "alarm": "ansired",
        "quiet": "", "line": "ansibrightblack",
    },
    "either": {"accent": "", "fill": "", "done": "", "ask": "", "alarm": "ansired", "quiet": "", "line": ""},
}  # fmt: skip
NO_COLOURS = dict.fromkeys(TRUE["dark"], "")
STOP: Mapping[Depth, str] = {
    "true": "bg:#b3261e #ffffff bold", "256": "bg:#b3261e #ffffff bold", "16": "bg:ansired ansiwhite bold",
    "none": "reverse bold",
}  # fmt: skip


def ground_of(environment: Mapping[str, str]) -> Ground | None:
    """The ground as the environment tells it: `HUSTINGS_GROUND`, else `COLORFGBG`; None if neither does."""
    named = environment.get("HUSTINGS_GROUND", "")
    for ground in GROUNDS:
        if named == ground:
            return ground
    number = environment.get("COLORFGBG", "").rpartition(";")[2]
    if number.isascii() and number.isdigit():
        return "light" if int(number) in LIGHT_GROUNDS else "dark"
    return None


def depth_of(environment: Mapping[str, str], *, windows: bool = False) -> Depth:
    """How many colours there are: none with `NO_COLOR`, else by `COLORTERM` and `TERM`. `windows`: its console."""
    term = environment.get("TERM", "")
    if environment.get("NO_COLOR"):
        return "none"
    if environment.get("COLORTERM") in ("truecolor", "24bit") or "direct" in term:
        return "true"
    return "256" if "256" in term or windows else "16"


def styles(ground: Ground, depth: Depth) -> dict[str, str]:
    """The style of every role, as prompt_toolkit writes it."""
    hues = NO_COLOURS if depth == "none" else (SIXTEEN if depth == "16" else TRUE)[ground]
    bold = {hue: f"{colour} bold".strip() for hue, colour in hues.items()}
    return {
        "strong": "bold", "title": "bold", "quiet": hues["quiet"], "key": bold["accent"], "here": bold["accent"],
        "accent": hues["accent"], "fill": hues["fill"], "line": hues["line"], "tick": bold["done"],
        "hot": f"{bold['done']} reverse", "ask": bold["ask"], "error": bold["alarm"], "alarm": hues["alarm"],
        "stop": STOP[depth], "found": "underline bold", "today": "reverse bold", "field": "",
    }  # fmt: skip
