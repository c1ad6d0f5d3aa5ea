"""`hustings agree`: two people assessed the same campaign on their own. How far do they agree?"""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import click

from hustings.answers.local_texts import numbers_of
from hustings.answers.replay import chosen_edition
from hustings.casefile import Assessment, CaseFile, open_case
from hustings.cli.cases.case_pack import answered_pack, pack_of
from hustings.cli.cases.opened_case import (
    OpenedCase,
    assessment_of,
    case_path,
    existing_case,
    is_any_size_allowed,
    read_assessment,
    warn_unerased,
)
from hustings.cli.invocation import next_command
from hustings.cli.options import lang_option
from hustings.cli.output import echo, echo_lines
from hustings.cli.translated_help import Verb
from hustings.frozen_records import dataclass
from hustings.messages import listed, long_date, say, several
from hustings.pack.editions import scoped, size
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.plan.phrasing.what_if_sentences import standing
from hustings.scoring.raters.agreement_sentences import agreement_lines
from hustings.scoring.raters.rater_agreement import rater_agreement
from hustings.text import one_line, same_name


@click.command(cls=Verb, short_help="Say how far two assessments of one campaign agree.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@click.option("--first", metavar="TITLE", help="Which assessment of A; its latest otherwise.")
@click.option("--second", metavar="TITLE", help="Which assessment of B; its latest otherwise.")
@click.option("--edition", help="Compare what this edition asks; otherwise what both were asked.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@click.option("--all", "all_", is_flag=True, help="Every difference, not only those that matter most.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON (the schema is published with Hustings).")
@lang_option
def agree(
    a: str,
    b: str | None,
    first: str | None,
    second: str | None,
    edition: str | None,
    pack: str | None,
    *,
    all_: bool,
    as_json: bool,
) -> None:
    """Compare two case files, A and B, in which two people assessed one campaign on their own.

    Percent agreement, Krippendorff's alpha, and the answers on which they differ, with what hangs on each. With A
    alone, two assessments of that file, named by --first and --second. Nothing is saved.
    """
    with ExitStack() as open_:
        sides = _sides(open_, (a, first), (b or a, second))
        compared = _opened(sides, edition, pack)
    agreement = rater_agreement(compared[0].score(), compared[1].score())
    if as_json:
        from hustings.report.export.agreement_json import AssessmentIdentity, agreement_json

        shown = [
            AssessmentIdentity(side.file.path.name, one.assessment.title, one.assessment.by, one.head)
            for side, one in zip(sides, compared, strict=True)
        ]
        echo(json.dumps(agreement_json(agreement, *shown), indent=2))
        return
    titles = [line for side, letter in zip(sides, "AB", strict=True) for line in [_title(letter, side)]]
    lines = (
        titles[0],
        f"   {standing(agreement.first)}",
        titles[1],
        f"   {standing(agreement.second)}",
        "",
        *agreement_lines(agreement, all_=all_),
    )
    echo_lines(map(numbers_of(compared[0].pack, compared[0].answers), lines))


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two: an open case file and its assessment."""

    file: CaseFile
    assessment: Assessment

    @property
    def name(self) -> str:
        return self.file.path.name


def _title(letter: str, side: _Side) -> str:
    one = side.assessment
    day = long_date(one.created.astimezone().date())
    names = {"letter": letter, "file": side.name, "title": one_line(one.title), "day": day}
    if who := one_line(one.by):
        return say("{letter}: {file}, “{title}”, begun on {day} by {who}", **names, who=who)
    return say("{letter}: {file}, “{title}”, begun on {day}", **names)


def _sides(open_: ExitStack, a: tuple[str, str | None], b: tuple[str, str | None]) -> tuple[_Side, _Side]:
    """Both assessments. `InputError` if they are one and the same, or copies of each other."""
    first_file = _file(open_, a[0])
    same = case_path(b[0]).exists() and case_path(b[0]).samefile(first_file.path)
    second_file = first_file if same else _file(open_, b[0])
    if same and not (a[1] and b[1]):
        raise _which(first_file)
    sides = _Side(first_file, assessment_of(first_file, a[1])), _Side(second_file, assessment_of(second_file, b[1]))
    if same and sides[0].assessment == sides[1].assessment:
        raise InputError(say("Both are the same assessment: nothing can be compared."), _titles(first_file))
    _check_independent(*sides)
    return sides


def _file(open_: ExitStack, case: str) -> CaseFile:
    with existing_case(case):
        file = open_.enter_context(open_case(case_path(case), write=False, large=is_any_size_allowed()))
    warn_unerased(file)
    return file


def _which(file: CaseFile) -> InputError:
    """The error for one file without two titles."""
    if len(file.assessments()) > 1:
        what = say("Which two assessments of {file}? Name them with --first and --second.", file=file.path.name)
        return InputError(what, _titles(file))
    other = file.path.with_name(f"{file.path.stem}-2{file.path.suffix}")
    return InputError(
        say("{file} holds one assessment; to agree or differ takes two.", file=file.path.name),
        say(
            "The other person answers in a file of their own: {command}",
            command=next_command("interview", str(_shown(other, file))),
        ),
    )


def _shown(path: Path, file: CaseFile) -> Path:
    """A path beside the case file's, as short as it can be typed."""
    return Path(path.name) if file.path.parent == Path.cwd() else path


def _titles(file: CaseFile) -> str:
    titles = tuple(f"“{one_line(one.title)}”" for one in file.assessments())
    return say("It has: {titles}.", titles=listed(titles))


def _check_independent(one: _Side, other: _Side) -> None:
    """Two copies of one history agree by themselves: an error for a mere copy, a note for a copy that went on."""
    marks = [side.file.trail(side.assessment.id).events for side in (one, other)]
    shared = sum(mine == theirs for mine, theirs in zip(*marks, strict=False))
    if not shared:
        return
    if shared == len(marks[0]) == len(marks[1]):
        raise InputError(
            say(
                "{one} and {other} are copies of the same file: nothing can be compared.",
                one=one.name,
                other=other.name,
            ),
            say("Agreement needs two people who answered on their own, each from an empty file."),
        )
    if shared > 1:
        echo(
            several(
                shared - 1,
                "Note: one of these files was copied from the other after {n} answer. What was not changed since "
                "agrees by itself, so the figures are too high.",
                "Note: one of these files was copied from the other after {n} answers. What was not changed since "
                "agrees by itself, so the figures are too high.",
            ),
            err=True,
        )


def _opened(sides: tuple[_Side, _Side], edition: str | None, pack: str | None) -> tuple[OpenedCase, OpenedCase]:
    """Both with one pack and in one edition. `InputError` if they were made with two packs."""
    one, other = sides
    if one.assessment.pack != other.assessment.pack:
        raise InputError(
            say(
                "{one} was answered with the pack `{first}`, {other} with `{second}`: they ask different questions.",
                one=one.name,
                other=other.name,
                first=one.assessment.pack,
                second=other.assessment.pack,
            ),
            say("Compare two assessments that were made with the same pack."),
        )
    if one.assessment.digest == other.assessment.digest:
        complete = answered_pack(one.file, one.assessment, pack)
    else:
        complete = pack_of(one.assessment, pack)
        pack_of(other.assessment, pack)
    scope = edition or _common_edition(complete, sides)
    first, second = (read_assessment(s.file, complete, scope, assessment=s.assessment) for s in sides)
    _warn_other_campaign(first, second)
    return first, second


def _common_edition(pack: Pack, sides: tuple[_Side, _Side]) -> str:
    """The smaller of the two editions, so that both were asked what is compared."""
    editions = [scoped(pack, chosen_edition(side.file.events(side.assessment.id))).edition for side in sides]
    smaller = min(editions, key=lambda name: size(pack, name))
    if editions[0] != editions[1]:
        echo(
            say(
                "Note: A was asked the edition {first}, B the edition {second}; compared is what {smaller} asks.",
                first=editions[0],
                second=editions[1],
                smaller=smaller,
            ),
            err=True,
        )
    return smaller


def _warn_other_campaign(first: OpenedCase, second: OpenedCase) -> None:
    names = first.campaign, second.campaign
    if all(names) and not same_name(*names):
        echo(
            say(
                "Note: A is about “{first}”, B about “{second}”. If these are two campaigns, the figures say nothing "
                "about the people who answered.",
                first=one_line(names[0]),
                second=one_line(names[1]),
            ),
            err=True,
        )
