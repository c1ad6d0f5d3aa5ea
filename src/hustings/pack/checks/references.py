"""Every id names one thing, and every code of a source that a text cites stands in sources.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hustings.messages import english, say
from hustings.pack.citations import cited_in
from hustings.pack.model import Action, Afterwards, Band, Case, Domain, Gate, Pack, Source
from hustings.pack.questionnaire import Choice, Edition, Question, Section
from hustings.pack.rules import Jurisdiction, Rule
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.translation.translatable import phrases
from hustings.pack.uses import Use
from hustings.problems import Place, Problem

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

TWICE = {
    "section": english("two sections are called `{id}`"),
    "question": english("two questions are called `{id}`"),
    "choice": english("two choices are called `{id}`"),
    "domain": english("two domains are called `{id}`"),
    "gate": english("two gates are called `{id}`"),
    "action": english("two actions are called `{id}`"),
    "band": english("two bands are called `{id}`"),
    "later task": english("two later tasks are called `{id}`"),
    "edition": english("two editions are called `{id}`"),
    "case": english("two cases are called `{id}`"),
    "source": english("two sources are called `{id}`"),
    "use": english("two uses are called `{id}`"),
    "place": english("two places are called `{id}`"),
    "rule": english("two rules are called `{id}`"),
}
"""What is said of two things with one id, by their kind."""


def unique_ids(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """No id occurs twice: of questions in the whole pack, of choices in their question."""
    questions = [question for section in pack.questionnaire.sections for question in section.questions]
    yield from _twice(diagnostics, "section", pack.questionnaire.sections, key="section")
    yield from _twice(diagnostics, "question", questions)
    for question in questions:
        yield from _twice(diagnostics, "choice", question.choices)
    yield from _twice(diagnostics, "domain", pack.rubric.domains, key="domain")
    yield from _twice(diagnostics, "gate", pack.rubric.gates)
    yield from _twice(diagnostics, "action", pack.rubric.actions)
    yield from _twice(diagnostics, "band", pack.rubric.bands)
    yield from _twice(diagnostics, "later task", pack.rubric.afterwards)
    yield from _twice(diagnostics, "edition", pack.questionnaire.editions)
    yield from _twice(diagnostics, "case", pack.cases)
    yield from _twice(diagnostics, "source", pack.sources)
    yield from _twice(diagnostics, "use", pack.uses)
    yield from _twice(diagnostics, "place", pack.rules, key="jurisdiction")
    yield from _twice(diagnostics, "rule", [rule for place in pack.rules for rule in place.rules])


def _twice(diagnostics: Diagnostics, word: str, things: Iterable[Named], key: str = "id") -> Iterator[Problem]:
    seen = dict[str, Named]()
    for thing in things:
        first = seen.setdefault(thing.id, thing)
        if first is not thing:
            place = diagnostics.at(thing.place, key)
            yield diagnostics.problem(place, say(TWICE[word], id=thing.id), _first(first.place, place))


def _first(first: Place, place: Place) -> str:
    """Where the other of two stands."""
    if first.file == place.file:
        return say("The first is on line {line}; rename one.", line=first.line)
    return say("The first is on line {line} of {file}; rename one.", line=first.line, file=first.file)


def reserved_ids(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """`index` is the word for the whole."""
    for domain in pack.rubric.domains:
        if domain.id == "index":
            place = diagnostics.at(domain.place, "domain")
            yield diagnostics.problem(
                place, say("a domain cannot be called `index`"), say("That is the word for all domains together.")
            )


def cited_codes(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A pack without sources cites nothing: there a code may be anything."""
    known = {source.id for source in pack.sources}
    for phrase in phrases(pack) if known else ():
        field = phrase.key.rpartition(".")[2]
        for code in cited_in(phrase.text):
            if code not in known:
                yield from diagnostics.unknown(diagnostics.at(phrase.place, field), "source", code, known)
