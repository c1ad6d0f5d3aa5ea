"""A theme's files: read from its own folder and nowhere else, and put inside the page.

A report travels by mail and on sticks, so it must be one file; and a theme may come from a stranger, so it must reach
nothing beside itself, symbolic links included.
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
MOST_DOTS = 40_000_000
"""Of a picture: a whole page at 600 dots an inch."""
_URL = re.compile(r"""url\(\s*(["']?)([^"')]*)\1\s*\)""", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_PROPERTY = re.compile(r"(?<![\w-])--([a-z0-9-]{1,60}+)\s{0,9}+:\s{0,9}+([^;{}]{1,1000}+);")
"""Bounded, and without a second look at what was read: a style sheet of dashes takes no longer than any other."""


def theme_bytes(theme: Path, name: str) -> bytes:
    """A file of the theme. Raises `InputError` where it is missing, too large or outside the theme."""
    place = (theme / name).resolve()
    if not place.is_relative_to(theme.resolve()):
        what = say("The theme asks for {name}, outside its own folder.", name=name)
        raise InputError(what, say("Copy the file into the theme."))
    if not place.exists():
        what = say("The theme has no readable {name}.", name=name)
        raise InputError(what, say("It should be in {folder}.", folder=theme))
    try:
        return content_of(place, LARGEST)
    except InputError as wrong:
        raise InputError(f"{name}: {wrong.what}", wrong.hint) from wrong


def theme_text(theme: Path, name: str) -> str:
    """A text file of a theme. Raises `InputError` if it is missing, too large or not UTF-8."""
    try:
        return theme_bytes(theme, name).decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise InputError(say("{name} in the theme is not UTF-8 text.", name=name), say("Save it as UTF-8.")) from wrong


def inline_link(theme: Path, name: str) -> str:
    """A font or picture of the theme as a link that carries its content."""
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
    """Width by height of a picture, from its head: a small file may unfold to gigabytes."""
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
    """A style sheet with its fonts and pictures inside."""
    text = theme_text(theme, name)
    if _IMPORT.search(text):
        what = say("{name} uses @import; a report is one file.", name=name)
        raise InputError(what, say("Write the rules into {name} itself.", name=name))
    if "</" in text:
        what = say("{name} holds “</”, which would end the style sheet inside the page.", name=name)
        raise InputError(what, say("Take it out."))
    return _URL.sub(lambda found: f'url("{_carried(theme, found[2].strip())}")', text)


def _carried(theme: Path, link: str) -> str:
    return link if link.startswith(("data:", "#")) else inline_link(theme, link)


def brand(theme: Path) -> dict[str, str]:
    """The custom properties of `brand.css` by name: pictures drawn in the page cannot read them for themselves."""
    return properties(theme_text(theme, "brand.css"))


def properties(css: str) -> dict[str, str]:
    """The custom properties of a style sheet, `--band-on` as `band_on`."""
    return {name.replace("-", "_"): value.strip() for name, value in _PROPERTY.findall(css)}
