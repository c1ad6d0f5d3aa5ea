"""The shapes of a pack's files, as an author types them: what pydantic checks and the JSON Schemas are made from.

They live at the file's edge only: `build` turns them into the frozen records of `model`. Every scalar arrives
as text ("scalars stay as typed"), so each field reads its own text.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from hustings.messages import english
from hustings.pack.model import GateStatus, Importance, Severity, SourceStatus
from hustings.pack.questionnaire import QuestionType
from hustings.pack.schema.advice import ActionShape, AfterwardsShape, CapacityShape, DistanceShape, GateShape
from hustings.pack.schema.parameters import JudgementsShape, ParametersShape
from hustings.pack.schema.shape import Shape, inline_or_file
from hustings.pack.source.scalars import DateText, Id, Number, Percent, Short, Switch, Text, Unit, Weight

# --- questionnaire.yaml and sections/*.yaml ----------------------------------------------------------------


class ChoiceShape(Shape):
    """A choice of a question."""

    id: Id
    text: Text = Field(description="What the person reads.")
    alone: Switch = Field(False, description="Cannot be ticked together with others, such as “None of these”.")
    was: list[Id] = Field([], description="Ids that this choice had in earlier versions; answers move with an upgrade.")


Risk = Literal[
    "cbrn", "confabulation", "dangerous_content", "data_privacy", "environmental", "harmful_bias",
    "human_ai_configuration", "information_integrity", "information_security", "intellectual_property",
    "obscene_content", "value_chain",
]  # fmt: skip


class EditionShape(Shape):
    """How much of the pack is asked."""

    id: Id
    title: Text
    scored_as: Id | None = Field(None, description="A larger edition as which it is scored; without one, as itself.")
    about: Text | None = Field(None, description="How long it takes and what it is good for.")


class QuestionShape(Shape):
    """A question."""

    id: Id = Field(description="Once people have answered, change it only with the old one in `was`.")
    type: QuestionType
    text: Text = Field(description="The question: one idea, plain words.")
    help: Text | None = Field(None, description="How to answer, always shown in small print.")
    why: Text | None = Field(None, description="Why we ask; shown on demand and in the report.")
    evidence: Text | None = Field(None, description="What counts as proof, and how long it takes to show.")
    ladder: Id | None = Field(None, description="Use the choices of this ladder of questionnaire.yaml.")
    choices: list[ChoiceShape] | None = Field(None, description="From worst to best; for exposure from low to high.")
    when: Text | None = Field(None, description="Asked only if this holds: `uses_ai == yes and texts in channels`.")
    follows: Text | None = Field(None, description="Opened by a control: `plan` or `plan >= largely`.")
    required: Switch = Field(False, description="Cannot be skipped, and “don't know” is not offered.")
    na: Switch = Field(False, description="“Does not apply” may be chosen, with a reason.")
    role: Id | None = Field(None, description="Who in the campaign knows the answer: a role of questionnaire.yaml.")
    minutes: Weight = Field(Fraction(1, 2), description="How long an answer takes, in minutes.")
    lowest: Number | None = Field(None, description="Numbers only: the least that is accepted.")
    highest: Number | None = Field(None, description="Numbers only: the most that is accepted.")
    unit: Text | None = Field(None, description="Numbers only: what is counted, such as `people`.")
    sources: list[Text] = Field([], description="Ids from sources.yaml.")
    edition: Id | None = Field(None, description="The smallest edition that asks it; without one, all do.")
    nist: Literal["GOVERN", "MAP", "MEASURE", "MANAGE"] | None = Field(None, description="NIST AI RMF function.")
    risks: list[Risk] = Field([], description="NIST AI 600-1 risks that it is about.")
    was: list[Id] = Field([], description="Ids that it had in earlier versions; answers move with an upgrade.")


class SectionShape(Shape):
    """Questions that are asked together."""

    section: Id
    title: Text
    intro: Text | None = None
    questions: list[QuestionShape] = Field(min_length=1)


SectionOrFile = Annotated[
    Annotated[Id, Tag("file")] | Annotated[SectionShape, Tag("inline")], Discriminator(inline_or_file)
]


class QuestionnaireShape(Shape):
    """What a pack is called and which sections it asks."""

    pack: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
    title: Text
    version: Short = Field(description="Raise it when questions, values or weights change.")
    language: Text = "en"
    as_of: DateText = Field(description="The date on which the content was last reviewed, year-month-day.")
    about: Text | None = None
    legal: Text | None = Field(None, description="The sentence that says what this is not, such as legal advice.")
    campaign_name: Id | None = Field(None, description="The text question that holds the campaign's name.")
    first_ballots: Id | None = Field(None, description="The date question that drives the clock.")
    election_day: Id | None = Field(None, description="The date question that holds election day.")
    roles: dict[Id, Text] = Field({})
    editions: list[EditionShape] = Field([], description="How much may be asked, the smallest first.")
    ladders: dict[Id, list[ChoiceShape]] = Field({})
    sections: list[SectionOrFile] = Field(
        min_length=1, description="Names of files in sections/, in the order in which they are asked."
    )


# --- rubric.yaml and rubric/*.yaml -------------------------------------------------------------------------


class ItemShape(Shape):
    """How a question counts: its weight, and one way to turn an answer into a value from 0 to 1."""

    instead: ClassVar[Mapping[str, str]] = {
        "was": english("An item has the id of its question: write `was` at the question."),
    }
    question: Id
    weight: Weight
    scale: Id | None = Field(None, description="Value the choices by this scale of rubric.yaml.")
    values: dict[Id, Unit] | None = Field(None, description="What each choice is worth, 0 to 1.")
    checklist: dict[Id, Weight] | None = Field(None, description="Share of the ticked weight (select_multiple).")
    worst_of: dict[Id, Unit] | None = Field(None, description="The worst ticked choice counts (exposure).")
    points: list[tuple[Number, Unit]] | None = Field(None, description="Pairs of number and value, joined by lines.")


class ExposureShape(ItemShape):
    """How much there is to lose: 0 low, 1 high."""


class ControlShape(ItemShape):
    """What is in place: 0 nothing, 1 all that is asked."""

    importance: Importance = "major"
    target: Short | None = Field(None, description="Good enough: a choice, or a number. Default 0.7, critical items 1.")
    requires: list[Text] = Field([], description="Other controls that must come first, such as `policy >= partly`.")
    finding: Text | None = Field(None, description="What the report says when this is below target.")
    findings: dict[Id, Text] = Field(
        {}, description="The same for one answer, where the sentence above is not true of it."
    )
    implied: Text | None = Field(None, description="The same for a follow-up, when what it follows is not there.")
    strength: Text | None = Field(None, description="What is praised when it is not: “You are strong in ...”.")
    shareable: Switch = Field(False, description="Outsiders may be told that it is in place; see the edition `share`.")


class DomainShape(Shape):
    """An area of the score."""

    domain: Id
    title: Text
    weight: Weight
    because: Text
    about: Text | None = None
    exposure: list[ExposureShape] = Field(min_length=1)
    controls: list[ControlShape] = Field(min_length=1)
    gates: list[GateShape] = Field([])
    actions: list[ActionShape] = Field([])


DomainOrFile = Annotated[
    Annotated[Id, Tag("file")] | Annotated[DomainShape, Tag("inline")], Discriminator(inline_or_file)
]


class BandShape(Shape):
    """A band of the index, from its lowest points to the next band."""

    id: Id
    title: Text
    start: Percent = Field(alias="from")
    says: Text | None = None


class RubricShape(Shape):
    """How answers are weighed."""

    parameters: ParametersShape
    judgements: JudgementsShape = Field(default_factory=lambda: JudgementsShape.model_validate({}))
    bands: list[BandShape] = Field(min_length=1)
    scales: dict[Id, dict[Id, Unit]] = Field({})
    domains: list[DomainOrFile] = Field(min_length=1, description="Names of files in rubric/.")
    gates: list[GateShape] = Field([])
    actions: list[ActionShape] = Field([])
    afterwards: list[AfterwardsShape] = Field([], description="What to do once the election is over.")
    calendar: list[DistanceShape] = Field([], description="What to do and to leave, by days to the first ballots.")
    capacity: CapacityShape | None = Field(None, description="How many hours a week a team has for the plan.")


# --- cases.yaml and sources.yaml --------------------------------------------------------------------------


class ExpectedShape(Shape):
    """What must come out of a worked campaign."""

    index: Short | None = Field(None, description="Truncated to one decimal, as printed.")
    band: Id | None = None
    gates: dict[Id, GateStatus] = Field({})
    findings: dict[Id, Severity] = Field({})
    absent: list[Id] = Field([], description="Findings that must not occur.")
    open: list[Id] = Field([], description="Questions that must be told as not known yet.")
    actions: list[Id] = Field([], description="Actions that must be in the plan, or lift further what is good enough.")


class CaseShape(Shape):
    """A worked campaign: answers in, expected result out."""

    id: Id
    title: Text
    edition: Id | None = Field(None, description="The edition it is asked and scored in; the usual one without.")
    answers: dict[Id, Any] = Field(description="Question to answer; `dont_know`, `na`, or {value: ..., note: ...}.")
    expect: ExpectedShape


class CasesShape(Shape):
    """Worked campaigns."""

    cases: list[CaseShape]


class SourceShape(Shape):
    """Where a fact comes from."""

    id: Annotated[str, Field(pattern=r"^[A-Z]-[A-Z]\d{2,3}$")]
    says: Text = Field(description="The statement, in our own words.")
    title: Text
    publisher: Text
    link: Text
    date: DateText
    as_of: DateText
    status: SourceStatus
    only_in: Id | None = Field(None, description="The place of rules/ that it concerns; cited there only.")


class SourcesShape(Shape):
    """The sources of the pack."""

    sources: list[SourceShape]


class AnswersShape(Shape):
    """An answers file for an unattended interview."""

    pack: Text | None = None
    answers: dict[Id, Any]
