"""`hustings interview`: ask, or take the answers from a file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from hustings.answers.events import EDITION, Answer, State
from hustings.answers.replay import chosen_edition, replay
from hustings.answers.versions.renamed_log import log_under_ids_now
from hustings.casefile import CaseLog
from hustings.cli.cases.opened_case import case_path, open_for_writing
from hustings.cli.errors import INTERRUPTED
from hustings.cli.invocation import next_command, run_next
from hustings.cli.options import known_role, lang_option
from hustings.cli.output import echo
from hustings.cli.translated_help import Verb
from hustings.messages import say, several
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Edition


@click.command(cls=Verb, short_help="Answer the questions, from the start or where you left off.")
@click.argument("case")
@click.option("--pack", help="Which questions: a shipped pack's name, or a folder such as ./ours (named every time).")
@lang_option
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and simple terminals.")
@click.option("--adaptive", is_flag=True, help="Ask first what settles the band, and offer to stop once it is certain.")
@click.option("--answers", type=click.Path(path_type=Path), help="Take all answers from this YAML or JSON file.")
@click.option("--at", "start", help="Begin at this question or section.")
@click.option("--role", help="First what this role should know, such as treasurer.")
@click.option("--edition", help="How much is asked, such as quick, standard or full; kept for the next time.")
@click.option("--by", help="Who answers, for the history; remembered on this machine, and forgotten with --by ''.")
def interview(
    case: str,
    pack: str | None,
    answers: Path | None,
    start: str | None,
    by: str | None,
    edition: str | None,
    role: str | None,
    *,
    plain: bool,
    adaptive: bool,
) -> None:
    """Answer the questions of CASE, a file such as rivera.hustings.

    It is made if it is not there; otherwise you go on where you left off. Each answer is saved when you give it.
    """
    if answers is None:
        attended(case, pack, start, by, edition, role or "", plain=plain, adaptive=adaptive)
    elif plain or start is not None or role:
        option = "--plain" if plain else "--at" if start is not None else "--role"
        raise click.UsageError(
            say("{option} is for answering by hand; --answers takes all answers from a file.", option=option)
        )
    else:
        unattended(case, pack, answers, by, edition)
        if adaptive:
            echo(say("What to ask next: {command}", command=_next("next", case, pack)))


def attended(
    case: str, pack: str | None, start: str | None, by: str | None, edition: str | None, role: str,
    *, plain: bool, adaptive: bool,
) -> None:  # fmt: skip
    """Ask in a terminal; what makes that impossible is reported before a case file is created."""
    from hustings.interview import interview as ask
    from hustings.interview.start import face_for_terminal, waits_for

    def before_making(edition_pack: Pack) -> None:
        face_for_terminal(plain=plain, width=None)
        _known(scoped(edition_pack, edition or ""), start)
        if role:
            known_role(edition_pack, role)

    with open_for_writing(case, pack, by, before_making) as (file, complete_pack, assessment, author):
        log = file.log(assessment.id, author)
        edition_pack = _in_edition(complete_pack, log, edition)
        seen = log_under_ids_now(complete_pack, log)
        if role and not waits_for(edition_pack, seen, role):
            echo(say("{role}: nothing is open.", role=known_role(edition_pack, role)))
            return
        resume_command = say("Go on with: {command}", command=_next("interview", case, pack))
        resume = " ".join((resume_command, *(("--plain",) if plain else ()), *(("--adaptive",) if adaptive else ())))
        outcome = ask(
            edition_pack, seen, plain=plain, adaptive=adaptive, start=start, resume=resume, by=author,
            complete=complete_pack, sheet=lambda role: f"{_next('questions', case, pack)} --role {role}",
            file=case_path(case).name, role=role,
        )  # fmt: skip
        edition_pack = _in_edition(complete_pack, log, None)
    if outcome.finished and not outcome.then:
        echo(say("Next: {command}", command=_next("report", case, pack)))
        echo(say("What to do, who and when: {command}", command=_next("plan", case, pack)))
        if larger := _larger(edition_pack):
            more = f"{_next('interview', case, pack)} --edition {larger.id}"
            echo(say("To narrow the result: {command}. Nothing is asked twice.", command=more))
    if outcome.interrupted:
        sys.exit(INTERRUPTED)
    if outcome.then:
        run_next(outcome.then, str(case_path(case)), pack)


def _in_edition(pack: Pack, log: CaseLog, edition: str | None) -> Pack:
    """The pack as this assessment asks it; a newly chosen edition is kept with the answers."""
    chosen = chosen_edition(log.events())
    edition_pack = scoped(pack, edition or chosen)
    if edition is not None and edition_pack.edition != chosen:
        log.append(EDITION, Answer(State.ANSWERED, edition_pack.edition))
    return edition_pack


def _larger(pack: Pack) -> Edition | None:
    """The edition as which this one is scored, if it asks less."""
    editions = {edition.id: edition for edition in pack.questionnaire.editions}
    here = editions.get(pack.edition)
    return editions[here.scored_as] if here is not None and here.scored_as != here.id else None


def _known(pack: Pack, start: str | None) -> None:
    from types import MappingProxyType

    from hustings.interview import navigation

    navigation.begin(pack, MappingProxyType({}), start)


def unattended(case: str, pack: str | None, answers: Path, by: str | None, edition: str | None) -> None:
    """All answers at once: a mistake in any of them is found before the first is written, or a case file made."""
    from hustings.answers.versions.compatibility import fitting
    from hustings.interview import answers_from, dates_in_words, write_answers

    def before_making(found: Pack) -> None:
        scoped(found, edition or "")
        answers_from(found, answers)

    with open_for_writing(case, pack, by, before_making) as (file, found, assessment, who):
        log = log_under_ids_now(found, file.log(assessment.id, who))
        scope = scoped(found, edition or chosen_edition(log.events()))
        before = fitting(found, replay(log.events()))[0]
        taken = answers_from(found, answers, before, scope)
        read = dates_in_words(found, taken, before, date.today())  # noqa: DTZ011 - the day where the campaign is
        written = write_answers(log, taken, scope.edition if edition else "")
    echo(_saved(written, case))
    for note in (*taken.notes, *read):
        echo(note)
    echo(say("Next: {command}", command=_next("report", case, pack)))


def _saved(count: int, case: str) -> str:
    return several(
        count,
        "{n} new or changed answer saved in {file}.",
        "{n} new or changed answers saved in {file}.",
        file=case_path(case),
    )


def _next(verb: str, case: str, pack: str | None) -> str:
    return next_command(verb, str(case_path(case)), *(("--pack", pack) if pack else ()))
