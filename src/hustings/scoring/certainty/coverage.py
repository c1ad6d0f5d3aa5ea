"""How much is known: coverage, completion, N/A leverage. How well it is known is in `evidence`.

method.md 1.2 "Coverage", "N/A leverage"; 1.5 rulings 13 and 15; 1.6, 24; 1.8, 42.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from hustings.answers.applicability import Applicability, reaches
from hustings.answers.events import Answer, Answers, State, Value
from hustings.frozen_records import dataclass
from hustings.pack.item_values import OptionValues, Points
from hustings.pack.model import Domain, Item
from hustings.pack.questionnaire import depends_on
from hustings.scoring.items import ZERO, ItemSheet, derived, sheet
from hustings.scoring.readiness import as_scored, weighted_mean
from hustings.scoring.result import ItemState


def coverage(sheet: ItemSheet, domain: Domain) -> Fraction | None:
    """C_d: the mean of answered over applicable weight for controls and for exposures; None without a control."""
    return _share(sheet, domain, lambda name: sheet.states[name].settled)


def completion(sheet: ItemSheet, domain: Domain) -> Fraction | None:
    """As coverage, but "don't know" counts: the share of questions that were dealt with."""
    return _share(sheet, domain, lambda name: closed(sheet, name))


def closed(sheet: ItemSheet, name: str) -> bool:
    """Whether nothing is left to ask: it was answered, or is not shown because of a "don't know" (ruling 13).

    An answer below a question that is not shown does not count; the score ignores it too.
    """
    match sheet.standings[name]:
        case Applicability.APPLIES:
            answer = sheet.answers.get(name)
            return (answer is not None and answer.state is not State.BLANK) or _hidden_by_votes(sheet, name)
        case Applicability.WAITING | Applicability.UNKNOWN:
            return all(closed(sheet, parent) for parent in depends_on(sheet.pack.questions[name]))
        case _:
            return True


def _hidden_by_votes(sheet: ItemSheet, name: str) -> bool:
    """Whether a vote on the parent leaves the follow-up unasked, so that it counts as answered (1.6, 24)."""
    question = sheet.pack.questions[name]
    said = sheet.answers.get(question.follows.question) if question.follows is not None else None
    votes = said.votes if said is not None and said.state is State.UNRESOLVED else ()
    return any(not reaches(sheet.pack, question, vote) for vote in votes)


def _share(sheet: ItemSheet, domain: Domain, counts: Callable[[str], bool]) -> Fraction | None:
    shares = [_group(sheet, domain.of_kind(kind), counts) for kind in ("control", "exposure")]
    known = [share for share in shares if share is not None]
    return None if shares[0] is None else sum(known, ZERO) / len(known)


def _group(sheet: ItemSheet, items: Iterable[Item], counts: Callable[[str], bool]) -> Fraction | None:
    applicable = [item for item in items if sheet.states[item.question].counts]
    return marked((item.weight, counts(item.question)) for item in applicable)


def marked(weighed: Iterable[tuple[Fraction, bool]]) -> Fraction | None:
    """The share of the weight that is marked, 0 to 1; None if there is no weight."""
    pairs = list(weighed)
    return weighted_mean([weight for weight, _ in pairs], [mark for _, mark in pairs]) if pairs else None


def weighted(shares: Iterable[tuple[Domain, Fraction | None]]) -> Fraction | None:
    """The mean over domains, weighted; domains without a figure are left out."""
    known = [(domain.weight, share) for domain, share in shares if share is not None]
    return weighted_mean([weight for weight, _ in known], [share for _, share in known]) if known else None


# --- not applicable ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leverage:
    """How much not-applicable (N/A) answers raise the index.

    `points` gained; `flags`: ids of domains (or "band") to be looked at; `shares`: for each domain the share of its
    control weight that N/A removes.
    """

    points: Fraction
    flags: tuple[str, ...]
    shares: Mapping[str, Fraction]


def leverage(before: ItemSheet, index: Fraction) -> Leverage:
    """R minus R with every N/A control at 0, follow-ups removed with it included (ruling 15)."""
    pack = before.pack
    if not any(_is_na(before, item) for item in pack.items.values()):
        return Leverage(ZERO, (), {domain.id: ZERO for domain in pack.rubric.domains})
    after = sheet(pack, _zeroed(before))
    lower = as_scored(pack, derived(after)).index
    shares = {domain.id: na_share(before, after, domain) for domain in pack.rubric.domains}
    flags = tuple(name for name, share in shares.items() if share > pack.rubric.judgements.na_share)
    differs = pack.rubric.band(lower).id != pack.rubric.band(index).id
    return Leverage(index - lower, (*flags, "band") if differs else flags, shares)


def _is_na(sheet: ItemSheet, item: Item) -> bool:
    return item.kind == "control" and sheet.states[item.question] is ItemState.NA


def _zeroed(sheet: ItemSheet) -> Answers:
    changed = {i.question: _lowest(i) for i in sheet.pack.items.values() if _is_na(sheet, i)}
    return {**sheet.answers, **changed}


def _lowest(item: Item) -> Answer:
    match item.values:
        case OptionValues(options):
            value: Value = next(choice for choice, worth in options if worth == 0)
        case Points(points):
            value = min(points, key=lambda point: point[1])[0]
        case _:
            value = ()
    return Answer(State.ANSWERED, value)


def na_share(before: ItemSheet, after: ItemSheet, domain: Domain) -> Fraction:
    """The share of a domain's control weight that N/A takes out."""
    controls = [item for item in domain.of_kind("control") if after.states[item.question].counts]
    return marked((item.weight, not before.states[item.question].counts) for item in controls) or ZERO
