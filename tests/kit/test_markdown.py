"""Markdown that reads well as plain text, renders as meant by CommonMark, and takes nothing of an answer for markup."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hustings.kit import markdown
from hustings.kit.filled_text import FilledPart
from support.kit import NAMES, alone, made

MARKS = [
    *"\\`*_[]()<>#|~&!-+=.:;'\"{}0123 abé\u00a0",
    *("&lt;", "http://x", "<b>", "</p>", "<!--", "___", "---", "===", "1. ", "2) ", "- ", "> ", "# ", "![", "](u)"),
    *("~~", "```", "[ ] ", "[a]: /b"),
]
HOSTILE = st.lists(st.sampled_from(MARKS), min_size=1, max_size=14).map("".join).filter(str.strip)
AROUND = {"h1", "p", "em", "hr"}
WITHIN = {
    "text": set[str](),
    "heading": {"h2"},
    "list": {"ul", "li"},
    "steps": {"ol", "li"},
    "ticks": {"ul", "li"},
    "table": {"table", "thead", "tbody", "tr", "th", "td"},
}
STRICT = MarkdownIt("commonmark")
DIALECT = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(page: str) -> tuple[set[str], str]:
    """The elements of a rendered page, and its text."""
    return set(re.findall(r"</?([a-z0-9]+)", page)), flat(html.unescape(re.sub(r"<[^>]*>", "", page)))


def flat(text: str) -> str:
    return " ".join(text.split())


def part(kind: str, text: str) -> FilledPart:
    match kind:
        case "text" | "heading":
            return FilledPart(kind, text=text)
        case "table":
            return FilledPart("table", columns=("a", "b"), rows=((text, "c"),))
        case _:
            return FilledPart(kind, lines=(text, "last"))  # type: ignore[arg-type]


def expected(kind: str, text: str) -> str:
    return {
        "text": f"{text}",
        "heading": f"{text}",
        "list": f"{text} last",
        "steps": f"{text} last",
        "ticks": f"[ ] {text} [ ] last",
        "table": f"a b {text} c",
    }[kind]


@pytest.mark.parametrize("kind", WITHIN)
@given(text=HOSTILE)
@example(text="____________________")
@example(text="# [x](http://x) <b>*bold*</b> | `code`")
def test_whatever_is_answered_stays_text(kind: str, text: str) -> None:
    page = markdown(alone(parts=(part(kind, text),)))
    for renderer in (DIALECT,) if kind == "table" else (STRICT, DIALECT):
        elements, said = read(renderer.render(page))
        assert set() == elements - AROUND - WITHIN[kind]
        assert flat(f"Title Draft. About {expected(kind, text)} Made.") == said


@given(text=HOSTILE)
def test_a_blank_line_to_write_on_stays_one_beside_any_answer(text: str) -> None:
    said = f"To ____________________ from {flat(text)}, by ____________________."
    page = markdown(alone(parts=(FilledPart("text", text=said),)))
    elements, told = read(STRICT.render(page))
    assert set() == elements - AROUND
    assert flat(f"Title Draft. About {said} Made.") == told


def test_a_blank_line_alone_is_no_rule_across_the_page() -> None:
    page = markdown(made("ai_policy"))
    assert 1 == STRICT.render(page).count("<hr")
    assert "- \u00a0____________________\n" in page


@pytest.mark.parametrize(
    "text",
    [
        *("5 < 6 and 7 > 3", "R&D at Smith & Sons", "about ~34 days", "snake_case_names", "issue #4", "(by hand)"),
        *("a - b", "$50k; at 9.30: call", "see https://example.org/a_b?c=d"),
    ],
)
def test_what_no_reader_takes_for_markup_is_left_as_it_is(text: str) -> None:
    assert f"\n\n{text}\n\n" in markdown(alone(parts=(FilledPart("text", text=text),)))


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_text_needs_no_backslash_and_renders_as_meant(name: str) -> None:
    page = markdown(made(name, campaign_name="Rivera for Council"))
    assert page.startswith(f"# {made(name).title}\n\n*Draft for counsel.* {made(name).about}\n\n")
    assert "\\" not in page.replace("\\~", "")
    assert not re.search(r"<https?:|&[a-z]+;", page)
    assert {"a", "strong", "code", "img", "blockquote"}.isdisjoint(read(DIALECT.render(page))[0])


def test_the_columns_of_a_table_are_even() -> None:
    page = markdown(
        alone(parts=(FilledPart("table", columns=("Who", "When"), rows=(("Answers first", ""), ("", ""))),))
    )
    table = [line for line in page.splitlines() if line.startswith("|")]
    assert [
        "| Who           | When |",
        "| ------------- | ---- |",
        "| Answers first |      |",
        "|               |      |",
    ] == table


def test_what_steers_a_terminal_is_left_out() -> None:
    page = markdown(alone(parts=(FilledPart("text", text="a\x1b[2Jb\u202ec"),)))
    assert "\x1b" not in page
    assert "\u202e" not in page
