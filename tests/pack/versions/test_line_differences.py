"""A text is what differs from an earlier one and that one, whatever both are; parts that are no parts are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.pack.versions.line_differences import differences, together

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\u2028", "the end", ""]), max_size=12).map("".join)


@given(LINES, LINES)
def test_what_differs_gives_the_text_back(text: str, earlier: str) -> None:
    assert text == together(differences(text, earlier), earlier, 1000)


def test_what_stays_is_named_by_its_lines() -> None:
    earlier = "id: a\nworth: 1\nid: b\nworth: 1\nend\n"
    assert [[0, 5]] == differences(earlier, earlier)
    assert [[0, 2], "id: new\nnew\n", [3, 2]] == differences(earlier.replace("id: b", "id: new\nnew"), earlier)
    assert [[2, 2], [0, 2]] == differences("id: b\nworth: 1\nid: a\nworth: 1\n", earlier)
    assert ["all\nnew"] == differences("all\nnew", "")


@pytest.mark.parametrize(
    "parts", [None, "text", {}, [1], [[0]], [[0, 0]], [[0, 3]], [[2, 1]], [[-1, 1]], [["0", 1]], [[0, 1, 1]]]
)
def test_what_are_no_parts_of_a_text_is_refused(parts: object) -> None:
    with pytest.raises(ValueError, match="no part"):
        together(parts, "one\ntwo\n", 1000)


def test_a_text_that_grows_too_large_is_given_up() -> None:
    assert "one\n" * 2 == together([[0, 1], [0, 1]], "one\n", 8)
    with pytest.raises(ValueError, match="too large"):
        together([[0, 1]] * 1000, "one\n", 8)
