"""The method in one page, and the limits of the report. The numbers come from the rubric."""

from __future__ import annotations

from collections.abc import Iterator

from hustings import __version__
from hustings.messages import listed, long_date, say
from hustings.pack.editions import edition_of
from hustings.report.document.context import ReportContext
from hustings.report.document.document_records import Figure, Paragraph
from hustings.report.document.phrases import share
from hustings.scoring.ledger.index import figure
from hustings.scoring.result import truncated
from hustings.text import one_line


def method(context: ReportContext) -> tuple[Paragraph, ...]:
    """How the index is worked out, with the parameters of the rubric."""
    rubric = context.result.pack.rubric
    t0, alpha, blend = rubric.t0.value, rubric.alpha.value, rubric.lambda_.value
    bands = listed(
        tuple(
            say("{band} from {start}", band=band.title, start=truncated(band.start).removesuffix(".0"))
            for band in rubric.bands
        )
    )
    least, least_domain = rubric.judgements.provisional
    return (
        Paragraph(
            say("What is asked of you depends on you."),
            say(
                "Some answers say how exposed the campaign is. The more exposed an area is, the more must be "
                "in place: {t0} for everyone, all of it for the most exposed. Exposure is {average} of the "
                "average and {worst} of the strongest single driver.",
                t0=share(t0),
                average=figure(1 - alpha),
                worst=figure(alpha),
            ),
        ),
        Paragraph(
            say("What is in place is measured on the same scale."),
            say(
                "Each safeguard has a weight and a value from 0 (not in place) to 1 (in place and checked). Their "
                "weighted average is what is in place. Divided by what is asked for, at most 100 %, it is the area's "
                "readiness."
            ),
        ),
        Paragraph(
            say("The index is the average, pulled towards the weakest area."),
            say(
                "{average} is the weighted average of the areas, {weakest} the weakest one alone. Bands: {bands}.",
                average=share(1 - blend),
                weakest=share(blend),
                bands=bands,
            ),
        ),
        Paragraph(
            say("Deal-breakers cap it."),
            say(
                "A few things cannot be made up for by others. While one of them is missing, the index or its area "
                "stays under a ceiling. The report shows the index before and after."
            ),
        ),
        Paragraph(
            say("Not knowing never helps."),
            say(
                "“We don't know” and open questions count as the worst, and the interval shows what they could "
                "turn into. With less than {least} answered, or less than {least_domain} in an area, only the "
                "interval is shown. Only “does not apply”, with a reason, takes a question out.",
                least=share(least),
                least_domain=share(least_domain),
            ),
        ),
        Paragraph(
            say("Evidence is a second number."),
            say(
                "What was said counts in the index. Assured readiness counts only what somebody saw: nothing shown "
                "carries a little, a document more, records or a demonstration all of it."
            ),
        ),
        Paragraph(
            say("Steps are ordered by what they mend."),
            say(
                "Deal-breakers first, then the gravest findings, then what gains most for its hours. A step's gain "
                "alone is what the index would rise by if only that step, and what it needs, were done; its gain in "
                "the plan is what the plan would lose without it, the lifting of a deal-breaker included. Gains do "
                "not add up."
            ),
        ),
        Paragraph(
            say("Numbers are exact and cut, never rounded."),
            say(
                "They are reckoned as fractions. A printed figure is cut after one decimal, so that no number "
                "looks like the next band before it is."
            ),
        ),
    )


def limits(context: ReportContext) -> tuple[Paragraph, ...]:
    """The limits of the index."""
    legal = context.result.pack.questionnaire.legal or say(
        "This is not legal advice. Where a law is named, ask counsel."
    )
    return (
        Paragraph(
            say("100 is not “no risk”."),
            say("It means that what the rubric asks at this exposure is in place. Fakes and leaks can still happen."),
        ),
        Paragraph(
            say("It is a structured judgement, not a measurement."),
            say(
                "Weights, values and ceilings are opinions with reasons, written in the rubric. They have not been "
                "validated against outcomes: nobody has shown that campaigns with a higher index suffer less."
            ),
        ),
        Paragraph(
            say("It rests on what people said."),
            say(
                "Unless evidence is noted beside an answer, nobody checked it. The picture is that of the report's "
                "date."
            ),
        ),
        Paragraph(say("Severity is not a probability."), say("It says what to look at first, not how likely harm is.")),
        Paragraph(
            say("Compare with care."),
            say("Two results compare only with the same version of the pack and the same questions asked."),
        ),
        Paragraph(say("Law."), legal),
    )


def provenance(context: ReportContext) -> tuple[Figure, ...]:
    """Which pack, version and case file the report was made from."""
    return tuple(_provenance(context))


def _provenance(context: ReportContext) -> Iterator[Figure]:
    pack = context.result.pack
    yield Figure(say("Questions and rubric"), f"{pack.title} ({pack.id} {pack.version})", _as_of(pack.as_of))
    edition = edition_of(pack, pack.edition)
    if edition is not None:
        yield Figure(say("Edition"), edition.title, edition.about)
    yield Figure(say("Digest of the pack"), pack.digest, say("SHA-256; the same files give the same digest"))
    if context.head:
        yield Figure(
            say("Head of the case file"), context.head, say("`hustings verify` says whether a case file fits it")
        )
    if context.closed is not None:
        day, who = long_date(context.closed.at.date()), one_line(context.closed.by)
        by = say("by {who}; nothing was added since", who=who) if who else say("nothing was added since")
        yield Figure(say("Closed"), day, by)
    yield Figure("Hustings", __version__, say("made on this machine; nothing was sent anywhere"))
    yield Figure(say("Report date"), long_date(context.on), "")


def _as_of(day: str) -> str:
    return say("facts as of {day}", day=day) if day else ""
