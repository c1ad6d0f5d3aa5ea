"""A theme's files: read only from its own folder, and embedded in the page.

A report must be one file, to be sent; and a theme may come from a stranger, so it must not reach files outside its
folder, not even by symbolic links.
"""

from __future__ import annotations

import re
import warnings
from base64 import b64encode
from io import BytesIO
from pathlib import Path

from hustings.file_input import content_of
from hustings.messages import say
from hustings.problems import InputError

KINDS = {
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}
DOTTED = frozenset({"image/png", "image/jpeg", "image/webp"})
LARGEST = 4_000_000
LONGEST_NAME = 200
MOST_DOTS = 40_000_000
"""The most pixels of a picture: a whole page at 600 dots per inch."""
_URL = re.compile(r"""url\(\s*+(?:"([^"')]*+)"|'([^"')]*+)'|([^"'()]*+))\s*+\)""", re.IGNORECASE)
"""A link. Like `_PROPERTY`, it takes linear time on any style sheet: no part of it can be read in two ways."""
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_PROPERTY = re.compile(r"(?<![\w-])--([a-z0-9-]{1,60}+)\s{0,9}+:\s{0,9}+([^;{}]{1,1000}+);")
"""Possessive and bounded, for the same reason."""


def theme_bytes(theme: Path, name: str) -> bytes:
    """A file of the theme. Raises `InputError` if it is missing, too large or outside the theme."""
    place = _place(theme, name)
    try:
        return content_of(place, LARGEST)
    except InputError as wrong:
        raise InputError(f"{name}: {wrong.what}", wrong.hint) from wrong


def _place(theme: Path, name: str) -> Path:
    """Where a file of the theme lies. Raises `InputError` if it is outside, or not there."""
    try:
        place = (theme / name).resolve()
        there = place.exists()
    except (OSError, ValueError):  # no file can have such a name
        there, place = False, theme.resolve()
    if not place.is_relative_to(theme.resolve()):
        what = say("The theme asks for {name}, outside its own folder.", name=name)
        raise InputError(what, say("Copy the file into the theme."))
    if not there:
        what = say("The theme has no readable {name}.", name=name[:LONGEST_NAME])
        raise InputError(what, say("It should be in {folder}.", folder=theme))
    return place


def theme_text(theme: Path, name: str) -> str:
    """A text file of a theme. Raises `InputError` if it is missing, too large or not UTF-8."""
    try:
        return theme_bytes(theme, name).decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise InputError(say("{name} in the theme is not UTF-8 text.", name=name), say("Save it as UTF-8.")) from wrong


def inline_link(theme: Path, name: str) -> str:
    """A font or picture of the theme as a data: URL."""
    kind = KINDS.get(Path(name).suffix.lower())
    if kind is None:
        what = say("The theme asks for {name}: not a font or picture that goes into a report.", name=name)
        raise InputError(what, say("It takes {kinds}.", kinds=", ".join(sorted(KINDS))))
    content = theme_bytes(theme, name)
    if kind in DOTTED and _dots(content) > MOST_DOTS:
        what = say("{name} in the theme has more than {n} million dots.", name=name, n=MOST_DOTS // 1_000_000)
        raise InputError(what, say("Make it smaller: a page at its finest has no more."))
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _dots(content: bytes) -> int:
    """The number of pixels of a picture, from its header: a small file may expand to gigabytes."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content)) as picture:
                return picture.width * picture.height
    except Image.DecompressionBombError:
        return MOST_DOTS + 1
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as wrong:
        raise InputError(say("A picture in the theme is damaged."), say("Save it again as PNG or JPEG.")) from wrong


def style_sheet(theme: Path, name: str) -> str:
    """A style sheet with its fonts and pictures embedded."""
    text = theme_text(theme, name)
    if _IMPORT.search(text):
        what = say("{name} uses @import; a report is one file.", name=name)
        raise InputError(what, say("Write the rules into {name} itself.", name=name))
    if "</" in text:
        what = say("{name} holds “</”, which would end the style sheet inside the page.", name=name)
        raise InputError(what, say("Take it out."))
    return _URL.sub(lambda match: f'url("{_carried(theme, _link(match))}")', text)


def _link(match: re.Match[str]) -> str:
    return (match[1] or match[2] or match[3] or "").strip()


def _carried(theme: Path, link: str) -> str:
    return link if link.startswith(("data:", "#")) else inline_link(theme, link)


def brand(theme: Path) -> dict[str, str]:
    """The custom properties of `brand.css` by name: SVG in the page cannot read them itself."""
    return properties(theme_text(theme, "brand.css"))


def properties(css: str) -> dict[str, str]:
    """The custom properties of a style sheet, `--band-on` as `band_on`."""
    return {name.replace("-", "_"): value.strip() for name, value in _PROPERTY.findall(css)}
