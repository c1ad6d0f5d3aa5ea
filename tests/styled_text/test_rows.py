"""Rows of text with roles: wrapped, balanced, joined and shortened, never wider than asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hustings.styled_text.rows import Row, balanced, beside, cut, ends, filled, para, ruled, text_of, wide

TEXTS = st.text(st.sampled_from("ab e.ñ語\u0301\x1b\u202e"), max_size=120)
WIDTHS = st.integers(12, 60)


@given(TEXTS, WIDTHS)
def test_nothing_is_wider_than_its_column(text: str, width: int) -> None:
    lead: Row = (("key", "1 "),)
    for row in (*para(text, width, lead=lead), cut((("", text.replace("\x1b", "")), ("quiet", "end")), width)):
        assert wide(row) <= width
    assert "\x1b" not in "".join(map(text_of, (*para(text, width), ruled(text, width))))


def test_a_question_is_composed_of_lines_of_about_the_same_length() -> None:
    text = "Is it agreed who answers first when a fake turns up in the last week?"
    assert ("Is it agreed who answers first when", "a fake turns up in the last week?") == balanced(text, 60)
    assert (text,) == balanced(text, 80)


def test_the_lead_stands_once_and_the_rest_is_indented() -> None:
    rows = para("one two three four", 12, "quiet", lead=(("key", "1"), ("", " ")))
    assert ["1 one two", "  three four"] == [text_of(row) for row in rows]
    assert [("key", "1"), ("", " "), ("quiet", "one two")] == list(rows[0])


def test_what_does_not_fit_at_the_right_takes_a_shorter_form_or_goes() -> None:
    left: Row = (("strong", "Rivera"),)
    forms: list[Row] = [(("quiet", "60 days to the first votes"),), (("quiet", "60 days"),)]
    assert "Rivera    60 days to the first votes" == text_of(ends(left, forms, 36))
    assert "Rivera     60 days" == text_of(ends(left, forms, 18))
    assert "Rivera" == text_of(ends(left, forms, 12))


def test_a_long_row_is_cut_between_words() -> None:
    assert "Agree on a…" == text_of(cut((("", "Agree on a word"),), 14))
    assert "語語…" == text_of(cut((("", "語語語語"),), 6))


def test_two_columns_have_a_line_between_them() -> None:
    rows = beside([(("", "left"),)], [(("", "a"),), (("", "b"),)], 6, 4)
    assert ["left    │ a", "        │ b"] == [text_of(row) for row in rows]
    assert "left  " == text_of(filled((("", "left"),), 6))


def test_a_title_on_a_line() -> None:
    assert "── Privacy ─────── 3 min" == text_of(ruled("Privacy", 24, (("quiet", "3 min"),)))
