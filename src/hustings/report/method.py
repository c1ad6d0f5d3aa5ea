"""The method in one page, and what this report is not. Plain words; the numbers come from the rubric."""

from __future__ import annotations

from collections.abc import Iterator

from hustings import __version__
from hustings.report.assessed import Assessed
from hustings.report.parts import Figure, Paragraph
from hustings.report.words import listed, long_date, share
from hustings.scoring.ledger import figure
from hustings.scoring.result import truncated


def method(on: Assessed) -> tuple[Paragraph, ...]:
    rubric = on.result.pack.rubric
    t0, alpha, blend = rubric.t0.value, rubric.alpha.value, rubric.lambda_.value
    bands = listed(tuple(f"{band.title} from {truncated(band.start).removesuffix('.0')}" for band in rubric.bands))
    least, least_domain = rubric.judgements.provisional
    return (
        Paragraph(
            "What is asked of you depends on you.",
            f"Some answers say how exposed the campaign is. The more exposed an area is, the more must be in place: "
            f"{share(t0)} for everyone, all of it for the most exposed. Exposure is {figure(1 - alpha)} of the average "
            f"and {figure(alpha)} of the strongest single driver.",
        ),
        Paragraph(
            "What is in place is measured on the same scale.",
            "Each safeguard has a weight and a value from 0 (not in place) to 1 (in place and checked). Their weighted "
            "average is what is in place. Divided by what is asked for, at most 100 %, it is the area's readiness.",
        ),
        Paragraph(
            "The index is the average, pulled towards the weakest area.",
            f"{share(1 - blend)} is the weighted average of the areas, {share(blend)} the weakest one alone. "
            f"Bands: {bands}.",
        ),
        Paragraph(
            "Deal-breakers cap it.",
            "A few things cannot be made up for by others. While one of them is missing, the index or its area stays "
            "under a ceiling. The report shows the index before and after.",
        ),
        Paragraph(
            "Not knowing never helps.",
            f"“We don't know” and open questions count as the worst, and the interval shows what they could turn into. "
            f"With less than {share(least)} answered, or less than {share(least_domain)} in an area, only the interval "
            f"is shown. Only “does not apply”, with a reason, takes a question out.",
        ),
        Paragraph(
            "Evidence is a second number.",
            "What was said counts in the index. Assured readiness counts only what somebody saw: nothing shown carries "
            "a little, a document more, records or a demonstration all of it.",
        ),
        Paragraph(
            "Steps are ordered by what they mend.",
            "Deal-breakers first, then the gravest findings, then what gains most for its hours. A step's gain is what "
            "the index would rise by if only that step, and what it needs, were done; gains do not add up.",
        ),
        Paragraph(
            "Numbers are exact and cut, never rounded.",
            "They are reckoned as fractions. A printed figure is cut after one decimal, so that no number "
            "looks like the next band before it is.",
        ),
    )


def limits(on: Assessed) -> tuple[Paragraph, ...]:
    legal = on.result.pack.questionnaire.legal or "This is not legal advice. Where a law is named, ask counsel."
    return (
        Paragraph(
            "100 is not “no risk”.",
            "It means that what the rubric asks at this exposure is in place. Fakes and leaks can still happen.",
        ),
        Paragraph(
            "It is a structured judgement, not a measurement.",
            "Weights, values and ceilings are opinions with reasons, written in the rubric. They have not been "
            "validated against outcomes: nobody has shown that campaigns with a higher index suffer less.",
        ),
        Paragraph(
            "It rests on what people said.",
            "Unless evidence is noted beside an answer, nobody checked it. The picture is that of the report's date.",
        ),
        Paragraph("Severity is not a probability.", "It says what to look at first, not how likely harm is."),
        Paragraph(
            "Compare with care.",
            "Two results compare only with the same version of the pack and the same questions asked.",
        ),
        Paragraph("Law.", legal),
    )


def provenance(on: Assessed) -> tuple[Figure, ...]:
    return tuple(_provenance(on))


def _provenance(on: Assessed) -> Iterator[Figure]:
    pack = on.result.pack
    yield Figure("Questions and rubric", f"{pack.title} ({pack.id} {pack.version})", _as_of(pack.as_of))
    yield Figure("Digest of the pack", pack.digest, "SHA-256; the same files give the same digest")
    yield Figure("Hustings", __version__, "made on this machine; nothing was sent anywhere")
    yield Figure("Report date", long_date(on.on), "")


def _as_of(day: str) -> str:
    return f"facts as of {day}" if day else ""
