"""What is too much for a PDF: measured on the page, the ledger given up first, the rest refused in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.problems import InputError
from hustings.report import render_html
from hustings.report.document.answer_records import AnswerLine, AnswerSection
from hustings.report.document.document_records import Document
from hustings.report.render.print_size import MOST_LINES, printed_lines, render_printed
from support.report import plain_theme, town_report

HEAD = "<html><head><style>p > b { color: red }</style></head>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<body></body>", 1),
        (f"<p>{'letters. ' * 10}</p>", 2),
        (f"<td>{'letters. ' * 10}</td>", 3),
        (f"<p>{'letters. ' * 200}</p>", 38),
        (f"<p>{'a' * 450}</p>", 26),
        (f"<p>{'選' * 450}</p>", 6),
        ("<p>a\nb\nc</p>", 3),
        ("<p>\n</p>", 1),
    ],
)
def test_elements_and_lines_are_counted(body: str, lines: int) -> None:
    assert lines == printed_lines(HEAD + body)


def answering(count: int) -> Document:
    line = AnswerLine("Is it so?", "It is.", "", "", "")
    return replace(town_report(), answers=(AnswerSection("Asked", (line,) * count, ""),))


def test_what_fits_is_printed_as_the_page_is() -> None:
    assert render_html(town_report(), plain_theme()) == render_printed(town_report(), plain_theme())


@pytest.mark.slow
def test_a_ledger_that_is_too_much_is_cut_to_its_head_and_says_so() -> None:
    page = town_report()
    long = replace(page, ledger=page.ledger * 80)
    text = render_printed(long, plain_theme())
    assert MOST_LINES < printed_lines(render_html(long, plain_theme()))
    assert f"{len(long.ledger) - 60:,} more lines, for answers and parts, are not printed here" in text


@pytest.mark.slow
def test_what_is_too_much_without_a_ledger_is_refused_in_words() -> None:
    with pytest.raises(InputError) as wrong:
        render_printed(answering(5000), plain_theme())
    assert wrong.value.what.startswith("There is too much to print: about ")
    assert wrong.value.what.endswith(" lines and boxes, and 14,000 is the most for a PDF.")
    assert wrong.value.hint == "Add --html for a web page, which may be longer; or shorten what the pack says."
