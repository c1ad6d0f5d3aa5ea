"""The figures of a portfolio's report as JSON: ids of the packs, exact to four decimals, one entry a campaign.

The schema is `portfolio_report.schema.json` here; the meaning of a field never changes within a format version.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from hustings import __version__
from hustings.portfolio.figures.overview import Overview
from hustings.portfolio.figures.spread import Quartiles
from hustings.portfolio.figures.standing import PlannedWork, Standing
from hustings.portfolio.figures.trend import Trend
from hustings.scoring.result import Bounds

Json = Mapping[str, object]
SCHEMA = Path(__file__).with_name("portfolio_report.schema.json")
FORMAT, FORMAT_VERSION = "hustings-portfolio-report", 1


def report_json(of: Overview) -> Json:
    """Everything that the report prints."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "hustings": __version__,
        "on": of.on.isoformat(),
        "campaigns": [_campaign(of, one) for one in of.ranked],
        "left_out": of.left_out,
        "deal_breakers": [{"id": id_, "fails": fails, "open": open_} for id_, fails, open_ in of.gates],
        "gaps": [
            {
                "question": gap.question,
                "area": gap.domain,
                "campaigns": gap.campaigns,
                "severity": gap.severity,
                "action": gap.action,
                "hours_each": None if gap.each is None else _number(gap.each),
                "hours": _number(gap.hours),
            }
            for gap in of.gaps
        ],
        "not_known": [
            {"question": one.question, "campaigns": one.campaigns, "with_open_deal_breaker": one.undecided}
            for one in of.unknowns
        ],
        "trend": None if of.trend is None else _trend(of.trend),
        "groups": {
            by: [
                {
                    "value": one.value,
                    "campaigns": one.campaigns,
                    "index": _quartiles(one.index),
                    "deal_breaker_fails": one.failing,
                    "lack_hours": one.short,
                }
                for one in found
            ]
            for by, found in of.groups
        },
    }


def _campaign(of: Overview, one: Standing) -> Json:
    about = one.about
    return {
        "campaign": about.campaign,
        **({"name": about.name} if of.named else {}),
        "invented": about.invented,
        "pack": about.pack,
        "version": about.version,
        "answered": about.answered.isoformat(),
        "first_ballots": about.first_ballots and about.first_ballots.isoformat(),
        "office": about.office,
        "place": about.place,
        "size": about.size,
        "index": _bounds(one.index),
        "band": one.band,
        "provisional": one.provisional,
        "coverage": _number(one.coverage),
        "areas": {area: _bounds(ready) for area, ready in one.domains},
        "fails": list(one.failed),
        "open": list(one.open),
        "gaps": [gap.question for gap in one.gaps],
        "not_known": list(one.unknown),
        "work": None if one.work is None else _work(one.work),
    }


def _work(work: PlannedWork) -> Json:
    there = None if work.there is None else _number(work.there)
    return {"days": work.days, "until": work.until, "hours_needed": _number(work.needed), "hours_there": there}


def _trend(found: Trend) -> Json:
    return {
        "campaigns": found.campaigns,
        "rose": found.rose,
        "fell": found.fell,
        "change": _quartiles(found.change),
        "deal_breakers_mended": found.mended,
        "deal_breakers_new": found.broken,
        "gaps_closed": found.closed,
        "gaps_new": found.opened,
    }


def _quartiles(found: Quartiles) -> list[float]:
    return [_number(one) for one in (found.lowest, found.low, found.middle, found.high, found.highest)]


def _bounds(figure: Bounds) -> list[float]:
    return [_number(end) for end in (figure.lo, figure.pt, figure.hi)]


def _number(figure: Fraction) -> float:
    return int(figure * 10_000) / 10_000
