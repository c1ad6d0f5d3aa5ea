"""Reading returned worksheets and checking them against their case: either all are valid or none is imported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from hustings.answers.workshop.workshop_log import Seat
from hustings.casefile import Assessment
from hustings.cli.workshop.roster_case import case_mark, pack_mark
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.rules import DateOrder
from hustings.problems import InputError, PackError, Place, Problem, as_problem
from hustings.text import same_name

if TYPE_CHECKING:
    from hustings.report.paper.filled_form import FilledForm


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """One filled worksheet. `digest` is that of its content, whatever program saved the file.

    `notes` are sentences about what was unclear.
    """

    file: str
    stamp: WorksheetStamp
    name: str
    answers: tuple[MarkedAnswer, ...]
    digest: str
    notes: tuple[str, ...] = ()


def read_sheets(
    files: Sequence[Path], pack: Pack, assessment: Assessment, answers: Answers = MappingProxyType({})
) -> tuple[ReturnedSheet, ...]:
    """Read all files. Raises `PackError` with every mistake in any of them; equal sheets are read once.

    `answers` are those of the case; dates in figures depend on the place.
    """
    sheets_read, problems = list[ReturnedSheet](), list[Problem]()
    for path in files:
        try:
            sheet, mistakes = _read(path, pack, assessment, answers)
            problems += mistakes
            sheets_read += [sheet] if sheet.digest not in {one.digest for one in sheets_read} else []
        except InputError as wrong_file:
            problems.append(_problem(str(path), wrong_file.what, wrong_file.hint))
    if problems:
        raise PackError(problems)
    return tuple(sheets_read)


def _problem(file: str, what: str, hint: str = "", question: str = "") -> Problem:
    text = as_problem(what)
    return Problem(Place(file), f"`{question}`: {text}" if question else text, hint)


def _read(path: Path, pack: Pack, assessment: Assessment, answers: Answers) -> tuple[ReturnedSheet, list[Problem]]:
    from hustings.report.paper.filled_form import returned

    form = returned(path)
    stamp = _stamp(form.fields, pack, assessment)
    answers_given, mistakes = marked(pack, form.fields, _order(pack, form, answers), form.doubts)
    notes = (*noticed(pack, form.fields, form.doubts), *_drawing_notes(form))
    if not answers_given and not mistakes:
        what = " ".join([say("Nothing is filled in."), *notes])
        raise InputError(what, say("Ask whether it was saved after it was filled in."))
    name = written_name(form.fields)
    sheet = ReturnedSheet(str(path), stamp, name, answers_given, _digest(stamp, name, answers_given), notes)
    return sheet, [_problem(str(path), one.why.why, one.why.hint, one.question) for one in mistakes]


def _order(pack: Pack, form: FilledForm, answers: Answers) -> DateOrder | None:
    """The order of dates in figures at the case's place, otherwise at the place ticked on the sheet."""
    ticked = {one.question.id: one.answer() for one in marked(pack, form.fields, None, form.doubts)[0]}
    on_sheet = {name: answer for name, answer in ticked.items() if isinstance(answer, Answer)}
    known = {name: answer for name, answer in answers.items() if answer.state is State.ANSWERED}
    return date_order(pack, {**on_sheet, **known})


def _digest(stamp: WorksheetStamp, name: str, marked_answers: Sequence[MarkedAnswer]) -> str:
    lines = [
        str(stamp),
        name,
        *(repr((one.question.id, one.said.value, one.value, one.note)) for one in marked_answers),
    ]
    return sha256("\n".join(lines).encode(errors="replace")).hexdigest()


def _drawing_notes(form: FilledForm) -> Iterator[str]:
    """Notes on what is in the file besides its fields."""
    for page in form.drawn:
        yield say("On page {page} something is written or drawn over the form; look at it, it is not read.", page=page)
    if form.cut:
        yield say("Pages were taken out of the file; what was filled in on them is left out.")


def _stamp(fields: Mapping[str, str], pack: Pack, assessment: Assessment) -> WorksheetStamp:
    """The stamp of a sheet. Raises `InputError` if the sheet belongs to another case or pack."""
    stamp = stamp_of(fields.get(STAMP, ""))
    if stamp is None:
        raise InputError(
            say("It is not a worksheet from Hustings, or the line at its end was changed."),
            say("Write it again: hustings workshop worksheets CASE"),
        )
    if stamp.case != case_mark(assessment):
        raise InputError(
            say("It is the worksheet of another case, or of an earlier assessment."), say("Look for the right case.")
        )
    if stamp.digest != pack_mark(pack):
        raise InputError(
            say("It was made with another version of the questions."),
            say("Write it again: hustings workshop worksheets CASE"),
        )
    return stamp


