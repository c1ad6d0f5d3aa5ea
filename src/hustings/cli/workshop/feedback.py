"""`hustings workshop feedback`: the counts of the form at the end, stored, and in the report only if asked for."""

from __future__ import annotations

import click

from hustings.answers.workshop.feedback import STEPS
from hustings.cli.cases.opened_case import read_case
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option
from hustings.cli.output import echo
from hustings.cli.translated_help import Verb
from hustings.messages import say
from hustings.problems import InputError


@click.command("feedback", cls=Verb, short_help="Store the counts of the short form, or show them.")
@click.argument("case")
@click.option("--clear", metavar="COUNTS", help="“The questions were clear to me.”: no, rather no, rather yes, yes.")
@click.option("--free", metavar="COUNTS", help="“I could say what I think.”, in the same order.")
@click.option("--time", metavar="COUNTS", help="“The time was well spent.”, in the same order.")
@click.option("--in-report", is_flag=True, help="The report may say it. Without this it does not.")
@click.option("--by", metavar="NAME", help="Who types; remembered on this machine.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@lang_option
def feedback(case: str, by: str | None, pack: str | None, *, in_report: bool, **typed: str | None) -> None:
    """Store the counts of the form of CASE's workshop: how many ticked each step. They replace earlier ones.

    Such as: --clear "0 1 3 2" --free "0 0 2 4" --time "1 0 1 4". Without counts it shows what is stored. What phones
    sent after the end is stored already; --in-report alone lets the report say it.
    """
    counted = {name: _counts(text) for name, text in typed.items() if text is not None}
    if not counted and in_report:
        counted = _stored(case, pack)
    if counted:
        _store(case, pack, by, counted, in_report=in_report)
    _show(case, pack)


def _stored(case: str, pack: str | None) -> dict[str, tuple[int, ...]]:
    """The counts that are in the case already."""
    from hustings.answers.workshop.fold import room

    counted = room(read_case(case, pack).entries).feedback
    if not counted:
        raise click.UsageError(say("--in-report needs the counts: add --clear, --free or --time."))
    return {name: tuple(counts.count(step) for step in STEPS) for name, counts in counted}


def _counts(typed: str) -> tuple[int, ...]:
    """Whole numbers with spaces or commas between them; empty if they are none."""
    parts = typed.replace(",", " ").split()
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() and len(part) < 5 for part in parts) else ()  # noqa: PLR2004 - digits of a count


def _store(
    case: str, pack: str | None, by: str | None, counted: dict[str, tuple[int, ...]], *, in_report: bool
) -> None:
    from hustings.cli.workshop.run_workshop import workshop_of
    from hustings.workshop.session.input.feedback import record_feedback

    if not read_case(case, pack).entries:
        what = say("No workshop was held on this case yet.")
        raise InputError(what, say("To hold one: {command}", command=next_command("workshop", case)))
    with workshop_of(case, pack, None, by) as session:
        record_feedback(session, counted, in_report=in_report)


def _show(case: str, pack: str | None) -> None:
    from hustings.answers.workshop.fold import room
    from hustings.report.document.workshop.feedback_line import feedback_line

    state = room(read_case(case, pack).entries)
    if not state.feedback:
        echo(say("No counts are stored."))
        return
    echo(feedback_line(state.feedback))
    echo(say("The report says it.") if state.feedback_in_report else say("The report does not say it."))
