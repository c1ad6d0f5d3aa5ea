"""Where a theme lies: the one that ships, by its name, or a folder of one's own, by its path."""

from __future__ import annotations

from pathlib import Path

from hustings.messages import english
from hustings.pack.shipped import ShippedKind, find_shipped, shelf

DEFAULT_THEME = "plain"
THEMES = ShippedKind(
    "reports",
    "report.html",
    english("There is no theme `{name}`."),
    english("Give a theme's name, or its folder as ./NAME."),
    english("{name} is not a theme: it holds no {file}."),
)


def find_theme(name: str) -> Path:
    """The folder of a theme: a shipped one by its name, any other by a path with a separator. Raises `InputError`."""
    return find_shipped(name, THEMES)


def ships(theme: Path) -> bool:
    """Whether a theme's folder is the one that ships with Hustings, and so no stranger's."""
    return theme.resolve() == (shelf(THEMES.shelf) / DEFAULT_THEME).resolve()
