"""`hustings report`: the readiness report of a case, as PDF or as one HTML page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.cases.composed_report import ComposedReport, Step, composed_report, untimed
from hustings.cli.options import as_of_pack_option, lang_option, on_option, paper_option
from hustings.cli.output import echo, warn_missing_characters
from hustings.cli.translated_help import Verb
from hustings.file_output import write_file
from hustings.messages import english, listed, say
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.cli.cases.opened_case import OpenedCase
    from hustings.report.brand.brand_records import Brand
    from hustings.report.formats.report_blocks import Edition
    from hustings.report.limited_program import SecondProgram
    from hustings.report.signature.certificate import Signer
    from hustings.report.verification.carried_files import CarriedFile
    from hustings.scoring.progress.comparison import Comparison

DEFAULT_THEME = "plain"
SQLITE = b"SQLite format 3\0"
OPTIONS = {
    ".html": "--html",
    ".md": "--markdown",
    ".docx": "--docx",
    ".xlsx": "--xlsx",
    ".csv": "--csv",
}
"""The option for each kind of file but the PDF."""
BRANDED = (".pdf", ".html", ".docx")
WHOLE = (".xlsx", ".csv")
"""Kinds that there are of the full edition only."""


@click.command(cls=Verb, short_help="Write the readiness report of a case, as PDF or HTML.")
@click.argument("case")
@click.argument("more", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it; beside the case file otherwise.")
@click.option("--html", is_flag=True, help="One HTML page instead of a PDF.")
@click.option("--markdown", is_flag=True, help="Markdown instead of a PDF.")
@click.option("--docx", is_flag=True, help="A text for a word processor, to edit. It can be checked like the PDF.")
@click.option("--xlsx", is_flag=True, help="A spreadsheet instead of a PDF: plan, findings, answers and ledger.")
@click.option("--csv", is_flag=True, help="The sheets of --xlsx, each as a file of its own.")
@click.option(
    "--edition",
    type=click.Choice(["full", "candidate", "owners", "counsel", "share"]),
    default="full",
    show_default=True,
    help="For whom: everything, the candidate's page, a page for each who does a part, counsel's rules, or outsiders.",
)
@click.option("--sign", type=click.Path(path_type=Path), help="Sign the PDF with this key, such as sign.p12.")
@click.option("--benchmark", type=click.Path(path_type=Path), help="Say what comparable campaigns have, by this file.")
@paper_option
@click.option("--theme", default=DEFAULT_THEME, show_default=True, help="A theme's name, or a folder such as ./ours.")
@on_option(english("The report's date; today otherwise."))
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
@click.pass_context
def report(
    ctx: click.Context,
    case: str,
    more: tuple[str, ...],
    out: Path | None,
    edition: Edition,
    sign: Path | None,
    benchmark: Path | None,
    paper: str | None,
    theme: str,
    on: str | None,
    pack: str | None,
    *,
    html: bool,
    markdown: bool,
    docx: bool,
    xlsx: bool,
    csv: bool,
) -> None:
    """Write the report of CASE, or of several, or of each in a folder.

    Only the full edition carries the answers inside, and can be checked with `hustings verify`.
    """
    from hustings.report.render.early_printer import early_printer

    kind = _kind(dict(zip(OPTIONS, (html, markdown, docx, xlsx, csv), strict=True)), edition)
    if sign is not None and (kind != ".pdf" or edition != "full" or more):
        raise click.UsageError(say("--sign is for the full report of one case as PDF."))
    if benchmark is not None and edition != "full":
        raise click.UsageError(say("{option} is for the full edition only.", option="--benchmark"))
    if more or os.path.isdir(case):  # noqa: PTH112 - False, not an error, for a name that no file can have
        from hustings.cli.batch.many_reports import all_cases
        from hustings.cli.batch.written_batch import write_batch

        write_batch(ctx, all_cases((case, *more)), out, kind)
        return
    with early_printer(wanted=theme == DEFAULT_THEME and kind == ".pdf") as printer:
        from hustings.cli.cases.case_brand import case_brand
        from hustings.cli.cases.earlier_assessments import compared_with_earlier
        from hustings.cli.cases.opened_case import case_path, day_or_today, read_case
        from hustings.cli.cases.signing_key import signer_of

        opened = read_case(case, pack)
        day = day_or_today(on, opened)
        path = case_path(case)
        target = out or path.with_name(f"{path.stem}{'' if edition == 'full' else f'-{edition}'}{kind}")
        paper = paper or opened.paper
        compared = compared_with_earlier(case, opened, day) if edition == "full" else ()
        signer = signer_of(sign)
        brand = case_brand(theme, path.parent) if kind in BRANDED else None
        if edition != "full" or kind not in (".pdf", ".html"):
            write_edition(
                opened,
                target,
                day,
                edition,
                kind,
                paper=paper,
                theme=theme,
                brand=brand,
                compared=compared,
                benchmark=benchmark,
                printer=printer,
            )
            return
        file = write_report(
            opened,
            target,
            day,
            paper=paper,
            theme=theme,
            brand=brand,
            signer=signer,
            html=html,
            compared=compared,
            benchmark=benchmark,
            printer=printer,
        )
    echo(say("Written: {file}", file=file))


def _kind(wanted: dict[str, bool], edition: str) -> str:
    """The ending of the file that is asked for. A usage error if two are, or what there is not."""
    asked = [kind for kind in OPTIONS if wanted[kind]]
    if len(asked) > 1:
        options = listed([OPTIONS[kind] for kind in asked])
        raise click.UsageError(say("Only one of {options} can be written at a time.", options=options))
    kind = asked[0] if asked else ".pdf"
    if kind in WHOLE and edition != "full":
        raise click.UsageError(say("{option} is for the full edition only.", option=OPTIONS[kind]))
    return kind


def write_edition(
    case: OpenedCase,
    target: Path,
    on: date,
    edition: Edition,
    kind: str,
    *,
    paper: str,
    theme: str,
    brand: Brand | None = None,
    compared: Sequence[Comparison] = (),
    benchmark: Path | None = None,
    printer: SecondProgram | None = None,
) -> None:
    """Score, compose and write an edition, or another format of the full one. Only the full DOCX carries answers."""
    from hustings.cli.written_files import written
    from hustings.report.formats.edition_page import edition_page
    from hustings.report.formats.markdown import markdown
    from hustings.report.formats.report_blocks import report_blocks
    from hustings.report.formats.workbook import workbook
    from hustings.report.render.pdf import pdf_bytes
    from hustings.report.render.themes.theme_folder import find_theme

    folder, made = find_theme(theme), composed_report(case, on, compared, brand=brand, benchmark=benchmark)
    page = made.page
    match kind:
        case ".md":
            content = markdown(report_blocks(page, edition)).encode()
        case ".docx":
            content = _word(made, folder, edition, paper)
        case ".xlsx":
            content = workbook(page, case.pack, made.plan)
        case ".csv":
            _write_tables(made, target)
            return
        case ".html":
            content = edition_page(page, edition, folder).encode()
        case _:
            printed = pdf_bytes(
                edition_page(page, edition, folder), folder, paper=paper, attachment="", printer=printer
            )
            warn_missing_characters(printed.missing)
            content = printed.content
    written(target, kind, content)


def _word(made: ComposedReport, theme: Path, edition: Edition, paper: str) -> bytes:
    from hustings.report.formats.report_blocks import report_blocks
    from hustings.report.formats.word_report import word_report
    from hustings.report.verification.carried_files import assessment_file

    full = edition == "full"
    carried = (assessment_file(made.assessment()), *made.carried(theme, paper)) if full else ()
    return word_report(made.page, report_blocks(made.page, edition), theme, paper=paper, carried=carried)


def _write_tables(made: ComposedReport, target: Path) -> None:
    """Write each sheet beside the target, under its name and the sheet's. Raises `InputError`."""
    from hustings.cli.written_files import written
    from hustings.report.formats.workbook import csv_tables

    for title, content in csv_tables(made.page, made.case.pack, made.plan):
        written(target.with_name(f"{target.stem}-{title.lower()}{target.suffix}"), ".csv", content)


