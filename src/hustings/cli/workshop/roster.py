"""`hustings workshop roster`: who comes, who knows what, and which deal-breaker has nobody to answer for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from hustings.answers.workshop.workshop_log import Seat
from hustings.casefile import CaseJournal
from hustings.cli.cases.opened_case import OpenedCase, case_path, open_for_writing, read_case
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option
from hustings.cli.output import echo_lines
from hustings.cli.translated_help import Verb
from hustings.cli.workshop.roster_case import RosterCase, check_not_finished, journal_of, same_names
from hustings.cli.workshop.roster_input import new_seats, seat_from_text, seats_from_file
from hustings.messages import ENGLISH, say, several
from hustings.pack.model import Pack
from hustings.pack.shipped import find_pack, shipped_pack
from hustings.pack.translation.translated_pack import languages
from hustings.pack.translation.ui_language import spoken_languages
from hustings.problems import InputError
from hustings.scoring.workshop.preparation import GatePreparation, Preparation, RolePreparation
from hustings.scoring.workshop.time_budget import amount, duration

EXAMPLES = """\b
hustings workshop roster rivera --add "Ana Ruiz:data"
hustings workshop roster rivera --add "Lee Cho:comms:es"
hustings workshop roster rivera --file people.csv
"""


@click.command("roster", cls=Verb, epilog=EXAMPLES, short_help="List who comes to the workshop; add or remove people.")
@click.argument("case")
@click.option(
    "--add",
    "added",
    multiple=True,
    metavar="NAME:ROLE[:LANG]",
    help="Add somebody; may be given again.",
)
@click.option(
    "--remove", "removed", type=int, multiple=True, metavar="NUMBER", help="Remove somebody, with their votes."
)
@click.option(
    "--file", "file", type=click.Path(path_type=Path), help="Add everybody in a CSV file: name, role, language."
)
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@lang_option
def roster(case: str, added: tuple[str, ...], removed: tuple[int, ...], file: Path | None, pack: str | None) -> None:
    """List who comes to the workshop of CASE, with what each should know, and what nobody there answers for.

    A case that is not there is made when the first people are added.
    """
    if (added or file) and not case_path(case).exists():
        _create_case(case, pack, added, file)
    opened = read_case(case, pack)
    new_people = _wanted(opened.pack, pack, added, file)
    with journal_of(case) as journal:
        if new_people or removed:
            check_not_finished(journal)
        _change(journal, new_people, removed)
        seats = journal.seats()
    echo_lines(roster_lines(case_path(case).name, opened, seats))
    echo_lines(_next_steps(case, pack, opened, seats))


def _create_case(case: str, pack: str | None, added: Sequence[str], file: Path | None) -> None:
    """Create the case, unless what was typed has a mistake."""
    with open_for_writing(case, pack, None, lambda found: _wanted(found, pack, added, file)):
        echo_lines([say("{file} is new: a case without answers yet.", file=case_path(case).name)])


def _wanted(case_pack: Pack, pack: str | None, added: Sequence[str], file: Path | None) -> list[Seat]:
    """The seats of people that were typed or are in the file. Raises `InputError`, `PackError`."""
    roles, codes = case_pack.questionnaire.roles, _languages(case_pack, pack)
    return [
        *(seat_from_text(text, roles, codes) for text in added),
        *(seats_from_file(file, roles, codes) if file else ()),
    ]


def _languages(case_pack: Pack, pack: str | None) -> tuple[str, ...]:
    """The languages of Hustings and of the pack, English first."""
    folder = find_pack(pack) if pack else shipped_pack(case_pack.id)
    others = sorted({*spoken_languages(), *languages(folder)} - {ENGLISH.language})
    return (ENGLISH.language, *others)


def _change(journal: CaseJournal, wanted: Sequence[Seat], removed: Sequence[int]) -> None:
    """Add and remove people."""
    existing = journal.seats()
    if unknown := set(removed) - {seat.number for seat in existing}:
        raise InputError(
            say("Nobody in the roster has the number {number}.", number=min(unknown)),
            say("Look at the numbers: hustings workshop roster CASE"),
        )
    for seat in new_seats(wanted, [one for one in existing if one.number not in removed]):
        journal.sit(seat)
    for number in removed:
        journal.rise(number)


def roster_lines(name: str, opened: OpenedCase, seats: tuple[Seat, ...]) -> Iterator[str]:
    """The roster, who knows what, and what is missing, as lines."""
    roster_case = RosterCase(opened, seats)
    prepared_parts, remaining = roster_case.preparation, roster_case.forecast
    yield several(len(seats), "Roster of {file}: {n} person.", "Roster of {file}: {n} people.", file=name)
    yield from (f"  {line}" for line in _seats(seats, prepared_parts))
    yield from same_names(seats)
    yield ""
    if remaining.blocks:
        to_do = amount(len(remaining.questions), len(remaining.may_follow))
        yield say("The workshop together: {amount}; about {time}.", amount=to_do, time=duration(remaining.minutes))
        yield ""
    yield say("Who should know what (open questions, with the time to answer them alone):")
    yield from (f"  {line}" for part in prepared_parts.parts for line in _part(part))
    yield ""
    yield from _gates(opened, prepared_parts)


def _next_steps(case: str, pack: str | None, opened: OpenedCase, seats: Sequence[Seat]) -> Iterator[str]:
    """The next commands: print a role's questions, then write worksheets."""
    pack_option = ("--pack", pack) if pack else ()
    role = next((seat.role for seat in seats if seat.role), opened.pack.questionnaire.roles[0].id)
    yield ""
    command = next_command("questions", str(case_path(case)), "--role", role, *pack_option)
    yield say("To read the questions of a role: {command}", command=command)
    if seats:
        yield say("Next: {command}", command=next_command("workshop", "worksheets", str(case_path(case)), *pack_option))


