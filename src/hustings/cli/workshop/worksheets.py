"""`hustings workshop worksheets`: a PDF or an HTML file to fill in for each person of the roster, or for each role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click

from hustings.answers.workshop.workshop_log import Seat
from hustings.cli.cases.case_brand import case_brand
from hustings.cli.cases.opened_case import OpenedCase, case_path, read_case
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option, paper_option, words_of
from hustings.cli.output import echo, echo_lines, warn_missing_characters
from hustings.cli.translated_help import Verb
from hustings.cli.verbs.kit import kept_lines
from hustings.cli.verbs.report import DEFAULT_THEME
from hustings.cli.workshop.roster_case import RosterCase, read_roster_case, stamp
from hustings.messages import ENGLISH, say, speaking, spoken
from hustings.problems import InputError, did_you_mean
from hustings.report.render.themes.theme_folder import find_theme
from hustings.scoring.workshop.preparation import RolePreparation, preparation

if TYPE_CHECKING:
    from hustings.report.paper.worksheet import Worksheet
    from hustings.report.render.themes.isolated_theme import PrintedReport

SLUG = 40
Sheet = tuple[RolePreparation, Seat | None]


@click.command("worksheets", cls=Verb, short_help="Write worksheets to fill in: one for each person or role.")
@click.argument("case")
@click.option("--role", help="Only for this role, such as comms.")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write to; beside the case file otherwise.")
@click.option("--blank", is_flag=True, help="One for each role, without names, though there is a roster.")
@paper_option
@click.option(
    "--html", "mailed", is_flag=True, help="As HTML files to mail: they work in any browser, without a network."
)
@click.option("--theme", default=DEFAULT_THEME, show_default=True, help="A theme's name, or a folder such as ./ours.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@click.option("--force", is_flag=True, help="Replace files that were edited, too.")
@lang_option
def worksheets(
    case: str,
    role: str | None,
    out: Path | None,
    paper: str | None,
    theme: str,
    pack: str | None,
    *,
    blank: bool,
    force: bool,
    mailed: bool,
) -> None:
    """Write the worksheets of CASE: open questions by role, to tick on a screen or by hand.

    Each person of the roster gets one in their own language; a role without anybody gets one for whoever takes it.
    """
    from hustings.kit import write_kit
    from hustings.report.paper.mailed_sheet import REMINDER, reminder

    roster_case = read_roster_case(case, pack)
    sheets = list(sheets_to_write(roster_case, role, blank=blank))
    if not sheets:
        echo(say("Nothing is open, so there is nothing to write."))
        return
    folder = out.resolve() if out else case_path(case).with_suffix("").with_name(f"{case_path(case).stem}-worksheets")
    if mailed:
        files = {**_mailed(case, pack, sheets), REMINDER: reminder(roster_case.opened.campaign).encode()}
        written_files = write_kit(folder, files, force=force)
    else:
        printed = dict(_files(case, pack, theme, paper or roster_case.opened.paper, sheets))
        written_files = write_kit(folder, {name: sheet.content for name, sheet in printed.items()}, force=force)
        warn_missing_characters(character for sheet in printed.values() for character in sheet.missing)
    if written_files.written:
        echo_lines([say("Written to {folder}:", folder=folder), *(f"  {name}" for name in written_files.written)])
    echo_lines(kept_lines(written_files))
    if mailed:
        echo_lines(["", say("To copy into your mail, with the file of each person:"), *_indented(roster_case)])
    command = next_command("import", str(case_path(case)), say("FILE..."))
    echo_lines([say("When they come back: {command}", command=command)])


def sheets_to_write(roster_case: RosterCase, role: str | None, *, blank: bool) -> Iterator[Sheet]:
    """The sheets to write, by role and seat. Raises `InputError` for a role that the pack does not have."""
    prepared = roster_case.preparation
    if role is not None and prepared.part(role) is None:
        raise InputError(
            say("The pack `{pack}` has no role `{role}`.", pack=roster_case.opened.pack.id, role=role),
            did_you_mean(role, [part.role.id for part in prepared.parts]),
        )
    for part in prepared.parts:
        if part.questions and role in (None, part.role.id):
            yield from ((part, seat) for seat in (() if blank else part.seats) or (None,))


def _files(
    case: str, pack: str | None, theme: str, paper: str, sheets: list[Sheet]
) -> Iterator[tuple[str, PrintedReport]]:
    """Each sheet as a PDF, in the language of its person, under the brand of the theme or beside the case."""
    from hustings.report.paper.worksheet import worksheet_pdf

    house = case_brand(theme, case_path(case).parent)
    for opened, part, seat in _spoken(case, pack, sheets):
        yield (
            file_name(part, seat),
            worksheet_pdf(_sheet(opened, part, seat), find_theme(theme), paper=paper, house=house),
        )


def _mailed(case: str, pack: str | None, sheets: list[Sheet]) -> dict[str, bytes]:
    """Each sheet as an HTML file, in the language of its person."""
    from hustings.report.paper.mailed_sheet import mailed_sheet

    files = dict[str, bytes]()
    for opened, part, seat in _spoken(case, pack, sheets):
        stem = file_name(part, seat).removesuffix(".pdf")
        answers = say("{sheet}-answers.json", sheet=stem)
        files[f"{stem}.html"] = mailed_sheet(_sheet(opened, part, seat), opened.pack, answers).encode()
    return files


def _spoken(
    case: str, pack: str | None, sheets: list[Sheet]
) -> Iterator[tuple[OpenedCase, RolePreparation, Seat | None]]:
    """The sheets with their case, while their language is spoken; each language is read once."""
    by_language = dict[str, list[Sheet]]()
    for sheet in sheets:
        by_language.setdefault(_language(sheet[1]), []).append(sheet)
    for code, group in by_language.items():
        with speaking(words_of(code)):
            opened = read_case(case, pack).numbered()
            yield from ((opened, part, seat) for part, seat in group)


def _indented(roster_case: RosterCase) -> Iterator[str]:
    from hustings.report.paper.mailed_sheet import reminder

    return (f"  {line}".rstrip() for line in reminder(roster_case.opened.campaign).splitlines())


def _language(seat: Seat | None) -> str:
    """The language of `--lang` for all; otherwise each person's own."""
    return seat.language if seat is not None and spoken() == ENGLISH.language else spoken()


def _sheet(opened: OpenedCase, part: RolePreparation, seat: Seat | None) -> Worksheet:
    from hustings.report.paper.worksheet import worksheet

    open_part = next(one for one in preparation(opened.pack, opened.answers, ()).parts if one.role.id == part.role.id)
    sheet_stamp = stamp(opened.assessment, opened.pack, part.role.id, seat.number if seat else 0)
    name = seat.name if seat is not None else ""
    return worksheet(opened.pack, open_part.questions, sheet_stamp, campaign=opened.campaign, name=name)


def file_name(part: RolePreparation, seat: Seat | None) -> str:
    """A portable file name: comms.pdf, comms-3-ann-lee.pdf."""
    plain = normalize("NFKD", seat.name).encode("ascii", "ignore").decode().lower() if seat else ""
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG].strip("-")
    return "-".join([part.role.id, *([str(seat.number)] if seat else []), *([slug] if slug else [])]) + ".pdf"
