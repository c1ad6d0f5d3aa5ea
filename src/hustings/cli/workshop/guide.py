"""`hustings workshop guide`: two pages for the facilitator."""

from __future__ import annotations

from pathlib import Path

import click

from hustings.cli.cases.opened_case import case_path, given_day
from hustings.cli.options import lang_option, on_option, paper_option
from hustings.cli.output import echo, warn_missing_characters
from hustings.cli.spoken_help import Verb
from hustings.cli.verbs.report import DEFAULT_THEME, check_target
from hustings.cli.workshop.roster_case import read_roster_case
from hustings.file_output import write_file
from hustings.messages import english, say
from hustings.report.render.themes.theme_folder import find_theme


@click.command("guide", cls=Verb, short_help="Write the facilitator's guide: two pages to print.")
@click.argument("case")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it; beside the case file otherwise.")
@on_option(english("The day of the workshop, for dates in it."))
@paper_option
@click.option("--theme", default=DEFAULT_THEME, show_default=True, help="A theme's name, or a folder such as ./ours.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@lang_option
def guide(case: str, out: Path | None, on: str | None, paper: str | None, theme: str, pack: str | None) -> None:
    """Write the guide to the workshop of CASE: before, agenda, what to say, when it stalls, after."""
    from hustings.report.paper.facilitator_guide import guide as filled
    from hustings.report.paper.facilitator_guide import guide_pdf

    path = case_path(case)
    target = check_target(out or path.with_name(f"{path.stem}-guide.pdf"), html=False)
    found = read_roster_case(case, pack)
    page = filled(
        found.opened.pack,
        found.preparation,
        found.forecast,
        found.seats,
        campaign=found.opened.campaign,
        on=given_day(on, found.opened),
    )
    printed = guide_pdf(page, find_theme(theme), paper=paper or found.opened.paper)
    write_file(target, printed.content)
    warn_missing_characters(printed.missing)
    echo(say("Written: {file}", file=target))
