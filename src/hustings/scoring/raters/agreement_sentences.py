"""How far two assessors agree, in lines to be read out: for calibrating, not for marking anybody's work.

The assessments are called A and B, because names may be long, missing, or the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.answers.display import answer_in_words, worded_value
from hustings.answers.events import Answer
from hustings.messages import listed, say, several
from hustings.scoring.ledger.index import percent
from hustings.scoring.plan.phrasing.what_if_sentences import TENTH, signed
from hustings.scoring.raters.answer_pairs import AnswerPair, Kind, knows
from hustings.scoring.raters.rater_agreement import Difference, RaterAgreement, Taken
from hustings.scoring.raters.scale_agreement import TICKS, ScaleAgreement
from hustings.scoring.result import truncated
from hustings.scoring.workshop.rounds import ENOUGH
from hustings.text import one_line

FIRM, TENTATIVE = Fraction(4, 5), Fraction(2, 3)
"""What is customary for firm and for tentative conclusions (method.md 2.6)."""
FIRST = 8
"""How many differences of each kind are shown unless all are asked for."""


def agreement_lines(agreement: RaterAgreement, *, all_: bool) -> Iterator[str]:
    """All of it below the two titles: figures, then the differences, those with the largest consequence first."""
    yield from _counts(agreement)
    yield from ("", *(_scale(one) for one in agreement.scales))
    yield from _different(agreement, None if all_ else FIRST)
    yield from _unknown(agreement, None if all_ else FIRST)
    yield from ("", _closing(agreement))


def _counts(agreement: RaterAgreement) -> Iterator[str]:
    if agreement.share is None:
        yield say("There is no question to which both of you know the answer.")
    else:
        yield several(
            agreement.both_know,
            "To {n} question both of you know the answer; to {alike} of them it is the same ({share}).",
            "To {n} questions both of you know the answer; to {alike} of them it is the same ({share}).",
            alike=agreement.count(Kind.ALIKE),
            share=percent(agreement.share),
        )
    if agreement.unknown:
        knows = sum(one.pair.first_knows for one in agreement.unknown)
        yield say(
            "Known to one only: {first} to A, {second} to B. That is no disagreement, but somebody can find out.",
            first=knows,
            second=len(agreement.unknown) - knows,
        )
    yield from _apart(agreement.count(Kind.NEITHER), agreement.count(Kind.ONE_ASKED))


def _apart(neither: int, one_asked: int) -> Iterator[str]:
    if neither:
        yield several(neither, "Known to neither: {n} question.", "Known to neither: {n} questions.")
    if one_asked:
        yield several(
            one_asked,
            "Asked of one only, because an earlier answer differs: {n} question.",
            "Asked of one only, because an earlier answer differs: {n} questions.",
        )


# --- the figures ------------------------------------------------------------------------------------------


def _scale(one: ScaleAgreement) -> str:
    name = _name(one)
    if one.alpha is not None:
        text = say(
            "{scale} ({n}): Krippendorff's alpha is {alpha}.", scale=name, n=one.units, alpha=truncated(one.alpha, 2)
        )
        return f"{text} {_reading(one.alpha)}"
    if one.why == "few":
        return say(
            "{scale} ({n}): Krippendorff's alpha needs {enough}, so there is none.",
            scale=name,
            n=one.units,
            enough=ENOUGH,
        )
    return say(
        "{scale} ({n}): every judgement is the same, so Krippendorff's alpha is not defined.",
        scale=name,
        n=one.units,
    )


def _name(one: ScaleAgreement) -> str:
    if one.scale == "ordinal":
        return say("Scored questions, in the order of their choices")
    if one.levels == TICKS:
        return say("Yes or no, not scored")
    return say("Questions with the choices {choices}, not scored", choices=listed(one.levels))


def _reading(alpha: Fraction) -> str:
    if alpha >= FIRM:
        return say("From 0.80 on, two assessors are usually taken to read the questions alike.")
    if alpha >= TENTATIVE:
        return say("Between 0.667 and 0.80 it is usually taken to be enough for tentative conclusions.")
    return say("Below 0.667 it is usually taken to be too little: talk about the questions below, then answer again.")


# --- the differences ---------------------------------------------------------------------------------------


def _different(agreement: RaterAgreement, most: int | None) -> Iterator[str]:
    if not agreement.different:
        return
    yield ""
    yield several(
        len(agreement.different), "You differ on {n} question", "You differ on {n} questions, what matters most first"
    )
    yield from _numbered(agreement, agreement.different, most)


def _unknown(agreement: RaterAgreement, most: int | None) -> Iterator[str]:
    if not agreement.unknown:
        return
    yield ""
    yield several(
        len(agreement.unknown),
        "{n} question to which only one of you knows the answer",
        "{n} questions to which only one of you knows the answer, what matters most first",
    )
    yield from _numbered(agreement, agreement.unknown, most)


def _numbered(agreement: RaterAgreement, differences: Sequence[Difference], most: int | None) -> Iterator[str]:
    for number, one in enumerate(differences[:most], 1):
        yield f"  {number}. {one.pair.question.text}"
        yield from (f"     {line}" for line in _difference(agreement, one))
    if more := len(differences) - len(differences[:most]):
        yield "  " + several(more, "{n} more: `--all` shows it.", "{n} more: `--all` shows them.")


def _difference(agreement: RaterAgreement, one: Difference) -> Iterator[str]:
    """Both answers, and what each assessment would be with the other's."""
    yield say("A: {answer}", answer=_words(one.pair, one.pair.first))
    yield say("B: {answer}", answer=_words(one.pair, one.pair.second))
    effects = list[str]()
    if knows(one.pair.second):
        effects += _effect(one.first, "A", "B", shown=not agreement.first.provisional)
    if knows(one.pair.first):
        effects += _effect(one.second, "B", "A", shown=not agreement.second.provisional)
    yield from effects or [say("Next to nothing hangs on it.")]


