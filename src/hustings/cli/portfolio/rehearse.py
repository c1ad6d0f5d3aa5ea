"""`hustings portfolio rehearse`: case files of invented campaigns, to try a portfolio on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from hustings.answers.events import EDITION, Answer, Answers, State
from hustings.casefile import CaseFile, create
from hustings.cli.batch.batch_progress import FILES, Progress
from hustings.cli.cases.follow_up_log import TITLE
from hustings.cli.cases.opened_case import ENDING
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option, read_pack_in_language
from hustings.cli.output import echo
from hustings.cli.portfolio.read_campaign import INVENTED
from hustings.cli.translated_help import Verb
from hustings.messages import say, several
from hustings.pack.editions import edition_of, scoped
from hustings.pack.model import Pack
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.portfolio.invented import invented_answers
from hustings.problems import InputError, reason

BY = "rehearsal"
BETWEEN = timedelta(60)
"""How long ago the assessment before was."""
MOST = 10_000


@click.command(cls=Verb, short_help="Make case files of invented campaigns.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--campaigns", "count", type=click.IntRange(1, MOST), default=50, show_default=True, help="How many.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Another seed, other campaigns.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@click.option("--edition", help="How much they were asked, such as quick.")
@click.option("--twice", is_flag=True, help="Each was assessed before too, so that it has changed since.")
@lang_option
def rehearse(folder: Path, count: int, seed: int, pack: str | None, edition: str | None, *, twice: bool) -> None:
    """Write case files of invented campaigns to FOLDER, to try a portfolio on, or to show one.

    Their answers are made up and their names say so. The same seed gives the same answers.
    """
    asked = read_pack_in_language(find_pack(pack or DEFAULT_PACK))
    scope = scoped(asked, edition or "")
    paths = _free_paths(folder, count)
    progress = Progress(count, FILES)
    for number, path in enumerate(paths, start=1):
        _write(path, asked, scope, (seed, number), twice=twice)
        progress.advance(1)
    progress.erase()
    made = several(
        count, "{n} invented campaign is in {folder}.", "{n} invented campaigns are in {folder}.", folder=folder
    )
    echo(made)
    every = ["--all"] if twice else []
    echo(say("Next: {command}", command=next_command("portfolio", "build", str(folder), *every)))


def _free_paths(folder: Path, count: int) -> list[Path]:
    """Where the case files go. Raises `InputError` before any is written if one is there already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        what = say("The folder {folder} cannot be made ({why}).", folder=folder, why=reason(wrong))
        raise InputError(what, say("Choose another place.")) from wrong
    paths = [folder / f"invented-{number:05d}{ENDING}" for number in range(1, count + 1)]
    if taken := next((path for path in paths if path.exists()), None):
        raise InputError(say("{file} is there already.", file=taken), say("Choose an empty folder."))
    return paths


def _write(path: Path, pack: Pack, scope: Pack, drawn: tuple[int, int], *, twice: bool) -> None:
    now, today = datetime.now(UTC), date.today()  # noqa: DTZ011 - the day where this is run
    first = now - BETWEEN if twice else now
    with create(path, pack=pack, by=BY, at=first) as file:
        if twice:
            _answer(file, pack, scope, invented_answers(scope, *drawn, today, before=True), first)
            file.add_assessment(pack=pack, title=TITLE, by=BY, at=now, follows=file.latest().id)
        _answer(file, pack, scope, invented_answers(scope, *drawn, today), now)


def _answer(file: CaseFile, pack: Pack, scope: Pack, answers: Answers, at: datetime) -> None:
    """Write the answers of the latest assessment."""
    chosen = edition_of(pack, scope.edition)
    first = [(EDITION, Answer(State.ANSWERED, chosen.id))] if chosen is not None else []
    log = file.log(file.latest().id, BY, clock=lambda: at)
    log.append_all([*first, *answers.items()], source=INVENTED)
