"""What the plan calculates with: tags that phases of the calendar forbid, and the hours that a team has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hustings.messages import say
from hustings.pack.checks.uses import left_out
from hustings.pack.effort import Capacity
from hustings.pack.model import Action, Pack
from hustings.pack.questionnaire import Question
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Place, Problem, did_you_mean, near

Misfit = tuple[str, str]


def forbidden_tags(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """What a phase forbids, some action has: a misspelt tag would forbid nothing, and nobody would notice."""
    carried = {tag for action in pack.rubric.actions for tag in action.tags}
    for phase in pack.rubric.calendar:
        for number, tag in enumerate(phase.forbid):
            if tag not in carried and diagnostics.complete:
                hint = did_you_mean(tag, carried) or say("Give it to an action under `tags`, or take it away.")
                what = say("no action has the tag `{tag}`, so this forbids nothing", tag=tag)
                yield diagnostics.problem(diagnostics.at(phase.place, "forbid", number), what, hint)


def misspelt_tags(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A warning for a tag that no phase forbids, and that looks like one that is forbidden, or more common."""
    used = Counter(tag for action in pack.rubric.actions for tag in action.tags)
    forbidden = {tag for phase in pack.rubric.calendar for tag in phase.forbid if tag in used}
    for action in pack.rubric.actions:
        for number, tag in enumerate(action.tags):
            meant = near(tag, sorted({*forbidden, *(other for other in used if used[other] > used[tag])} - {tag}))
            if tag not in forbidden and meant:
                yield _misspelt(diagnostics, action, number, meant)


def _misspelt(diagnostics: Diagnostics, action: Action, number: int, meant: str) -> Problem:
    what = say("the tag `{tag}` of `{id}` is forbidden nowhere", tag=action.tags[number], id=action.id)
    place = diagnostics.at(action.place, "tags", number)
    return diagnostics.problem(place, what, did_you_mean(action.tags[number], [meant]), "warning")


def capacity_questions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """The hours of a team are asked as a number in every edition; its size has a number of hours for each choice."""
    capacity = pack.rubric.capacity
    if capacity is None:
        return
    for key, name, misfit in (("hours", capacity.question, _no_hours), ("team", capacity.team_question, _no_team)):
        place, question = diagnostics.at(capacity.place, key), pack.questions.get(name)
        if question is None:
            yield from diagnostics.unknown(place, "question", name, pack.questions)
        elif mistake := misfit(pack, question):
            yield diagnostics.problem(place, *mistake)
        elif key == "team":
            yield from _classes(diagnostics, capacity, question)


def _no_hours(pack: Pack, question: Question) -> Misfit | None:
    if question.type != "number":
        return say("`{id}` is not a number of hours", id=question.id), say("Name a question of type number.")
    if question.id in pack.items:
        return say("`{id}` is scored, and hours are no merit", id=question.id), say("Name a question without a score.")
    if left_out(pack, question.id):
        what = say("`{id}` counts in larger editions only, so others would have no hours", id=question.id)
        return what, say("Name a question that every edition asks.")
    return None


def _no_team(_: Pack, question: Question) -> Misfit | None:
    if question.type != "select_one":
        return say("`{id}` has no choices that stand for sizes", id=question.id), say("Name a select_one question.")
    return None


def _classes(diagnostics: Diagnostics, capacity: Capacity, question: Question) -> Iterator[Problem]:
    """Every size of a team has its hours, and no other."""
    known, given = [choice.id for choice in question.choices], [name for name, _ in capacity.hours_by_team]
    for number, name in enumerate(capacity.small_teams):
        yield from _choice(diagnostics, question, name, diagnostics.at(capacity.place, "small", number))
    for name in given:
        yield from _choice(diagnostics, question, name, diagnostics.key(capacity.place, "by_team", name))
    missing = [name for name in known if name not in given]
    if missing and diagnostics.sound(capacity.place, "by_team") and diagnostics.sound(question.place, "choices"):
        listed = ", ".join(f"`{name}`" for name in missing)
        what = say("`by_team` has no hours for {names} of `{id}`", names=listed, id=question.id)
        hint = say("Give each choice its hours a week.")
        yield diagnostics.problem(diagnostics.key(capacity.place, "by_team"), what, hint)


def _choice(diagnostics: Diagnostics, question: Question, name: str, place: Place) -> Iterator[Problem]:
    if question.choice(name) is None and diagnostics.sound(question.place, "choices"):
        hint = did_you_mean(name, [choice.id for choice in question.choices])
        what = say("`{id}` has no choice `{choice}`", id=question.id, choice=name)
        yield diagnostics.problem(place, what, hint)
