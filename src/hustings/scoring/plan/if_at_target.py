"""What a control below its target would bring if it reached it: one line beside a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from hustings.answers.events import Answers
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Band, Item, Pack
from hustings.pack.questionnaire import Choice
from hustings.problems import InputError
from hustings.scoring.plan.phrasing.what_if_sentences import signed
from hustings.scoring.plan.questions.one_more_answer import ChangedAnswers, answered, as_scored, today
from hustings.scoring.result import Result
from hustings.scoring.score import score

TENTH = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class AtTarget:
    """The lowest answer that is good enough, the index points (0 to 100) that it brings by itself, and the band."""

    choice: Choice
    points: Fraction
    band: Band

    @property
    def line(self) -> str:
        """It in a line: If this were “Largely in place”: +6.2, Guarded."""
        return say(
            "If this were “{answer}”: {points}, {band}",
            answer=self.choice.text,
            points=signed(self.points),
            band=self.band.title,
        )


def lines_at_target(pack: Pack, answers: Answers) -> Mapping[str, str]:
    """The lines of all questions that have one; none while too little is known for an index."""
    try:
        result = score(pack, answers)
    except InputError:
        return {}
    return {} if result.provisional else {name: one.line for name, one in at_target(result)}


def at_target(result: Result) -> Iterator[tuple[str, AtTarget]]:
    """Every finding that one answer alone would close and that moves the index."""
    start = today(result) if result.findings else None
    for finding in result.findings:
        choice = target_choice(result, finding.item)
        if start is None or choice is None:
            continue
        name = finding.item.question
        index = as_scored(start, answered(start, ChangedAnswers(start.now), name, choice.id)).index
        if index - result.index.pt >= TENTH:
            yield name, AtTarget(choice, index - result.index.pt, result.pack.rubric.band(index))


def target_choice(result: Result, item: Item) -> Choice | None:
    """The choice of the lowest value that reaches the target; None for other kinds of answers."""
    if not isinstance(item.values, OptionValues):
        return None
    enough = [(value, name) for name, value in item.values.options if value >= item.target]
    lowest = min(value for value, _ in enough)
    return result.pack.questions[item.question].choice(next(name for value, name in enough if value == lowest))
