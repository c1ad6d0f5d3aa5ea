"""`hustings interview`: ask, or take the answers from a file."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from hustings.cli.called import next_command
from hustings.cli.door import INTERRUPTED
from hustings.cli.opened import case_path, writing
from hustings.pack.model import Pack


@click.command(short_help="Answer the questions, from the start or where you left off.")
@click.argument("case")
@click.option("--pack", help="Which questions: a pack's name or folder (a folder is named every time).")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and simple terminals.")
@click.option("--answers", type=click.Path(path_type=Path), help="Take all answers from this YAML or JSON file.")
@click.option("--at", "start", help="Begin at this question or section.")
@click.option("--by", help="Who answers; your login name otherwise.")
def interview(
    case: str, pack: str | None, answers: Path | None, start: str | None, by: str | None, *, plain: bool
) -> None:
    """Answer the questions of CASE, a file such as rivera.hustings.

    It is made if it is not there; otherwise you go on where you left off. Each answer is saved when you give it.
    """
    if answers is not None:
        unattended(case, pack, answers, by)
    else:
        attended(case, pack, start, by, plain=plain)


def attended(case: str, pack: str | None, start: str | None, by: str | None, *, plain: bool) -> None:
    """Ask; what is missing for asking is said before a case file is made."""
    from hustings.interview import interview as ask
    from hustings.interview.session import fitting_face

    def before_making(found: Pack) -> None:
        fitting_face(plain=plain, width=None)
        _known(found, start)

    with writing(case, pack, by, before_making) as (file, found, assessment, who):
        log = file.log(assessment.id, who)
        gc.freeze()  # what is loaded stays; looking through it for garbage again and again would make keys feel slow
        again = f"Go on with: {_next('interview', case, pack)}"
        resume = f"{again} --plain" if plain else again
        outcome = ask(found, log, plain=plain, start=start, resume=resume)
    if outcome.finished:
        click.echo(f"Next: {_next('report', case, pack)}")
    elif outcome.interrupted:
        sys.exit(INTERRUPTED)


def _known(pack: Pack, start: str | None) -> None:
    from types import MappingProxyType

    from hustings.interview import walk

    walk.begin(pack, MappingProxyType({}), start)


def unattended(case: str, pack: str | None, answers: Path, by: str | None) -> None:
    """All answers at once: a mistake in any of them is found before the first is written, or a case file made."""
    from hustings.answers.fitting import fitting
    from hustings.answers.replay import replay
    from hustings.interview import answers_from, fill

    with writing(case, pack, by, lambda found: answers_from(found, answers)) as (file, found, assessment, who):
        log = file.log(assessment.id, who)
        taken = answers_from(found, answers, fitting(found, replay(log.events()))[0])
        written = fill(log, taken)
    click.echo(f"{_saved(written)} saved in {case_path(case)}.")
    for note in taken.notes:
        click.echo(note)
    click.echo(f"Next: {_next('report', case, pack)}")


def _saved(count: int) -> str:
    return f"{count} new or changed {'answer' if count == 1 else 'answers'}"


def _next(verb: str, case: str, pack: str | None) -> str:
    return next_command(verb, str(case_path(case)), *(("--pack", pack) if pack else ()))
