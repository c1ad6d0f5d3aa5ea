"""The shapes of uses.yaml and rules/*.yaml: what lies beyond the score, as an author types it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from hustings.messages import english
from hustings.pack.rules import DateOrder, Paper, RuleStatus
from hustings.pack.schema.advice import DeedShape
from hustings.pack.schema.shape import Shape
from hustings.pack.source.partial_dates import PartialDate, stretch
from hustings.pack.source.scalars import EMPTY, Days, Hours, Id, Short, Text, UnfitError

NOT_A_DATE = english("{part}: `{raw}` is not a date; write 2026-11-03, 2026-11 or 2026")


def _read(raw: Any) -> PartialDate:
    partial = stretch(raw) if isinstance(raw, str) else None
    if partial is None:
        raise UnfitError(NOT_A_DATE, raw=raw) if raw else UnfitError(EMPTY)
    return partial


AUTHORED = {"type": ["string", "integer"], "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
Dated = Annotated[PartialDate, BeforeValidator(_read), WithJsonSchema(AUTHORED)]
MaybeDated = Annotated[PartialDate | None, BeforeValidator(_read), WithJsonSchema(AUTHORED)]
"""A date that may be left out; one that is named and empty is a mistake."""


class NeverShape(Shape):
    """What rules a use out."""

    when: Text = Field(description="If this holds, the use is not for this cycle: `ai_calls >= listed`.")
    because: Text


class UseShape(Shape):
    """A use of AI, and what must be in place first."""

    id: Id
    title: Text
    has: Text = Field(description="The campaign does it now: `drafting in ai_tasks`.")
    wants: Text | None = Field(None, description="It wants to: `drafting in wanted_uses`.")
    gives: Text = Field(description="What it brings. Figures only with a source.")
    touches: Text = Field(description="Which data it touches.")
    needs: list[Text] = Field([], description="Controls that must be in place first, such as `review >= largely`.")
    never: list[NeverShape] = Field([], description="Not this cycle, whatever else is in place.")
    lead_days: Days = Field(description="Calendar days that a careful start takes at least.")
    sources: list[Text] = Field([], description="Ids from sources.yaml.")


class GroundworkShape(Shape):
    """A question about being ready to use AI, and the next step for those who are not."""

    question: Id
    enough: Short = Field(description="The choice (or number) from which on it is good enough.")
    step: Text = Field(description="The next step, if it is not.")
    hours: Hours
    owner: Id
    lead_days: Days
    sources: list[Text] = Field([], description="Ids from sources.yaml.")


class UsesShape(Shape):
    """What AI can do for a campaign."""

    uses: list[UseShape] = Field(min_length=1)
    groundwork: list[GroundworkShape] = Field([], description="Readiness to use AI, unscored: the next step for each.")


class WindowShape(Shape):
    """Days around election day."""

    before: Days = Field(0, description="Days before election day on which it begins.")
    after: Days = Field(0, description="Days after election day on which it ends.")


class RuleShape(Shape):
    """A rule that may apply in a place."""

    id: Id
    title: Text
    covers: Text = Field(description="What it is about, in a sentence.")
    when: Text | None = Field(None, description="Which answers make it apply: `paid_ads in channels`.")
    start: MaybeDated = Field(
        None,
        alias="from",
        description="In force from, as the law says: a date, a month or a year. Unknown: leave it out.",
    )
    end: MaybeDated = Field(None, alias="to", description="In force until.")
    window: WindowShape | None = Field(None, description="Days around election day in which it holds.")
    duty: Text | None = Field(None, description="What it asks of those for whom `when` holds, as its source says.")
    protects: Text | None = Field(
        None, description="What it gives to whoever is copied. Shown to every campaign there, whatever `when` says."
    )
    breached_when: Text | None = Field(
        None, description="Answers that mean a breach: `call_consent <= partly`. Only what is certain counts."
    )
    today: Text | None = Field(None, description="What to do today if it is breached; shown first.")
    deed: DeedShape | None = Field(None, description="What ends the breach within the hour.")
    label: Text | None = Field(None, description="The exact words of a label, only if the source shows them.")
    penalty: Text | None = None
    status: RuleStatus
    because: Text | None = Field(None, description="Why it does not bind now, if it is not in force.")
    sources: list[Text] = Field(min_length=1, description="Ids from sources.yaml.")
    as_of: Dated = Field(description="When its source shows this. Not the law's own start, which is `from`.")
    reviewed: Dated = Field(description="When one of us last looked at it.")


class PlaceShape(Shape):
    """The rules of a place."""

    jurisdiction: Id
    title: Text
    when: Text


class RulesShape(Shape):
    """One place with its rules, or several places (`places`) that have none."""

    jurisdiction: Id | None = None
    title: Text | None = None
    when: Text | None = Field(None, description="Which campaigns it concerns: `us_state == us_ca`.")
    places: list[PlaceShape] = Field([], description="Places without a verified rule, which share `none`.")
    dates: DateOrder | None = Field(None, description="How people there write a date in figures: 28/1/27 or 1/28/27.")
    paper: Paper | None = Field(None, description="On what people there print.")
    decimal_comma: list[Short] = Field([], description="Languages that write 1.234,5 there, such as es.")
    tracker: Text = Field(description="Id of the source to look at for what is new.")
    texts: dict[Text, Text] = Field(
        {},
        description="What is said here instead of a text of the pack, by its key as in languages/: `uses.calls.gives`.",
    )
    none: Annotated[str, Field(max_length=4000)] = Field("", description="The sentence that says: nothing verified.")
    rules: list[RuleShape] = Field([], description="What may apply there.")
