"""uses.yaml and rules/*.yaml to records: needs valued, conditions parsed, places gathered.

What cannot be resolved becomes a problem and is left out, so that the checks still see the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hustings.messages import say
from hustings.pack.build.advice import deed_of
from hustings.pack.build.item_values import as_level, valued_need
from hustings.pack.conditions import Comparison, Condition, Contains
from hustings.pack.item_values import Need
from hustings.pack.model import Item
from hustings.pack.questionnaire import Question
from hustings.pack.rules import Jurisdiction, PlaceText, Rule, Window
from hustings.pack.schema import uses_and_rules as s
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.uses import Groundwork, Never, Use


def uses_of(diagnostics: Diagnostics, shape: s.UsesShape | None, items: Mapping[str, Item]) -> tuple[Use, ...]:
    """The uses of AI, from the shape of their file. One whose condition cannot be read is reported and left out."""
    uses = (_use(diagnostics, use, items) for use in (shape.uses if shape else ()))
    return tuple(use for use in uses if use is not None)


def _use(diagnostics: Diagnostics, shape: s.UseShape, items: Mapping[str, Item]) -> Use | None:
    has = diagnostics.condition(shape.has, diagnostics.at(shape.place, "has"))
    wants = diagnostics.condition(shape.wants, diagnostics.at(shape.place, "wants"))
    needs, never = tuple(_needs(diagnostics, shape, items)), tuple(_never(diagnostics, shape))
    if has is None:
        return None
    return Use(
        id=shape.id,
        title=shape.title,
        has=has,
        gives=shape.gives,
        touches=shape.touches,
        lead_days=shape.lead_days,
        wants=wants,
        needs=needs,
        never=never,
        sources=tuple(shape.sources),
        has_text=shape.has,
        wants_text=shape.wants or "",
        place=shape.place,
    )


def _needs(diagnostics: Diagnostics, shape: s.UseShape, items: Mapping[str, Item]) -> Iterator[Need]:
    for number, text in enumerate(shape.needs):
        place = diagnostics.at(shape.place, "needs", number)
        name, level = diagnostics.at_least(text, place)
        if name and (need := valued_need(diagnostics, name, level, items, place)):
            yield need


def _never(diagnostics: Diagnostics, shape: s.UseShape) -> Iterator[Never]:
    for never in shape.never:
        when = diagnostics.condition(never.when, diagnostics.at(never.place, "when"))
        if when is not None:
            yield Never(when, never.because, never.when, never.place)


def groundwork_of(
    diagnostics: Diagnostics, shape: s.UsesShape | None, questions: Mapping[str, Question]
) -> tuple[Groundwork, ...]:
    """Each next step; one about a question that is not asked is reported and left out."""
    steps = list[Groundwork]()
    for step in shape.groundwork if shape else ():
        question = questions.get(step.question)
        if question is None:
            diagnostics.problems.extend(
                diagnostics.unknown(diagnostics.at(step.place, "question"), "question", step.question, questions)
            )
            continue
        fields = (step.step, step.hours, step.owner, step.lead_days, tuple(step.sources), step.enough, step.place)
        steps.append(Groundwork(step.question, _enough(question, step.enough), *fields))
    return tuple(steps)


def _enough(question: Question, level: str) -> Condition:
    """Good enough: a choice ticked, or this level and above."""
    if question.type == "select_multiple":
        return Contains(question.id, level)
    return Comparison(question.id, ">=", as_level(level))


# --- rules -------------------------------------------------------------------------------------------------


def rules_of(diagnostics: Diagnostics, shapes: tuple[s.RulesShape, ...]) -> tuple[Jurisdiction, ...]:
    """Every place of every file, in order of file."""
    places = (place for shape in shapes for place in _places(diagnostics, shape))
    return tuple(place for place in places if place is not None)


def _places(diagnostics: Diagnostics, shape: s.RulesShape) -> Iterator[Jurisdiction | None]:
    yield from (_place(diagnostics, shape, one) for one in shape.places)
    if shape.jurisdiction is not None:
        yield _place(diagnostics, shape, shape)
    _tell(diagnostics, shape)


def _place(diagnostics: Diagnostics, shape: s.RulesShape, one: s.PlaceShape | s.RulesShape) -> Jurisdiction | None:
    when = diagnostics.condition(one.when, diagnostics.at(one.place, "when"))
    if when is None:
        return None
    return Jurisdiction(
        id=one.jurisdiction or "",
        title=one.title or "",
        when=when,
        tracker=shape.tracker,
        rules=tuple(_rule(diagnostics, rule) for rule in shape.rules) if one is shape else (),
        none=shape.none,
        dates=shape.dates if one is shape else None,
        paper=shape.paper if one is shape else None,
        decimal_comma=tuple(shape.decimal_comma) if one is shape else (),
        texts=tuple(_texts(diagnostics, shape)) if one is shape else (),
        when_text=one.when or "",
        place=one.place,
    )


def _texts(diagnostics: Diagnostics, shape: s.RulesShape) -> Iterator[PlaceText]:
    around = diagnostics.at(shape.place, "texts")
    yield from (PlaceText(key, text, diagnostics.key(around, key)) for key, text in shape.texts.items())


def _rule(diagnostics: Diagnostics, shape: s.RuleShape) -> Rule:
    return Rule(
        id=shape.id,
        title=shape.title,
        covers=shape.covers,
        duty=shape.duty or "",
        status=shape.status,
        sources=tuple(shape.sources),
        as_of=shape.as_of,
        reviewed=shape.reviewed,
        start=shape.start,
        end=shape.end,
        when=diagnostics.condition(shape.when, diagnostics.at(shape.place, "when")),
        window=Window(shape.window.before, shape.window.after) if shape.window else None,
        label=shape.label or "",
        penalty=shape.penalty or "",
        because=shape.because or "",
        protects=shape.protects or "",
        breached_when=diagnostics.condition(shape.breached_when, diagnostics.at(shape.place, "breached_when")),
        today=shape.today or "",
        when_text=shape.when or "",
        breached_text=shape.breached_when or "",
        deed=deed_of(shape.deed),
        place=shape.place,
    )


def _tell(diagnostics: Diagnostics, shape: s.RulesShape) -> None:
    """One place or several, with rules or with the sentence that there are none."""
    if not diagnostics.sound(shape.place):
        return
    here = shape.place
    if shape.places and shape.jurisdiction is not None:
        diagnostics.report(
            diagnostics.key(here, "places"),
            say("the file names one place and a list of places"),
            say("Keep one of the two."),
        )
    elif not shape.places and shape.jurisdiction is None:
        what = say("the file names no place")
        diagnostics.report(
            here, what, say("Give `jurisdiction`, `title` and `when`; or `places` for those without rules.")
        )
    elif shape.places and shape.rules:
        hint = say("Give each place that has rules a file of its own.")
        diagnostics.report(diagnostics.key(here, "rules"), say("several places cannot share rules"), hint)
    for key in ("title", "when"):
        if shape.jurisdiction is not None and getattr(shape, key) is None:
            diagnostics.report(here, say("`{name}` has no `{key}`", name=shape.jurisdiction, key=key))
    _tell_none(diagnostics, shape)


def _tell_none(diagnostics: Diagnostics, shape: s.RulesShape) -> None:
    here, name = shape.place, shape.jurisdiction
    if not shape.rules and not shape.none:
        hint = say("Say in a sentence that nothing verified is known here; silence would look like freedom.")
        what = say("`{name}`: neither rules nor `none`", name=name)
        diagnostics.report(here, what if name else say("`these places`: neither rules nor `none`"), hint)
    elif shape.rules and shape.none:
        what = (
            say("`{name}` has rules and says that it has none", name=name)
            if name
            else say("`these places` has rules and says that it has none")
        )
        diagnostics.report(diagnostics.at(here, "none"), what, say("Keep one of the two."))
