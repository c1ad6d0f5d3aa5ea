"""Old ids (`was`) that lead to one question, or one choice, of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Choice, Question
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem

TAKE_OUT = english("`was` holds ids that are no longer used. Take it out, or rename what has it now.")
ONE = english("An answer can move to one place only. Keep the one that means the same.")


def old_ids_of_questions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """An id in a question's `was` is no question's own now, and stands there once in the pack."""
    return _old_ids(
        pack.questions.values(),
        diagnostics,
        english("`{old}` is still the id of a question"),
        english("`{old}` stands in `was` of `{other}` already"),
    )


def old_ids_of_choices(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """The same for choices, within one question."""
    for question in pack.questions.values():
        yield from _old_ids(
            question.choices,
            diagnostics,
            english("`{old}` is still the id of a choice here"),
            english("`{old}` stands in `was` of the choice `{other}` already"),
        )


def _old_ids(named: Iterable[Question | Choice], diagnostics: Diagnostics, still: str, twice: str) -> Iterator[Problem]:
    listed = tuple(named)
    own, seen = {one.id for one in listed}, dict[str, str]()
    for one in listed:
        for number, old in enumerate(one.was):
            place = diagnostics.at(one.place, "was", number)
            if old in own:
                yield diagnostics.problem(place, say(still, old=old), say(TAKE_OUT))
            elif old in seen:
                yield diagnostics.problem(place, say(twice, old=old, other=seen[old]), say(ONE))
            seen.setdefault(old, one.id)
