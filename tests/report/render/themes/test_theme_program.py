"""The second program speaks the language of the first, in pages and in refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from hustings.report import render_html
from hustings.report.render.html import filled_page
from support.report import town_report
from support.themes import PAGE, theme

pytestmark = pytest.mark.slow


def test_a_theme_speaks_the_language_that_is_spoken(tmp_path: Path) -> None:
    with speaking(read_words("es")):
        said = render_html(
            town_report(), theme(tmp_path / "theirs", PAGE.format("<p>{{ say('Written: {file}', file='a') }}"))
        )
    assert read_words("es").of("Written: {file}").replace("{file}", "a") in said
    assert "<p>Written" not in said


@pytest.mark.parametrize(
    "asked",
    ["style('../a.css')", "image('a.exe')", "style('import.css')", "style('ends.css')", "style('latin.css')", "gone"],
)
def test_what_is_wrong_with_a_theme_is_said_in_the_language_that_is_spoken(asked: str, tmp_path: Path) -> None:
    theirs = theme(tmp_path / "theirs", PAGE.format(f"{{{{ {asked} }}}}"))
    (theirs / "import.css").write_text("@import 'a.css';", encoding="utf-8")
    (theirs / "ends.css").write_text("</style>", encoding="utf-8")
    (theirs / "latin.css").write_bytes(b"/* \xe9 */")
    said = []
    for words in ("en", "es"):
        with speaking(read_words(words)), pytest.raises(InputError) as refused:
            filled_page("report.html", theirs, {"document": town_report()})
        said.append((refused.value.what, refused.value.hint))
    assert said[0][0] != said[1][0]
    assert said[0][1] != said[1][1]
