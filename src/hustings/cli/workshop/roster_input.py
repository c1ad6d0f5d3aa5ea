"""A roster as people write it: one person as NAME:ROLE:LANG, or many in a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from hustings.answers.accept import LONGEST_NAME, too_long
from hustings.answers.workshop.records import Seat
from hustings.file_input import content_of
from hustings.messages import english, say
from hustings.pack.questionnaire import Role
from hustings.problems import InputError, PackError, Place, Problem, as_problem, did_you_mean
from hustings.text import clean, folded_name, name_of, one_line

COLUMNS = ("name", "role", "language", "observer")
FIRST_LINE = english("Such as: name,role,language,observer")
LARGEST, MOST = 200_000, 300
"""Bytes of a file and people in a roster: a workshop is a room."""
YES = ("yes", "y", "x", "1", "true", "si", "sí")


def person(text: str, roles: Sequence[Role], languages: Sequence[str]) -> Seat:
    """One person, written as NAME:ROLE or NAME:ROLE:LANG; the name may be empty. Raises `InputError`."""
    parts = text.split(":")
    if len(parts) not in (2, 3):
        raise InputError(
            say("“{text}” is not NAME:ROLE or NAME:ROLE:LANG.", text=text[:LONGEST_NAME]),
            say("Such as “Ann Lee:comms” or “Luis Gil:data:es”."),
        )
    name, role, language = (*parts, "")[:3]
    return seat(name, role, language, roles, languages)


def seat(
    name: str, role: str, language: str, roles: Sequence[Role], languages: Sequence[str], *, observer: bool = False
) -> Seat:
    """A seat for somebody, whose role is given by its id or its title. Raises `InputError`."""
    called, wanted, speaks = name_of(name), one_line(role), clean(language).lower() or languages[0]
    known = {folded_name(word): one.id for one in roles for word in (one.title, one.id)}
    meant = folded_name(wanted)
    if long := too_long(called, LONGEST_NAME):
        raise InputError(say("The name is too long."), long.why)
    if meant not in known and not (observer and not wanted):
        raise InputError(
            say("There is no role `{role}`.", role=wanted[:LONGEST_NAME]),
            did_you_mean(wanted, [one.id for one in roles]),
        )
    if speaks not in languages:
        raise InputError(
            say("There is no language `{language}`.", language=speaks[:LONGEST_NAME]), did_you_mean(speaks, languages)
        )
    return Seat(0, called, known.get(meant, ""), speaks, observer)


def people(path: Path, roles: Sequence[Role], languages: Sequence[str]) -> tuple[Seat, ...]:
    """Everybody in a CSV file with the columns name, role and perhaps language, observer. All mistakes at once."""
    text = _text(path)
    first = text.split("\n", 1)[0]
    rows = csv.DictReader(StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        return _people(path.name, rows, roles, languages)
    except csv.Error:
        what = say("its parts cannot be told from each other")
        hint = say("Look for a quotation mark that is not closed.")
        raise PackError([Problem(Place(path.name, rows.line_num + 1), what, hint)]) from None


def _people(file: str, rows: csv.DictReader[str], roles: Sequence[Role], languages: Sequence[str]) -> tuple[Seat, ...]:
    rows.fieldnames = [str(name).strip().lower() for name in rows.fieldnames or ()]
    if "role" not in rows.fieldnames:
        raise PackError([Problem(Place(file, 1), say("the first line must name the columns"), say(FIRST_LINE))])
    found, problems = list[Seat](), list[Problem]()
    for row in rows:
        cell = {name: str(row.get(name) or "") for name in COLUMNS}
        if not any(part.strip() for part in cell.values()):
            continue
        try:
            observer = cell["observer"].strip().lower() in YES
            found.append(seat(cell["name"], cell["role"], cell["language"], roles, languages, observer=observer))
        except InputError as wrong:
            problems.append(Problem(Place(file, rows.line_num), as_problem(wrong.what), wrong.hint))
    if problems:
        raise PackError(problems)
    return tuple(found)


def _text(path: Path) -> str:
    try:
        text = content_of(path, LARGEST).decode("utf-8-sig")
    except InputError as wrong:
        raise InputError(f"{path.name}: {as_problem(wrong.what)}", wrong.hint) from wrong
    except UnicodeDecodeError as wrong:
        raise InputError(say("{file} is not UTF-8 text.", file=path.name), say("Save it as CSV in UTF-8.")) from wrong
    if "\0" in text:
        raise InputError(
            say("{file} is no list of people.", file=path.name), say("Save it as CSV, one person in a line.")
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")  # as programs of every age end their lines


def new(seats: Iterable[Seat], there: Sequence[Seat]) -> tuple[Seat, ...]:
    """Those who are not in the roster yet: the same name and role is the same person. `InputError` if too many."""
    known = {(folded_name(one.name), one.role) for one in there if one.name}
    added = list[Seat]()
    for one in seats:
        person = (folded_name(one.name), one.role)
        if not one.name or person not in known:
            added.append(one)
            known.add(person)
    if len(there) + len(added) > MOST:
        raise InputError(say("A roster holds at most {most} people.", most=MOST))
    return tuple(added)
