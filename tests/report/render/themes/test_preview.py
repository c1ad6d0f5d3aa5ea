"""A theme's preview: all pages, mistakes in words, and a stamp that changes with its files."""

from __future__ import annotations

from pathlib import Path

from hustings.report.render.themes.preview import PAGES, Preview
from support.report import plain_theme, town_report
from support.themes import PAGE, theme


def test_every_page_of_the_theme_that_ships() -> None:
    preview = Preview(plain_theme(), town_report())
    assert all("Rivera for Council" in preview.page(name) for name in PAGES)
    frame = preview.frame("owners", "abc")
    assert 'sandbox="" src="/page/owners"' in frame
    assert '<a href="/owners" aria-current=page>Owners</a>' in frame


def test_what_is_wrong_in_a_theme_is_shown_as_text(tmp_path: Path) -> None:
    preview = Preview(theme(tmp_path / "t", PAGE.format("<script>alert(1)</script>")), town_report())
    assert "The theme&#x27;s page holds &lt;script&gt;" in preview.page("full")
    assert "owners.html" in preview.page("owners")


def test_the_stamp_changes_with_the_files(tmp_path: Path) -> None:
    folder = theme(tmp_path / "t", PAGE.format("a"))
    preview = Preview(folder, town_report())
    before = preview.stamp()
    assert before == preview.stamp()
    (folder / "new.css").write_text("a")
    assert before != preview.stamp()
