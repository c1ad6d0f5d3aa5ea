"""A picture has the words that stand for it, and is never wider than the text."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.shared import Pt
from PIL import Image

from hustings.word_files.page_setup import text_width
from hustings.word_files.word_pictures import add_picture


def test_width_and_words() -> None:
    content = BytesIO()
    Image.new("RGB", (30, 10), "white").save(content, "PNG")
    page = docx.Document()
    add_picture(page, content.getvalue(), 'Data: "45" of 100\x1b', points=90)
    add_picture(page, content.getvalue(), "b", points=2000)
    first, second = page.inline_shapes
    assert (Pt(90), Pt(30), text_width(page)) == (first.width, first.height, second.width)
    assert ['Data: "45" of 100', "b"] == [one._inline.docPr.get("descr") for one in (first, second)]
