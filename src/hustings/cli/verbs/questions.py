"""`hustings questions`: the questions, as a sheet to prepare the answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

import click

from hustings.cli.cases.opened_case import case_path, read_case
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option, read_pack_in_language
from hustings.cli.output import echo_lines
from hustings.cli.spoken_help import Verb
from hustings.messages import say, several
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.questionnaire import SELECTS, Question, Section
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.problems import InputError, did_you_mean


@click.command(cls=Verb, short_help="Print what is asked, for one role to prepare or for all.")
@click.argument("case", required=False)
@click.option("--role", help="Only what this role should know, such as treasurer.")
@click.option("--edition", help="How much is asked: quick, standard or full.")
@click.option("--pack", help="Which questions: a shipped pack's name, or a folder such as ./ours.")
@lang_option
def questions(case: str | None, role: str | None, edition: str | None, pack: str | None) -> None:
    """Print the questions. With CASE, only those that apply to it and are still open."""
    case_pack, selected = _of_case(case, edition, pack) if case else _of_pack(edition, pack)
    if role:
        _check_role(case_pack, role)
        selected = tuple(question for question in selected if question.role == role)
    echo_lines(preparation_sheet(case_pack, selected, role or "", open_only=case is not None))
    if case and role:
        command = next_command("history", str(case_path(case)))
        echo_lines(["", say("Who answered what so far, and what waits for whom: {command}", command=command)])


def _of_pack(edition: str | None, pack: str | None) -> tuple[Pack, tuple[Question, ...]]:
    edition_pack = scoped(read_pack_in_language(find_pack(pack or DEFAULT_PACK)), edition or "")
    return edition_pack, tuple(question for question in edition_pack.questions.values() if question.asked)


def _of_case(case: str, edition: str | None, pack: str | None) -> tuple[Pack, tuple[Question, ...]]:
    from hustings.answers.flow import may_come

    opened = read_case(case, pack, edition).numbered()
    return opened.pack, may_come(opened.pack, opened.answers)


def _check_role(pack: Pack, role: str) -> None:
    roles = [known.id for known in pack.questionnaire.roles]
    if role not in roles:
        raise InputError(
            say("The pack `{pack}` has no role `{role}`.", pack=pack.id, role=role), did_you_mean(role, roles)
        )


def preparation_sheet(pack: Pack, selected: Sequence[Question], role: str, *, open_only: bool) -> Iterator[str]:
    """The lines of the sheet: for whom it is, how long it takes, and each question with the evidence to have ready."""
    titles = {known.id: known.title for known in pack.questionnaire.roles}
    for_whom = say("For: {role}", role=titles[role]) if role else say("For everyone")
    if not selected:
        yield (
            say("{whose}. Nothing is open.", whose=for_whom)
            if open_only
            else say("{whose}. Nothing is asked.", whose=for_whom)
        )
        return
    minutes = ceil(sum((question.minutes for question in selected), Fraction()))
    count = several(len(selected), "{n} question", "{n} questions")
    time = several(minutes, "{n} minute", "{n} minutes")
    yield say("{pack}. {whose}: {count}, about {time}.", pack=pack.title, whose=for_whom, count=count, time=time)
    yield say("Some may not come: earlier answers decide. Please write no names or data of voters on this sheet.")
    for section in pack.questionnaire.sections:
        yield from _section(section, [q for q in selected if q.section == section.id], {} if role else titles)


def _section(section: Section, asked: Sequence[Question], titles: dict[str, str]) -> Iterator[str]:
    if asked:
        yield ""
        yield section.title
    for number, question in enumerate(asked, 1):
        yield ""
        yield f"  {number}. {question.text}"
        yield from (f"     {line}" for line in _details(question, titles))


def _details(question: Question, titles: dict[str, str]) -> Iterator[str]:
    if question.help:
        yield question.help
    yield from (f"[ ] {choice.text}" for choice in question.choices if question.type in SELECTS)
    if question.type not in SELECTS:
        yield say("Answer: ____________________")
    if question.evidence:
        yield say("Have at hand: {evidence}", evidence=question.evidence)
    if question.role in titles:
        yield say("Who knows: {role}", role=titles[question.role])
