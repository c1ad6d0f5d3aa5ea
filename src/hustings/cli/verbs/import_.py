"""`hustings import`: filled worksheets into a case, as first votes of its workshop or as answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import click

from hustings.answers.accept import LONGEST_NOTE, shown
from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.answers.worksheet_fields import MarkedAnswer
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.records import PREWORK, CastVote, EntryKind, LogEntry, Seat
from hustings.answers.workshop.state import QuestionPhase
from hustings.casefile import CaseJournal, CaseLog, open_case
from hustings.casefile.workshop_rows import NAMELESS
from hustings.cli.invocation import next_command
from hustings.cli.opened_case import OpenedCase, any_size, case_path, login, opened
from hustings.cli.options import lang_option
from hustings.cli.output import tell
from hustings.cli.spoken_help import Verb
from hustings.cli.workshop.returned_worksheets import ReturnedSheet, as_answers, owners, sheets
from hustings.cli.workshop.roster_case import journal_of, same_names, still_on
from hustings.messages import say, several, spelled_date
from hustings.scoring.implausible_dates import notes
from hustings.scoring.plan.dates.calendar import clock

PAPER = "paper"


@click.command("import", cls=Verb, short_help="Read filled worksheets into a case.")
@click.argument("case")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--as-answers", is_flag=True, help="Take them as answers: there is no workshop.")
@click.option("--seat", type=int, default=0, metavar="NUMBER", help="Whose sheet it is, by the number in the roster.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@click.option("--by", help="Who imports; your login name otherwise.")
@lang_option
def import_(
    case: str, files: tuple[Path, ...], seat: int, pack: str | None, by: str | None, *, as_answers: bool
) -> None:
    """Read filled worksheets (FILE..., as PDF) into CASE.

    They become first votes of the workshop, and pre-fill its first round. All files are checked before anything of
    them is taken; a file that was read before changes nothing.
    """
    if seat and (len(files) > 1 or as_answers):
        raise click.UsageError(say("--seat is for one file, as votes."))
    found = opened(case, pack, whole=True)
    read = sheets(files, found.pack, found.assessment, found.answers)
    lines = answers_in(case, by, read) if as_answers else votes_in(case, by, read, found, seat)
    tell(lines)
    tell(f"{sheet.file}: {sentence}" for sheet in read for sentence in sheet.told)
    tell(_odd_dates(found, read))
    if not as_answers:
        tell([say("On the day, give each of them a personal link from the console, under People.")])
        tell([say("With the code of the room and another name they would count twice.")])
    verb = "report" if as_answers else "workshop"
    tell([say("Next: {command}", command=next_command(verb, str(case_path(case))))])


def _odd_dates(found: OpenedCase, read: Sequence[ReturnedSheet]) -> tuple[str, ...]:
    """What looks mistyped about the dates on sheets, with what is known already."""
    dates = {one.question.id: one.value for sheet in read for one in sheet.said if isinstance(one.value, date)}
    said = {name: Answer(State.ANSWERED, day) for name, day in dates.items()}
    today = date.today()  # noqa: DTZ011 - the day where the campaign is
    return notes(clock(found.pack, {**found.answers, **said}, today)) if said else ()


# --- as votes ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ImportCount:
    """What came of a sheet: votes that are new, questions that the room had begun with, facts written down."""

    votes: int
    late: tuple[str, ...]
    facts: int


def votes_in(case: str, by: str | None, read: Sequence[ReturnedSheet], found: OpenedCase, chosen: int) -> list[str]:
    """Cast what the sheets say before the first round; tells what came of each."""
    with journal_of(case, by) as journal:
        still_on(journal)
        kept = {sheet.print: int(journal.key(NAMELESS + sheet.print) or 0) for sheet in read}
        whose = owners(read, journal.seats(), kept, chosen)
        lines = [_one_in(journal, sheet, whose[sheet.print], found) for sheet in read]
        return [*lines, *same_names(journal.seats())]


def _one_in(journal: CaseJournal, sheet: ReturnedSheet, owner: Seat, found: OpenedCase) -> str:
    seat = _seated(journal, sheet, owner)
    taken = _cast(journal, sheet, seat)
    titles = {role.id: role.title for role in found.pack.questionnaire.roles}
    name = say("{name} ({role})", name=seat.name or say("No name"), role=titles.get(seat.role, seat.role))
    who = name if owner.number else say("{who}, new in the roster as number {number}", who=name, number=seat.number)
    return f"{sheet.file}: {who}: {', '.join(_told(taken))}."


def _told(taken: ImportCount) -> Iterator[str]:
    if not (taken.votes or taken.facts or taken.late):
        yield say("nothing new")
    if taken.votes:
        yield several(taken.votes, "{n} vote for the first round", "{n} votes for the first round")
    if taken.facts:
        yield several(taken.facts, "{n} fact noted for whoever leads", "{n} facts noted for whoever leads")
    if taken.late:
        yield say("left out, since the room has begun with them: {questions}", questions=", ".join(taken.late))


def _seated(journal: CaseJournal, sheet: ReturnedSheet, owner: Seat) -> Seat:
    """The seat, in the roster; a new one without a name is remembered by its sheet, before it is there."""
    if owner.number:
        return owner
    number = journal.next_seat()
    if not owner.name:
        journal.keep_key(NAMELESS + sheet.print, str(number))
    return journal.sit(Seat(number, owner.name, owner.role, owner.language))


def _cast(journal: CaseJournal, sheet: ReturnedSheet, seat: Seat) -> ImportCount:
    standing = room(journal.entries())
    early = [one for one in sheet.said if standing.topic(one.question.id).phase is QuestionPhase.DRAFT]
    votes = [(one, vote) for one in early if (vote := one.vote()) is not None]
    casts = [CastVote(seat.number, one.question.id, PREWORK, vote, sheet.print) for one, vote in votes]
    facts = [one for one in sheet.said if not one.question.choices and one.value is not None]
    late = tuple(one.question.id for one in sheet.said if one.question.choices and one not in early)
    return ImportCount(sum(journal.cast(*casts)), late, _note(journal, facts))


def _note(journal: CaseJournal, facts: Sequence[MarkedAnswer]) -> int:
    """Write down what nobody votes on, such as a date; how much of it is new."""
    known = {(entry.question, entry.text) for entry in journal.entries()}
    noted = [(one.question.id, say("On a worksheet: {value}", value=_shown(one))[:LONGEST_NOTE]) for one in facts]
    new = [
        LogEntry(0, datetime.now(UTC), "", EntryKind.NOTED, name, text=text)
        for name, text in noted
        if (name, text) not in known
    ]
    if new:
        journal.add(new)
    return len(new)


def _shown(one: MarkedAnswer) -> str:
    match one.value:
        case Fraction() as number:
            return shown(number)
        case date() as day:
            return spelled_date(day)
        case other:
            return str(other)


# --- as answers ----------------------------------------------------------------------------------------------


def answers_in(case: str, by: str | None, read: Sequence[ReturnedSheet]) -> list[str]:
    """Take the sheets as answers of the assessment; tells what came of each."""
    taken = as_answers(read)
    with open_case(case_path(case), large=any_size()) as file:
        lines = []
        for sheet in read:
            log = file.log(file.latest().id, sheet.name or by or login())
            said = _unsaid(log, taken.get(sheet.print, []))
            before = replay(log.events())
            if said:
                log.append_all(said, source=PAPER)
            lines.append(_answered(sheet, said, [name for name, _ in said if name in before]))
    return lines


def _unsaid(log: CaseLog, said: Sequence[tuple[str, Answer]]) -> list[tuple[str, Answer]]:
    """What neither stands already nor was taken from paper once: a sheet read again must not undo a correction."""
    events = log.events()
    standing, on_paper = replay(events), {(one.question, one.answer) for one in events if one.source == PAPER}
    return [(name, answer) for name, answer in said if standing.get(name) != answer and (name, answer) not in on_paper]


def _answered(sheet: ReturnedSheet, said: Sequence[tuple[str, Answer]], replaced: Sequence[str]) -> str:
    if not said:
        return say("{file}: nothing new.", file=sheet.file)
    count = several(len(said), "{n} answer", "{n} answers")
    if not replaced:
        return say("{file}: {count}.", file=sheet.file, count=count)
    return say(
        "{file}: {count}; what stood before is replaced, and kept in the history: {questions}.",
        file=sheet.file,
        count=count,
        questions=", ".join(replaced),
    )
