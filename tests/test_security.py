"""`SECURITY.md` is kept: each row of its table names tests that are there, and its limits are those in the code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from hustings.casefile.untrusted import size_limits
from hustings.cli.workshop import roster_input
from hustings.pack import loader
from hustings.pack.source import yaml_source
from hustings.pack.versions import pack_archive
from hustings.portfolio.tables import stored_tables
from hustings.report.brand import logo, logo_program
from hustings.report.paper import filled_form, form_reader
from hustings.report.render import print_size
from hustings.report.render.themes import isolated_theme, page_reader

ROOT = Path(__file__).parents[1]
TOLD = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = (
    "case",
    "pack",
    "kept pack",
    "theme",
    "sheet",
    "report",
    "answers",
    "roster",
    "brand",
    "benchmarks",
    "table",
    "phone",
    "network",
)
TESTS = re.compile(r"`(tests/[\w/]+\.py)`")


def table() -> dict[str, str]:
    """Each row by what it is about, its tests behind it."""
    rows = (line.strip("|").split("|") for line in TOLD.splitlines() if line.startswith("| "))
    return {cells[0].strip(): cells[-1] for cells in rows if cells[0].strip() != "what"}


def test_everything_that_comes_from_somebody_else_has_its_row_and_its_tests() -> None:
    assert ROWS == tuple(table())
    for row, cell in table().items():
        assert TESTS.findall(cell), row


def test_every_test_that_it_names_is_there() -> None:
    named = set(TESTS.findall(TOLD))
    assert set() == {name for name in named if not (ROOT / name).is_file()}


def test_its_limits_are_those_of_the_code() -> None:
    for words in (
        f"larger than {size_limits.LARGEST >> 20} MB without `--large`",
        f"more than {size_limits.SECONDS:.0f} seconds",
        f"ask more than {loader.MOST_QUESTIONS:,} questions",
        f"print more than {print_size.MOST_LINES:,} lines and boxes",
        f"more than {yaml_source.MOST_BYTES // 1_000_000} MB or {yaml_source.MOST_DEPTH} levels in a file",
        f"with {filled_form.LIMITS.memory // 1_000_000} MB and {filled_form.LIMITS.work} seconds of work",
        f"with {isolated_theme.LIMITS.work} seconds of work, {isolated_theme.LIMITS.memory // 1_000_000:,} MB and ",
        f"MB and {isolated_theme.LIMITS.output // 1_000_000} MB of output",
        f"{filled_form.LARGEST // 1_000_000} MB, {form_reader.MOST_FIELDS:,} fields ",
        f"fields or {form_reader.MOST_PAGES:,} pages",
        f"more than {page_reader.MOST_TAGS:,} tags or {page_reader.DEEPEST} levels",
        f"with {logo.LIMITS.memory // 1_000_000} MB and {logo.LIMITS.work} seconds of work",
        f"more than {logo.LARGEST // 1_000_000} MB, {logo_program.MOST_ELEMENTS:,} elements or ",
        f"take more than {stored_tables.MEMORY.removesuffix('MB')} MB",
        f"a pack of more than {pack_archive.MOST_BYTES // 1_000_000} MB compressed",
        f"larger than {roster_input.LARGEST // 1_000} kB or {roster_input.MOST} people",
    ):
        assert words in TOLD, words


def test_it_travels_with_the_source_and_the_readme_leads_to_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "SECURITY.md" in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert "](SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
