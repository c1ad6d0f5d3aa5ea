"""`hustings report`: the readiness report of a case, as PDF or as one HTML page."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.opened_case import ENDING, OpenedCase, case_path, day_or_today, read_case
from hustings.cli.options import as_of_pack_option, lang_option, on_option, paper_option
from hustings.cli.output import echo, warn_missing_characters
from hustings.cli.spoken_help import Verb
from hustings.file_output import write_file
from hustings.messages import english, say
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.report.limited_program import SecondProgram

DEFAULT_THEME = "plain"
SQLITE = b"SQLite format 3\0"
Step = Callable[[str], AbstractContextManager[None]]


def untimed(_step: str) -> AbstractContextManager[None]:
    """A step that is not timed."""
    return nullcontext()


@click.command(cls=Verb, short_help="Write the readiness report of a case, as PDF or HTML.")
@click.argument("case")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it; beside the case file otherwise.")
@click.option("--html", is_flag=True, help="One HTML page instead of a PDF.")
@paper_option
@click.option("--theme", default=DEFAULT_THEME, show_default=True, help="A theme's name, or a folder such as ./ours.")
@on_option(english("The report's date; today otherwise."))
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
def report(
    case: str, out: Path | None, paper: str | None, theme: str, on: str | None, pack: str | None, *, html: bool
) -> None:
    """Write the report of CASE."""
    from hustings.report.render.early_printer import early_printer

    with early_printer(wanted=theme == DEFAULT_THEME and not html) as printer:
        opened = read_case(case, pack)
        day = day_or_today(on, opened)
        target = out or case_path(case).with_suffix(".html" if html else ".pdf")
        paper = paper or opened.paper
        file = write_report(opened, target, day, paper=paper, theme=theme, html=html, printer=printer)
    echo(say("Written: {file}", file=file))


def write_report(
    case: OpenedCase,
    target: Path,
    on: date,
    *,
    paper: str = "letter",
    theme: str = DEFAULT_THEME,
    html: bool = False,
    sample: bool = False,
    step: Step = untimed,
    printer: SecondProgram | None = None,
) -> Path:
    """Score, compose and write a report; its path. `printer`: see `early_printer`."""
    from hustings.report import compose_document, render_html, render_pdf, result_json
    from hustings.report.handoff.carried_files import carried_files
    from hustings.report.render.print_size import render_printed
    from hustings.report.render.theme_folder import find_theme, ships
    from hustings.scoring.plan.questions.next_question import stakes
    from hustings.scoring.robustness.band_robustness import robustness

    head, closed = ("", None) if sample else (case.head, case.closed)  # a sample's case file is thrown away
    path, folder = check_target(target, html=html), find_theme(theme)
    with step("score"):
        result = case.score()
        plan, room = case.plan(result, on), case.disagreement(result)
        open_, robust = stakes(result), robustness(result)
    with step("page"):
        page = compose_document(
            result, plan, on, room, ranked=open_, robust=robust, head=head, closed=closed, sample=sample
        )
        text = render_html(page, folder) if html else render_printed(page, folder)
    if html:
        write_file(path, text.encode())
        return path
    with step("PDF"):
        content = result_json(
            result, plan, case.answers, on, room, ranked=open_, robust=robust, head=head, closed=closed
        )
        attachment = json.dumps(content, indent=1, sort_keys=True)
        carried = carried_files(case.pack, paper=paper, sample=sample, shipped_theme=ships(folder))
        pdf = render_pdf(text, folder, path, paper=paper, attachment=attachment, carried=carried, printer=printer)
    warn_missing_characters(pdf.missing)
    return path


def check_target(target: Path, *, html: bool) -> Path:
    """The path of a report. Raises `InputError` for a case file, a folder, a wrong extension or a missing folder."""
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
