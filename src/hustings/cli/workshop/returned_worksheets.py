"""Worksheets that came back, held against their case: all of them are in order, or nothing of any is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer, Answers, State
from hustings.answers.typed_dates import date_order
from hustings.answers.worksheet_fields import (
    STAMP,
    MarkedAnswer,
    WorksheetStamp,
    marked,
    noticed,
    stamp_of,
    written_name,
)
from hustings.answers.workshop.records import Seat
from hustings.casefile import Assessment
from hustings.cli.workshop.roster_case import case_mark, pack_mark
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.rules import DateOrder
from hustings.problems import InputError, PackError, Place, Problem, as_problem
from hustings.text import same_name

if TYPE_CHECKING:
    from hustings.report.paper.filled_form import FilledForm


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """One filled sheet. `print` is that of what it says: the same again is known by it, whatever program saved it.

    `told` are sentences about what was not plain.
    """

    file: str
    stamp: WorksheetStamp
    name: str
    said: tuple[MarkedAnswer, ...]
    print: str
    told: tuple[str, ...] = ()


def sheets(
    files: Sequence[Path], pack: Pack, assessment: Assessment, answers: Answers = MappingProxyType({})
) -> tuple[ReturnedSheet, ...]:
    """Read every file. Raises `PackError` with every mistake in any of them; the same file twice counts once.

    `answers`: what the case knows, for dates in figures.
    """
    found, problems = list[ReturnedSheet](), list[Problem]()
    for path in files:
        try:
            sheet, wrong = _read(path, pack, assessment, answers)
            problems += wrong
            found += [sheet] if sheet.print not in {one.print for one in found} else []
        except InputError as wrong_file:
            problems.append(_problem(str(path), wrong_file.what, wrong_file.hint))
    if problems:
        raise PackError(problems)
    return tuple(found)


def _problem(file: str, what: str, hint: str = "", question: str = "") -> Problem:
    told = as_problem(what)
    return Problem(Place(file), f"`{question}`: {told}" if question else told, hint)


def _read(path: Path, pack: Pack, assessment: Assessment, answers: Answers) -> tuple[ReturnedSheet, list[Problem]]:
    from hustings.report.paper.filled_form import returned

    found = returned(path)
    stamp = _stamp(found.fields, pack, assessment)
    said, mistakes = marked(pack, found.fields, _order(pack, found, answers), found.doubts)
    told = (*noticed(pack, found.fields, found.doubts), *_beside(found))
    if not said and not mistakes:
        what = " ".join([say("Nothing is filled in."), *told])
        raise InputError(what, say("Ask whether it was saved after it was filled in."))
    name = written_name(found.fields)
    sheet = ReturnedSheet(str(path), stamp, name, said, _print(stamp, name, said), told)
    return sheet, [_problem(str(path), one.why.why, one.why.hint, one.question) for one in mistakes]


def _order(pack: Pack, found: FilledForm, answers: Answers) -> DateOrder | None:
    """Dates in figures: as in the place that the case knows, else as in the one ticked on it."""
    ticked = {one.question.id: one.answer() for one in marked(pack, found.fields, None, found.doubts)[0]}
    on_sheet = {name: answer for name, answer in ticked.items() if isinstance(answer, Answer)}
    known = {name: answer for name, answer in answers.items() if answer.state is State.ANSWERED}
    return date_order(pack, {**on_sheet, **known})


def _print(stamp: WorksheetStamp, name: str, said: Sequence[MarkedAnswer]) -> str:
    lines = [str(stamp), name, *(repr((one.question.id, one.said.value, one.value, one.note)) for one in said)]
    return sha256("\n".join(lines).encode(errors="replace")).hexdigest()


def _beside(found: FilledForm) -> Iterator[str]:
    """What is in the file besides its fields."""
    for page in found.drawn:
        yield say("On page {page} something is written or drawn over the form; look at it, it is not read.", page=page)
    if found.cut:
        yield say("Pages were taken out of the file; what was filled in on them is left out.")


def _stamp(fields: Mapping[str, str], pack: Pack, assessment: Assessment) -> WorksheetStamp:
    """The stamp, if the sheet belongs here. Raises `InputError` that says where else."""
    stamp = stamp_of(fields.get(STAMP, ""))
    if stamp is None:
        raise InputError(
            say("It is no worksheet of Hustings, or the line at its end was changed."),
            say("Write it anew: hustings workshop worksheets CASE"),
        )
    if stamp.case != case_mark(assessment):
        raise InputError(
            say("It is the worksheet of another case, or of an earlier assessment."), say("Look for the right case.")
        )
    if stamp.digest != pack_mark(pack):
        raise InputError(
            say("It was made with another version of the questions."),
            say("Write it anew: hustings workshop worksheets CASE"),
        )
    return stamp


# --- whose they are ------------------------------------------------------------------------------------------


def owners(
    found: Sequence[ReturnedSheet], seats: Sequence[Seat], kept: Mapping[str, int], chosen: int
) -> dict[str, Seat]:
    """Whose sheet each is, by its print; a seat with the number 0 is new. `kept` are nameless ones of before.

    `chosen` is the seat that whoever imports has named, 0 if none. Raises `PackError`.
    """
    whose, problems = dict[str, Seat](), list[Problem]()
    for sheet in found:
        try:
            owner = _owner(sheet, seats, kept.get(sheet.print, 0), chosen)
        except InputError as wrong:
            problems.append(_problem(sheet.file, wrong.what, wrong.hint))
            continue
        twin = next((one for one in found if one.print in whose and _same(whose[one.print], owner)), None)
        if twin is not None:
            what = say("It is from the same person as {other}.", other=twin.file)
            problems.append(_problem(sheet.file, what, say("Leave the older one out.")))
        whose[sheet.print] = owner
    if problems:
        raise PackError(problems)
    return whose


def _same(one: Seat, other: Seat) -> bool:
    return one == other if one.number or other.number else same_name(one.name, other.name)


def _owner(sheet: ReturnedSheet, seats: Sequence[Seat], before: int, chosen: int) -> Seat:
    by_number = {seat.number: seat for seat in seats}
    number = chosen or sheet.stamp.seat
    if number or before in by_number:
        return _named(sheet, by_number.get(number or before), chosen=bool(chosen))
    there = [seat for seat in seats if seat.role == sheet.stamp.role and not seat.observer]
    if sheet.name:
        known = [seat for seat in there if same_name(seat.name, sheet.name)]
        if len(known) > 1:
            raise _whose(known)
        return known[0] if known else Seat(0, sheet.name, sheet.stamp.role, sheet.stamp.language)
    if there:
        raise _whose(there)
    return Seat(0, "", sheet.stamp.role, sheet.stamp.language)


def _whose(seats: Sequence[Seat]) -> InputError:
    listed = ", ".join(f"{seat.number} {seat.name}".strip() for seat in seats)
    return InputError(
        say("It does not say whose it is; the roster has {people}.", people=listed),
        say("Name one with --seat NUMBER, one file at a time."),
    )


def _named(sheet: ReturnedSheet, seat: Seat | None, *, chosen: bool) -> Seat:
    """The seat that a sheet was made for, or that whoever imports has named, if it is still the same person's."""
    if seat is None:
        raise InputError(
            say("It is from somebody who is no longer in the roster."),
            say("Add the person again, and name the number with --seat."),
        )
    if seat.role != sheet.stamp.role:
        raise InputError(
            say("It is for another role than number {number} of the roster has.", number=seat.number),
            say("Write it anew: hustings workshop worksheets CASE"),
        )
    if seat.observer:
        raise InputError(say("It is from an observer, who does not vote."), say("Leave it out."))
    if sheet.name and seat.name and not (chosen or same_name(sheet.name, seat.name)):
        raise InputError(
            say("It was made for number {number}, {name}, and says “{other}”.", **_two_names(sheet, seat)),
            say("Ask who filled it in, and name the number with --seat, one file at a time."),
        )
    return seat


