"""Uses of AI that can be judged: conditions, needs, sources and owners that exist, in every edition."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import say
from hustings.pack.checks.conditions import condition_fits, condition_short
from hustings.pack.conditions import Condition, clauses, names
from hustings.pack.editions import size
from hustings.pack.item_values import shown
from hustings.pack.model import Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.uses import Use
from hustings.problems import Place, Problem


def use_conditions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """What is had, wanted and ruled out is asked, by questions that every edition counts."""
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
    """A condition outside the questionnaire: it fits, is short, and hangs on nothing that some edition leaves out."""
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
    """What must be in place first can be missing, and can be mended."""
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
    """What only larger editions ask, and ask because of a use, is needed by it: then it is asked wherever it is had."""
    for use in pack.uses:
        needed, told = {need.question for need in use.needs}, set(clauses(use.has))
        for name, item in pack.items.items():
            when = pack.questions[name].when
            own = when is not None and not told.isdisjoint(clauses(when))
            if own and item.kind == "control" and name not in needed and left_out(pack, name):
                what = say(
                    "`{name}` is asked because of `{id}`, in larger editions only, and the use does not need it",
                    name=name,
                    id=use.id,
                )
                hint = say("Name it under `needs`; then every edition asks it of whoever has this use.")
                yield diagnostics.problem(diagnostics.at(use.place, "needs"), what, hint)


def _raised(pack: Pack, name: str) -> bool:
    return any(need.question == name for action in pack.rubric.actions for need in action.raises)


def use_sources(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """What is cited stands in sources.yaml."""
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
    """Somebody in the campaign takes the next step; no question has two."""
    roles, seen = [role.id for role in pack.questionnaire.roles], set[str]()
    for step in pack.groundwork:
        if step.owner not in roles:
            yield from diagnostics.unknown(diagnostics.at(step.place, "owner"), "role", step.owner, roles)
        if step.question in seen:
            what = say("there are two next steps for `{question}`", question=step.question)
            yield diagnostics.problem(diagnostics.at(step.place, "question"), what, say("Keep one."))
        seen.add(step.question)
