"""Whether a page may say that everything is in place: one answer for every page, so that no two disagree.

"Nothing is missing", "all that is asked for", "ready", a congratulation: only where there is no finding, no open point
and no gate unmet in what the sentence speaks of (method.md 1.6, ruling 28; 1.8, 44).
"""

from __future__ import annotations

from collections.abc import Collection

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.editions import about
from hustings.scoring.result import DomainScore, Finding, GateScore, ItemScore, OpenPoint, Result


@dataclass(frozen=True, slots=True)
class MissingParts:
    """Why a page may not say that everything is in place: known gaps, open points, gates not met or open.

    `unsure`: controls that may be below their target, those with findings and disputed votes included.
    """

    findings: tuple[Finding, ...]
    open_points: tuple[OpenPoint, ...]
    gates: tuple[GateScore, ...]
    unsure: tuple[ItemScore, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing is missing."""
        return not (self.findings or self.open_points or self.gates or self.unsure)


def missing(result: Result, questions: Collection[str] | None = None) -> MissingParts:
    """What is missing in these questions, or anywhere. A gate counts if any of its questions is among them."""
    everywhere = questions is None
    named = frozenset(result.pack.questions if questions is None else questions)
    return MissingParts(
        tuple(finding for finding in result.findings if finding.item.question in named),
        tuple(point for point in result.open_points if not named.isdisjoint((point.question.id, *point.items))),
        tuple(gate for gate in result.gates if gate.caps and (everywhere or not named.isdisjoint(about(gate.gate)))),
        tuple(i for d in result.domains for i in d.of_kind("control") if i.item.question in named and _below(i)),
    )


def _below(score: ItemScore) -> bool:
    return score.value is not None and score.value.lo < score.item.target


def in_domain(result: Result, domain: str) -> MissingParts:
    """What is missing in one area."""
    return missing(result, {item.item.question for item in result.domain(domain).items})


def in_section(result: Result, section: str) -> MissingParts:
    """What is missing among the questions of one section."""
    return missing(result, {question.id for question in result.pack.questions.values() if question.section == section})


def complete(result: Result) -> bool:
    """Whether nothing is missing in the whole assessment."""
    return missing(result).nothing


def has_all_asked_for(score: DomainScore) -> bool:
    """Whether an area has as much in place as its exposure asks for, which can be more than each control's target."""
    return score.maturity.lo >= score.required.lo


def all_in_place(result: Result) -> bool:
    """Whether nothing is missing and each area has as much in place as its exposure asks for."""
    return complete(result) and all(has_all_asked_for(score) for score in result.domains if score.counts)


def all_clear(result: Result) -> str:
    """One sentence for page one, terminal and workshop if nothing is missing; empty otherwise."""
    if all_in_place(result):
        return say("Nothing the rubric asks for is missing. Keep it so until the last ballot is counted.")
    if complete(result):
        return say("Each thing is good enough by itself. Keep it so until the last ballot is counted.")
    return ""
