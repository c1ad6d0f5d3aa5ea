"""How votes lie on a scale: a mark a vote, hollow in the first round, filled in the second; a foot under the decision.

Counts only, without names, and only from so many votes on as may be shown (method.md 2.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hustings.messages import say
from hustings.pack.questionnaire import Choice, Question
from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, dot, unit, word
from hustings.report.charts.primitives.text_width import wrapped
from hustings.report.charts.safeguard_ladder import STEPS
from hustings.scoring.workshop.rounds import Round

WIDE, HIGH, FOOT = 168.0, 56.0, 42.0
"""The size of the chart, and the height of the line on which the votes stand; in points."""
LINE = 9.0
"""The height that a second line of words adds, in points."""
LEVELS = {name: name for _, name in STEPS}
STEP, RADIUS, APART = 7.4, 3.0, 5.0


def vote_dots(question: Question, rounds: Sequence[Round], decided: str) -> Drawing | None:
    """The chart of the first and the last round; None off a scale, and for too few votes to be shown.

    It is 168 points wide and 56 high, or 65 where the words under it take two lines.
    """
    seen = tuple(dict.fromkeys((rounds[0], rounds[-1]))) if rounds else ()
    if not seen or not seen[-1].rungs or not all(one.shown for one in seen):
        return None
    names = [*_names(question, seen[-1].rungs, decided)]
    return Drawing(
        kind="votes",
        alt=_alt(question, seen, decided),
        width=unit(WIDE),
        height=unit(HIGH + LINE * (max(map(len, names)) - 1)),
        shapes=tuple(_shapes(seen, decided)),
        words=tuple(_words(names, seen[-1].rungs, decided)),
    )


def _middle(rungs: Sequence[str], at: int) -> float:
    return WIDE * (at + 0.5) / len(rungs)


def _shapes(seen: Sequence[Round], decided: str) -> Iterator[Shape]:
    rungs = seen[-1].rungs
    yield Shape(box(0, FOOT, WIDE, 0.5), "line")
    for number, one in enumerate(seen):
        sides = (-APART, APART)[number] if seen[1:] else 0
        path = "".join(_column(_middle(rungs, at) + sides, count, _step(seen)) for at, count in enumerate(one.levels))
        yield Shape(path, "accent", "accent", "0.8") if number else Shape(path, "paper", "ink", "0.8")
    if decided in rungs:
        yield Shape(box(_middle(rungs, rungs.index(decided)) - 17, FOOT, 34, 2.4), "ink")


def _step(seen: Sequence[Round]) -> float:
    """How far marks stand over each other: closer where there are many."""
    most = max(count for one in seen for count in one.levels)
    return min(STEP, (FOOT - 2 * RADIUS) / max(most - 1, 1))


def _column(x: float, count: int, step: float) -> str:
    return "".join(dot(x, FOOT - RADIUS - 1.4 - step * at, RADIUS) for at in range(count))


def _names(question: Question, rungs: Sequence[str], decided: str) -> Iterator[tuple[str, ...]]:
    """The name of each rung, in lines that fit under it."""
    texts = {choice.id: _brief(choice) for choice in question.choices}
    for rung in rungs:
        yield wrapped(texts[rung], 8.5, WIDE / len(rungs) - 3, int(_weight(rung, decided)))


def _words(names: Sequence[tuple[str, ...]], rungs: Sequence[str], decided: str) -> Iterator[Word]:
    for at, (rung, lines) in enumerate(zip(rungs, names, strict=True)):
        for number, text in enumerate(lines):
            x, y = _middle(rungs, at), HIGH - 3 + LINE * number
            yield word(x, y, text, size="8.5", weight=_weight(rung, decided), fill="quiet", anchor="middle")


def _weight(rung: str, decided: str) -> str:
    return "700" if rung == decided else "400"


def _brief(choice: Choice) -> str:
    """The word of the usual scale where a choice is on it, as in the charts of the areas; else its text."""
    return say(LEVELS[choice.id]) if choice.id in LEVELS else choice.text


def _then(counts: Iterable[int]) -> str:
    first, *rest = counts
    return say("{first}, then {last}", first=first, last=rest[0]) if rest else str(first)


def _alt(question: Question, seen: Sequence[Round], decided: str) -> str:
    texts = {choice.id: choice.text for choice in question.choices}
    rungs = seen[-1].rungs
    counted = "; ".join(
        say("“{answer}” {votes}", answer=texts[rung], votes=_then(one.levels[at] for one in seen))
        for at, rung in enumerate(rungs)
    )
    sentence = say("Votes, round by round: {counted}.", counted=counted)
    return f"{sentence} {say('Decided: {answer}', answer=texts[decided])}." if decided in rungs else sentence
