"""The people of a rehearsal that somebody leads: who comes, who waits, how they vote."""

from __future__ import annotations

from typing import Any

import pytest

from hustings.answers.workshop.ballots import ballots
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.pack.shipped import shipped_pack
from hustings.scoring.workshop.vote_outcome import Status, group, ladder
from hustings.workshop.rehearsal.personas import Manner
from hustings.workshop.rehearsal.script import Script, scripted_people
from hustings.workshop.session.practice_vote import PRACTICE
from support.session import TOWN

PLAN, RULE = "response_plan", "records_rule"


def vote_of(script: Script, name: str, number: int, count: int = 6) -> list[str]:
    pack = script.pack
    return [
        str(script.vote(one, pack.questions[name], number)["pick"]) for one in scripted_people(pack, count, ("en",), 1)
    ]


def status(pack: Pack, name: str, picks: list[str]) -> Status:
    return group(pack, pack.questions[name], ballots(picks)).status


def opened(pack: Pack, *names: str) -> Script:
    script = Script(pack, {})
    for name in names:
        script.see({"phase": "open", "question": {"id": name}})
    return script


def test_people_are_named_by_what_they_do_and_said_to_be_invented() -> None:
    found = scripted_people(read_pack(shipped_pack("campaign-ai")), 8, ("en", "es"), 1)
    names = ("Candidate", "Campaign manager", "Treasurer", "Communications lead", "Data lead", "Volunteer lead")
    assert [f"{name} (invented)" for name in (*names, "Field organiser", "Lawyer")] == [one.name for one in found]
    assert ["candidate", "manager", "treasurer", "comms", "data", "volunteers", "", ""] == [one.role for one in found]
    assert ["en"] * 7 + ["es"] == [one.language for one in found]
    one_of_each = {Manner.DOMINANT: 1, Manner.SILENT: 1, Manner.LATE: 1, Manner.YIELDING: 5}
    assert one_of_each == {manner: sum(one.manner is manner for one in found) for manner in one_of_each}


@pytest.mark.parametrize("count", [5, 6, 7, 8])
def test_the_first_question_is_agreed_on_and_the_second_one_splits(count: int) -> None:
    pack = read_pack(TOWN)
    script = opened(pack, PLAN, RULE)
    assert Status.AGREED is status(pack, PLAN, vote_of(script, PLAN, 1, count))
    assert Status.SPLIT is status(pack, RULE, vote_of(script, RULE, 1, count))


def test_the_candidate_pulls_all_but_the_treasurer_in_the_second_round() -> None:
    pack = read_pack(TOWN)
    script = opened(pack, PLAN, RULE)
    steps = ladder(pack, pack.questions[RULE])
    low, high = steps[0], steps[-1]
    assert [high, low, low, low, high, low] == vote_of(script, RULE, 1)
    assert [high, high, low, high, high, high] == vote_of(script, RULE, 2)
    candidate, _, treasurer, *_ = scripted_people(pack, 6, ("en",), 1)
    asked = pack.questions[RULE]
    assert "Of course we have that." == script.vote(candidate, asked, 1)["note"]
    assert "I pay the bills, and I have never seen it." == script.vote(treasurer, asked, 1)["note"]
    assert "" == script.vote(candidate, asked, 2)["note"]


def test_a_plain_fact_splits_in_three_and_several_choices_follow_no_script() -> None:
    pack = read_pack(shipped_pack("campaign-ai"))
    facts = [
        one.id
        for one in pack.questions.values()
        if one.type == "select_one" and 2 < len(one.choices) < 8 and not ladder(pack, one)
    ]
    several_of = next(one.id for one in pack.questions.values() if one.type == "select_multiple")
    script = opened(pack, PLAN, facts[0])
    assert 3 == len(set(vote_of(script, facts[0], 1)))
    assert [PLAN, facts[0]] == opened(pack, PLAN, several_of, facts[0]).opened
    several = script.vote(scripted_people(pack, 5, ("en",), 1)[0], pack.questions[several_of], 1)
    assert isinstance(several["pick"], list)


def test_later_questions_differ_a_little_until_the_candidate_is_followed() -> None:
    pack = read_pack(TOWN)
    script = opened(pack, RULE, PLAN)
    script.opened = [RULE, "another", PLAN]
    assert ["largely", "none", "none", "none", "partly", "none"] == vote_of(script, PLAN, 1)
    assert ["largely", "largely", "none", "largely", "largely", "largely"] == vote_of(script, PLAN, 2)


def test_the_treasurer_waits_until_the_room_is_asked_or_the_clock_runs() -> None:
    pack = read_pack(TOWN)
    script = opened(pack, PLAN, RULE)
    candidate, _, treasurer, *_ = scripted_people(pack, 5, ("en",), 1)

    def view(name: str = PLAN, number: int = 1, **more: Any) -> dict[str, Any]:
        return {"phase": "open", "question": {"id": name}, "round": number, **more}

    assert script.is_held_back(treasurer, view())
    assert script.is_held_back(treasurer, view(rehearsal={"asked": False}, timer={"running": False}))
    assert not script.is_held_back(treasurer, view(rehearsal={"asked": True}))
    assert not script.is_held_back(treasurer, view(timer={"running": True}))
    assert not script.is_held_back(treasurer, view(number=2))
    assert not script.is_held_back(treasurer, view(PRACTICE))
    assert not script.is_held_back(treasurer, view("channels"))
    assert not script.is_held_back(candidate, view())
    assert script.seconds(candidate, PLAN, 1) < script.seconds(treasurer, PLAN, 2)
    assert script.seconds(treasurer, PLAN, 1) < script.seconds(treasurer, "channels", 1)


def test_the_late_one_comes_once_a_vote_is_open_or_it_is_over() -> None:
    pack = read_pack(TOWN)
    script = Script(pack, {})
    for view in ({"phase": "draft", "question": {"id": PLAN}}, {"phase": "open", "question": {"id": PRACTICE}}):
        script.see(view)
        assert not script.began.is_set()
    script.see({"phase": "open", "question": {"id": PLAN}})
    assert script.began.is_set()
    ended = Script(pack, {})
    ended.see({"finished": True})
    assert ended.began.is_set()
