"""`hustings workshop debrief`: a page to fill in after the workshop, and a form on which people say how it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from hustings.cli.cases.case_brand import case_brand
from hustings.cli.cases.opened_case import case_path, given_day, read_case
from hustings.cli.translated_help import Verb
from hustings.cli.workshop.paper_verb import paper_options, paper_target, write_paper
from hustings.report.render.themes.theme_folder import find_theme
from hustings.scoring.progress.reminders import reminders


@click.command("debrief", cls=Verb, short_help="Write the debrief: a page for afterwards, and a short form.")
@paper_options
def debrief(case: str, out: Path | None, on: str | None, paper: str | None, theme: str, pack: str | None) -> None:
    """Write the debrief of the workshop of CASE: what went well, which proof to fetch, when to meet again.

    Its second page is a form of three questions to tick, without names. Its counts go to `hustings workshop feedback`.
    """
    from hustings.report.paper.debrief import debrief as filled
    from hustings.report.paper.debrief import debrief_pdf

    target = paper_target(case, out, "debrief")
    opened = read_case(case, pack).numbered()
    result, day = opened.score(), given_day(on, opened) or date.today()  # noqa: DTZ011 - the day where the team is
    page = filled(
        result,
        opened.disagreement(result),
        opened.entries,
        reminders(result, day, day, opened.first_ballots),
        campaign=opened.campaign,
        on=day,
    )
    house = case_brand(theme, case_path(case).parent)
    write_paper(debrief_pdf(page, find_theme(theme), paper=paper or opened.paper, house=house), target)
