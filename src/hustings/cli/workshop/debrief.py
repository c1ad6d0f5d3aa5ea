"""`hustings workshop debrief`: a page to fill in after the workshop, and a form on which people say how it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from hustings.cli.cases.opened_case import case_path, given_day, read_case
from hustings.cli.options import lang_option, on_option, paper_option
from hustings.cli.output import echo, warn_missing_characters
from hustings.cli.spoken_help import Verb
from hustings.cli.verbs.report import DEFAULT_THEME, check_target
from hustings.file_output import write_file
from hustings.messages import english, say
from hustings.report.render.themes.theme_folder import find_theme
from hustings.scoring.progress.reminders import reminders


@click.command("debrief", cls=Verb, short_help="Write the debrief: a page for afterwards, and a short form.")
@click.argument("case")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write it; beside the case file otherwise.")
@on_option(english("The day of the workshop, for dates in it."))
@paper_option
@click.option("--theme", default=DEFAULT_THEME, show_default=True, help="A theme's name, or a folder such as ./ours.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@lang_option
def debrief(case: str, out: Path | None, on: str | None, paper: str | None, theme: str, pack: str | None) -> None:
    """Write the debrief of the workshop of CASE: what went well, which proof to fetch, when to meet again.

    Its second page is a form of three questions to tick, without names. What is ticked is stored nowhere.
    """
    from hustings.report.paper.debrief import debrief as filled
    from hustings.report.paper.debrief import debrief_pdf

    path = case_path(case)
    target = check_target(out or path.with_name(f"{path.stem}-debrief.pdf"), html=False)
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
    printed = debrief_pdf(page, find_theme(theme), paper=paper or opened.paper)
    write_file(target, printed.content)
    warn_missing_characters(printed.missing)
    echo(say("Written: {file}", file=target))
