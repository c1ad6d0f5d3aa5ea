"""How campaigns move, in sentences and as JSON: bands, index, deal-breakers.

The schema is `portfolio_change.schema.json` here; the meaning of a field never changes within a format version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from hustings.messages import say, several
from hustings.problems import escaped
from hustings.scoring.result import truncated

if TYPE_CHECKING:
    from hustings.portfolio.pack_titles import Titles
    from hustings.portfolio.what_if import MovedAll

SCHEMA = Path(__file__).with_name("portfolio_change.schema.json")
FORMAT_VERSION = 1


def moved_lines(found: MovedAll, titles: Titles) -> Iterator[str]:
    """What changes, in sentences."""
    yield several(
        found.touched,
        "Something changes in {n} of {all} campaigns.",
        "Something changes in {n} of {all} campaigns.",
        all=found.campaigns,
    )
    if found.points is not None:
        low, middle, high = (signed(one) for one in (found.points.low, found.points.middle, found.points.high))
        yield say(
            "Half of these change by {low} to {high} points, the middle by {middle}.", low=low, high=high, middle=middle
        )
    yield several(found.band_changes, "{n} campaign changes band.", "{n} campaigns change band.")
    for was, now, count in found.bands:
        yield "  " + say("{was} to {now}: {n}", was=_band(titles, was), now=_band(titles, now), n=count)
    yield from _gates(found, titles)
    if found.left_out:
        yield several(found.left_out, "{n} campaign cannot be scored.", "{n} campaigns cannot be scored.")


def _band(titles: Titles, band: str) -> str:
    return escaped(titles.bands.get(band, (band, 0))[0])


def _gates(found: MovedAll, titles: Titles) -> Iterator[str]:
    for gate, mended, settled, worse in found.gates:
        told = []
        if mended:
            told.append(several(mended, "fails in {n} fewer campaign", "fails in {n} fewer campaigns"))
        if settled:
            told.append(several(settled, "open in {n} fewer campaign", "open in {n} fewer campaigns"))
        if worse:
            told.append(several(worse, "fails or open in {n} more campaign", "fails or open in {n} more campaigns"))
        yield say("{gate}: {what}.", gate=escaped(titles.gates.get(gate, gate)), what=", ".join(told))


def signed(points: Fraction) -> str:
    """A change of points with its sign."""
    return ("+" if points > 0 else "") + truncated(points)


def moved_json(found: MovedAll, written_by: str) -> Mapping[str, object]:
    """The same as JSON, with ids. `written_by`: the verb."""
    points = found.points
    spread = None if points is None else [float(points.low), float(points.middle), float(points.high)]
    return {
        "format": f"hustings-portfolio-{written_by}",
        "format_version": FORMAT_VERSION,
        "campaigns": found.campaigns,
        "touched": found.touched,
        "points": spread,
        "bands": [{"from": was, "to": now, "campaigns": count} for was, now, count in found.bands],
        "deal_breakers": [
            {"id": gate, "mended": mended, "settled": settled, "worse": worse}
            for gate, mended, settled, worse in found.gates
        ],
        "left_out": found.left_out,
    }
