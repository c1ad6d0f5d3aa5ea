"""`hustings portfolio compare-packs`: what a change of the rubric would do to every campaign, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.options import lang_option, read_pack_in_language
from hustings.cli.output import echo
from hustings.cli.portfolio.moved_lines import moved_json, moved_lines, signed
from hustings.cli.portfolio.stored_portfolio import reckoned, stored_portfolio
from hustings.cli.translated_help import Verb
from hustings.messages import english, listed, say, several
from hustings.pack.shipped import find_pack
from hustings.problems import InputError, escaped
from hustings.scoring.result import truncated

if TYPE_CHECKING:
    from hustings.portfolio.pack_change import PackChange, Rescored
    from hustings.portfolio.pack_titles import Titles

PARTS = {
    "gates": english("the deal-breakers"),
    "bands": english("where the bands begin"),
    "parameters": english("how areas are put together"),
}
SHORT_KEY = 8


@click.command("compare-packs", cls=Verb, short_help="What a change of the rubric would do to all campaigns, and why.")
@click.argument("portfolio", type=click.Path(path_type=Path))
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@lang_option
def compare_packs(portfolio: Path, old: str, new: str, *, as_json: bool) -> None:
    """Score each campaign of PORTFOLIO by the pack OLD and by the pack NEW, and show who moves and why.

    OLD and NEW are folders, such as ./ours, or a pack that ships with Hustings. Nothing is written.
    """
    from hustings.portfolio.pack_change import RescoredOf, changed_parts, pack_change
    from hustings.portfolio.pack_titles import titles_of
    from hustings.portfolio.what_if import moved_all

    folders = find_pack(old), find_pack(new)
    packs = tuple(map(read_pack_in_language, folders))
    tables = stored_portfolio(portfolio)
    found = [one for _, one in reckoned(tables, RescoredOf(tables, *folders))]
    known = [one for one in found if one is not None]
    if not known:
        what = say("There is no campaign in {file} that can be scored.", file=portfolio)
        raise InputError(what, say("Give the packs that these campaigns were asked by."))
    whole, change = moved_all([None if one is None else one.moved for one in found]), pack_change(known)
    titles = titles_of(packs)
    if as_json:
        echo(json.dumps({**moved_json(whole, "compare-packs"), **_json(change)}, indent=1))
        return
    parts = [part_title(titles, part) for part in changed_parts(*packs)]
    echo(say("The rubrics differ in: {parts}.", parts=listed(parts)) if parts else say("The rubrics weigh the same."))
    for line in (*moved_lines(whole, titles), *_why(change, titles), *_largest(change.largest, titles)):
        echo(line)


def part_title(titles: Titles, part: str) -> str:
    """A part of a rubric in words."""
    return say(PARTS[part]) if part in PARTS else escaped(titles.areas.get(part, part))


def _why(change: PackChange, titles: Titles) -> Iterator[str]:
    for part, count in change.reasons:
        yield several(
            count,
            "{n} campaign changes band because of: {part}.",
            "{n} campaigns change band because of: {part}.",
            part=part_title(titles, part),
        )
    if change.several:
        yield several(
            change.several,
            "{n} campaign changes band because of several of these together, or of other questions.",
            "{n} campaigns change band because of several of these together, or of other questions.",
        )
    if change.dropped:
        yield several(
            change.dropped,
            "Of {n} campaign the new pack does not take every answer.",
            "Of {n} campaigns the new pack does not take every answer.",
        )


def _largest(largest: Sequence[Rescored], titles: Titles) -> Iterator[str]:
    if largest:
        yield say("The largest changes:")
    for one in largest:
        before, after = one.moved.before, one.moved.after
        bands = [escaped(titles.bands.get(band, (band, 0))[0]) for band in (before.band, after.band)]
        line = say(
            "{campaign}: {was} to {now} ({points}), {band}",
            campaign=before.about.campaign[:SHORT_KEY],
            was=truncated(before.index.pt),
            now=truncated(after.index.pt),
            points=signed(one.moved.points),
            band=bands[0] if bands[0] == bands[1] else say("{low} to {high}", low=bands[0], high=bands[1]),
        )
        why = listed([part_title(titles, part) for part in one.reasons])
        yield f"  {line}" + (f": {why}" if why else "")


def _json(change: PackChange) -> dict[str, object]:
    return {
        "reasons": dict(change.reasons),
        "several_reasons": change.several,
        "answers_dropped": change.dropped,
        "largest": [
            {
                "campaign": one.moved.before.about.campaign,
                "before": float(one.moved.before.index.pt),
                "after": float(one.moved.after.index.pt),
                "bands": [one.moved.before.band, one.moved.after.band],
                "reasons": list(one.reasons),
            }
            for one in change.largest
        ],
    }
