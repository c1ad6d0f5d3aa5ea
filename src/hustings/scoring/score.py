"""Pack and answers to a `Result`: the public function of scoring."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hustings.answers.events import Answers, State
from hustings.frozen_records import dataclass
from hustings.pack.model import Domain, Pack
from hustings.scoring.certainty import coverage as known
from hustings.scoring.certainty.confidence import assured, backed, claims, confidence
from hustings.scoring.findings import findings, known_exposure
from hustings.scoring.gates import gate_score
from hustings.scoring.incremental import raising
from hustings.scoring.items import ONE, ZERO, ItemSheet, Values, derivation, derived, item_scores, sheet, votes_settled
from hustings.scoring.plan.questions.open_points import open_points
from hustings.scoring.readiness import DomainFigures, Evaluations, components, evaluations
from hustings.scoring.result import Bounds, DomainScore, GateScore, ItemScore, Result


@dataclass(frozen=True, slots=True)
class _Evaluated:
    """Intermediate figures of a result."""

    work: ItemSheet
    values: Values
    three: Evaluations
    items: Mapping[str, ItemScore]
    leverage: known.Leverage


def score(pack: Pack, answers: Answers) -> Result:
    """Score an assessment (method.md part 1). Raises `InputError` when nothing applies."""
    work = sheet(pack, answers)
    now = derivation(work, {})
    three = evaluations(pack, now.values)
    leverage = known.leverage(work, three.pt.index)
    evaluated = _Evaluated(work, now.values, three, item_scores(work, now.values), leverage)
    gates = _gates(work, now.values)
    points = open_points(work, now.values, gates)
    domains = tuple(_domain(evaluated, domain) for domain in pack.rubric.domains)
    shares = _shares(domains)
    return Result(
        pack=pack,
        answers={name: answers[name] for name in pack.questions if name in answers},
        index=Bounds(three.lo.index, three.pt.index, three.hi.index),
        raw=Bounds(three.lo.raw, three.pt.raw, three.hi.raw),
        band=pack.rubric.band(three.pt.index),
        band_lo=pack.rubric.band(three.lo.index),
        band_hi=pack.rubric.band(three.hi.index),
        domains=domains,
        gates=gates,
        findings=findings(raising(now), three.pt, domains, gates, {point.question.id for point in points}),
        open_points=points,
        capped_by=three.pt.capped_by,
        coverage=shares[0],
        completion=shares[1],
        confidence=known.weighted((d.domain, d.confidence) for d in domains),
        assured=assured(work, now.values),
        na_leverage=leverage.points,
        na_flags=leverage.flags,
        split=_split(work, three),
        provisional=_provisional(pack, shares[0], domains),
    )


def gates_of(pack: Pack, answers: Answers) -> tuple[GateScore, ...]:
    """The gates alone, as in the `Result` of these answers, for a fraction of the time."""
    work = sheet(pack, answers)
    return _gates(work, derivation(work, {}).values)


def _gates(work: ItemSheet, values: Values) -> tuple[GateScore, ...]:
    lo, _, hi = components(values)
    return tuple(gate_score(work.pack, gate, lo, hi, work.states) for gate in work.pack.rubric.gates)


def _domain(evaluated: _Evaluated, domain: Domain) -> DomainScore:
    work, values, three = evaluated.work, evaluated.values, evaluated.three
    made = claims(work, values, domain)
    figures = [e.domains.get(domain.id) for e in (three.lo, three.pt, three.hi)]
    lo, pt, hi = (one or _NOTHING for one in figures)
    return DomainScore(
        domain=domain,
        counts=figures[1] is not None,
        items=tuple(evaluated.items[item.question] for item in domain.items),
        exposure=Bounds(lo.exposure, pt.exposure, hi.exposure),
        maturity=Bounds(lo.maturity, pt.maturity, hi.maturity),
        required=Bounds(lo.required, pt.required, hi.required),
        raw=Bounds(lo.raw, pt.raw, hi.raw),
        readiness=Bounds(lo.readiness, pt.readiness, hi.readiness),
        residual=Bounds(lo.residual, pt.residual, hi.residual),
        residual_label=residual_label(work.pack, pt.residual),
        coverage=known.coverage(work, domain),
        completion=known.completion(work, domain),
        confidence=confidence(work, made),
        na_share=evaluated.leverage.shares[domain.id],
        capped_by=pt.capped_by,
        known_exposure=known_exposure(work, values, domain),
        claims=len(made),
        backed=backed(work, values, made),
    )


_NOTHING = DomainFigures(ZERO, ZERO, ONE, ZERO, ZERO, ZERO, ())


def residual_label(pack: Pack, residual: Fraction) -> str:
    """The label of a residual risk: low, moderate, high or severe. Risks of domains are never summed."""
    return next((name for name, least in pack.rubric.judgements.residual if residual >= least), "low")


def _shares(domains: tuple[DomainScore, ...]) -> tuple[Fraction, Fraction]:
    """Coverage and completion of the whole assessment."""
    covered = known.weighted((d.domain, d.coverage) for d in domains)
    completed = known.weighted((d.domain, d.completion) for d in domains)
    return covered or ZERO, completed or ZERO


def _provisional(pack: Pack, covered: Fraction, domains: tuple[DomainScore, ...]) -> bool:
    """Whether too little is known for one number, so that only the interval is shown."""
    least, least_domain = pack.rubric.judgements.provisional
    return covered < least or any(d.coverage is not None and d.coverage < least_domain for d in domains)


def _split(work: ItemSheet, three: Evaluations) -> tuple[Fraction, Fraction]:
    """The interval's width: the part due to unknowns, and the rest, due to unresolved votes (method.md 2.7)."""
    width = three.hi.index - three.lo.index
    if not any(answer.state is State.UNRESOLVED for answer in work.answers.values()):
        return width, ZERO
    fixed = evaluations(work.pack, derived(votes_settled(work)))
    unknowns = fixed.hi.index - fixed.lo.index
    return unknowns, width - unknowns
