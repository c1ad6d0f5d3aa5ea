"""Reading a roster: one person as NAME:ROLE:LANG, or many from a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from hustings.answers.accept import LONGEST_NAME, too_long
from hustings.answers.workshop.workshop_log import Seat
from hustings.file_input import content_of
from hustings.messages import english, say
from hustings.pack.questionnaire import Role
from hustings.problems import InputError, PackError, Place, Problem, as_problem, did_you_mean
from hustings.text import clean, folded_name, name_of, one_line

COLUMNS = ("name", "role", "language", "observer")
FIRST_LINE = english("Such as: name,role,language,observer")
LARGEST, MOST = 200_000, 300
"""The largest file, in bytes, and the most people in a roster."""
YES = ("yes", "y", "x", "1", "true", "si", "sí")


def seat_from_text(text: str, roles: Sequence[Role], languages: Sequence[str]) -> Seat:
    """One person, written as NAME:ROLE or NAME:ROLE:LANG; the name may be empty. Raises `InputError`."""
    parts = text.split(":")
    if len(parts) not in (2, 3):
        raise InputError(
            say("“{text}” is not NAME:ROLE or NAME:ROLE:LANG.", text=text[:LONGEST_NAME]),
            say("Such as “Ann Lee:comms” or “Luis Gil:data:es”."),
        )
    name, role, language = (*parts, "")[:3]
    return make_seat(name, role, language, roles, languages)


def make_seat(
    name: str, role: str, language: str, roles: Sequence[Role], languages: Sequence[str], *, observer: bool = False
) -> Seat:
    """A seat for a person; the role is given by its id or title. Raises `InputError`."""
    full_name, role_text, language_code = name_of(name), one_line(role), clean(language).lower() or languages[0]
    role_ids = {folded_name(word): known_role.id for known_role in roles for word in (known_role.title, known_role.id)}
    role_key = folded_name(role_text)
    if refusal := too_long(full_name, LONGEST_NAME):
        raise InputError(say("The name is too long."), refusal.why)
    if role_key not in role_ids and not (observer and not role_text):
        raise InputError(
            say("There is no role `{role}`.", role=role_text[:LONGEST_NAME]),
            did_you_mean(role_text, [known_role.id for known_role in roles]),
        )
    if language_code not in languages:
        raise InputError(
            say("There is no language `{language}`.", language=language_code[:LONGEST_NAME]),
            did_you_mean(language_code, languages),
        )
    return Seat(0, full_name, role_ids.get(role_key, ""), language_code, observer)


def seats_from_file(path: Path, roles: Sequence[Role], languages: Sequence[str]) -> tuple[Seat, ...]:
    """The people of a CSV file with columns name, role and optionally language, observer. Raises `PackError`."""
    text = _text(path)
    header = text.split("\n", 1)[0]
    rows = csv.DictReader(StringIO(text), delimiter=";" if header.count(";") > header.count(",") else ",")
    try:
        return _people(path.name, rows, roles, languages)
    except csv.Error:
        what = say("its columns cannot be separated")
        hint = say("Look for a quotation mark that is not closed.")
        raise PackError([Problem(Place(path.name, rows.line_num + 1), what, hint)]) from None


def _people(file: str, rows: csv.DictReader[str], roles: Sequence[Role], languages: Sequence[str]) -> tuple[Seat, ...]:
    rows.fieldnames = [str(name).strip().lower() for name in rows.fieldnames or ()]
    if "role" not in rows.fieldnames:
        raise PackError([Problem(Place(file, 1), say("the first line must name the columns"), say(FIRST_LINE))])
    seats, problems = list[Seat](), list[Problem]()
    for row in rows:
        cell = {name: str(row.get(name) or "") for name in COLUMNS}
        if not any(part.strip() for part in cell.values()):
            continue
        try:
            observer = cell["observer"].strip().lower() in YES
            seats.append(make_seat(cell["name"], cell["role"], cell["language"], roles, languages, observer=observer))
        except InputError as wrong:
            problems.append(Problem(Place(file, rows.line_num), as_problem(wrong.what), wrong.hint))
    if problems:
        raise PackError(problems)
    return tuple(seats)


def _text(path: Path) -> str:
    try:
        text = content_of(path, LARGEST).decode("utf-8-sig")
    except InputError as wrong:
        raise InputError(f"{path.name}: {as_problem(wrong.what)}", wrong.hint) from wrong
    except UnicodeDecodeError as wrong:
        raise InputError(say("{file} is not UTF-8 text.", file=path.name), say("Save it as CSV in UTF-8.")) from wrong
    if "\0" in text:
        raise InputError(
            say("{file} is not a list of people.", file=path.name), say("Save it as CSV, one person in a line.")
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")  # line endings of all systems


def new_seats(seats: Iterable[Seat], existing: Sequence[Seat]) -> tuple[Seat, ...]:
    """The seats that are not in the roster yet, by name and role. Raises `InputError` if there are too many."""
    known = {(folded_name(seat.name), seat.role) for seat in existing if seat.name}
    added = list[Seat]()
    for seat in seats:
        person = (folded_name(seat.name), seat.role)
        if not seat.name or person not in known:
            added.append(seat)
            known.add(person)
    if len(existing) + len(added) > MOST:
        raise InputError(say("A roster holds at most {most} people.", most=MOST))
    return tuple(added)
