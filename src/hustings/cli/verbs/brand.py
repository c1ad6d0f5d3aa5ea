"""`hustings brand`: a file with name, logo and colour for reports, begun and checked."""

from __future__ import annotations

from pathlib import Path

import click

from hustings.cli.output import echo, echo_lines
from hustings.cli.translated_help import Verb
from hustings.messages import say
from hustings.problems import InputError

EXAMPLE = """\
# {about}
name: {name}
line: ""          # {line}
colour: "#1d4f7c" # {colour}
# logo: logo.svg  # {logo}
# logo_text: ""   # {logo_text}
author: ""
address: ""
classed: ""       # {classed}
footer: ""        # {footer}
"""


@click.command(cls=Verb, short_help="Your name, logo and colour on reports: begin brand.yaml, or check it.")
@click.argument("action", type=click.Choice(["init", "check"]))
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def brand(action: str, folder: Path) -> None:
    """Begin or check the file brand.yaml in FOLDER, or here.

    Reports of cases in that folder are written under it, without an option. A theme's folder may hold one too; it
    counts before the one beside the case.
    """
    from hustings.cli.cases.case_brand import brand_lines
    from hustings.report.brand.brand_file import FILE, read_brand

    if action == "init":
        echo(say("Written: {file}", file=_begin(folder / FILE)))
        echo(f"  {say('Change it, then: hustings brand check')}")
        return
    echo_lines(brand_lines(read_brand(folder / FILE), folder / FILE))


def _begin(target: Path) -> Path:
    from hustings.file_output import write_file

    if target.exists() or target.is_symlink():
        what = say("{file} is there already; nothing was written.", file=target)
        raise InputError(what, say("Change it, or take it away first."))
    if not target.parent.is_dir():
        what = say("There is no folder {parent}.", parent=target.parent)
        raise InputError(what, say("Make it first, or choose another one."))
    text = EXAMPLE.format(
        about=say("The brand of the reports in this folder. Leave empty what you do not need."),
        name=say("Your name"),
        line=say("a line under the name"),
        colour=say("one colour; what is too pale to read is made darker"),
        logo=say("SVG or PNG, in this folder; it is shown 44 points wide"),
        logo_text=say("what a screen reader says for the logo"),
        classed=say("who the report is for, in the box of its cover"),
        footer=say("a few words at the foot of each page"),
    )
    return write_file(target, text.encode())
