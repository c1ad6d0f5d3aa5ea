"""`hustings verify`: the content of a case file, and whether the head in a report belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import click

from hustings.casefile import Assessment, CaseFile, open_case
from hustings.casefile.history_head import LETTERS, HistoryState, state, typed
from hustings.cli.opened_case import case_path, existing_case, is_any_size_allowed, warn_unerased
from hustings.cli.options import lang_option
from hustings.cli.output import echo_lines
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
    with existing_case(case), open_case(case_path(case), write=False, large=is_any_size_allowed()) as file:
        warn_unerased(file)
        if head is None:
            echo_lines(_overview(file))
        else:
            echo_lines([_match_head(file, typed(head))])


def _overview(file: CaseFile) -> Iterator[str]:
    """Lines about the file and each of its assessments."""
    count = several(len(file.assessments()), "{n} assessment", "{n} assessments")
    yield say("{file} is in order: {count}.", file=file.path.name, count=count)
    yield _guard_text(file)
    for assessment in file.assessments():
        yield ""
        counts = _counts_text(len(file.events(assessment.id)), len(file.entries(assessment.id)))
        yield f"{assessment.title}: {counts}"
        yield f"  {say('Head: {head}', head=file.closed_head(assessment.id))}"
        if (closed := file.closing(assessment.id)) is not None:
            yield f"  {say('Closed on {day}.', day=long_date(closed.at.astimezone().date()))}"


def _guard_text(file: CaseFile) -> str:
    if not file.since:
        return say("It is of an older version: if the end of its history was cut off, nobody would notice.")
    day = long_date(datetime.fromisoformat(file.since).astimezone().date())
    return say("Since {day} it would be noticed if the end of its history was cut off.", day=day)


def _counts_text(answers: int, steps: int) -> str:
    """The number of answers, and of workshop steps if there are any."""
    parts = [several(answers, "{n} answer", "{n} answers")] if answers or not steps else []
    step_parts = [several(steps, "{n} workshop step", "{n} workshop steps")] if steps else []
    return say(" and ").join([*parts, *step_parts])


def _match_head(file: CaseFile, head: str) -> str:
    """The message on which state of which assessment has this head. Raises `InputError` if none has."""
    if len(head.replace("-", "")) != LETTERS:
        what = say("`{head}` is no head: a head has {n} letters and digits.", head=head[:40], n=LETTERS)
        raise InputError(what, say("It stands in the report under “Method and limits”."))
    for assessment in reversed(file.assessments()):
        if (match := state(head, file.trail(assessment.id))) is not None:
            return _match_text(file, assessment, match)
    what = say("The head {head} does not belong to {file}.", head=head, file=file.path.name)
    hint = say("The report was made from another file, or what was answered in this one was changed since.")
    raise InputError(what, hint)


def _match_text(file: CaseFile, assessment: Assessment, match: HistoryState) -> str:
    names = {"title": assessment.title, "file": file.path.name}
    closed = file.closing(assessment.id)
    if closed is not None and match.answers == len(file.events(assessment.id)) - 1:
        day = long_date(closed.at.astimezone().date())
        return say("This is the head with which “{title}” in {file} was closed on {day}.", day=day, **names)
    answers, steps = len(file.events(assessment.id)) - match.answers, len(file.entries(assessment.id)) - match.steps
    if not answers and not steps:
        return say("This is the head of “{title}” in {file}, as it is now.", **names)
    since = say(
        "This head belongs to an earlier state of “{title}” in {file}: after {then}.",
        then=_counts_text(match.answers, match.steps),
        **names,
    )
    return f"{since} {say('Added since: {more}.', more=_counts_text(answers, steps))}"
