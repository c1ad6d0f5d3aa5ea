"""How a figure is written for machines."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

Json = dict[str, Any]


def figure(number: Fraction) -> Json:
    """One figure: exact as a fraction in lowest terms, and as a decimal with at most six places."""
    return {"exact": str(number), "decimal": round(float(number), 6)}
