"""A worksheet's fields to votes and answers: nothing is guessed, and every mistake is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.accept import LONGEST_NAME, LONGEST_NOTE, Refusal
from hustings.answers.events import Answer, State
from hustings.answers.worksheet_fields import (
    FieldDoubt,
    MarkedAnswer,
    WorksheetStamp,
    as_boxes,
    choice_field,
    mark,
    marked,
    note_field,
    noticed,
    offered,
    said_field,
    stamp_of,
    value_field,
    written_name,
)
from hustings.answers.workshop.workshop_log import Vote, VoteKind
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Choice, Question

TOWN = Path(__file__).parents[1] / "packs" / "town"
ENDS = ("yes", "no", "texts", "nothing", "fully", "value", "note", *VoteKind)
ABSTAIN = VoteKind.ABSTAIN
STAMP = WorksheetStamp("0123456789ab", "ba9876543210", "comms", "es", "quick", 3)


@cache
def town() -> Pack:
    return read_pack(TOWN)


def read(fields: Mapping[str, str]) -> list[tuple[str, VoteKind, object, str]]:
    found, mistakes = marked(town(), fields)
    assert () == mistakes
    return [(one.question.id, one.said, one.value, one.note) for one in found]


def wrong(fields: Mapping[str, str]) -> list[tuple[str, str]]:
    _, mistakes = marked(town(), fields)
    return [(one.question, str(one.why)) for one in mistakes]


def the(question: str, fields: Mapping[str, str]) -> MarkedAnswer:
    (found,), mistakes = marked(town(), fields)
    assert (question, ()) == (found.question.id, mistakes)
    return found


def test_a_stamp_reads_back_as_it_was_written() -> None:
    assert STAMP == stamp_of(str(STAMP)) == stamp_of(f" {STAMP} ")
    assert "hustings-1.0123456789ab.ba9876543210.comms.es.quick.3" == str(STAMP)
    assert WorksheetStamp("0" * 12, "1" * 12, "", "en", "") == stamp_of(
        str(WorksheetStamp("0" * 12, "1" * 12, "", "en", ""))
    )


@pytest.mark.parametrize("text", ["", "hustings-2.0123456789ab.ba9876543210.comms.es.quick.3", f"{STAMP}x", "a.b.c"])
def test_what_is_no_stamp_is_none(text: str) -> None:
    assert stamp_of(text) is None


def test_a_mark_is_short_and_tells_cases_apart() -> None:
    assert 12 == len(mark("a1", "2026-11-24"))
    assert mark("a1", "x") != mark("a1x")


def test_every_kind_of_question() -> None:
    fields = {
        value_field("campaign_name"): " Rivera\x1b[2J ",
        value_field("first_ballots"): "2026-10-13",
        value_field("staff"): "1,200",
        choice_field("uses_ai", "yes"): "/on",
        choice_field("uses_ai", "no"): "/Off",
        choice_field("channels", "texts"): "/Yes",
        choice_field("channels", "doors"): "/on",
        note_field("channels"): "Since May.",
        said_field("chatbot_account", VoteKind.DONT_KNOW): "/on",
        said_field("voice_online", VoteKind.ABSTAIN): "/on",
        note_field("voice_online"): "",
    }
    assert [("staff", "The number must be 500 or less.")] == wrong(fields)
    assert [
        ("campaign_name", VoteKind.OPTION, "Rivera[2J", ""),
        ("first_ballots", VoteKind.OPTION, date(2026, 10, 13), ""),
        ("staff", VoteKind.OPTION, Fraction(120), ""),
        ("uses_ai", VoteKind.OPTION, "yes", ""),
        ("channels", VoteKind.OPTION, ("doors", "texts"), "Since May."),
        ("chatbot_account", VoteKind.DONT_KNOW, None, ""),
        ("voice_online", VoteKind.ABSTAIN, None, ""),
    ] == read({**fields, value_field("staff"): "120"})


def test_a_tick_is_a_vote_and_an_answer() -> None:
    ticked = the("uses_ai", {choice_field("uses_ai", "yes"): "/on", note_field("uses_ai"): "Two of us."})
    assert Vote(VoteKind.OPTION, "yes", "Two of us.") == ticked.vote()
    assert Answer(State.ANSWERED, "yes", note="Two of us.") == ticked.answer()
    several = the("channels", {choice_field("channels", "texts"): "/on"})
    assert Vote(VoteKind.OPTION, ("texts",)) == several.vote()


def test_dont_know_does_not_apply_and_not_my_area() -> None:
    unknown = the("uses_ai", {said_field("uses_ai", VoteKind.DONT_KNOW): "/on"})
    assert (Vote(VoteKind.DONT_KNOW), Answer(State.DONT_KNOW)) == (unknown.vote(), unknown.answer())
    field = said_field("records_rule", VoteKind.NOT_APPLICABLE)
    out = the("records_rule", {field: "/on", note_field("records_rule"): "We hold no list."})
    assert Vote(VoteKind.NOT_APPLICABLE, None, "We hold no list.") == out.vote()
    assert Answer(State.NA, reason="We hold no list.") == out.answer()
    assert isinstance(the("records_rule", {field: "/on"}).answer(), Refusal)
    other = the("uses_ai", {said_field("uses_ai", VoteKind.ABSTAIN): "/on"})
    assert (Vote(VoteKind.ABSTAIN), None) == (other.vote(), other.answer())


def test_a_date_or_a_name_is_an_answer_and_no_vote() -> None:
    day = the("first_ballots", {value_field("first_ballots"): "2026-10-13"})
    assert (None, Answer(State.ANSWERED, date(2026, 10, 13))) == (day.vote(), day.answer())
    unknown = the("staff", {said_field("staff", VoteKind.DONT_KNOW): "/on"})
    assert (None, Answer(State.DONT_KNOW)) == (unknown.vote(), unknown.answer())
    name = the("campaign_name", {value_field("campaign_name"): "Rivera"})
    assert (None, Answer(State.ANSWERED, "Rivera")) == (name.vote(), name.answer())


def test_two_ticks_where_one_is_meant() -> None:
    both = {choice_field("uses_ai", "yes"): "/on", choice_field("uses_ai", "no"): "/on"}
    assert [("uses_ai", "“No” and “Yes” are both given. Leave one of them.")] == wrong(both)
    unsure = {choice_field("uses_ai", "yes"): "/on", said_field("uses_ai", VoteKind.DONT_KNOW): "/on"}
    assert [("uses_ai", "“Yes” and “We don't know” are both given. Leave one of them.")] == wrong(unsure)
    twice = {said_field("uses_ai", VoteKind.ABSTAIN): "/on", said_field("uses_ai", VoteKind.DONT_KNOW): "/on"}
    assert [("uses_ai", "“We don't know” and “Not my area” are both given. Leave one of them.")] == wrong(twice)
    long = {value_field("staff"): "7" * 99, said_field("staff", VoteKind.DONT_KNOW): "/on"}
    assert f"“{'7' * LONGEST_NAME}…” and “We don't know” are both given." in wrong(long)[0][1]


def test_none_of_these_goes_alone() -> None:
    both = {choice_field("channels", "nothing"): "/on", choice_field("channels", "texts"): "/on"}
    assert [("channels", "“None of these” cannot go together with other choices.")] == wrong(both)


def test_a_reason_without_a_tick_is_not_lost_in_silence() -> None:
    said = "There is a reason, and nothing is ticked. Tick what fits best, or “Not my area”."
    assert [("uses_ai", said)] == wrong({note_field("uses_ai"): "Well, it depends."})


def test_a_reason_that_is_too_long() -> None:
    fields = {choice_field("uses_ai", "yes"): "/on", note_field("uses_ai"): "x" * (LONGEST_NOTE + 1)}
    assert [("uses_ai", "That is 501 characters; 500 is the most.")] == wrong(fields)
    assert 500 == len(the("uses_ai", {**fields, note_field("uses_ai"): "x" * LONGEST_NOTE}).note)


def test_a_question_that_the_pack_does_not_have() -> None:
    strange = {"teem:yes": "/on", "older+note": "", "other+value": "/Off", "x": "y", "name": "Ann"}
    assert [("teem", "No question is called `teem`. Write the worksheets of this case again.")] == wrong(strange)


WORDS = (
    st.sampled_from(["", "/on", "/Off", "Yes", "yes", "12", "2026-10-13", "texts", "\x00\u202e", "x" * 5000])
    | st.text()
)
NAMES = st.sampled_from(
    [f"{name}{sign}{end}" for name in (*read_pack(TOWN).questions, "gone") for sign in ":+" for end in ENDS]
)


@given(st.dictionaries(NAMES | st.text(), WORDS, max_size=30))
def test_whatever_comes_back_is_said_or_a_mistake(fields: dict[str, str]) -> None:
    """Each question is marked at most once, and what is marked can be voted and answered, or is refused in words."""
    found, mistakes = marked(town(), fields)
    names = [one.question.id for one in found]
    assert len(names) == len(set(names))
    assert set(names).isdisjoint(one.question for one in mistakes)
    assert all(one.why.why for one in mistakes)
    for one in found:
        assert (one.vote() is None) == (not one.question.choices)
        assert one.said is not VoteKind.OPTION or one.value is not None
        assert isinstance(one.answer(), Answer | Refusal | None)


@pytest.mark.parametrize("state", ["on", "/on", "/On", "/Yes", "1", "true", "/4", "x", "/No"])
def test_a_tick_is_any_state_but_off(state: str) -> None:
    assert Vote(VoteKind.OPTION, "yes") == the("uses_ai", {choice_field("uses_ai", "yes"): state}).vote()


@pytest.mark.parametrize("state", ["", " ", "/Off", "Off", "/OFF"])
def test_off_is_no_tick(state: str) -> None:
    assert [] == read({choice_field("uses_ai", "yes"): state})


def test_what_nobody_can_be_sure_of_is_asked_about() -> None:
    box, drawn, staff = choice_field("uses_ai", "yes"), said_field("chatbot_account", ABSTAIN), value_field("staff")
    doubts = {box: FieldDoubt.UNLIKE, staff: FieldDoubt.UNREAD, drawn: FieldDoubt.DRAWN}
    found, mistakes = marked(town(), {box: "on", staff: "", drawn: "on"}, doubts=doubts)
    assert ["chatbot_account"] == [one.question.id for one in found]
    unlike, unread = [str(one.why) for one in mistakes]
    assert unlike == (
        "“Yes” is stored as ticked and drawn as not ticked. "
        "Ask which is right. Then tick or clear the box in a PDF program, save, and import again."
    )
    assert "What was filled in cannot be read. Ask what it says, and fill it in anew." == unread


def test_nothing_that_was_filled_in_is_left_out_unsaid() -> None:
    fields = {said_field("uses_ai", ABSTAIN): "on", "Text1": "by hand:\nno", "Empty": "", "Signature": "", "name": ""}
    doubts = {
        said_field("uses_ai", ABSTAIN): FieldDoubt.DRAWN,
        "Signature": FieldDoubt.UNREAD,
        "name": FieldDoubt.UNREAD,
    }
    assert [
        "`uses_ai`: “Not my area” is drawn as ticked and stored as not ticked; it counts.",
        "`Text1` is not a field of a worksheet; it is left out: by hand: no",
        "`Signature` is not a field of a worksheet; it is left out: ?",
        "The name cannot be read.",
    ] == list(noticed(town(), fields, doubts))
    ((question, told),) = wrong({choice_field("uses_ai", "perhaps"): "on", choice_field("uses_ai", "yes"): "on"})
    why = "`uses_ai:perhaps` is filled in, and the question has no such field."
    assert ("uses_ai", f"{why} Write the worksheets of this case again.") == (question, told)


@pytest.mark.parametrize("line_break", ["\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_line_breaks_of_a_reason_are_kept(line_break: str) -> None:
    said = the("uses_ai", {choice_field("uses_ai", "yes"): "on", note_field("uses_ai"): f"Two{line_break}of us."})
    assert "Two\nof us." == said.note


def test_an_empty_sheet_says_nothing() -> None:
    assert [] == read({choice_field("uses_ai", "yes"): "/Off", note_field("uses_ai"): "  ", "name": "Ann"})


def test_what_is_offered_besides_the_choices() -> None:
    asked = town().questions
    assert (VoteKind.DONT_KNOW, VoteKind.ABSTAIN) == offered(asked["uses_ai"])
    assert (VoteKind.DONT_KNOW, VoteKind.NOT_APPLICABLE, VoteKind.ABSTAIN) == offered(asked["records_rule"])
    assert (VoteKind.ABSTAIN,) == offered(asked["campaign_name"])


def test_a_long_list_is_chosen_from() -> None:
    question = town().questions["voice_online"]
    long = replace(question, choices=tuple(Choice(f"c{n}", f"Choice {n}") for n in range(15)))
    assert (True, False, False) == tuple(as_boxes(one) for one in (question, long, town().questions["staff"]))
    pack = replace(town(), questions={**town().questions, "voice_online": long})
    (found,), mistakes = marked(pack, {value_field("voice_online"): "c3"})
    assert (Vote(VoteKind.OPTION, "c3"), ()) == (found.vote(), mistakes)
    (by_words,), mistakes = marked(pack, {value_field("voice_online"): "Choice 3"})
    assert (Vote(VoteKind.OPTION, "c3"), ()) == (by_words.vote(), mistakes)
    _, (mistake,) = marked(pack, {value_field("voice_online"): "Choice 30"})
    assert "`voice_online` has no choice `Choice 30`." == mistake.why.why


def test_a_name_is_one_short_line() -> None:
    assert "Ann Lee" == written_name({"name": " Ann\n\u202eLee\x00 "})
    assert "" == written_name({})
    assert LONGEST_NAME == len(written_name({"name": "n" * 9000}))


def test_a_question_is_what_is_marked() -> None:
    assert isinstance(the("uses_ai", {choice_field("uses_ai", "no"): "on"}).question, Question)
