"""The rules that may apply, by place: what each demands, since when, its sources, and when they were checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hustings.frozen_records import dataclass
from hustings.messages import english, long_date, say, several
from hustings.pack.rules import Jurisdiction, RuleStatus
from hustings.pack.source.partial_dates import stretch_words
from hustings.report.document.context import ReportContext
from hustings.report.document.phrases import counted
from hustings.scoring.rules import Concerns, RuleStanding, RuleStands, places_of, rules_for

OPEN: tuple[RuleStands, ...] = ("applies", "opens", "maybe")
"""The standings that are shown, in this order."""
STATUS: dict[RuleStatus, str] = {
    "in_force": english("in force"),
    "enjoined": english("stopped by a court for now"),
    "struck_down": english("struck down by a court"),
    "pending": english("not law yet"),
}

MONTH = timedelta(31)
NO_ADVICE = english(
    "What a source said, and when. This is not legal advice: where a rule decides something, ask counsel, who will "
    "also know what is new."
)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule, as ready text; texts may be empty. `again`: it was checked too long ago.

    `checked`: since when it holds and how old its source is; `looked`: when it was last looked at. `codes`: its sources
    by their codes. `says`: its duty, or its protection of people who are copied. `today`: what to do if the answers
    show a breach.
    """

    title: str
    stands: str
    covers: str
    says: str
    today: str
    label: str
    penalty: str
    because: str
    sources: tuple[str, ...]
    codes: str
    checked: str
    looked: str
    again: str


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """A place: its rules, those that have ended or do not bind, a sentence if there are none, and a tracker.

    `protects`: protections of people who are copied, which concern every campaign.
    """

    title: str
    none: str
    rules: tuple[RuleLine, ...]
    protects: tuple[RuleLine, ...]
    over: tuple[RuleLine, ...]
    not_binding: tuple[RuleLine, ...]
    tracker: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The chapter “Rules that may apply”. `missing`: why there are none; `looked`: when all were last looked at."""

    headline: str
    says: str
    missing: str
    looked: str
    places: tuple[PlaceRules, ...]

    @property
    def open(self) -> tuple[RuleLine, ...]:
        """The rules that bind or protect today, or may."""
        return tuple(rule for place in self.places for rule in (*place.rules, *place.protects))

    @property
    def breached(self) -> tuple[RuleLine, ...]:
        """Those that the answers seem to breach."""
        return tuple(rule for rule in self.open if rule.today)

    @property
    def old(self) -> tuple[RuleLine, ...]:
        """Those to look at again."""
        return tuple(rule for rule in self.open if rule.again)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all sources of the rules that are shown."""
        shown = (rule for place in self.places for rule in (*place.over, *place.not_binding))
        return frozenset(code for rule in (*self.open, *shown) for code in rule.codes.strip("()").split(", "))


def rules(context: ReportContext) -> Rules | None:
    """The chapter; None if the pack holds no rules."""
    pack = context.result.pack
    if not pack.rules:
        return None
    places, standings = places_of(pack, context.answers), rules_for(pack, context.answers, context.on)
    asked = "; ".join(pack.questions[name].text for name in places.missing if name in pack.questions)
    return Rules(
        headline=_headline(standings),
        says=say(NO_ADVICE),
        missing=say("Answer this first, or rules may be missing here: {questions}", questions=asked) if asked else "",
        looked=_all_looked(standings),
        places=tuple(_place(context, place, [s for s in standings if s.place is place]) for place in places.found),
    )


def _all_looked(standings: Iterable[RuleStanding]) -> str:
    """When all of them were last looked at, if that was within a month; empty otherwise."""
    reviewed = sorted({one.rule.reviewed.first for one in standings})
    if not reviewed or reviewed[-1] - reviewed[0] > MONTH:
        return ""
    first, last = long_date(reviewed[0]), long_date(reviewed[-1])
    if first == last:
        return say("All were last looked at on {day}.", day=first)
    return say("All were last looked at from {first} to {last}.", first=first, last=last)


def _headline(standings: Iterable[RuleStanding]) -> str:
    """How many rules may bind the campaign, and how many of them the answers seem to breach."""
    duties = {one.rule.id: one for one in standings if one.concerns == "duty" and one.stands in OPEN}
    if not duties:
        return say("No rule that we know of binds you today.")
    counted_rules = counted(len(duties), "{n} rule may bind you", "{n} rules may bind you")
    if breached := sum(one.breached for one in duties.values()):
        return several(
            breached,
            "{rules}; your answers point to a breach of {n}.",
            "{rules}; your answers point to a breach of {n}.",
            rules=counted_rules,
        )
    return f"{counted_rules}."


def _place(context: ReportContext, place: Jurisdiction, standings: Iterable[RuleStanding]) -> PlaceRules:
    known = list(standings)
    return PlaceRules(
        title=place.title,
        none=place.none,
        rules=tuple(_line(context, one) for one in _breached_first(_open(known, "duty"))),
        protects=tuple(_line(context, one) for one in _open(known, "protection")),
        over=_once(context, known, "closed"),
        not_binding=_once(context, known, "does_not_bind"),
        tracker=_source(context, place.tracker) if place.tracker else "",
    )


