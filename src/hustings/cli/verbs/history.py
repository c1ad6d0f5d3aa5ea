"""`hustings history`: by whom and when each answer was given and changed, and what waits for whom."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from hustings.answers.history.answer_history import Change, changes, since_last_answer
from hustings.answers.history.history_lines import overview_lines, question_lines, question_of, since_lines
from hustings.answers.history.waiting import waiting
from hustings.answers.history.waiting_lines import waiting_lines
from hustings.answers.replay import followed, replay
from hustings.casefile import Assessment, CaseFile, open_case
from hustings.cli.cases.case_pack import answered_pack
from hustings.cli.cases.opened_case import (
    OpenedCase,
    assessment_of,
    case_path,
    existing_case,
    is_any_size_allowed,
    read_assessment,
    warn_unerased,
)
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option
from hustings.cli.output import echo, echo_lines
from hustings.cli.remembered_name import author
from hustings.cli.translated_help import Verb
from hustings.messages import listed, long_date, say
from hustings.pack.model import Pack
from hustings.problems import InputError, did_you_mean
from hustings.text import one_line


@click.command(cls=Verb, short_help="Say by whom and when each answer was given and changed.")
@click.argument("case")
@click.argument("question", required=False)
@click.option("--since-me", is_flag=True, help="Only what others answered after your own last answer.")
@click.option("--by", help="Who you are, for --since-me; remembered on this machine.")
@click.option("--assessment", metavar="TITLE", help="Which assessment of the file; its latest otherwise.")
@click.option("--all", "all_", is_flag=True, help="Every answer, not only what was changed.")
@click.option("--pack", help="The folder of the pack, such as ./ours; otherwise the one that the case keeps.")
@lang_option
@click.option("--json", "as_json", is_flag=True, help="As JSON, every answer (the schema is published with Hustings).")
def history(
    case: str,
    question: str | None,
    assessment: str | None,
    by: str | None,
    pack: str | None,
    *,
    since_me: bool,
    all_: bool,
    as_json: bool,
) -> None:
    """Show who answered CASE on which day, what was given, what was changed later, and what still waits for whom.

    With QUESTION, by its id: every answer to it, with note and proof. Names are as they were given; votes of a workshop
    are never shown.
    """
    with existing_case(case), open_case(case_path(case), write=False, large=is_any_size_allowed()) as file:
        warn_unerased(file)
        chosen = assessment_of(file, assessment)
        made, case_pack = tuple(_in_local_time(file, chosen)), answered_pack(file, chosen, pack)
        opened = read_assessment(file, case_pack, assessment=chosen)
    if as_json:
        _echo_json(opened, case_pack, question, _others_since(made, _name(by)) if since_me else made)
    elif since_me:
        echo_lines(since_lines(case_pack.questions, made, _name(by)))
    elif question is None:
        lines = overview_lines(case_pack.questions, made, all_=all_)
        echo_lines((_title(file, chosen), *lines, *_waiting(opened, case)))
    else:
        about = [change for change in made if change.event.question == question]
        _check_known(case_pack, question, about)
        echo_lines(question_lines(question_of(case_pack.questions, question), about))


def _others_since(made: Sequence[Change], name: str) -> tuple[Change, ...]:
    """What others did after somebody's last answer; everything, if nobody of this name answered."""
    since = since_last_answer(made, name)
    return tuple(made) if since is None else since[1]


def _echo_json(opened: OpenedCase, pack: Pack, question: str | None, made: Sequence[Change]) -> None:
    from hustings.report.export.history_json import history_json

    if question is not None:
        made = [change for change in made if change.event.question == question]
        _check_known(pack, question, made)
    echo(json.dumps(history_json(opened.assessment.title, opened.head, made), indent=2))


def _in_local_time(file: CaseFile, one: Assessment) -> Iterator[Change]:
    """The events of an assessment, measured by the answers of the one that it follows."""
    events = file.events(one.id)
    before = followed(events)
    earlier = replay(file.events(before)) if before else {}
    return changes((replace(event, at=event.at.astimezone()) for event in events), earlier)


def _name(by: str | None) -> str:
    """Who asks. `InputError` if nobody was named."""
    if name := author(by):
        return name
    raise InputError(say("Who are you? Nobody is named yet."), say("Give the name that you answered with: --by NAME"))


def _title(file: CaseFile, one: Assessment) -> str:
    day = long_date(one.created.astimezone().date())
    titles = tuple(f"“{one_line(other.title)}”" for other in file.assessments() if other != one)
    begun = say("{file}, “{title}”, begun on {day}.", file=file.path.name, title=one_line(one.title), day=day)
    return f"{begun} {say('It also has: {titles}.', titles=listed(titles))}" if titles else begun


def _waiting(opened: OpenedCase, case: str) -> Iterator[str]:
    """What still waits for whom; nothing once the assessment is closed."""
    if opened.closed is None:
        yield ""
        waits = tuple(waiting(opened.pack, opened.answers))
        path = str(case_path(case))
        yield from waiting_lines(opened.pack, waits, lambda role: next_command("questions", path, "--role", role))


def _check_known(pack: Pack, question: str, about: Sequence[Change]) -> None:
    if not about and question not in pack.questions:
        what = say("There is no question `{question}`.", question=one_line(question))
        raise InputError(what, did_you_mean(question, pack.questions))
