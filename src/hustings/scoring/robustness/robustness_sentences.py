"""How far the band depends on weights, in words: one place for every page that says it."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import english, say, several
from hustings.pack.model import Pack
from hustings.scoring.result import Result, truncated
from hustings.scoring.robustness.band_robustness import Robustness
from hustings.scoring.robustness.changed_judgements import JudgementChange

EXAMPLES = 2
"""So many changes that give another band are named; the others are counted."""
STAYS = {
    "robust": english("In {n} of 100 ways to weigh the parts otherwise, the band stays {band}: it is robust."),
    "fairly_robust": english(
        "In {n} of 100 ways to weigh the parts otherwise, the band stays {band}: it is fairly robust."
    ),
    "depends_on_weights": english(
        "In {n} of 100 ways to weigh the parts otherwise, the band stays {band}: it depends on the weights."
    ),
}


def robustness_said(result: Result, measured: Robustness) -> str:
    """The sentences about robustness; none while too little is known for a band."""
    return "" if result.provisional else " ".join(_sentences(result, measured))


def _sentences(result: Result, measured: Robustness) -> Iterator[str]:
    yield say("How much each part weighs is a judgement.")
    yield stays(result, measured)
    low, high = (f"{end:.1f}" for end in (measured.drawn.weights.low, measured.drawn.weights.high))
    if low != high:
        yield say("Nine in ten of them give an index between {low} and {high}.", low=low, high=high)
    if measured.drawn.with_lambda.share != measured.share:
        yield _with_lambda(measured)
    yield _flips(result, measured)


def stays(result: Result, measured: Robustness) -> str:
    """In how many ways to weigh the band stays."""
    spread, band = measured.drawn.weights, result.band.title
    if spread.same == spread.draws:
        return say(
            "In every one of {n} ways to weigh the parts otherwise, the band stays {band}.", n=spread.draws, band=band
        )
    return say(STAYS[measured.word], n=truncated(measured.share * 100, 0), band=band)


def _with_lambda(measured: Robustness) -> str:
    share = measured.drawn.with_lambda.share
    return say(
        "If the weight of the weakest area varies as well, it stays so in {n} of 100.", n=truncated(share * 100, 0)
    )


def _flips(result: Result, measured: Robustness) -> str:
    if not measured.flips:
        return say("No single change of a weight or a value gives another band.")
    examples = "; ".join(change_said(result.pack, change) for change in measured.flips[:EXAMPLES])
    return several(
        len(measured.flips),
        "{n} of {tried} single changes gives another band: {examples}.",
        "{n} of {tried} single changes give another band, such as {examples}.",
        tried=len(measured.changes),
        examples=examples,
    )


def change_said(pack: Pack, change: JudgementChange) -> str:
    """One change with the index and band that follow, as part of a list."""
    follows = {"index": truncated(change.index), "band": change.band.title}
    match change.subject:
        case "domain" | "control" | "exposure":
            half = change.becomes < change.was
            name = _title(pack, change)
            return (
                say("“{name}” at half its weight ({index}, {band})", name=name, **follows)
                if half
                else say("“{name}” at twice its weight ({index}, {band})", name=name, **follows)
            )
        case _:
            was, becomes = (f"{float(number):.2g}" for number in (change.was, change.becomes))
            name = say(PARAMETERS[change.subject])
            return say(
                "{name} at {becomes}, not {was} ({index}, {band})", name=name, becomes=becomes, was=was, **follows
            )


PARAMETERS = {
    "alpha": english("the share of the worst exposure"),
    "t0": english("what is asked without any exposure"),
    "lambda": english("the share of the weakest area"),
    "ladder": english("a step of the scale"),
}


def _title(pack: Pack, change: JudgementChange) -> str:
    if change.subject == "domain":
        return next(domain.title for domain in pack.rubric.domains if domain.id == change.name)
    return pack.questions[change.name].text
