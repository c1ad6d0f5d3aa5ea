"""Rules that may apply: now, from a day on, no longer, perhaps; those that do not bind; those too old to rely on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.rules import Jurisdiction, Rule, Window
from hustings.pack.source.partial_dates import stretch
from hustings.scoring.rules import OLD_DAYS, RuleStanding, places_of, rules_for
from support.small_packs import DONT_KNOW, answers, control, exposure, fact, made

TODAY = date(2026, 11, 24)
ELECTION = date(2027, 4, 6)


def rule(name: str = "label", **changes: object) -> Rule:
    days = {"start": "2025-01-01", "as_of": "2026-10-01", "reviewed": "2026-11-24"}
    days |= {key: str(changes.pop(key)) for key in ("start", "end", "as_of", "reviewed") if key in changes}
    days = {key: day for key, day in days.items() if day}
    found = Rule(name, name, "Ads.", "Say so.", "in_force", ("F-A01",), **{k: stretch(d) for k, d in days.items()})  # type: ignore[arg-type]
    return replace(found, **changes)  # type: ignore[arg-type]


def pack(*rules: Rule, election: str = "vote") -> Pack:
    facts = (fact("where", "us", "uk"), fact("ads"), Question("vote", "date", "When?", "all"))
    bare = made(exposure(), control("a"), facts=facts)
    us = Jurisdiction("us", "United States", parse("where == us"), "F-A02", rules)
    uk = Jurisdiction("uk", "United Kingdom", parse("where == uk"), "F-A02", (), "Nothing verified.")
    return replace(bare, rules=(us, uk), questionnaire=replace(bare.questionnaire, election=election))


def standing(given_: Rule, on: date = TODAY, **said: Value | Answer) -> RuleStanding:
    (found,) = rules_for(pack(given_), answers(**{"where": "us", "ads": "yes", **said}), on)
    return found


# --- places --------------------------------------------------------------------------------------------------


def test_the_places_of_a_campaign_with_rules_or_without() -> None:
    assert (["uk"], ()) == placed(where="uk")
    assert (["us"], ()) == placed(where="us")
    assert ([], ("where",)) == placed()
    assert ([], ("where",)) == placed(where=DONT_KNOW)


def placed(**said: Value | Answer) -> tuple[list[str], tuple[str, ...]]:
    found = places_of(pack(rule()), answers(**said))
    return [place.id for place in found.found], found.missing


def test_rules_of_other_places_and_of_places_not_known_are_left_out() -> None:
    assert () == rules_for(pack(rule()), answers(where="uk"), TODAY)
    assert () == rules_for(pack(rule()), {}, TODAY)


# --- how a rule stands ---------------------------------------------------------------------------------------


def test_a_rule_applies_without_conditions_of_its_own() -> None:
    found = standing(rule())
    assert ("applies", date(2025, 1, 1), None, ()) == (found.stands, found.opens, found.closes, found.missing)


def test_a_rule_about_something_else_is_left_out() -> None:
    assert () == rules_for(pack(rule(when=parse("ads == yes"))), answers(where="us", ads="no"), TODAY)


def test_a_rule_may_apply_while_an_answer_is_missing() -> None:
    found = standing(rule(when=parse("ads == yes")), ads=DONT_KNOW)
    assert ("maybe", ("ads",)) == (found.stands, found.missing)


@pytest.mark.parametrize(
    ("start", "end", "stands"),
    [
        ("2026-11-24", "2026-11-24", "applies"), ("2026-11-25", "2027", "opens"), ("2027", "2028", "opens"),
        ("2025", "2026-11-23", "closed"), ("2025", "2026-11", "applies"), ("2026-11", "2026-12", "applies"),
    ],
)  # fmt: skip
def test_a_rule_holds_from_its_first_day_to_its_last(start: str, end: str, stands: str) -> None:
    assert stands == standing(rule(start=start, end=end)).stands


@pytest.mark.parametrize(
    ("on", "stands"),
    [
        (date(2026, 12, 6), "opens"), (date(2026, 12, 7), "applies"), (date(2027, 4, 6), "applies"),
        (date(2027, 4, 8), "applies"), (date(2027, 4, 9), "closed"),
    ],
)  # fmt: skip
def test_a_window_opens_and_closes_around_election_day(on: date, stands: str) -> None:
    found = standing(rule(window=Window(120, 2)), on, vote=ELECTION)
    assert (stands, date(2026, 12, 7), date(2027, 4, 8)) == (found.stands, found.opens, found.closes)


def test_a_window_within_the_days_of_its_rule() -> None:
    late = standing(rule(start="2027-02-01", end="2027-04-01", window=Window(120, 2)), vote=ELECTION)
    assert ("opens", date(2027, 2, 1), date(2027, 4, 1)) == (late.stands, late.opens, late.closes)
    assert "closed" == standing(rule(start="2027-05-01", window=Window(120, 2)), vote=ELECTION).stands
    assert "closed" == standing(rule(end="2026-12-01", window=Window(120, 2)), vote=ELECTION).stands


def test_a_window_without_an_election_day_may_be_open() -> None:
    assert ("maybe", ("vote",)) == _said(standing(rule(window=Window(60))))
    assert ("maybe", ("ads", "vote")) == _said(
        standing(rule(when=parse("ads == yes"), window=Window(60)), ads=DONT_KNOW)
    )
    (found,) = rules_for(pack(rule(window=Window(60)), election=""), answers(where="us"), TODAY)
    assert ("maybe", ()) == _said(found)


def _said(found: RuleStanding) -> tuple[str, tuple[str, ...]]:
    return found.stands, found.missing


def test_a_year_that_no_calendar_holds_breaks_nothing() -> None:
    assert date.max == standing(rule(window=Window(1, 9999)), vote=date.max).closes
    assert "closed" == standing(rule(window=Window(9999, 0)), vote=date.min).stands


@pytest.mark.parametrize("status", ["enjoined", "struck_down", "pending"])
def test_what_is_not_in_force_does_not_bind_whatever_the_day(status: str) -> None:
    assert "does_not_bind" == standing(rule(status=status, end="2020")).stands
    assert "does_not_bind" == standing(rule(status=status, when=parse("ads == yes")), ads=DONT_KNOW).stands


# --- age -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "age", "stale"),
    [("2026-07-27", 120, False), ("2026-07-26", 121, True), ("2026-08", 115, False), ("2026", 327, True)],
)
def test_what_its_source_supported_long_ago_is_stale(as_of: str, age: int, stale: bool) -> None:
    found = standing(rule(as_of=as_of))
    assert (age, stale) == (found.age, found.stale)


# --- what it rests on, whom it protects, and what breaks it ---------------------------------------------------


def test_a_rule_without_a_start_of_its_own_applies_and_opens_on_no_day() -> None:
    """When its source was written says nothing about when the law began."""
    found = standing(rule(start=""))
    assert ("applies", None, None) == (found.stands, found.opens, found.closes)
    assert "applies" == standing(rule(start=""), date(1999, 1, 1)).stands


def test_a_rule_without_a_start_has_the_days_of_its_window() -> None:
    found = standing(rule(start="", window=Window(120, 2)), vote=ELECTION)
    assert ("opens", date(2026, 12, 7), date(2027, 4, 8)) == (found.stands, found.opens, found.closes)
    assert "closed" == standing(rule(start="", end="2026-11-23")).stands


def test_what_protects_whoever_is_copied_concerns_every_campaign() -> None:
    both = rule(when=parse("ads == yes"), protects="The person shown can sue.")
    told = rules_for(pack(both), answers(where="us", ads="yes"), TODAY)
    assert ["duty", "protection"] == [one.concerns for one in told]
    (quiet,) = rules_for(pack(both), answers(where="us", ads="no"), TODAY)
    assert ("protection", "applies", ()) == (quiet.concerns, quiet.stands, quiet.missing)
    (open_,) = (one for one in rules_for(pack(both), answers(where="us"), TODAY) if one.concerns == "protection")
    assert ("applies", ()) == (open_.stands, open_.missing)
    (only,) = rules_for(pack(replace(both, duty="")), answers(where="us", ads="yes"), TODAY)
    assert "protection" == only.concerns


def broken(on: date = TODAY, *, changes: Mapping[str, object] = MappingProxyType({}), **said: Value | Answer) -> bool:
    given_ = rule(breached_when=parse("a <= partly"), today="Stop.", **changes)  # type: ignore[arg-type]
    return standing(given_, on, **said).breached


def test_a_rule_is_breached_only_if_the_answers_leave_no_other_way() -> None:
    assert broken(a="none")
    assert not broken(a="fully")
    assert not broken()
    assert not broken(a=DONT_KNOW)
    assert broken(a=Answer(State.UNRESOLVED, votes=("none", "partly")))
    assert not broken(a=Answer(State.UNRESOLVED, votes=("none", "fully")))


def test_only_a_rule_that_applies_today_can_be_breached() -> None:
    assert not broken(a="none", changes={"status": "enjoined"})
    assert not broken(a="none", changes={"start": "2027"})
    assert not broken(a="none", changes={"when": parse("ads == yes")}, ads=DONT_KNOW)
    assert not broken(a="none", changes={"window": Window(60)})
    assert not broken(a="none", changes={"window": Window(60)}, vote=ELECTION)
    assert broken(date(2027, 3, 1), a="none", changes={"window": Window(60)}, vote=ELECTION)


def test_an_edition_that_does_not_count_a_question_finds_no_breach_in_it() -> None:
    whole = pack(rule(breached_when=parse("b <= partly"), today="Stop."))
    (found,) = rules_for(whole, answers(where="us", a="none"), TODAY)
    assert not found.breached


# --- every day --------------------------------------------------------------------------------------------------

DAY = st.dates(date(2020, 1, 1), date(2032, 1, 1))


@given(DAY, DAY, st.integers(0, 400), st.integers(0, 60))
def test_on_every_day_a_window_is_still_to_come_open_or_over(on: date, election: date, before: int, after: int) -> None:
    found = standing(rule(start="2020", window=Window(before, after)), on, vote=election)
    assert found.opens is not None
    assert found.closes is not None
    expected = "closed" if on > found.closes else "opens" if on < found.opens else "applies"
    assert (expected if found.opens <= found.closes else "closed") == found.stands
    assert (election + timedelta(days=after)) == found.closes
    assert found.stale == (found.age > OLD_DAYS)
