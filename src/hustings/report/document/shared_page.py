"""The page that may be shared: that the campaign looked at itself, and a few things that it does.

Neither score nor band, no answer, no finding, no plan: each would tell an opponent where to look. Of what is in place
only what the pack marks as `shareable` is named, and of that a few, drawn by lot, so that what is not named says
nothing.
"""

from __future__ import annotations

from hashlib import sha256

from hustings.frozen_records import dataclass
from hustings.messages import listed, long_date, say
from hustings.pack.model import Item
from hustings.report.document.context import ReportContext, strength
from hustings.scoring.strengths import strengths

NAMED = 5
"""So many things are named; none where fewer are in place, because then what is missing could be told."""


@dataclass(frozen=True, slots=True)
class SharedPage:
    """The page, as sentences, and what the campaign does."""

    says: tuple[str, ...]
    practices: tuple[str, ...]


def shared_page(context: ReportContext) -> SharedPage:
    """What may be shared of a result."""
    pack = context.result.pack
    areas = listed(tuple(score.domain.title for score in context.result.domains))
    day, title = long_date(context.on), f"{pack.title} {pack.version}"
    return SharedPage(
        says=(
            say("{campaign} has looked at how ready it is for AI: {areas}.", campaign=context.campaign, areas=areas),
            say("That was on {day}. What it found, its score and its plan stay with the campaign.", day=day),
            say("The questions and how they are weighed are open to all: {pack}.", pack=title),
        ),
        practices=tuple(_practice(context, item) for item in _drawn(context)),
    )


def _practice(context: ReportContext, item: Item) -> str:
    text = strength(context, item)
    return text[:1].upper() + text[1:]


def _drawn(context: ReportContext) -> list[Item]:
    """Some of what is in place and may be named, by a lot that depends on all answers, in the order of their names."""
    marked = [item for item in strengths(context.result) if item.shareable]
    if len(marked) < NAMED:
        return []
    answered = repr(sorted((name, str(answer.value), answer.note) for name, answer in context.answers.items()))
    lot = sorted(marked, key=lambda item: sha256(f"{context.head} {answered} {item.question}".encode()).digest())
    return sorted(lot[:NAMED], key=lambda item: item.question)
