"""The data of a report, with the look-ups that every chapter needs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hustings.answers.display import campaign_name
from hustings.answers.events import Answers, Event
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import Action, Item
from hustings.report.document.phrases import points, share
from hustings.scoring.ledger.index import said, worded
from hustings.scoring.plan.dates.calendar import answered_date, forbidden, to_ballots
from hustings.scoring.plan.phrasing.wording import role_title
from hustings.scoring.plan.questions.find_outs import TEAM
from hustings.scoring.plan.questions.next_question import Stake
from hustings.scoring.plan.steps import Plan
from hustings.scoring.result import DomainScore, Finding, ItemScore, ItemState, Result, truncated
from hustings.scoring.robustness.band_robustness import Robustness
from hustings.scoring.strengths import further
from hustings.scoring.workshop.disagreement import Disagreement
from hustings.text import lower_first, one_line

NOTHING = Fraction()
NAMELESS = english("This campaign")


@dataclass(frozen=True, slots=True)
class ReportContext:
    """A scored assessment on a given day; `room` is there if it had a workshop.

    `stakes`: the open points, in the order in which to ask. `head`: that of the case file's history. `robust`: how far
    the band depends on judgements, if that was computed before. `closed`: the event that closed the assessment.
    """

    result: Result
    plan: Plan
    on: date
    room: Disagreement | None = None
    stakes: tuple[Stake, ...] = ()
    head: str = ""
    robust: Robustness | None = None
    closed: Event | None = None

    @property
    def answers(self) -> Answers:
        """The answers that the result was scored from."""
        return self.result.answers

    @property
    def campaign(self) -> str:
        """The campaign's name on one line, or words that stand for it."""
        return one_line(campaign_name(self.result.pack, self.answers)) or say(NAMELESS)

    @property
    def first_ballots(self) -> date | None:
        """The day of the first ballots, if it was answered."""
        return answered_date(self.answers, self.result.pack.questionnaire.clock)

    @property
    def election_day(self) -> date | None:
        """Election day, if it was answered."""
        return answered_date(self.answers, self.result.pack.questionnaire.election)

    @property
    def items(self) -> tuple[ItemScore, ...]:
        """The scores of all items, domain after domain."""
        return tuple(item for domain in self.result.domains for item in domain.items)

    @property
    def further(self) -> tuple[Action, ...]:
        """What would lift controls that are good enough already; nothing while there is a gap or after the election."""
        if self.result.findings or self.plan.outcome == "over":
            return ()
        return tuple(a for a in further(self.result) if self.plan.for_action(a.id) is None and not self._forbidden(a))

    def _forbidden(self, action: Action) -> bool:
        """Whether the calendar of today forbids an action."""
        ballots = to_ballots(self.first_ballots, self.plan.until, self.on)
        return forbidden(self.result.pack, ballots, action.tags, 0)

    def role(self, id: str) -> str:  # noqa: A002 - the YAML's word
        """The title of a role; that of nobody in particular is the team."""
        return role_title(self.result.pack, id or TEAM)


def answer_text(score: ItemScore) -> str:
    """The answer to an item, as a sentence."""
    if score.state is ItemState.ANSWERED and score.answer is not None:
        return worded(score.question, score.answer)
    text = said(score)
    return text[:1].upper() + text[1:]


def finding_text(finding: Finding) -> str:
    """The sentence of a finding: the pack's own, or one made from the question."""
    return finding.says or say("Not yet enough: {question}", question=lower_first(finding.question.text))


def ready_text(result: Result, score: DomainScore) -> str:
    """A domain's readiness: one number, or its interval while too little is known."""
    low, high = share(score.readiness.lo), share(score.readiness.hi)
    return (
        say("{low} to {high}", low=low, high=high) if result.provisional and low != high else share(score.readiness.pt)
    )


CAPPED = english("While a deal-breaker caps the index, points say what each would bring without the cap.")


def gain_text(alone: Fraction, behind_cap: Fraction = NOTHING) -> str:
    """The gain of a fix by itself or, if a cap prevents it, its gain without the cap."""
    gain = alone or behind_cap
    if gain == NOTHING:
        return say("no points alone")
    return f"+{points(gain)}" if truncated(gain) != "0.0" else say("under 0.1 point")


def strength(context: ReportContext, item: Item) -> str:
    """A control that is in place, in the pack's words for it; else by its question."""
    return item.strength or context.result.item(item.question).question.text
