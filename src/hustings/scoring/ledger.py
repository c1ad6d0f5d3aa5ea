"""How every number was made: from the index down to the answer, the weight and the rubric line.

An `Entry` is one line that can be read out; its parts are the lines below it. The figures come from the result, so that
the explanation cannot differ from the score.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hustings.answers.accept import shown
from hustings.answers.events import Answer, State, Value
from hustings.pack.asked import Question
from hustings.problems import NOWHERE, InputError, Place, did_you_mean
from hustings.scoring.result import DomainScore, GateScore, ItemScore, ItemState, Result, Triple, truncated


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is, its value as printed, how it came about, where the rubric says so."""

    label: str
    value: str
    formula: str = ""
    place: Place = NOWHERE
    parts: tuple[Entry, ...] = ()


def ledger(result: Result) -> Entry:
    """The whole ledger, as a tree under the index."""
    capped = f"; capped to {truncated(result.index.pt)} by a gate" if result.capped_by else ""
    between = f"{truncated(result.index.lo)} and {truncated(result.index.hi)}"
    return Entry(
        label="Readiness index",
        value=f"{truncated(result.index.pt)} of 100, {result.band.title}",
        formula=f"{_blend(result)} = {truncated(result.raw.pt)}{capped}. With what is not known: between {between}.",
        place=result.pack.place,
        parts=(*(_domain(d, result) for d in result.domains), *_caps(result)),
    )


def _blend(result: Result) -> str:
    """The index formula with its numbers in."""
    counted = [d for d in result.domains if d.counts]
    weakest = min(counted, key=lambda d: d.readiness.pt)
    terms = " + ".join(f"{shown(d.domain.weight)} × {figure(d.readiness.pt)}" for d in counted)
    total = shown(sum((d.domain.weight for d in counted), Fraction()))
    share = result.pack.rubric.lambda_.value
    return (
        f"100 × ({figure(1 - share)} × ({terms}) / {total}"
        f" + {figure(share)} × {figure(weakest.readiness.pt)}, the weakest: {weakest.domain.title})"
    )


def explained(result: Result, name: str) -> Entry:
    """The ledger of one domain, item or gate. Raises `InputError` for an unknown name."""
    for domain in result.domains:
        if domain.domain.id == name:
            return _domain(domain, result)
        for score in domain.items:
            if score.item.question == name:
                return _item(score, domain)
    for gate in result.gates:
        if gate.gate.id == name:
            return _gate(gate)
    known = [*result.pack.items, *(d.domain.id for d in result.domains), *(g.gate.id for g in result.gates)]
    raise InputError(f"Nothing here that counts is called `{name}`.", did_you_mean(name, known))


def percent(share: Fraction) -> str:
    """A share from 0 to 1, as printed: cut to one decimal, without a trailing .0."""
    return truncated(share * 100).removesuffix(".0") + " %"


def figure(value: Fraction) -> str:
    """A value from 0 to 1 with three decimals at most, cut."""
    return truncated(value, 3).rstrip("0").rstrip(".")


def _domain(score: DomainScore, result: Result) -> Entry:
    if not score.counts:
        return Entry(score.domain.title, "does not count", "No control here applies.", score.domain.place)
    capped = f"; capped at {percent(score.readiness.pt)} by a gate" if score.capped_by else ""
    gates = tuple(_gate(gate) for gate in result.gates if gate.gate.scope == score.domain.id and gate.caps)
    return Entry(
        label=f"{score.domain.title} (weight {shown(score.domain.weight)})",
        value=percent(score.readiness.pt),
        formula=f"maturity {figure(score.maturity.pt)} / required {figure(score.required.pt)}, at most 100 %{capped}",
        place=score.domain.place,
        parts=(_exposure(score, result), _maturity(score), *gates),
    )


def _exposure(score: DomainScore, result: Result) -> Entry:
    """X and what it asks for, with the numbers in."""
    counted = [(i.item.weight, i.value.pt) for i in score.of_kind("exposure") if i.value is not None]
    alpha, t0 = result.pack.rubric.alpha.value, result.pack.rubric.t0.value
    asks = f"{figure(t0)} + {figure(1 - t0)} × {figure(score.exposure.pt)} = {figure(score.required.pt)}"
    average = sum((weight * value for weight, value in counted), Fraction()) / (sum(w for w, _ in counted) or 1)
    worst = max((value for _, value in counted), default=Fraction(1))
    made = f"{figure(1 - alpha)} × average {figure(average)} + {figure(alpha)} × worst {figure(worst)}"
    return Entry(
        label="Exposure",
        value=figure(score.exposure.pt),
        formula=f"{made if counted else 'nothing is known of it, so the worst'}; asks for maturity {asks}",
        place=score.domain.place,
        parts=tuple(_item(item, score) for item in score.of_kind("exposure")),
    )


