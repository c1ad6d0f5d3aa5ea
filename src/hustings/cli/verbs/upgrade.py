"""`hustings upgrade`: the answers of a case taken to another version of its pack, shown first, and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType

import click

from hustings.answers.events import Answers
from hustings.answers.local_texts import told_here
from hustings.answers.replay import chosen_edition, replay
from hustings.answers.versions.compatibility import fitting
from hustings.answers.versions.pack_upgrade import UNDO, UPGRADE, PackUpgrade, new_questions, undo
from hustings.answers.versions.pack_upgrade import upgrade as upgraded
from hustings.answers.workshop.workshop_log import EntryKind
from hustings.casefile import Assessment, CaseFile, open_case
from hustings.cli.cases.case_pack import is_older, kept_pack, other_pack, upgrade_command
from hustings.cli.cases.opened_case import (
    OpenedCase,
    case_path,
    day_or_today,
    existing_case,
    is_any_size_allowed,
    warn_unerased,
)
from hustings.cli.options import lang_option, on_option
from hustings.cli.output import echo, echo_lines
from hustings.cli.remembered_name import author
from hustings.cli.translated_help import Verb
from hustings.frozen_records import dataclass
from hustings.messages import english, say, several
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.problems import InputError, escaped
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.progress.upgrade_sentences import Scored, upgrade_lines


@click.command(cls=Verb, short_help="Take a case to a newer version of its pack, or back.")
@click.argument("case")
@click.option("--yes", is_flag=True, help="Do it; without this it is only shown.")
@click.option("--undo", "back", is_flag=True, help="Take the last upgrade back.")
@click.option("--by", metavar="NAME", help="Who does it.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@on_option(english("Plan from this date, not from today."))
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
def upgrade(
    case: str, by: str | None, pack: str | None, on: str | None, *, yes: bool, back: bool, as_json: bool
) -> None:
    """Show what a newer version of its pack changes in CASE: answers moved and dropped, new questions, index and plan.

    With --yes it is done. Nothing is lost: it is recorded like answers are, and --undo takes it back.
    """
    if back and as_json:
        raise click.UsageError(say("--json goes with what is shown or done, not with --undo."))
    with _opened(case, write=yes or back) as file:
        if back:
            take_back(file, author(by))
        elif (newer := other_pack(file.latest(), pack)) is None:
            echo(_nothing_to_do(file), err=as_json)
        else:
            seen = take_to(file, newer, author(by), on, yes=yes)
            _echo_json(seen, recorded=yes) if as_json else echo_all(file, case, seen, pack, recorded=yes)


@contextmanager
def _opened(case: str, *, write: bool) -> Iterator[CaseFile]:
    with existing_case(case), open_case(case_path(case), write=write, large=is_any_size_allowed()) as file:
        warn_unerased(file)
        yield file


def _nothing_to_do(file: CaseFile) -> str:
    version = escaped(file.latest().version)
    return say(
        "{file} is answered with this version of its pack already ({version}).", file=file.path.name, version=version
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """An assessment, and what another version of its pack changes in it; `old` and `then` are None if not known."""

    assessment: Assessment
    change: PackUpgrade
    old: Pack | None
    then: Scored | None
    now: Scored
    asked: tuple[Question, ...]


def take_to(file: CaseFile, pack: Pack, by: str, on: str | None, *, yes: bool) -> Compared:
    """What a pack changes in the latest assessment; with `yes`, it is recorded. `InputError` if that may not be."""
    seen = _compared(file, pack, on)
    if yes:
        changes = seen.change.changes(pack.digest)
        file.log(seen.assessment.id, by).append_all(changes, source=UPGRADE, pack=pack)
    return seen


def _compared(file: CaseFile, pack: Pack, on: str | None) -> Compared:
    assessment = file.latest()
    _check_may_change(file, assessment, pack)
    old, events = _earlier(file, assessment), file.events(assessment.id)
    edition, change = chosen_edition(events), upgraded(pack, replay(events))
    scope = scoped(pack, edition)
    before = None
    if old is not None:
        before = _scored(scoped(old, edition), fitting(old, replay(events))[0], assessment, on)
    now = _scored(scope, change.answers, assessment, on)
    return Compared(assessment, change, old, before, now, new_questions(scope, change.answers, old))


def echo_all(file: CaseFile, case: str, seen: Compared, folder: str | None, *, recorded: bool) -> None:
    """Say what an upgrade changes, and how to do it or to take it back."""
    echo(_heading(file, seen.assessment, seen.now.pack))
    echo("")
    echo_lines(upgrade_lines(seen.change, seen.then, seen.now, seen.asked, seen.old))
    echo("")
    if recorded:
        echo(say("Done. To take it back: {command}", command=upgrade_command(case, None, "--undo")))
    else:
        echo(say("Nothing was changed yet. To do it: {command}", command=upgrade_command(case, folder, "--yes")))


def _echo_json(seen: Compared, *, recorded: bool) -> None:
    from hustings.report.export.upgrade_json import upgrade_json

    record = upgrade_json(seen.change, seen.then, seen.now, seen.asked, recorded=recorded)
    echo(json.dumps(record, indent=2))


def _check_may_change(file: CaseFile, assessment: Assessment, pack: Pack) -> None:
    """Raises `InputError` for a closed assessment, a workshop that goes on, and an older pack."""
    _check_open(file, assessment)
    if is_older(pack, assessment):
        what = say(
            "This is version {now} of the pack; {file} was answered with {then}, which is newer.",
            now=escaped(pack.version), file=file.path.name, then=escaped(assessment.version),
        )  # fmt: skip
        raise InputError(what, say("Update Hustings. To take an upgrade back: --undo."))


def _check_open(file: CaseFile, assessment: Assessment) -> None:
    file.check_open(assessment.id)
    entries = file.entries(assessment.id)
    if entries and not any(entry.kind is EntryKind.FINISHED for entry in entries):
        what = say("A workshop has begun in {file} and has not ended.", file=file.path.name)
        raise InputError(what, say("End it first, so that everybody answers the same questions."))


def _earlier(file: CaseFile, assessment: Assessment) -> Pack | None:
    """The pack that the answers are to now; None, and a note if it is damaged, where it is not to be had."""
    try:
        return kept_pack(file, assessment)
    except InputError as wrong:
        if file.kept_pack(assessment.digest) is not None:
            echo(str(wrong), err=True)
        return None


def _heading(file: CaseFile, assessment: Assessment, pack: Pack) -> str:
    return say(
        "{file}, from version {then} of its pack to {now}:",
        file=file.path.name, then=escaped(assessment.version), now=escaped(pack.version),
    )  # fmt: skip


def _scored(pack: Pack, answers: Answers, assessment: Assessment, on: str | None) -> Scored:
    counting = MappingProxyType({name: answer for name, answer in answers.items() if name in pack.questions})
    opened = OpenedCase(told_here(pack, counting), counting, assessment)
    result, day = opened.score(), day_or_today(on, opened)
    return Scored(result, make_plan(result, clock(opened.pack, counting, day)))


def take_back(file: CaseFile, by: str) -> None:
    """Take the last upgrade of the latest assessment back. `InputError` if there is none."""
    assessment = file.latest()
    _check_open(file, assessment)
    undone = undo(file.events(assessment.id))
    if undone is None:
        what = say("The latest assessment of {file} was not upgraded.", file=file.path.name)
        raise InputError(what, say("There is nothing to take back."))
    file.log(assessment.id, by).append_all(undone.changes, source=UNDO)
    version = escaped(file.latest().version)
    echo(say("Taken back: the answers are to version {version} of the pack again.", version=version))
    if undone.kept:
        echo(several(len(undone.kept), "{n} answer given since then stays.", "{n} answers given since then stay."))
