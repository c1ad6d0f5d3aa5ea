"""`hustings portfolio`: the group of commands for many campaigns at once."""

from __future__ import annotations

from importlib import import_module

import click

from hustings.cli.translated_help import VerbGroup

PARTS = ("build", "report", "plans", "what-if", "compare-packs", "benchmarks", "score", "sql", "rehearse")


class PortfolioGroup(VerbGroup):
    """The parts of `hustings portfolio`, each imported when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The parts, in the order in which help lists them."""
        return list(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a part, imported now; None if there is no such part."""
        if cmd_name not in PARTS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"hustings.cli.portfolio.{name}"), name)
        return command


@click.group(cls=PortfolioGroup, short_help="Many campaigns at once, as tables.")
def portfolio() -> None:
    """Look at many campaigns at once: their case files as tables, for DuckDB and whatever reads Parquet."""
