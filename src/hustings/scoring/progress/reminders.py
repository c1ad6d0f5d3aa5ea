"""Days to come back to: the follow-up, evidence that is still to be fetched, and rules to look at again.

No program need be running for them: they are written into a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from hustings.answers.events import State
from hustings.frozen_records import dataclass
from hustings.messages import long_date, say, several
from hustings.pack.source.partial_dates import moved
from hustings.scoring.plan.phrasing.wording import role_title
from hustings.scoring.progress.follow_up_day import follow_up_day
from hustings.scoring.result import Result
from hustings.scoring.rules import OLD_DAYS, RuleStanding, rules_for

EVIDENCE_DAYS = 14
"""Days after the assessment."""
MOST = 20
"""Lines of one entry."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """An entry of a calendar. `key` is the same for the same thing whenever it is written."""

    key: str
    on: date
    title: str
    about: str


def reminders(result: Result, last: date, today: date, first_ballots: date | None) -> tuple[Reminder, ...]:
    """The reminders of an assessment whose last answer is of a day; none lies before today."""
    dates = (_follow_up(last, first_ballots), *_evidence(result, last), *_rules(result, today))
    return tuple(Reminder(one.key, max(one.on, today), one.title, one.about) for one in dates)


def _follow_up(last: date, first_ballots: date | None) -> Reminder:
    about = say("Ten minutes, with `hustings follow-up`. The last assessment is of {day}.", day=long_date(last))
    return Reminder("follow-up", follow_up_day(last, first_ballots), say("Assess the campaign again"), about)


def _evidence(result: Result, last: date) -> Iterator[Reminder]:
    """What was claimed without proof, an entry for each role that knows."""
    by_role = dict[str, list[str]]()
    for domain in result.domains:
        for score in domain.of_kind("control"):
            claimed = score.answer is not None and score.answer.state is State.ANSWERED and not score.answer.grade
            if claimed and score.value is not None and score.value.pt > 0 and score.question.evidence:
                by_role.setdefault(score.question.role, []).append(score.question.evidence)
    for role, lines in by_role.items():
        title = several(
            len(lines),
            "Evidence to fetch, {n} thing: {who}",
            "Evidence to fetch, {n} things: {who}",
            who=role_title(result.pack, role) if role else say("Team"),
        )
        yield Reminder(f"evidence:{role}", last + timedelta(days=EVIDENCE_DAYS), title, _listed(lines))


def _rules(result: Result, today: date) -> Iterator[Reminder]:
    """Rules of the campaign's places on the day on which their source is too old to rely on, an entry for each day."""
    by_day = dict[date, dict[str, RuleStanding]]()
    for one in rules_for(result.pack, result.answers, today):
        if one.stands not in ("closed", "does_not_bind"):
            by_day.setdefault(moved(one.rule.as_of.first, OLD_DAYS + 1), {})[one.rule.id] = one
    for day, standings in sorted(by_day.items()):
        yield _rule_day(day, standings)


def _rule_day(day: date, standings: Mapping[str, RuleStanding]) -> Reminder:
    lines = [say("{place}: {rule}", place=one.place.title, rule=one.rule.title) for one in standings.values()]
    title = several(len(lines), "Look again at {n} rule", "Look again at {n} rules")
    return Reminder(f"rules:{day.isoformat()}", day, title, _listed(lines))


def _listed(lines: list[str]) -> str:
    more = len(lines) - MOST
    rest = [several(more, "and {n} more", "and {n} more")] if more > 0 else []
    return "\n".join([*(f"- {line}" for line in lines[:MOST]), *rest])
