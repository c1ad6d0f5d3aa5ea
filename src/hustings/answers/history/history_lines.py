"""The history of answers in lines to be read: who, when, and what became of what.

Everything in it is text from a case file: it is put on one line and cleaned, and never printed without that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from hustings.answers.display import answer_in_words, worded_value
from hustings.answers.events import CLOSED, EDITION, FOLLOWS, GRADES, PACK, Answer, Event
from hustings.answers.history.answer_history import Act, Change, Sitting, people, since_last_answer, sittings
from hustings.messages import english, listed, long_date, say, several
from hustings.pack.questionnaire import Question
from hustings.text import one_line

Questions = Mapping[str, Question]
WAYS = {
    "interview": english("in the interview"),
    "file": english("from a file"),
    "workshop": english("in the workshop"),
    "paper": english("from a worksheet"),
    "follow-up": english("at the follow-up"),
    "upgrade": english("at the upgrade of the pack"),
    "undo": english("when the upgrade was taken back"),
    "close": english("when closing"),
}
"""How an answer came in, by the source of its event."""


def overview_lines(questions: Questions, made: Sequence[Change], *, all_: bool) -> Iterator[str]:
    """Each sitting with its counts, and what was changed or withdrawn in it; with `all_` every answer."""
    if not made:
        yield say("Nothing was answered yet.")
        return
    named = people(made)
    if named:
        yield say("Answered by {names}.", names=listed(tuple(map(one_line, named))))
    if any(not change.event.by for change in made):
        yield say("Some answers are without a name: --by NAME with `hustings interview` says who answers.")
    yield from _sittings(questions, made, all_=all_)


def since_lines(questions: Questions, made: Sequence[Change], name: str) -> Iterator[str]:
    """What others answered after somebody's last answer."""
    news = since_last_answer(made, name)
    if news is None:
        yield say("Nobody named {name} has answered yet.", name=one_line(name))
        return
    last, others = news
    if not others:
        yield say("Nobody else has answered since you were here ({when}).", when=_when(last.at))
        return
    yield say("Since you were here ({when}):", when=_when(last.at))
    yield from _sittings(questions, others, all_=True)


def _sittings(questions: Questions, made: Sequence[Change], *, all_: bool) -> Iterator[str]:
    for sitting in sittings(made):
        yield ""
        yield _sitting(sitting)
        yield from (f"  {_short(questions, change)}" for change in sitting.changes if all_ or change.act in _TELLING)


_TELLING = (Act.CHANGED, Act.WITHDRAWN, Act.ABOUT)


def question_lines(question: Question, made: Sequence[Change]) -> Iterator[str]:
    """Everything that was ever answered to one question."""
    yield question.text
    if not made:
        yield f"  {say('Never answered.')}"
    for change in made:
        yield f"  {_when(change.event.at)}, {_who(change)}: {_became(question, change)}"
        yield from (f"    {line}" for line in _about(change.event.answer))


def _sitting(sitting: Sitting) -> str:
    day, first, last = long_date(sitting.first.at.date()), _time(sitting.first.at), _time(sitting.last.at)
    names = {"day": day, "who": _who(sitting.changes[0]), "counts": listed(tuple(_counts(sitting)))}
    if first == last:
        return say("{day}, {time}, {who}: {counts}", time=first, **names)
    return say("{day}, {first} to {last}, {who}: {counts}", first=first, last=last, **names)


def _counts(sitting: Sitting) -> Iterator[str]:
    counts = {act: sitting.count(act) for act in Act}
    if n := counts[Act.GIVEN]:
        yield several(n, "{n} answer given", "{n} answers given")
    if n := counts[Act.CHANGED]:
        yield several(n, "{n} changed", "{n} changed")
    if n := counts[Act.EVIDENCE]:
        yield several(n, "{n} with another note or proof", "{n} with another note or proof")
    if n := counts[Act.CONFIRMED]:
        yield several(n, "{n} confirmed", "{n} confirmed")
    if n := counts[Act.WITHDRAWN]:
        yield several(n, "{n} withdrawn", "{n} withdrawn")
    if n := counts[Act.ABOUT]:
        yield several(n, "{n} entry about the assessment", "{n} entries about the assessment")


def _who(change: Change) -> str:
    name, source = map(one_line, change.who)
    way = say(WAYS[source]) if source in WAYS else source
    return say("{name}, {way}", name=name, way=way) if name else say("without a name, {way}", way=way)


def _when(at: datetime) -> str:
    return say("{day}, {time}", day=long_date(at.date()), time=_time(at))


def _time(at: datetime) -> str:
    return f"{at:%H:%M}"


def _short(questions: Questions, change: Change) -> str:
    """One change under its sitting, with the question."""
    if change.act is Act.ABOUT:
        return _of_assessment(change.event)
    question = question_of(questions, change.event.question)
    return say("{question} {what}", question=question.text, what=_became(question, change))


def question_of(questions: Questions, name: str) -> Question:
    """The question of an event; one that the pack no longer has is called by its id."""
    return questions.get(name) or Question(name, "text", f"`{one_line(name)}`", "")


def _became(question: Question, change: Change) -> str:
    now, before = (_words(question, answer) for answer in (change.event.answer, change.before))
    match change.act:
        case Act.CHANGED:
            return say("{answer} (before: {before})", answer=now, before=before)
        case Act.WITHDRAWN:
            return say("withdrawn (before: {before})", before=before)
        case Act.CONFIRMED:
            return say("{answer} (confirmed)", answer=now)
        case _:
            return now


def _words(question: Question, answer: Answer | None) -> str:
    return one_line(answer_in_words(question, answer, worded_value))


def _about(answer: Answer | None) -> Iterator[str]:
    """Proof and note of an answer."""
    if answer is None:
        return
    if answer.grade or answer.reference:
        proof = f"E{answer.grade}, {say(GRADES[answer.grade])}"
        yield say("Proof: {proof}", proof=f"{proof}: {one_line(answer.reference)}" if answer.reference else proof)
    if answer.note:
        yield say("Note: {note}", note=one_line(answer.note))


def _of_assessment(event: Event) -> str:
    """What an event says about the assessment itself."""
    value = one_line(str(event.answer.value)) if event.answer is not None else ""
    match event.question, value:
        case question, edition if question == EDITION:
            return say("The edition {edition} was chosen.", edition=edition)
        case question, "" if question == PACK:
            return say("From here on the pack is answered with which the assessment began.")
        case question, digest if question == PACK:
            return say("From here on another version of the pack is answered ({digest}).", digest=digest[:12])
        case question, _ if question == FOLLOWS:
            return say("It follows an earlier assessment.")
        case question, "" if question == CLOSED:
            return say("The assessment was opened again.")
        case question, head if question == CLOSED:
            return say("The assessment was closed at head {head}.", head=head)
        case _:
            return one_line(event.question)
