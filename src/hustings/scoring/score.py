"""Pack and answers to a `Result`: the one entrance to scoring."""

from __future__ import annotations

from fractions import Fraction

from hustings.answers.events import Answers, State
from hustings.pack.model import Domain, Pack
from hustings.scoring import coverage as known
from hustings.scoring.findings import findings
from hustings.scoring.gates import gate_score
from hustings.scoring.items import ONE, ZERO, Sheet, Values, derived, item_scores, sheet, votes_settled
from hustings.scoring.readiness import DomainFigures, Evaluations, components, evaluations
from hustings.scoring.result import DomainScore, GateScore, ItemScore, Result, Triple


def score(pack: Pack, answers: Answers) -> Result:
    """Score an assessment (method.md part 1). Raises `InputError` when nothing applies."""
    work = sheet(pack, answers)
    values = derived(work)
    three = evaluations(pack, values)
    gates = _gates(work, values)
    items = item_scores(work, values)
    leverage = known.leverage(work, three.pt.index)
    domains = tuple(_domain(work, domain, three, items, leverage) for domain in pack.rubric.domains)
    shares = _shares(domains)
    return Result(
        pack=pack,
        answers={name: answers[name] for name in pack.questions if name in answers},
        index=Triple(three.lo.index, three.pt.index, three.hi.index),
        raw=Triple(three.lo.raw, three.pt.raw, three.hi.raw),
        band=pack.rubric.band(three.pt.index),
        band_lo=pack.rubric.band(three.lo.index),
        band_hi=pack.rubric.band(three.hi.index),
        domains=domains,
        gates=gates,
        findings=findings(work, three.pt, domains, gates),
        capped_by=three.pt.capped_by,
        coverage=shares[0],
        completion=shares[1],
        confidence=known.weighted((d.domain, d.confidence) for d in domains),
        assured=known.assured(work, values),
        na_leverage=leverage.points,
        na_flags=leverage.flags,
        split=_split(work, three),
        provisional=_provisional(pack, shares[0], domains),
    )


def _gates(work: Sheet, values: Values) -> tuple[GateScore, ...]:
    lo, _, hi = components(values)
    return tuple(gate_score(work.pack, gate, lo, hi, work.states) for gate in work.pack.rubric.gates)


def _domain(
    work: Sheet, domain: Domain, three: Evaluations, items: dict[str, ItemScore], leverage: known.Leverage
) -> DomainScore:
    found = [e.domains.get(domain.id) for e in (three.lo, three.pt, three.hi)]
    lo, pt, hi = (one or _NOTHING for one in found)
    return DomainScore(
        domain=domain,
        counts=found[1] is not None,
        items=tuple(items[item.question] for item in domain.items),
        exposure=Triple(lo.exposure, pt.exposure, hi.exposure),
        maturity=Triple(lo.maturity, pt.maturity, hi.maturity),
        required=Triple(lo.required, pt.required, hi.required),
        raw=Triple(lo.raw, pt.raw, hi.raw),
        readiness=Triple(lo.readiness, pt.readiness, hi.readiness),
        residual=Triple(lo.residual, pt.residual, hi.residual),
        residual_label=residual_label(work.pack, pt.residual),
        coverage=known.coverage(work, domain),
        completion=known.completion(work, domain),
        confidence=known.confidence(work, domain),
        na_share=leverage.shares[domain.id],
        capped_by=pt.capped_by,
    )


_NOTHING = DomainFigures(ZERO, ZERO, ONE, ZERO, ZERO, ZERO, ())


def residual_label(pack: Pack, residual: Fraction) -> str:
    """low, moderate, high or severe; per domain, never summed."""
    return next((name for name, least in pack.rubric.judgements.residual if residual >= least), "low")


def _shares(domains: tuple[DomainScore, ...]) -> tuple[Fraction, Fraction]:
    """Coverage and completion of the whole."""
    covered = known.weighted((d.domain, d.coverage) for d in domains)
    completed = known.weighted((d.domain, d.completion) for d in domains)
    return covered or ZERO, completed or ZERO


def _provisional(pack: Pack, covered: Fraction, domains: tuple[DomainScore, ...]) -> bool:
    """Too little is known for one number: show only the interval."""
    least, least_domain = pack.rubric.judgements.provisional
    return covered < least or any(d.coverage is not None and d.coverage < least_domain for d in domains)


def _split(work: Sheet, three: Evaluations) -> tuple[Fraction, Fraction]:
    """The interval's width: the part due to unknowns, and the rest, due to unresolved votes (method.md 2.7)."""
    width = three.hi.index - three.lo.index
    if not any(said.state is State.UNRESOLVED for said in work.answers.values()):
        return width, ZERO
    fixed = evaluations(work.pack, derived(votes_settled(work)))
    unknowns = fixed.hi.index - fixed.lo.index
    return unknowns, width - unknowns
