"""`hustings workshop guide`: two pages for the facilitator."""

from __future__ import annotations

from pathlib import Path

import click

from hustings.cli.cases.case_brand import case_brand
from hustings.cli.cases.opened_case import case_path, given_day
from hustings.cli.translated_help import Verb
from hustings.cli.workshop.paper_verb import paper_options, paper_target, write_paper
from hustings.cli.workshop.roster_case import read_roster_case
from hustings.report.render.themes.theme_folder import find_theme


@click.command("guide", cls=Verb, short_help="Write the facilitator's guide: two pages to print.")
@paper_options
def guide(case: str, out: Path | None, on: str | None, paper: str | None, theme: str, pack: str | None) -> None:
    """Write the guide to the workshop of CASE: before, agenda, what to say, when it stalls, after."""
    from hustings.report.paper.facilitator_guide import guide as filled
    from hustings.report.paper.facilitator_guide import guide_pdf

    target = paper_target(case, out, "guide")
    roster = read_roster_case(case, pack)
    page = filled(
        roster.opened.pack,
        roster.preparation,
        roster.forecast,
        roster.seats,
        campaign=roster.opened.campaign,
        on=given_day(on, roster.opened),
    )
    house = case_brand(theme, case_path(case).parent)
    write_paper(guide_pdf(page, find_theme(theme), paper=paper or roster.opened.paper, house=house), target)
