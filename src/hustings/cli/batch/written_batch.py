"""What `hustings report` does with several cases: each one's lines in their order, then how many are written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from click.core import ParameterSource

from hustings.cli.batch.batch_progress import Progress
from hustings.cli.batch.many_reports import Ran, many_reports, targets
from hustings.cli.cases.opened_case import is_any_size_allowed
from hustings.cli.errors import NEEDS_WORK
from hustings.cli.options import is_as_of_pack
from hustings.cli.output import echo
from hustings.messages import several, spoken

OF_BATCH = frozenset({"case", "more", "out"})


def write_batch(ctx: click.Context, cases: Sequence[str], out: Path | None, kind: str) -> None:
    """Write the report of each case with the options that were given; exit code 1 if one cannot be written."""
    into = targets(cases, out, kind)
    lines = [_line(ctx, case, into[case]) for case in cases]
    progress = Progress(len(cases))
    failed = [ran for ran in _told(many_reports(lines, cases, pdf=kind == ".pdf"), progress) if ran.code]
    written = len(cases) - len(failed)
    echo(several(written, "{n} report is written.", "{n} reports are written."))
    if failed:
        names = ", ".join(ran.case for ran in failed)
        echo(several(len(failed), "{n} is not: {names}", "{n} are not: {names}", names=names), err=True)
        sys.exit(NEEDS_WORK)


def _told(runs: Iterator[Ran], progress: Progress) -> Iterator[Ran]:
    """Each report's lines, as soon as those before it are printed; errors with the name of their case."""
    progress.draw()
    for ran in runs:
        progress.step()
        progress.erase()
        if ran.out:
            echo(ran.out.rstrip("\n"))
        if ran.err:
            named = ran.err if ran.err.startswith(Path(ran.case).name) else f"{ran.case}: {ran.err}"
            echo(named.rstrip("\n"), err=True)
        progress.draw()
        yield ran
    progress.erase()


def _line(ctx: click.Context, case: str, target: Path | None) -> list[str]:
    """The command line for one case, with the options that were given for all."""
    whole = ["--large"] if is_any_size_allowed() else []
    own = ["--as-of-pack"] if is_as_of_pack() else []
    out = ["--out", str(target)] if target else []
    return [*whole, "--lang", spoken(), "report", *_given(ctx), *own, *out, "--", case]


def _given(ctx: click.Context) -> Iterator[str]:
    for option in ctx.command.params:
        name, value = option.name or "", ctx.params.get(option.name or "")
        typed = ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if typed and value is not None and name not in OF_BATCH:
            yield from [option.opts[0]] if value is True else [option.opts[0], str(value)]
