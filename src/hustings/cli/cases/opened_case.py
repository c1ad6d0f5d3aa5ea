"""Opening a case file together with its pack and answers, as most verbs do first."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from hustings.answers.accept import Refusal, day_of
from hustings.answers.display import campaign_name
from hustings.answers.events import Answers, Event
from hustings.answers.local_texts import numbered_here, paper_of, told_here
from hustings.answers.replay import chosen_edition, replay
from hustings.answers.typed_dates import date_order
from hustings.answers.versions.compatibility import fitting_entries
from hustings.answers.versions.pack_upgrade import upgrade
from hustings.answers.workshop.renamed_entries import renamed_entries
from hustings.answers.workshop.workshop_log import LogEntry
from hustings.casefile import Assessment, CaseFile, create, open_case
from hustings.cli.cases.case_pack import case_pack, keep_pack, pack_of
from hustings.cli.invocation import next_command
from hustings.cli.options import read_pack_in_language
from hustings.cli.output import echo, note_once
from hustings.cli.remembered_name import author
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.rules import Paper
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.problems import InputError, did_you_mean, escaped
from hustings.scoring.implausible_dates import notes
from hustings.scoring.plan.dates.calendar import Clock, answered_date, clock
from hustings.text import clean, one_line

if TYPE_CHECKING:  # an interview opens a case without its plan, and its first page is not to wait for that
    from hustings.scoring.plan.make_plan import PlanOptions
    from hustings.scoring.plan.steps import Plan
    from hustings.scoring.result import Result
    from hustings.scoring.workshop.disagreement import Disagreement

ENDING = ".hustings"
LARGE_KEY = "hustings.large"


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """An assessment that was read: its pack, its answers, and the log of its workshop if there was one.

    `head` is that of its history, before the event `closed` that closed it. Times of the log and of `closed` are in
    this machine's time zone, so that an evening workshop has the right date.
    """

    pack: Pack
    answers: Answers
    assessment: Assessment
    entries: tuple[LogEntry, ...] = ()
    head: str = ""
    closed: Event | None = None

    def numbered(self) -> OpenedCase:
        """The same with the numbers in the pack's texts as the campaign's place writes them, for printing unchanged."""
        return replace(self, pack=numbered_here(self.pack, self.answers))

    def score(self) -> Result:
        """The result of the answers. Raises `InputError` if no domain has a control that applies."""
        from hustings.scoring.score import score

        return score(self.pack, self.answers)

    def disagreement(self, result: Result) -> Disagreement | None:
        """The outcome of the workshop; None if there was none."""
        from hustings.scoring.workshop.disagreement import disagreement

        return disagreement(result, self.entries) if self.entries else None

    @property
    def campaign(self) -> str:
        """The campaign's name; empty if it was not answered."""
        return campaign_name(self.pack, self.answers)

    @property
    def first_ballots(self) -> date | None:
        """The day of the first ballots, if it was answered."""
        return answered_date(self.answers, self.pack.questionnaire.clock)

    @property
    def paper(self) -> Paper:
        """The usual paper size at the campaign's place."""
        return paper_of(self.pack, self.answers)

    def clock(self, on: date) -> Clock:
        """The clock of the campaign on a day. Dates that look mistyped are named on standard error."""
        calendar = clock(self.pack, self.answers, on)
        for note in notes(calendar):
            echo(note, err=True)
        return calendar

    def plan(self, result: Result, on: date, options: PlanOptions | None = None) -> Plan:
        """What to do, in which order and until when. Dates that look mistyped are named on the standard error."""
        from hustings.scoring.plan.make_plan import DEFAULTS, make_plan

        return make_plan(result, self.clock(on), options or DEFAULTS)


def case_path(name: str) -> Path:
    """The path of a case file; the extension may be left out."""
    path = Path(name)
    return path if path.suffix == ENDING or os.path.exists(path) else path.with_name(path.name + ENDING)  # noqa: PTH110 - False, not an error, for a name that no file can have


def read_case(
    case: str, pack: str | None = None, edition: str | None = None, *, all_editions: bool = False
) -> OpenedCase:
    """Read the latest assessment of a case file, in its edition, in another one or whole.

    Says so if its pack has changed. With `--as-of-pack`, the pack is the one that the file keeps.
    """
    with existing_case(case), open_case(case_path(case), write=False, large=is_any_size_allowed()) as file:
        warn_unerased(file)
        return read_assessment(file, case_pack(file, case, pack), edition, all_editions=all_editions)


