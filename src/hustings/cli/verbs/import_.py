"""`hustings import`: import filled worksheets into a case, as first votes of its workshop or as answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import click

from hustings.answers.accept import LONGEST_NOTE
from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.answers.typed_numbers import shown
from hustings.answers.worksheet_fields import MarkedAnswer
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import PREWORK, CastVote, EntryKind, LogEntry, Seat
from hustings.casefile import CaseJournal, CaseLog, open_case
from hustings.casefile.tables.workshop_rows import NAMELESS
from hustings.cli.cases.opened_case import OpenedCase, case_path, is_any_size_allowed, read_case
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option
from hustings.cli.output import echo_lines
from hustings.cli.remembered_name import author
from hustings.cli.translated_help import Verb
from hustings.cli.workshop.returned_worksheets import ReturnedSheet, answers_by_sheet, owners, read_sheets
from hustings.cli.workshop.roster_case import check_not_finished, journal_of, same_names
from hustings.frozen_records import dataclass
from hustings.messages import say, several, spelled_date
from hustings.pack.model import Pack
from hustings.scoring.implausible_dates import notes
from hustings.scoring.plan.dates.calendar import clock

PAPER = "paper"


@click.command("import", cls=Verb, short_help="Read filled worksheets into a case.")
@click.argument("case")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--as-answers", is_flag=True, help="Take them as answers: there is no workshop.")
@click.option("--seat", type=int, default=0, metavar="NUMBER", help="Whose sheet it is, by the number in the roster.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@click.option("--by", help="Who imports; remembered on this machine.")
@lang_option
def import_(
    case: str, files: tuple[Path, ...], seat: int, pack: str | None, by: str | None, *, as_answers: bool
) -> None:
    """Read filled worksheets (FILE..., as PDF or as saved answers) into CASE.

    They become first votes of the workshop, and pre-fill its first round. All files are checked before anything of
    them is taken; a file that was read before changes nothing.
    """
    if seat and (len(files) > 1 or as_answers):
        raise click.UsageError(say("--seat takes one file, and its answers as votes: leave --as-answers away."))
    opened = read_case(case, pack, all_editions=True)
    sheets = read_sheets(files, opened.pack, opened.assessment, opened.answers)
    results = import_answers(case, by, sheets) if as_answers else import_votes(case, by, sheets, opened, seat)
    echo_lines(results)
    echo_lines(f"{sheet.file}: {sentence}" for sheet in sheets for sentence in sheet.notes)
    echo_lines(_odd_dates(opened, sheets))
    if not as_answers:
        echo_lines([say("On the day, give each of them a personal link from the console, under People.")])
        echo_lines([say("With the code of the room and another name they would count twice.")])
    verb = "report" if as_answers else "workshop"
    echo_lines([say("Next: {command}", command=next_command(verb, str(case_path(case))))])


def _odd_dates(opened: OpenedCase, sheets: Sequence[ReturnedSheet]) -> tuple[str, ...]:
    """Notes on dates of the sheets that look mistyped."""
    dates = {
        marked.question.id: marked.value
        for sheet in sheets
        for marked in sheet.answers
        if isinstance(marked.value, date)
    }
    answers = {name: Answer(State.ANSWERED, day) for name, day in dates.items()}
    today = date.today()  # noqa: DTZ011 - the day where the campaign is
    return notes(clock(opened.pack, {**opened.answers, **answers}, today)) if answers else ()


# --- as votes ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ImportCount:
    """What was imported from a sheet: new votes and facts; `late` are questions that were already begun."""

    votes: int
    late: tuple[str, ...]
    facts: int


def import_votes(
    case: str, by: str | None, sheets: Sequence[ReturnedSheet], opened: OpenedCase, chosen: int
) -> list[str]:
    """Import the sheets as votes before the first round; a line about each."""
    with journal_of(case, by) as journal:
        return import_into(journal, sheets, opened.pack, chosen)


def import_into(journal: CaseJournal, sheets: Sequence[ReturnedSheet], pack: Pack, chosen: int = 0) -> list[str]:
    """The same into the journal of a case that is open, such as that of a workshop that runs."""
    check_not_finished(journal)
    nameless = {sheet.digest: int(journal.key(NAMELESS + sheet.digest) or 0) for sheet in sheets}
    owner_of = owners(sheets, journal.seats(), nameless, chosen)
    results = [_import_sheet(journal, sheet, owner_of[sheet.digest], pack) for sheet in sheets]
    return [*results, *same_names(journal.seats())]


def _import_sheet(journal: CaseJournal, sheet: ReturnedSheet, owner: Seat, pack: Pack) -> str:
    seat = _seat_of(journal, sheet, owner)
    count = _cast(journal, sheet, seat)
    titles = {role.id: role.title for role in pack.questionnaire.roles}
    name = say("{name} ({role})", name=seat.name or say("No name"), role=titles.get(seat.role, seat.role))
    person = name if owner.number else say("{who}, new in the roster as number {number}", who=name, number=seat.number)
    return f"{sheet.file}: {person}: {', '.join(_count_texts(count))}."


def _count_texts(count: ImportCount) -> Iterator[str]:
    if not (count.votes or count.facts or count.late):
        yield say("nothing new")
    if count.votes:
        yield several(count.votes, "{n} vote for the first round", "{n} votes for the first round")
    if count.facts:
        yield several(count.facts, "{n} fact noted for whoever leads", "{n} facts noted for whoever leads")
    if count.late:
        yield say("left out, since the room has begun with them: {questions}", questions=", ".join(count.late))


def _seat_of(journal: CaseJournal, sheet: ReturnedSheet, owner: Seat) -> Seat:
    """The owner's seat in the roster. The number of a new one without a name is saved with the sheet's digest."""
    if owner.number:
        return owner
    number = journal.next_seat()
    if not owner.name:
        journal.keep_key(NAMELESS + sheet.digest, str(number))
    return journal.sit(Seat(number, owner.name, owner.role, owner.language))


def _cast(journal: CaseJournal, sheet: ReturnedSheet, seat: Seat) -> ImportCount:
    state = room(journal.entries())
    not_begun = [one for one in sheet.answers if state.topic(one.question.id).phase is QuestionPhase.DRAFT]
    votes = [(one, vote) for one in not_begun if (vote := one.vote()) is not None]
    casts = [CastVote(seat.number, one.question.id, PREWORK, vote, sheet.digest) for one, vote in votes]
    facts = [one for one in sheet.answers if not one.question.choices and one.value is not None]
    late = tuple(one.question.id for one in sheet.answers if one.question.choices and one not in not_begun)
    return ImportCount(sum(journal.cast(*casts)), late, _note(journal, facts))


def _note(journal: CaseJournal, facts: Sequence[MarkedAnswer]) -> int:
    """Record facts that are not voted on, such as a date, as notes; how many are new."""
    existing = {(entry.question, entry.text) for entry in journal.entries()}
    facts_noted = [
        (one.question.id, say("On a worksheet: {value}", value=_value_text(one))[:LONGEST_NOTE]) for one in facts
    ]
    new = [
        LogEntry(0, datetime.now(UTC), "", EntryKind.NOTED, name, text=text)
        for name, text in facts_noted
        if (name, text) not in existing
    ]
    if new:
        journal.add(new)
    return len(new)


def _value_text(one: MarkedAnswer) -> str:
    match one.value:
        case Fraction() as number:
            return shown(number)
        case date() as day:
            return spelled_date(day)
        case other:
            return str(other)


# --- as answers ----------------------------------------------------------------------------------------------


def import_answers(case: str, by: str | None, sheets: Sequence[ReturnedSheet]) -> list[str]:
    """Import the sheets as answers of the assessment; a line about each."""
    valid = answers_by_sheet(sheets)
    who = author(by)
    with open_case(case_path(case), large=is_any_size_allowed()) as file:
        file.check_open(file.latest().id)
        results = []
        for sheet in sheets:
            log = file.log(file.latest().id, sheet.name or who)
            new = _new_answers(log, valid.get(sheet.digest, []))
            earlier = replay(log.events())
            if new:
                log.append_all(new, source=PAPER)
            results.append(_summary(sheet, new, [name for name, _ in new if name in earlier]))
    return results


def _new_answers(log: CaseLog, answers: Sequence[tuple[str, Answer]]) -> list[tuple[str, Answer]]:
    """Answers that are new. One that was imported before is left out, so that it does not undo a correction."""
    events = log.events()
    current, on_paper = replay(events), {(one.question, one.answer) for one in events if one.source == PAPER}
    return [
        (name, answer) for name, answer in answers if current.get(name) != answer and (name, answer) not in on_paper
    ]


def _summary(sheet: ReturnedSheet, new_answers: Sequence[tuple[str, Answer]], replaced: Sequence[str]) -> str:
    if not new_answers:
        return say("{file}: nothing new.", file=sheet.file)
    count = several(len(new_answers), "{n} answer", "{n} answers")
    if not replaced:
        return say("{file}: {count}.", file=sheet.file, count=count)
    return say(
        "{file}: {count}; what stood before is replaced, and kept in the history: {questions}.",
        file=sheet.file,
        count=count,
        questions=", ".join(replaced),
    )
