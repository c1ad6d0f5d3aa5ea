"""Areas and index, as SQL (method.md 1.2 "Formulas" and "Coverage")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from sqlglot import exp

from hustings.pack.model import Band, Domain, Item, Kind, Rubric
from hustings.portfolio.rubric_sql.conditions.applicability_columns import AppliesColumns
from hustings.portfolio.rubric_sql.gates.cap_lists import listed_caps
from hustings.portfolio.rubric_sql.gates.gate_clauses import Judged
from hustings.portfolio.rubric_sql.gates.gate_columns import GateColumns
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.items.own_values import CLOSE, ENDS, End
from hustings.portfolio.rubric_sql.query_parts.bits import word_of
from hustings.portfolio.rubric_sql.query_parts.columns import Columns
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    FALSE,
    NULL,
    Expr,
    as_one,
    as_real,
    choose,
    coalesced,
    col,
    is_null,
    is_true,
    least,
    not_zero,
    over,
    real,
    some,
    times,
    total,
    whole,
)
from hustings.portfolio.rubric_sql.sums.area_sums import MOST_WHOLE, AreaSums, whole_weights

JUDGED_ON: dict[End, Judged] = {"lo": "lo", "pt": "lo", "hi": "hi"}
"""R as scored judges its gates on worst values (1.5, ruling 8)."""
HUNDRED = Fraction(100)


@dataclass(slots=True)
class FigureColumns:
    """The figures of every area and of the index, at worst, as scored and at best."""

    rubric: Rubric
    items: ItemColumns
    gates: GateColumns
    sums: AreaSums
    columns: Columns
    readiness: dict[tuple[str, End], Expr] = field(default_factory=dict)
    coverage: dict[str, Expr] = field(default_factory=dict)
    caps: dict[str, dict[Judged, Expr] | None] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    @property
    def applies(self) -> AppliesColumns:
        """The columns that say which questions apply."""
        return self.items.applies

    def make(self) -> None:
        """Make the columns of areas, index, band and coverage."""
        for domain in self.rubric.domains:
            for end in ENDS:
                self._domain(domain, end)
            self._coverage(domain)
        for end in ENDS:
            self._index(end)
        self._bands()
        self._whole_coverage()

    @property
    def _as_worst(self) -> bool:
        """Whether every item is scored at its worst: only the votes of a workshop lie between worst and best."""
        return self.applies.votes is None

    def _keep(self, name: str, value: Expr, note: str = "") -> Expr:
        self.kept.append(name)
        return self.columns.output(name, value, note)

    # --- an area -------------------------------------------------------------------------------------------

    def _domain(self, domain: Domain, end: End) -> None:
        name = domain.id
        if end == "pt" and self._as_worst:
            self.readiness[name, end] = self._keep(f"{name}_pt", col(f"{name}_lo"))
            return
        maturity = self.columns.define(f"{name}__maturity_{end}", self._maturity(domain, end), f"M of {name}, {end}")
        exposure = self.columns.define(f"{name}__exposure_{end}", self._exposure(domain, end), f"X of {name}, {end}")
        t0 = self.rubric.t0.value
        asked = total([real(t0), times(real(1 - t0), exposure)])
        required = self.columns.define(f"{name}__required_{end}", asked, f"T of {name}, {end}")
        capped = least([over(maturity, required), *self._at_most(name, end, Fraction(1))])
        readiness = choose((FALSE if self._surely(domain) else is_null(maturity), NULL), otherwise=capped)
        self.readiness[name, end] = self._keep(f"{name}_{end}", readiness, f"r of {name}, {end}")

    def _surely(self, domain: Domain) -> bool:
        """Whether an area has a control that counts in every assessment."""
        return surely_counts(domain.of_kind("control"), self.items.counts)

    def _across(self, figures: Mapping[str, Expr]) -> Expr:
        """The mean of a figure of the areas that have it, by their weights; NULL if none has."""
        values, weights, always = list[Expr](), list[Expr](), Fraction()
        for domain in self.rubric.domains:
            figure, weight = figures[domain.id], real(domain.weight)
            if self._surely(domain):
                values.append(times(weight, figure))
                always += domain.weight
            else:
                values.append(times(weight, coalesced(figure, real(0))))
                weights.append(choose((is_null(figure), real(0)), otherwise=weight))
        if always:
            return over(total(values), total([real(always), *weights]))
        return over(total(values), not_zero(total(weights)))

    def _at_most(self, scope: str, end: End, most: Fraction | None = None) -> list[Expr]:
        """The caps of the gates of an area, or of the index, that fail; and `most`."""
        if scope not in self.caps:
            those = [gate for gate in self.rubric.gates if gate.scope == scope]
            self.caps[scope] = listed_caps(self.gates, scope, those, HUNDRED if most is None else most)
        if (caps := self.caps[scope]) is not None:
            return [caps[JUDGED_ON[end]]]
        return [*([] if most is None else [real(most)]), *self._caps(scope, end)]

    def _caps(self, scope: str, end: End) -> list[Expr]:
        gates = [gate for gate in self.rubric.gates if gate.scope == scope]
        return [choose((self.gates.fails[gate.id, JUDGED_ON[end]], real(gate.cap)), otherwise=NULL) for gate in gates]

    def _maturity(self, domain: Domain, end: End) -> Expr:
        return self._mean(domain, "control", end)

    def _mean(self, domain: Domain, kind: Kind, end: End) -> Expr:
        """sum(w v) / sum(w) of the items that count; NULL if there is none."""
        items, parts = domain.of_kind(kind), self.applies.scales[domain.id].parts
        large = parts * sum(whole_weights(items).values()) > MOST_WHOLE
        counting = self.sums.counting(domain, kind)
        divisor = counting if surely_counts(items, self.items.counts) else not_zero(counting)
        unit = real(parts) if large else whole(parts)
        return over(as_real(self.sums.values(domain, kind, end)), times(divisor, unit))

    def _exposure(self, domain: Domain, end: End) -> Expr:
        """Half average, half worst driver (with alpha at 1/2); 1 where no exposure counts."""
        items, parts = domain.of_kind("exposure"), self.items.applies.scales[domain.id].parts
        if not items:
            return real(1)
        worst = self.sums.worst(domain, end)
        alpha = self.rubric.alpha.value
        mean = times(real(1 - alpha), self._mean(domain, "exposure", end))
        exposure = total([mean, times(real(alpha / parts), worst)])
        return exposure if surely_counts(items, self.items.counts) else coalesced(exposure, real(1))

    # --- the index -----------------------------------------------------------------------------------------

    def _index(self, end: End) -> None:
        if end == "pt" and self._as_worst:
            self._keep("raw_pt", col("raw_lo"))
            self._keep("index_pt", col("index_lo"))
            return
        each = {domain.id: self.readiness[domain.id, end] for domain in self.rubric.domains}
        lean = self.rubric.lambda_.value
        weakest = times(real(HUNDRED * lean), least(list(each.values())))
        raw = total([times(real(HUNDRED * (1 - lean)), self._across(each)), weakest])
        before = self._keep(f"raw_{end}", raw, f"R0, {end}: average and weakest area")
        caps = self._at_most("index", end)
        nothing = FALSE if any(map(self._surely, self.rubric.domains)) else is_null(before)
        index = choose((nothing, NULL), otherwise=least([before, *caps])) if caps else before
        self._keep(f"index_{end}", index, f"R, {end}: with the caps of gates that fail")

    def _bands(self) -> None:
        for end in ENDS:
            if end == "pt" and self._as_worst:
                self._keep("band", col("band_lo"))
                continue
            index = col(f"index_{end}")
            rising = sorted(self.rubric.bands, key=lambda band: band.start)
            place = total([as_one(_reaches(index, band)) for band in rising])
            self._keep("band" if end == "pt" else f"band_{end}", word_of(place, [band.id for band in rising]))

    # --- coverage ------------------------------------------------------------------------------------------

    def _coverage(self, domain: Domain) -> None:
        controls, exposures = (self._share(domain, kind) for kind in ("control", "exposure"))
        both = over(total([controls, exposures]), real(2))
        alone = FALSE if surely_counts(domain.of_kind("exposure"), self.items.counts) else is_null(exposures)
        covered = choose((alone, controls), otherwise=both)
        self.coverage[domain.id] = self._keep(f"{domain.id}_coverage", covered, f"C of {domain.id}")

    def _share(self, domain: Domain, kind: Kind) -> Expr:
        """The share of the weights of an area's controls, or exposures, that is answered."""
        known, counting = self.sums.known(domain, kind), self.sums.counting(domain, kind)
        never = surely_counts(domain.of_kind(kind), self.items.counts)
        share = over(as_real(known), counting if never else not_zero(counting))
        return self.columns.define(f"{domain.id}__{kind}s_answered", share)

    def _whole_coverage(self) -> None:
        across, surely = self._across(self.coverage), list(map(self._surely, self.rubric.domains))
        covered = self._keep("coverage", across if any(surely) else coalesced(across, real(0)), "C")
        least_whole, least_domain = self.rubric.judgements.provisional
        of_areas = [_below(one, least_domain) for one in self.coverage.values()]
        told = [one if so else coalesced(one, exp.false()) for one, so in zip(of_areas, surely, strict=True)]
        below = [_below(covered, least_whole), *told]
        self._keep("provisional", some(below), "whether only the interval is shown")


def surely_counts(items: Sequence[Item], counts: Mapping[str, Expr]) -> bool:
    """Whether at least one of these items counts in every assessment."""
    return any(is_true(counts[item.question]) for item in items)


def _reaches(index: Expr, band: Band) -> Expr:
    return exp.GTE(this=index, expression=real(float(band.start) - CLOSE))


def _below(share: Expr, bound: Fraction) -> Expr:
    return exp.LT(this=share, expression=real(float(bound) - CLOSE))
