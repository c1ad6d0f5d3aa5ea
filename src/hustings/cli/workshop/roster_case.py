"""A case with its roster: what the paper side of a workshop begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from hustings.answers.worksheet_fields import WorksheetStamp, mark
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.records import Seat
from hustings.casefile import Assessment, CaseJournal, open_case
from hustings.cli.opened_case import OpenedCase, case_path, is_any_size_allowed, login, read_case, warn_unerased
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.workshop.preparation import Preparation, preparation
from hustings.scoring.workshop.time_budget import Forecast, ahead
from hustings.workshop.session.seats import namesakes


@dataclass(frozen=True, slots=True)
class RosterCase:
    """A case as it stands, and who is in its roster."""

    opened: OpenedCase
    seats: tuple[Seat, ...]

    @property
    def preparation(self) -> Preparation:
        """Who prepares which questions, by the roster and the answers so far."""
        return preparation(self.opened.pack, self.opened.answers, self.seats)

    @property
    def forecast(self) -> Forecast:
        """What the workshop still has to do."""
        return ahead(self.opened.pack, self.opened.answers, room(self.opened.entries))


def read_roster_case(case: str, pack: str | None) -> RosterCase:
    """Read a case and its roster."""
    opened = read_case(case, pack).numbered()
    with journal_of(case) as journal:
        return RosterCase(opened, journal.seats())


@contextmanager
def journal_of(case: str, by: str | None = None) -> Iterator[CaseJournal]:
    """Where the workshop of a case's latest assessment is kept, open for writing."""
    with open_case(case_path(case), large=is_any_size_allowed()) as file:
        warn_unerased(file)
        yield CaseJournal(file, file.latest().id, by or login())


def check_not_finished(journal: CaseJournal) -> None:
    """`InputError` if the workshop has ended: its roster and votes are deleted, and none may come back."""
    if room(journal.entries()).finished:
        raise InputError(
            say("The workshop of this case has ended; its roster and the votes of single people are deleted."),
            say("Answers can still be changed: hustings interview, or import with --as-answers."),
        )


def same_names(seats: Sequence[Seat]) -> Iterator[str]:
    """A sentence for each name that stands in the roster more than once: perhaps it is one person."""
    for group in namesakes(seats):
        numbers = {"n": len(group), "numbers": ", ".join(str(seat.number) for seat in group)}
        yield say("“{name}” stands in the roster {n} times: {numbers}.", name=group[0].name, **numbers)
        yield say("If that is one person with one role, keep one: hustings workshop roster CASE --remove NUMBER")


def stamp(assessment: Assessment, pack: Pack, role: str, seat: int = 0) -> WorksheetStamp:
    """What a worksheet of this case says about itself."""
    return WorksheetStamp(case_mark(assessment), pack_mark(pack), role, pack.language or "en", pack.edition, seat)


def case_mark(assessment: Assessment) -> str:
    """Which assessment of which case: every case has an `a1`, none was begun at the same microsecond by the same."""
    return mark(assessment.id, assessment.created.isoformat(), assessment.by, assessment.pack)


def pack_mark(pack: Pack) -> str:
    """The first twelve digits of the pack's digest, by which a sheet names its pack."""
    return pack.digest[:12]
