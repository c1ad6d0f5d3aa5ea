"""`hustings portfolio report`: who needs help first, what is missing everywhere, what has changed."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from errno import EACCES, ENOENT
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.answers.accept import Refusal, day_of
from hustings.cli.cases.case_brand import case_brand
from hustings.cli.options import PAPERS, lang_option, on_option
from hustings.cli.output import echo, warn_missing_characters
from hustings.cli.portfolio.stored_portfolio import campaigns_of, in_current_language, stored_portfolio
from hustings.cli.translated_help import Verb
from hustings.cli.written_files import written
from hustings.messages import english, listed, say, spoken
from hustings.problems import InputError, reason
from hustings.text import clean

if TYPE_CHECKING:
    from hustings.portfolio.figures.overview import Overview
    from hustings.report.brand.brand_records import Brand
    from hustings.report.formats.blocks import Blocks
    from hustings.report.formats.blocks_page import PageHead

BESIDE = (".html", ".md", ".docx", ".xlsx", ".csv", ".json", ".parquet")
KINDS = (".pdf", *BESIDE)
THEME = "plain"
BRANDED = (".pdf", ".html", ".docx")
"""The kinds that show a brand."""


@click.command(cls=Verb, short_help="Who needs help first, and what is missing everywhere, as PDF.")
@click.argument("portfolio", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it; beside PORTFOLIO otherwise.")
@click.option("--html", is_flag=True, help="A web page as well.")
@click.option("--markdown", is_flag=True, help="Markdown as well.")
@click.option("--docx", is_flag=True, help="For a word processor as well.")
@click.option("--xlsx", is_flag=True, help="A spreadsheet as well: campaigns, gaps, deal-breakers, groups.")
@click.option("--csv", is_flag=True, help="The sheets of --xlsx as well, each as a file of its own.")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON as well.")
@click.option("--parquet", is_flag=True, help="A row a campaign as Parquet as well.")
@click.option("--with-names", "named", is_flag=True, help="With the campaigns' names; otherwise only keys.")
@click.option("--paper", type=PAPERS, default="letter", show_default=True, help="The paper to print on.")
@on_option(english("The report's date; today otherwise."))
@lang_option
def report(
    portfolio: Path,
    out: Path | None,
    paper: str,
    on: str | None,
    *,
    html: bool,
    markdown: bool,
    docx: bool,
    xlsx: bool,
    csv: bool,
    as_json: bool,
    parquet: bool,
    named: bool,
) -> None:
    """Write the report of PORTFOLIO, which is what `hustings portfolio build` wrote.

    It says who needs help first, which gaps and unknowns are the commonest, and what has changed. The ending of --out
    says what is written: .pdf, .html, .md, .docx, .xlsx, .csv, .json or .parquet; the options add others beside it. A
    brand.yaml beside it puts name, logo and colour on its pages.
    """
    from hustings.portfolio.figures.overview import overview
    from hustings.portfolio.pack_titles import titles
    from hustings.portfolio.tables.stored_answers import has_names

    target = out or portfolio.with_suffix(".pdf")
    kinds = _kinds(target, dict(zip(BESIDE, (html, markdown, docx, xlsx, csv, as_json, parquet), strict=True)))
    day, tables = given_day(on), stored_portfolio(portfolio)
    if named and not has_names(tables):
        raise InputError(say("{file} holds no names.", file=portfolio), say("Build it with --with-names."))
    _refuse_no_place(target)
    if ".parquet" in kinds:
        _refuse_own_table(_beside(target, ".parquet"))
    found = campaigns_of(tables, day, planned=True)
    made = overview(found, titles(tables, found.latest, in_current_language), day, named=named)
    brand = case_brand(THEME, target.parent) if any(kind in BRANDED for kind in kinds) else None
    for kind in kinds:
        _write(made, _beside(target, kind), kind, paper, brand)


def _beside(target: Path, kind: str) -> Path:
    """Where a file of this kind goes; a table of campaigns not over the tables that it is made from."""
    if kind == target.suffix.lower():
        return target
    return target.with_name(f"{target.stem}-campaigns{kind}") if kind == ".parquet" else target.with_suffix(kind)


def _kinds(target: Path, beside: dict[str, bool]) -> tuple[str, ...]:
    """The kinds of file to write. Raises `InputError` for an ending that none of them has."""
    first = target.suffix.lower()
    if first not in KINDS:
        what = say("{name} ends in none of {kinds}.", name=target.name, kinds=listed(KINDS))
        raise InputError(what, say("Name it {stem}{kind}.", stem=target.stem, kind=".pdf"))
    return tuple(dict.fromkeys((first, *(kind for kind, wanted in beside.items() if wanted))))


def given_day(written_day: str | None) -> date:
    """The date of `--on`, otherwise today. Raises `InputError` for what is no one date."""
    if written_day is None:
        return date.today()  # noqa: DTZ011 - the day where this is run
    day = day_of(clean(written_day))
    if isinstance(day, Refusal):
        raise InputError(say("{option}: {why}", option="--on", why=day.why), day.hint)
    return day


def _write(made: Overview, target: Path, kind: str, paper: str, brand: Brand | None) -> None:
    match kind:
        case ".xlsx":
            from hustings.cli.portfolio.printed_report.sheets import sheets
            from hustings.report.formats.workbook import sheets_file

            written(target, kind, sheets_file(say("Portfolio report"), sheets(made)))
        case ".csv":
            _write_tables(made, target)
        case ".parquet":
            _write_parquet(made, target)
        case ".json":
            from hustings.cli.portfolio.printed_report.report_json import report_json

            written(target, kind, (json.dumps(report_json(made), indent=1) + "\n").encode())
        case _:
            from hustings.cli.portfolio.printed_report.report_blocks import page_head, report_blocks

            head = replace(page_head(made, spoken()), brand=brand)
            _write_page(head, report_blocks(made), target, kind, paper)


def _write_page(head: PageHead, blocks: Blocks, target: Path, kind: str, paper: str) -> None:
    from hustings.report.formats.blocks_page import page_of_blocks
    from hustings.report.formats.markdown import markdown
    from hustings.report.formats.word_report import word_blocks
    from hustings.report.render.pdf import pdf_bytes
    from hustings.report.render.themes.theme_folder import find_theme

    if kind == ".md":
        written(target, kind, markdown(blocks).encode())
        return
    theme = find_theme(THEME)
    if kind == ".docx":
        written(target, kind, word_blocks(head, head.title, blocks, theme, paper=paper))
        return
    page = page_of_blocks(head, blocks, theme)
    if kind == ".html":
        written(target, kind, page.encode())
        return
    printed = pdf_bytes(page, theme, paper=paper, attachment="")
    warn_missing_characters(printed.missing)
    written(target, kind, printed.content)


def _refuse_no_place(target: Path) -> None:
    """Raise `InputError` where nothing can be written, before minutes are spent on the figures."""
    folder = target.absolute().parent
    if not os.access(folder, os.W_OK):
        code = EACCES if folder.is_dir() else ENOENT
        what = say("{file} cannot be written ({why}).", file=target, why=reason(OSError(code, os.strerror(code))))
        raise InputError(what, say("Choose another place."))


def _refuse_own_table(target: Path) -> None:
    """Raise `InputError` where a table of a portfolio would be replaced."""
    from hustings.portfolio.tables.stored_tables import is_own_table

    if is_own_table(target):
        what = say("{file} is a table of a portfolio; nothing may replace it.", file=target.name)
        raise InputError(what, say("Choose another name."))


def _write_parquet(made: Overview, target: Path) -> None:
    """Write the campaigns as Parquet. Raises `InputError`, also where a table of a portfolio is there already."""
    from hustings.portfolio.figures.standing_table import write_standings

    try:
        write_standings(target, made.ranked, named=made.named)
    except OSError as wrong:
        what = say("{file} cannot be written ({why}).", file=target, why=reason(wrong))
        raise InputError(what, say("Choose another place.")) from wrong
    echo(say("Written: {file}", file=target.absolute()))


def _write_tables(made: Overview, target: Path) -> None:
    """Write each sheet beside the target, under its name and the sheet's. Raises `InputError`."""
    from hustings.cli.portfolio.printed_report.sheets import sheets
    from hustings.report.export.tables.plan_table import as_csv

    for sheet in sheets(made):
        content = as_csv(tuple(head for head, _ in sheet.columns), sheet.rows)
        name = f"{target.stem}-{sheet.title.lower().replace(' ', '-')}{target.suffix}"
        written(target.with_name(name), ".csv", content)
