"""The verdict in words: the sentence after the campaign's name, what the band says, and what qualifies it."""

from __future__ import annotations

from hustings.answers.flow import may_come
from hustings.messages import listed, say
from hustings.pack.editions import edition_of
from hustings.report.document.phrases import counted, points, share
from hustings.scoring.completeness import all_in_place
from hustings.scoring.result import GateScore, Result, truncated, whole


def verdict(result: Result) -> str:
    """The sentence after the campaign's name."""
    low, high = whole(result.index.lo, result.index.hi)
    exact, index = low == high, truncated(result.index.pt)
    if result.provisional and exact:
        return say("stands at {index} out of 100.", index=index)
    if result.provisional:
        return say("stands between {low} and {high} out of 100.", low=low, high=high)
    if exact:
        return say("is {bands}: {index} out of 100.", bands=_bands(result), index=index)
    return say("is {bands}: between {low} and {high} out of 100.", bands=_bands(result), low=low, high=high)


def _bands(result: Result) -> str:
    if result.certain:
        return result.band.title
    if result.band.id == result.band_lo.id:
        return say("{band}, and may be {other}", band=result.band.title, other=result.band_hi.title)
    others = [band.title for band in (result.band_lo, result.band_hi) if band.id != result.band.id]
    if len(others) == 1:
        return say("{band}, but may be {other}", band=result.band.title, other=others[0])
    return say("{band}, but may be {one} or {other}", band=result.band.title, one=others[0], other=others[1])


def notes(result: Result, *, assured_shown: bool = False) -> list[str]:
    """Sentences that qualify it. `assured_shown`: the chart says what was shown of it."""
    sentences = [_provisional(result)] if result.provisional else []
    caps = [gate for gate in result.gates if gate.gate.id in result.capped_by]
    if not result.provisional:
        sentences += [_caps(caps, result)] if caps else []
        sentences += [_assured(result)] if result.assured < result.index.pt and not assured_shown else []
    coming = {question.id for question in may_come(result.pack, result.answers)}
    open_ = (score.question for d in result.domains for score in d.items if score.state.open)
    unasked = sum(not question.asked and question.id not in coming for question in open_)
    if unasked:
        sentences.append(_not_asked(result, unasked))
    if result.na_flags:
        lift = points(result.na_leverage)
        sentences.append(say("Answers marked as not applicable lift it by {lift}; have someone else look.", lift=lift))
    return sentences


def _not_asked(result: Result, unasked: int) -> str:
    """A sentence on what a smaller edition does not ask."""
    edition = edition_of(result.pack, result.pack.edition)
    return counted(
        unasked,
        "{n} thing that counts is not asked in the edition “{title}”; a longer one narrows the result.",
        "{n} things that count are not asked in the edition “{title}”; a longer one narrows the result.",
        title=edition.title if edition is not None else "",
    )


def _assured(result: Result) -> str:
    """The second figure of the headline (method.md 1.2): the index from what evidence supports."""
    shown, band = truncated(result.assured, 0), result.pack.rubric.band(result.assured).title
    return say("Counting only what somebody has shown, it is {shown} ({band}).", shown=shown, band=band)


def _provisional(result: Result) -> str:
    least, least_domain = result.pack.rubric.judgements.provisional
    if not result.coverage:
        return say("Nothing that counts is answered yet, so every outcome is still possible.")
    if result.coverage < least:
        known = share(result.coverage)
        return say(
            "Too early for one number: {known} of what counts is answered; {least} is needed.",
            known=known,
            least=share(least),
        )
    thin = listed(tuple(d.domain.title for d in result.domains if d.coverage is not None and d.coverage < least_domain))
    return say(
        "Too early for one number: less than {least_domain} is answered in {thin}.",
        least_domain=share(least_domain),
        thin=thin,
    )


def _still_unknown(score: GateScore) -> str:
    return f" ({say('open')})" if score.status == "open" else ""


def _caps(gates: list[GateScore], result: Result) -> str:
    """The gates that cap the index, open ones included."""
    cap = truncated(min(gate.gate.cap for gate in gates)).removesuffix(".0")
    named = listed(tuple(f"“{g.gate.title}”{_still_unknown(g)}" for g in gates))
    raw = truncated(result.raw.pt)
    held = counted(
        len(gates),
        "{n} deal-breaker holds the index at {cap} or below: {named}.",
        "{n} deal-breakers hold the index at {cap} or below: {named}.",
        cap=cap,
        named=named,
    )
    return f"{held} {say('Without the cap it would be {raw}.', raw=raw)}"


def band_says(result: Result) -> str:
    """The pack's text for the band.

    That of the best band says that everything is in place, so it is shown only if true.
    """
    best = result.pack.rubric.bands[-1]
    return "" if result.provisional or (result.band.id == best.id and not all_in_place(result)) else result.band.says
