"""Standings of campaigns, to reckon a portfolio's figures by hand: what does not matter is the same in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction as F

from hustings.pack.model import Severity
from hustings.portfolio.figures.overview import Overview, overview
from hustings.portfolio.figures.standing import Gap, PlannedWork, Standing
from hustings.portfolio.figures.standings import Standings
from hustings.portfolio.pack_titles import Titles
from hustings.portfolio.tables.stored_answers import About
from hustings.scoring.result import Bounds

TODAY = date(2026, 11, 30)


def exactly(figure: int | F) -> Bounds:
    return Bounds(F(figure), F(figure), F(figure))


def gap(question: str, severity: Severity = "high", hours: int | None = 2) -> Gap:
    return Gap(question, "d", severity, "" if hours is None else f"do_{question}", None if hours is None else F(hours))


def work(days: int | None = 50, needed: int = 10, there: int | None = 20) -> PlannedWork:
    until = "unknown" if days is None else "ballots"
    return PlannedWork(days, until, F(needed), None if there is None else F(there))  # type: ignore[arg-type]


def campaign(
    key: str,
    index: int = 50,
    *,
    failed: Sequence[str] = (),
    open_: Sequence[str] = (),
    gaps: Sequence[Gap] = (),
    unknown: Sequence[str] = (),
    planned: PlannedWork | None = None,
    number: int = 1,
    latest: bool = True,
    office: str | None = "town",
    size: str | None = "few",
    name: str | None = None,
    invented: bool = False,
) -> Standing:
    about = About(
        key, number, latest, "p", "1.0.0", "d1", "", datetime(2026, 11, 1, 10), date(2027, 1, 19),  # noqa: DTZ001 - universal
        None, office, "us us_ca", size, invented, name,
    )  # fmt: skip
    domains = (("d", exactly(F(index, 100))),)
    return Standing(
        about, exactly(index), "exposed" if index < 60 else "guarded", False, F(1), domains, tuple(failed),
        tuple(open_), tuple(gaps), tuple(unknown), planned or work(),
    )  # fmt: skip


TITLES = Titles(
    areas={"d": "Voter data"},
    bands={"exposed": ("Exposed", 0), "guarded": ("Guarded", 60)},
    gates={"locked": "Accounts are locked", "asked": "Somebody was asked"},
    questions={"q": "Is it written down?"},
    gaps={"g": "Nothing is written down."},
    domains={"q": "d"},
    choices={("office", "town"): "A town", ("team", "few"): "A few", ("where", "us"): "United States"},
    owners={"q": "boss"},
    roles={"boss": "Campaign manager"},
    team="team",
)


def overview_of(*latest: Standing, before: Sequence[Standing] = (), named: bool = False) -> Overview:
    return overview(Standings(latest, tuple(before), ()), TITLES, TODAY, named=named)
