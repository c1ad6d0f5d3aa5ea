"""Shapes to records: references resolved, conditions parsed, defaults filled in.

What cannot be resolved becomes a problem and is left out, so that the checks still see the rest.
"""

from __future__ import annotations

from collections.abc import Iterable

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.build.kit import kit_of
from hustings.pack.build.rubric import rubric_of
from hustings.pack.build.uses_and_rules import groundwork_of, rules_of, uses_of
from hustings.pack.model import Case, Pack, Source
from hustings.pack.questionnaire import YES_NO, Choice, Edition, Follows, Question, Questionnaire, Role, Section
from hustings.pack.schema import pack_shapes as s
from hustings.pack.schema import uses_and_rules as b
from hustings.pack.schema.kit import KitShape
from hustings.pack.source.diagnostics import Diagnostics


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of a pack, each read as far as it could be."""

    asked: s.QuestionnaireShape
    sections: tuple[s.SectionShape, ...]
    rubric: s.RubricShape
    domains: tuple[s.DomainShape, ...]
    cases: s.CasesShape | None
    sources: s.SourcesShape | None
    uses: b.UsesShape | None = None
    rules: tuple[b.RulesShape, ...] = ()
    kit: tuple[KitShape, ...] = ()


def build_pack(diagnostics: Diagnostics, files: PackFiles, digest: str) -> Pack:
    """One pack from its files' shapes; problems go to the desk."""
    asked = files.asked
    questionnaire = _questionnaire(diagnostics, asked, files.sections)
    questions = dict[str, Question]()
    for question in (question for section in questionnaire.sections for question in section.questions):
        questions.setdefault(question.id, question)
    rubric = rubric_of(diagnostics, files.rubric, files.domains, questions)
    items = {item.question: item for domain in rubric.domains for item in domain.items}
    return Pack(
        id=asked.pack,
        title=asked.title,
        version=asked.version,
        language=asked.language,
        as_of=asked.as_of,
        digest=digest,
        questionnaire=questionnaire,
        rubric=rubric,
        sources=tuple(_source(source) for source in files.sources.sources) if files.sources else (),
        cases=tuple(_case(case) for case in files.cases.cases) if files.cases else (),
        uses=uses_of(diagnostics, files.uses, items),
        groundwork=groundwork_of(diagnostics, files.uses, questions),
        rules=rules_of(diagnostics, files.rules),
        kit=kit_of(diagnostics, files.kit),
        questions=questions,
        items=items,
        place=asked.place,
    )


# --- questionnaire -----------------------------------------------------------------------------------------


def _questionnaire(
    diagnostics: Diagnostics, asked: s.QuestionnaireShape, sections: Iterable[s.SectionShape]
) -> Questionnaire:
    return Questionnaire(
        sections=tuple(_section(diagnostics, section, asked) for section in sections),
        roles=tuple(Role(id, title) for id, title in asked.roles.items()),  # noqa: A001
        editions=tuple(Edition(e.id, e.title, e.scored_as or e.id, e.about or "", e.place) for e in asked.editions),
        name=asked.campaign_name or "",
        clock=asked.first_ballots or "",
        election=asked.election_day or "",
        about=asked.about or "",
        legal=asked.legal or "",
    )


def _section(diagnostics: Diagnostics, shape: s.SectionShape, asked: s.QuestionnaireShape) -> Section:
    questions = tuple(_question(diagnostics, question, shape.section, asked) for question in shape.questions)
    return Section(shape.section, shape.title, questions, shape.intro or "", shape.place)


def _question(diagnostics: Diagnostics, shape: s.QuestionShape, section: str, asked: s.QuestionnaireShape) -> Question:
    return Question(
        id=shape.id,
        type=shape.type,
        text=shape.text,
        section=section,
        choices=_choices(diagnostics, shape, asked),
        help=shape.help or "",
        why=shape.why or "",
        evidence=shape.evidence or "",
        when=diagnostics.condition(shape.when, diagnostics.at(shape.place, "when")),
        when_text=shape.when or "",
        follows=_follows(diagnostics, shape),
        required=shape.required,
        na=shape.na,
        role=shape.role or "",
        minutes=shape.minutes,
        lowest=shape.lowest,
        highest=shape.highest,
        unit=shape.unit or "",
        sources=tuple(shape.sources),
        edition=shape.edition or "",
        nist=shape.nist or "",
        risks=tuple(shape.risks),
        was=tuple(shape.was),
        place=shape.place,
    )


def _choices(diagnostics: Diagnostics, shape: s.QuestionShape, asked: s.QuestionnaireShape) -> tuple[Choice, ...]:
    if shape.ladder is not None and shape.choices is not None:
        diagnostics.report(
            diagnostics.key(shape.place, "ladder"),
            say("`{id}` has a ladder and choices", id=shape.id),
            say("Keep one of the two."),
        )
    if shape.ladder is not None and shape.ladder not in asked.ladders:
        place = diagnostics.at(shape.place, "ladder")
        diagnostics.problems.extend(diagnostics.unknown(place, "ladder", shape.ladder, asked.ladders))
        diagnostics.cut.add(shape.place)
    if not diagnostics.sound(diagnostics.at(asked.place, "ladders", shape.ladder or "")):
        diagnostics.cut.add(shape.place)
    given = shape.choices or asked.ladders.get(shape.ladder or "", [])
    if shape.type == "yes_no" and not given:
        return YES_NO
    return tuple(Choice(c.id, c.text, c.alone, tuple(c.was), c.place) for c in given)


def _follows(diagnostics: Diagnostics, shape: s.QuestionShape) -> Follows | None:
    if shape.follows is None:
        return None
    place = diagnostics.at(shape.place, "follows")
    if shape.follows.strip().isidentifier():
        return Follows(shape.follows.strip(), None, place)
    name, level = diagnostics.at_least(shape.follows, place)
    return Follows(name, level, place) if name else None


# --- cases and sources -------------------------------------------------------------------------------------


def _source(shape: s.SourceShape) -> Source:
    fields = (shape.id, shape.says, shape.title, shape.publisher, shape.link, shape.date, shape.as_of, shape.status)
    return Source(*fields, only_in=shape.only_in or "", place=shape.place)


def _case(shape: s.CaseShape) -> Case:
    return Case(
        id=shape.id,
        title=shape.title,
        answers=tuple(shape.answers.items()),
        index=shape.expect.index or "",
        band=shape.expect.band or "",
        edition=shape.edition or "",
        gates=tuple(shape.expect.gates.items()),
        findings=tuple(shape.expect.findings.items()),
        absent=tuple(shape.expect.absent),
        open=tuple(shape.expect.open),
        actions=tuple(shape.expect.actions),
        place=shape.place,
    )