def _two_names(sheet: ReturnedSheet, seat: Seat) -> dict[str, str]:
    return {"number": str(seat.number), "name": seat.name, "other": sheet.name}


# --- as answers ----------------------------------------------------------------------------------------------


def as_answers(found: Sequence[ReturnedSheet]) -> dict[str, list[tuple[str, Answer]]]:
    """What the sheets say as answers, by their print. Raises `PackError` where two differ or one cannot be taken."""
    problems = list(_conflicts(found))
    taken = dict[str, list[tuple[str, Answer]]]()
    for sheet in found:
        for one in sheet.said:
            match one.answer():
                case Answer() as answer:
                    taken.setdefault(sheet.print, []).append((one.question.id, answer))
                case Refusal(why, hint):
                    problems.append(_problem(sheet.file, why, hint))
    if problems:
        raise PackError(problems)
    return taken


def _conflicts(found: Sequence[ReturnedSheet]) -> Iterator[Problem]:
    """Questions to which two sheets give different answers: only a room can settle that."""
    first = dict[str, tuple[MarkedAnswer, str]]()
    for sheet in found:
        for one in sheet.said:
            if one.answer() is None:
                continue
            before, file = first.setdefault(one.question.id, (one, sheet.file))
            if (before.said, before.value) != (one.said, one.value):
                what = say("{other} answers it differently.", other=file)
                hint = say("Take one of them, or let a workshop decide: leave --as-answers away.")
                yield _problem(sheet.file, what, hint, one.question.id)
