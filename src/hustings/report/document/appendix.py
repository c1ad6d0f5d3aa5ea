"""The appendix of the report: the ledger, every answer, and the sources, with the sentences over them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import PurePath

from hustings.answers.applicability import Applicability, Standings, standings
from hustings.answers.display import LABELS, STATES
from hustings.answers.events import GRADES, Answer, State
from hustings.answers.flow import visible
from hustings.messages import english, long_date, say, several
from hustings.pack.citations import cited_in
from hustings.pack.model import Source, SourceStatus
from hustings.pack.questionnaire import Question, Section
from hustings.problems import Place
from hustings.report.document.answer_records import AnswerLine, AnswerSection
from hustings.report.document.context import ReportContext
from hustings.report.document.document_records import Cited, LedgerLine
from hustings.report.document.phrases import counted
from hustings.report.document.workshop.vote_phrases import chip
from hustings.scoring.ledger.figures import beside
from hustings.scoring.ledger.index import LedgerEntry, ledger, worded

STATUS: dict[SourceStatus, str] = {
    "verified": english("verified"),
    "secondary": english("secondary"),
    "unverified": english("unverified"),
}
KINDS = ("head", "domain", "part", "item")


def ledger_lines(context: ReportContext) -> tuple[LedgerLine, ...]:
    """The ledger from the index down, then the other figures, one line each, without what does not apply."""
    root = PurePath(context.result.pack.place.file).parent
    return tuple(line for entry in (ledger(context.result), beside(context.result)) for line in _lines(entry, 0, root))


def _lines(entry: LedgerEntry, depth: int, root: PurePath) -> Iterator[LedgerLine]:
    yield LedgerLine(
        depth=str(depth),
        kind=KINDS[min(depth, len(KINDS) - 1)],
        label=entry.label,
        value=entry.value,
        formula=entry.formula,
        place=inside(entry.place, root),
    )
    for part in entry.parts:
        if part.counts:
            yield from _lines(part, depth + 1, root)


def inside(place: Place, root: PurePath) -> str:
    """A place by its file's name inside the pack, because a report should not show the folders of a computer."""
    if not place.file:
        return ""
    path = PurePath(place.file)
    name = path.relative_to(root) if path.is_relative_to(root) else PurePath(path.name)
    return f"{name.as_posix()}:{place.line}" if place.line else name.as_posix()


# --- answers -----------------------------------------------------------------------------------------------


def answer_sections(context: ReportContext) -> tuple[AnswerSection, ...]:
    """Every question that was asked, by section, with its answer, note and evidence."""
    where = standings(context.result.pack, context.answers)
    seen = {question.id for question in visible(context.result.pack, context.answers, where)}
    return tuple(_section(context, section, where, seen) for section in context.result.pack.questionnaire.sections)


def answers_headline(context: ReportContext, sections: tuple[AnswerSection, ...]) -> str:
    """How many questions have an answer, and how many of them proof; those that are only counted have none."""
    lines = [line for section in sections for line in section.answers]
    proven, answered = sum(bool(line.evidence) for line in lines), sum(not line.state for line in lines)
    asked = len(visible(context.result.pack, context.answers))
    if not answered:
        return say("No question has an answer yet.")
    values = {"answered": answered, "proven": proven}
    if answered == asked:
        with_proof = english("All {n} questions have an answer, {proven} of them with proof.")
        without = english("All {n} questions have an answer, none of them with proof.")
    else:
        with_proof = english("{answered} of {n} questions have an answer, {proven} of them with proof.")
        without = english("{answered} of {n} questions have an answer, none of them with proof.")
    return say(with_proof if proven else without, n=asked, **values)


def _section(context: ReportContext, section: Section, where: Standings, seen: Collection[str]) -> AnswerSection:
    asked = [question for question in section.questions if question.id in seen]
    blank = [question for question in asked if context.result.provisional and question.id not in context.answers]
    return AnswerSection(
        title=section.title,
        answers=tuple(_with_chip(context, question) for question in asked if question not in blank),
        left_out=" ".join((*_not_yet(len(blank)), *_left_out(section, [question.id for question in asked], where))),
    )


def _not_yet(count: int) -> Iterator[str]:
    """While little is known, questions without an answer are counted: they are listed where they are found out."""
    if count:
        yield counted(count, "{n} question has no answer yet.", "{n} questions have no answer yet.")


def _left_out(section: Section, asked: list[str], where: Standings) -> Iterator[str]:
    """How many questions the answers left out, and how many a longer edition asks."""
    rest = [question for question in section.questions if question.id not in asked]
    later = sum(not question.asked and where[question.id] is Applicability.APPLIES for question in rest)
    if len(rest) > later:
        yield counted(
            len(rest) - later,
            "{n} more question was not asked, after what was said.",
            "{n} more questions were not asked, after what was said.",
        )
    if later:
        yield counted(
            later,
            "{n} more question is left to a longer edition.",
            "{n} more questions are left to a longer edition.",
        )


def _with_chip(context: ReportContext, question: Question) -> AnswerLine:
    record = _said(question, context.answers.get(question.id))
    return replace(record, chip=chip(context.room.of(question.id))) if context.room else record


def _said(question: Question, answer: Answer | None) -> AnswerLine:
    if answer is None:
        return AnswerLine(question.text, say(STATES[State.BLANK]), say(LABELS[State.BLANK]), "", "")
    return AnswerLine(
        question=question.text,
        answer=_as_read(question, answer),
        state=say(LABELS.get(answer.state, "")),
        note=answer.note,
        evidence=_evidence(answer),
    )


def _as_read(question: Question, answer: Answer) -> str:
    """An answer in words; a date in words too, as elsewhere in the report."""
    return long_date(answer.value) if isinstance(answer.value, date) else worded(question, answer)


def _evidence(answer: Answer) -> str:
    """The grade and the reference; empty for an answer without evidence."""
    if not answer.grade and not answer.reference:
        return ""
    seen = f": {answer.reference}" if answer.reference else ""
    return f"E{answer.grade}, {say(GRADES[answer.grade])}{seen}"


# --- sources -----------------------------------------------------------------------------------------------


def cited(context: ReportContext, page: object) -> tuple[Cited, ...]:
    """The sources of the questions of findings and open points, and every one whose code is in `page`."""
    named = (*(f.question for f in context.result.findings), *(p.question for p in context.result.open_points))
    wanted = {name for question in named for name in question.sources}
    in_text = {code for text in _texts(page) for code in cited_in(text)}
    return tuple(
        replace(_cited(source), named=source.id in in_text)
        for source in context.result.pack.sources
        if source.id in wanted | in_text
    )


def sources_headline(context: ReportContext, sources: tuple[Cited, ...]) -> str:
    """How many sources the report names, and how many of them nobody verified at the origin."""
    status = {source.id: source.status for source in context.result.pack.sources}
    named = [source for source in sources if source.named] or list(sources)
    other = sum(status[source.id] != "verified" for source in named)
    if not other:
        return several(
            len(named),
            "This report names {n} source, and it was verified.",
            "This report names {n} sources, and all were verified.",
        )
    return several(
        len(named),
        "This report names {n} source, and it was not verified.",
        "This report names {n} sources; {other} of them were not verified.",
        other=other,
    )


def _texts(part: object) -> Iterator[str]:
    """Every text of a part of the document."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        yield from (text for each in part for text in _texts(each))
    elif is_dataclass(part):
        yield from (text for each in fields(part) for text in _texts(getattr(part, each.name)))


def _cited(source: Source) -> Cited:
    date_ = "" if source.date == source.as_of else source.date
    where = ", ".join(part for part in (source.title, source.publisher, date_) if part)
    safe = source.link if source.link.startswith(("https://", "http://")) else ""
    return Cited(source.id, source.says, where, safe, _checked(source))


def _checked(source: Source) -> str:
    """The day that its text is true of; and whether it was verified, unless it was, as most are."""
    status = say(STATUS.get(source.status, source.status))
    if not source.as_of:
        return status
    if source.status == "verified":
        return say("as of {as_of}", as_of=source.as_of)
    return say("{status}, as of {as_of}", status=status, as_of=source.as_of)
