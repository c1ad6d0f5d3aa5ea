"""`hustings follow-up`: a further assessment of a case, from the last answers: what is done, what has changed?"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from hustings.casefile import open_case
from hustings.cli.cases.case_assessments import day_of_last_answer
from hustings.cli.cases.follow_up_log import SOURCE, Begun, begin, pack_today
from hustings.cli.cases.opened_case import case_path, existing_case, is_any_size_allowed, read_case, warn_unerased
from hustings.cli.errors import INTERRUPTED
from hustings.cli.invocation import next_command, run_next
from hustings.cli.options import lang_option
from hustings.cli.output import echo
from hustings.cli.remembered_name import author
from hustings.cli.translated_help import Verb
from hustings.cli.written_files import written
from hustings.messages import say, several
from hustings.problems import InputError, escaped


@click.command("follow-up", cls=Verb, short_help="Assess a campaign again, from its last answers.")
@click.argument("case")
@click.option("--title", help="What to call it; “follow-up” otherwise.")
@click.option(
    "--answers", type=click.Path(path_type=Path), help="The answers that changed, as a file; nothing is asked."
)
@click.option(
    "--done", metavar="NUMBERS", help="With --answers: the steps of the last plan that are done, such as 1,4."
)
@click.option(
    "--ics", type=click.Path(path_type=Path), help="Write the dates to come back to for a calendar; nothing is asked."
)
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@lang_option
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and simple terminals.")
@click.option("--by", help="Who answers, for the history; remembered on this machine, and forgotten with --by ''.")
def follow_up(
    case: str,
    title: str | None,
    answers: Path | None,
    done: str | None,
    ics: Path | None,
    pack: str | None,
    by: str | None,
    *,
    plain: bool,
) -> None:
    """Begin a further assessment of CASE from its last answers, or go on with one.

    First the steps of the last plan: is each done? Then each section, where one key confirms that nothing changed, then
    what is new. It takes about ten minutes. Afterwards, `hustings compare` says what made the difference.
    """
    if ics is not None:
        _reminders(case, ics, pack)
    elif answers is not None:
        _unattended(case, answers, done, title=title, pack=pack, by=by)
    elif done is not None:
        raise click.UsageError(say("--done goes with --answers: without a file, each step is asked."))
    else:
        _attended(case, title=title, pack=pack, by=by, plain=plain)


def _attended(case: str, *, title: str | None, pack: str | None, by: str | None, plain: bool) -> None:
    from hustings.interview.follow_up import follow_up_interview
    from hustings.interview.start import face_for_terminal

    face_for_terminal(plain=plain, width=None)
    resume = say("Go on with: {command}", command=_next("follow-up", case, pack, *(("--plain",) if plain else ())))
    with _begun(case, title, pack, by) as begun:
        outcome = follow_up_interview(begun.found, begun.scope, begun.log, plain=plain, resume=resume)
    if outcome.then:
        run_next(outcome.then, str(case_path(case)), pack)
    elif outcome.finished:
        echo(say("Next: {command}", command=_next("compare", case, pack)))
    elif outcome.interrupted:
        sys.exit(INTERRUPTED)


def _unattended(
    case: str, answers: Path, done: str | None, *, title: str | None, pack: str | None, by: str | None
) -> None:
    """All at once: a mistake in a file is found before anything is written."""
    from hustings.interview import answers_from, dates_in_words
    from hustings.scoring.progress.follow_up import with_steps_done

    with _begun(case, title, pack, by) as begun:
        before = begun.found.before
        taken = answers_from(begun.found.pack, answers, before, begun.scope)
        read = dates_in_words(begun.found.pack, taken, before, date.today())  # noqa: DTZ011
        said = with_steps_done(begun.found, _numbers(done), dict(taken.answers))
        changed = sum(1 for name, answer in said.items() if before.get(name) != answer)
        begun.log.append_all(list(said.items()), source=SOURCE)
    echo(_saved(changed, len(said) - changed, case))
    for note in (*taken.notes, *read):
        echo(note)
    echo(say("Next: {command}", command=_next("compare", case, pack)))


def _saved(changed: int, same: int, case: str) -> str:
    new = several(changed, "{n} answer is another one", "{n} answers are others")
    old = several(same, "{n} is as it was", "{n} are as they were")
    return say("{changed}, {same}: saved in {file}.", changed=new, same=old, file=case_path(case))


def _reminders(case: str, target: Path, pack: str | None) -> None:
    """Write the follow-up, evidence to fetch and rules to look at again, as of the latest assessment."""
    from hustings.report.export.calendars.reminder_calendar import reminder_calendar
    from hustings.scoring.progress.reminders import reminders

    with existing_case(case), open_case(case_path(case), write=False, large=is_any_size_allowed()) as file:
        last = day_of_last_answer(file, file.latest())
    opened, today = read_case(case, pack), date.today()  # noqa: DTZ011 - the day where the campaign is
    dates = reminders(opened.score(), last, today, opened.first_ballots)
    begun = f"{opened.assessment.pack} {opened.assessment.id} {opened.assessment.created.isoformat()}"
    written(target, ".ics", reminder_calendar(dates, today, opened.campaign, begun))


def _numbers(done: str | None) -> tuple[int, ...]:
    """The numbers of steps, as typed: 1,4 or 1 4."""
    words = re.split(r"[\s,;]+", done.strip()) if done else []
    if wrong := [word for word in words if not (word.isascii() and word.isdigit() and len(word) < 5)]:  # noqa: PLR2004
        what = say("--done: “{given}” is not the number of a step.", given=escaped(wrong[0]))
        raise InputError(what, say("Such as --done 1,4, as the last plan numbers them."))
    return tuple(map(int, words))


@contextmanager
def _begun(case: str, title: str | None, pack: str | None, by: str | None) -> Iterator[Begun]:
    with existing_case(case), open_case(case_path(case), large=is_any_size_allowed()) as file:
        warn_unerased(file)
        begun = begin(file, pack_today(file, pack), author(by), title)
        if begun.found.dropped:
            listed = ", ".join(f"`{escaped(name)}`" for name in begun.found.dropped)
            echo(
                say("Not taken over, since today's pack does not take these answers: {listed}.", listed=listed),
                err=True,
            )
        yield begun


def _next(verb: str, case: str, pack: str | None, *more: str) -> str:
    return next_command(verb, str(case_path(case)), *(("--pack", pack) if pack else ()), *more)