def read_assessment(
    file: CaseFile,
    complete_pack: Pack,
    edition: str | None = None,
    *,
    all_editions: bool = False,
    assessment: Assessment | None = None,
) -> OpenedCase:
    """An assessment of an open case file, by default the latest, checked against its pack.

    An answer under an id that the pack names with `was` counts under its new one, as after an upgrade. What the pack
    does not take is named in a note.
    """
    assessment = assessment or file.latest()
    events = file.events(assessment.id)
    pack = complete_pack if all_editions else scoped(complete_pack, edition or chosen_edition(events))
    change = upgrade(complete_pack, replay(events))
    if change.dropped:
        listed = ", ".join(f"`{escaped(one.question)}`" for one in change.dropped)
        note_once(say("Left out, since this pack does not take these answers as they are: {listed}.", listed=listed))
    counting = MappingProxyType({name: answer for name, answer in change.answers.items() if name in pack.questions})
    log = renamed_entries(complete_pack, file.entries(assessment.id))
    entries = tuple(map(_in_local_time, fitting_entries(complete_pack, log)))
    closed = file.closing(assessment.id)
    local = closed and replace(closed, at=closed.at.astimezone())
    return OpenedCase(told_here(pack, counting), counting, assessment, entries, file.closed_head(assessment.id), local)


def assessment_of(file: CaseFile, wanted: str | None) -> Assessment:
    """An assessment by its title or id, by default the latest. `InputError` if there is none of this name."""
    if wanted is None:
        return file.latest()
    for one in file.assessments():
        if wanted in (one.title, one.id):
            return one
    what = say("{file} has no assessment “{title}”.", file=file.path.name, title=one_line(wanted))
    raise InputError(what, did_you_mean(wanted, [one.title for one in file.assessments()]))


def warn_unerased(file: CaseFile) -> None:
    """Warn if names and votes of a finished workshop could not be deleted from the file."""
    if not file.erased:
        warning = say(
            "Note: {file} still holds names and single votes of a workshop that has ended: they could not be deleted "
            "now.\n  Open it where it may be written and no other program reads it, and they will be.",
            file=file.path.name,
        )
        echo(warning, err=True)


def is_any_size_allowed() -> bool:
    """Whether `--large` was given."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.find_root().meta.get(LARGE_KEY))


@contextmanager
def existing_case(case: str) -> Iterator[None]:
    """A context for cases that must exist: the error about a missing one says how to begin it."""
    path = case_path(case)
    try:
        yield
    except InputError as wrong:
        if wrong.hint or path.exists() or not path.parent.is_dir():
            raise
        command = next_command("interview", str(path))
        raise InputError(wrong.what, say("To begin it: {command}", command=command)) from wrong


def _in_local_time(entry: LogEntry) -> LogEntry:
    return replace(entry, at=entry.at.astimezone())


@contextmanager
def open_for_writing(
    case: str, pack: str | None, by: str | None, before_making: Callable[[Pack], object]
) -> Iterator[tuple[CaseFile, Pack, Assessment, str]]:
    """Open a case file for answering, made new if it is not there: the file, its pack, its assessment and by whom.

    `before_making` may object (by raising) before a new file is made, so that a mistake leaves nothing behind; nor does
    a new file stay if no answer could be written to it.
    """
    who, path = author(by), case_path(case)
    if path.exists():
        with open_case(path, large=is_any_size_allowed()) as file:
            warn_unerased(file)
            here = pack_of(file.latest(), pack, case)
            file.check_open(file.latest().id)
            keep_pack(file, here)
            yield file, here, file.latest(), who
    else:
        new_pack = read_pack_in_language(find_pack(pack or DEFAULT_PACK))
        before_making(new_pack)
        with create(path, pack=new_pack, by=who, at=datetime.now(UTC)) as file:
            try:
                yield file, new_pack, file.latest(), who
            except InputError:
                file.discard()
                raise


def given_day(written: str | None, opened: OpenedCase, option: str = "--on") -> date | None:
    """The day given with an option; None if none was given. Raises `InputError` for what is no one date."""
    if written is None:
        return None
    day = day_of(clean(written), date_order(opened.pack, opened.answers))
    if isinstance(day, Refusal):
        raise InputError(say("{option}: {why}", option=option, why=day.why), day.hint)
    return day


def day_or_today(written: str | None, opened: OpenedCase) -> date:
    """The date of `--on`, otherwise today."""
    return given_day(written, opened) or date.today()  # noqa: DTZ011
