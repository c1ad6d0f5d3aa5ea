"""Uses of AI that can be judged: conditions, needs, sources and owners that exist, in every edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hustings.messages import say
from hustings.pack.checks.conditions import condition_fits, condition_short
from hustings.pack.conditions import Clause, Comparison, Condition, Level, OneOf, clauses, names
from hustings.pack.editions import size
from hustings.pack.item_values import shown
from hustings.pack.model import Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.uses import Use
from hustings.problems import Place, Problem


def use_conditions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Conditions of uses refer only to questions that every edition counts."""
    for use in pack.uses:
        for when, text, place in _conditions(use, diagnostics):
            yield from condition_of(pack, diagnostics, when, text, place)
    for step in pack.groundwork:
        yield from condition_fits(
            pack, diagnostics, step.enough, step.enough_text, diagnostics.at(step.place, "enough")
        )


def _conditions(use: Use, diagnostics: Diagnostics) -> Iterator[tuple[Condition | None, str, Place]]:
    yield use.has, use.has_text, diagnostics.at(use.place, "has")
    yield use.wants, use.wants_text, diagnostics.at(use.place, "wants")
    for never in use.never:
        yield never.when, never.when_text, diagnostics.at(never.place, "when")


def condition_of(
    pack: Pack, diagnostics: Diagnostics, when: Condition | None, text: str, place: Place
) -> Iterator[Problem]:
    """A condition outside the questionnaire: it fits, is short, and depends on nothing that some edition leaves out."""
    yield from condition_fits(pack, diagnostics, when, text, place)
    yield from condition_short(diagnostics, when, place)
    for name in names(when) if when is not None else ():
        if left_out(pack, name):
            what = say("`{name}` counts in larger editions only, so others could not judge this", name=name)
            yield diagnostics.problem(place, what, say("Name a question that every edition counts."))


def left_out(pack: Pack, name: str) -> bool:
    """Whether some edition is scored without this question."""
    editions, question = pack.questionnaire.editions, pack.questions.get(name)
    least = min((size(pack, edition.scored_as) for edition in editions), default=0)
    return question is not None and size(pack, question.edition) > least


def use_needs(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """What a use needs is above the lowest level, and some action raises it."""
    for use in pack.uses:
        for need in use.needs:
            name, level = need.question, shown(need.level)
            if need.value == 0:
                what = say("`{name}` is always at `{level}` or above", name=name, level=level)
                yield diagnostics.problem(need.place, what, say("Name a higher level, or take this part away."))
            elif diagnostics.complete and not _raised(pack, name):
                hint = say("Say what to do about it, or name another control.")
                yield diagnostics.problem(need.place, say("no action raises `{name}`", name=name), hint, "warning")


def uses_with_their_checks(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A use needs every question that is asked because of it; otherwise it could be called ready without the answer."""
    for use in pack.uses:
        needed = {need.question for need in use.needs}
        for name, item in pack.items.items():
            if item.kind == "control" and name not in needed and _because_of(pack, use, pack.questions[name].when):
                yield _left_out_by(diagnostics, use, name)


def _left_out_by(diagnostics: Diagnostics, use: Use, control: str) -> Problem:
    what = say("`{control}` is asked because of `{use}`, and the use does not need it", control=control, use=use.id)
    hint = say("Name it under `needs`; then every edition asks it of whoever has this use.")
    return diagnostics.problem(diagnostics.at(use.place, "needs"), what, hint)


def _because_of(pack: Pack, use: Use, when: Condition | None) -> bool:
    """Whether a part of `when` holds as soon as a part of what tells that the campaign has the use does."""
    had = tuple(clauses(use.has))
    return when is not None and any(_follows(pack, one, other) for one in had for other in clauses(when))


def _follows(pack: Pack, one: Clause, other: Clause) -> bool:
    """Whether the second holds wherever the first does, as far as the two alone show."""
    match one, other:
        case Comparison(question, ">=", level), Comparison(same, ">=", least) if question == same:
            return _at_least(pack, question, level, least)
        case OneOf(question, choices), OneOf(same, wider) if question == same:
            return set(choices) <= set(wider)
        case _:
            return replace(one, column=0) == replace(other, column=0)


def _at_least(pack: Pack, name: str, level: Level, least: Level) -> bool:
    question = pack.questions.get(name)
    order = [choice.id for choice in question.choices] if question is not None else []
    return {level, least} <= set(order) and order.index(str(level)) >= order.index(str(least))


def _raised(pack: Pack, name: str) -> bool:
    return any(need.question == name for action in pack.rubric.actions for need in action.raises)


def use_sources(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Every source that a use cites is in sources.yaml."""
    cited = [(use.sources, use.place) for use in pack.uses]
    cited += [(step.sources, step.place) for step in pack.groundwork]
    for sources, place in cited:
        yield from sources_exist(pack, diagnostics, sources, place)


def sources_exist(pack: Pack, diagnostics: Diagnostics, cited: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """Each code cited under `sources` at `place` must be in sources.yaml."""
    known = {source.id for source in pack.sources}
    for number, source in enumerate(cited):
        if source not in known:
            yield from diagnostics.unknown(diagnostics.at(place, "sources", number), "source", source, known)


def groundwork_owners(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """The owner of a next step is a role of the questionnaire; no question has two next steps."""
    roles, seen = [role.id for role in pack.questionnaire.roles], set[str]()
    for step in pack.groundwork:
        if step.owner not in roles:
            yield from diagnostics.unknown(diagnostics.at(step.place, "owner"), "role", step.owner, roles)
        if step.question in seen:
            what = say("there are two next steps for `{question}`", question=step.question)
            yield diagnostics.problem(diagnostics.at(step.place, "question"), what, say("Keep one."))
        seen.add(step.question)
