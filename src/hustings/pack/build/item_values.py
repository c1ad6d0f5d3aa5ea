"""What answers are worth: how an item is valued, whether that fits its question, and rises as it should."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

from hustings.messages import english, listed, say
from hustings.pack.conditions import NUMBER, Level
from hustings.pack.item_values import Checklist, Need, OptionValues, Points, Values, WorstOf, shown
from hustings.pack.model import Item
from hustings.pack.questionnaire import SINGLES, YES_NO, Choice, Question, QuestionType
from hustings.pack.schema import pack_shapes as s
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Place, Problem, did_you_mean

FITS: Mapping[str, tuple[QuestionType, ...]] = {
    "values": SINGLES,
    "scale": SINGLES,
    "checklist": ("select_multiple",),
    "worst_of": ("select_multiple",),
    "points": ("number",),
}

RISING = english("the values rise, but not from {y0} to {y1}")
FALLING = english("the values fall, but not from {y0} to {y1}")


def values_of(diagnostics: Diagnostics, shape: s.ItemShape, question: Question, rubric: s.RubricShape) -> Values | None:
    """How answers count. Exactly one way is given; a plain `yes_no` counts no as 0 and yes as 1."""
    given = [way for way in FITS if getattr(shape, way) is not None]
    if not given and question.type == "yes_no" and question.choices == YES_NO:
        return OptionValues((("no", Fraction(0)), ("yes", Fraction(1))))
    if problem := _misfit(diagnostics, shape, question, given):
        if diagnostics.sound(shape.place):
            diagnostics.problems.append(problem)
        return None
    way = given[0]
    if way == "points":
        return _points(diagnostics, shape)
    table = _scale(diagnostics, shape, rubric) if way == "scale" else getattr(shape, way)
    if table is None or not _all_choices(diagnostics, shape, question, table, way):
        return None
    ordered = tuple((c.id, table[c.id]) for c in question.choices if c.id in table)
    _tell_values(diagnostics, shape, rubric, way, ordered)
    if way == "checklist":
        return Checklist(ordered)
    return WorstOf(ordered) if way == "worst_of" else OptionValues(ordered)


def _tell_values(
    diagnostics: Diagnostics,
    shape: s.ItemShape,
    rubric: s.RubricShape,
    way: str,
    ordered: tuple[tuple[str, Fraction], ...],
) -> None:
    """Values rise with the choices, from 0 to 1; a mistake in a scale is reported once, however often it is used."""
    around, key = (rubric.place, ("scales", shape.scale or "")) if way == "scale" else (shape.place, (way,))
    problems_before = len(diagnostics.problems)
    if way == "worst_of":
        _tell_ends(diagnostics, diagnostics.key(around, *key), Fraction(0), max(value for _, value in ordered))
    elif way != "checklist" and diagnostics.sound(diagnostics.at(around, *key)):
        values = [value for _, value in ordered]
        _tell_ends(diagnostics, diagnostics.key(around, *key), min(values), max(values))
        for (lower, before), (name, value) in pairwise(ordered):
            if value < before and [lower, name] != ["no", "yes"]:
                what = say(
                    "`{name}` ({value}) is worth less than `{lower}` ({before})",
                    name=name,
                    value=shown(value),
                    lower=lower,
                    before=shown(before),
                )
                diagnostics.report(diagnostics.key(around, *key, name), what, say("List the choices from low to high."))
    if len(diagnostics.problems) > problems_before:
        diagnostics.cut.add(shape.place)  # what gates ask of it is not judged by such values


def _tell_ends(diagnostics: Diagnostics, place: Place, lowest: Fraction, highest: Fraction) -> None:
    if lowest != 0:
        what = say("the lowest value is {lowest}, not 0", lowest=shown(lowest))
        diagnostics.report(place, what, say("The lowest choice counts 0."))
    if highest != 1:
        what = say("the highest value is {highest}, not 1", highest=shown(highest))
        diagnostics.report(place, what, say("The highest choice counts 1."))


def _misfit(diagnostics: Diagnostics, shape: s.ItemShape, question: Question, given: list[str]) -> Problem | None:
    """Why the way in which answers count does not fit the question, if so."""
    name, place = question.id, diagnostics.at(shape.place, "question")
    fitting = [way for way, types in FITS.items() if question.type in types]
    if not fitting:
        what = say("`{name}` is a {type} question and cannot be scored", name=name, type=question.type)
        return diagnostics.problem(place, what, say("Leave it out of the rubric; it stays in the report."))
    if len(given) != 1:
        what = say("`{name}` does not say what its answers are worth", name=name)
        if given:
            what = say("`{name}` says it twice: {ways}", name=name, ways=listed(given))
        return diagnostics.problem(place, what, say("Give one of {ways}.", ways=", ".join(fitting)))
    if given[0] not in fitting:
        hint = say("Use {way}.", way=fitting[0])
        if len(fitting) > 1:
            hint = say("Give one of {ways}.", ways=", ".join(fitting))
        what = say("`{way}` does not fit `{name}`, a {type} question", way=given[0], name=name, type=question.type)
        return diagnostics.problem(diagnostics.key(shape.place, given[0]), what, hint)
    if given[0] == "worst_of" and isinstance(shape, s.ControlShape):
        what = say("`{name}` is a control; `worst_of` is for exposure items only", name=name)
        return diagnostics.problem(diagnostics.key(shape.place, given[0]), what, say("Use checklist."))
    return None


def _points(diagnostics: Diagnostics, shape: s.ItemShape) -> Points | None:
    points = tuple(shape.points or ())
    if len(points) >= 2:  # noqa: PLR2004 - a line has two ends
        _tell_points(diagnostics, shape, points)
        return Points(points)
    if diagnostics.sound(shape.place):
        what = say("`{question}` needs at least two points", question=shape.question)
        diagnostics.report(diagnostics.at(shape.place, "points"), what, say("Write them like [[0, 0], [12, 1]]."))
    return None


def _tell_points(diagnostics: Diagnostics, shape: s.ItemShape, points: tuple[tuple[Fraction, Fraction], ...]) -> None:
    if not diagnostics.sound(shape.place):
        return
    place, falling = diagnostics.at(shape.place, "points"), points[-1][1] < points[0][1]
    for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(points), start=1):
        here = diagnostics.at(place, number)
        if x1 <= x0:
            what = say("the point at {x1} stands behind the one at {x0}", x1=shown(x1), x0=shown(x0))
            diagnostics.report(here, what, say("List the points from the smallest number to the largest, each once."))
        if y0 < y1 if falling else y1 < y0:
            said = FALLING if falling else RISING
            what = say(said, y0=shown(y0), y1=shown(y1))
            diagnostics.report(here, what, say("More of the same must not turn from good to bad."))
    values = [value for _, value in points]
    _tell_ends(diagnostics, place, min(values), max(values))


def _scale(diagnostics: Diagnostics, shape: s.ItemShape, rubric: s.RubricShape) -> dict[str, Fraction] | None:
    name = shape.scale or ""
    if name in rubric.scales:
        return rubric.scales[name]
    diagnostics.problems.extend(diagnostics.unknown(diagnostics.at(shape.place, "scale"), "scale", name, rubric.scales))
    return None


def _all_choices(
    diagnostics: Diagnostics, shape: s.ItemShape, question: Question, table: Mapping[str, Fraction], way: str
) -> bool:
    """Every choice is valued and nothing else is; choices that stand alone need no place in a checklist."""
    choices = {choice.id: choice for choice in question.choices}
    strange = [name for name in table if name not in choices]
    spare = way in ("checklist", "worst_of")
    missing = [c.id for c in choices.values() if c.id not in table and not (spare and c.alone)]
    gap = strange or not choices or not diagnostics.sound(shape.place, way)
    if gap and not diagnostics.sound(diagnostics.at(question.place, "choices")):
        return False  # reported where the choices should be
    if strange:
        _tell_strange(diagnostics, shape, way, [name for name in strange if name not in diagnostics.lost], choices)
    elif missing and diagnostics.sound(shape.place, way) and diagnostics.lost.isdisjoint(missing):
        names = ", ".join(f"`{name}`" for name in missing)
        what = say("`{question}` gives no value for {names}", question=shape.question, names=names)
        diagnostics.report(diagnostics.key(shape.place, way), what, say("Every choice needs a value."))
    elif not table:
        diagnostics.report(
            diagnostics.key(shape.place, way),
            say("`{question}`: `{way}` names no choice", question=shape.question, way=way),
            say("Name at least one."),
        )
    return bool(table) and not strange and not missing


def _tell_strange(
    diagnostics: Diagnostics, shape: s.ItemShape, way: str, strange: list[str], choices: Mapping[str, Choice]
) -> None:
    """Names that are no choices: each where it stands, or the first of a scale where that is named."""
    for name in strange if way != "scale" else strange[:1]:
        place = diagnostics.key(shape.place, way, name) if way != "scale" else diagnostics.at(shape.place, "scale")
        what = say("`{id}` has no choice `{choice}`", id=shape.question, choice=name)
        diagnostics.report(place, what, did_you_mean(name, choices))


def level_problem(diagnostics: Diagnostics, item: Item, level: Level, place: Place) -> Problem | None:
    """What is wrong with a level of an item: a choice that it has, or a number where it is counted or ticked."""
    name = item.question
    if isinstance(item.values, OptionValues):
        options = dict(item.values.options)
        if level in options:
            return None
        what = say("`{id}` has no choice `{choice}`", id=name, choice=shown(level))
        return diagnostics.problem(place, what, did_you_mean(str(level), options))
    if not isinstance(level, Fraction):
        what = say("`{name}` is measured in numbers, not `{level}`", name=name, level=level)
        return diagnostics.problem(place, what, say("Write a number, such as 0.7."))
    if not isinstance(item.values, Points) and not 0 <= level <= 1:
        what = say("`{name}` is measured from 0 to 1, not `{level}`", name=name, level=shown(level))
        return diagnostics.problem(place, what, say("Write one, such as 0.7."))
    return None


def as_level(text: str) -> Level:
    """A level as written: a number, or the id of a choice."""
    return Fraction(text) if NUMBER.fullmatch(text) else text


def valued_need(
    diagnostics: Diagnostics, name: str, level: Level, items: Mapping[str, Item], place: Place
) -> Need | None:
    """A control at a level, valued; unknown controls and levels are reported."""
    item = items.get(name)
    if item is not None and item.kind == "exposure":
        diagnostics.report(place, say("`{name}` is an exposure item, not a control", name=name), say("Name a control."))
        return None
    if item is None:
        controls = [name for name, item in items.items() if item.kind == "control"]
        diagnostics.problems.extend(diagnostics.unknown(place, "control", name, controls))
        return None
    if problem := level_problem(diagnostics, item, level, place):
        diagnostics.problems.append(problem)
        return None
    return Need(name, level, item.at(level), place)
