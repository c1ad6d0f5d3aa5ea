"""The records of a pack: what is asked (see `questionnaire`) and how it is weighed (rubric).

Frozen, slotted, tuples only. What an author wrote carries its `Place`, which takes no part in equality.
All weights, values and levels are exact fractions; values run from 0 to 1 (control: 1 is best; exposure: 1 is
worst), index caps from 0 to 100, hours and calendar days as such (method.md 1.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.pack.conditions import Condition, Level
from hustings.pack.effort import Capacity, Deed, days_of_work
from hustings.pack.item_values import LevelFinding, Need, OptionValues, Points, Values
from hustings.pack.kit import KitText
from hustings.pack.questionnaire import Question, Questionnaire, placed
from hustings.pack.rules import Jurisdiction
from hustings.pack.uses import Groundwork, Use
from hustings.problems import Place

Kind = Literal["exposure", "control"]
Importance = Literal["critical", "major", "minor"]
Severity = Literal["critical", "high", "medium", "low"]
Shared = Literal["once", "together", "each"]
GateStatus = Literal["met", "not_met", "open", "no_concern"]
SourceStatus = Literal["verified", "secondary", "unverified"]


@dataclass(frozen=True, slots=True)
class Item:
    """A question that counts: how much (`weight`), how its answers are valued, and the finding when it is low.

    `target` is the value at which a control is good enough (default 0.7; 1 where critical). `finding` is shown below
    it, `strength` (a few words, as in "You are strong in ...") from there on. `findings` say it more exactly for single
    answers, `implied` for a follow-up that was not asked because what it follows is not there.
    `shareable`: a page for outsiders may say that it is in place.
    """

    question: str
    kind: Kind
    domain: str
    weight: Fraction
    values: Values
    importance: Importance = "major"
    target: Fraction = Fraction(7, 10)
    requires: tuple[Need, ...] = ()
    finding: str = ""
    strength: str = ""
    findings: tuple[LevelFinding, ...] = ()
    implied: str = ""
    shareable: bool = False
    place: Place = placed()

    def says(self, choice: str | None) -> str:
        """The finding that is true of an answer; without one, what is true of every answer below the target."""
        return next((one.text for one in self.findings if one.choice == choice), self.finding)

    def at(self, level: Level) -> Fraction:
        """What a level is worth: a choice's value, a number's on its line, or a share as it stands."""
        match self.values:
            case OptionValues() as values:
                return values.of(str(level))
            case Points() as values:
                return values.of(Fraction(level))
            case _:
                return Fraction(level)


@dataclass(frozen=True, slots=True)
class Gate:
    """A deal-breaker. `scope` is "index" or a domain's id; a failed gate caps the index (0 to 100) or r_d (0 to 1).

    `needs` joins "control >= level" with and/or; the gate counts only `when` its exposure condition holds.
    `stop`, if given, is the message shown before any score (a hard stop): only where the gate is known not to be met.
    `open` is shown while nobody knows whether it is met: what to ask, and whom. `deed` is what ends it within the hour.
    """

    id: str
    title: str
    scope: str
    needs: Condition
    cap: Fraction
    because: str
    when: Condition | None = None
    needs_text: str = ""
    when_text: str = ""
    stop: str = ""
    open: str = ""
    deed: Deed | None = None
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: hours of work, who owns it, what it raises to which level.

    `short` is its title where there is room for a few words only; empty if the title itself is short.
    `fallback` is what to do when the lead time no longer fits. `paid`: it takes money or a hire. `wait`:
    calendar days of waiting after the work. `tags` name what it brings about, which a phase of the calendar may forbid.
    `shared`: how somebody who looks after many campaigns can do it for them.
    """

    id: str
    title: str
    how: str
    hours: Fraction
    owner: str
    raises: tuple[Need, ...]
    after: tuple[str, ...] = ()
    fallback: str = ""
    done: str = ""
    paid: bool = False
    wait: int = 0
    tags: tuple[str, ...] = ()
    short: str = ""
    shared: Shared = "each"
    place: Place = placed()

    @property
    def brief(self) -> str:
        """Its name in a chart or a narrow column: `short`, or its title if the pack gives none."""
        return self.short or self.title.removesuffix(".")

    @property
    def lead_days(self) -> int:
        """Calendar days until it works, from the day on which it begins: days of work, and then of waiting."""
        return days_of_work(self.hours) + self.wait


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Something to do once the election is over: `days` after election day, if its condition holds."""

    id: str
    title: str
    how: str
    hours: Fraction
    owner: str
    days: int
    when: Condition | None = None
    when_text: str = ""
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Distance:
    """What to do, and what to leave, with `start` or more days to the first ballots (up to the next distance).

    `forbid`: tags that no action may have in this phase.
    """

    start: int
    title: str
    says: str
    skip: str = ""
    forbid: tuple[str, ...] = ()
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Domain:
    """An area of the score with its exposure and control items. `weight` counts against the other domains."""

    id: str
    title: str
    weight: Fraction
    because: str
    items: tuple[Item, ...]
    about: str = ""
    place: Place = placed()

    def of_kind(self, kind: Kind) -> tuple[Item, ...]:
        """The items of one kind, `exposure` or `control`, in the order of the rubric."""
        return tuple(item for item in self.items if item.kind == kind)


@dataclass(frozen=True, slots=True)
class Band:
    """A band starts at `start` (0 to 100, inclusive) and ends where the next one starts."""

    id: str
    title: str
    start: Fraction
    says: str = ""
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the rubric, with the reason for it."""

    value: Fraction
    because: str


