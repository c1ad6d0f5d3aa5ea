"""`--paper`: the same option for every verb that prints. Without it, the paper of the place where the campaign runs."""

from __future__ import annotations

import click

paper_option = click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    help="The paper to print on; otherwise what is usual where the campaign runs.",
)
