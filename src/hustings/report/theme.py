"""A theme's files: read from its own folder and nowhere else, and put inside the page.

A report travels by mail and on sticks, so it must be one file; and a theme may come from a stranger, so it must reach
nothing beside itself, symbolic links included.
"""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path

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
LARGEST = 4_000_000
_URL = re.compile(r"""url\(\s*(["']?)([^"')]*)\1\s*\)""", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_PROPERTY = re.compile(r"--([a-z0-9-]+)\s*:\s*([^;{}]+);")


def theme_bytes(theme: Path, name: str) -> bytes:
    """A file of the theme. Raises `InputError` where it is missing, too large or outside the theme."""
    place = (theme / name).resolve()
    if not place.is_relative_to(theme.resolve()):
        raise InputError(f"The theme asks for {name}, outside its own folder.", "Copy the file into the theme.")
    try:
        content = place.read_bytes()
    except (OSError, ValueError) as wrong:
        raise InputError(f"The theme has no readable {name}.", f"It should be in {theme}.") from wrong
    if len(content) > LARGEST:
        raise InputError(f"{name} in the theme is larger than {LARGEST // 1_000_000} MB.", "Make it smaller.")
    return content


def theme_text(theme: Path, name: str) -> str:
    try:
        return theme_bytes(theme, name).decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise InputError(f"{name} in the theme is not UTF-8 text.", "Save it as UTF-8.") from wrong


def inline_link(theme: Path, name: str) -> str:
    """A font or picture of the theme as a link that carries its content."""
    kind = KINDS.get(Path(name).suffix.lower())
    if kind is None:
        raise InputError(f"The theme asks for {name}: not a font or picture that goes into a report.", _takes())
    return f"data:{kind};base64,{b64encode(theme_bytes(theme, name)).decode()}"


def _takes() -> str:
    return f"It takes {', '.join(sorted(KINDS))}."


def style_sheet(theme: Path, name: str) -> str:
    """A style sheet with its fonts and pictures inside."""
    text = theme_text(theme, name)
    if _IMPORT.search(text):
        raise InputError(f"{name} uses @import; a report is one file.", f"Write the rules into {name} itself.")
    if "</" in text:
        raise InputError(f"{name} holds “</”, which would end the style sheet inside the page.", "Take it out.")
    return _URL.sub(lambda found: f"url({_carried(theme, found[2].strip())})", text)


def _carried(theme: Path, link: str) -> str:
    return link if link.startswith(("data:", "#")) else inline_link(theme, link)


def brand(theme: Path) -> dict[str, str]:
    """The custom properties of `brand.css` by name: pictures drawn in the page cannot read them for themselves."""
    found = _PROPERTY.findall(theme_text(theme, "brand.css"))
    return {name.replace("-", "_"): value.strip() for name, value in found}
