"""The records of a printed report. Every figure is ready text, so that a theme only loops and prints.

A theme may be written without Python: all that it prints is here, and it computes nothing. Coordinates of charts are
text too, in the units of their view box.
"""

from __future__ import annotations

from hustings.frozen_records import dataclass
from hustings.report.brand.brand_records import Brand
from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.document.answer_records import AnswerSection
from hustings.report.document.candidate_page import CandidatePage
from hustings.report.document.ledger.index_by_hand_records import Reckoning
from hustings.report.document.plan.plan_records import Fix, Todo
from hustings.report.document.progress import Progress
from hustings.report.document.rules import Rules
from hustings.report.document.shared_page import SharedPage
from hustings.report.document.uses import Offers
from hustings.report.document.workshop.workshop_records import Workshop


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its name and what it means."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the table of contents; `id` is the chapter's anchor."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The chapters for a reader with so much time: one minute, ten, an hour; or to hand out."""

    time: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A hard stop, known to be so: the step of the plan that ends it today, and why, as far as there is room."""

    number: str
    when: str
    title: str
    who: str
    timing: str
    text: str


# --- page one ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShortStep:
    """One line under "Do first": a step of the plan with its number, when, what, who and how long.

    `latest`: its latest start, where there is room to wait; `gain`: points in the plan; `stop`: it ends a hard stop.
    """

    number: str
    when: str
    latest: str
    title: str
    who: str
    timing: str
    gain: str
    stop: bool = False


@dataclass(frozen=True, slots=True)
class ShortPoint:
    """One line under "Find out first": a question, who may know and how long it takes, and what depends on it."""

    question: str
    who: str
    hangs: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Page one. `verdict` follows the campaign's name; `notes` are sentences that qualify it.

    `plan_says`: what the plan asks for and brings. `stops` are its first steps, each with its reason, `steps` those
    after them. `time`: the chart of the days that are left; without one, `clock` and `clock_note` say it. `areas`: the
    chart of the areas. `crowded`: set it smaller, to stay on one page. `provisional`:
    too little is known for one number. `workshop`: how far the workshop agreed.
    """

    verdict: str
    band_says: str
    chart: Drawing
    time: Drawing | None
    clock: str
    clock_note: str
    open: str
    notes: tuple[str, ...]
    stops: tuple[Stop, ...]
    more_stops: str
    areas: Drawing
    plan_says: str
    do_first: str
    steps: tuple[ShortStep, ...]
    more_steps: str
    no_steps: str
    find_out: tuple[ShortPoint, ...]
    more_find_out: str
    strengths: tuple[str, ...]
    more_strengths: str
    crowded: bool
    provisional: bool
    workshop: str = ""


# --- domains -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ExposureDriver:
    """An exposure item: the question, the answer, and how much it raises the required maturity.

    `value`: the same from 0 to 1; `bar_width`: as a bar of 52 points.
    """

    question: str
    answer: str
    level: str
    value: str
    bar_width: str


@dataclass(frozen=True, slots=True)
class GateText:
    """A gate that is not met or open: `status` in words, `effect` on the score, `stop` the text of its hard stop."""

    title: str
    status: str
    effect: str
    because: str
    stop: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding with the answer behind it, the steps of the plan that mend it, and the points that they bring."""

    severity: str
    rank: str
    text: str
    answer: str
    gain: str
    fixes: tuple[Fix, ...]
    no_fix: str


@dataclass(frozen=True, slots=True)
class InPlace:
    """A control that is in place, with its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Proven:
    """A safeguard in place: what was said, and its proof or what would prove it."""

    safeguard: str
    answer: str
    proof: str


@dataclass(frozen=True, slots=True)
class DomainChapter:
    """The chapter of one domain. Texts that are empty are not printed.

    `headline`: the answer in a sentence; `ladder`: what is missing and how far, and what is in place as far as there is
    room.
    """

    id: str
    title: str
    about: str
    because: str
    headline: str
    verdict: str
    chart: Drawing | None
    ladder: Drawing | None
    figures: tuple[Figure, ...]
    drivers: tuple[ExposureDriver, ...]
    drivers_say: str
    no_drivers: str
    gates: tuple[GateText, ...]
    findings: tuple[FindingLine, ...]
    findings_say: str
    open_points: tuple[str, ...]
    in_place: tuple[Proven, ...]


# --- behind it ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Certainty:
    """The chapter “How sure this is”: gates, caps, coverage and evidence.

    `headline`: the answer in a sentence; `chart`: what the index rests on; `evidence`: the same of the safeguards;
    `choices`: the index under other judgements. `others`: what comparable campaigns have, where that was asked for.
    """

    headline: str
    chart: Drawing | None
    evidence: Drawing | None
    evidence_says: str
    choices: Drawing | None
    gates_say: str
    gates: tuple[GateText, ...]
    met: tuple[str, ...]
    figures: tuple[Figure, ...]
    not_applicable: tuple[InPlace, ...]
    not_applicable_says: str
    robustness_says: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the ledger; `depth` counts from 0 at the index. `kind`: head, domain, part or item."""

    depth: str
    kind: str
    label: str
    value: str
    formula: str
    place: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that the report cites, with its address and the day on which it was checked.

    `named`: by its code, in brackets, somewhere in the report.
    """

    id: str
    says: str
    where: str
    link: str
    checked: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with a title."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a theme prints. `id`s are anchors; `running` is the campaign's name, cut to fit a footer."""

    language: str
    title: str
    campaign: str
    running: str
    long_name: bool
    sample: str
    date: str
    days_left: str
    iso_date: str
    classed: str
    cover_note: str
    made_with: str
    contents: tuple[Reading, ...]
    summary: Summary
    domains: tuple[DomainChapter, ...]
    todo: Todo
    offers: Offers | None
    rules: Rules | None
    certainty: Certainty
    reckoning: Reckoning
    ledger: tuple[LedgerLine, ...]
    answers: tuple[AnswerSection, ...]
    answers_headline: str
    sources: tuple[Cited, ...]
    sources_headline: str
    sources_say: str
    method: tuple[Paragraph, ...]
    limits: tuple[Paragraph, ...]
    provenance: tuple[Figure, ...]
    candidate: CandidatePage
    shared: SharedPage
    workshop: Workshop | None = None
    progress: Progress | None = None
    brand: Brand | None = None
    signed: str = ""
