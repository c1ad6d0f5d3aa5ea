"""Every id names one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hustings.pack.asked import Choice, Edition, Question, Section
from hustings.pack.desk import Desk
from hustings.pack.model import Action, Afterwards, Band, Case, Domain, Gate, Pack, Source
from hustings.pack.rules import Jurisdiction, Rule
from hustings.pack.uses import Use
from hustings.problems import Problem

Named = (
    Jurisdiction
    | Rule
    | Use
    | Action
    | Afterwards
    | Band
    | Case
    | Choice
    | Domain
    | Edition
    | Gate
    | Question
    | Section
    | Source
)


def unique_ids(pack: Pack, desk: Desk) -> Iterator[Problem]:
    """No id occurs twice: of questions in the whole pack, of choices in their question."""
    questions = [question for section in pack.questionnaire.sections for question in section.questions]
    yield from _twice(desk, "section", pack.questionnaire.sections, key="section")
    yield from _twice(desk, "question", questions)
    for question in questions:
        yield from _twice(desk, "choice", question.choices)
    yield from _twice(desk, "domain", pack.rubric.domains, key="domain")
    yield from _twice(desk, "gate", pack.rubric.gates)
    yield from _twice(desk, "action", pack.rubric.actions)
    yield from _twice(desk, "band", pack.rubric.bands)
    yield from _twice(desk, "later task", pack.rubric.afterwards)
    yield from _twice(desk, "edition", pack.questionnaire.editions)
    yield from _twice(desk, "case", pack.cases)
    yield from _twice(desk, "source", pack.sources)
    yield from _twice(desk, "use", pack.uses)
    yield from _twice(desk, "place", pack.rules, key="jurisdiction")
    yield from _twice(desk, "rule", [rule for place in pack.rules for rule in place.rules])


def _twice(desk: Desk, word: str, things: Iterable[Named], key: str = "id") -> Iterator[Problem]:
    seen = dict[str, Named]()
    for thing in things:
        first = seen.setdefault(thing.id, thing)
        if first is not thing:
            place, other = desk.at(thing.place, key), first.place
            where = f"line {other.line}" if other.file == place.file else f"line {other.line} of {other.file}"
            yield desk.problem(place, f"two {word}s are called `{thing.id}`", f"The first is on {where}; rename one.")


def reserved_ids(pack: Pack, desk: Desk) -> Iterator[Problem]:
    """`index` is the word for the whole."""
    for domain in pack.rubric.domains:
        if domain.id == "index":
            place = desk.at(domain.place, "domain")
            yield desk.problem(place, "a domain cannot be called `index`", "That is the word for all domains together.")
