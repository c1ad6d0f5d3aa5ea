"""`hustings portfolio benchmarks`: what comparable campaigns have, in a file that can be passed on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.options import lang_option
from hustings.cli.output import echo
from hustings.cli.portfolio.portfolio_key import PUBLISHED, published_of
from hustings.cli.portfolio.stored_portfolio import campaigns_of, stored_portfolio
from hustings.cli.translated_help import Verb
from hustings.cli.written_files import written
from hustings.messages import listed, say, several
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.portfolio.benchmarks.benchmark_groups import BenchmarkGroup

KINDS = (".json", ".csv")


@click.command(cls=Verb, short_help="Quartiles of comparable campaigns, to be passed on.")
@click.argument("portfolio", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The file: .json or .csv; beside PORTFOLIO otherwise.")
@lang_option
def benchmarks(portfolio: Path, out: Path | None) -> None:
    """Write quartiles of the index and the areas, by office and team size, for `hustings report CASE --benchmark FILE`.

    Only groups of at least five campaigns are there, and none from which single campaigns could be subtracted, not even
    with an earlier file, also of other tables in this folder: what is new waits until it is five campaigns. What was
    published is remembered beside PORTFOLIO, in a file that must not be passed on.
    """
    from hustings.portfolio.benchmarks.benchmark_groups import benchmarks_json, entries, groups
    from hustings.portfolio.benchmarks.released_editions import next_edition
    from hustings.portfolio.benchmarks.released_file import read_released, write_released

    target = out or portfolio.with_name(f"{portfolio.stem}-benchmarks.json")
    _check_kind(target)
    today = date.today()  # noqa: DTZ011 - the day where this is run
    latest = campaigns_of(stored_portfolio(portfolio), today).latest
    ((pack, _),) = Counter(one.about.pack for one in latest).most_common(1)
    remembered = published_of(portfolio)
    ours = [one for one in latest if one.about.pack == pack]
    enough = tuple(entries(ours))
    placed = next_edition(read_released(remembered, pack), enough)
    made = groups(placed)
    if not made and groups(next_edition((), enough)):
        what = say("Nothing of these campaigns can be published beside what was published before.")
        raise InputError(what, say("Single campaigns could be subtracted out of both. Wait until five are new."))
    if not made:
        what = say("There are no five comparable campaigns of which enough is known.")
        raise InputError(what, say("Benchmarks of fewer would say what single campaigns answered."))
    write_released(remembered, pack, placed)
    invented = any(one.about.invented for one in ours)
    content = _csv(made) if target.suffix == ".csv" else _text(benchmarks_json(made, pack, today, invented=invented))
    written(target, target.suffix, content)
    waiting = len({*enough} - {one.entry for one in placed if one.place})
    echo(several(len(made), "{n} group is in it.", "{n} groups are in it."))
    if waiting:
        echo(several(waiting, "{n} campaign waits for others.", "{n} campaigns wait for others."))
    if few := len(ours) - len(enough):
        echo(several(few, "Of {n} campaign too little is known.", "Of {n} campaigns too little is known."))
    for other in sorted(set(portfolio.parent.glob(f"*{PUBLISHED}")) - {remembered}):
        note = say(
            "{file} remembers benchmarks of tables with another secret. If campaigns are in both, pass on those of "
            "one only: what they differ by can be subtracted.",
            file=other,
        )
        echo(note, err=True)
    echo(say("Keep {file}, and do not pass it on: it remembers which campaigns were published.", file=remembered))


def _check_kind(target: Path) -> None:
    if target.suffix not in KINDS:
        what = say("{name} ends in none of {kinds}.", name=target.name, kinds=listed(KINDS))
        raise InputError(what, say("Name it {stem}{kind}.", stem=target.stem, kind=".json"))


def _text(found: dict[str, object]) -> bytes:
    return (json.dumps(found, indent=1) + "\n").encode()


def _csv(made: Sequence[BenchmarkGroup]) -> bytes:
    """A row a group and figure; an empty office or size is any."""
    from hustings.report.export.tables.plan_table import as_csv

    heads = ("office", "size", "campaigns_at_least", "figure", "lower_quartile", "median", "upper_quartile")
    rows = (
        (one.office or "", one.size or "", one.campaigns, figure, *points)
        for one in made
        for figure, points in (("index", one.index), *one.areas)
    )
    return as_csv(heads, rows)
