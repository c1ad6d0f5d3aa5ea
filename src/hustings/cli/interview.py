"""`hustings interview`: ask, or take the answers from a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hustings.cli.door import INTERRUPTED
from hustings.cli.opened import case_path, writing


@click.command(short_help="Answer the questions, from the start or where you left off.")
@click.argument("case")
@click.option("--pack", help="Which questions: a pack's name or folder (only needed the first time).")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and simple terminals.")
@click.option("--answers", type=click.Path(path_type=Path), help="Take all answers from this YAML or JSON file.")
@click.option("--at", "start", help="Begin at this question or section.")
@click.option("--by", help="Who answers; your login name otherwise.")
def interview(case: str, pack: str | None, answers: Path | None, start: str | None, by: str | None, *, plain: bool) -> None:
    """Answer the questions of CASE, a file such as rivera.hustings.

    It is made if it is not there; otherwise you go on where you left off. Each answer is saved when you give it.
    """
    if answers is not None:
        unattended(case, pack, answers, by)
        return
    from hustings.interview import interview as ask

    with writing(case, pack, by) as (file, found, assessment, who):
        log = file.log(assessment.id, who)
        resume = f"Go on with: hustings interview {_quoted(case)}"
        outcome = ask(found, log, plain=plain, start=start, resume=resume)
    if outcome.finished:
        click.echo(f"Next: hustings report {_quoted(case)}")
    elif outcome.interrupted:
        sys.exit(INTERRUPTED)


def unattended(case: str, pack: str | None, answers: Path, by: str | None) -> None:
    """All answers at once: all of them are taken, or none."""
    from hustings.answers.replay import replay
    from hustings.interview import answers_from, fill

    _checked(case, pack, answers)
    with writing(case, pack, by) as (file, found, assessment, who):
        log = file.log(assessment.id, who)
        taken = answers_from(found, answers, replay(log.events()))
        written = fill(log, taken)
    click.echo(f"{written} new or changed answers saved in {case_path(case)}.")
    for note in taken.notes:
        click.echo(note)
    click.echo(f"Next: hustings report {_quoted(case)}")


def _checked(case: str, pack: str | None, answers: Path) -> None:
    """Read the answers once before a case file is made for them, so that a mistake leaves nothing behind."""
    from hustings.interview import answers_from
    from hustings.pack.read import read_pack
    from hustings.pack.shelf import DEFAULT_PACK, find_pack

    if not case_path(case).exists():
        answers_from(read_pack(find_pack(pack or DEFAULT_PACK)), answers)


def _quoted(case: str) -> str:
    from shlex import quote

    return quote(case)
