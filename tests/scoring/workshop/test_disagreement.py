"""Where a room differed and what hangs on it (method.md 2.7), on votes W1 to W4 of 2.6 and on example E1."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Pick, ballots
from hustings.answers.workshop.workshop_log import DecisionKind, EntryKind
from hustings.pack.conditions import parse
from hustings.scoring.score import score
from hustings.scoring.workshop.consequence import Consequence
from hustings.scoring.workshop.decisions import decisions
from hustings.scoring.workshop.disagreement import disagreement
from hustings.scoring.workshop.vote_outcome import Status
from support.scoring import e1, mini
from support.small_packs import control, exposure, fact, made, said
from support.votes import REST, SMALL_PACK, decided, disagreement_of, entry, left_open, log, steps, voted

W1, W2, W3 = steps(0, 0, 4, 1), steps(1, 0, 4, 0), steps(3, 0, 0, 3)
W4 = ballots(["here"] * 4 + ["there", "nowhere"])


WORKSHOP = log(
    entry(EntryKind.BEGAN, text="standard"),
    voted("one", W1), decided("one", "largely"),
    voted("two", W2, notes=("The list was never checked.",)),
    decided("two", "largely", DecisionKind.CONSENT, dissent=1, dissent_text="It was skipped twice."),
    entry(EntryKind.FETCH, "two", text="The signed list", owner="Kim"),
    voted("three", W3), left_open("three", W3),
    voted("place", W4), decided("place", "here"),
    entry(EntryKind.FINISHED),
)  # fmt: skip


def test_w1_to_w4_in_one_workshop() -> None:
    room = disagreement_of(WORKSHOP)
    told = {one.question.id: one for one in room.heard}
    assert [Status.AGREED, Status.MIXED, Status.SPLIT, Status.MIXED] == [
        told[name].status for name in ("one", "two", "three", "place")
    ]
    assert [F(13, 15), F(11, 15), F(0), F(2, 3)] == [
        told[name].rounds[-1].group.agreement for name in ("one", "two", "three", "place")
    ]
    assert (1, 4, ["three"]) == (room.agreed, room.decided, [one.question.id for one in room.left_open])
    assert ("The list was never checked.",) == told["two"].notes
    assert ["The signed list"] == [line.text for line in told["two"].fetched]
    assert room.finished
    assert room.of("two") is told["two"]
    assert room.of("nobody") is None


def test_without_votes_and_decisions_there_was_no_workshop() -> None:
    result = score(SMALL_PACK, REST)
    assert disagreement(result, ()) is None
    begun = log(entry(EntryKind.BEGAN), entry(EntryKind.OPENED, "one", round=1))
    assert disagreement(result, begun) is None
    closed = log(voted("one", W1)[:2])
    assert disagreement(result, closed) is None, "a round that nobody has seen stays unknown"


def test_where_they_disagreed_in_the_order_of_what_it_changes() -> None:
    room = disagreement_of(WORKSHOP)
    assert ["three", "two", "place"] == [one.question.id for one in room.disputed]
    assert room.disputed[0].effect.points > room.disputed[1].effect.points
    assert Consequence("place", F(0), ends=(F("38.625"), F("38.625"))) == room.disputed[2].effect


def test_what_is_left_open_moves_the_index_between_its_ends() -> None:
    entries = log(voted("f_c1", steps(1, 2, 1, 0)), left_open("f_c1", steps(1, 2, 1, 0)))
    room = disagreement_of(entries, mini(), **e1(f_c1=Answer(State.UNRESOLVED, votes=steps(1, 2, 1, 0).votes)))
    assert (F("52.375"), F("68.625")) == room.ends
    assert (F("60.625"),) * 3 == (room.settled.lo, room.settled.pt, room.settled.hi)


def test_the_votes_part_of_the_interval_is_what_is_left_when_they_are_settled() -> None:
    entries = log(voted("f_c1", steps(1, 2, 1, 0)), left_open("f_c1", steps(1, 2, 1, 0)))
    votes = Answer(State.UNRESOLVED, votes=steps(1, 2, 1, 0).votes)
    answers = e1(f_c1=votes, g_c1=Answer(State.DONT_KNOW))
    result = score(mini(), answers)
    room = disagreement(result, entries)
    assert room is not None
    assert result.split[0] == room.settled.hi - room.settled.lo
    assert result.index.lo <= room.settled.lo <= room.settled.hi <= result.index.hi


def test_with_nothing_left_open_both_ends_are_the_index() -> None:
    room = disagreement_of(log(voted("one", W1), decided("one", "largely")))
    assert room.ends[0] == room.ends[1]


def test_a_fact_that_was_left_open_is_tried_every_way() -> None:
    pack = made(exposure(), control("one"), control("two"), facts=[fact("has")], two={"when": parse("has == yes")})
    votes = ballots(["no", "no", "yes", "yes"])
    entries = log(voted("has", votes), left_open("has", votes))
    room = disagreement_of(entries, pack, x=said("much"), one=said("fully"), two=said("none"))
    asked = {choice: score(pack, {**REST, "x": said("much"), "one": said("fully"), "two": said("none"), "has": said(choice)}).index.pt for choice in ("yes", "no")}  # fmt: skip  # noqa: E501
    assert (asked["yes"], asked["no"]) == room.ends
    assert asked["yes"] < asked["no"]


def test_an_exposure_has_its_ends_the_other_way_round() -> None:
    votes: list[Pick] = ["little", "some", "much"]
    entries = log(voted("x", ballots(votes)), left_open("x", ballots(votes)))
    ends = disagreement_of(entries, one=said("partly"), two=said("partly"), three=said("partly")).ends
    assert ends[0] < ends[1]


def test_an_answer_that_was_changed_afterwards_is_no_longer_open() -> None:
    room = disagreement_of(WORKSHOP, three=said("fully"))
    assert () == room.left_open
    three = room.of("three")
    assert three is not None
    assert three.later
    assert three.disputed
    assert (1, 4) == (room.agreed, room.decided)


def test_what_was_only_written_down_is_not_counted() -> None:
    room = disagreement_of(
        log(decided("one", "largely", DecisionKind.RECORDED), decided("two", "fully", DecisionKind.AGREED))
    )
    assert (0, 0) == (room.decided, room.agreed)
    assert [None, None] == [one.status for one in room.heard]


def test_what_was_decided_otherwise_than_voted_is_never_agreed() -> None:
    """Not even where all voted alike, nobody objected, and the file says that it was agreed."""
    alike = steps(0, 0, 5, 0)
    room = disagreement_of(
        log(voted("one", alike), decided("one", "fully"), voted("two", W1), decided("two", "largely"))
    )
    one, two = room.heard
    assert (2, 1, ["one"]) == (room.decided, room.agreed, [each.question.id for each in room.otherwise])
    assert (Status.OTHERWISE, Status.AGREED) == (one.status, two.status)
    assert (False, True, False) == (one.agreed, one.otherwise, one.disputed)
    assert ((), (one,)) == (room.disputed, room.not_agreed)
    assert {Status.OTHERWISE: F(1, 2), Status.AGREED: F(1, 2)} == {
        status: share for status, share in room.areas[0].shares if share
    }
    assert one.decision is not None
    assert (DecisionKind.OTHERWISE, Answer(State.ANSWERED, "largely")) == (one.decision.settled, one.decision.proposed)
    assert one.effect.points > 0  # between what was voted and what was decided


def test_votes_without_a_decision_are_heard_but_not_counted() -> None:
    room = disagreement_of(log(voted("one", W3), voted("two", W1)))
    assert (0, 0) == (room.decided, room.agreed)
    assert ["one"] == [one.question.id for one in room.disputed]
    assert [False, False] == [one.left_open for one in room.heard]


def test_few_votes_are_disputed_only_where_they_differ() -> None:
    same, differ = steps(0, 0, 2, 0), steps(1, 0, 1, 0)
    room = disagreement_of(
        log(voted("one", same), decided("one", "largely"), voted("two", differ), decided("two", "none"))
    )
    assert [Status.FEW, Status.FEW] == [one.status for one in room.heard]
    assert (1, ["two"]) == (room.agreed, [one.question.id for one in room.disputed])
    assert [False, False] == [one.rounds[-1].shown for one in room.heard]
    assert room.heard[0].rounds[-1].weak


def test_what_the_pack_no_longer_has_is_left_out() -> None:
    gone = voted("gone", W1)
    renamed = voted("one", ballots(["none", "all", "all"]))
    odd = voted("parts", ballots(["none", "none", "none"]))
    assert disagreement(score(SMALL_PACK, REST), log(gone, renamed, odd, decided("gone", "none"))) is None
    room = disagreement_of(
        log(voted("two", ballots([], abstained=2), W1), decided("gone", "none"), decided("two", "largely"))
    )
    assert ["two"] == [line.question for line in room.log]
    assert [5] == [one.said.heard for one in room.heard[0].rounds], "a round in which nobody spoke is none"


def test_a_set_of_ticks_is_heard_too() -> None:
    ticks: list[Pick] = [("one",), ("one", "two"), ()]
    room = disagreement_of(log(voted("parts", ballots(ticks)), decided("parts", ("one",))))
    assert (Status.MIXED, ()) == (room.heard[0].status, room.heard[0].rounds[0].levels)


# --- areas, movement, alpha --------------------------------------------------------------------------------


def test_shares_of_weight_by_area_add_up_to_one() -> None:
    much = ballots(["much"] * 4)
    entries = log(voted("one", W1), voted("two", W2), voted("three", W3), voted("e", much), voted("place", W4))
    (area,) = disagreement_of(entries).areas
    shares = dict(area.shares)
    assert ("d", 4) == (area.domain.id, area.questions)
    assert {
        Status.AGREED: (F(1, 4) + 1) / 2,
        Status.MIXED: F(1, 8),
        Status.SPLIT: F(1, 4),
        Status.FEW: F(0),
        Status.OTHERWISE: F(0),
    } == shares
    assert 1 == sum(shares.values())


def test_a_large_move_without_evidence_is_told_apart() -> None:
    turned = voted("three", W3, steps(0, 0, 0, 6))
    (area,) = disagreement_of(
        log(turned, decided("three", "fully"), voted("one", W1, W1), decided("one", "largely"))
    ).areas
    assert (2, F(3, 4), 1) == (area.moved, area.movement, area.unseen)
    for shown in ({"grade": 1}, {"reference": "the list"}):
        (area,) = disagreement_of(log(turned, decided("three", "fully", **shown))).areas
        assert (F(3, 2), 0) == (area.movement, area.unseen)
    assert 1 == disagreement_of(log(turned)).areas[0].unseen
    assert (0, None) == (
        disagreement_of(log(voted("one", W1))).areas[0].moved,
        disagreement_of(log(voted("one", W1))).areas[0].movement,
    )


# --- the log -----------------------------------------------------------------------------------------------


def test_a_slip_is_gone_and_what_was_reopened_stays() -> None:
    entries = log(
        voted("one", W2), decided("one", "partly"), entry(EntryKind.UNDONE, "one"), decided("one", "largely"),
        voted("two", W1), decided("two", "largely"),
        entry(EntryKind.REOPENED, "one", text="The list turned up."), decided("one", "fully"),
    )  # fmt: skip
    told = [
        (line.question, line.decision.answer.value, line.reopened, line.why) for line in decisions(SMALL_PACK, entries)
    ]
    assert [
        ("one", "largely", True, "The list turned up."),
        ("two", "largely", False, ""),
        ("one", "fully", False, ""),
    ] == told
    assert (W2,) == decisions(SMALL_PACK, entries)[0].seen
    assert () == decisions(SMALL_PACK, log(entry(EntryKind.UNDONE, "one")))


def test_what_was_parked_and_not_taken_up_again() -> None:
    entries = log(
        voted("one", W1), entry(EntryKind.PARKED, "one", text="Ask the treasurer."),
        voted("two", W1), entry(EntryKind.PARKED, "two", text="Later."), decided("two", "largely"),
        entry(EntryKind.PARKED, text="Who pays for it?"), entry(EntryKind.PARKED, text="Who pays for it?"),
        entry(EntryKind.PARKED, "gone", text="Old."), entry(EntryKind.NOTED, text="Lunch at one."),
    )  # fmt: skip
    assert ("What about one? Ask the treasurer.", "Who pays for it?") == disagreement_of(entries).parked
