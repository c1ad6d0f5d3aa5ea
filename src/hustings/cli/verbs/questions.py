"""`hustings questions`: the questions, as a sheet to prepare the answers."""

from __future__ import annotations

from collections.abc import Iterator

import click

from hustings.cli.cases.opened_case import case_path, read_case
from hustings.cli.invocation import next_command
from hustings.cli.options import known_role, lang_option, read_pack_in_language
from hustings.cli.output import echo_rows, is_terminal, row_width
from hustings.cli.printed.questions_rows import questions_rows
from hustings.cli.translated_help import Verb
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.styled_text.rows import BLANK, Row, para


@click.command(cls=Verb, short_help="Print what is asked, for one role to prepare or for all.")
@click.argument("case", required=False)
@click.option("--role", help="Only what this role should know, such as treasurer.")
@click.option("--edition", help="How much is asked: quick, standard or full.")
@click.option("--pack", help="Which questions: a shipped pack's name, or a folder such as ./ours.")
@lang_option
@click.option("--all", "whole", is_flag=True, help="On a terminal too: choices, and what to have at hand.")
def questions(case: str | None, role: str | None, edition: str | None, pack: str | None, *, whole: bool) -> None:
    """Print the questions. With CASE, only those that apply to it and are still open."""
    case_pack, selected = _of_case(case, edition, pack) if case else _of_pack(edition, pack)
    if role:
        known_role(case_pack, role)
        selected = tuple(question for question in selected if question.role == role)
    whole = whole or not is_terminal()
    echo_rows(questions_rows(case_pack, selected, role or "", row_width(), open_only=case is not None, whole=whole))
    if case and role:
        echo_rows(_further(str(case_path(case)), pack, role, row_width(), any_=bool(selected)))


def _further(case: str, pack: str | None, role: str, width: int, *, any_: bool) -> Iterator[Row]:
    """Where these questions are answered, and where it stands who answered what."""
    named = ("--pack", pack) if pack else ()
    yield BLANK
    if any_:
        answer = f"{next_command('interview', case, *named)} --role {role}"
        yield from para(say("Answer them: {command}", command=answer), width)
    history = next_command("history", case, *named)
    pointer = say("Who answered what so far, and what waits for whom: {command}", command=history)
    yield from para(pointer, width, "quiet")


def _of_pack(edition: str | None, pack: str | None) -> tuple[Pack, tuple[Question, ...]]:
    edition_pack = scoped(read_pack_in_language(find_pack(pack or DEFAULT_PACK)), edition or "")
    return edition_pack, tuple(question for question in edition_pack.questions.values() if question.asked)


def _of_case(case: str, edition: str | None, pack: str | None) -> tuple[Pack, tuple[Question, ...]]:
    from hustings.answers.flow import may_come

    opened = read_case(case, pack, edition).numbered()
    return opened.pack, may_come(opened.pack, opened.answers)