@dataclass(frozen=True, slots=True)
class Judgements:
    """Thresholds that are opinions (method.md 2.8), each changeable in the rubric.

    `importance`: k per class; `severity`: lowest S per label; `residual`: lowest rho per label; `evidence_kappa` and
    `evidence_cap`: per grade E0 to E3; `provisional`: least coverage, overall and per domain.
    """

    importance: tuple[tuple[str, Fraction], ...]
    severity: tuple[tuple[str, Fraction], ...]
    residual: tuple[tuple[str, Fraction], ...]
    evidence_kappa: tuple[Fraction, Fraction, Fraction, Fraction]
    evidence_cap: tuple[Fraction, Fraction, Fraction, Fraction]
    provisional: tuple[Fraction, Fraction]
    na_share: Fraction


@dataclass(frozen=True, slots=True)
class Rubric:
    """How answers are weighed: method.md 1.2. `lambda_` is the weakest domain's share in the index."""

    domains: tuple[Domain, ...]
    bands: tuple[Band, ...]
    gates: tuple[Gate, ...]
    actions: tuple[Action, ...]
    alpha: Parameter
    t0: Parameter
    eta: Parameter
    lambda_: Parameter
    judgements: Judgements
    afterwards: tuple[Afterwards, ...] = ()
    calendar: tuple[Distance, ...] = ()
    capacity: Capacity | None = None

    def band(self, index: Fraction) -> Band:
        """The band of an unrounded index, 0 to 100."""
        return next(band for band in reversed(self.bands) if index >= band.start)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from. Dates are as written (ISO, or n.d.).

    `only_in`: the place that it concerns, if it concerns one only.
    """

    id: str
    says: str
    title: str
    publisher: str
    link: str
    date: str
    as_of: str
    status: SourceStatus
    only_in: str = ""
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Case:
    """A worked campaign: answers as written, expected gates, findings and open points, and findings to be absent."""

    id: str
    title: str
    answers: tuple[tuple[str, object], ...]
    index: str = ""
    band: str = ""
    edition: str = ""
    gates: tuple[tuple[str, str], ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    absent: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Pack:
    """Questionnaire and rubric together. `digest` is the SHA-256 of the files' content.

    `edition` names the edition as which it was scoped (see `editions`); empty: all there is. `files`: the texts that
    it was read from, by file name, as a case file keeps them.
    """

    id: str
    title: str
    version: str
    language: str
    as_of: str
    digest: str
    questionnaire: Questionnaire
    rubric: Rubric
    sources: tuple[Source, ...] = ()
    cases: tuple[Case, ...] = ()
    uses: tuple[Use, ...] = ()
    groundwork: tuple[Groundwork, ...] = ()
    rules: tuple[Jurisdiction, ...] = ()
    kit: tuple[KitText, ...] = ()
    edition: str = ""
    questions: Mapping[str, Question] = field(default_factory=dict, compare=False, repr=False)
    items: Mapping[str, Item] = field(default_factory=dict, compare=False, repr=False)
    files: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    place: Place = placed()

    def rank(self, question: str, choice: str) -> Fraction:
        """Where a choice stands on its question's ladder: its value if scored, else its position."""
        item = self.items.get(question)
        if item is not None and isinstance(item.values, OptionValues):
            return item.values.of(choice)
        return Fraction([c.id for c in self.questions[question].choices].index(choice))
