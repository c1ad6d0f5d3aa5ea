"""Answers move to another version of a pack, and back; nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction as F

from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import PACK, Answer, Answers, Event, State
from hustings.answers.replay import pack_in_use, replay
from hustings.answers.versions.pack_upgrade import (
    UNDO,
    UPGRADE,
    DroppedAnswer,
    MovedAnswer,
    carried,
    events_that_stand,
    new_questions,
    undo,
    upgrade,
)
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Choice, Question
from hustings.scoring.result import Result
from hustings.scoring.score import score
from support.answers import AT, votes
from support.campaigns import Campaign, campaigns, convincing
from support.small_packs import DONT_KNOW, answers, control, exposure, fact, made, said

ONE, TWO = "1" * 64, "2" * 64


def events(*told: tuple[str, Answer | None], source: str = "interview", after: Sequence[Event] = ()) -> list[Event]:
    first = len(after) + 1
    return [*after, *(Event("a1", n, AT, "Ann", name, answer, source) for n, (name, answer) in enumerate(told, first))]


def pack(**asked: dict[str, object]) -> Pack:
    return made(exposure(), *(control(name) for name in asked), **asked)  # type: ignore[arg-type]


def upgraded(new: Pack, digest: str, after: Sequence[Event]) -> list[Event]:
    return events(*upgrade(new, replay(after)).changes(digest), source=UPGRADE, after=after)


def taken_back(after: Sequence[Event]) -> list[Event]:
    found = undo(after)
    assert found is not None
    return events(*found.changes, source=UNDO, after=after)


# --- there ---------------------------------------------------------------------------------------------------


def test_an_answer_moves_under_the_earlier_id_of_its_question() -> None:
    found = upgrade(pack(new={"was": ("older", "old")}), answers(old="fully", x="much"))
    assert {"x": said("much"), "new": said("fully")} == found.answers
    assert (MovedAnswer("old", "new", said("fully"), said("fully")),) == found.moved
    assert ((), 1) == (found.dropped, found.kept)
    assert [("@pack", said(ONE)), ("old", None), ("new", said("fully"))] == list(found.changes(ONE))


def test_an_answer_under_the_new_id_is_not_displaced() -> None:
    found = upgrade(pack(new={"was": ("old",)}), answers(old="fully", new="none"))
    assert {"new": said("none")} == found.answers
    assert (DroppedAnswer("old", said("fully"), "answered"),) == found.dropped


def test_where_the_new_id_has_an_answer_that_is_not_taken_the_old_one_moves_in() -> None:
    found = upgrade(pack(new={"was": ("old",)}), {"new": said("gone"), "old": said("fully")})
    assert {"new": said("fully")} == found.answers
    assert (DroppedAnswer("new", said("gone"), "refused"),) == found.dropped
    assert [("@pack", said(ONE)), ("new", None), ("old", None), ("new", said("fully"))] == list(found.changes(ONE))


def test_what_the_pack_no_longer_asks_or_takes_is_dropped() -> None:
    found = upgrade(pack(a={}), {"gone": said("yes"), "a": said(F(3)), "x": DONT_KNOW})
    assert {"x": DONT_KNOW} == found.answers
    assert (DroppedAnswer("a", said(F(3)), "refused"), DroppedAnswer("gone", said("yes"), "gone")) == found.dropped


def test_choices_move_in_answers_and_in_votes() -> None:
    listed = (Choice("one", "One", was=("first", "second")), Choice("two", "Two"))
    question = Question("q", "select_multiple", "Which?", "all", listed)
    assert said(("one", "two")) == carried(question, said(("first", "second", "two")))
    assert votes(("one",), ("two",)) == carried(question, votes(("first",), ("two",)))
    assert said(F(2)) == carried(question, said(F(2)))
    assert DONT_KNOW == carried(question, DONT_KNOW)
    single = replace(question, type="select_one")
    found = upgrade(made(exposure(), control("a"), facts=[single]), {"q": said("first")})
    assert (MovedAnswer("q", "q", said("first"), said("one")),) == found.moved
    assert [("@pack", said(ONE)), ("q", said("one"))] == list(found.changes(ONE))


def test_new_are_the_questions_that_the_old_pack_did_not_ask() -> None:
    old = pack(a={}, b={})
    listed: dict[str, dict[str, object]] = {
        "a": {}, "bb": {"was": ("b",)}, "c": {}, "later": {"asked": False}, "e": {"when": parse("x >= much")},
        "f": {},
    }  # fmt: skip
    new = pack(**listed)
    given_now = answers(x="little", f="none")
    assert ["c"] == [question.id for question in new_questions(new, given_now, old)]
    assert ["a", "bb", "c"] == [question.id for question in new_questions(new, given_now, None)]


# --- and back ------------------------------------------------------------------------------------------------


def test_an_undo_gives_back_what_there_was() -> None:
    before = events(("old", said("fully")), ("gone", said("yes")), ("x", said("much")))
    there = upgraded(pack(new={"was": ("old",)}), TWO, before)
    assert ({"new": said("fully"), "x": said("much")}, TWO) == (replay(there), pack_in_use(there))
    back = taken_back(there)
    assert (replay(before), "") == (replay(back), pack_in_use(back))
    assert undo(back) is None
    assert len(before) == events_that_stand(back)


def test_each_undo_takes_back_one_upgrade() -> None:
    first = upgraded(pack(b={"was": ("a",)}), ONE, events(("a", said("fully"))))
    second = upgraded(pack(c={"was": ("a", "b")}), TWO, first)
    back = taken_back(second)
    assert ({"b": said("fully")}, ONE, len(first)) == (replay(back), pack_in_use(back), events_that_stand(back))
    twice = taken_back(back)
    assert ({"a": said("fully")}, "", 1) == (replay(twice), pack_in_use(twice), events_that_stand(twice))


def test_what_was_answered_since_the_upgrade_stays() -> None:
    there = upgraded(pack(new={"was": ("old",)}), TWO, events(("old", said("fully")), ("gone", said("yes"))))
    later = events(("new", said("none")), after=there)
    found = undo(later)
    assert found is not None
    assert (("new",), [("@pack", None), ("gone", said("yes")), ("old", said("fully"))]) == (
        found.kept,
        sorted(found.changes),
    )
    back = taken_back(later)
    assert {"old": said("fully"), "gone": said("yes"), "new": said("none")} == replay(back)
    assert len(back) == events_that_stand(back)


def test_without_an_upgrade_there_is_nothing_to_take_back() -> None:
    plain = events(("a", said("yes")), ("@pack", said(ONE)))
    assert undo(()) is None
    assert undo(plain) is None
    assert undo(events(("@pack", None), source=UNDO)) is None
    assert (0, 2) == (events_that_stand(()), events_that_stand(plain))


def test_a_history_that_only_looks_like_an_undo_stands_as_it_is() -> None:
    before = events(("a", said("fully")))
    alone = events(("@pack", None), source=UNDO, after=before)
    there = upgraded(pack(b={"was": ("a",)}), TWO, before)
    other = events(("@pack", None), ("b", None), ("a", said("none")), source=UNDO, after=there)
    between = events(("x", said("much")), after=there)
    apart = taken_back(between)
    more = events(("@edition", said("quick")), source=UNDO, after=taken_back(there))
    added = events(("@pack", None), ("b", None), ("a", said("fully")), ("c", said("none")), source=UNDO, after=there)
    for history in (alone, other, apart, more, between, added):
        assert len(history) == events_that_stand(history)


# --- properties ----------------------------------------------------------------------------------------------


def renamed(campaign: Campaign, names: frozenset[str], gone: frozenset[str]) -> Pack:
    """The campaign's pack with other ids for the answers of some questions, and none of others: as a later version."""
    listed = {}
    for name, question in campaign.pack.questions.items():
        if name in names:
            question = replace(question, was=(f"{name}_once",))  # noqa: PLW2901 - the same question
        listed[name] = question
    return replace(campaign.pack, questions={name: one for name, one in listed.items() if name not in gone})


