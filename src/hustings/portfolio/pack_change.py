"""What a change of the rubric would do: every campaign scored by the old pack and by the new one, and why it moves.

Why: the new rubric is scored again with one of its parts as it was before. A campaign whose band then is another one
moves because of that part; several parts can each be a reason, and a move that takes several at once has none alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from hustings.answers.events import Answers
from hustings.answers.versions.pack_upgrade import upgrade
from hustings.frozen_records import dataclass
from hustings.pack.editions import edition_of, scoped
from hustings.pack.loader import read_pack
from hustings.pack.model import Domain, Pack, Rubric
from hustings.portfolio.figures.standing import pack_of, standing
from hustings.portfolio.tables.stored_answers import StoredAssessment
from hustings.portfolio.tables.stored_tables import StoredTables
from hustings.portfolio.what_if import Moved
from hustings.problems import InputError
from hustings.scoring.score import score

GATES, BANDS, PARAMETERS = "gates", "bands", "parameters"
"""Parts of a rubric beside its areas, which are named by their ids."""


@dataclass(frozen=True, slots=True)
class Rescored:
    """A campaign by the old pack and by the new one; `reasons`: parts without whose change its band is another one.

    `dropped`: how many of its answers the new pack does not take.
    """

    moved: Moved
    reasons: tuple[str, ...]
    dropped: int


@dataclass(frozen=True, slots=True)
class RescoredOf:
    """Says it of a campaign, by the packs in two folders; it can be pickled. None where it cannot be scored."""

    tables: StoredTables
    old: Path
    new: Path

    def __call__(self, stored: StoredAssessment) -> Rescored | None:
        """The campaign by both packs."""
        about = stored.about
        own = pack_of(self.tables, about.digest, about.pack, about.edition)
        if own is None:
            return None
        try:
            answers = stored.answers(own)
            return self._rescored(stored, answers)
        except (InputError, LookupError, ValueError):  # nothing applies; or a table that somebody has changed
            return None

    def _rescored(self, stored: StoredAssessment, answers: Answers) -> Rescored:
        old, new = (_read(folder, stored.about.edition) for folder in (self.old, self.new))
        by_old, by_new = upgrade(old, answers), upgrade(new, answers)
        before, after = score(old, by_old.answers), score(new, by_new.answers)
        moved = Moved(standing(stored.about, before), standing(stored.about, after))
        reasons = () if before.band.id == after.band.id else tuple(self._reasons(stored, by_new.answers, after.band.id))
        return Rescored(moved, reasons, len(by_new.dropped))

    def _reasons(self, stored: StoredAssessment, answers: Answers, band: str) -> Iterator[str]:
        for part in changed_parts(*(_read(folder, stored.about.edition) for folder in (self.old, self.new))):
            mixed = _mixed(self.old, self.new, stored.about.edition, part)
            try:
                if score(mixed, answers).band.id != band:
                    yield part
            except (InputError, LookupError, ValueError, StopIteration):
                continue  # the old part asks what the new pack does not


@lru_cache(maxsize=12)
def _read(folder: Path, edition: str) -> Pack:
    """A pack as an edition scores it, or whole where it has no such edition."""
    pack = _whole(folder)
    try:
        edition_of(pack, edition)
    except InputError:
        return scoped(pack)
    return scoped(pack, edition)


@lru_cache(maxsize=4)
def _whole(folder: Path) -> Pack:
    return read_pack(folder)


@lru_cache(maxsize=60)
def _mixed(old: Path, new: Path, edition: str, part: str) -> Pack:
    return with_old_part(_read(old, edition), _read(new, edition), part)


# --- the parts of a rubric -----------------------------------------------------------------------------------


def changed_parts(old: Pack, new: Pack) -> tuple[str, ...]:
    """The parts in which two rubrics differ: areas by their ids, then the others."""
    before = {domain.id: domain for domain in old.rubric.domains}
    areas = (one.id for one in new.rubric.domains if _weighed(before.get(one.id)) != _weighed(one))
    others = (part for part, of in _PARTS.items() if of(old.rubric) != of(new.rubric))
    return (*areas, *others)


def _weighed(domain: Domain | None) -> object:
    """What an area weighs, without its words."""
    if domain is None:
        return None
    items = tuple(
        (one.question, one.kind, one.weight, one.values, one.importance, one.target, one.requires)
        for one in domain.items
    )
    return domain.weight, items


_PARTS: Mapping[str, Callable[[Rubric], object]] = {
    GATES: lambda rubric: [(one.id, one.scope, one.needs, one.cap, one.when) for one in rubric.gates],
    BANDS: lambda rubric: [(one.id, one.start) for one in rubric.bands],
    PARAMETERS: lambda rubric: (
        *(one.value for one in (rubric.alpha, rubric.t0, rubric.eta, rubric.lambda_)),
        rubric.judgements,
    ),
}


def with_old_part(old: Pack, new: Pack, part: str) -> Pack:
    """The new pack with one part of its rubric as it was in the old one."""
    was, now = old.rubric, new.rubric
    match part:
        case "gates":
            rubric = replace(now, gates=was.gates)
        case "bands":
            rubric = replace(now, bands=was.bands)
        case "parameters":
            rubric = replace(
                now, alpha=was.alpha, t0=was.t0, eta=was.eta, lambda_=was.lambda_, judgements=was.judgements
            )
        case _:
            before = {domain.id: domain for domain in was.domains}
            rubric = replace(
                now, domains=tuple(before.get(one.id, one) if one.id == part else one for one in now.domains)
            )
    items = {item.question: item for domain in rubric.domains for item in domain.items}
    return replace(new, rubric=rubric, items=items, questions={**old.questions, **new.questions})


@dataclass(frozen=True, slots=True)
class PackChange:
    """What the change does to all. `reasons`: of the campaigns that change band, how many do because of each part.

    `largest`: the campaigns whose index changes most.
    """

    reasons: tuple[tuple[str, int], ...]
    several: int
    dropped: int
    largest: tuple[Rescored, ...]


def pack_change(found: Sequence[Rescored], most: int = 10) -> PackChange:
    """The sum of what becomes of each."""
    reasons = Counter(reason for one in found for reason in one.reasons)
    moving = [one for one in found if one.moved.before.band != one.moved.after.band]
    ordered = sorted(found, key=lambda one: (-abs(one.moved.points), one.moved.before.about.campaign))
    return PackChange(
        tuple(sorted(reasons.items(), key=lambda row: (-row[1], row[0]))),
        sum(not one.reasons for one in moving),
        sum(bool(one.dropped) for one in found),
        tuple(one for one in ordered[:most] if one.moved.points != Fraction(0)),
    )
