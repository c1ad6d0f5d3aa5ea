"""The eight corners of two assessments, each scored: what every split is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.pack.model import GateStatus, Pack
from hustings.problems import InputError
from hustings.scoring.gates import gate_score
from hustings.scoring.items import derived, sheet
from hustings.scoring.progress.corner_answers import Pair, mixed_answers
from hustings.scoring.progress.shapley import CORNERS, NOW, THEN, Change, Corner, change_of
from hustings.scoring.readiness import Evaluations, components, evaluations

_DEPTH: Mapping[GateStatus, Fraction] = {
    "met": Fraction(0),
    "no_concern": Fraction(0),
    "open": Fraction(1, 2),
    "not_met": Fraction(1),
}
"""How far a deal-breaker is from being out of the way: the figure whose change is split."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A corner, scored: its three evaluations and the status of each gate of its pack."""

    pack: Pack
    three: Evaluations
    gates: Mapping[str, GateStatus]


Corners = Mapping[Corner, Scored]


def corners(both: Pair) -> Corners:
    """The corners of two assessments. Raises `InputError` if one of the two has no score.

    A mixture in which nothing applies has no score of its own; it takes that of the assessment whose pack it has.
    """
    own = {False: _scored(both, THEN), True: _scored(both, NOW)}
    return {corner: _scored_or(both, corner, own[corner[1]]) for corner in CORNERS}


def _scored_or(both: Pair, corner: Corner, otherwise: Scored) -> Scored:
    try:
        return _scored(both, corner)
    except InputError:
        return otherwise


def _scored(both: Pair, corner: Corner) -> Scored:
    pack = both.side(now=corner[1]).pack
    work = sheet(pack, mixed_answers(both, corner))
    values = derived(work)
    lo, _, hi = components(values)
    gates = {gate.id: gate_score(pack, gate, lo, hi, work.states).status for gate in pack.rubric.gates}
    return Scored(pack, evaluations(pack, values), gates)


def split(at: Corners, figure: Callable[[Scored], Fraction]) -> Change:
    """The change of a figure that each corner has."""
    return change_of(lambda corner: figure(at[corner]))


def index(scored: Scored) -> Fraction:
    """The index as scored, 0 to 100."""
    return scored.three.pt.index


def band(scored: Scored) -> Fraction:
    """How many bands lie below the index."""
    bands = scored.pack.rubric.bands
    return Fraction(bands.index(scored.pack.rubric.band(index(scored))))


def domain_split(at: Corners, domain: str) -> Change | None:
    """The change of a domain's readiness, 0 to 1; None unless it counts then and now.

    A corner in which it does not count takes the readiness of the assessment whose pack it has.
    """
    if any(domain not in at[corner].three.pt.domains for corner in (THEN, NOW)):
        return None
    own = {now: at[NOW if now else THEN].three.pt.domains[domain] for now in (False, True)}
    return change_of(lambda corner: at[corner].three.pt.domains.get(domain, own[corner[1]]).readiness)


def gate_split(at: Corners, gate: str) -> Change:
    """The change of a gate: 0 met or of no concern, 1/2 open, 1 not met; 0 in a pack that does not have it."""
    return split(at, lambda scored: _DEPTH[scored.gates.get(gate, "met")])
