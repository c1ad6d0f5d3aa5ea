"""The list of verbs, each with its one line of help, so that help is printed without importing any of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from hustings import __version__
from hustings.cli.door import door

VERBS = {
    "interview": "Answer the questions, from the start or where you left off.",
    "score": "Show the result of a case.",
    "explain": "Say how a number came about, line by line.",
    "report": "Write the readiness report of a case, as PDF or HTML.",
    "check": "Check a pack of questions and name every mistake in it.",
    "demo": "Write the report of an invented campaign, to see what you get.",
    "doctor": "Say what works on this machine and how to mend what does not.",
    "completion": "Print the shell completion for bash, zsh or fish.",
}

Resolved = tuple[str | None, click.Command | None, list[str]]


class Verbs(click.Group):
    """A group that knows its verbs by name and loads one only to run it (click's lazy loading)."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        found: click.Command = getattr(import_module(f"hustings.cli.{cmd_name}"), cmd_name)
        return found

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Resolved:
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            ctx.fail(_no_such_verb(args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        with door():
            return super().invoke(ctx)


def _no_such_verb(word: str) -> str:
    from hustings.problems import did_you_mean

    return f"There is no verb `{word}`. {did_you_mean(word, VERBS)}".strip()


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `hustings demo`. Then, for your own campaign: `hustings interview rivera.hustings`.",
)
@click.option("--version", "-V", is_flag=True, help="Print the version.")
@click.pass_context
def hustings(ctx: click.Context, *, version: bool) -> None:
    """How ready is a political campaign for AI - to use it well, and to stand what others do with it?

    Nothing leaves this machine.
    """
    if version:
        click.echo(f"hustings {__version__}")
    elif ctx.invoked_subcommand is None:
        from hustings.cli.menu import menu

        menu(ctx)
