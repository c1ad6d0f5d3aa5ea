"""`hustings verify`: what a case file holds, and whether a head belongs to it; what a report's answers give again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.answers.versions.pack_upgrade import events_that_stand
from hustings.casefile import Assessment, CaseFile, open_case
from hustings.casefile.history_head import LETTERS, HistoryState, state, typed
from hustings.cli.cases.opened_case import case_path, existing_case, is_any_size_allowed, warn_unerased
from hustings.cli.options import lang_option, read_pack_in_language, words_of
from hustings.cli.output import echo_lines
from hustings.cli.translated_help import Verb
from hustings.messages import long_date, say, several, speaking
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.pack.model import Pack


@click.command(
    cls=Verb, short_help="Check a case file or a report: is it whole, and does it say what its answers give?"
)
@click.argument("file")
@click.option("--head", metavar="HEAD", help="The head that stands in a report: does it belong to this case file?")
@click.option("--pack", help="For a report that does not carry its pack: its folder, such as ./ours.")
@click.pass_context
@lang_option
def verify(ctx: click.Context, file: str, head: str | None, pack: str | None) -> None:
    """Check FILE, a case file or a report as PDF or DOCX.

    Of a case file: the head of each of its assessments, a short code for all that was ever answered in it. The same
    code stands at the end of each report. With --head: whether that report was made from this file.

    Of a report: its answers are scored again with the pack that it carries, and its pages printed again. Every figure
    and passage that differs is named.
    """
    if head is None and _is_report(Path(file)):
        if not _report_in_order(Path(file), pack):
            ctx.exit(1)
        return
    _verify_case(file, head)


def _is_report(path: Path) -> bool:
    from hustings.report.verification.carried_report import is_report

    return is_report(path)


def _report_in_order(path: Path, pack: str | None) -> bool:
    """Say what came out for a report; whether nothing in it differs. Raises `InputError`."""
    from hustings.report.verification.carried_report import carried_report
    from hustings.report.verification.verification_result import verdict

    carried = carried_report(path)
    with speaking(words_of(carried.language)):
        outcome = verdict(carried, lambda digest: _pack_here(digest, pack))
    echo_lines(outcome.lines(path.name))
    return outcome.same


def _pack_here(digest: str, pack: str | None) -> Pack | None:
    """A pack that is here, the given one or the one that ships, if it has this digest."""
    here = read_pack_in_language(find_pack(pack or DEFAULT_PACK))
    return here if here.digest == digest else None


def _verify_case(case: str, head: str | None) -> None:
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
        what = say("`{head}` is not a head: a head has {n} letters and digits.", head=head[:40], n=LETTERS)
        raise InputError(what, say("It stands in the report under “Method and limits”."))
    for assessment in reversed(file.assessments()):
        if (match := state(head, file.trail(assessment.id))) is not None:
            return _match_text(file, assessment, match)
    what = say("The head {head} does not belong to {file}.", head=head, file=file.path.name)
    hint = say("The report was made from another file, or what was answered in this one was changed since.")
    raise InputError(what, hint)


def _match_text(file: CaseFile, assessment: Assessment, match: HistoryState) -> str:
    names = {"title": assessment.title, "file": file.path.name}
    closed, events = file.closing(assessment.id), file.events(assessment.id)
    if closed is not None and match.answers == len(events) - 1:
        day = long_date(closed.at.astimezone().date())
        return say("This is the head with which “{title}” in {file} was closed on {day}.", day=day, **names)
    answers, steps = len(events) - match.answers, len(file.entries(assessment.id)) - match.steps
    if match.answers in (len(events), events_that_stand(events)) and not steps:
        return say("This is the head of “{title}” in {file}, as it is now.", **names)
    since = say(
        "This head belongs to an earlier state of “{title}” in {file}: after {then}.",
        then=_counts_text(match.answers, match.steps),
        **names,
    )
    return f"{since} {say('Added since: {more}.', more=_counts_text(answers, steps))}"
