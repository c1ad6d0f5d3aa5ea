"""What the verbs share that print a paper for a workshop: their options, and where the paper is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hustings.cli.cases.opened_case import case_path
from hustings.cli.options import lang_option, on_option, paper_option
from hustings.cli.output import echo, warn_missing_characters
from hustings.cli.verbs.report import DEFAULT_THEME, check_target
from hustings.file_output import write_file
from hustings.messages import english, say

if TYPE_CHECKING:
    from hustings.report.render.themes.isolated_theme import PrintedReport

OPTIONS = (
    click.argument("case"),
    click.option("--out", type=click.Path(path_type=Path), help="Where to write it; beside the case file otherwise."),
    on_option(english("The day of the workshop, for dates in it.")),
    paper_option,
    click.option(
        "--theme", default=DEFAULT_THEME, show_default=True, help="A theme's name, or a folder such as ./ours."
    ),
    click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings."),
    lang_option,
)


def paper_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The case, and the options of a printed paper."""
    return reduce(lambda wrapped, option: option(wrapped), reversed(OPTIONS), verb)


def paper_target(case: str, out: Path | None, name: str) -> Path:
    """Where the paper goes: beside the case, with its name. Raises `InputError` for the case file itself."""
    path = case_path(case)
    return check_target(out or path.with_name(f"{path.stem}-{name}.pdf"), html=False)


def write_paper(printed: PrintedReport, target: Path) -> None:
    """Write the paper, and say so."""
    write_file(target, printed.content)
    warn_missing_characters(printed.missing)
    echo(say("Written: {file}", file=target))
