"""The PDF: one page for page one, readable by machines and screen readers, the same bytes, locked in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from hustings.problems import InputError
from hustings.report import render_html, render_pdf
from hustings.report.render import pdf as pdf_module
from hustings.report.render.pdf import pdf_bytes
from hustings.report.render.weasyprint_start import weasyprint
from support.deep import some
from support.printed_text import printed_pages
from support.report import (
    alternatives,
    fonts,
    pdf_faults,
    pdf_of,
    plain_theme,
    town_json,
    town_report,
    worked_report,
)

pytestmark = pytest.mark.slow

HOSTILE = "<script>alert(1)</script> {{ 7*7 }}"
BARE = '<!doctype html><html lang="en"><head><title>t</title></head><body>{}</body></html>'


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pdf_of(town_report(sample=True), tmp_path_factory.mktemp("pdf") / "town.pdf", attachment=town_json())


def texts(path: Path) -> list[str]:
    return [" ".join(page.text.split()) for page in printed_pages(path.read_bytes())]


@pytest.mark.parametrize("case", some(["county_lists_in_chatbots", "ai_calls_to_everyone"], 2))
def test_page_one_with_stops_and_steps_is_one_page(case: str, tmp_path: Path) -> None:
    """Printed with the first chapter after it and nothing of what is long."""
    whole = worked_report(case)
    todo = replace(whole.todo, steps=(), later=())
    front = replace(
        whole, domains=whole.domains[:1], todo=todo, answers=(), ledger=(), offers=None, rules=None, sources=()
    )
    _, one, next_, *_ = texts(pdf_of(front, tmp_path / "report.pdf"))
    assert "of what is asked for" in one  # the areas, which stand last where a full page has no room for strengths
    assert "The plan in time" in next_


def test_nothing_a_validator_would_fault(printed: Path) -> None:
    assert pdf_faults(printed) == []


def test_page_one_is_one_page(printed: Path) -> None:
    cover, one, next_, *_ = texts(printed)
    assert "Rivera for Council" in cover
    assert "Sample: an invented campaign" in cover
    assert "Rivera for Council is Unprepared, and may be Exposed: between 28 and 45 out of 100." in one
    assert "34 days to prepare" in one
    assert "1. Buy one small team plan and switch training off." in one
    assert "You are strong in" in one
    assert "Page 2 of " in one
    assert "The plan in time" in next_


def test_every_chapter_is_in_it_in_order(printed: Path) -> None:
    whole = " ".join(texts(printed))
    later = ("The plan in time", "How sure this is", "How the number was made", "All answers", "Method and limits")
    places = [whole.rindex(title) for title in later]
    assert places == sorted(places)


def test_figures_have_words(printed: Path) -> None:
    logo, *words = alternatives(printed)
    assert logo == "Hustings"
    assert words[0].startswith("Readiness index between 28 and 45 on a scale from 0 to 100.")
    assert words[1] == "34 days from today, 9 Sep, to the first ballots on 13 Oct."
    assert words[2].startswith("Voter data: 33.3 % in place; 92 % asked for: 36 % of it. Fakes: ")
    assert words[3].startswith("Today: 28.3 of 100, Unprepared. Reached: Exposed on 11 September 2026")


def test_metadata(printed: Path) -> None:
    reader = pypdf.PdfReader(printed)
    assert reader.metadata is not None
    assert reader.metadata.title == "AI readiness report: Rivera for Council"
    assert str(reader.metadata["/CreationDate"]) == "D:20260909"
    with pikepdf.open(printed) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert {name.split("+")[1].split("-")[0] for name in fonts(pdf)} >= {"Source"}


def test_assessment_is_attached(printed: Path) -> None:
    with pikepdf.open(printed) as pdf:
        held = pdf.attachments["assessment.json"]
        assert json.loads(held.get_file().read_bytes()) == json.loads(town_json())
        assert held.obj.AFRelationship == "/Data"


def test_outline_leads_to_the_chapters(printed: Path) -> None:
    titles = [str(entry["/Title"]) for entry in pypdf.PdfReader(printed).outline if isinstance(entry, dict)]
    assert titles[:3] == ["In one minute", "The plan in time", "Voter data"]


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_paper(paper: str, size: tuple[int, int]) -> None:
    content = pdf_bytes(BARE.format("<p>a"), plain_theme(), paper=paper, attachment="{}").content
    box = pypdf.PdfReader(BytesIO(content)).pages[0].mediabox
    assert size == (round(box.width), round(box.height))


def test_unknown_paper_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no paper `a3`"):
        render_pdf(BARE.format(""), plain_theme(), tmp_path / "r.pdf", paper="a3", attachment="{}")


@pytest.mark.parametrize("name", some([f"{HOSTILE} حملة 選挙 👍🏽 Łódź " + "x" * 140, "W" * 200], 2))
def test_hostile_names_stay_text_and_on_one_page(name: str, tmp_path: Path) -> None:
    path = pdf_of(town_report(campaign_name=name), tmp_path / "r.pdf")
    assert pdf_faults(path) == []
    pages = texts(path)
    assert "The plan in time" in pages[2]
    assert name.strip()[:12] in pages[1]


def test_same_bytes_whatever_the_hash_seed(printed: Path, tmp_path: Path) -> None:
    """In a program of its own, with another seed and in another time zone, they are those that this one printed."""
    code = (
        "import sys; from pathlib import Path; from support.report import pdf_of, town_json, town_report\n"
        "pdf_of(town_report(sample=True), Path(sys.argv[1]), attachment=town_json())\n"
    )
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    seed = str(int(os.environ.get("PYTHONHASHSEED", "0").replace("random", "0")) + 1)
    anew = {"HUSTINGS_RUN": ""}  # not as it was printed before in this run
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "PYTHONPATH": path, **anew}
    target = tmp_path / "again.pdf"
    subprocess.run([sys.executable, "-c", code, str(target)], check=True, env=environment)
    assert printed.read_bytes() == target.read_bytes()


# --- locked in ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        '<link rel="attachment" href="file:///etc/passwd">',
        '<img src="http://127.0.0.1:9/a.png" alt="">',
        '<img src="//127.0.0.1/a.png" alt="">',
        '<img src="file://elsewhere/a.png" alt="">',
        '<img src="../../pyproject.toml" alt="">',
        '<style>@import "https://example.org/a.css";</style>',
        '<style>@font-face { font-family: x; src: url(https://e.org/a.woff2) }</style><p style="font-family: x">a',
        '<svg width="9" height="9"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
        '<p style="background: url(ftp://example.org/a)">a',
    ],
)
def test_printing_reaches_nothing_outside_the_theme(body: str) -> None:
    with pytest.raises(InputError, match="asks for something outside itself"):
        pdf_bytes(BARE.format(body), plain_theme(), paper="a4", attachment="{}")


def test_a_link_in_the_theme_is_not_followed_out(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (tmp_path / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (theme / "inside.svg").symlink_to(tmp_path / "secret.svg")
    with pytest.raises(InputError, match=r"inside\.svg"):
        pdf_bytes(BARE.format('<img src="inside.svg" alt="a">'), theme, paper="a4", attachment="{}")


def test_files_of_the_theme_itself_are_read(tmp_path: Path) -> None:
    (tmp_path / "own.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
    )
    page = BARE.format('<h1>a</h1><img src="own.svg" alt="Our mark">')
    (tmp_path / "r.pdf").write_bytes(pdf_bytes(page, tmp_path, paper="a4", attachment="{}").content)
    assert alternatives(tmp_path / "r.pdf") == ["Our mark"]


def test_layout_is_quick() -> None:
    page = render_html(town_report(), plain_theme())
    weasyprint()
    begun = time.process_time()
    pdf_module.pdf_bytes(page, plain_theme(), paper="letter", attachment="{}")
    assert time.process_time() - begun < 6
