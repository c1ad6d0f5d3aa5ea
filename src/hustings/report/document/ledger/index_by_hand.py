"""The index made again with a pencil: one line an area, the sum of it all, each answer with its weight and value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import PurePath

from hustings.messages import listed, say
from hustings.report.document.appendix import inside
from hustings.report.document.context import ReportContext, strength
from hustings.report.document.ledger.index_by_hand_records import AreaSum, Reckoning, WeightRow, WeightTable
from hustings.scoring.result import DomainScore, ItemScore, Result, truncated

PLACES = 3
BAR = 120.0
"""Figures are cut after so many decimals; the bar of an area is so many points long."""


def reckoning(context: ReportContext) -> Reckoning:
    """The page “How the number was made”."""
    counting = [score for score in context.result.domains if score.counts]
    tables = (table for score in counting for table in (_controls(context, score), _exposures(context, score)))
    return Reckoning(
        areas=tuple(_area(context.result, score) for score in counting),
        pencil=tuple(_pencil(context.result, counting)),
        tables=() if context.result.provisional else tuple(table for table in tables if table.rows),
    )


def _cut(number: Fraction) -> str:
    """A figure from 0 to 1 in three decimals, without zeros behind."""
    text = truncated(number, PLACES)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _valued(score: DomainScore, kind: str) -> list[tuple[ItemScore, Fraction]]:
    return [(item, item.value.pt) for item in score.of_kind(kind) if item.value is not None]


def _sum(items: Sequence[tuple[ItemScore, Fraction]]) -> tuple[Fraction, Fraction]:
    """The sum of weight times value, and that of the weights."""
    weighed = sum((item.item.weight * value for item, value in items), Fraction())
    return weighed, sum((item.item.weight for item, _ in items), Fraction())


# --- one line an area ----------------------------------------------------------------------------------------


def _area(result: Result, score: DomainScore) -> AreaSum:
    rubric, (weighed, weights) = result.pack.rubric, _sum(_valued(score, "control"))
    return AreaSum(
        title=score.domain.title,
        in_place=say(
            "{sum} ÷ {weights} = {mean}", sum=_cut(weighed), weights=_cut(weights), mean=_cut(score.maturity.pt)
        ),
        exposure=_exposure(result, score),
        asked=say(
            "{least} + {rest} × {exposure} = {asked}",
            least=_cut(rubric.t0.value),
            rest=_cut(1 - rubric.t0.value),
            exposure=_cut(score.exposure.pt),
            asked=_cut(score.required.pt),
        ),
        ready=_ready(score),
    )


def _exposure(result: Result, score: DomainScore) -> str:
    items, alpha = _valued(score, "exposure"), result.pack.rubric.alpha.value
    if not items:
        return _cut(score.exposure.pt)
    weighed, weights = _sum(items)
    return say(
        "{average} × {mean} + {worst} × {most} = {exposure}",
        average=_cut(1 - alpha),
        mean=_cut(weighed / weights),
        worst=_cut(alpha),
        most=_cut(max(value for _, value in items)),
        exposure=_cut(score.exposure.pt),
    )


def _ready(score: DomainScore) -> str:
    """Readiness; after the cap, if a deal-breaker of the area lowers it."""
    if score.capped_by:
        return say("{raw}, capped at {ready}", raw=_cut(score.raw.pt), ready=_cut(score.readiness.pt))
    return _cut(score.readiness.pt)


# --- with a pencil -------------------------------------------------------------------------------------------


def _pencil(result: Result, counting: Sequence[DomainScore]) -> Iterator[str]:
    """From the areas to the index, as sentences that can be checked by hand."""
    if not counting:
        return
    weights = [score.domain.weight for score in counting]
    ready = [score.readiness.pt for score in counting]
    mean = sum((w * r for w, r in zip(weights, ready, strict=True)), Fraction()) / sum(weights)
    parts = " + ".join(_term(w, r) for w, r in zip(weights, ready, strict=True))
    yield say(
        "Average of the areas: ({parts}) ÷ {weights} = {mean}. Weakest: {weakest}.",
        parts=parts,
        weights=_cut(sum(weights, Fraction())),
        mean=_cut(mean),
        weakest=_cut(min(ready)),
    )
    yield _index(result, mean, min(ready))
    yield from _ends(result)


def _term(weight: Fraction, ready: Fraction) -> str:
    return _cut(ready) if weight == 1 else f"{_cut(weight)} × {_cut(ready)}"


def _index(result: Result, mean: Fraction, weakest: Fraction) -> str:
    lean = result.pack.rubric.lambda_.value
    return say(
        "Index = 100 × ({average} × {mean} + {share} × {weakest}) = {raw}. Cut, never rounded.",
        average=_cut(1 - lean),
        mean=_cut(mean),
        share=_cut(lean),
        weakest=_cut(weakest),
        raw=truncated(result.raw.pt),
    )


def _ends(result: Result) -> Iterator[str]:
    """What caps and open answers make of it."""
    low, point, high = (truncated(end) for end in (result.index.lo, result.index.pt, result.index.hi))
    if result.index.pt < result.raw.pt:
        yield say("A deal-breaker caps it: {index}.", index=point)
    if low != high:
        yield say("With what is not known at its worst and at its best: {low} to {high}.", low=low, high=high)


# --- answer by answer ----------------------------------------------------------------------------------------


def _controls(context: ReportContext, score: DomainScore) -> WeightTable:
    items = _valued(score, "control")
    weighed, weights = _sum(items)
    values = {"sum": _cut(weighed), "weights": _cut(weights), "mean": _cut(score.maturity.pt)}
    return WeightTable(
        title=say("{area}, answer by answer", area=score.domain.title),
        file=_file(context, items),
        rows=tuple(_rows(context, items, weights, of_safeguards=True)),
        total=say("In place: {sum} ÷ {weights} = {mean}", **values),
        weights=_cut(weights),
        products=_cut(weighed),
    )


def _file(context: ReportContext, items: Sequence[tuple[ItemScore, Fraction]]) -> str:
    """Where the weights of an area are written; empty for none."""
    root = PurePath(context.result.pack.place.file).parent
    files = dict.fromkeys(inside(item.item.place, root).rpartition(":")[0] for item, _ in items)
    return say("lines of {file}", file=listed(tuple(files))) if files else ""


def _exposures(context: ReportContext, score: DomainScore) -> WeightTable:
    items = _valued(score, "exposure")
    weighed, weights = _sum(items)
    return WeightTable(
        title=say("{area}: what raises the bar", area=score.domain.title),
        file=_file(context, items),
        rows=tuple(_rows(context, items, weights, of_safeguards=False)),
        total=_exposure(context.result, score),
        weights=_cut(weights),
        products=_cut(weighed),
    )


def _rows(
    context: ReportContext, items: Sequence[tuple[ItemScore, Fraction]], weights: Fraction, *, of_safeguards: bool
) -> Iterator[WeightRow]:
    """Each answer; its bar starts where the last one ended, so that they add up to what is in place."""
    root, begun = PurePath(context.result.pack.place.file).parent, Fraction()
    for item, value in items:
        share = item.item.weight / weights
        text = strength(context, item.item) if of_safeguards else item.question.text
        yield WeightRow(
            name=text[:1].upper() + text[1:],
            value=_cut(value),
            weight=_cut(item.item.weight),
            product=_cut(item.item.weight * value),
            place=inside(item.item.place, root).rpartition(":")[2],
            start_x=_points(begun),
            filled_width=_points(share * value),
            lost_width=_points(share * (1 - value)),
        )
        begun += share * value


def _points(share: Fraction) -> str:
    return f"{round(float(share) * BAR, 1) + 0:g}"
