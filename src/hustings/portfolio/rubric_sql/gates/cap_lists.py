"""The least cap of the gates that fail, looked up at once: a bit for each cap says whether such a gate fails.

So that a figure is held against one number, and not against the cap of each gate.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hustings.pack.model import Gate
from hustings.portfolio.rubric_sql.gates.gate_clauses import Judged
from hustings.portfolio.rubric_sql.gates.gate_columns import GateColumns
from hustings.portfolio.rubric_sql.gates.gate_logic import WORDS
from hustings.portfolio.rubric_sql.query_parts.bits import any_bits, bits_from, listed, one_listed
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr, real, total, whole

MOST_CAPS = 4
"""Of more caps not every set is listed."""


def listed_caps(gates: GateColumns, of: str, those: Sequence[Gate], most: Fraction) -> dict[Judged, Expr] | None:
    """The cap at worst and at best; `most` where no gate fails. None if it cannot be looked up.

    `of`: the column's name begins with it.
    """
    caps = sorted({gate.cap for gate in those}, reverse=True)
    if not caps or len(caps) > MOST_CAPS or any(gate.id not in gates.listed for gate in those):
        return None
    size = len(caps)
    failing = any_bits([_bits(gates, gate, 1 << caps.index(gate.cap), size) for gate in those])
    note = ", ".join(f"{1 << bit} cap {float(cap):g}" for bit, cap in enumerate(caps))
    column = gates.columns.define(
        f"{of}__caps", failing, f"gates that fail at worst: {note}; at best times {1 << size}"
    )
    least = [real(most if not some else caps[some.bit_length() - 1]) for some in range(1 << size)]
    places: dict[Judged, Expr] = {"lo": bits_from(column, 0, (1 << size) - 1), "hi": bits_from(column, size)}
    return {judged: one_listed(total([place, whole(1)]), least) for judged, place in places.items()}


def _bits(gates: GateColumns, gate: Gate, bit: int, size: int) -> Expr:
    """By the outcome of a gate: its bit at worst where it fails, and at best."""
    at_best = bit + (bit << size)
    by_word = {"no_concern": 0, "met": 0, "not_met": at_best, "open": bit}
    return listed(gates.outcome[gate.id], [by_word[word] for word in WORDS])
