"""Deeds: a message to stop something also says what ends it within the hour (method.md 1.8, ruling 45)."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import say
from hustings.pack.effort import Deed
from hustings.pack.item_values import shown
from hustings.pack.model import Gate, Pack
from hustings.pack.rules import Rule
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem

HOUR = 1


def stops_with_deeds(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A gate of the whole index has a stop; every stop has a deed, and no deed stands without one."""
    for gate in pack.rubric.gates:
        if diagnostics.sound(gate.place):
            yield from _of_gate(diagnostics, gate)


def _of_gate(diagnostics: Diagnostics, gate: Gate) -> Iterator[Problem]:
    if gate.scope == "index" and not gate.stop:
        what = say("the gate `{id}` caps the index and has no `stop`", id=gate.id)
        hint = say("Say under `stop` what to end today, and give the `deed` that ends it.")
        yield diagnostics.problem(gate.place, what, hint)
    elif gate.stop and gate.deed is None:
        what = say("the gate `{id}` has a `stop` and no `deed`, which ends it within the hour", id=gate.id)
        yield diagnostics.problem(diagnostics.at(gate.place, "stop"), what, _shape())
    elif gate.deed is not None and not gate.stop:
        what = say("the `deed` of the gate `{id}` is never shown: it has no `stop`", id=gate.id)
        yield diagnostics.problem(diagnostics.key(gate.place, "deed"), what, say("Give `stop`, or take the deed away."))


def breaches_with_deeds(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A rule that can be breached has a deed that ends the breach, and no other rule has one."""
    for rule in (rule for place in pack.rules for rule in place.rules if diagnostics.sound(rule.place)):
        yield from _of_rule(diagnostics, rule)


def _of_rule(diagnostics: Diagnostics, rule: Rule) -> Iterator[Problem]:
    if rule.breached_text and rule.deed is None:
        what = say("`{id}` can be breached and has no `deed`, which ends the breach within the hour", id=rule.id)
        yield diagnostics.problem(diagnostics.at(rule.place, "breached_when"), what, _shape())
    elif rule.deed is not None and not rule.breached_text:
        what = say("the `deed` of `{id}` is never shown: nothing says when it is breached", id=rule.id)
        hint = say("Give `breached_when`, or take the deed away.")
        yield diagnostics.problem(diagnostics.key(rule.place, "deed"), what, hint)


def _shape() -> str:
    return say("Write it like `deed: {title: Pause the calls., how: ..., hours: 0.5, owner: manager}`.")


def deeds_within_the_hour(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A deed takes an hour at most, and somebody in the campaign does it."""
    roles = [role.id for role in pack.questionnaire.roles]
    for deed in _deeds(pack):
        if deed.hours > HOUR:
            what = say("a deed takes an hour at most, and this one {hours} hours", hours=shown(deed.hours))
            hint = say("Name what ends it at once; what takes longer is an action.")
            yield diagnostics.problem(diagnostics.at(deed.place, "hours"), what, hint)
        if deed.owner not in roles:
            yield from diagnostics.unknown(diagnostics.at(deed.place, "owner"), "role", deed.owner, roles)


def _deeds(pack: Pack) -> Iterator[Deed]:
    yield from (gate.deed for gate in pack.rubric.gates if gate.deed is not None)
    yield from (rule.deed for place in pack.rules for rule in place.rules if rule.deed is not None)
