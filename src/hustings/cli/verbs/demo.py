"""`hustings demo`: the report of an invented campaign."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from hustings.cli.invocation import next_command
from hustings.cli.options import PAPERS, lang_option, read_pack_in_language
from hustings.cli.output import echo
from hustings.cli.translated_help import Verb
from hustings.messages import say
from hustings.problems import InputError, reason

if TYPE_CHECKING:
    from hustings.cli.cases.opened_case import OpenedCase

SAMPLE, NAME = "sample.yaml", "sample-campaign"
BY = "sample"
BEFORE_BALLOTS = timedelta(days=34)


@click.command(cls=Verb, short_help="Write the report of an invented campaign, to see what you get.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The folder for it.")
@click.option("--paper", type=PAPERS, default="letter", show_default=True)
@click.option("--html", is_flag=True, help="One HTML page instead of a PDF.")
@lang_option
@click.option("--timings", is_flag=True, help="Say how long each step took.")
def demo(out: Path, paper: str, *, html: bool, timings: bool) -> None:
    """Write the report of an invented campaign: real questions, real scoring, made-up answers."""
    clock = Timings()
    _make_folder(out)
    target = out / f"{NAME}{'.html' if html else '.pdf'}"
    write_sample(target, paper=paper, html=html, clock=clock)
    echo(say("Written: {target} (an invented campaign)", target=target))
    if timings:
        echo(str(clock))
    echo(say("For your own campaign: {command}", command=next_command("interview", "my-campaign.hustings")))


def write_sample(target: Path, *, paper: str, html: bool, clock: Timings) -> None:
    """Write the invented campaign's report, from a temporary case file, under the brand of the folder if it has one."""
    from hustings.report.render.early_printer import early_printer

    with early_printer(wanted=not html) as printer:  # first, so that it loads while all else is imported
        from hustings.cli.cases.case_brand import case_brand
        from hustings.cli.cases.opened_case import ENDING
        from hustings.cli.verbs.report import DEFAULT_THEME, write_report

        with TemporaryDirectory() as folder, clock("pack and answers"):
            opened = sample_case(Path(folder) / f"{NAME}{ENDING}")
        day = sample_day(opened)
        brand = case_brand(DEFAULT_THEME, target.parent)
        write_report(opened, target, day, paper=paper, html=html, sample=True, step=clock, printer=printer, brand=brand)


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        what = say("The folder {folder} cannot be made ({why}).", folder=out, why=reason(wrong))
        raise InputError(what, say("Choose another folder with --out.")) from wrong


def sample_case(case: Path) -> OpenedCase:
    """A case file with the sample's answers. The pack is read once."""
    from hustings.casefile import create
    from hustings.cli.cases.opened_case import read_assessment
    from hustings.interview import answers_from, write_answers
    from hustings.pack.shipped import DEFAULT_PACK, find_pack

    folder = find_pack(DEFAULT_PACK)
    pack = read_pack_in_language(folder)
    file_answers = answers_from(pack, folder / SAMPLE)
    with create(case, pack=pack, by=BY, at=datetime.now(UTC)) as file:
        write_answers(file.log(file.latest().id, BY), file_answers)
        return read_assessment(file, pack)


def sample_day(opened: OpenedCase) -> date:
    """A fixed date for the sample, so that its countdown is always the same."""
    return (opened.first_ballots or date(2027, 3, 8)) - BEFORE_BALLOTS


class Timings:
    """Seconds by step, in order."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, float]] = []

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Measure a step, as a context manager."""
        begun = time.perf_counter()
        yield
        self._steps.append((name, time.perf_counter() - begun))

    def seconds(self) -> dict[str, float]:
        """The seconds that each step took, by its name."""
        return dict(self._steps)

    def __str__(self) -> str:
        return "\n".join(f"  {name}: {seconds:.2f} s" for name, seconds in self._steps)
