"""`hustings` without a verb: a short menu."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hustings.cli.opened_case import ENDING
from hustings.cli.output import echo
from hustings.line_input import line_input
from hustings.messages import english, say

NEW = "new"
FIXED_CHOICES = (
    (NEW, english("Start a new campaign")),
    ("demo", english("See a sample report")),
    ("rehearse", english("Practise a workshop with invented people")),
    ("help", english("Show all verbs")),
    ("quit", english("Quit")),
)


def menu(ctx: click.Context) -> None:
    """Show the menu; without a terminal, print the help instead."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        echo(ctx.get_help())
        return
    from hustings.interview import choose

    cases = sorted(Path.cwd().glob(f"*{ENDING}"))
    chosen = choose(say("What would you like to do?"), choices(cases))
    verb, _, name = chosen.partition(" ")
    if verb == NEW:
        name = _ask_name()
    run(ctx, verb, name)


def _ask_name() -> str:
    """Ask for the name of the new file."""
    read, prompt = line_input(), say("A short name for the campaign's file")
    try:
        while not (name := read(f"{prompt}: ").strip()):
            pass
    except EOFError:
        raise click.Abort from None
    return name


def choices(cases: list[Path]) -> list[tuple[str, str]]:
    """The options: continue, workshop or report for each case file, and those that are always there."""
    offered = [(f"go {case.name}", say("Continue {name}", name=case.stem)) for case in cases]
    offered += [(f"workshop {case.name}", say("Lead a workshop on {name}", name=case.stem)) for case in cases]
    offered += [(f"report {case.name}", say("Write the report of {name}", name=case.stem)) for case in cases]
    return [*offered, *((verb, say(line)) for verb, line in FIXED_CHOICES)]


def run(ctx: click.Context, verb: str, name: str) -> None:
    """Run the chosen command as if it had been typed."""
    arguments = {
        NEW: ["interview", "--", name],
        "go": ["interview", "--", name],
        "workshop": ["workshop", "lead", "--", name],
        "report": ["report", "--", name],
        "rehearse": ["workshop", "rehearse"],
        "demo": ["demo"],
        "help": ["--help"],
    }.get(verb)
    if arguments:
        ctx.command.main(arguments, prog_name=ctx.info_name)
