"""A logo, read and written again. Runs as a program of its own, since the picture may be anybody's.

An SVG is written again from its tree, with elements and attributes from a list; a PNG is decoded and made small. So
nothing of the file is copied that was not understood.
"""

from __future__ import annotations

import json
import warnings
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.sax.saxutils import escape, quoteattr

from hustings.report.limited_program import work
from hustings.report.render.themes.allowed_markup import DRAWN, ELEMENTS, SVG, style_reaches

MOST_DOTS, SIDE = 40_000_000, 440
"""The most dots of a PNG, and the longest side that is kept: ten for each point of the box on the cover."""
MOST_ELEMENTS, DEEPEST = 2_000, 30
KEPT = DRAWN | {"id", "style"}
LEFT_OUT = frozenset({"metadata", "title", "desc"})
"""What says something beside the picture, and shows nothing."""
PNG = b"\x89PNG\r\n\x1a\n"


class RefusedError(Exception):
    """The logo is refused; what it holds."""


def main(content: bytes) -> bytes:
    """The reply as JSON: the kind and the picture, or why it is refused."""
    try:
        kind, picture = ("png", _png(content)) if content.startswith(PNG) else ("svg+xml", _svg(content))
    except RefusedError as why:
        return json.dumps({"refused": why.args}).encode()
    return json.dumps({"kind": kind, "picture": b64encode(picture).decode()}).encode()


def _png(content: bytes) -> bytes:
    from PIL import Image

    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    with Image.open(BytesIO(content), formats=["PNG"]) as picture:
        if picture.width * picture.height > MOST_DOTS:
            raise RefusedError("dots", "")
        small = picture.convert("RGBA")
        small.thumbnail((SIDE, SIDE))
        written = BytesIO()
        small.save(written, "PNG")
    return written.getvalue()


def _svg(content: bytes) -> bytes:
    try:
        root = fromstring(content)  # noqa: S314 - expat refuses what grows without end, and the program has limits
    except (ParseError, ValueError) as wrong:
        raise RefusedError("kind", "") from wrong
    if root.tag != f"{{{SVG}}}svg":
        raise RefusedError("kind", "")
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise RefusedError("parts", "")
    root.set("viewBox", root.get("viewBox") or _box(root))
    return f'<svg xmlns="{SVG}"{"".join(_attributes(root))}>{"".join(_inside(root, 0))}</svg>'.encode()


def _box(root: Element) -> str:
    """The view box of a picture that says only how large it is."""
    sides = [root.get(name, "").removesuffix("px").removesuffix("pt") for name in ("width", "height")]
    if not all(side.replace(".", "", 1).isdigit() for side in sides):
        raise RefusedError("box", "")
    return f"0 0 {sides[0]} {sides[1]}"


def _inside(node: Element, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise RefusedError("parts", "")
    for child in node:
        space, _, name = str(child.tag).removeprefix("{").rpartition("}")
        if space == SVG and name not in LEFT_OUT:
            if name not in ELEMENTS[SVG]:
                raise RefusedError("element", f"<{name[:60]}>")
            yield f"<{name}{''.join(_attributes(child))}>{escape(child.text or '')}"
            yield f"{''.join(_inside(child, depth + 1))}</{name}>"


def _attributes(node: Element) -> Iterator[str]:
    """The attributes that draw. Those of drawing programs, in spaces of their own, show nothing and are left out."""
    for name, value in node.attrib.items():
        plain = name.rpartition("}")[2]
        if plain == "href" or plain.lower().startswith("on"):
            raise RefusedError("element", f"{plain[:60]}=“{value[:60]}”")
        if name in KEPT and (reached := style_reaches(value) if "(" in value or name == "style" else ""):
            raise RefusedError("element", f"{plain[:60]}=“{reached}”")
        if name in KEPT:
            yield f" {name}={quoteattr(value)}"


if __name__ == "__main__":
    work(main)
