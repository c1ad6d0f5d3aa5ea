"""What one deed for all would do: an answer taken to be another in every campaign, or in some, and who moves.

A control that is already as good or better stays as it is, and so does what does not apply to a campaign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from hustings.answers.events import Answer, Answers
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.portfolio.figures.groups import By
from hustings.portfolio.figures.spread import Quartiles, quartiles
from hustings.portfolio.figures.standing import Standing, pack_of, standing
from hustings.portfolio.tables.stored_answers import About, StoredAssessment
from hustings.portfolio.tables.stored_tables import StoredTables
from hustings.problems import InputError
from hustings.scoring.plan.what_if import typed_changes
from hustings.scoring.result import Result
from hustings.scoring.score import score

WHERE_IDS_STAND = english("The ids of questions stand in what `hustings score CASE --json` prints.")
Where = tuple[tuple[By, str], ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A campaign before and after. They are the same where the change does not concern it."""

    before: Standing
    after: Standing

    @property
    def points(self) -> Fraction:
        """The change of the index."""
        return self.after.index.pt - self.before.index.pt

    @property
    def touched(self) -> bool:
        """Whether anything changes; the order in which gaps and unknowns are listed does not count."""
        return _unordered(self.before) != _unordered(self.after)


def _unordered(one: Standing) -> Standing:
    gaps = tuple(sorted(one.gaps, key=lambda gap: gap.question))
    return replace(one, gaps=gaps, unknown=tuple(sorted(one.unknown)))


@dataclass(frozen=True, slots=True)
class MovedOf:
    """Says what some changes, as they were typed, make of a campaign; None if it cannot be scored."""

    tables: StoredTables
    words: tuple[str, ...]

    def __call__(self, stored: StoredAssessment) -> Moved | None:
        """The campaign before and after."""
        about = stored.about
        pack = pack_of(self.tables, about.digest, about.pack, about.edition)
        if pack is None:
            return None
        answers = stored.answers(pack)
        try:
            before = score(pack, answers)
            after = changed_result(before, changes_of(pack, answers, self.words))
        except (InputError, LookupError, ValueError):  # nothing applies; or a table that somebody has changed
            return None
        was = standing(about, before)
        return Moved(was, was if after is before else standing(about, after))


def changes_of(pack: Pack, answers: Answers, words: Sequence[str]) -> Mapping[str, Answer]:
    """Changes as they were typed; none where this edition or version of the pack does not take them."""
    try:
        return typed_changes(pack, answers, words)
    except InputError:
        return {}


def changed_result(before: Result, changes: Mapping[str, Answer]) -> Result:
    """The result with the changes that bring something here."""
    pack, wanted = before.pack, dict(changes)
    while wanted:
        after = score(pack, {**before.answers, **wanted})
        vain = [name for name in wanted if name in pack.items and not _raises(before, after, name)]
        if not vain:
            return after
        wanted = {name: answer for name, answer in wanted.items() if name not in vain}
    return before


def _raises(before: Result, after: Result, name: str) -> bool:
    """Whether an exposure is another, or a control better than it was known to be."""
    then, now = before.item(name).value, after.item(name).value
    if now is None or before.pack.items[name].kind == "exposure":
        return now is not None
    return then is not None and now.pt > then.pt


def is_among(about: About, where: Where) -> bool:
    """Whether a campaign is one of those meant: by office, size or place, of which one part is enough."""
    told = {"office": (about.office,), "size": (about.size,), "place": tuple((about.place or "").split())}
    return all(value in told[by] for by, value in where)


def checked_changes(packs: Iterable[Pack], words: Sequence[str]) -> None:
    """Raise `InputError` if no pack takes the changes as they were typed, with what the last one says.

    What has no hint of its own, such as a word that resembles no question's id, gets one that says where ids stand.
    """
    wrong: InputError | None = None
    for pack in packs:
        try:
            typed_changes(pack, {}, words)
        except InputError as said:
            wrong = said
        else:
            return
    if wrong is not None:
        raise wrong if wrong.hint else InputError(wrong.what, say(WHERE_IDS_STAND))


# --- all of them ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MovedAll:
    """What the campaigns come to. `touched`: those in which something changes; `points`: of these.

    `bands`: how many go from one band to another; `gates`: of each deal-breaker, in how many it failed and no longer
    does, was open and no longer is, and in how many it fails or is open that did not or was not.
    """

    campaigns: int
    touched: int
    points: Quartiles | None
    bands: tuple[tuple[str, str, int], ...]
    gates: tuple[tuple[str, int, int, int], ...]
    left_out: int = 0

    @property
    def band_changes(self) -> int:
        """How many have another band."""
        return sum(count for *_, count in self.bands)


def moved_all(found: Sequence[Moved | None]) -> MovedAll:
    """The sum of what becomes of each; None stands for one that cannot be scored."""
    known = [one for one in found if one is not None]
    touched = [one for one in known if one.touched]
    bands = Counter((one.before.band, one.after.band) for one in touched if one.before.band != one.after.band)
    return MovedAll(
        campaigns=len(known),
        touched=len(touched),
        points=quartiles([one.points for one in touched]) if touched else None,
        bands=most_first(bands),
        gates=_gates(touched),
        left_out=len(found) - len(known),
    )


def most_first(bands: Mapping[tuple[str, str], int]) -> tuple[tuple[str, str, int], ...]:
    """How many campaigns go from one band to another, the most first."""
    rows = ((was, now, count) for (was, now), count in bands.items())
    return tuple(sorted(rows, key=lambda row: (-row[2], row[:2])))


def _gates(touched: Sequence[Moved]) -> tuple[tuple[str, int, int, int], ...]:
    mended, settled, worse = Counter[str](), Counter[str](), Counter[str]()
    for one in touched:
        was, now = one.before, one.after
        held = {*now.failed, *now.open}
        mended.update({*was.failed} - held)
        settled.update({*was.open} - held)
        worse.update(({*now.failed} - {*was.failed}) | ({*now.open} - {*was.open, *was.failed}))
    every = {*mended, *settled, *worse}
    return most_mended((gate, mended[gate], settled[gate], worse[gate]) for gate in every)


def most_mended(gates: Iterable[tuple[str, int, int, int]]) -> tuple[tuple[str, int, int, int], ...]:
    """Deal-breakers in which something changes, those that fall in most campaigns first."""
    return tuple(sorted((row for row in gates if any(row[1:])), key=lambda row: (-row[1], -row[2], row[0])))
