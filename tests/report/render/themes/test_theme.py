"""The files of a theme: read from its own folder, within limits, and carried inside the page."""

from __future__ import annotations

import os
import re
import shutil
import time
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image

from hustings.problems import InputError
from hustings.report import render_html
from hustings.report.render.themes.theme import brand, properties, style_sheet
from support.report import plain_theme, town_report
from support.themes import BARE, PAGE, refused, theme, theme_with

pytestmark = pytest.mark.slow


def test_styles_of_dashes_take_no_time() -> None:
    began = time.process_time()
    for text in ("-" * 300_000, "--a" * 100_000, "--a:" * 75_000, "--a: " + " " * 300_000, ":" * 300_000):
        assert {} == properties(text)
    assert time.process_time() - began < 3


def test_a_small_picture_that_unfolds_is_refused(tmp_path: Path) -> None:
    picture = BytesIO()
    Image.new("1", (20_000, 20_000)).save(picture, "PNG")
    assert len(picture.getvalue()) < 600_000
    page = PAGE.format("<img alt='' src='{{ image(\"logo.png\") }}'>")
    with pytest.raises(InputError) as wrong:
        render_html(town_report(), theme(tmp_path / "theirs", page, logo__png=picture.getvalue()))
    assert "logo.png in the theme has more than 40 million dots." == wrong.value.what
    damaged = picture.getvalue()[:20]
    with pytest.raises(InputError, match=r"A picture in the theme is damaged\."):
        render_html(town_report(), theme(tmp_path / "damaged", page, logo__png=damaged))


def test_a_pipe_in_a_theme_is_not_waited_for(tmp_path: Path) -> None:
    folder = theme(tmp_path / "theirs", PAGE.format("{{ style('pipe.css') }}"))
    os.mkfifo(folder / "pipe.css")
    with pytest.raises(InputError) as wrong:
        render_html(town_report(), folder)
    assert "pipe.css: It is a pipe or a device, not a file on disk." == wrong.value.what


def test_shipped_fonts_unpack_as_they_lie() -> None:
    """Outlines that a font file holds transformed are rebuilt point by point, a third of a second for each PDF."""
    fonts = [TTFont(file) for file in sorted((plain_theme() / "fonts").glob("*.woff2"))]
    assert 8 == len(fonts)
    assert not any(font.reader.tables["glyf"].transformed for font in fonts)


def test_a_theme_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "secret.svg").write_text("<svg/>")
    for body in (
        "{% include '../secret.html' %}",
        "{{ style('../secret.html') }}",
        "{{ image('../secret.svg') }}",
        f"{{% include '{tmp_path}/secret.html' %}}",
    ):
        shutil.rmtree(tmp_path / "theme", ignore_errors=True)
        assert "outside its own folder" in refused(tmp_path, report__html=BARE.format(body)).what


def test_a_link_in_the_theme_does_not_lead_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret")
    theme = theme_with(tmp_path, report__html=BARE.format("{% include 'inside.html' %}"))
    (theme / "inside.html").symlink_to(tmp_path / "secret.html")
    with pytest.raises(InputError, match="outside its own folder"):
        render_html(town_report(), theme)


def test_styles_are_carried_or_refused(tmp_path: Path) -> None:
    assert "uses @import" in refused(tmp_path / "a", report__css="@import 'x.css';").what
    assert "no readable fonts/x.woff2" in refused(tmp_path / "b", report__css="p { src: url('fonts/x.woff2') }").what
    assert "not a font or picture" in refused(tmp_path / "c", report__css="p { src: url(https://e.org/a) }").what
    assert "would end the style sheet" in refused(tmp_path / "d", report__css="</style><script>").what


def test_a_name_that_no_file_can_have_is_not_there(tmp_path: Path) -> None:
    said = refused(tmp_path / "a", report__css=f"p {{ src: url('{'x' * 5000}.woff2') }}").what
    assert f"The theme has no readable {'x' * 200}." == said
    assert "no readable a" in refused(tmp_path / "b", report__html=BARE.format("{% include 'a\\0b' %}")).what


def test_links_are_found_in_linear_time_and_in_either_quotation_marks(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg/>")
    link = 'url("data:image/svg+xml;base64,PHN2Zy8+")'
    for written in ("url(a.svg)", "url( 'a.svg' )", 'URL("a.svg")'):
        (tmp_path / "a.css").write_text(written)
        assert link == style_sheet(tmp_path, "a.css"), written
    for many in ("url(", "url( ", "url('", 'url("', "url(" + " " * 200, "url('x"):
        (tmp_path / "a.css").write_text(many * (1_500_000 // len(many)))
        style_sheet(tmp_path, "a.css")


def test_a_picture_goes_in_as_data(tmp_path: Path) -> None:
    theme = theme_with(
        tmp_path, report__html=BARE.format("<img alt='' src='{{ image(\"logo.svg\") }}'>"), logo__svg="<svg/>"
    )
    assert 'src="data:image/svg+xml;base64,PHN2Zy8+"' in render_html(town_report(), theme)


def test_files_that_are_not_text_or_too_large(tmp_path: Path) -> None:
    theme = theme_with(tmp_path)
    (theme / "report.css").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        render_html(town_report(), theme)
    (theme / "report.css").write_bytes(b" " * 4_000_001)
    with pytest.raises(InputError, match="larger than 4 MB"):
        render_html(town_report(), theme)


def test_text_stands_out_from_its_ground() -> None:
    """WCAG: at least 4.5 for text, on paper and on the tint."""
    colours = brand(plain_theme())

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for name in ("ink", "quiet", "accent", "alarm", "high"):
        for ground in ("paper", "tint", "chip"):
            ratio = (light(colours[ground]) + 0.05) / (light(colours[name]) + 0.05)
            assert ratio >= 4.5, (name, ground, ratio)


def test_every_colour_that_is_used_is_named_in_the_brand() -> None:
    texts = [path.read_text(encoding="utf-8") for path in plain_theme().rglob("*") if path.suffix in (".css", ".html")]
    used, named = (
        {name for text in texts for name in re.findall(words, text)} for words in (r"var\(--([a-z-]+)", r"--([a-z-]+):")
    )
    assert set() == used - named
    assert "alarm" in used
