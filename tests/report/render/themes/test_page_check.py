"""What a page may not do: it is written anew with its policy, and whatever could be read in two ways is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.problems import InputError
from hustings.report.render.themes.page_check import META, guarded
from support.themes import PAGE

pytestmark = pytest.mark.slow


def test_the_policy_is_first_in_the_head_wherever_a_theme_puts_its_own() -> None:
    for page in (
        PAGE.format("<p>a"),
        "<p>no head",
        "<!-- <head> --><html><head><title><head></title></head><body><p>a",
        '<html data-head="<head>"><p>a',
        "<body><head><p>a",
    ):
        assert guarded(page).partition("<head>")[2].lstrip().startswith(META), page
        assert 1 == guarded(page).count("Content-Security-Policy")


def test_what_was_read_twice_is_the_same() -> None:
    """Writing anew what was written anew changes nothing, so that no reader can take it otherwise."""
    for inside in (
        "<p>a<b>b<p>c</b>d<table><tr><td>e<td>f</table>",
        "<svg viewBox='0 0 9 9'><title>a &lt;b&gt; &amp;</title><text x='1'>&#0; \u00a0 < ></text></svg>",
        "<pre>\n\na</pre><textarea>\n\nb</textarea><p title='&quot;\"&lt;>'>c",
    ):
        once = guarded(PAGE.format(inside))
        again = guarded(once.replace(META, ""))
        assert "".join(once.split("\n")) == "".join(again.split("\n"))


def test_a_style_with_a_number_that_no_program_reads_is_refused() -> None:
    with pytest.raises(InputError, match="holds “a number that is too long” in a style"):
        guarded(f"<style>p {{ width: {'1' * 5000}px }}</style>")


def test_a_page_that_is_the_name_of_a_file_is_not_that_file(tmp_path: Path) -> None:
    (tmp_path / "letter.html").write_text("<p>mine</p>", encoding="utf-8")
    assert "mine" not in guarded(str(tmp_path / "letter.html")).replace(str(tmp_path), "")
