"""Hard stops as they are shown: a gate's text with the rule of the campaign's place, and breached rules without a gate.

They come before any score. The pack's text of a gate mentions no law; the rule of the campaign's own place is quoted
after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from hustings.answers.events import Answers
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.conditions import names
from hustings.pack.effort import Deed
from hustings.pack.model import Gate, Pack
from hustings.pack.source.partial_dates import stretch_words
from hustings.scoring.result import GateScore, Result
from hustings.scoring.rules import RuleStanding, breaches
from hustings.scoring.score import gates_of

MOST_QUOTED = 2


@dataclass(frozen=True, slots=True)
class HardStop:
    """One hard stop. `rules`: those quoted in its text, the nearest place first.

    `deed` ends it within the hour. It belongs to a `gate` that is not met, or to the `rule` that is breached.
    """

    title: str
    text: str
    rules: tuple[RuleStanding, ...] = ()
    deed: Deed | None = None
    gate: GateScore | None = None
    rule: RuleStanding | None = None

    @property
    def id(self) -> str:
        """The id of its gate or rule."""
        if self.gate is not None:
            return self.gate.gate.id
        return self.rule.rule.id if self.rule is not None else ""


def hard_stops(result: Result, on: date) -> tuple[HardStop, ...]:
    """Gates that are not met, then breached rules without a gate: only what is known to be so."""
    return _stops(result.pack, result.answers, result.stops, on)


def standing_stops(pack: Pack, answers: Answers, on: date) -> tuple[HardStop, ...]:
    """The hard stops of these answers, without scoring the rest: an interview looks for them after an answer."""
    return _stops(pack, answers, tuple(score for score in gates_of(pack, answers) if score.stops), on)


def stop_questions(pack: Pack) -> frozenset[str]:
    """The questions on whose answers a hard stop depends."""
    gates = (part for gate in pack.rubric.gates if gate.stop for part in (gate.needs, gate.when))
    rules = (part for place in pack.rules for rule in place.rules for part in (rule.breached_when, rule.when))
    return frozenset(name for part in (*gates, *rules) if part is not None for name in names(part))


def _stops(pack: Pack, answers: Answers, unmet: Sequence[GateScore], on: date) -> tuple[HardStop, ...]:
    broken = tuple(reversed(breaches(pack, answers, on)))
    gates = [_of_gate(pack, score, broken) for score in unmet]
    covered = {id(standing.rule) for score in unmet for standing in _about(score.gate, broken)}
    alone = [_of_rule(pack, standing) for standing in reversed(broken) if id(standing.rule) not in covered]
    return (*gates, *alone)


def _of_gate(pack: Pack, score: GateScore, broken: Sequence[RuleStanding]) -> HardStop:
    quoted = _about(score.gate, broken)[:MOST_QUOTED]
    text = " ".join((score.message, *(_quote(pack, standing) for standing in quoted)))
    return HardStop(score.gate.title, text, quoted, score.gate.deed, gate=score)


def _of_rule(pack: Pack, standing: RuleStanding) -> HardStop:
    text = f"{standing.rule.today} {_quote(pack, standing)}"
    return HardStop(standing.rule.title, text, (standing,), standing.rule.deed, rule=standing)


def _about(gate: Gate, broken: Sequence[RuleStanding]) -> tuple[RuleStanding, ...]:
    """The breached rules that depend on a control of the gate."""
    needed = set(names(gate.needs))
    return tuple(one for one in broken if one.rule.breached_when and needed.intersection(names(one.rule.breached_when)))


def _quote(pack: Pack, standing: RuleStanding) -> str:
    """This place's rule: its name, what a breach costs, since when and who says so."""
    rule = standing.rule
    named = say("The rule in this place ({place}): {title}.", place=standing.place.title, title=rule.title)
    return " ".join((named, *([rule.penalty] if rule.penalty else []), f"({'; '.join(source_words(pack, standing))})"))


def source_words(pack: Pack, standing: RuleStanding) -> Iterator[str]:
    """Who says so, since when the rule is in force, and when that was checked."""
    rule = standing.rule
    yield from (source.publisher.partition(", ")[0] for source in pack.sources if source.id == rule.sources[0])
    if rule.start is not None:
        yield say("in force since {day}", day=stretch_words(rule.start))
    yield say("as of {day}", day=stretch_words(rule.as_of))
