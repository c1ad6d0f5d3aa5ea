"""What may be in a page: elements, attributes, and what a link or a style may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.report.render.themes.allowed_markup import attribute_allowed, style_reaches
from support.deep import some
from support.themes import BARE, refused


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "named"),
    some(
        [
            ("<script>1</script>", "<script>"),
            ('<iframe src="https://e.org"></iframe>', "<iframe>"),
            ('<img src="http://e.org/a.png" alt="">', "src=“http://e.org/a.png”"),
            ('<img src="../a.png" alt="">', "src=“../a.png”"),
            ('<link rel="attachment" href="file:///etc/passwd">', "<link>"),
            ('<svg><image xlink:href="https://e.org/a.svg"/></svg>', "<image>"),
            ('<p onclick="x()">', "onclick=“x()”"),
            ('<a href="javascript:x()">', "href=“javascript:x()”"),
            ('<p style="background: url(https://e.org/a)">', "style="),
            ("<style>@import 'https://e.org/a.css';</style>", "@import"),
            ("<style>p { background: url( https://e.org/a ) }</style>", "“url(https://e.org/a)” in a style"),
            ('<meta http-equiv="refresh" content="0; https://e.org">', "<meta http-equiv>"),
            ('<base href="https://e.org">', "<base>"),
        ],
        3,
    ),
)
def test_a_theme_that_reaches_out_is_refused(tmp_path: Path, body: str, named: str) -> None:
    wrong = refused(tmp_path, report__html=BARE.format(body))
    assert named in wrong.what
    assert wrong.what.endswith("a report may reach nothing outside itself.")
    assert "image('logo.svg')" in wrong.hint


@pytest.mark.parametrize(
    ("element", "name", "value", "allowed"),
    [
        ("a", "href", "#here", True),
        ("a", "href", "HTTPS://example.org", True),
        ("a", "href", "javascript:x()", False),
        ("img", "src", "data:image/png;base64,AAAA", True),
        ("img", "src", "data:text/html;base64,AAAA", False),
        ("meta", "charset", "UTF-8", True),
        ("meta", "charset", "utf-7", False),
        ("meta", "name", "referrer", False),
        ("input", "type", "checkbox", True),
        ("input", "type", "file", False),
        ("p", "onclick", "x()", False),
        ("p", "aria-label", "a", True),
        ("div", "tabindex", "0", True),
        ("div", "tabindex", "5", False),
    ],
)
def test_an_attribute_may_stand_there_or_not(element: str, name: str, value: str, *, allowed: bool) -> None:
    assert allowed == attribute_allowed("", element, name, value)


@pytest.mark.parametrize(
    ("css", "reaches"),
    [
        ("p { color: red; background: url(#a) url(data:image/png;base64,AA) }", ""),
        ("p { background: URL(https://e.org/a) }", "url(https://e.org/a)"),
        ("p { background: image-set('a.png' 1x) }", "image-set(a.png)"),
        (r"@\69mport 'a.css';", "@import"),
        ("p { background: url(a b) }", "a url that does not end"),
    ],
)
def test_what_a_style_asks_for_outside_the_page(css: str, reaches: str) -> None:
    assert reaches == style_reaches(css)
