"""`hustings close`: make an assessment read-only, so that a signed report stays what it was; or open it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import click

from hustings.answers.events import Event
from hustings.answers.workshop.fold import room
from hustings.casefile import Assessment, CaseFile, CaseJournal, open_case
from hustings.cli.cases.opened_case import assessment_of, case_path, existing_case, is_any_size_allowed, warn_unerased
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option
from hustings.cli.output import echo_lines
from hustings.cli.remembered_name import author
from hustings.cli.translated_help import Verb
from hustings.messages import long_date, say
from hustings.problems import InputError
from hustings.text import one_line


@click.command(cls=Verb, short_help="Make an assessment read-only, or open it again.")
@click.argument("case")
@click.option("--assessment", metavar="TITLE", help="Which assessment of the file; its latest otherwise.")
@click.option("--reopen", is_flag=True, help="Open it again, so that answers can be changed; the history tells it.")
@click.option("--by", help="Who closes it, for the history; remembered on this machine, and forgotten with --by ''.")
@lang_option
def close(case: str, assessment: str | None, by: str | None, *, reopen: bool) -> None:
    """Close an assessment of CASE: from now on nothing can be added to it, so that a signed report stays what it was.

    The head of its history is recorded; reports print it. A follow-up can begin all the same.
    """
    who = author(by)
    with existing_case(case), open_case(case_path(case), large=is_any_size_allowed()) as file:
        warn_unerased(file)
        one = assessment_of(file, assessment)
        echo_lines(list(_reopened(file, one, who) if reopen else _closed(file, one, who, str(case_path(case)))))


def _closed(file: CaseFile, one: Assessment, who: str, case: str) -> Iterator[str]:
    known = file.closing(one.id)
    if known is None:
        _check_can_close(file, one, case)
        known = file.close_assessment(one.id, who, datetime.now(UTC))
        yield say("“{title}” in {file} is closed.", title=one_line(one.title), file=file.path.name)
    else:
        yield already_closed(file, one, known)
    yield say("Head: {head}", head=file.closed_head(one.id))
    yield say(
        "Write it down: its reports carry it, and `hustings verify --head` says whether one belongs to this file."
    )
    yield say("The next visit: {command}", command=next_command("follow-up", case))


def already_closed(file: CaseFile, one: Assessment, known: Event) -> str:
    """That an assessment was closed before."""
    names = {"title": one_line(one.title), "file": file.path.name, "day": long_date(known.at.astimezone().date())}
    return say("“{title}” in {file} is closed since {day}.", **names)


def _check_can_close(file: CaseFile, one: Assessment, case: str) -> None:
    """Raise `InputError` if there is nothing to close, or a workshop whose people are still in the file."""
    if not file.events(one.id):
        what = say(
            "“{title}” in {file} has no answers: there is nothing to close.",
            title=one_line(one.title),
            file=file.path.name,
        )
        raise InputError(what)
    if not room(file.entries(one.id)).finished and (file.entries(one.id) or CaseJournal(file, one.id, "").seats()):
        raise InputError(
            say(
                "The workshop of “{title}” has not ended: names and votes are still in the file.",
                title=one_line(one.title),
            ),
            say(
                "End it first ({command}), or take everybody off the roster.",
                command=next_command("workshop", case),
            ),
        )


def _reopened(file: CaseFile, one: Assessment, who: str) -> Iterator[str]:
    if file.closing(one.id) is None:
        raise InputError(say("“{title}” in {file} is not closed.", title=one_line(one.title), file=file.path.name))
    file.reopen_assessment(one.id, who, datetime.now(UTC))
    yield say(
        "“{title}” in {file} is open again; its history shows that.", title=one_line(one.title), file=file.path.name
    )
    yield say("A report that was signed before no longer shows what is in it once an answer changes.")
