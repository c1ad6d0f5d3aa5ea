"""How sure this is: gates, coverage, evidence, not-applicable answers, and how far the band depends on weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from hustings.answers.applicability import Applicability, standings
from hustings.answers.events import Answer, State
from hustings.messages import english, listed, say, several
from hustings.report.charts.decomposition import decomposition
from hustings.report.charts.evidence_bar import evidence_bar
from hustings.report.charts.other_judgements import OtherChoice, other_judgements
from hustings.report.document.context import NOTHING, ReportContext
from hustings.report.document.document_records import Certainty, Figure, InPlace
from hustings.report.document.domain_chapters import gate
from hustings.report.document.phrases import counted, points, share
from hustings.scoring.ledger.figures import claims_backed
from hustings.scoring.result import Result, truncated
from hustings.scoring.robustness.band_robustness import Robustness, robustness
from hustings.scoring.robustness.changed_judgements import JudgementChange, Subject
from hustings.scoring.robustness.robustness_sentences import robustness_said

HALF = Fraction(1, 2)
CHOICES: dict[Subject, str] = {
    "lambda": english("Weakest area counts {becomes}, not {was}"),
    "alpha": english("Worst exposure counts {becomes}, not {was}"),
    "t0": english("Basics asked for at {becomes}, not {was}"),
}


def certainty(context: ReportContext) -> Certainty:
    """The chapter “How sure this is”: gates, coverage and confidence, what was marked as not applicable."""
    result = context.result
    marked = tuple(_not_applicable(context))
    robust = context.robust or robustness(result)
    return Certainty(
        headline=_headline(result, robust),
        chart=decomposition(result),
        evidence=evidence_bar(*_evidence(context)),
        evidence_says=_evidence(context)[1],
        choices=None if result.provisional else other_judgements(result, tuple(_choices(result, robust))),
        gates_say=_gates_say(result),
        gates=tuple(gate(score) for score in result.gates if score.caps),
        met=tuple(score.gate.title for score in result.gates if score.status == "met"),
        figures=tuple(_figures(result)),
        not_applicable=marked,
        not_applicable_says=_leverage(result, len(marked)),
        robustness_says=robustness_said(result, robust),
    )


def _headline(result: Result, robust: Robustness) -> str:
    """How far the band depends on judgements, and how much of what is claimed is backed."""
    backed = share(result.confidence or NOTHING)
    if result.provisional:
        return say(
            "Too little is known for one number; {share} of what counts is answered.", share=share(result.coverage)
        )
    if not robust.flips:
        stays = say("{band} holds under each of {n} other choices", band=result.band.title, n=len(robust.changes))
    else:
        stays = say(
            "{band} holds under {same} of {n} other choices",
            band=result.band.title,
            same=len(robust.changes) - len(robust.flips),
            n=len(robust.changes),
        )
    if result.confidence is None:
        return f"{stays}."
    if not result.confidence:
        return say("{stays}, but nothing of what is claimed is backed by evidence.", stays=stays)
    if result.confidence < HALF:
        return say("{stays}, but only {backed} of what is claimed is backed by evidence.", stays=stays, backed=backed)
    return say("{stays}, and {backed} of what is claimed is backed by evidence.", stays=stays, backed=backed)


# --- evidence and judgements ---------------------------------------------------------------------------------


def _evidence(context: ReportContext) -> tuple[tuple[int, ...], str]:
    """How many safeguards were seen working, are in a document, were only said, need no proof, are not known."""
    counting = [one for one in context.items if one.item.kind == "control" and one.value is not None]
    known = [one for one in counting if not one.state.open]
    there = [one for one in known if one.value is not None and one.value.pt > 0]
    grades = Counter(min(one.answer.grade, 2) if one.answer is not None else 0 for one in there)
    parts = (grades[2], grades[1], grades[0], len(known) - len(there), len(counting) - len(known))
    names = (
        several(parts[0], "{n} seen working", "{n} seen working"),
        several(parts[1], "{n} in a document", "{n} in a document"),
        several(parts[2], "{n} said only", "{n} said only"),
        several(parts[3], "{n} not there, which needs no proof", "{n} not there, which needs no proof"),
        several(parts[4], "{n} not known", "{n} not known"),
    )
    named = listed(tuple(name for name, count in zip(names, parts, strict=True) if count))
    return parts, say("Of {n} safeguards: {parts}.", n=sum(parts), parts=named)


def _choices(result: Result, robust: Robustness) -> Iterator[OtherChoice]:
    """What was printed, then each parameter and each area moved, then what was shown alone."""
    yield OtherChoice(say("As printed"), result.index.pt, same=True)
    for change in robust.changes:
        if change.subject in CHOICES or (change.subject == "domain" and change.becomes > change.was):
            name = _choice(result, change)
            yield OtherChoice(name, change.index, same=change.band.id == result.band.id)
    if result.assured < result.index.pt:
        same = result.pack.rubric.band(result.assured).id == result.band.id
        yield OtherChoice(say("Only what was shown counts"), result.assured, same=same)


def _choice(result: Result, change: JudgementChange) -> str:
    if change.subject == "domain":
        title = next(one.title for one in result.pack.rubric.domains if one.id == change.name)
        return say("{area} counts double", area=title)
    return say(CHOICES[change.subject], becomes=share(change.becomes), was=share(change.was))


# --- gates ---------------------------------------------------------------------------------------------------


def _gates_say(result: Result) -> str:
    if not result.gates:
        return say("This pack has no deal-breakers.")
    words = (say("Deal-breakers are things that nothing else can make up for."), *_told(result))
    return " ".join(filter(None, words))


def _told(result: Result) -> Iterator[str]:
    """How many gates are not met, open and of no concern; “none” only if each was asked and is known."""
    count = Counter(score.status for score in result.gates)
    if not count["not_met"] + count["open"]:
        yield say("None of them stands in the way.")
    if count["not_met"]:
        yield counted(count["not_met"], "{n} of them is not met.", "{n} of them are not met.")
    if count["open"]:
        yield counted(
            count["open"],
            "{n} is open: nobody knows yet, or the room differs.",
            "{n} are open: nobody knows yet, or the room differs.",
        )
    if quiet := count["no_concern"]:
        yield counted(quiet, "{n} does not concern this campaign.", "{n} do not concern this campaign.")


def _figures(result: Result) -> Iterator[Figure]:
    low, point, high = (truncated(end) for end in (result.index.lo, result.index.pt, result.index.hi))
    if low != high:
        yield Figure(
            say("Interval"),
            say("{low} to {high}", low=low, high=high),
            say("from the worst to the best that open answers can turn out to be"),
        )
    if not result.provisional:
        yield Figure(say("Index as answered"), point, say("what is not known counts as missing"))
        yield Figure(say("Index before caps"), truncated(result.raw.pt), _capped(result))
    if result.split[1] > 0:
        yield Figure(say("Width from votes"), points(result.split[1]), say("where the group did not agree"))
    yield Figure(say("Answered"), share(result.coverage), say("of what counts, by weight"))
    yield Figure(say("Gone through"), share(result.completion), say("as before, with “don't know” taken as an answer"))
    if not result.provisional:
        yield Figure(
            say("Assured readiness"), truncated(result.assured), say("if only what was shown, not just said, counted")
        )
    backed = say("none yet") if result.confidence is None else share(result.confidence)
    yield Figure(say("Backed by evidence"), backed, claims_backed(result))


def _capped(result: Result) -> str:
    titles = tuple(f"“{score.gate.title}”" for score in result.gates if score.gate.id in result.capped_by)
    return (
        say("held down by {gates}", gates=listed(titles))
        if titles
        else say("no deal-breaker lowers the index as it stands")
    )


def _leverage(result: Result, count: int) -> str:
    if not count:
        return say("Nothing was marked as not applicable.")
    sentences = [
        counted(count, "{n} question was marked as not applicable.", "{n} questions were marked as not applicable."),
        say("That lifts the index by {points}.", points=points(result.na_leverage)),
    ]
    titles = tuple(domain.domain.title for domain in result.domains if domain.domain.id in result.na_flags)
    sentences += [say("It takes a large part out of {areas}.", areas=listed(titles))] if titles else []
    sentences += [say("Without it the band would be lower.")] if "band" in result.na_flags else []
    sentences += [say("Have someone else look at the reasons.")] if result.na_flags else []
    return " ".join(sentences)


def _not_applicable(context: ReportContext) -> Iterator[InPlace]:
    """Every question marked as not applicable, with its reason."""
    where = standings(context.result.pack, context.answers)
    for name, question in context.result.pack.questions.items():
        match context.answers.get(name):
            case Answer(state=State.NA, reason=reason) if where[name] is Applicability.APPLIES:
                yield InPlace(question.text, reason)
