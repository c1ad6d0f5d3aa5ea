"""The gaps that most campaigns have, and what most of them do not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

from hustings.cli.portfolio.printed_report.figures_in_words import FEW, hours, percent
from hustings.cli.portfolio.printed_report.spread_charts import share_picture
from hustings.messages import say, with_thousands
from hustings.pack.model import Action, Shared
from hustings.portfolio.figures.common_gaps import TEN, CommonGap, CommonUnknown
from hustings.portfolio.figures.overview import Overview
from hustings.report.charts.share_bars import ShareRow
from hustings.report.document.phrases import SEVERITY, brief
from hustings.report.formats.blocks import Block, Heading, Table, Text


def commonest(of: Overview) -> Iterator[Block]:
    """The ten commonest gaps: the share of campaigns, and the hours that would close them."""
    gaps = of.gaps[:TEN]
    if not gaps:
        yield Heading(say("No campaign is known to have a gap"), topic=say("The commonest gaps"), apart=True)
        return
    yield Heading(_headline(gaps[0]), topic=say("The commonest gaps"), apart=of.count > FEW)
    named = (f"{number}  {_title(of, gap)}" for number, gap in enumerate(gaps, start=1))
    bars = (ShareRow(name, gap.share, with_thousands(gap.campaigns)) for name, gap in zip(named, gaps, strict=True))
    yield share_picture(tuple(bars), say("campaigns"))
    heads = (
        "",
        say("What closes it"),
        say("Who"),
        say("At worst"),
        say("Grave in"),
        say("Time each"),
        say("In all"),
    )
    rows = tuple(_row(of, gap, number) for number, gap in enumerate(gaps, start=1))
    yield Table(heads, rows, (5, 45, 16, 10, 9, 10, 9), (4, 5, 6))
    yield Text(" ".join(_notes(of, gaps)), quiet=True)


def _notes(of: Overview, gaps: Sequence[CommonGap]) -> Iterator[str]:
    """What the hours come to, as they stand in the table, and what the columns mean."""
    total, shared = sum(ceil(gap.hours) for gap in gaps), sum(ceil(_shared_hours(of, gap)) for gap in gaps)
    yield say("Closed one by one, these take {hours}.", hours=hours(Fraction(total)))
    if shared < total:
        yield say(
            "Done once for all campaigns, or by all together, where the table says so, they take {hours}.",
            hours=hours(Fraction(shared)),
        )
    yield say(
        "What closes a gap is the pack's shortest action that raises the safeguard to what is asked for; its time "
        "holds what has to come before it and is not done. Grave: critical or high."
    )


def _shared_hours(of: Overview, gap: CommonGap) -> Fraction:
    """The hours that close a gap in all campaigns, where what can be shared is."""
    return gap.hours if gap.each is None or _shared(of, gap) == "each" else gap.each


def _shared(of: Overview, gap: CommonGap) -> Shared:
    action = of.titles.actions.get(gap.action)
    return "each" if action is None else action.shared


def _headline(gap: CommonGap) -> str:
    return say("The commonest gap is found in {share} of campaigns", share=percent(gap.share))


def _title(of: Overview, gap: CommonGap) -> str:
    return of.titles.gaps.get(gap.question) or of.titles.questions.get(gap.question, gap.question)


def _row(of: Overview, gap: CommonGap, number: int) -> tuple[str, ...]:
    action = of.titles.actions.get(gap.action)
    return (
        str(number),
        "–" if action is None else _with_sharing(action),
        "–" if action is None else of.titles.roles.get(action.owner, action.owner),
        say(SEVERITY[gap.severity]),
        with_thousands(gap.grave),
        "–" if gap.each is None else brief(gap.each),
        hours(gap.hours),
    )


def _with_sharing(action: Action) -> str:
    """What to do, and whether it is done for all campaigns at once."""
    match action.shared:
        case "once":
            return say("{action} (Once for all.)", action=action.title)
        case "together":
            return say("{action} (All together.)", action=action.title)
        case _:
            return action.title


def not_known(of: Overview) -> Iterator[Block]:
    """The ten questions that are open most often, and who may know."""
    unknowns = of.unknowns[:TEN]
    if not unknowns:
        yield Heading(say("Nothing that counts is open in any campaign"), topic=say("What is not known"))
        return
    text = say("The question that is open most often is open in {share} of campaigns", share=percent(unknowns[0].share))
    yield Heading(text, topic=say("What is not known"), apart=of.count > FEW)
    bars = (
        ShareRow(f"{number}  {_question(of, one)}", one.share, with_thousands(one.campaigns), dashed=True)
        for number, one in enumerate(unknowns, start=1)
    )
    yield share_picture(tuple(bars), say("campaigns"))
    heads = "", say("Who may know"), say("Area"), say("A deal-breaker is open too in")
    yield Table(
        heads, tuple(_asked(of, one, number) for number, one in enumerate(unknowns, start=1)), (5, 40, 25, 30), (3,)
    )


def _question(of: Overview, one: CommonUnknown) -> str:
    return of.titles.questions.get(one.question, one.question)


def _asked(of: Overview, one: CommonUnknown, number: int) -> tuple[str, ...]:
    role = of.titles.owners.get(one.question, "")
    area = of.titles.areas.get(of.titles.domains.get(one.question, ""), "–")
    return str(number), of.titles.roles.get(role, role) or "–", area, with_thousands(one.undecided)
