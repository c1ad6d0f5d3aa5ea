"""A report computed again from what it carries: the same answers, scored by the same pack on the same day.

The pack that a report carries is a stranger's, so it is read within the bounds of any pack, and only if it has the
digest that the report names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from hustings.answers.events import CLOSED, Answer, Answers, Event, State
from hustings.answers.local_texts import told_here
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.versions.pack_archive import read_archive
from hustings.problems import InputError, PackError
from hustings.report.benchmark_file import comparable_from, compared_with_others
from hustings.report.brand.branded_report import brand_from, branded
from hustings.report.document.compose import compose_document
from hustings.report.document.document_records import Document
from hustings.report.export.result_json import FORMAT_VERSION, result_json
from hustings.report.signature.signature_check import signed_line
from hustings.report.verification.carried_answers import carried_answers
from hustings.report.verification.carried_report import AGAIN, NOT_OURS, CarriedReport
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.steps import Plan
from hustings.scoring.result import Result
from hustings.scoring.score import score

FindPack = Callable[[str], Pack | None]


@dataclass(frozen=True, slots=True)
class RecomputedReport:
    """What comes out: the result and its plan on that day, from these answers."""

    result: Result
    plan: Plan
    answers: Answers
    on: date
    head: str
    closed: Event | None = None

    def json(self) -> dict[str, Any]:
        """The assessment as the report should carry it."""
        return result_json(self.result, self.plan, self.answers, self.on, head=self.head, closed=self.closed)

    def document(self, *, sample: bool) -> Document:
        """The report as it should read."""
        return compose_document(self.result, self.plan, self.on, head=self.head, closed=self.closed, sample=sample)


def recomputed(carried: CarriedReport, find_pack: FindPack) -> RecomputedReport:
    """Score the answers again. Raises `InputError`. `find_pack`: one that is here, for a report that carries none."""
    if (version := carried.assessment.get("format_version")) != FORMAT_VERSION:
        what = say(
            "Its assessment has the format {there}; this Hustings reads {here}.", there=version, here=FORMAT_VERSION
        )
        raise InputError(what, say("Check it with the Hustings that made it."))
    complete = _pack(carried, find_pack)
    pack = scoped(complete, carried.edition) if carried.edition else complete
    answers = carried_answers(pack, carried.assessment["answers"])
    pack, on = told_here(pack, answers), _day(carried)
    result = score(pack, answers)
    plan = make_plan(result, clock(pack, answers, on))
    head = str(carried.assessment.get("head", ""))
    return RecomputedReport(result, plan, answers, on, head, _closing(carried.assessment.get("closed"), head))


def document_again(carried: CarriedReport, again: RecomputedReport) -> Document:
    """The report as it should read, under the brand that it carries. Raises `InputError`."""
    carried_group = carried.printed.get("benchmark")
    try:
        brand = brand_from(carried.printed.get("brand"))
        group = None if carried_group is None else comparable_from(carried_group)
    except (ValueError, TypeError) as wrong:
        raise InputError(say(NOT_OURS), say(AGAIN)) from wrong
    composed = again.document(sample=carried.printed.get("sample") is True)
    document = branded(compared_with_others(composed, again.result.pack, group), brand)
    return replace(document, signed=signed_line(carried.signed_by))


def _pack(carried: CarriedReport, find_pack: FindPack) -> Pack:
    """The carried pack, else one that is here and has the digest."""
    if not carried.pack:
        if (found := find_pack(carried.digest)) is not None:
            return found
        what = say(
            "It does not carry its pack, and the one with the digest {digest} is not here.", digest=carried.digest[:12]
        )
        raise InputError(what, say("Give its folder with --pack."))
    try:
        return read_archive(carried.pack, carried.digest, carried.language)
    except (ValueError, PackError) as wrong:
        raise InputError(
            say("The pack that it carries is damaged, or not the one that it names."), say(AGAIN)
        ) from wrong


def _closing(found: Any, head: str) -> Event | None:
    """The event that closed the assessment; None if it is open. Raises `InputError`."""
    if found is None:
        return None
    try:
        at, by = datetime.fromisoformat(found["at"]), found["by"]
    except (TypeError, KeyError, ValueError) as wrong:
        raise InputError(say(NOT_OURS), say(AGAIN)) from wrong
    return Event("", 1, at, str(by), CLOSED, Answer(State.ANSWERED, head))


def _day(carried: CarriedReport) -> date:
    plan = carried.assessment.get("plan")
    try:
        return date.fromisoformat(plan["on"])  # type: ignore[index]
    except (TypeError, KeyError, ValueError) as wrong:
        raise InputError(say("Its assessment has no day."), say(AGAIN)) from wrong
