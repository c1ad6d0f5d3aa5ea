"""Campaigns with plans: drawn packs whose actions overlap, wait, carry tags and belong to owners; and brute force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction as F
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from hustings.answers.events import Answer
from hustings.pack.effort import Capacity, Deed
from hustings.pack.model import Action, Distance, Gate, Pack
from hustings.scoring.incremental import RaiseStart, raised, raising
from hustings.scoring.items import derivation, sheet
from hustings.scoring.plan.action_graph import action_graph
from hustings.scoring.plan.choice.candidates import Candidates, candidates, levels_of
from hustings.scoring.plan.choice.cheapest import Problem, key, problem
from hustings.scoring.plan.choice.effects import effects
from hustings.scoring.plan.dates.calendar import Clock
from hustings.scoring.plan.dates.team_capacity import TeamCapacity
from hustings.scoring.plan.make_plan import PlanOptions, make_plan
from hustings.scoring.plan.situation import Situation
from hustings.scoring.plan.steps import Plan
from hustings.scoring.plan.stops import hard_stops
from hustings.scoring.score import score
from support.campaigns import Campaign, campaign, sizes
from support.rubrics import Sizes, need, with_rubric
from support.small_packs import answers, control, exposure, made

ON = date(2026, 11, 30)
OWNERS = ("manager", "data", "")
TAGS = ("new_tool", "mail_domain")
MOST_BY_BRUTE_FORCE = 9


def clock(days: int | None = 60) -> Clock:
    """So many days to the first ballots; None: no date is known."""
    if days is None:
        return Clock(ON, None, None, "unknown", None)
    ballots = date.fromordinal(ON.toordinal() + days)
    return Clock(ON, ballots, ballots, "ballots", days)


def planned(pack: Pack, answers: object, days: int | None = 60, **options: object) -> Plan:
    return make_plan(score(pack, answers), clock(days), PlanOptions(**options))  # type: ignore[arg-type]


def situation(
    *actions: Action,
    gates: tuple[Gate, ...] = (),
    hours: F | None = None,
    last: int = 13,
    given: dict[str, Answer] | None = None,
) -> Situation:
    """A campaign of four controls that are not in place, with these actions; `given` changes its answers."""
    pack = made(exposure(), *map(control, "abcd"), gates=gates, actions=actions)
    said = {**answers(x="much", **dict.fromkeys("abcd", "none")), **(given or {})}
    result, start = score(pack, said), started(pack, said)
    pool = choosing(start).pool
    capacity = TeamCapacity(hours, F(6), "answer", small=True)
    return Situation(result, start, pool, pool, hard_stops(result, ON), capacity, last, lambda *_: False)


# --- drawing -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Planning:
    """A drawn campaign, with the days that are left."""

    campaign: Campaign
    days: int

    def __repr__(self) -> str:
        return f"planning({self.campaign.seed}, {self.campaign.size})"

    @property
    def pack(self) -> Pack:
        return self.campaign.pack

    def plan(self, days: int | None = None, **options: object) -> Plan:
        return planned(self.pack, self.campaign.answers, self.days if days is None else days, **options)


def plannings() -> st.SearchStrategy[Planning]:
    return st.builds(planning, st.integers(0, 2**32), sizes())


def planning(seed: int, size: Sizes | None = None) -> Planning:
    drawn, rnd = campaign(seed, size), Random(seed + 2)  # noqa: S311 - chance, not secrets
    controls = [item for domain in drawn.pack.rubric.domains for item in domain.of_kind("control")]
    actions = list(_actions(rnd, drawn.pack, [item.question for item in controls]))
    gates = tuple(replace(g, stop="Stop it.", open="Ask.", deed=_deed(rnd)) for g in drawn.pack.rubric.gates)
    capacity = None if rnd.random() < 0.2 else _capacity(rnd)
    pack = with_rubric(drawn.pack, actions=tuple(actions), gates=gates, capacity=capacity, calendar=tuple(_phases(rnd)))
    return Planning(replace(drawn, pack=pack), rnd.choice((0, 3, 9, 20, 45, 90)))


def _actions(rnd: Random, pack: Pack, controls: list[str]) -> Iterator[Action]:
    """One or two actions for most controls; some raise two at once, some wait for others."""
    names: list[str] = []
    for number in range(rnd.randint(1, min(2 * len(controls), MOST_BY_BRUTE_FORCE))):
        raises = dict.fromkeys(rnd.sample(controls, min(len(controls), rnd.choice((1, 1, 1, 2)))))
        name = f"a{number}"
        yield Action(
            id=name, title=name, how="", hours=F(rnd.choice((1, 2, 3, 4, 8, 40, 90)), 4), owner=rnd.choice(OWNERS),
            raises=tuple(need(rnd, pack.items[control]) for control in raises),
            after=tuple(rnd.sample(names, 1)) if names and rnd.random() < 0.3 else (),
            fallback=rnd.choice(("", f"Instead of {name}.")), wait=rnd.choice((0, 0, 1, 5, 30)),
            tags=tuple(tag for tag in TAGS if rnd.random() < 0.2),
        )  # fmt: skip
        names.append(name)


def _deed(rnd: Random) -> Deed:
    return Deed("Pause it", "Now.", F(rnd.randint(1, 4), 4), rnd.choice(OWNERS[:2]))


def _capacity(rnd: Random) -> Capacity:
    return Capacity("hours", "team", (("low", F(rnd.choice((1, 4, 10)))), ("some", F(20))), ("low",), F(6), 0, "")


def _phases(rnd: Random) -> Iterator[Distance]:
    for start in (0, 10, 40)[: rnd.randint(0, 3)]:
        forbid = tuple(tag for tag in TAGS if rnd.random() < 0.5)
        yield Distance(start, f"From {start}", "", forbid=forbid)


# --- choosing, by brute force ----------------------------------------------------------------------------------


def started(pack: Pack, answers: object, part: str = "pt") -> RaiseStart:
    return raising(derivation(sheet(pack, answers), {}), part)  # type: ignore[arg-type]


def choosing(start: RaiseStart, pool: Candidates | None = None) -> Problem:
    pool = candidates(start.now, action_graph(start.pack)) if pool is None else pool
    return problem(start.pack.rubric, effects(start, pool))


def closed_sets(pool: Candidates) -> Iterator[frozenset[str]]:
    """Every set of candidates that leaves out nothing that one of them needs."""
    for count in range(len(pool) + 1):
        for some in combinations(pool, count):
            if all(set(pool[name].needs) <= set(some) for name in some):
                yield frozenset(some)


def best_by_brute_force(start: RaiseStart, pool: Candidates, index: F) -> frozenset[str] | None:
    """The best set that reaches an index, by scoring every closed set anew."""
    reaching = [some for some in closed_sets(pool) if index_of(start, pool, some) >= index]
    return min(reaching, key=lambda some: key(pool, some), default=None)


def index_of(start: RaiseStart, pool: Candidates, some: frozenset[str]) -> F:
    return raised(start, levels_of(pool[name] for name in some)).index
