"""The page: whole in one file, everything escaped, nothing reached outside; a theme's mistakes named."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from hustings.problems import InputError
from hustings.report import render_html
from hustings.report.render.page_check import POLICY
from hustings.report.render.theme import brand
from support.report import plain_theme, report_of, town, town_report

pytestmark = pytest.mark.slow

HOSTILE = '<script>alert(1)</script> {{ 7*7 }} {% raw %} "quoted" &amp; </title></style>'


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def theme_with(tmp_path: Path, **files: str) -> Path:
    """A copy of the plain theme with some files changed; `__` in a name stands for a dot."""
    theme = tmp_path / "theme"
    shutil.copytree(plain_theme(), theme)
    for name, text in files.items():
        (theme / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return theme


BARE = '<!doctype html><html lang="en"><head><title>t</title></head><body>{}</body></html>'


def refused(tmp_path: Path, **files: str) -> InputError:
    with pytest.raises(InputError) as caught:
        render_html(town_report(), theme_with(tmp_path, **files))
    return caught.value


def test_one_file_that_asks_for_nothing() -> None:
    text = render_html(town_report(), plain_theme())
    page = Page(text)
    assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in text
    assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
    assert "url(fonts/" not in text
    assert text.count("data:font/woff2;base64,") == 8


def test_shipped_fonts_unpack_as_they_lie() -> None:
    """Outlines that a font file holds transformed are rebuilt point by point, a third of a second for each PDF."""
    fonts = [TTFont(file) for file in sorted((plain_theme() / "fonts").glob("*.woff2"))]
    assert 8 == len(fonts)
    assert not any(font.reader.tables["glyf"].transformed for font in fonts)


def test_links_inside_lead_somewhere_and_ids_are_single() -> None:
    page = Page(render_html(town_report(), plain_theme()))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert {link for link in page.links if not link.startswith("#")} == {"https://example.org/terms"}


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(tag[1]) for tag in Page(render_html(town_report(), plain_theme())).tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_what_people_write_stays_text() -> None:
    page = town_report(campaign=HOSTILE, chatbot_account={"value": "none", "note": HOSTILE})
    text = render_html(page, plain_theme())
    assert "<script" not in text
    assert Page(text).text.count("<script>alert(1)</script> {{ 7*7 }} {% raw %}") >= 3


def test_marks_that_steer_a_page_are_dropped() -> None:
    text = render_html(town_report(campaign="Ri\u202evera\x07 \ufffe\ud800Council"), plain_theme())
    assert "Rivera Council" in text
    assert {"\u202e", "\x07", "\ufffe", "\ud800"}.isdisjoint(text)


def test_every_state_of_the_answers_prints() -> None:
    for raw in ({}, {"uses_ai": "dont_know"}, {"voice_online": "none"}):
        assert "</html>" in render_html(report_of(town(), raw, ballots=None, election=None), plain_theme())


def test_same_document_gives_the_same_page() -> None:
    assert render_html(town_report(), plain_theme()) == render_html(town_report(), plain_theme())


@pytest.mark.parametrize(
    "name", ["حملة ريفيرا", "市議会議員選挙キャンペーン", "🗳️ Rivera 👍🏽", "W" * 200, "Łódź Ťažký Çelik"]
)
def test_names_in_any_script(name: str) -> None:
    assert name in Page(render_html(town_report(campaign=name), plain_theme())).text


# --- what a theme may not do -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<script>1</script>", "<script>"),
        ('<iframe src="https://e.org"></iframe>', "<iframe>"),
        ('<img src="http://e.org/a.png" alt="">', "src=“http://e.org/a.png”"),
        ('<img src="../a.png" alt="">', "src=“../a.png”"),
        ('<link rel="attachment" href="file:///etc/passwd">', "<link>"),
        ('<svg><image xlink:href="https://e.org/a.svg"/></svg>', "<image>"),
        ('<p onclick="x()">', "onclick=“x()”"),
        ('<a href="javascript:x()">', "href=“javascript:x()”"),
        ('<p style="background: url(https://e.org/a)">', "style="),
        ("<style>@import 'https://e.org/a.css';</style>", "@import"),
        ("<style>p { background: url( https://e.org/a ) }</style>", "“url(https://e.org/a)” in a style"),
        ('<meta http-equiv="refresh" content="0; https://e.org">', "<meta http-equiv>"),
        ('<base href="https://e.org">', "<base>"),
    ],
)
def test_a_theme_that_reaches_out_is_refused(tmp_path: Path, body: str, named: str) -> None:
    wrong = refused(tmp_path, report__html=BARE.format(body))
    assert named in wrong.what
    assert wrong.what.endswith("a report may reach nothing outside itself.")
    assert "image('logo.svg')" in wrong.hint


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


def test_a_picture_goes_in_as_data(tmp_path: Path) -> None:
    theme = theme_with(
        tmp_path, report__html=BARE.format("<img alt='' src='{{ image(\"logo.svg\") }}'>"), logo__svg="<svg/>"
    )
    assert 'src="data:image/svg+xml;base64,PHN2Zy8+"' in render_html(town_report(), theme)


def test_mistakes_in_a_theme_are_named(tmp_path: Path) -> None:
    assert "report.html:2: " in refused(tmp_path / "a", report__html="<head></head>\n{% if %}").what
    unknown = refused(tmp_path / "b", report__html="<head></head>\n\n{{ document.titel }}")
    assert "report.html:3: " in unknown.what
    assert "titel" in unknown.what
    assert "no readable gone.html" in refused(tmp_path / "c", report__html="{% include 'gone.html' %}").what


def test_a_theme_cannot_get_at_the_program(tmp_path: Path) -> None:
    wrong = refused(tmp_path, report__html=BARE.format("{{ document.__class__.__mro__ }}"))
    assert wrong.what.startswith("The theme cannot be printed: ")


def test_files_that_are_not_text_or_too_large(tmp_path: Path) -> None:
    theme = theme_with(tmp_path)
    (theme / "report.css").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        render_html(town_report(), theme)
    (theme / "report.css").write_bytes(b" " * 4_000_001)
    with pytest.raises(InputError, match="larger than 4 MB"):
        render_html(town_report(), theme)


def test_brand_colours_reach_the_charts(tmp_path: Path) -> None:
    css = (plain_theme() / "brand.css").read_text(encoding="utf-8").replace("#1d4f7c", "#123456")
    assert 'fill="#123456"' in render_html(town_report(), theme_with(tmp_path, brand__css=css))


def test_text_stands_out_from_its_ground() -> None:
    """WCAG: at least 4.5 for text, on paper and on the tint."""
    colours = brand(plain_theme())

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for name in ("ink", "quiet", "accent", "alarm", "critical", "high", "medium", "low"):
        for ground in ("paper", "tint"):
            ratio = (light(colours[ground]) + 0.05) / (light(colours[name]) + 0.05)
            assert ratio >= 4.5, (name, ground, ratio)