def write_report(
    case: OpenedCase,
    target: Path,
    on: date,
    *,
    paper: str = "letter",
    theme: str = DEFAULT_THEME,
    brand: Brand | None = None,
    signer: Signer | None = None,
    html: bool = False,
    sample: bool = False,
    compared: Sequence[Comparison] = (),
    benchmark: Path | None = None,
    step: Step = untimed,
    printer: SecondProgram | None = None,
) -> Path:
    """Score, compose and write a report; its path. `printer`: see `early_printer`."""
    from hustings.report import render_html
    from hustings.report.render.printed_document import printed_document
    from hustings.report.render.themes.theme_folder import find_theme
    from hustings.report.signature.signing import signed_pdf

    path, folder = check_target(target, html=html), find_theme(theme)
    made = composed_report(
        case,
        on,
        compared,
        brand=brand,
        signed_by=signer.name if signer else "",
        sample=sample,
        step=step,
        benchmark=benchmark,
    )
    if html:
        with step("page"):
            text = render_html(made.page, folder)
        write_file(path, text.encode())
        return path

    def attached() -> tuple[str, tuple[CarriedFile, ...]]:
        return made.assessment(), made.carried(folder, paper)

    pdf = printed_document(made.page, folder, attached, paper=paper, step=step, printer=printer)
    write_file(path, signed_pdf(pdf.content, signer) if signer else pdf.content)
    warn_missing_characters(pdf.missing)
    return path


def check_target(target: Path, *, html: bool) -> Path:
    """The path of a report. Raises `InputError` for a case file, a folder, a wrong extension or a missing folder."""
    from hustings.cli.cases.opened_case import ENDING

    if target.suffix == ENDING or _is_case(target):
        raise InputError(
            say("{name} is a case file; a report must not replace it.", name=target.name), say("Choose another name.")
        )
    if target.is_dir():
        raise InputError(say("{target} is a folder.", target=target), say("Name the file: --out report.pdf."))
    kind, other = (".html", ".pdf") if html else (".pdf", ".html")
    if target.suffix.lower() not in (kind, ".htm" if html else kind):
        hint = say("Leave --html away for a PDF.") if html else say("Add --html for a page.")
        hint = hint if target.suffix.lower() == other else say("Name it {stem}{kind}.", stem=target.stem, kind=kind)
        raise InputError(
            (
                say("{name} would hold an HTML page.", name=target.name)
                if html
                else say("{name} would hold a PDF.", name=target.name)
            ),
            hint,
        )
    if not target.absolute().parent.is_dir():
        raise InputError(
            say("There is no folder {parent}.", parent=target.parent), say("Make it first, or choose another one.")
        )
    return target


def _is_case(target: Path) -> bool:
    """Whether a file is a case file, by its first bytes."""
    if not target.is_file():
        return False
    with target.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE
