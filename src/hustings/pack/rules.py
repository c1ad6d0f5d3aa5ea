"""The records of rules/*.yaml: which rules may apply to a campaign, by place, each with its source and its date.

Hustings says what a source says and when it said so; whether a rule binds somebody is for counsel.
"""

from __future__ import annotations

from typing import Literal

from hustings.frozen_records import dataclass
from hustings.pack.conditions import Condition
from hustings.pack.effort import Deed
from hustings.pack.questionnaire import placed
from hustings.pack.source.partial_dates import PartialDate
from hustings.problems import Place

DateOrder = Literal["day_first", "month_first"]
Paper = Literal["a4", "letter"]
RuleStatus = Literal["in_force", "enjoined", "struck_down", "pending"]


@dataclass(frozen=True, slots=True)
class Window:
    """The days around election day in which a rule holds: so many before it, so many after it."""

    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `duty`: what it asks of those for whom `when` holds; `protects`: what people who are copied get.

    `start` and `end`: in force from and to, as the law says; no start where no source gives one. `as_of`: when its
    source shows it; `reviewed`: when one of us last looked. `label`: the exact words that the law gives; `because`: why
    it does not bind now, if it does not. `breached_when`: the answers that mean a breach; `today`: what to do then;
    `deed`: what ends it within the hour.
    """

    id: str
    title: str
    covers: str
    duty: str
    status: RuleStatus
    sources: tuple[str, ...]
    as_of: PartialDate
    reviewed: PartialDate
    start: PartialDate | None = None
    end: PartialDate | None = None
    when: Condition | None = None
    window: Window | None = None
    label: str = ""
    penalty: str = ""
    because: str = ""
    protects: str = ""
    breached_when: Condition | None = None
    today: str = ""
    when_text: str = ""
    breached_text: str = ""
    deed: Deed | None = None
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class PlaceText:
    """A text that replaces one of the pack in a place. `key`: that text's key, as in a language's file."""

    key: str
    text: str
    place: Place = placed()


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place with its rules. `when`: which campaigns it concerns; `tracker`: the source to look at for what is new.

    `none`: for a place without a verified rule, the sentence that says so. `dates`: how people there write a date in
    figures, such as 28/1/27. `paper`: on what they print. `decimal_comma`: the languages that
    write 1.234,5 there. `texts`: the texts in that place's own words; the pack's own texts speak of no place.
    """

    id: str
    title: str
    when: Condition
    tracker: str
    rules: tuple[Rule, ...] = ()
    none: str = ""
    when_text: str = ""
    dates: DateOrder | None = None
    paper: Paper | None = None
    decimal_comma: tuple[str, ...] = ()
    texts: tuple[PlaceText, ...] = ()
    place: Place = placed()
