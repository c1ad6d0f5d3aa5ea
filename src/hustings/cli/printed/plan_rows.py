"""The steps of a plan as a table: when, number, what, who and how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.messages import long_date, say, several
from hustings.pack.model import Pack
from hustings.scoring.plan.phrasing.plan_sentences import capacity, deadline, headline
from hustings.scoring.plan.phrasing.wording import brief_due, brief_hours, hours, owner, title
from hustings.scoring.plan.steps import Plan, Step
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import BLANK, UNBOUNDED, Row, Rows, ends, flowing, led, para, wide, wrapped_lines
from hustings.text import cells, question_itself

FEW = 8
"""Steps that are listed unless more are asked for."""
BESIDE = 72
"""From this width on, who and how long stand beside the step; below it in narrower ones."""
GAP = 2
MOST_OF_A_ROW = 0.4
"""The share of a row that owner and time may take before they go below the step."""


def plan_rows(pack: Pack, plan: Plan, campaign: str, width: int) -> Iterator[Row]:
    """The whole answer of `hustings plan`: what it asks for, its first steps, and what shows the rest."""
    yield ends((("title", campaign or say("This campaign")),), [(("quiet", _size(plan)),)] if plan.steps else [], width)
    yield BLANK
    yield from para(headline(plan), width, "strong")
    yield from para(f"{capacity(plan)} {deadline(plan)}".strip(), width, "quiet") if plan.outcome != "over" else ()
    steps = (*plan.steps, *plan.later)
    if steps:
        yield BLANK
        yield from step_rows(pack, plan, steps[:FEW], width)
        yield from more_rows(plan, steps[FEW:], width)
        yield BLANK
        yield from _commands(width, has_stops=bool(plan.of_kind("stop")))


def step_rows(pack: Pack, plan: Plan, steps: Sequence[Step], width: int) -> Rows:
    """Steps under their numbers. The time is printed once for steps in a row that are due together."""
    when = max((cells(brief_due(plan, step)) for step in steps), default=0) + GAP
    beside = _beside(pack, steps, width)
    rows, before = list[Row](), ""
    for step in steps:
        due = brief_due(plan, step)
        lead: Row = (
            ("strong", f"{'' if due == before else due:<{when}}"),
            ("quiet", f"{step.number:>2}"),
            ("", " " * GAP),
            *_mark(step),
        )
        rows += _one(lead, step, _who(pack, step), width, beside)
        before = due
    return tuple(rows)


def _mark(step: Step) -> Row:
    return (("error", "!"), ("", " ")) if step.kind == "stop" else ()


def _beside(pack: Pack, steps: Sequence[Step], width: int) -> int:
    """The width of the column of owners and times; 0 if they stand below the steps."""
    widest = max((cells(_who(pack, step)) for step in steps), default=0)
    return widest if width >= BESIDE and widest <= width * MOST_OF_A_ROW else 0


def _one(lead: Row, step: Step, who: str, width: int, beside: int) -> Iterator[Row]:
    role: Role = "ask" if step.kind == "find_out" else ""
    if width == UNBOUNDED:
        yield (*lead, (role, _brief(step)), ("quiet", f"  {who}"))
        return
    room = width - wide(lead) - (beside + GAP if beside else 0)
    first, *rest = led(wrapped_lines(_brief(step), room), role, lead, wide(lead))
    yield ends(first, [(("quiet", who),)], width) if beside else first
    yield from rest
    if not beside:
        yield from para(who, width, "quiet", (("", " " * wide(lead)),))


def _brief(step: Step) -> str:
    """What is to be done, in the few words that a column has room for."""
    if step.points:
        text = step.points[0].question.text
        return title(step).replace(text, question_itself(text))
    return f"{step.action.brief}." if step.action is not None and step.kind != "fallback" else title(step)


def _who(pack: Pack, step: Step) -> str:
    return f"{owner(pack, step)}, {_time(step)}"


def _time(step: Step) -> str:
    time = brief_hours(step.hours)
    return say("up to {hours}", hours=time) if step.check else time


def more_rows(plan: Plan, rest: Sequence[Step], width: int) -> Iterator[Row]:
    """How many steps are not listed, and when the last of them is done."""
    if not rest:
        return
    last = plan.date_of(max(step.finish for step in rest)) if all(step in plan.steps for step in rest) else None
    if last is None:
        yield from para(several(len(rest), "{n} more step", "{n} more steps"), width, "quiet")
    else:
        text = several(len(rest), "{n} more step, by {day}", "{n} more steps, the last by {day}", day=long_date(last))
        yield from para(text, width, "quiet")


def _size(plan: Plan) -> str:
    """How many steps and hours: 14 steps, 11 hours."""
    return several(len(plan.steps), "{n} step, {hours}", "{n} steps, {hours}", hours=hours(plan.hours))


def _commands(width: int, *, has_stops: bool) -> Rows:
    """What the mark means, and what shows more."""
    parts: list[Row] = [
        (("key", "--details"), ("quiet", f"  {say('dates, gains and reasons')}")),
        (("key", "--ics plan.ics"), ("quiet", f"  {say('for a calendar')}")),
    ]
    stop: Row = (("error", "!"), ("quiet", f" {say('must stop today')}"))
    return flowing([stop, *parts] if has_stops else parts, width)
