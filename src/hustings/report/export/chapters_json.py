"""The chapters without a score as JSON: what AI can do for the campaign, and the rules that may apply."""

from __future__ import annotations

from datetime import date
from typing import Any

from hustings.pack.item_values import Need
from hustings.pack.source.partial_dates import PartialDate
from hustings.report.export.figures_json import Json, figure
from hustings.scoring.plan.dates.calendar import clock, to_ballots
from hustings.scoring.result import Result
from hustings.scoring.rules import RuleStanding, places_of, rules_for
from hustings.scoring.uses import GroundStep, UseVerdict, groundwork, uses


def uses_json(result: Result, on: date | None) -> list[Json]:
    """Each use that the campaign has or wants; without a day no use is too late."""
    left = None
    if on is not None:
        now = clock(result.pack, result.answers, on)
        left = to_ballots(now.first_ballots, now.until, on)
    return [_use(verdict) for verdict in uses(result.pack, result, left)]


def _use(judged: UseVerdict) -> Json:
    return {
        "use": judged.use.id,
        "title": judged.use.title,
        "verdict": judged.verdict,
        "has": judged.has,
        "wants": judged.wants,
        "unmet": [_need(need) for need in judged.unmet],
        "actions": [action.id for action in judged.actions],
        "unmended": [_need(need) for need in judged.unmended],
        "find_out": list(judged.find_out),
        "not_asked": [_need(need) for need in judged.not_asked],
        "ruled_out": [never.because for never in judged.ruled_out],
        "hours": figure(judged.hours),
        "fix_days": judged.fix_days,
        "days": judged.days,
        "too_late": judged.too_late,
    }


def _need(need: Need) -> Json:
    return {"question": need.question, "at_least": figure(need.value)}


def groundwork_json(result: Result) -> list[Json]:
    """The next steps towards using AI, as JSON."""
    return [_step(step) for step in groundwork(result.pack, result)]


def _step(ground: GroundStep) -> Json:
    step = ground.step
    return {
        "question": step.question,
        "enough": ground.enough,
        "step": step.step,
        "hours": figure(step.hours),
        "owner": step.owner,
        "lead_days": step.lead_days,
    }


def rules_json(result: Result, on: date) -> Json:
    """The campaign's places with their rules on a day."""
    places, standings = places_of(result.pack, result.answers), rules_for(result.pack, result.answers, on)
    return {
        "on": on.isoformat(),
        "missing": list(places.missing),
        "places": [
            {"jurisdiction": place.id, "title": place.title, "none": place.none, "tracker": place.tracker}
            for place in places.found
        ],
        "rules": [_rule(standing) for standing in standings],
    }


def _stretch(days: PartialDate | None) -> str | None:
    """A partial date as its author wrote it: a day, a month or a year."""
    return None if days is None else days.text


def _rule(standing: RuleStanding) -> dict[str, Any]:
    rule = standing.rule
    return {
        "rule": rule.id,
        "jurisdiction": standing.place.id,
        "title": rule.title,
        "concerns": standing.concerns,
        "stands": standing.stands,
        "breached": standing.breached,
        "status": rule.status,
        "because": rule.because,
        "from": _stretch(rule.start),
        "to": _stretch(rule.end),
        "window": None if rule.window is None else {"before": rule.window.before, "after": rule.window.after},
        "opens": None if standing.opens is None else standing.opens.isoformat(),
        "closes": None if standing.closes is None else standing.closes.isoformat(),
        "missing": list(standing.missing),
        "duty": rule.duty,
        "protects": rule.protects,
        "today": rule.today,
        "label": rule.label,
        "penalty": rule.penalty,
        "sources": list(rule.sources),
        "as_of": rule.as_of.text,
        "reviewed": rule.reviewed.text,
        "age_days": standing.age,
        "stale": standing.stale,
    }
