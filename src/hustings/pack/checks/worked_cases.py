"""Worked cases that refer only to what the pack has. Whether their results are right is checked by `scoring`."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from hustings.pack.model import Case, Pack
from hustings.pack.source.diagnostics import Diagnostics, Word
from hustings.problems import Place, Problem


def cases_that_exist(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Every name in a case is one of the pack."""
    for case in pack.cases:
        for place, word, name, known in _names(pack, diagnostics, case):
            if name not in known:
                yield from diagnostics.unknown(place, word, name, known)


def _names(pack: Pack, diagnostics: Diagnostics, case: Case) -> Iterator[tuple[Place, Word, str, Collection[str]]]:
    """Where each name stands, what it should be, and what there is."""
    here, there = case.place, diagnostics.at(case.place, "expect")
    controls = [name for name, item in pack.items.items() if item.kind == "control"]
    for name, _ in case.answers:
        yield diagnostics.key(here, "answers", name), "question", name, pack.questions
    if case.band:
        yield diagnostics.at(there, "band"), "band", case.band, [band.id for band in pack.rubric.bands]
    for name, _ in case.gates:
        yield diagnostics.key(there, "gates", name), "gate", name, [gate.id for gate in pack.rubric.gates]
    for name, _ in case.findings:
        yield diagnostics.key(there, "findings", name), "control", name, controls
    for number, name in enumerate(case.absent):
        yield diagnostics.at(there, "absent", number), "control", name, controls
    for number, name in enumerate(case.open):
        yield diagnostics.at(there, "open", number), "question", name, pack.questions
    for number, name in enumerate(case.actions):
        yield diagnostics.at(there, "actions", number), "action", name, [action.id for action in pack.rubric.actions]