def _open(known: Iterable[RuleStanding], concerns: Concerns) -> list[RuleStanding]:
    shown = [one for one in known if one.concerns == concerns]
    return [one for stands in OPEN for one in shown if one.stands == stands]


def _once(context: ReportContext, known: Iterable[RuleStanding], stands: RuleStands) -> tuple[RuleLine, ...]:
    """The lines of one standing; a rule that is both duty and protection is listed once."""
    latest = {one.rule.id: one for one in reversed(list(known)) if one.stands == stands}
    return tuple(_line(context, one) for one in reversed(latest.values()))


def _breached_first(lines: list[RuleStanding]) -> list[RuleStanding]:
    return sorted(lines, key=lambda one: not one.breached)


def _line(context: ReportContext, standing: RuleStanding) -> RuleLine:
    rule, duty = standing.rule, standing.concerns == "duty"
    return RuleLine(
        title=rule.title,
        stands=_stands(context, standing),
        covers=rule.covers,
        says=rule.duty if duty else rule.protects,
        today=_today(standing),
        label=rule.label if duty else "",
        penalty=rule.penalty if duty else "",
        because=rule.because,
        sources=tuple(text for text in (_source(context, name) for name in rule.sources) if text),
        codes=f"({', '.join(rule.sources)})" if rule.sources else "",
        checked=_checked(context.on, standing),
        looked=say("Last looked at: {day}.", day=stretch_words(standing.rule.reviewed)),
        again=say("Look again before you rely on it.") if standing.stale else "",
    )


def _stands(context: ReportContext, standing: RuleStanding) -> str:
    """Whether the rule holds today, and from when to when."""
    return " ".join(part for part in (_now(context, standing), _span(standing)) if part)


def _today(standing: RuleStanding) -> str:
    """What to do if the answers point to a breach, which counsel must confirm."""
    if not standing.breached:
        return ""
    return say("Your answers point to a breach. Today: {today}", today=standing.rule.today)


def _now(context: ReportContext, standing: RuleStanding) -> str:
    stands: RuleStands = standing.stands
    match stands:
        case "applies":
            return say("May apply now.")
        case "opens":
            return say("May apply from {day} on.", day=long_date(standing.opens or context.on))
        case "closed":
            return say("Over.")
        case "does_not_bind":
            status = say(STATUS[standing.rule.status])
            return say("Does not bind now: {status}.", status=status)
        case "maybe":
            return _perhaps(context, standing)


def _perhaps(context: ReportContext, standing: RuleStanding) -> str:
    questions = context.result.pack.questions
    asked = "; ".join(questions[name].text for name in standing.missing if name in questions)
    return say("May apply, depending on: {questions}", questions=asked) if asked else say("May apply.")


def _span(standing: RuleStanding) -> str:
    """The days of its window around election day; empty without one."""
    windowed, opens, closes = standing.rule.window is not None, standing.opens, standing.closes
    if not windowed or opens is None or closes is None or standing.stands == "does_not_bind":
        return ""
    return say("Its days: {first} to {last}.", first=long_date(opens), last=long_date(closes))


def _checked(context: date, standing: RuleStanding) -> str:
    """The law's start and end, and the date of its source with its age."""
    return " ".join((*_law(context, standing), _shown(standing)))


def _law(context: date, standing: RuleStanding) -> Iterator[str]:
    """The law's start and end, as far as a source gives them."""
    rule = standing.rule
    if rule.start is not None and standing.stands != "does_not_bind":
        start = stretch_words(rule.start)
        begun = rule.start.first <= context
        yield say("In force since {day}.", day=start) if begun else say("In force from {day} on.", day=start)
    if rule.end is not None:
        yield say("In force until {day}.", day=stretch_words(rule.end))


def _shown(standing: RuleStanding) -> str:
    rule, day = standing.rule, stretch_words(standing.rule.as_of)
    shown = rule.start is None and rule.status == "in_force"
    if standing.age <= 0:
        return say("Shown in force: {day}.", day=day) if shown else say("Its source: {day}.", day=day)
    if shown:
        return several(
            standing.age, "Shown in force: {day}, {n} day ago.", "Shown in force: {day}, {n} days ago.", day=day
        )
    return several(standing.age, "Its source: {day}, {n} day ago.", "Its source: {day}, {n} days ago.", day=day)


def _source(context: ReportContext, name: str) -> str:
    return "".join(_sources(context, name))


def _sources(context: ReportContext, name: str) -> Iterator[str]:
    for source in context.result.pack.sources:
        if source.id == name:
            head = ", ".join(part for part in (source.title, source.publisher, source.date) if part).removesuffix(".")
            yield f"{head}. {source.link}" if source.link.startswith(("https://", "http://")) else f"{head}."
