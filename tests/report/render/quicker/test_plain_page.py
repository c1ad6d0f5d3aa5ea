"""A page of ours is read quickly, without styles for notes; what might need them is left to WeasyPrint."""

from __future__ import annotations

import pytest

from hustings.report.render.quicker.plain_page import plain_page
from hustings.report.render.weasyprint_start import weasyprint

pytestmark = pytest.mark.slow

PAGE = "<!doctype html><html><head><title>t</title><style>{}</style></head><body>{}</body></html>"
LIST = "<h1>a</h1><ol><li>b<ul><li>c</li></ul></li></ol><p><a href='#x'>d</a></p>"


def test_a_plain_page_is_drawn_the_same() -> None:
    weasy, page = weasyprint(), PAGE.format("li::marker { color: red } p::before { content: '1' }", LIST)
    page = page.replace("'#x'", '"https://a.example"')
    quick = plain_page(weasy, page, "", None)
    assert quick is not None
    assert weasy.HTML(string=page).write_pdf() == quick.write_pdf()


@pytest.mark.parametrize(
    ("style", "body"),
    [
        ("p { float: footnote }", "<p>a</p>"),
        ("p { display: list-item }", "<p>a</p>"),
        ("", "<p>a<p>b"),
        ("", "<p>a</p></body><base href='a'>"),
    ],
)
def test_what_is_not_plain_is_left_to_weasyprint(style: str, body: str) -> None:
    assert plain_page(weasyprint(), PAGE.format(style, body), "", None) is None
