"""One colour of a brand, made dark enough to be read, and the colours that are mixed from it."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

from hustings.frozen_records import dataclass
from hustings.messages import say

RGB = tuple[float, float, float]
HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
PAPER, TINT, ALARM, INK = "#ffffff", "#f2f5f8", "#9b1c1c", "#1b2430"
READABLE = 5.5
"""The contrast that text must have on the tint of tables; lightness is taken in steps of a hundredth until it has."""
LIGHT = 0.68
"""How much white is in the pale form of the colour."""
NEAR, STRONG = 20 / 360, 0.4
"""A hue as near to the alarm's, and as strong, is taken for it."""


@dataclass(frozen=True, slots=True)
class BrandColours:
    """The colour for rules (`rule`), and those for text and marks (`accent`, `light`); `note` says what was changed."""

    rule: str
    accent: str
    light: str
    note: str


def brand_colours(given: str) -> BrandColours:
    """The colours of a brand, from one as `#rrggbb`."""
    readable = _darkened(given)
    red = _is_like_alarm(readable)
    accent = INK if red else readable
    notes = [_corrected(given, readable)] if readable != given.lower() else []
    if red:
        notes.append(say("It is nearly the red of warnings, so marks and words are in ink, and only rules have it."))
    return BrandColours(readable, accent, _mixed(accent, LIGHT), " ".join(notes))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _corrected(given: str, readable: str) -> str:
    return say(
        "The colour {given} has a contrast of {before} on paper, too little to read; {used} with {after} is used.",
        given=given.lower(),
        before=f"{contrast(given, PAPER):.1f}",
        used=readable,
        after=f"{contrast(readable, PAPER):.1f}",
    )


def _darkened(colour: str) -> str:
    hue, light, strength = rgb_to_hls(*_parts(colour))
    while contrast(_hex(hls_to_rgb(hue, light, strength)), TINT) < READABLE:
        light = max(0.0, light - 0.01)
    return _hex(hls_to_rgb(hue, light, strength))


def _is_like_alarm(colour: str) -> bool:
    hue, _, strength = rgb_to_hls(*_parts(colour))
    away = abs(hue - rgb_to_hls(*_parts(ALARM))[0])
    return strength >= STRONG and min(away, 1 - away) <= NEAR


def _mixed(colour: str, white: float) -> str:
    red, green, blue = (part + (1 - part) * white for part in _parts(colour))
    return _hex((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))  # noqa: PLR2004 - by WCAG
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> RGB:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(parts: RGB) -> str:
    return f"#{''.join(f'{round(part * 255):02x}' for part in parts)}"
