"""How sure this is: deal-breakers and caps, how much is known, how well it is shown, what N/A answers do."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.answers.events import Answer, State
from hustings.answers.standing import Standing, standings
from hustings.report.assessed import Assessed
from hustings.report.chapters import gate
from hustings.report.parts import Certainty, Figure, InPlace
from hustings.report.words import counted, listed, points, share
from hustings.scoring.result import Result, truncated


def certainty(on: Assessed) -> Certainty:
    result = on.result
    marked = tuple(_not_applicable(on))
    return Certainty(
        gates_say=_gates_say(result),
        gates=tuple(gate(score) for score in result.gates if score.caps),
        met=tuple(score.gate.title for score in result.gates if score.status == "pass"),
        figures=tuple(_figures(result)),
        not_applicable=marked,
        not_applicable_says=_leverage(result, len(marked)),
    )


def _gates_say(result: Result) -> str:
    quiet = sum(score.status == "inactive" for score in result.gates)
    rest = f" {counted(quiet, 'other does', 'others do')} not concern this campaign." if quiet else ""
    if not result.gates:
        return "This pack has no deal-breakers."
    failed = sum(score.caps for score in result.gates)
    if not failed:
        return f"Deal-breakers are things that nothing else can make up for. None of them stands in the way.{rest}"
    them = counted(failed, "of them stands", "of them stand")
    return f"Deal-breakers are things that nothing else can make up for. {them} in the way.{rest}"


def _figures(result: Result) -> Iterator[Figure]:
    low, point, high = (truncated(end) for end in (result.index.lo, result.index.pt, result.index.hi))
    if low != high:
        yield Figure("Interval", f"{low} to {high}", "from the worst to the best that open answers can turn out to be")
    if not result.provisional:
        yield Figure("Index as answered", point, "what is not known counts as missing")
        yield Figure("Index before caps", truncated(result.raw.pt), _capped(result))
    if result.split[1] > 0:
        yield Figure("Width from votes", points(result.split[1]), "where the group did not agree")
    yield Figure("Answered", share(result.coverage), "of what counts, by weight")
    yield Figure("Gone through", share(result.completion), "as before, with “don't know” taken as an answer")
    if not result.provisional:
        yield Figure("Assured readiness", truncated(result.assured), "if only what was shown, not just said, counted")
    if result.confidence is not None:
        yield Figure("Confidence", share(result.confidence), "how much of what was answered is backed by evidence")


def _capped(result: Result) -> str:
    titles = tuple(f"“{score.gate.title}”" for score in result.gates if score.gate.id in result.capped_by)
    return f"held down by {listed(titles)}" if titles else "no deal-breaker lowers the index as it stands"


def _leverage(result: Result, count: int) -> str:
    if not count:
        return "Nothing was marked as not applicable."
    what = counted(count, "question was", "questions were")
    lift = f"{what} marked as not applicable. That lifts the index by {points(result.na_leverage)}."
    titles = tuple(domain.domain.title for domain in result.domains if domain.domain.id in result.na_flags)
    area = f" It takes a large part out of {listed(titles)}." if titles else ""
    band = " Without it the band would be lower." if "band" in result.na_flags else ""
    look = " Have someone else look at the reasons." if result.na_flags else ""
    return f"{lift}{area}{band}{look}"


def _not_applicable(on: Assessed) -> Iterator[InPlace]:
    """Every question marked so, with its reason."""
    where = standings(on.result.pack, on.answers)
    for name, question in on.result.pack.questions.items():
        match on.answers.get(name):
            case Answer(state=State.NA, reason=reason) if where[name] is Standing.APPLIES:
                yield InPlace(question.text, reason)
