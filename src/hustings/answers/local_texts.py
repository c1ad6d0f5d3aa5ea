"""A pack's texts in the words of the campaign's place: `texts` of rules/NAME.yaml, where the answers say so.

What a pack says by itself speaks of no place's law, bodies or calendar, so that nobody reads of another country's; what
is not known to be there stays as the pack says it. A source that concerns one place only is cited there only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from hustings.answers.applicability import Standings, standings, truth
from hustings.answers.events import Answers
from hustings.messages import with_decimal_comma
from hustings.pack.citations import cited_in, without
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.rules import Paper
from hustings.pack.translation.translatable import Phrase, retold, retold_question


def told_here(pack: Pack, answers: Answers, where: Standings | None = None) -> Pack:
    """The pack as it speaks to a campaign in its place. Same id, version and digest."""
    here = _here(pack, answers, where)
    if here is None:
        return pack
    told = retold(pack, here.tell)
    questions = {name: here.sourced(question) for name, question in told.questions.items()}
    sections = tuple(
        replace(section, questions=tuple(questions[question.id] for question in section.questions))
        for section in told.questionnaire.sections
    )
    kit = tuple(replace(text, sources=here.seen(text.sources)) for text in told.kit)
    asked = replace(told.questionnaire, sections=sections)
    return replace(told, questions=questions, questionnaire=asked, kit=kit)


def question_here(pack: Pack, answers: Answers, where: Standings, question: Question) -> Question:
    """One question in the words of the campaign's place."""
    here, write = _here(pack, answers, where), numbers_of(pack, answers)
    if here is None and write is str:
        return question
    tell = here.tell if here is not None else _as_written
    told = retold_question(question, lambda phrase: write(tell(phrase)))
    return told if here is None else here.sourced(told)


def _as_written(phrase: Phrase) -> str:
    return phrase.text


def numbers_of(pack: Pack, answers: Answers) -> Callable[[str], str]:
    """What makes the numbers of a text those of the campaign's place, in the language in which the pack is told."""
    asked = [place for place in pack.rules if pack.language in place.decimal_comma]
    known = standings(pack, answers) if asked else None
    here = known is not None and any(truth(pack, answers, known, place.when) is True for place in asked)
    return with_decimal_comma if here else str


def numbered_here(pack: Pack, answers: Answers) -> Pack:
    """The pack for a face that prints its texts as they stand: with numbers as the campaign's place writes them.

    Not for what writes the numbers of a whole page by `numbers_of` in the end: thousands would be turned back.
    """
    write = numbers_of(pack, answers)
    return pack if write is str else retold(pack, lambda phrase: write(phrase.text))


def paper_of(pack: Pack, answers: Answers) -> Paper:
    """On what people print where the campaign runs; A4 where that is known and nothing else is said."""
    known = standings(pack, answers)
    said = [(place.paper, truth(pack, answers, known, place.when)) for place in pack.rules if place.paper]
    here = [paper for paper, holds in said if holds is True]
    if here:
        return here[-1]
    return "letter" if not said or any(holds is None for _, holds in said) else "a4"


@dataclass(frozen=True, slots=True)
class _Here:
    """What is said in the campaign's places, by key, and the sources that concern other places only."""

    texts: Mapping[str, str]
    foreign: AbstractSet[str]

    def tell(self, phrase: Phrase) -> str:
        return without(self.texts.get(phrase.key, phrase.text), self.foreign)

    def seen(self, sources: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in dict.fromkeys(sources) if name not in self.foreign)

    def sourced(self, question: Question) -> Question:
        """What a place's words cite is among the sources of the question too."""
        begins = f"questions.{question.id}."
        more = (code for key, text in self.texts.items() if key.startswith(begins) for code in cited_in(text))
        return replace(question, sources=self.seen((*question.sources, *more)))


def _here(pack: Pack, answers: Answers, where: Standings | None) -> _Here | None:
    """None for a pack that says the same everywhere. Of two places the later one wins."""
    if not any(place.texts for place in pack.rules) and not any(source.only_in for source in pack.sources):
        return None
    known = standings(pack, answers) if where is None else where
    found = [place for place in pack.rules if truth(pack, answers, known, place.when) is True]
    ids = {place.id for place in found}
    foreign = {source.id for source in pack.sources if source.only_in and source.only_in not in ids}
    return _Here({text.key: text.text for place in found for text in place.texts}, foreign)
