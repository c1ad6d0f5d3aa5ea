"""Rows: wrapped, joined, filled and shortened by cells."""

from __future__ import annotations

from hustings.interview.screen.rows import Row, balanced, beside, cut, ends, filled, para, ruled, text_of, wide


def test_lines_of_a_question_are_about_as_long_as_each_other() -> None:
    text = "If the candidate's voice called tonight, is there an agreed word that proves who it is?"
    assert ("If the candidate's voice called tonight, is", "there an agreed word that proves who it is?") == balanced(
        text, 68
    )
    assert ("One line.",) == balanced("One line.", 68)
    assert ("x" * 30, "x" * 10) == balanced("x" * 40, 30)


def test_a_paragraph_is_indented_under_its_first_word() -> None:
    rows = para("one two three four", 12, "quiet", (("tick", "+ "),))
    assert ["+ one two", "  three four"] == [text_of(row) for row in rows]


def test_what_stands_at_the_end_gives_way_to_what_stands_first() -> None:
    forms: tuple[Row, ...] = ((("quiet", "about 14 min left"),), (("quiet", "14 min"),))
    assert [24, 24] == [len(text_of(ends((("", "Fakes"),), forms, 24))), len("Fakes  about 14 min left")]
    assert "Fakes       14 min" == text_of(ends((("", "Fakes"),), forms, 18))
    assert "Fakes" == text_of(ends((("", "Fakes"),), forms, 8))


def test_a_row_is_cut_between_words() -> None:
    assert "How many people work on…" == text_of(cut((("", "How many people work on it?"),), 24))
    assert "xxxxx…" == text_of(cut((("", "x" * 30),), 6))
    assert "\u6295\u7968\u6295…" == text_of(cut((("", "\u6295\u7968" * 9),), 8))
    assert "ab cdef…" == text_of(cut((("strong", "ab "), ("", "cdef ghij")), 9))


def test_two_columns_have_a_line_between_them() -> None:
    rows = beside(((("", "left"),),), ((("", "one"),), (("", "two"),)), 6, 4)
    assert ["left    │ one", "        │ two"] == [text_of(row) for row in rows]


def test_a_rule_holds_its_title_and_what_stands_at_its_end_if_there_is_room() -> None:
    right: Row = (("quiet", "6 of 19 lines"),)
    assert [30, 10] == [wide(ruled("Why we ask", 30, right)), wide(ruled("Why we", 10, right))]
    assert "── Why we ask ── 6 of 19 lines" == text_of(ruled("Why we ask", 30, right))
    assert 10 == wide(filled((("", "x"),), 10))


def test_untrusted_text_is_harmless_in_a_row() -> None:
    assert "[31mred gone" == text_of(para("\x1b[31mred\x07 gone", 40)[0])
