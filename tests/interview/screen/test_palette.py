"""Colours by ground and depth."""

from __future__ import annotations

import pytest

from hustings.interview.screen.palette import GROUNDS, TRUE, Depth, Ground, depth_of, ground_of, styles

GROUND_COLOURS: dict[Ground, tuple[str, ...]] = {
    "dark": ("#000000", "#1e1e1e"), "light": ("#ffffff", "#fdf6e3"), "either": ("#000000", "#ffffff"),
}  # fmt: skip


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_colour_of_a_text_is_readable_on_its_grounds(ground: Ground) -> None:
    texts = {role: colour for role, colour in TRUE[ground].items() if colour and role not in ("line", "fill")}
    low = [
        (role, paper)
        for role, colour in texts.items()
        for paper in GROUND_COLOURS[ground]
        if contrast(colour, paper) < 4.45
    ]
    assert [] == low
    assert contrast("#ffffff", "#b3261e") > 4.5


@pytest.mark.parametrize(
    ("environment", "ground"),
    [
        ({"HUSTINGS_GROUND": "light"}, "light"), ({"COLORFGBG": "15;0"}, "dark"),
        ({"COLORFGBG": "0;default;15"}, "light"),
        ({"HUSTINGS_GROUND": "pink"}, None), ({}, None),
    ],
)  # fmt: skip
def test_the_environment_may_tell_the_ground(environment: dict[str, str], ground: Ground | None) -> None:
    assert ground == ground_of(environment)


@pytest.mark.parametrize(
    ("environment", "depth"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "none"), ({"COLORTERM": "24bit"}, "true"),
        ({"TERM": "xterm-direct"}, "true"), ({"TERM": "screen-256color"}, "256"), ({"TERM": "linux"}, "16"), ({}, "16"),
    ],
)  # fmt: skip
def test_the_depth_is_what_the_terminal_says(environment: dict[str, str], depth: Depth) -> None:
    assert depth == depth_of(environment)
    assert "256" == depth_of({}, windows=True)


def test_without_colour_no_style_has_one_and_nothing_is_ever_dim() -> None:
    plain = styles("dark", "none")
    assert {"", "bold", "bold reverse", "reverse bold", "underline bold"} >= set(plain.values())
    for ground in GROUNDS:
        for depth in ("none", "16", "256", "true"):
            assert "dim" not in " ".join(styles(ground, depth).values()).split()
