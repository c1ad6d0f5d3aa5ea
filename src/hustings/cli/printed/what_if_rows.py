"""A what-if on a terminal: what is taken to be so, index and band before and after, deal-breakers, and the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.messages import say, several
from hustings.scoring.plan.phrasing.what_if_sentences import (
    change_line,
    gate_line,
    plan_size,
    standing,
    together_lines,
)
from hustings.scoring.plan.phrasing.wording import line
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.plan.what_if import WhatIf
from hustings.scoring.result import Result
from hustings.styled_text.bars import Strip, strip_rows
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import BLANK, Row, commands, para
from hustings.text import cells

FEW = 5
"""Steps that come and go which are listed unless all are asked for."""
STRIP, WIDEST_RANGE = 60, 40


def what_if_rows(what_if: WhatIf, width: int, *, whole: bool) -> Iterator[Row]:
    """All of it. `whole`: every step by which the plans differ."""
    yield from para(say("If it were so:"), width, "title")
    for change in what_if.changes:
        yield from para(change_line(what_if, change), width, "", (("", "  "),))
    yield BLANK
    yield from _results(what_if, width)
    for words in together_lines(what_if):
        yield from para(words, width, "strong")
    for gate in what_if.gates:
        good = gate.after.status in ("met", "no_concern")
        sign: Row = (("tick" if good else "error", "✓" if good else "✕"), ("", " "))
        yield from para(gate_line(gate), width, "", sign)
    yield BLANK
    yield from _plans(what_if, width, whole=whole)
    yield BLANK
    yield from para(say("Nothing is saved: the case stays as it is."), width, "quiet")


def _results(what_if: WhatIf, width: int) -> Iterator[Row]:
    """Before and after under each other, each with its range on the line of bands."""
    both = ((say("Before"), what_if.before), (say("After"), what_if.after))
    room = max(cells(label) for label, _ in both) + 2
    for label, result in both:
        lead: Row = (("strong", label), ("", " " * (room - cells(label))))
        yield from para(standing(result), width, "strong" if result is what_if.after else "", lead)
        yield from (((("", " " * room)), *row) for row in _strip(result, width - room))


def _strip(result: Result, width: int) -> Sequence[Row]:
    if width < STRIP // 2 or result.provisional or result.index.hi - result.index.lo > WIDEST_RANGE:
        return ()
    bands = tuple((band.title, band.start) for band in result.pack.rubric.bands)
    return strip_rows(Strip(result.index.lo, result.index.hi, bands), min(width, STRIP))


def _plans(what_if: WhatIf, width: int, *, whole: bool) -> Iterator[Row]:
    yield from para(say("Plan before: {plan}", plan=plan_size(what_if.plan_before)), width)
    yield from para(say("Plan after: {plan}", plan=plan_size(what_if.plan_after)), width)
    gone = (say("No longer in it:"), what_if.removed, what_if.before, what_if.plan_before)
    new = (say("New in it:"), what_if.added, what_if.after, what_if.plan_after)
    for title, steps, result, plan in (gone, new):
        yield from _steps(title, steps, result, plan, width, whole=whole)
    if not whole and max(len(what_if.removed), len(what_if.added)) > FEW:
        yield BLANK
        yield from commands([("--all", say("every step"))], width)


def _steps(title: str, steps: Sequence[Step], result: Result, plan: Plan, width: int, *, whole: bool) -> Iterator[Row]:
    if not steps:
        return
    yield from para(title, width, "strong")
    role: Role = "quiet" if title == say("No longer in it:") else ""
    for step in steps if whole else steps[:FEW]:
        yield from para(line(result.pack, plan, step), width, role, (("", "  "),))
    if not whole and (more := len(steps) - FEW) > 0:
        yield from para(several(more, "{n} more", "{n} more"), width, "quiet", (("", "  "),))
