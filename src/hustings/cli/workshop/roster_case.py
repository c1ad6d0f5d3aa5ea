"""A case with its roster, for the verbs about worksheets and preparation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from hustings.answers.worksheet_fields import WorksheetStamp, mark
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.workshop_log import Seat
from hustings.casefile import Assessment, CaseJournal, open_case
from hustings.cli.cases.opened_case import OpenedCase, case_path, is_any_size_allowed, read_case, warn_unerased
from hustings.cli.remembered_name import author
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.workshop.preparation import Preparation, preparation
from hustings.scoring.workshop.time_budget import Forecast, ahead
from hustings.workshop.session.people.seats import namesakes


@dataclass(frozen=True, slots=True)
class RosterCase:
    """An opened case and the seats of its roster."""

    opened: OpenedCase
    seats: tuple[Seat, ...]

    @property
    def preparation(self) -> Preparation:
        """Who prepares which questions."""
        return preparation(self.opened.pack, self.opened.answers, self.seats)

    @property
    def forecast(self) -> Forecast:
        """The remaining questions of the workshop, with the time they take."""
        return ahead(self.opened.pack, self.opened.answers, room(self.opened.entries))


def read_roster_case(case: str, pack: str | None) -> RosterCase:
    """Read a case and its roster."""
    opened = read_case(case, pack).numbered()
    with journal_of(case) as journal:
        return RosterCase(opened, journal.seats())


@contextmanager
def journal_of(case: str, by: str | None = None) -> Iterator[CaseJournal]:
    """The journal of the workshop of a case's latest assessment, open for writing."""
    with open_case(case_path(case), large=is_any_size_allowed()) as file:
        warn_unerased(file)
        yield CaseJournal(file, file.latest().id, author(by))


def check_not_finished(journal: CaseJournal) -> None:
    """Raise `InputError` if the workshop has ended, because its roster and votes were deleted for good."""
    if room(journal.entries()).finished:
        raise InputError(
            say("The workshop of this case has ended; its roster and the votes of single people are deleted."),
            say("Answers can still be changed: hustings interview, or import with --as-answers."),
        )


def same_names(seats: Sequence[Seat]) -> Iterator[str]:
    """Sentences for each name that is in the roster more than once: perhaps one person."""
    for group in namesakes(seats):
        numbers = {"n": len(group), "numbers": ", ".join(str(seat.number) for seat in group)}
        yield say("“{name}” stands in the roster {n} times: {numbers}.", name=group[0].name, **numbers)
        yield say("If that is one person with one role, keep one: hustings workshop roster CASE --remove NUMBER")


def stamp(assessment: Assessment, pack: Pack, role: str, seat: int = 0) -> WorksheetStamp:
    """The stamp that identifies a worksheet of this case."""
    return WorksheetStamp(case_mark(assessment), pack_mark(pack), role, pack.language or "en", pack.edition, seat)


def case_mark(assessment: Assessment) -> str:
    """A mark of an assessment. Its id alone is not unique, since every case has an `a1`."""
    return mark(assessment.id, assessment.created.isoformat(), assessment.by, assessment.pack)


def pack_mark(pack: Pack) -> str:
    """A mark of a pack: the first twelve digits of its digest."""
    return pack.digest[:12]