def _seats(seats: Sequence[Seat], preparation: Preparation) -> Iterator[str]:
    if not seats:
        yield say('Nobody yet. Add people with --add "NAME:ROLE" or --file people.csv.')
    for seat in seats:
        part = preparation.part(seat.role)
        role = say("observer, no vote") if seat.observer else part.role.title if part else say("no role")
        parts = [seat.name or say("No name"), role, seat.language]
        if part and not seat.observer:
            parts.append(_amount(part))
        yield f"{seat.number}. {' · '.join(parts)}"


def _amount(part: RolePreparation) -> str:
    count = several(len(part.questions), "{n} question", "{n} questions")
    if not part.questions:
        return count
    return say("{count}, about {time}", count=count, time=several(part.minutes, "{n} minute", "{n} minutes"))


def _part(part: RolePreparation) -> Iterator[str]:
    nobody = f" · {say('NOBODY THERE')}" if part.questions and not part.seats else ""
    yield f"{part.role.title} (`{part.role.id}`): {_amount(part)}{nobody}"


def _gates(opened: OpenedCase, preparation: Preparation) -> Iterator[str]:
    if not preparation.gates:
        yield say("No deal-breaker is open.")
        return
    missing = [gate for gate in preparation.gates if gate.missing]
    yield say("Who answers for each open deal-breaker:")
    yield from (f"  {line}" for gate in preparation.gates for line in _gate_line(opened, gate))
    yield ""
    if missing:
        yield several(
            len(missing),
            "No-go: {n} deal-breaker has nobody to answer for it.",
            "No-go: {n} deal-breakers have nobody to answer for them.",
        )
        yield say("Add the person, get them on the phone for ten minutes, or move the day.")
    else:
        yield say("Go: somebody is there for each deal-breaker.")


def _gate_line(opened: OpenedCase, prepared: GatePreparation) -> Iterator[str]:
    roles = {role.id: role.title for role in opened.pack.questionnaire.roles}
    present = ", ".join(seat.name or roles.get(seat.role, "") for seat in prepared.seats)
    missing = ", ".join(roles.get(role) or say("anybody") for role in prepared.missing)
    who = say("MISSING: {roles}", roles=missing) if missing else present
    yield f"{prepared.gate.title}: {who}"
