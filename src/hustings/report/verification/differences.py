"""Where two assessments as JSON differ, each difference by its place in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hustings.frozen_records import dataclass

NOT_RECOMPUTED = frozenset({"hustings", "head", "workshop", "progress"})
"""Not worked out from answers and pack: which program made it, the case file's history, who differed in the room,
what was before."""
LATER = frozenset({"plan.at_best"})
"""What reports of earlier versions do not carry."""
MISSING = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """One place, what the report says there, and what comes out; empty where there is nothing."""

    place: str
    there: str
    recomputed: str


def differences(there: Mapping[str, Any], recomputed: Mapping[str, Any]) -> Iterator[Difference]:
    """Every difference, in order of place."""
    for name in sorted((there.keys() | recomputed.keys()) - NOT_RECOMPUTED):
        yield from _differ(name, there.get(name, MISSING), recomputed.get(name, MISSING))


def _differ(place: str, one: Any, other: Any) -> Iterator[Difference]:
    match one, other:
        case ({"exact": _} as one, {"exact": _} as other) if one != other:
            yield Difference(place, _shown(one), _shown(other))
        case dict(), dict():
            for name in sorted(one.keys() | other.keys(), key=str):
                yield from _differ(f"{place}.{name}", one.get(name, MISSING), other.get(name, MISSING))
        case list(), list():
            for number in range(max(len(one), len(other))):
                inside = f"{place}[{_name(one, other, number)}]"
                yield from _differ(inside, *(part[number] if number < len(part) else MISSING for part in (one, other)))
        case _ if one is MISSING and place in LATER:
            return
        case _ if one is MISSING or other is MISSING or type(one) is not type(other) or one != other:
            yield Difference(place, _shown(one), _shown(other))


def _name(one: list[Any], other: list[Any], number: int) -> str:
    """What a part of a list is called: its question or id, else its number from 1."""
    part = (one if number < len(one) else other)[number]
    named = isinstance(part, dict) and (part.get("question") or part.get("id") or part.get("rule"))
    return named if isinstance(named, str) else str(number + 1)


def _shown(value: Any) -> str:
    if value is MISSING:
        return ""
    if isinstance(value, dict) and "decimal" in value:
        same = str(value["decimal"])
        return f"{same} ({value['exact']})" if "/" in str(value.get("exact")) else same
    return str(value)
