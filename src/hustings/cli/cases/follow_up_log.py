"""The log of a follow-up: its assessment is begun with the first answer, so that looking at it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from hustings.answers.events import EDITION, Answer, Event, State
from hustings.answers.replay import chosen_edition, followed, replay
from hustings.answers.versions.compatibility import fitting
from hustings.casefile import Assessment, CaseFile
from hustings.cli.cases.case_assessments import all_assessed, answered, own_pack
from hustings.cli.cases.case_pack import pack_of
from hustings.cli.options import read_pack_in_language
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.shipped import find_pack, shipped_pack
from hustings.problems import InputError
from hustings.scoring.progress.follow_up import FollowUp, follow_up

TITLE = "follow-up"
"""Of the first follow-up; the next ones are numbered."""
SOURCE = "follow-up"


@dataclass(slots=True)
class FollowUpLog:
    """The events of a follow-up of `last`; implements `hustings.answers.events.Log`."""

    file: CaseFile
    pack: Pack
    by: str
    last: Assessment
    title: str
    begun: Assessment | None = None

    def events(self) -> tuple[Event, ...]:
        """All events so far; none before the first answer."""
        return () if self.begun is None else self.file.events(self.begun.id)

    def append(self, question: str, answer: Answer | None, *, source: str = SOURCE) -> Event:
        """Record an answer; the first begins the assessment. When this returns, it is on disk."""
        return self.append_all([(question, answer)], source=source)[-1]

    def append_all(self, answers: Sequence[tuple[str, Answer | None]], *, source: str = SOURCE) -> tuple[Event, ...]:
        """Record several answers, all or none; the first begin the assessment, in the edition of the last one."""
        if self.begun is None:
            at = datetime.now(UTC)
            self.begun = self.file.add_assessment(
                pack=self.pack, title=self.title, by=self.by, at=at, follows=self.last.id
            )
        log, edition = self.file.log(self.begun.id, self.by), chosen_edition(self.file.events(self.last.id))
        if edition and edition != chosen_edition(self.events()):
            answers = [(EDITION, Answer(State.ANSWERED, edition)), *answers]
        return log.append_all(answers, source=source)


def pack_today(file: CaseFile, pack: str | None) -> Pack:
    """The pack of today: named, or installed; that of last time if it is nowhere else.

    Raises `InputError` if it is another pack than the case's.
    """
    latest = file.latest()
    try:
        newest = read_pack_in_language(find_pack(pack) if pack else shipped_pack(latest.pack))
    except InputError:
        if pack:
            raise
        return own_pack(file, latest, None)
    return newest if newest.id == latest.pack else pack_of(latest, pack)


@dataclass(frozen=True, slots=True)
class Begun:
    """A follow-up as it is begun or gone on with: what it starts from, today's pack in its edition, and its log."""

    found: FollowUp
    scope: Pack
    log: FollowUpLog


def begin(file: CaseFile, pack: Pack, by: str, title: str | None = None) -> Begun:
    """Begin a follow-up of the latest assessment with answers, or go on with the one that is not finished.

    Raises `InputError` if nothing was answered yet, or the title is taken.
    """
    have = answered(file)
    if not have:
        what = say("{file} has no answers yet, so there is nothing to follow up.", file=file.path.name)
        raise InputError(what, say("Answer its questions first: hustings interview"))
    unfinished = _unfinished(file, pack)
    last = unfinished[1] if unfinished else have[-1]
    started = _found(file, last, pack)
    log = FollowUpLog(file, pack, by, last, title or _free_title(file), unfinished[0] if unfinished else None)
    if title is not None and unfinished is None and any(one.title == title for one in file.assessments()):
        what = say("{file} already has an assessment “{title}”.", file=file.path.name, title=title)
        raise InputError(what, say("Give it another title."))
    return Begun(started, scoped(pack, chosen_edition(file.events(last.id))), log)


def _found(file: CaseFile, last: Assessment, pack: Pack) -> FollowUp:
    complete = own_pack(file, last, None)
    (assessed,) = all_assessed(file, [last], None)
    said, _ = fitting(complete, replay(file.events(last.id)))
    return follow_up(assessed, (complete, said), pack)


def _unfinished(file: CaseFile, pack: Pack) -> tuple[Assessment, Assessment] | None:
    """The latest assessment and the one that it follows, if some answers of that are not confirmed yet."""
    latest = file.latest()
    earlier = {one.id: one for one in file.assessments()}.get(followed(file.events(latest.id)))
    if earlier is None:
        return None
    confirmed = replay(file.events(latest.id))
    pending = [name for name in _found(file, earlier, pack).before if name not in confirmed]
    return (latest, earlier) if pending else None


def _free_title(file: CaseFile) -> str:
    taken = {one.title for one in file.assessments()}
    names = [TITLE, *(f"{TITLE} {number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)
