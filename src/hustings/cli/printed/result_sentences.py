"""A result in a sentence or two, as verbs say it."""

from __future__ import annotations

from fractions import Fraction

from hustings.messages import say
from hustings.scoring.ledger.index import percent
from hustings.scoring.result import Result, truncated


def headline(result: Result) -> str:
    """Index and band in one sentence; only the interval while too little is known."""
    low, high = truncated(result.index.lo), truncated(result.index.hi)
    if low == high:
        return say("{band}, {low} out of 100.", band=result.band.title, low=low)
    if result.certain:
        return say("{band}, between {low} and {high} out of 100.", band=result.band.title, low=low, high=high)
    bands = say("{low} to {high}", low=result.band_lo.title, high=result.band_hi.title)
    return say(
        "between {low} and {high} out of 100 ({bands}). What is not known decides.", low=low, high=high, bands=bands
    )


def domain_range(low: Fraction, high: Fraction) -> str:
    """The readiness of a domain in percent, as one figure if it is certain."""
    return percent(low) if low == high else say("{low} to {high}", low=percent(low), high=percent(high))


def shown_share(result: Result) -> str:
    """How much of what counts is known, and what stands beside the index: what is shown, and the cap."""
    known = say("Known: {share} of what counts.", share=percent(result.coverage))
    return f"{known} {_beside(result)}"


def _beside(result: Result) -> str:
    if result.provisional:
        return say("That is too little for one number.")
    text = say("Counting only what was shown: {assured} of 100.", assured=truncated(result.assured))
    if not result.capped_by:
        return text
    return f"{text} {say('Without the deal-breaker it would be {raw}.', raw=truncated(result.raw.pt))}"
