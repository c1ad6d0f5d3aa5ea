"""`hustings` without a verb: the cases in this folder and where each stands, and what else can be begun."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from io import StringIO
from math import ceil
from pathlib import Path

import click

from hustings.answers.minutes_left import progress
from hustings.cli.cases.opened_case import ENDING, read_case
from hustings.cli.output import echo
from hustings.frozen_records import dataclass
from hustings.line_input import line_input
from hustings.messages import english, say, several
from hustings.problems import InputError
from hustings.scoring.result import whole

NEW, NEW_WORKSHOP, CASE, BACK = "new", "new-workshop", "case", "back"
MOST_OPENED = 30
"""Cases that are looked into; of more, the names are listed."""
OTHERS = (
    ("rehearse", english("Practise a workshop with invented people")),
    ("demo", english("See an example report (an invented campaign)")),
    ("doctor", english("Check this machine")),
    ("help", english("All commands")),
    ("quit", english("Leave")),
)
Choices = list[tuple[str, str]]
Choose = Callable[[str, Sequence[tuple[str, str]]], str]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case of this folder: its file, its name for people, where it stands, and its range if it has one."""

    file: str
    name: str
    stands: str = ""
    result: str = ""


def menu(ctx: click.Context) -> None:
    """Show the menu; without a terminal, print the help instead."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        echo(ctx.get_help())
        return
    from hustings.interview import choose

    cases = case_lines(sorted(Path.cwd().glob(f"*{ENDING}")))
    verb, _, name = chosen(cases, choose).partition(" ")
    run(ctx, verb, _ask_name() if verb in (NEW, NEW_WORKSHOP) else name)


def chosen(cases: Sequence[CaseLine], choose: Choose) -> str:
    """The verb chosen, with the case's file behind it. With several cases, the case comes first."""
    while True:
        verb, _, name = (word := choose(say("What would you like to do?"), choices(cases))).partition(" ")
        if verb != CASE:
            return word
        case = next(case for case in cases if case.file == name)
        word = choose(case.name, [*of_case(case), (BACK, say("Back"))])
        if word != BACK:
            return word


def choices(cases: Sequence[CaseLine]) -> Choices:
    """What the one case here offers, or each of several cases; and what is always there."""
    new = say("Start another campaign") if cases else say("Start a new campaign")
    begun = (
        of_case(cases[0])
        if len(cases) == 1
        else [(f"{CASE} {case.file}", _with(case.name, case.stands)) for case in cases]
    )
    held = say("Hold a workshop with a new campaign")
    return [*begun, (NEW, new), (NEW_WORKSHOP, held), *((verb, say(line)) for verb, line in OTHERS)]


def of_case(case: CaseLine) -> Choices:
    """What can be done with a case."""
    return [
        (f"go {case.file}", _with(say("Go on with {name}", name=case.name), case.stands)),
        (f"score {case.file}", _with(say("Show its result"), case.result)),
        (f"report {case.file}", say("Write its report")),
        (f"workshop {case.file}", say("Hold a workshop on it with the team")),
    ]


def _with(text: str, more: str) -> str:
    return f"{text} ({more})" if more else text


def case_lines(paths: Sequence[Path]) -> list[CaseLine]:
    """Each case file and where it stands; of one that cannot be read, its name and that."""
    if len(paths) > MOST_OPENED:
        return [CaseLine(path.name, path.stem) for path in paths]
    return [_line(path) for path in paths]


def _line(path: Path) -> CaseLine:
    try:
        with redirect_stderr(StringIO()):  # what is noted about a case is said when it is opened
            opened = read_case(str(path))
            result = opened.score()
    except InputError:
        return CaseLine(path.name, path.stem, say("cannot be read; choose it to see why"))
    low, high = whole(result.index.lo, result.index.hi)
    between = say("{low} to {high} of 100", low=low, high=high) if result.tells_range else ""
    done = progress(opened.pack, opened.answers)
    stands = say("{done} of {count}", done=done.seen, count=done.seen + done.left)
    left = ceil(done.minutes_left)
    time = several(left, "{n} minute left", "{n} minutes left") if done.left else say("all answered")
    return CaseLine(path.name, opened.campaign or path.stem, f"{stands}, {time}", between)


def _ask_name() -> str:
    """Ask for the name of the new file."""
    read, prompt = line_input(), say("A short name for the campaign's file")
    try:
        while not (name := read(f"{prompt}: ").strip()) or "/" in name or "\\" in name:
            if name:
                echo(say("The file stands in this folder: a name without slashes, such as acme."))
    except EOFError:
        raise click.Abort from None
    return name


def run(ctx: click.Context, verb: str, name: str) -> None:
    """Run the chosen command as if it had been typed."""
    arguments = {
        NEW: ["interview", "--", name],
        NEW_WORKSHOP: ["workshop", "lead", "--", name],
        "go": ["interview", "--", name],
        "score": ["score", "--", name],
        "workshop": ["workshop", "lead", "--", name],
        "report": ["report", "--", name],
        "rehearse": ["workshop", "rehearse"],
        "demo": ["demo"],
        "doctor": ["doctor"],
        "help": ["--help"],
    }.get(verb)
    if arguments:
        ctx.command.main(arguments, prog_name=ctx.info_name)
