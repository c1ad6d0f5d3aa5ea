"""`hustings verify`: what a case file holds, since when its history is guarded, and whether a head belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import click

from hustings.casefile import Assessment, CaseFile, open_case
from hustings.casefile.history_head import LETTERS, HistoryState, state, typed
from hustings.cli.opened_case import any_size, begun, case_path, tell_left
from hustings.cli.options import lang_option
from hustings.cli.output import tell
from hustings.cli.spoken_help import Verb
from hustings.messages import long_date, say, several
from hustings.problems import InputError


@click.command(cls=Verb, short_help="Say what a case file holds, and whether a report's head belongs to it.")
@click.argument("case")
@click.option("--head", metavar="HEAD", help="The head that stands in a report: does it belong to this file?")
@lang_option
def verify(case: str, head: str | None) -> None:
    """Check CASE and show the head of each of its assessments: a short code for all that was ever answered in it.

    The same code stands at the end of each report. With --head: whether that report was made from this file.
    """
    with begun(case), open_case(case_path(case), write=False, large=any_size()) as file:
        tell_left(file)
        if head is None:
            tell(_told(file))
        else:
            tell([_belongs(file, typed(head))])


def _told(file: CaseFile) -> Iterator[str]:
    """The whole file, then each assessment."""
    count = several(len(file.assessments()), "{n} assessment", "{n} assessments")
    yield say("{file} is in order: {count}.", file=file.path.name, count=count)
    yield _guarded(file)
    for one in file.assessments():
        yield ""
        yield f"{one.title}: {_so_many(file, one)}"
        yield f"  {say('Head: {head}', head=file.head(one.id))}"


def _guarded(file: CaseFile) -> str:
    if not file.since:
        return say("It is of an older version: if the end of its history was cut off, nobody would notice.")
    day = long_date(datetime.fromisoformat(file.since).astimezone().date())
    return say("Since {day} it would be noticed if the end of its history was cut off.", day=day)


def _so_many(file: CaseFile, one: Assessment) -> str:
    return _counted(len(file.events(one.id)), len(file.entries(one.id)))


def _counted(answers: int, steps: int) -> str:
    """So many answers, and steps of a workshop if there are any."""
    told = [several(answers, "{n} answer", "{n} answers")] if answers or not steps else []
    also = [several(steps, "{n} workshop step", "{n} workshop steps")] if steps else []
    return say(" and ").join([*told, *also])


def _belongs(file: CaseFile, wanted: str) -> str:
    """Of which state of which assessment this is the head. Raises `InputError` if it is of none."""
    if len(wanted.replace("-", "")) != LETTERS:
        what = say("`{head}` is no head: a head has {n} letters and digits.", head=wanted[:40], n=LETTERS)
        raise InputError(what, say("It stands in the report under “Method and limits”."))
    for one in reversed(file.assessments()):
        if (found := state(wanted, file.trail(one.id))) is not None:
            return _state(file, one, found)
    what = say("The head {head} does not belong to {file}.", head=wanted, file=file.path.name)
    hint = say("The report was made from another file, or what was answered in this one was changed since.")
    raise InputError(what, hint)


def _state(file: CaseFile, one: Assessment, found: HistoryState) -> str:
    names = {"head": file.head(one.id), "title": one.title, "file": file.path.name}
    answers, steps = len(file.events(one.id)) - found.answers, len(file.entries(one.id)) - found.steps
    if not answers and not steps:
        return say("This is the head of “{title}” in {file}, as it is now.", **names)
    since = say(
        "This head belongs to an earlier state of “{title}” in {file}: after {then}.",
        then=_counted(found.answers, found.steps),
        **names,
    )
    return f"{since} {say('Added since: {more}.', more=_counted(answers, steps))}"
