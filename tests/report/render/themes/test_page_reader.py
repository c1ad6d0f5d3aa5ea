"""A page that keeps its parser at work is refused by counts, whatever machine reads it."""

from __future__ import annotations

import pytest

from hustings.problems import InputError
from hustings.report.render.themes.page_check import guarded
from support.deep import some
from support.themes import PAGE

pytestmark = pytest.mark.slow


def test_a_page_nested_without_end_is_told() -> None:
    with pytest.raises(InputError, match="nested too deep"):
        guarded(PAGE.format("<div>" * 5000))


FOR_EVER = {
    "a_name_in_a_style": "<style></" + "w" * 200_000,
    "a_name": "<" + "w" * 200_000,
    "attributes": f"<p {' '.join(f'a{number}' for number in range(50_000))}>",
    "marks_in_a_title": f"<p title='{'&amp;' * 200_000}'>",
    "dashes_in_a_comment": "<!--" + "-" * 200_000,
    "marks": "&amp;" * 200_000,
    "zeros": "<style>" + "\0" * 200_000,
    "letters_that_are_none": "\x01" * 200_000,
    "tags_that_open_again": "<p>" + "".join(f"<b id={number}>" for number in range(150)) + "<p>x" * 50_000,
    "beside_the_cells_of_a_table": "<table>" + "<b></b>" * 50_000,
    "paragraphs_in_the_depth": "<div>" * 190 + "</p>" * 50_000,
    "tags_that_mean_nothing": "</x>" * 500_000,
}


@pytest.mark.parametrize("inside", some([*FOR_EVER.values()], 2), ids=some([*FOR_EVER], 2))
def test_a_page_that_the_parser_would_read_for_ever_is_refused_by_its_counts(inside: str) -> None:
    with pytest.raises(InputError, match=r"^The theme's page is too long to be read\."):
        guarded(f"<body>{inside}<p>")
