"""What to find out first: where the result stands, and the few questions that move it, each with who may know it."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.cli.cases.opened_case import OpenedCase
from hustings.cli.invocation import next_command
from hustings.messages import say, several
from hustings.report.document.open_points import hangs, who_may_know
from hustings.scoring.plan.phrasing.what_if_sentences import standing
from hustings.scoring.plan.phrasing.wording import minutes
from hustings.scoring.plan.questions.next_question import Ranking, Stake
from hustings.scoring.plan.questions.stop_rule import StopRule, next_stakes, stop_said
from hustings.scoring.result import Result
from hustings.styled_text.rows import BLANK, Row, commands, ends, para


def next_rows(
    found: OpenedCase, name: str, ranked: Ranking, rule: StopRule, width: int, *, whole: bool
) -> Iterator[Row]:
    """Why asking may stop, and what to ask next; `whole`: everything that is not known, the most telling first."""
    campaign: Row = (("quiet", found.campaign or say("This campaign")),)
    yield ends((("title", say("What to find out first")),), [campaign], width)
    yield BLANK
    yield from _why(rule, found.score(), width)
    asked = ranked.stakes if whole else next_stakes(rule, ranked)
    for number, stake in enumerate(asked, start=1):
        yield from _one(found, number, stake, width)
    yield from _more(name, len(ranked.stakes) - len(asked), width, several_asked=bool(asked))


def _why(rule: StopRule, result: Result, width: int) -> Iterator[Row]:
    yield from para(say("Now: {standing}", standing=standing(result)), width, "strong")
    if rule.why is not None:
        yield from para(stop_said(rule), width)
    if rule.why is not None and rule.deciding:
        yield from para(say("What decides a deal-breaker is asked all the same:"), width)
    elif not rule.why:
        yield from para(say("These answers are most likely to settle the band:"), width)
    yield BLANK


def _one(found: OpenedCase, number: int, stake: Stake, width: int) -> Iterator[Row]:
    lead: Row = (("key", f"{number:>2}"), ("", "  "))
    yield from para(stake.point.question.text, width, "", lead)
    who = say("{owner}, {time}", owner=who_may_know(found.pack, stake), time=minutes(stake.point.question.minutes))
    yield from para(f"{who}. {hangs(stake)}".strip(), width, "quiet", (("", "    "),))


def _more(name: str, more: int, width: int, *, several_asked: bool) -> Iterator[Row]:
    if more:
        words = several(more, "{n} more thing is not known.", "{n} more things are not known.")
        yield from para(words, width, "quiet", (("ask", "?"), ("", " ")))
    parts = [(next_command("interview", name, "--adaptive"), say("asks them in this order"))]
    if more:
        parts.append(("--all", say("everything that is not known")))
    if several_asked or more:
        yield BLANK
        yield from commands(parts, width)
