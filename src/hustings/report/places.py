"""The rules that may apply, by place: what each asks, since when, who says so, and how long ago that was looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hustings.pack.rules import Jurisdiction, RuleStatus
from hustings.report.assessed import Assessed
from hustings.report.words import stretch_words
from hustings.scoring.rules import RuleStanding, RuleStands, places_of, rules_for
from hustings.wording import english, long_date, say, several

OPEN: tuple[RuleStands, ...] = ("applies", "opens", "maybe")
"""What still asks something, in the order in which it is told."""
STATUS: dict[RuleStatus, str] = {
    "in_force": english("in force"),
    "enjoined": english("stopped by a court for now"),
    "struck_down": english("struck down by a court"),
    "pending": english("not law yet"),
}


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule, as ready text; empty where nothing is to be said. `again`: it was checked too long ago."""

    title: str
    stands: str
    covers: str
    duty: str
    label: str
    penalty: str
    because: str
    sources: tuple[str, ...]
    checked: str
    again: str


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """A place: its rules, those that are over or do not bind, what is said where there are none, and where to look."""

    title: str
    none: str
    rules: tuple[RuleLine, ...]
    over: tuple[RuleLine, ...]
    not_binding: tuple[RuleLine, ...]
    tracker: str


@dataclass(frozen=True, slots=True)
class Rules:
    says: str
    missing: str
    places: tuple[PlaceRules, ...]


def rules(on: Assessed) -> Rules | None:
    """The chapter; None if the pack holds no rules."""
    pack = on.result.pack
    if not pack.rules:
        return None
    found, standings = places_of(pack, on.answers), rules_for(pack, on.answers, on.on)
    asked = "; ".join(pack.questions[name].text for name in found.missing if name in pack.questions)
    return Rules(
        says=say(
            "What a source said, and when. This is not legal advice: where a rule decides something, ask counsel, who "
            "will also know what is new."
        ),
        missing=say("Answer this first, or rules may be missing here: {questions}", questions=asked) if asked else "",
        places=tuple(_place(on, place, [s for s in standings if s.place is place]) for place in found.found),
    )


def _place(on: Assessed, place: Jurisdiction, standings: Iterable[RuleStanding]) -> PlaceRules:
    known = list(standings)
    return PlaceRules(
        title=place.title,
        none=place.none,
        rules=tuple(_line(on, one) for stands in OPEN for one in known if one.stands == stands),
        over=tuple(_line(on, one) for one in known if one.stands == "closed"),
        not_binding=tuple(_line(on, one) for one in known if one.stands == "does_not_bind"),
        tracker=_source(on, place.tracker) if place.tracker else "",
    )


def _line(on: Assessed, standing: RuleStanding) -> RuleLine:
    rule = standing.rule
    return RuleLine(
        title=rule.title,
        stands=_stands(on, standing),
        covers=rule.covers,
        duty=rule.duty,
        label=rule.label,
        penalty=rule.penalty,
        because=rule.because,
        sources=tuple(text for text in (_source(on, name) for name in rule.sources) if text),
        checked=_checked(standing),
        again=say("Look again before you rely on it.") if standing.stale else "",
    )


def _stands(on: Assessed, standing: RuleStanding) -> str:
    """Whether it counts today, and from when to when."""
    return " ".join(part for part in (_now(on, standing), _span(standing)) if part)


def _now(on: Assessed, standing: RuleStanding) -> str:
    stands: RuleStands = standing.stands
    match stands:
        case "applies":
            return say("May apply now.")
        case "opens":
            return say("May apply from {day} on.", day=long_date(standing.opens))
        case "closed":
            return say("Over.")
        case "does_not_bind":
            status = say(STATUS[standing.rule.status])
            return say("Does not bind now: {status}.", status=status)
        case "maybe":
            return _perhaps(on, standing)


def _perhaps(on: Assessed, standing: RuleStanding) -> str:
    questions = on.result.pack.questions
    asked = "; ".join(questions[name].text for name in standing.missing if name in questions)
    return say("May apply, depending on: {questions}", questions=asked) if asked else say("May apply.")


def _span(standing: RuleStanding) -> str:
    """The days of its window around election day, where it has one."""
    if standing.rule.window is None or standing.closes is None or standing.stands == "does_not_bind":
        return ""
    first, last = long_date(standing.opens), long_date(standing.closes)
    return say("Its days: {first} to {last}.", first=first, last=last)


def _checked(standing: RuleStanding) -> str:
    """What its source supports, on which day, and how long ago that is."""
    day, binds = stretch_words(standing.rule.as_of), standing.stands in ("applies", "maybe")
    if standing.age <= 0:
        return say("In force as of {day}.", day=day) if binds else say("As of {day}.", day=day)
    if binds:
        return several(
            standing.age, "In force as of {day}, {n} day ago.", "In force as of {day}, {n} days ago.", day=day
        )
    return several(standing.age, "As of {day}, {n} day ago.", "As of {day}, {n} days ago.", day=day)


def _source(on: Assessed, name: str) -> str:
    return "".join(_sources(on, name))


def _sources(on: Assessed, name: str) -> Iterator[str]:
    for source in on.result.pack.sources:
        if source.id == name:
            head = ", ".join(part for part in (source.title, source.publisher, source.date) if part).removesuffix(".")
            yield f"{head}. {source.link}" if source.link.startswith(("https://", "http://")) else f"{head}."
