"""A result to a document: every sentence and figure of the report, in its place.

Pure: no clock, no files. A theme prints the document and computes nothing, so that two themes cannot disagree.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hustings.answers.local_texts import numbers_of
from hustings.messages import english, long_date, say
from hustings.report.document.appendix import answer_sections, cited, ledger_lines
from hustings.report.document.certainty import certainty
from hustings.report.document.context import ReportContext
from hustings.report.document.domain_chapters import domain_chapter
from hustings.report.document.method import limits, method, provenance
from hustings.report.document.page_one import summary
from hustings.report.document.phrases import shortened
from hustings.report.document.plan import todo
from hustings.report.document.records import Chapter, Cited, Document
from hustings.report.document.rules import rules
from hustings.report.document.uses import offers
from hustings.report.document.workshop.disagreements import workshop
from hustings.report.render.local_numbers import numbered
from hustings.scoring.plan.questions.next_question import Stake, stakes
from hustings.scoring.plan.steps import Plan
from hustings.scoring.result import Result
from hustings.scoring.robustness.band_robustness import Robustness
from hustings.scoring.workshop.disagreement import Disagreement

TITLE = english("AI readiness report")
LONG_NAME = 48
SAMPLE = english("Sample: an invented campaign")
CONFIDENTIAL = english("For the campaign and those it chooses. What this says about gaps would help an opponent.")


def compose_document(
    result: Result,
    plan: Plan,
    on: date,
    room: Disagreement | None = None,
    *,
    ranked: tuple[Stake, ...] | None = None,
    robust: Robustness | None = None,
    head: str = "",
    sample: bool = False,
) -> Document:
    """Everything the report prints, as ready text. `on` is the report's date; nothing reads a clock.

    The campaign's name and its dates are those of the result's answers. `room`: what its workshop came to, if there was
    one. `ranked`, `robust`: what is not known and how far the band depends on judgements, if that was reckoned before.
    `head`: that of the history in the case file. `sample`: the campaign is an invented one, and the report says so.
    """
    open_ = stakes(result) if ranked is None else ranked
    from_ = ReportContext(result, plan, on, room, open_, head, robust)
    name = from_.campaign
    page = Document(
        language=result.pack.language or "en",
        title=say(TITLE),
        campaign=name,
        running=shortened(name),
        long_name=len(name) > LONG_NAME,
        sample=say(SAMPLE) if sample else "",
        date=long_date(on),
        iso_date=on.isoformat(),
        cover_note=say(CONFIDENTIAL),
        contents=(),
        summary=summary(from_),
        domains=tuple(domain_chapter(from_, score) for score in result.domains),
        todo=todo(from_),
        offers=offers(from_),
        rules=rules(from_),
        certainty=certainty(from_),
        ledger=ledger_lines(from_),
        answers=answer_sections(from_),
        workshop=workshop(from_),
        sources=(),
        sources_say=say(
            "What this report names in brackets, and what the questions behind findings and open points rest on, with "
            "the day on which each was checked."
        ),
        method=method(from_),
        limits=limits(from_),
        provenance=provenance(from_),
    )
    sources = cited(from_, page)
    whole = replace(page, sources=sources, contents=_contents(from_, sources))
    write = numbers_of(result.pack, result.answers)
    return whole if write is str else numbered(whole, write)


def _contents(context: ReportContext, sources: tuple[Cited, ...]) -> tuple[Chapter, ...]:
    result, room = context.result, context.room
    return (
        Chapter("summary", say("On one page")),
        *(Chapter(f"domain-{score.domain.id}", score.domain.title) for score in result.domains),
        Chapter("todo", say("What to do, in order")),
        *((Chapter("offers", say("What AI can do for you")),) if result.pack.uses else ()),
        *((Chapter("rules", say("Rules that may apply")),) if result.pack.rules else ()),
        Chapter("certainty", say("How sure this is")),
        *((Chapter("disagreement", say("Where you disagreed")),) if room else ()),
        Chapter("ledger", say("How the number was made")),
        Chapter("answers", say("All answers")),
        *((Chapter("decisions", say("Decision log")),) if room else ()),
        *((Chapter("sources", say("Sources")),) if sources else ()),
        Chapter("method", say("Method and limits")),
    )