def earlier(answers_now: Answers, names: frozenset[str]) -> list[tuple[str, Answer | None]]:
    return [(f"{name}_once" if name in names else name, answer) for name, answer in answers_now.items()]


@given(campaigns(), st.data())
@convincing
def test_upgrade_then_undo_gives_the_same_answers_and_result(campaign: Campaign, data: st.DataObject) -> None:
    names = sorted(campaign.pack.questions)
    moved = frozenset(data.draw(st.sets(st.sampled_from(names))))
    gone = frozenset(data.draw(st.sets(st.sampled_from(names), max_size=2)))
    before = events(*earlier(campaign.answers, moved))
    there = upgraded(renamed(campaign, moved, gone), TWO, before)
    back = taken_back(there)
    assert (replay(before), "") == (replay(back), pack_in_use(back))
    assert len(before) == events_that_stand(back)
    assert result(campaign, replay(before)) == result(campaign, replay(back))


def result(campaign: Campaign, found: Answers) -> Result:
    return score(campaign.pack, {name: answer for name, answer in found.items() if name in campaign.pack.questions})


@given(campaigns(), st.data())
@convincing
def test_an_upgrade_that_only_renames_changes_no_result(campaign: Campaign, data: st.DataObject) -> None:
    moved = frozenset(data.draw(st.sets(st.sampled_from(sorted(campaign.pack.questions)))))
    before = replay(events(*earlier(campaign.answers, moved)))
    found = upgrade(renamed(campaign, moved, frozenset()), before)
    taken = upgrade(campaign.pack, campaign.answers).answers
    assert taken == found.answers
    assert score(campaign.pack, taken) == score(campaign.pack, found.answers)


def test_states_without_a_value_move_too() -> None:
    assert Answer(State.BLANK, note="later") == carried(fact("f", "a", "b"), Answer(State.BLANK, note="later"))
    assert PACK == "@pack"
