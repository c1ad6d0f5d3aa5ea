"""Markdown in which no text is markup."""

from __future__ import annotations

import pytest

from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.formats.blocks import Heading, Items, Picture, Table, Text
from hustings.report.formats.markdown import markdown, plain


def test_every_kind_of_block() -> None:
    blocks = (
        Heading("A", 1),
        Text("b", "Lead"),
        Text("c"),
        Picture(Drawing("verdict", "54 of 100.", "9", "9", (), ())),
        Items(("d", "e")),
        Table(("f", "g"), (("1", "2"),), (1, 1)),
    )
    assert (
        markdown(blocks)
        == "# A\n\n**Lead** b\n\nc\n\n*54 of 100.*\n\n- d\n- e\n\n| f | g |\n| --- | --- |\n| 1 | 2 |\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\nb", "a<br>b"),
        ("<script>", r"\<script\>"),
        ("![x](http://a)", r"\!\[x\](http://a)"),
        ("a | b", r"a \| b"),
        ("# no", r"\# no"),
        ("- no", r"\- no"),
        ("1. no", r"1\. no"),
        ("1.5 hours", "1.5 hours"),
        ("`x` &amp;", r"\`x\` \&amp;"),
        ("a\x1b[2Jb", r"a\[2Jb"),
    ],
)
def test_no_text_is_markup(text: str, written: str) -> None:
    assert written == plain(text)
