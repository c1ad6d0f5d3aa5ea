"""Gates that a campaign can understand, and that only ever open when more is in place (method.md 1.2, 1.5)."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.build.item_values import level_problem
from hustings.pack.conditions import Clause, Comparison, Level, clauses, negates
from hustings.pack.item_values import Points, shown
from hustings.pack.model import Gate, Item, Kind, Pack
from hustings.pack.source.diagnostics import Diagnostics, Word
from hustings.problems import Place, Problem

KINDS: dict[str, Kind] = {"needs": "control", "when": "exposure"}
KEYS: dict[Kind, str] = {"control": "needs", "exposure": "when"}
WORD: dict[Kind, Word] = {"control": "control", "exposure": "exposure item"}
EXAMPLE = {"needs": "sign_in >= largely", "when": "voice_online >= some"}
NAME: dict[Kind, str] = {"control": english("Name a control."), "exposure": english("Name an exposure item.")}
OTHER: dict[Kind, str] = {
    "control": english("`{name}` is an exposure item, not a control"),
    "exposure": english("`{name}` is a control, not an exposure item"),
}
"""What is said of an item of the other kind than the one that belongs there."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One comparison in a gate: under which key (`needs` or `when`), and where."""

    gate: Gate
    key: str
    clause: Clause
    place: Place


def gate_conditions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """`needs` is controls at a level or better, `when` exposure at a level or more, joined by and/or."""
    for gate in pack.rubric.gates:
        for key, condition, text in (("needs", gate.needs, gate.needs_text), ("when", gate.when, gate.when_text)):
            place = diagnostics.at(gate.place, key)
            if condition is not None and negates(condition):
                what = say("the `{key}` of a gate cannot use `not` or `!=`", key=key)
                yield diagnostics.problem(place, what, say("Write it like `{example}`.", example=EXAMPLE[key]))
            elif condition is not None:
                for clause in clauses(condition):
                    yield from _clause(
                        pack, diagnostics, _Part(gate, key, clause, diagnostics.inside(place, text, clause.column))
                    )


def _clause(pack: Pack, diagnostics: Diagnostics, part: _Part) -> Iterator[Problem]:
    item, name, kind = pack.items.get(part.clause.question), part.clause.question, KINDS[part.key]
    if name in diagnostics.lost:
        return
    if item is None and name not in pack.questions:
        fitting = [name for name, item in pack.items.items() if item.kind == kind]
        yield from diagnostics.unknown(part.place, WORD[kind], name, fitting)
    elif item is None:
        what = say("`{name}` is not scored, so no gate can ask for it", name=name)
        yield from (() if diagnostics.blind else (diagnostics.problem(part.place, what, say(NAME[kind])),))
    elif item.kind != kind:
        what = say(OTHER[kind], name=name)
        yield diagnostics.problem(part.place, what, say("It may stand under `{key}`.", key=KEYS[item.kind]))
    elif not isinstance(part.clause, Comparison) or part.clause.order != ">=":
        what = say("a gate asks whether `{name}` is at a level or above", name=name)
        yield diagnostics.problem(part.place, what, say("Write it like `{example}`.", example=EXAMPLE[part.key]))
    elif problem := level_problem(diagnostics, item, part.clause.level, part.place):
        yield problem
    else:
        yield from _level(diagnostics, part, item, part.clause.level)


def _level(diagnostics: Diagnostics, part: _Part, item: Item, level: Level) -> Iterator[Problem]:
    name, here, needed = item.question, part.place, part.key == "needs"
    if part.gate.scope not in ("index", item.domain):
        what = say(
            "`{name}` belongs to the domain `{domain}`, the gate to `{scope}`",
            name=name,
            domain=item.domain,
            scope=part.gate.scope,
        )
        yield diagnostics.problem(here, what, say("Move the gate to rubric.yaml, where it caps the index."))
    if needed and isinstance(item.values, Points) and item.values.points[0][1] > item.values.points[-1][1]:
        what = say("`{name}` gets worse as its number rises, so no gate can ask for more of it", name=name)
        yield diagnostics.problem(here, what, say("Use another control."))
    elif not diagnostics.sound(item.place):
        return
    elif item.at(level) == 0:
        what = say("`{name}` is always at `{level}` or above", name=name, level=shown(level))
        yield diagnostics.problem(here, what, say("Name a higher level, or take this part away."))
    elif needed and item.at(level) > item.target:
        what = say("the gate asks more of `{name}` ({level}) than its target", name=name, level=shown(level))
        yield diagnostics.problem(here, what, say("Give the control `target: {level}`.", level=shown(level)))


def gate_caps(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A domain is capped between 0 and 1, the index between 0 and 100."""
    for gate in pack.rubric.gates:
        place = diagnostics.at(gate.place, "cap")
        if gate.scope != "index" and gate.cap > 1:
            what = say("the cap {cap} is out of range: 0 to 1", cap=shown(gate.cap))
            yield diagnostics.problem(
                place, what, say("A gate in a domain caps that domain; one in rubric.yaml caps the index.")
            )
        if gate.scope == "index" and 0 < gate.cap < 1:
            what = say("the cap {cap} is below 1, and the index runs from 0 to 100", cap=shown(gate.cap))
            yield diagnostics.problem(place, what, say("Is {cap} meant?", cap=shown(gate.cap * 100)), "warning")


def gate_texts(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A stop is shown to those who are known to do it; those who do not know yet get another text."""
    for gate in pack.rubric.gates:
        if gate.stop and not gate.open and diagnostics.sound(gate.place):
            what = say("the gate `{id}` has a `stop` and no `open`, the text for those who do not know yet", id=gate.id)
            hint = say("Say under `open` what is not known, and whom to ask.")
            yield diagnostics.problem(diagnostics.at(gate.place, "stop"), what, hint)


def gates_that_vanish(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A warning where "does not apply" on one control would take a whole gate away (method.md 1.5, ruling 10)."""
    for name, item in pack.items.items():
        if item.kind != "control" or not pack.questions[name].na:
            continue
        gone = _gone_with(pack, name)
        for gate in pack.rubric.gates:
            if all(clause.question in gone for clause in clauses(gate.needs)):
                what = say("“does not apply” on `{name}` takes the gate `{id}` away", name=name, id=gate.id)
                hint = say("Take `na: yes` from `{name}`, or let the gate need another control too.", name=name)
                yield diagnostics.problem(diagnostics.at(gate.place, "needs"), what, hint, "warning")


def _gone_with(pack: Pack, name: str) -> set[str]:
    """A control and the follow-ups that inherit its "does not apply"."""
    gone, size = {name}, 0
    while len(gone) > size:
        size = len(gone)
        gone |= {q.id for q in pack.questions.values() if q.follows is not None and q.follows.question in gone}
    return gone
