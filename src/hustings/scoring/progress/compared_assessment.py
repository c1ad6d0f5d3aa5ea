"""One assessment as it is compared with another: its pack, its answers and its day."""

from __future__ import annotations

from datetime import date

from hustings.answers.events import Answers
from hustings.frozen_records import dataclass
from hustings.pack.conditions import names
from hustings.pack.model import Pack


@dataclass(frozen=True, slots=True)
class ComparedAssessment:
    """An assessment: `pack` as its edition scores it, `answers` that the pack takes, and the day it was finished.

    `title` names it for people; `head` is that of its history, empty if it is not known.
    """

    pack: Pack
    answers: Answers
    on: date
    title: str = ""
    head: str = ""


def circumstances(pack: Pack) -> frozenset[str]:
    """The questions about where and when people vote: those that choose the rules of a place, and the two dates.

    Their answers are no doing of the campaign; they decide which law and which calendar it has.
    """
    asked = pack.questionnaire
    placing = (name for place in pack.rules for name in names(place.when))
    return frozenset(name for name in (*placing, asked.clock, asked.election) if name in pack.questions)
