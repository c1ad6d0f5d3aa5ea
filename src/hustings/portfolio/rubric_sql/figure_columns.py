"""Areas and index, as SQL (method.md 1.2 "Formulas" and "Coverage")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from sqlglot import exp

from hustings.pack.model import Band, Domain, Item, Rubric
from hustings.portfolio.rubric_sql.applies import AppliesColumns
from hustings.portfolio.rubric_sql.columns import Columns
from hustings.portfolio.rubric_sql.expressions import (
    NULL,
    Expr,
    as_real,
    choose,
    coalesced,
    col,
    greatest,
    is_null,
    is_true,
    least,
    real,
    some,
    total,
    whole,
)
from hustings.portfolio.rubric_sql.gate_columns import GateColumns, Judged
from hustings.portfolio.rubric_sql.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.own_values import CLOSE, ENDS, End

JUDGED_ON: dict[End, Judged] = {"lo": "lo", "pt": "lo", "hi": "hi"}
"""R as scored judges its gates on worst values (1.5, ruling 8)."""
HUNDRED = Fraction(100)


@dataclass(slots=True)
class FigureColumns:
    """The figures of every area and of the index, at worst, as scored and at best."""

    rubric: Rubric
    items: ItemColumns
    gates: GateColumns
    columns: Columns
    readiness: dict[tuple[str, End], Expr] = field(default_factory=dict)
    coverage: dict[str, Expr] = field(default_factory=dict)
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
        asked = exp.Add(this=real(t0), expression=exp.Mul(this=real(1 - t0), expression=exposure))
        required = self.columns.define(f"{name}__required_{end}", asked, f"T of {name}, {end}")
        raw = least([real(1), exp.Div(this=maturity, expression=required)])
        caps = self._caps(name, end)
        readiness = choose((is_null(maturity), NULL), otherwise=least([raw, *caps]))
        self.readiness[name, end] = self._keep(f"{name}_{end}", readiness, f"r of {name}, {end}")

    def _caps(self, scope: str, end: End) -> list[Expr]:
        """The caps of the gates of an area, or of the index, that fail."""
        gates = [gate for gate in self.rubric.gates if gate.scope == scope]
        return [choose((self.gates.fails[gate.id, JUDGED_ON[end]], real(gate.cap)), otherwise=NULL) for gate in gates]

    def _maturity(self, domain: Domain, end: End) -> Expr:
        return self._mean(domain.of_kind("control"), end, self.items.applies.scales[domain.id].parts)

    def _mean(self, items: Sequence[Item], end: End, parts: int) -> Expr:
        """sum(w v) / sum(w) of the items that count; NULL if there is none."""
        values = total([self._weighted(item, end) for item in items])
        weights = exp.Nullif(this=self._weights(items, self.items.counts), expression=real(0))
        return exp.Div(this=exp.paren(values), expression=exp.paren(exp.Mul(this=weights, expression=real(parts))))

    def _weighted(self, item: Item, end: End) -> Expr:
        value = self.items.values[item.question, end]
        if not is_true(self.items.counts[item.question]):
            value = coalesced(value, whole(0))
        return exp.Mul(this=real(item.weight), expression=value)

    def _weights(self, items: Sequence[Item], when: Mapping[str, Expr]) -> Expr:
        """The sum of the weights of the items of which something is true."""
        always = sum((item.weight for item in items if is_true(when[item.question])), Fraction())
        sometimes = [item for item in items if not isinstance(when[item.question], exp.Boolean)]
        parts = [choose((when[item.question], real(item.weight)), otherwise=real(0)) for item in sometimes]
        return exp.paren(total([real(always), *parts] if always or not parts else parts))

    def _exposure(self, domain: Domain, end: End) -> Expr:
        """Half average, half worst driver (with alpha at 1/2); 1 where no exposure counts."""
        items, parts = domain.of_kind("exposure"), self.items.applies.scales[domain.id].parts
        if not items:
            return real(1)
        worst = greatest([self.items.values[item.question, end] for item in items])
        alpha = self.rubric.alpha.value
        mean = exp.Mul(this=real(1 - alpha), expression=exp.paren(self._mean(items, end, parts)))
        driver = exp.Mul(this=real(alpha / parts), expression=as_real(worst))
        return coalesced(exp.Add(this=mean, expression=driver), real(1))

    # --- the index -----------------------------------------------------------------------------------------

    def _index(self, end: End) -> None:
        if end == "pt" and self._as_worst:
            self._keep("raw_pt", col("raw_lo"))
            self._keep("index_pt", col("index_lo"))
            return
        each = [(domain, self.readiness[domain.id, end]) for domain in self.rubric.domains]
        lean = self.rubric.lambda_.value
        values = total([exp.Mul(this=real(d.weight), expression=coalesced(r, real(0))) for d, r in each])
        weights = total([choose((is_null(r), real(0)), otherwise=real(d.weight)) for d, r in each])
        mean = exp.Div(this=exp.paren(values), expression=exp.Nullif(this=exp.paren(weights), expression=real(0)))
        weakest = exp.Mul(this=real(HUNDRED * lean), expression=least([r for _, r in each]))
        raw = exp.Add(this=exp.Mul(this=real(HUNDRED * (1 - lean)), expression=exp.paren(mean)), expression=weakest)
        before = self._keep(f"raw_{end}", raw, f"R0, {end}")
        index = choose((is_null(before), NULL), otherwise=least([before, *self._caps("index", end)]))
        self._keep(f"index_{end}", index, f"R, {end}")

    def _bands(self) -> None:
        for end in ENDS:
            index = col(f"index_{end}")
            rising = sorted(self.rubric.bands, key=lambda band: band.start)
            cases = [(_reaches(index, band), exp.Literal.string(band.id)) for band in reversed(rising)]
            self._keep("band" if end == "pt" else f"band_{end}", choose(*cases, otherwise=NULL))

    # --- coverage ------------------------------------------------------------------------------------------

    def _coverage(self, domain: Domain) -> None:
        groups = [self._share(domain.of_kind(kind)) for kind in ("control", "exposure")]
        controls, exposures = groups
        both = exp.Div(this=exp.paren(exp.Add(this=controls, expression=exposures)), expression=real(2))
        mean = choose((is_null(exposures), controls), otherwise=both)
        self.coverage[domain.id] = self._keep(f"{domain.id}_coverage", mean, f"C of {domain.id}")

    def _share(self, items: Sequence[Item]) -> Expr:
        settled = self._weights(items, self.items.settled)
        counted = exp.Nullif(this=self._weights(items, self.items.counts), expression=real(0))
        return exp.Div(this=settled, expression=counted)

    def _whole_coverage(self) -> None:
        each = [(domain, self.coverage[domain.id]) for domain in self.rubric.domains]
        values = total([exp.Mul(this=real(d.weight), expression=coalesced(c, real(0))) for d, c in each])
        weights = total([choose((is_null(c), real(0)), otherwise=real(d.weight)) for d, c in each])
        share = exp.Div(this=exp.paren(values), expression=exp.Nullif(this=exp.paren(weights), expression=real(0)))
        covered = self._keep("coverage", coalesced(share, real(0)), "C")
        least_whole, least_domain = self.rubric.judgements.provisional
        below = [_below(covered, least_whole), *(coalesced(_below(c, least_domain), exp.false()) for _, c in each)]
        self._keep("provisional", some(below), "whether only the interval is shown")


def _reaches(index: Expr, band: Band) -> Expr:
    return exp.GTE(this=index, expression=real(float(band.start) - CLOSE))


def _below(share: Expr, bound: Fraction) -> Expr:
    return exp.LT(this=share, expression=real(float(bound) - CLOSE))
