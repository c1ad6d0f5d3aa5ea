"""The records of the chapters about a workshop; ready text."""

from __future__ import annotations

from hustings.frozen_records import dataclass
from hustings.report.charts.primitives.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Chip:
    """How far a question was agreed, in words; `kind` (agreed, mixed, split, few) is for a theme's colours."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class DisagreementText:
    """A question that is disputed, or was decided otherwise than voted.

    `reasons`: for the answer and against it, as written. `voted`: the outcome of the votes, if it differs from the
    answer. `votes`: how they lie on the scale, as far as it may be shown. `by_role`: the counts of each role in which
    nobody can be guessed.
    """

    question: str
    votes: Drawing | None
    chip: Chip | None
    answer: str
    voted: str
    range: str
    effect: str
    reasons: tuple[str, ...]
    settle: str
    who: str
    by_role: str


@dataclass(frozen=True, slots=True)
class BarPart:
    """One part of a bar of votes. `x` and `width` are in units of the chart."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class AreaBar:
    """One area: a bar of agreed, mixed, split and too few (0 to 500 wide), the same in words, and the movement."""

    title: str
    alt: str
    parts: tuple[BarPart, ...]
    says: str
    moved: str


@dataclass(frozen=True, slots=True)
class Disagreements:
    """The chapter. `headline`: how much is left; `says` are its opening sentences, the first is that of page one."""

    headline: str
    says: tuple[str, ...]
    chart: Drawing | None
    disputes: tuple[DisagreementText, ...]
    areas: tuple[AreaBar, ...]
    parked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One decision. `votes`: counts by round; `beside`: reasons, dissent, evidence, and who brings it by when.

    `voted`: the outcome of the votes, if the decision differs.
    """

    question: str
    when: str
    answer: str
    voted: str
    votes: tuple[str, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionLog:
    """The chapter “Decision log”.

    `headline`: how many decisions, and how they came about. `undecided`: questions that were voted on and not decided.
    `alphas`: agreement over many questions, in sentences.
    """

    headline: str
    lines: tuple[LogLine, ...]
    undecided: tuple[LogLine, ...]
    alphas: tuple[str, ...]
    read: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the report says of a workshop: a line for page one and two chapters."""

    line: str
    chapter: Disagreements
    log: DecisionLog
