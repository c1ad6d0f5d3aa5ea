"""A result to a document: every sentence and figure of the report, in its place.

Pure: no clock, no files. A theme prints the document and computes nothing, so that two themes cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from hustings import __version__
from hustings.answers.events import Event
from hustings.answers.local_texts import numbers_of
from hustings.messages import english, listed, long_date, say, several
from hustings.pack.model import Pack
from hustings.report.document.appendix import answer_sections, answers_headline, cited, ledger_lines, sources_headline
from hustings.report.document.candidate_page import candidate_page
from hustings.report.document.certainty import certainty
from hustings.report.document.context import ReportContext
from hustings.report.document.document_records import Chapter, Cited, Document, Reading
from hustings.report.document.domain_chapters import domain_chapter
from hustings.report.document.ledger.index_by_hand import reckoning
from hustings.report.document.method import limits, method, provenance
from hustings.report.document.page_one.one_minute_page import summary
from hustings.report.document.phrases import shortened
from hustings.report.document.plan.plan_chapter import todo
from hustings.report.document.plan.plan_records import Todo
from hustings.report.document.progress import progress
from hustings.report.document.rules import rules
from hustings.report.document.shared_page import shared_page
from hustings.report.document.uses import offers
from hustings.report.document.workshop.disagreements import workshop
from hustings.report.render.local_numbers import numbered
from hustings.scoring.plan.questions.next_question import Stake, stakes
from hustings.scoring.plan.steps import Plan
from hustings.scoring.progress.comparison import Comparison
from hustings.scoring.result import Result
from hustings.scoring.robustness.band_robustness import Robustness
from hustings.scoring.workshop.disagreement import Disagreement

TITLE = english("AI readiness report")
LONG_NAME = 48
SAMPLE = english("Sample: an invented campaign")
CLASSED = english("For the campaign and those it chooses")
CONFIDENTIAL = english(
    "What this says about gaps would help an opponent. Do not forward it, and do not put it into an AI tool."
)


def compose_document(
    result: Result,
    plan: Plan,
    on: date,
    room: Disagreement | None = None,
    *,
    ranked: tuple[Stake, ...] | None = None,
    robust: Robustness | None = None,
    head: str = "",
    closed: Event | None = None,
    compared: Sequence[Comparison] = (),
    sample: bool = False,
) -> Document:
    """Everything the report prints, as ready text. `on` is the report's date; nothing reads a clock.

    The campaign's name and its dates are those of the result's answers. `room`: what its workshop came to, if there was
    one. `ranked`, `robust`: what is not known and how far the band depends on judgements, if that was computed before.
    `head`: that of the history in the case file; `closed`: the event that closed it. `compared`: each assessment with
    the one before it, the latest last. `sample`: the campaign is an invented one, and the report says so.
    """
    open_ = stakes(result) if ranked is None else ranked
    from_ = ReportContext(result, plan, on, room, open_, head, robust, closed)
    name = from_.campaign
    answers = answer_sections(from_)
    page = Document(
        language=result.pack.language or "en",
        title=say(TITLE),
        campaign=name,
        running=shortened(name),
        long_name=len(name) > LONG_NAME,
        sample=say(SAMPLE) if sample else "",
        date=long_date(on),
        days_left=_days_left(from_),
        iso_date=on.isoformat(),
        classed=say(CLASSED),
        cover_note=say(CONFIDENTIAL),
        made_with=_made_with(result),
        contents=(),
        summary=summary(from_),
        domains=tuple(domain_chapter(from_, score) for score in result.domains),
        todo=todo(from_),
        offers=offers(from_),
        rules=rules(from_),
        certainty=certainty(from_),
        reckoning=reckoning(from_),
        ledger=ledger_lines(from_),
        answers=answers,
        answers_headline=answers_headline(from_, answers),
        workshop=workshop(from_),
        sources=(),
        sources_headline="",
        sources_say=say(
            "Named in brackets above, with the day that each is true of; verified where nothing else is said."
        ),
        method=method(from_),
        limits=limits(from_),
        provenance=provenance(from_),
        candidate=candidate_page(from_),
        shared=shared_page(from_),
        progress=progress(compared),
    )
    sources = cited(from_, page)
    over = sources_headline(from_, sources)
    whole = replace(page, sources=sources, sources_headline=over, contents=_contents(from_, page, sources))
    write = numbers_of(result.pack, result.answers)
    return whole if write is str else numbered(whole, write)


def _days_left(context: ReportContext) -> str:
    """How far the first ballots are; empty once they are out, and without a date."""
    ballots = context.first_ballots
    if ballots is None or ballots < context.on or context.plan.until == "over":
        return ""
    left = (ballots - context.on).days
    return several(left, "{n} day before the first ballots", "{n} days before the first ballots")


def _made_with(result: Result) -> str:
    pack = result.pack
    facts = f" {say('Facts as of {day}.', day=pack.as_of)}" if pack.as_of else ""
    made = say("Made with Hustings {version} and the pack {pack}.", version=__version__, pack=_named(pack))
    return f"{made}{facts} {say('Not legal advice.')}"


def _named(pack: Pack) -> str:
    return f"{pack.title} {pack.version}"


# --- the contents --------------------------------------------------------------------------------------------


def _contents(context: ReportContext, page: Document, sources: tuple[Cited, ...]) -> tuple[Reading, ...]:
    """The chapters by the time that a reader has."""
    handed = tuple(_to_hand_out(page.todo))
    return (
        Reading(say("One minute"), (Chapter("summary", say("Where you stand, what to stop, what to do first")),)),
        Reading(say("Ten minutes"), tuple(_ten_minutes(context, page))),
        Reading(say("An hour"), tuple(_an_hour(context, sources))),
        *((Reading(say("To hand out"), handed),) if handed else ()),
    )


def _ten_minutes(context: ReportContext, page: Document) -> Iterator[Chapter]:
    result = context.result
    if page.progress is not None:
        yield Chapter("progress", say("Progress since last time"))
    yield Chapter("todo", say("The plan in time"))
    areas = [score.domain for score in result.domains]
    if areas:
        names = listed(tuple(area.title for area in areas))
        yield Chapter(f"domain-{areas[0].id}", say("The areas: {names}", names=names))
    if result.pack.uses:
        yield Chapter("offers", say("What AI can do for you"))
    if result.pack.rules:
        yield Chapter("rules", say("Rules that may apply"))


def _an_hour(context: ReportContext, sources: tuple[Cited, ...]) -> Iterator[Chapter]:
    room = context.room
    yield Chapter("certainty", say("How sure this is"))
    if room:
        yield Chapter("disagreement", say("Where you disagreed"))
    yield Chapter("ledger", say("How the number was made"))
    yield Chapter("answers", say("All answers"))
    if room:
        yield Chapter("decisions", say("Decision log"))
    yield Chapter("method", say("Method and limits"))
    if any(source.named for source in sources):
        yield Chapter("sources", say("Sources"))


def _to_hand_out(plan: Todo) -> Iterator[Chapter]:
    """What is handed out: the steps of each owner, and what comes after the election."""
    if plan.lists:
        yield Chapter("candidate", say("For the candidate, one page"))
        yield Chapter("owners", say("Action lists, by person"))
    if plan.later or plan.afterwards:
        yield Chapter("after", plan.later_title)
    elif plan.further:
        yield Chapter("after", say("If there is time left"))
