"""The group of verbs, each loaded only when it runs."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from hustings import __version__
from hustings.cli.errors import exit_codes
from hustings.cli.help_text import HELP_OPTIONS, VERBS, help_text, terminal_mark, terminal_width
from hustings.cli.options import lang_for_all
from hustings.cli.output import echo, printable_usage_errors
from hustings.messages import words_spoken

Resolved = tuple[str | None, click.Command | None, list[str]]


class Verbs(click.Group):
    """A group that knows the names of its verbs and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The verbs, in the order in which help lists them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a verb, imported now; None if there is no such verb."""
        if cmd_name not in VERBS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"hustings.cli.verbs.{name}"), name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Resolved:
        """Find the verb among the arguments; a misspelt one ends with a hint at the nearest."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            ctx.fail(_no_such_verb(args[0]))
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002
        """The help of the command itself (`help_text`), in the language chosen."""
        return help_text(words_spoken().of, terminal_mark(), terminal_width())

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; its errors become a message and an exit code."""
        with printable_usage_errors(), exit_codes():
            return super().invoke(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the verb; mistakes are reported in the language chosen."""
        with printable_usage_errors():
            return super().parse_args(ctx, args)


def _no_such_verb(word: str) -> str:
    from hustings.messages import say
    from hustings.problems import did_you_mean

    return f"{say('There is no verb `{word}`.', word=word)} {did_you_mean(word, VERBS)}".strip()


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": list(HELP_OPTIONS), "max_content_width": 100},
)
@click.option("--version", "-V", is_flag=True, help="Print the version.")
@click.option("--large", is_flag=True, help="Open case files of any size.")
@lang_for_all
@click.pass_context
def hustings(ctx: click.Context, *, version: bool, large: bool) -> None:  # noqa: D103 - its help is in `help_text`
    # `opened_case.is_any_size_allowed` reads it.
    ctx.meta["hustings.large"] = large
    if version:
        echo(f"hustings {__version__}")
    elif ctx.invoked_subcommand is None:
        from hustings.cli.menu import menu

        menu(ctx)