def _words(pair: AnswerPair, answer: Answer | None) -> str:
    return one_line(answer_in_words(pair.question, answer, worded_value))


def _effect(taken: Taken | None, one: str, other: str, *, shown: bool) -> Iterator[str]:
    """What changes if one answered as the other. Not `shown`: too little is known for an index."""
    if taken is None:
        yield say("If {one} answered as {other}: nothing would be left to score.", one=one, other=other)
        return
    changes = [*_index(taken, one, other, shown=shown), *_gates(taken, one, other)]
    yield from [" ".join(changes)] if changes else []


def _index(taken: Taken, one: str, other: str, *, shown: bool) -> Iterator[str]:
    if abs(taken.points) < TENTH and not taken.band_changes:
        return
    if not shown:
        yield say(
            "If {one} answered as {other}: the range moves; too little is known to say how far.", one=one, other=other
        )
        return
    indices = {"before": truncated(taken.before.index), "after": truncated(taken.after.index)}
    names = {"one": one, "other": other, **indices}
    if taken.band_changes:
        bands = {"old": taken.before.band.title, "new": taken.after.band.title}
        yield say("If {one} answered as {other}: {after}, {new}, instead of {before}, {old}.", **names, **bands)
    else:
        points = signed(taken.points)
        yield say("If {one} answered as {other}: {after} instead of {before} ({points}).", **names, points=points)


def _gates(taken: Taken, one: str, other: str) -> Iterator[str]:
    for gate in taken.mends:
        yield say("With the answer of {other}, {one} meets “{gate}”.", one=one, other=other, gate=gate.title)
    for gate in taken.fails:
        yield say("With the answer of {other}, {one} does not meet “{gate}”.", one=one, other=other, gate=gate.title)


def _closing(agreement: RaterAgreement) -> str:
    if not agreement.different:
        return say("You differ on nothing that both of you know. That two agree does not make it true: look at proof.")
    return say(
        "Nobody is marked here. Take the first few: say what each of you saw and which words you read differently, "
        "then write down how you will read them. That two agree does not make it true: look at proof."
    )