def _maturity(score: DomainScore) -> Entry:
    counted = [(i.item.weight, i.value.pt) for i in score.of_kind("control") if i.value is not None]
    terms = " + ".join(f"{shown(weight)} × {figure(value)}" for weight, value in counted)
    total = shown(sum((weight for weight, _ in counted), Fraction()))
    return Entry(
        label="Maturity",
        value=figure(score.maturity.pt),
        formula=f"({terms}) / {total}",
        place=score.domain.place,
        parts=tuple(_item(item, score) for item in score.of_kind("control")),
    )


def _item(score: ItemScore, domain: DomainScore) -> Entry:
    weight = f"weight {shown(score.item.weight)}"
    importance = f", {score.item.importance}" if score.item.kind == "control" else ""
    value = "not counted" if score.value is None else _span(score.value)
    return Entry(
        label=score.question.text,
        value=value,
        formula=f"{said(score)} ({weight}{importance}, in {domain.domain.title.lower()})",
        place=score.item.place,
    )


def _span(value: Triple) -> str:
    if value.lo == value.hi:
        return figure(value.pt)
    return f"{figure(value.pt)} (could be {figure(min(value.lo, value.hi))} to {figure(max(value.lo, value.hi))})"


_STATES = {
    ItemState.DONT_KNOW: "not known, so counted as the worst",
    ItemState.BLANK: "not answered, so counted as the worst",
    ItemState.IMPLIED: "its main control is not in place, so this counts as 0",
    ItemState.WAITING: "its main control is not answered, so counted as the worst",
    ItemState.UNKNOWN: "not known whether it applies, so counted as the worst",
    ItemState.EXCLUDED: "does not apply here",
    ItemState.UNRESOLVED: "the group did not agree, so the middle vote counts",
}


def said(score: ItemScore) -> str:
    """What was answered, in words."""
    if score.state is ItemState.ANSWERED and score.answer is not None:
        return f"answered “{worded(score.question, score.answer)}”"
    if score.state is ItemState.NA:
        return f"does not apply: {score.answer.reason if score.answer else ''}".rstrip(": ")
    return _STATES[score.state]


def worded(question: Question, answer: Answer) -> str:
    """An answer as a person reads it."""
    match answer.state:
        case State.ANSWERED if answer.value is not None:
            return worded_value(question, answer.value)
        case State.DONT_KNOW:
            return "We don't know"
        case State.NA:
            return f"Does not apply: {answer.reason}"
        case State.UNRESOLVED:
            return "No agreement: " + ", ".join(worded_value(question, vote) for vote in answer.votes)
        case _:
            return "Not answered"


def worded_value(question: Question, value: Value) -> str:
    match value:
        case tuple():
            return ", ".join(_choice(question, part) for part in value) or "None of these"
        case Fraction():
            return f"{shown(value)} {question.unit}".strip()
        case date():
            return value.isoformat()
        case _:
            return _choice(question, value)


def _choice(question: Question, name: str) -> str:
    choice = question.choice(name)
    return choice.text if choice is not None else name


def _caps(result: Result) -> tuple[Entry, ...]:
    return tuple(_gate(score) for score in result.gates if score.gate.scope == "index" and score.caps)


def _gate(score: GateScore) -> Entry:
    said_status = {"pass": "passed", "fail": "failed", "undetermined": "unverified", "inactive": "does not apply"}
    status = "disputed" if score.disputed else said_status[score.status]
    scope = "the index" if score.gate.scope == "index" else score.gate.scope
    limit = shown(score.gate.cap) if score.gate.scope == "index" else percent(score.gate.cap)
    asks = score.gate.needs_text + (f", when {score.gate.when_text}" if score.gate.when_text else "")
    return Entry(
        label=f"Gate: {score.gate.title}",
        value=status,
        formula=f"asks {asks}; otherwise {scope} is at most {limit}. {score.gate.because}",
        place=score.gate.place,
    )
