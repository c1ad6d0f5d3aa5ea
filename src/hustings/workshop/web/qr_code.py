"""The link to join a workshop as a QR code: a picture for the projector, letters for the terminal."""

from __future__ import annotations

import io


def qr_picture(text: str) -> bytes:
    """A QR code of a text, as SVG."""
    import segno

    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="svg", scale=4, border=2, xmldecl=False, svgns=True)
    return picture.getvalue()


def qr_text(text: str) -> str:
    """A QR code of a text, as lines for a terminal."""
    import segno

    lines = io.StringIO()
    segno.make(text, error="m").terminal(lines, compact=True)
    return lines.getvalue().rstrip("\n")
