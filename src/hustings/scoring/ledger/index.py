"""How every number was made: from the index down to the answer, the weight and the rubric line.

A `LedgerEntry` is one line; its parts are the lines below it. The figures come from the result, so that the explanation
cannot differ from the score.
"""

from __future__ import annotations

from fractions import Fraction

from hustings.answers.display import answer_in_words, worded_value
from hustings.answers.events import Answer, State
from hustings.answers.typed_numbers import shown
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import GateStatus, Pack
from hustings.pack.questionnaire import Question
from hustings.problems import NOWHERE, InputError, Place, did_you_mean
from hustings.scoring.ledger.condition_text import in_words
from hustings.scoring.result import Bounds, DomainScore, GateScore, ItemScore, ItemState, Result, truncated
from hustings.scoring.workshop.vote_outcome import FEWEST
from hustings.text import lower_first


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line: its name, its value as printed, how it was made, and its place in the rubric.

    `counts`: whether it enters the figure above it.
    """

    label: str
    value: str
    formula: str = ""
    place: Place = NOWHERE
    parts: tuple[LedgerEntry, ...] = ()
    counts: bool = True


def ledger(result: Result) -> LedgerEntry:
    """The whole ledger, as a tree under the index."""
    capped = say("; capped to {index} by a gate", index=truncated(result.index.pt)) if result.capped_by else ""
    between = say("{low} and {high}", low=truncated(result.index.lo), high=truncated(result.index.hi))
    return LedgerEntry(
        label=say("Readiness index"),
        value=say("{index} of 100, {band}", index=truncated(result.index.pt), band=result.band.title),
        formula=say(
            "{blend} = {raw}{capped}. With what is not known: between {between}.",
            blend=_blend(result),
            raw=truncated(result.raw.pt),
            capped=capped,
            between=between,
        ),
        place=result.pack.place,
        parts=(*(_domain(d, result) for d in result.domains), *_caps(result)),
    )


def _blend(result: Result) -> str:
    """The formula of the index with its numbers."""
    counted = [d for d in result.domains if d.counts]
    weakest = min(counted, key=lambda d: d.readiness.pt)
    terms = " + ".join(f"{shown(d.domain.weight)} × {figure(d.readiness.pt)}" for d in counted)
    total = shown(sum((d.domain.weight for d in counted), Fraction()))
    share = result.pack.rubric.lambda_.value
    return say(
        "100 × ({average} × ({terms}) / {total} + {share} × {readiness}, the weakest: {domain})",
        average=figure(1 - share),
        terms=terms,
        total=total,
        share=figure(share),
        readiness=figure(weakest.readiness.pt),
        domain=weakest.domain.title,
    )


def explained(result: Result, name: str) -> LedgerEntry:
    """The ledger of one domain, item or gate. Raises `InputError` for an unknown name."""
    for domain in result.domains:
        if domain.domain.id == name:
            return _domain(domain, result)
        for score in domain.items:
            if score.item.question == name:
                return _item(score, domain.domain.title.lower())
    for gate in result.gates:
        if gate.gate.id == name:
            return _gate(result.pack, gate)
    known = [*result.pack.items, *(d.domain.id for d in result.domains), *(g.gate.id for g in result.gates)]
    raise InputError(say("Nothing here that counts is called `{name}`.", name=name), did_you_mean(name, known))


def percent(share: Fraction) -> str:
    """A share from 0 to 1, as printed: cut to one decimal, without a trailing .0."""
    return truncated(share * 100).removesuffix(".0") + " %"


def figure(value: Fraction) -> str:
    """A value from 0 to 1 with three decimals at most, cut."""
    return truncated(value, 3).rstrip("0").rstrip(".")


def _domain(score: DomainScore, result: Result) -> LedgerEntry:
    if not score.counts:
        return LedgerEntry(
            score.domain.title, say("does not count"), say("No control here applies."), score.domain.place
        )
    capped = say("; capped at {readiness} by a gate", readiness=percent(score.readiness.pt)) if score.capped_by else ""
    gates = tuple(_gate(result.pack, gate) for gate in result.gates if gate.gate.scope == score.domain.id and gate.caps)
    return LedgerEntry(
        label=say("{domain} (weight {weight})", domain=score.domain.title, weight=shown(score.domain.weight)),
        value=percent(score.readiness.pt),
        formula=say(
            "maturity {maturity} / required {required}, at most 100 %{capped}",
            maturity=figure(score.maturity.pt),
            required=figure(score.required.pt),
            capped=capped,
        ),
        place=score.domain.place,
        parts=(_exposure(score, result), _maturity(score), *gates),
    )


def _exposure(score: DomainScore, result: Result) -> LedgerEntry:
    """X and the required maturity, with their numbers."""
    counted = [(i.item.weight, i.value.pt) for i in score.of_kind("exposure") if i.value is not None]
    alpha, t0 = result.pack.rubric.alpha.value, result.pack.rubric.t0.value
    asks = f"{figure(t0)} + {figure(1 - t0)} × {figure(score.exposure.pt)} = {figure(score.required.pt)}"
    average = sum((weight * value for weight, value in counted), Fraction()) / (sum(w for w, _ in counted) or 1)
    worst = max((value for _, value in counted), default=Fraction(1))
    made = say(
        "{blend} × average {average} + {alpha} × worst {worst}",
        blend=figure(1 - alpha),
        average=figure(average),
        alpha=figure(alpha),
        worst=figure(worst),
    )
    return LedgerEntry(
        label=say("Exposure"),
        value=figure(score.exposure.pt),
        formula=say(
            "{made}; asks for maturity {asks}",
            made=made if counted else say("nothing is known of it, so the worst"),
            asks=asks,
        ),
        place=score.domain.place,
        parts=tuple(_item(item) for item in score.of_kind("exposure")),
    )


def _maturity(score: DomainScore) -> LedgerEntry:
    counted = [(i.item.weight, i.value.pt) for i in score.of_kind("control") if i.value is not None]
    terms = " + ".join(f"{shown(weight)} × {figure(value)}" for weight, value in counted)
    total = shown(sum((weight for weight, _ in counted), Fraction()))
    return LedgerEntry(
        label=say("Maturity"),
        value=figure(score.maturity.pt),
        formula=f"({terms}) / {total}",
        place=score.domain.place,
        parts=tuple(_item(item) for item in score.of_kind("control")),
    )


def _item(score: ItemScore, domain: str = "") -> LedgerEntry:
    """One answer with its value. A line that is shown alone names its domain."""
    weight = say("weight {weight}", weight=shown(score.item.weight))
    importance = f", {say(IMPORTANCE[score.item.importance])}" if score.item.kind == "control" else ""
    where = say(", in {domain}", domain=domain) if domain else ""
    value = say("not counted") if score.value is None else _span(score.value)
    return LedgerEntry(
        label=score.question.text,
        value=value,
        formula=f"{said(score)} ({weight}{importance}{where})",
        place=score.item.place,
        counts=score.value is not None,
    )


def _span(value: Bounds) -> str:
    if value.lo == value.hi:
        return figure(value.pt)
    return say(
        "{value} (could be {low} to {high})",
        value=figure(value.pt),
        low=figure(min(value.lo, value.hi)),
        high=figure(max(value.lo, value.hi)),
    )


GATE_WORDS: dict[GateStatus, str] = {
    "met": english("met"),
    "not_met": english("not met"),
    "open": english("open"),
    "no_concern": english("no concern"),
}
IMPORTANCE = {"critical": english("critical"), "major": english("major"), "minor": english("minor")}
_STATES = {
    ItemState.DONT_KNOW: english("not known, so counted as the worst"),
    ItemState.BLANK: english("not answered, so counted as the worst"),
    ItemState.IMPLIED: english("its main control is not in place, so this counts as 0"),
    ItemState.WAITING: english("its main control is not answered, so counted as the worst"),
    ItemState.UNKNOWN: english("not known whether it applies, so counted as the worst"),
    ItemState.EXCLUDED: english("does not apply here"),
    ItemState.UNRESOLVED: english("the group did not agree, so the middle vote counts"),
}


def said(score: ItemScore) -> str:
    """The answer in words, or why there is none."""
    if score.state is ItemState.ANSWERED and score.answer is not None:
        return say("answered “{answer}”", answer=worded(score.question, score.answer))
    if score.state is ItemState.NA:
        return lower_first(answer_in_words(score.question, score.answer, worded_value))
    return say(_STATES[score.state])


def worded(question: Question, answer: Answer) -> str:
    """An answer as a person reads it. Votes are listed from three on, and never with their counts (method.md 2.4)."""
    if answer.state is State.UNRESOLVED and len(answer.votes) >= FEWEST:
        named = "; ".join(dict.fromkeys(worded_value(question, vote) for vote in answer.votes))
        return say("Not agreed: {votes}", votes=named)
    return answer_in_words(question, answer, worded_value)


def _caps(result: Result) -> tuple[LedgerEntry, ...]:
    return tuple(_gate(result.pack, score) for score in result.gates if score.gate.scope == "index" and score.caps)


def _gate(pack: Pack, score: GateScore) -> LedgerEntry:
    status = say("open: votes differ") if score.disputed else say(GATE_WORDS[score.status])
    scope = say("the index") if score.gate.scope == "index" else score.gate.scope
    limit = shown(score.gate.cap) if score.gate.scope == "index" else percent(score.gate.cap)
    asks = in_words(pack, score.gate.needs)
    if score.gate.when is not None:
        asks += say(", when {condition}", condition=in_words(pack, score.gate.when))
    return LedgerEntry(
        label=say("Gate: {gate}", gate=score.gate.title),
        value=status,
        formula=say(
            "asks {asks}; otherwise {scope} is at most {limit}. {because}",
            asks=asks,
            scope=scope,
            limit=limit,
            because=score.gate.because,
        ),
        place=score.gate.place,
    )
