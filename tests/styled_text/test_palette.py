"""The palette: enough contrast on every background, and nothing but weight without colours."""

from __future__ import annotations

import pytest

from hustings.styled_text.palette import COLOURS, Background, background_of, depth_of, styles

GROUNDS: dict[Background, tuple[str, ...]] = {
    "dark": ("#000000", "#1e1e1e"),
    "light": ("#ffffff", "#fdf6e3"),
    "unknown": ("#000000", "#ffffff"),
}
TEXT, GUIDE = 4.5, 2.5
"""WCAG 2.2, 1.4.3; rules and guides carry no text."""


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    levels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in levels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_can_be_read_on_its_backgrounds() -> None:
    least = {
        (ground, role): min(contrast(colour, behind) for behind in GROUNDS[ground])
        for ground, colours in COLOURS.items()
        for role, colour in colours.items()
    }
    assert {} == {key: ratio for key, ratio in least.items() if round(ratio, 1) < (GUIDE if key[1] == "line" else TEXT)}
    assert contrast("#ffffff", "#b3261e") > TEXT


def test_without_colours_weight_is_left() -> None:
    assert {"bold", "bold reverse", "bold underline", "reverse", "reverse bold", ""} == set(
        styles("dark", "none").values()
    )
    assert "bold" == styles("light", "none")["key"]
    assert "#14569b bold" == styles("light", "true")["key"]
    assert "ansiblue bold" == styles("light", "16")["key"]


@pytest.mark.parametrize(
    ("environment", "background", "depth"),
    [
        ({}, "unknown", "none"),
        ({"TERM": "xterm"}, "unknown", "16"),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, "unknown", "none"),
        ({"TERM": "xterm-256color", "COLORFGBG": "15;0"}, "dark", "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLORFGBG": "0;default;15"}, "light", "true"),
        ({"TERM": "xterm-direct", "NO_COLOR": "1", "HUSTINGS_GROUND": "light"}, "light", "none"),
        ({"TERM": "xterm", "COLORFGBG": "0;" + "9" * 400, "HUSTINGS_GROUND": "blue"}, "dark", "16"),
        ({"TERM": "xterm", "COLORFGBG": "²"}, "unknown", "16"),
    ],
)
def test_the_environment_names_background_and_depth(environment: dict[str, str], background: str, depth: str) -> None:
    assert (background, depth) == (background_of(environment), depth_of(environment))
