"""The second program that reads a logo: what it keeps, and what it refuses."""

from __future__ import annotations

import json
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from hustings.report.brand import logo_program
from hustings.report.brand.logo_program import main

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def read(content: bytes) -> tuple[str, bytes]:
    reply = json.loads(main(content))
    assert "refused" not in reply, reply
    return reply["kind"], b64decode(reply["picture"])


def refused(inside: str, whole: str = SVG) -> list[str]:
    why: list[str] = json.loads(main(whole.format(inside).encode()))["refused"]
    return why


def test_what_draws_is_kept_and_the_rest_is_left_out() -> None:
    drawn = '<g fill="#123456" x:note="a"><path d="M0 0h9"/></g><title>T</title><metadata><a/></metadata>'
    kind, picture = read(SVG.format(f"<!-- a -->{drawn}").encode())
    expected = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="#123456"><path d="M0 0h9"></path></g></svg>'
    )
    assert ("svg+xml", expected) == (kind, picture.decode())
    assert (kind, picture) == read(picture), "written anew, it stays the same"


def test_a_size_becomes_a_view_box() -> None:
    _, picture = read(b'<svg xmlns="http://www.w3.org/2000/svg" width="30px" height="9.5"/>')
    assert b'viewBox="0 0 30 9.5"' in picture
    assert ["box", ""] == refused("", '<svg xmlns="http://www.w3.org/2000/svg" width="100%">{}</svg>')


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<image href="file:///etc/passwd"/>', "<image>"),
        ('<use x:href="#a"/>', "<use>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<a href="https://example.org"><path d=""/></a>', "<a>"),
        ("<style>*{}</style>", "<style>"),
        ('<path onclick="x()"/>', "onclick=“x()”"),
        ('<g x:href="https://example.org/a"/>', "href=“https://example.org/a”"),
        ('<path fill="url(https://example.org/a)"/>', "fill=“url(https://example.org/a)”"),
        ('<path style="fill:url(//a.b)"/>', "style=“url(//a.b)”"),
        ("<animate/>", "<animate>"),
    ],
)
def test_what_does_or_fetches_something_is_refused(inside: str, told: str) -> None:
    assert ["element", told] == refused(inside)


def test_what_is_no_picture_or_too_much_of_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ["kind", ""] == refused("", "GIF89a{}")
    assert ["kind", ""] == refused("", "<html>{}</html>")
    assert ["parts", ""] == refused("<g/>" * 2_001)
    assert ["parts", ""] == refused("<g>" * 40 + "</g>" * 40)
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 9}">' for n in range(1, 12))
    assert ["kind", ""] == refused("", f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{bomb}]><x>&a11;</x>{{}}')
    monkeypatch.setattr(logo_program, "MOST_DOTS", 99)
    assert {"refused": ["dots", ""]} == json.loads(main(png(10, 10)))


def test_a_png_is_made_small_and_stays_the_same_after_that() -> None:
    kind, picture = read(png(900, 300))
    with Image.open(BytesIO(picture)) as small:
        assert ("png", (440, 147)) == (kind, small.size)
    assert picture == read(picture)[1]


def png(width: int, height: int) -> bytes:
    content = BytesIO()
    Image.new("RGB", (width, height), "red").save(content, "PNG")
    return content.getvalue()
