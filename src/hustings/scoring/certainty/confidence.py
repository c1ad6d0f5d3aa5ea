"""How well claims are backed by evidence: claims backed, evidence confidence, assured readiness.

Evidence is about claims. An answer that nothing is in place needs no evidence, and raises no figure (method.md 1.2
"Evidence grades"; 1.5, 14; 1.6, 25; 1.8, 43 and 59).
"""

from __future__ import annotations

from fractions import Fraction

from hustings.pack.model import Domain, Item
from hustings.scoring.items import ItemSheet, Values
from hustings.scoring.readiness import as_scored, weighted_mean
from hustings.scoring.result import Bounds, ItemState


def claims(sheet: ItemSheet, values: Values, domain: Domain) -> tuple[Item, ...]:
    """The controls with a value above 0, as scored; disputed ones by their middle vote."""
    return tuple(item for item in domain.of_kind("control") if _claimed(sheet, values, item.question))


def _claimed(sheet: ItemSheet, values: Values, name: str) -> bool:
    said = sheet.states[name] in (ItemState.ANSWERED, ItemState.UNRESOLVED)
    return said and name in values and values[name].pt > 0


def confidence(sheet: ItemSheet, made: tuple[Item, ...]) -> Fraction | None:
    """EC_d, the evidence confidence of a domain, 0 to 1; None without claims."""
    kappa = sheet.pack.rubric.judgements.evidence_kappa
    shown = [kappa[_grade(sheet, item.question)] for item in made]
    return weighted_mean([item.weight for item in made], shown) if made else None


def backed(sheet: ItemSheet, values: Values, made: tuple[Item, ...]) -> int:
    """How many claims have evidence that supports their full value."""
    caps = sheet.pack.rubric.judgements.evidence_cap
    grades = [(_grade(sheet, item.question), values[item.question].pt) for item in made]
    return sum(grade >= 1 and caps[grade] >= claimed for grade, claimed in grades)


def _grade(sheet: ItemSheet, name: str) -> int:
    answer = sheet.answers.get(name)
    return answer.grade if answer is not None else 0


def assured(sheet: ItemSheet, values: Values) -> Fraction:
    """R_A: the index if every control counted only up to the cap of its evidence grade (ruling 14)."""
    capped = {name: _capped(sheet, name, value) for name, value in values.items()}
    return as_scored(sheet.pack, capped).index


def _capped(sheet: ItemSheet, name: str, value: Bounds) -> Bounds:
    if sheet.pack.items[name].kind == "exposure":
        return value
    cap = sheet.pack.rubric.judgements.evidence_cap[_grade(sheet, name)]
    if value.hi <= cap:
        return value
    return Bounds(min(value.lo, cap), min(value.pt, cap), min(value.hi, cap))
