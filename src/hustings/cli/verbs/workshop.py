"""`hustings workshop`: the group of commands for workshops."""

from __future__ import annotations

from importlib import import_module

import click

from hustings.cli.translated_help import VerbGroup
from hustings.messages import english

LEADING = "lead"
EXAMPLES = "\b\n" + english(
    """\
Before:    hustings workshop roster rivera --add "Ana:data"
           hustings workshop worksheets rivera
           hustings workshop guide rivera
The day:   hustings workshop rivera
After:     hustings workshop results rivera
           hustings workshop debrief rivera
           hustings workshop feedback rivera
No wifi:   hustings workshop rivera --terminal
Practise:  hustings workshop rehearse --auto"""
)
PARTS = {
    LEADING: ("run_workshop", "lead"),
    "roster": ("roster", "roster"),
    "worksheets": ("worksheets", "worksheets"),
    "guide": ("guide", "guide"),
    "results": ("results", "results"),
    "debrief": ("debrief", "debrief"),
    "feedback": ("feedback", "feedback"),
    "rehearse": ("rehearse", "rehearse"),
}


class WorkshopGroup(VerbGroup):
    """`hustings workshop CASE` leads it; a word that names a part is that part."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Insert the leading command if there is none before the case."""
        if args and args[0] not in PARTS and args[0] not in ctx.help_option_names:
            args = [LEADING, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both forms of the command: with a part and without one."""
        formatter.write_usage(ctx.command_path, "CASE [OPTIONS]  |  PART CASE [OPTIONS]")

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The parts, in the order in which help lists them."""
        return list(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a part, imported now; None if there is no such part."""
        if cmd_name not in PARTS:
            return None
        module, name = PARTS[cmd_name]
        found: click.Command = getattr(import_module(f"hustings.cli.workshop.{module}"), name)
        return found


@click.group(
    cls=WorkshopGroup,
    epilog=EXAMPLES,
    short_help="Answer with the whole team: facilitator, projector and phones.",
)
def workshop() -> None:
    """Answer the questions of a case with the whole team.

    hustings workshop CASE leads the workshop: a console for you, a page for the projector, phones for the votes. The
    parts prepare it or practise it; each has its own --help.
    """
