"""Editions that hold together: what a smaller one asks and counts never depends on what only a larger one asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hustings.messages import english, say
from hustings.pack.conditions import names
from hustings.pack.editions import about, counted_from, size
from hustings.pack.model import Gate, Item, Pack
from hustings.pack.questionnaire import Question
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem

HINT = english("Give both the same edition, or let the condition ask something that smaller editions ask too.")


def known_editions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A question's edition is one of the questionnaire's; an edition is scored as itself or a larger one."""
    editions = [edition.id for edition in pack.questionnaire.editions]
    for edition in pack.questionnaire.editions:
        place = diagnostics.at(edition.place, "scored_as")
        if edition.scored_as not in editions:
            yield from diagnostics.unknown(place, "edition", edition.scored_as, editions)
        elif size(pack, edition.scored_as) < size(pack, edition.id):
            what = say(
                "`{id}` is scored as the smaller edition `{scored_as}`", id=edition.id, scored_as=edition.scored_as
            )
            yield diagnostics.problem(place, what, say("What is asked would not count; name itself or a larger one."))
    for question in pack.questions.values():
        if question.edition and question.edition not in editions:
            yield from diagnostics.unknown(
                diagnostics.at(question.place, "edition"), "edition", question.edition, editions
            )


def smaller_stands_alone(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Conditions, follow-ups, requirements and gates of an edition name what it asks itself."""
    for question in pack.questions.values():
        for key, parents in _parents(question):
            for parent in _larger(pack, question.edition, parents):
                what = say(
                    "`{id}` is asked in smaller editions than `{parent}`, on which its `{key}` hangs",
                    id=question.id,
                    parent=parent,
                    key=key,
                )
                yield diagnostics.problem(diagnostics.at(question.place, key), what, say(HINT))
    for item in pack.items.values():
        for number, parent in _required(pack, item):
            what = say(
                "`{question}` counts in smaller editions than `{parent}`, which it requires",
                question=item.question,
                parent=parent,
            )
            yield diagnostics.problem(
                diagnostics.at(item.place, "requires", number), what, say("Give both the same edition.")
            )
    for gate in pack.rubric.gates:
        yield from _gate(pack, gate, diagnostics)


def _parents(question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    if question.when is not None:
        yield "when", names(question.when)
    if question.follows is not None:
        yield "follows", (question.follows.question,)


def _required(pack: Pack, item: Item) -> Iterator[tuple[int, str]]:
    edition = pack.questions[item.question].edition
    for number, need in enumerate(item.requires):
        for parent in _counted_later(pack, edition, [need.question]):
            yield number, parent


def _gate(pack: Pack, gate: Gate, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A gate whose parts belong to different editions would be lost with the larger one."""
    known = [name for name in about(gate) if name in pack.questions]
    names = sorted(known, key=lambda name: size(pack, pack.questions[name].edition))
    if names:
        small = pack.questions[names[0]].edition
        for parent in _counted_later(pack, small, names[1:]):
            what = say(
                "the gate `{id}` joins `{value}` with `{parent}`, which only a larger edition asks",
                id=gate.id,
                value=names[0],
                parent=parent,
            )
            yield diagnostics.problem(diagnostics.at(gate.place, "needs"), what, say("Give both the same edition."))


def _counted_later(pack: Pack, edition: str, parents: Iterable[str]) -> Iterator[str]:
    """Those that count in larger editions only; what a quick edition leaves out still counts in it."""
    for parent in parents:
        asked = pack.questions.get(parent)
        if asked is not None and counted_from(pack, asked.edition) > counted_from(pack, edition):
            yield parent


def _larger(pack: Pack, edition: str, parents: Iterable[str]) -> Iterator[str]:
    for parent in parents:
        asked = pack.questions.get(parent)
        if asked is not None and size(pack, asked.edition) > size(pack, edition):
            yield parent
