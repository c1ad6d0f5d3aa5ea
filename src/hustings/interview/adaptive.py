"""Which question comes next in an adaptive interview, and when to offer to stop.

What decides which questions apply comes first, in the author's order; then what decides a deal-breaker, then what is
most likely to settle the band (`next_question`); what does not count comes last. Ranking takes longer than a key press
may, so it is done once for the same answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hustings.answers.events import Answers
from hustings.interview.navigation import Navigation, open_questions
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, depends_on
from hustings.problems import InputError
from hustings.scoring.plan.questions.next_question import Ranking, ranking
from hustings.scoring.plan.questions.stop_rule import StopRule, stop_rule, stop_said
from hustings.scoring.score import score

NOTHING = Ranking((), None)


@dataclass(slots=True)
class AdaptiveOrder:
    """The order of an adaptive interview; it remembers the ranking of the latest answers."""

    answers: Answers | None = None
    ranked: Ranking = NOTHING
    rule: StopRule | None = None

    def next_open(self, position: Navigation) -> str | None:
        """The open question to ask now; None if there is none."""
        open_ = {question.id: question for question in open_questions(position)}
        return next((name for name in self._order(position, tuple(open_.values())) if name in open_), None)

    def _order(self, position: Navigation, open_: tuple[Question, ...]) -> Iterator[str]:
        yield from (question.id for question in open_ if _comes_first(position.pack, question))
        self._rank(position)
        yield from (stake.point.question.id for stake in self.ranked.stakes)
        yield from (question.id for question in open_)

    def why_stop(self, position: Navigation) -> str:
        """Why asking may stop now, in a sentence; nothing while it should go on.

        Nothing either where nothing that counts is left: the interview ends by itself then.
        """
        if any(_comes_first(position.pack, question) for question in open_questions(position)):
            return ""
        self._rank(position)
        if self.rule is None or self.rule.why == "nothing_open" or not self.rule.may_stop:
            return ""
        return stop_said(self.rule)

    def _rank(self, position: Navigation) -> None:
        if position.answers == self.answers:
            return
        self.answers, self.ranked, self.rule = position.answers, NOTHING, None
        try:
            result = score(position.pack, position.answers)
        except InputError:  # nothing that counts applies: the author's order is as good as any
            return
        self.ranked = ranking(result)
        self.rule = stop_rule(result, self.ranked)


def _comes_first(pack: Pack, question: Question) -> bool:
    """Whether an answer is required, or is a fact on which it depends which questions apply."""
    if question.required:
        return True
    return question.id not in pack.items and any(question.id in depends_on(one) for one in pack.questions.values())