# --- owners --------------------------------------------------------------------------------------------------


def owners(
    returned_sheets: Sequence[ReturnedSheet], seats: Sequence[Seat], nameless: Mapping[str, int], chosen: int
) -> dict[str, Seat]:
    """The owner of each sheet, by its digest; number 0 is a new seat. `nameless`: those of imported unnamed sheets.

    `chosen` is the number given with `--seat`; 0 if none. Raises `PackError`.
    """
    owner_of, problems = dict[str, Seat](), list[Problem]()
    for sheet in returned_sheets:
        try:
            owner = _owner(sheet, seats, nameless.get(sheet.digest, 0), chosen)
        except InputError as wrong:
            problems.append(_problem(sheet.file, wrong.what, wrong.hint))
            continue
        same_owner = next(
            (one for one in returned_sheets if one.digest in owner_of and _is_same_person(owner_of[one.digest], owner)),
            None,
        )
        if same_owner is not None:
            what = say("It is from the same person as {other}.", other=same_owner.file)
            problems.append(_problem(sheet.file, what, say("Leave the older one out.")))
        owner_of[sheet.digest] = owner
    if problems:
        raise PackError(problems)
    return owner_of


def _is_same_person(one: Seat, other: Seat) -> bool:
    return one == other if one.number or other.number else same_name(one.name, other.name)


def _owner(sheet: ReturnedSheet, seats: Sequence[Seat], earlier: int, chosen: int) -> Seat:
    by_number = {seat.number: seat for seat in seats}
    number = chosen or sheet.stamp.seat
    if number or earlier in by_number:
        return _checked_seat(sheet, by_number.get(number or earlier), chosen=bool(chosen))
    same_role = [seat for seat in seats if seat.role == sheet.stamp.role and not seat.observer]
    if sheet.name:
        same_named = [seat for seat in same_role if same_name(seat.name, sheet.name)]
        if len(same_named) > 1:
            raise _ambiguous_owner(same_named)
        return same_named[0] if same_named else Seat(0, sheet.name, sheet.stamp.role, sheet.stamp.language)
    if same_role:
        raise _ambiguous_owner(same_role)
    return Seat(0, "", sheet.stamp.role, sheet.stamp.language)


def _ambiguous_owner(seats: Sequence[Seat]) -> InputError:
    listed = ", ".join(f"{seat.number} {seat.name}".strip() for seat in seats)
    return InputError(
        say("It does not say whose it is; the roster has {people}.", people=listed),
        say("Name one with --seat NUMBER, one file at a time."),
    )


def _checked_seat(sheet: ReturnedSheet, seat: Seat | None, *, chosen: bool) -> Seat:
    """The seat that a sheet was made for or that was chosen. Raises `InputError` if the sheet does not fit it."""
    if seat is None:
        raise InputError(
            say("It is from somebody who is no longer in the roster."),
            say("Add the person again, and name the number with --seat."),
        )
    if seat.role != sheet.stamp.role:
        raise InputError(
            say("It is for another role than number {number} of the roster has.", number=seat.number),
            say("Write it again: hustings workshop worksheets CASE"),
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


def answers_by_sheet(returned_sheets: Sequence[ReturnedSheet]) -> dict[str, list[tuple[str, Answer]]]:
    """The sheets' answers, by digest. Raises `PackError` if two sheets differ or an answer is not valid."""
    problems = list(_conflicts(returned_sheets))
    valid = dict[str, list[tuple[str, Answer]]]()
    for sheet in returned_sheets:
        for one in sheet.answers:
            match one.answer():
                case Answer() as answer:
                    valid.setdefault(sheet.digest, []).append((one.question.id, answer))
                case Refusal(why, hint):
                    problems.append(_problem(sheet.file, why, hint))
    if problems:
        raise PackError(problems)
    return valid


def _conflicts(returned_sheets: Sequence[ReturnedSheet]) -> Iterator[Problem]:
    """Problems for questions to which two sheets give different answers."""
    first = dict[str, tuple[MarkedAnswer, str]]()
    for sheet in returned_sheets:
        for one in sheet.answers:
            if one.answer() is None:
                continue
            before, file = first.setdefault(one.question.id, (one, sheet.file))
            if (before.said, before.value) != (one.said, one.value):
                what = say("{other} answers it differently.", other=file)
                hint = say("Take one of them, or let a workshop decide: leave --as-answers away.")
                yield _problem(sheet.file, what, hint, one.question.id)
