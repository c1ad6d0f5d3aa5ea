"""`hustings check`: all mistakes of a pack, including its worked cases."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from hustings.cli.errors import NEEDS_WORK
from hustings.cli.output import echo, echo_rows, is_terminal, row_width
from hustings.cli.printed.problem_rows import problem_rows
from hustings.cli.translated_help import Verb
from hustings.messages import say, several
from hustings.pack.model import Pack
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.problems import InputError, PackError, Place, Problem, as_record, listed
from hustings.styled_text.rows import BLANK, Row, para


@click.command(cls=Verb, short_help="Check a pack of questions and name every mistake in it.")
@click.argument("pack", default=DEFAULT_PACK)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
def check(pack: str, form: str) -> None:
    """Check PACK: the name of a shipped pack, or a folder such as ./ours."""
    from hustings.scoring.plan.reachable import reach_problems
    from hustings.scoring.worked_cases import case_problems

    folder, checked, problems = _read(pack, form)
    if folder is not None and checked is not None:
        # worked cases are run only if there are no other mistakes
        further = () if _mistakes(problems) else (*reach_problems(checked), *case_problems(checked))
        problems = (*problems, *further, *_language_problems(folder, checked, all_=form == "json"))
    if form == "text" and is_terminal():
        echo_rows(_rows(checked, problems, row_width()))
    else:
        echo(json.dumps([*map(as_record, problems)], indent=2) if form == "json" else _text(checked, problems))
    sys.exit(NEEDS_WORK if _mistakes(problems) else 0)


def _mistakes(problems: tuple[Problem, ...]) -> int:
    return sum(problem.severity == "error" for problem in problems)


def _read(pack: str, form: str) -> tuple[Path | None, Pack | None, tuple[Problem, ...]]:
    """The pack's folder, the pack and its problems. For JSON, a missing pack is one of the problems."""
    from hustings.pack.loader import check_pack

    try:
        folder = find_pack(pack)
    except InputError as wrong:
        if form == "text":
            raise
        return None, None, (Problem(Place(pack), wrong.what, wrong.hint),)
    return (folder, *check_pack(folder))


def _language_problems(folder: Path, pack: Pack, *, all_: bool) -> Iterator[Problem]:
    """Gaps in the translations of a pack; without `all_`, many gaps of one kind are summed up."""
    from hustings.pack.translation.translated_pack import each, gaps, languages, read_language, summed
    from hustings.pack.translation.ui_language import spoken_languages

    for code in languages(folder):
        try:
            language = read_language(folder, code)
        except PackError as wrong:
            yield from wrong.problems
            continue
        language_gaps = gaps(pack, language)
        yield from each(language_gaps) if all_ else summed(language_gaps)
        if code not in spoken_languages():
            what = say(
                "Hustings itself does not speak `{code}`: what it says around the questions stays English", code=code
            )
            yield Problem(Place(language.authored.file), what, severity="warning")


def _rows(pack: Pack | None, problems: tuple[Problem, ...], width: int) -> Iterator[Row]:
    """What people read on a terminal: the problems, and what the pack holds or how many there are to mend."""
    if problems:
        yield from problem_rows(problems, width)
        yield BLANK
    errors = _mistakes(problems)
    if errors or pack is None:
        yield from para(several(errors, "{n} mistake to mend.", "{n} mistakes to mend."), width, "strong")
    else:
        yield from para(counts_text(pack), width, lead=(("tick", "✓"), ("", " ")))


def _text(pack: Pack | None, problems: tuple[Problem, ...]) -> str:
    errors = _mistakes(problems)
    parts = [listed(problems)] if problems else []
    if errors or pack is None:
        return "\n\n".join([*parts, several(errors, "{n} mistake to mend.", "{n} mistakes to mend.")])
    return "\n\n".join([*parts, counts_text(pack)])


def counts_text(pack: Pack) -> str:
    """The counts of a pack in one line."""
    rubric = pack.rubric
    return say(
        "{pack} {version} is in order: {questions} questions, {items} items that count, {gates} gates, "
        "{actions} actions, {sources} sources, {cases} cases.",
        pack=pack.id,
        version=pack.version,
        questions=len(pack.questions),
        items=len(pack.items),
        gates=len(rubric.gates),
        actions=len(rubric.actions),
        sources=len(pack.sources),
        cases=len(pack.cases),
    )
