"""A pack's texts as worded for the campaign's place: `texts` of rules/NAME.yaml, if the campaign is there.

The pack's own texts mention no place's law, bodies or calendar; they are kept unless the campaign is known to be in a
place with its own. A source that concerns one place is cited only there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from hustings.answers.applicability import Standings, standings, truth
from hustings.answers.events import Answers
from hustings.frozen_records import dataclass
from hustings.messages import with_decimal_comma
from hustings.pack.citations import cited_in, without
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.rules import Paper
from hustings.pack.translation.translatable import Phrase, retold, retold_question


def told_here(pack: Pack, answers: Answers, where: Standings | None = None) -> Pack:
    """The pack with the texts of the campaign's place. Id, version and digest stay the same."""
    here = _here(pack, answers, where)
    if here is None:
        return pack
    local = retold(pack, here.tell)
    questions = {name: here.sourced(question) for name, question in local.questions.items()}
    sections = tuple(
        replace(section, questions=tuple(questions[question.id] for question in section.questions))
        for section in local.questionnaire.sections
    )
    kit = tuple(replace(text, sources=here.seen(text.sources)) for text in local.kit)
    asked = replace(local.questionnaire, sections=sections)
    return replace(local, questions=questions, questionnaire=asked, kit=kit)


def question_here(pack: Pack, answers: Answers, where: Standings, question: Question) -> Question:
    """One question with the texts of the campaign's place."""
    here, write = _here(pack, answers, where), numbers_of(pack, answers)
    if here is None and write is str:
        return question
    tell = here.tell if here is not None else _as_written
    local = retold_question(question, lambda phrase: write(tell(phrase)))
    return local if here is None else here.sourced(local)


def _as_written(phrase: Phrase) -> str:
    return phrase.text


def numbers_of(pack: Pack, answers: Answers) -> Callable[[str], str]:
    """A function that writes the numbers in a text as the campaign's place does, in the language of the pack."""
    asked = [place for place in pack.rules if pack.language in place.decimal_comma]
    known = standings(pack, answers) if asked else None
    here = known is not None and any(truth(pack, answers, known, place.when) is True for place in asked)
    return with_decimal_comma if here else str


def numbered_here(pack: Pack, answers: Answers) -> Pack:
    """The pack for a face that prints its texts unchanged: with numbers as the campaign's place writes them.

    Not for pages whose numbers are written by `numbers_of` at the end: that would swap them back.
    """
    write = numbers_of(pack, answers)
    return pack if write is str else retold(pack, lambda phrase: write(phrase.text))


def paper_of(pack: Pack, answers: Answers) -> Paper:
    """The paper size at the campaign's place; A4 if that place is known and names none, letter if it is unknown."""
    known = standings(pack, answers)
    papers = [(place.paper, truth(pack, answers, known, place.when)) for place in pack.rules if place.paper]
    certain = [paper for paper, holds in papers if holds is True]
    if certain:
        return certain[-1]
    return "letter" if not papers or any(holds is None for _, holds in papers) else "a4"


@dataclass(frozen=True, slots=True)
class _Here:
    """The texts of the campaign's places, by key, and the sources that concern other places only."""

    texts: Mapping[str, str]
    foreign: AbstractSet[str]

    def tell(self, phrase: Phrase) -> str:
        return without(self.texts.get(phrase.key, phrase.text), self.foreign)

    def seen(self, sources: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in dict.fromkeys(sources) if name not in self.foreign)

    def sourced(self, question: Question) -> Question:
        """The question with the sources that the place's texts cite added."""
        begins = f"questions.{question.id}."
        more = (code for key, text in self.texts.items() if key.startswith(begins) for code in cited_in(text))
        return replace(question, sources=self.seen((*question.sources, *more)))


def _here(pack: Pack, answers: Answers, where: Standings | None) -> _Here | None:
    """None for a pack without local texts or sources. Of two places, the later one in the pack wins.

    Whether the campaign is there is asked only of places with texts or sources of their own: most have rules alone.
    """
    sourced = {source.only_in for source in pack.sources if source.only_in}
    local = [place for place in pack.rules if place.texts or place.id in sourced]
    if not local and not sourced:
        return None
    known = standings(pack, answers) if where is None else where
    places = [place for place in local if truth(pack, answers, known, place.when) is True]
    ids = {place.id for place in places}
    foreign = {source.id for source in pack.sources if source.only_in and source.only_in not in ids}
    return _Here({text.key: text.text for place in places for text in place.texts}, foreign)
