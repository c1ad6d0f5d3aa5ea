"""Invented campaigns: the same for the same seed, answers that the pack takes, and campaigns of every kind."""

from __future__ import annotations

from datetime import date

from hustings.answers.accept import Refusal, accept
from hustings.answers.applicability import Applicability, standings
from hustings.answers.events import Answers, State
from hustings.pack.editions import scoped
from hustings.portfolio.invented import invented_answers
from hustings.scoring.score import score
from support.campaign_ai import pack as campaign_ai
from support.small_packs import LINE, PARTS, control, exposure, fact, made

TODAY = date(2027, 1, 25)


def some(count: int) -> list[Answers]:
    pack = scoped(campaign_ai(), "standard")
    return [invented_answers(pack, 1, number, TODAY) for number in range(count)]


def test_the_same_seed_gives_the_same_campaigns() -> None:
    assert some(3) == some(3)
    pack = scoped(campaign_ai(), "standard")
    assert invented_answers(pack, 1, 1, TODAY) != invented_answers(pack, 2, 1, TODAY)


def test_before_most_campaigns_had_less_in_place() -> None:
    pack = scoped(campaign_ai(), "standard")
    earlier = [invented_answers(pack, 1, number, TODAY, before=True) for number in range(12)]
    pairs = zip(
        (score(pack, one).index.pt for one in earlier), (score(pack, one).index.pt for one in some(12)), strict=True
    )
    assert sum(then < now for then, now in pairs) > 6
    assert earlier[3] == invented_answers(pack, 1, 3, TODAY, before=True)


def test_only_what_applies_is_answered_and_the_pack_takes_it() -> None:
    pack = scoped(campaign_ai(), "standard")
    for answers in some(12):
        where = standings(pack, answers)
        assert {Applicability.APPLIES} == {where[name] for name in answers}
        given = {name: one.value for name, one in answers.items() if one.state is State.ANSWERED}
        refused = [name for name, value in given.items() if isinstance(accept(pack.questions[name], value), Refusal)]
        assert [] == refused


def test_they_say_that_they_are_invented_and_have_dates_ahead() -> None:
    for number, answers in enumerate(some(5)):
        assert f"Invented campaign {number}" == answers["campaign_name"].value
        first, election = answers["first_ballots"].value, answers["election_day"].value
        assert isinstance(first, date)
        assert isinstance(election, date)
        assert TODAY < first < election


def test_there_are_campaigns_of_every_kind() -> None:
    pack = scoped(campaign_ai(), "standard")
    results = [score(pack, answers) for answers in some(40)]
    assert len({result.band.id for result in results}) > 1
    assert {True, False} == {result.provisional for result in results}
    assert len({round(result.index.pt) for result in results}) > 20


def test_numbers_lists_and_other_dates_of_any_pack() -> None:
    pack = made(control("c", values=LINE), control("parts", values=PARTS), exposure("x"), facts=(fact("region"),))
    for number in range(8):
        answers = invented_answers(pack, 1, number, TODAY)
        given = {name: one.value for name, one in answers.items() if one.state is State.ANSWERED}
        assert not [name for name, value in given.items() if isinstance(accept(pack.questions[name], value), Refusal)]
