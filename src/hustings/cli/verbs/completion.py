"""`hustings completion`: the shell script that completes verbs and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from hustings.cli.output import echo
from hustings.cli.translated_help import Verb

WHERE = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/completions/hustings.fish",
}


@click.command(cls=Verb, short_help="Print the shell completion for bash, zsh or fish.")
@click.argument("shell", type=click.Choice(list(WHERE)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion of SHELL. Add it where your shell looks, for bash: hustings completion bash >> ~/.bashrc."""
    kind = get_completion_class(shell)
    assert kind is not None
    echo(kind(ctx.find_root().command, {}, "hustings", "_HUSTINGS_COMPLETE").source())
