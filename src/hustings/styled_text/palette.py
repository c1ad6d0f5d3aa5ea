"""Roles of text, and how each looks: by the terminal's background and by the number of its colours.

Body text has no role and keeps the terminal's own colour. Weight and sign come first, colour repeats them, so that
nothing is lost with `NO_COLOR`. Contrast is 4.5 or more for text on black, white, #1e1e1e and #fdf6e3, and on an
unknown background on both black and white.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Role = Literal[
    "", "strong", "title", "quiet", "key", "here", "accent", "fill", "line", "done", "tick", "hot", "ask", "error",
    "alarm", "stop", "found", "today", "field",
]  # fmt: skip
"""What a piece of text is. No role carries a meaning that the text does not.

key, here, accent: it can be pressed or typed, or one is here. fill: the filled part of a bar. tick, hot: in place, and
just done. ask: to find out. error, alarm: an error, and the edge of a stop, whose field is `stop`. quiet: second rank.
line: rules and guides. found: what a search hit. today, field: a day in a calendar, and what is being typed.
"""
Background = Literal["dark", "light", "unknown"]
Depth = Literal["none", "16", "256", "true"]
"""The colours of a terminal: none, the 16 of its own theme, 256, or 16 million."""

COLOURS: Mapping[Background, Mapping[Role, str]] = {
    "dark": {
        "accent": "#7db8f0",
        "fill": "#5b9bd5",
        "done": "#7fdcab",
        "ask": "#f2c96a",
        "alarm": "#ffb0b0",
        "quiet": "#a9b6c4",
        "line": "#53636f",
    },
    "light": {
        "accent": "#14569b",
        "fill": "#2d6fb0",
        "done": "#0f6b41",
        "ask": "#755000",
        "alarm": "#9b1c1c",
        "quiet": "#536173",
        "line": "#8793a1",
    },
    "unknown": {
        "accent": "#0078d4",
        "fill": "#0078d4",
        "done": "#12854f",
        "ask": "#a06d00",
        "alarm": "#d93a3f",
        "line": "#717a85",
    },
}
SIXTEEN: Mapping[Background, Mapping[Role, str]] = {
    "dark": {
        "accent": "ansibrightcyan",
        "fill": "ansicyan",
        "done": "ansibrightgreen",
        "ask": "ansibrightyellow",
        "alarm": "ansibrightred",
        "line": "ansibrightblack",
    },
    "light": {
        "accent": "ansiblue",
        "fill": "ansiblue",
        "done": "ansigreen",
        "ask": "ansimagenta",
        "alarm": "ansired",
        "line": "ansibrightblack",
    },
    "unknown": {"alarm": "ansired"},
}
MADE_OF: Mapping[Role, tuple[Role, str]] = {
    "strong": ("", "bold"),
    "title": ("", "bold"),
    "key": ("accent", "bold"),
    "here": ("accent", "bold"),
    "tick": ("done", "bold"),
    "hot": ("done", "bold reverse"),
    "error": ("alarm", "bold"),
    "found": ("", "bold underline"),
    "today": ("", "reverse"),
}
"""The roles that are another one with more weight."""
STOP: Mapping[Depth, str] = {
    "none": "reverse",
    "16": "bg:ansired ansiwhite",
    "256": "bg:#b3261e #ffffff",
    "true": "bg:#b3261e #ffffff",
}
LIGHT_COLOURS = (7, 15)
"""The background colours of `COLORFGBG` that are light."""


def styles(background: Background, depth: Depth) -> dict[str, str]:
    """The style of each role, as prompt_toolkit writes styles: `#7db8f0 bold`."""
    colours = {} if depth == "none" else (SIXTEEN if depth == "16" else COLOURS)[background]
    made = {role: f"{colours.get(plain, '')} {weight}".strip() for role, (plain, weight) in MADE_OF.items()}
    return {**dict.fromkeys(get_args(Role), ""), **colours, **made, "stop": f"{STOP[depth]} bold"}


def background_of(environment: Mapping[str, str]) -> Background:
    """The background that the environment names: `HUSTINGS_GROUND`, else `COLORFGBG`, else unknown."""
    match environment.get("HUSTINGS_GROUND", ""):
        case "dark":
            return "dark"
        case "light":
            return "light"
    colour = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not (colour.isascii() and colour.isdigit()):
        return "unknown"
    return "light" if int(colour[:3]) in LIGHT_COLOURS else "dark"


def depth_of(environment: Mapping[str, str]) -> Depth:
    """How many colours the environment says that there are: `NO_COLOR`, `COLORTERM`, `TERM`."""
    terminal = environment.get("TERM", "").lower()
    if environment.get("NO_COLOR") or terminal in ("", "dumb", "unknown"):
        return "none"
    if environment.get("COLORTERM") in ("truecolor", "24bit") or "direct" in terminal:
        return "true"
    return "256" if "256" in terminal else "16"
