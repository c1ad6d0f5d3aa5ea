"""Questions that can be asked and answered."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import say
from hustings.pack.item_values import shown
from hustings.pack.model import Pack
from hustings.pack.questionnaire import SELECTS, Question
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Problem


def enough_choices(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A question with choices has at least two; others have none."""
    for question in pack.questions.values():
        place = diagnostics.key(question.place, "choices")
        if question.type not in SELECTS and question.choices:
            what = say("`{id}` is a {type} question and takes no choices", id=question.id, type=question.type)
            yield diagnostics.problem(place, what, say("Use select_one or select_multiple, or take the choices away."))
        if question.type in SELECTS and len(question.choices) < 2 and diagnostics.sound(question.place):  # noqa: PLR2004
            what = (
                say("`{id}` has one choice", id=question.id)
                if question.choices
                else say("`{id}` has no choices", id=question.id)
            )
            yield diagnostics.problem(place, what, say("Give at least two, or the name of a ladder."))


def yes_and_no(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A `yes_no` may word its choices, not change them."""
    for question in pack.questions.values():
        ids = [choice.id for choice in question.choices]
        whole = diagnostics.sound(diagnostics.at(question.place, "choices"))
        if question.type == "yes_no" and sorted(ids) != ["no", "yes"] and whole:
            what = say("`{id}` is a yes_no question; its choices are `no` and `yes`", id=question.id)
            yield diagnostics.problem(
                diagnostics.key(question.place, "choices"), what, say("Use select_one for other choices.")
            )


def alone_among_several(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """`alone` means something only where several choices can be ticked."""
    for question in pack.questions.values():
        for choice in question.choices:
            if choice.alone and question.type != "select_multiple":
                what = say("`alone` has no meaning in `{id}`, where one choice is taken anyway", id=question.id)
                yield diagnostics.problem(diagnostics.key(choice.place, "alone"), what, say("Take it away."))


def bounds(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """`lowest`, `highest` and `unit` are for numbers, the lowest below the highest."""
    for question in pack.questions.values():
        if question.type != "number":
            yield from _unbounded(diagnostics, question)
        elif question.lowest is not None and question.highest is not None and question.lowest >= question.highest:
            what = say(
                "`lowest` ({shown}) is not below `highest` ({shown_2})",
                shown=shown(question.lowest),
                shown_2=shown(question.highest),
            )
            yield diagnostics.problem(diagnostics.at(question.place, "lowest"), what, say("Change one of the two."))


def _unbounded(diagnostics: Diagnostics, question: Question) -> Iterator[Problem]:
    for key in ("lowest", "highest", "unit"):
        if getattr(question, key) not in (None, ""):
            what = say(
                "`{key}` is for numbers; `{id}` is a {type} question", key=key, id=question.id, type=question.type
            )
            yield diagnostics.problem(diagnostics.key(question.place, key), what, say("Take it away."))


def known_roles(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """The role that knows the answer is a role of the questionnaire."""
    roles = [role.id for role in pack.questionnaire.roles]
    for question in pack.questions.values():
        if question.role and question.role not in roles:
            yield from diagnostics.unknown(diagnostics.at(question.place, "role"), "role", question.role, roles)


def known_sources(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """What a question cites stands in sources.yaml, if the pack has one."""
    sources = {source.id for source in pack.sources}
    for question in pack.questions.values():
        for number, source in enumerate(question.sources):
            if sources and source not in sources:
                yield from diagnostics.unknown(
                    diagnostics.at(question.place, "sources", number), "source", source, sources
                )


def named_questions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """The questions that hold the campaign's name and its days are of the type that fits."""
    asked = pack.questionnaire
    for key, name, kind in (
        ("campaign_name", asked.name, "text"),
        ("first_ballots", asked.clock, "date"),
        ("election_day", asked.election, "date"),
    ):
        place, question = diagnostics.at(pack.place, key), pack.questions.get(name)
        if name and question is None:
            yield from diagnostics.unknown(place, "question", name, pack.questions)
        elif question is not None and question.type != kind:
            what = say(
                "`{key}` needs a {kind} question; `{name}` is a {type} question",
                key=key,
                kind=kind,
                name=name,
                type=question.type,
            )
            yield diagnostics.problem(place, what, say("Name another one."))
