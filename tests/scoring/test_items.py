"""How answers become values: states, triples and follow-ups (method.md 1.2 table, 1.5 rulings 2, 3, 5 and 7)."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import pairwise
from typing import Any

import pytest

from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import parse
from hustings.pack.model import Item, Pack
from hustings.pack.questionnaire import Follows
from hustings.scoring.items import derived, sheet
from hustings.scoring.result import Bounds, ItemScore, ItemState
from hustings.scoring.score import score
from support.small_packs import DONT_KNOW, LINE, NA, PARTS, answers, control, exposure, fact, made, votes

NOTHING = Bounds(F(0), F(0), F(0))
WORST_TO_BEST = Bounds(F(0), F(0), F(1))


def triple(lo: str, pt: str, hi: str) -> Bounds:
    return Bounds(F(lo), F(pt), F(hi))


def item(pack: Pack, name: str, **given: Value | Answer) -> ItemScore:
    return score(pack, answers(**given)).item(name)


# --- one answer --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("largely", triple("0.7", "0.7", "0.7")),
        (DONT_KNOW, WORST_TO_BEST),
        (Answer(State.BLANK), WORST_TO_BEST),
        (votes("fully", "none"), triple("0", "0", "1")),
        (votes("fully", "partly", "largely"), triple("0.3", "0.7", "1")),
        (votes("fully", "partly", "largely", "largely"), triple("0.3", "0.7", "1")),
        (votes("largely"), triple("0.7", "0.7", "0.7")),
    ],
)
def test_a_control_s_worst_is_low_and_its_median_the_lower_one(answer: str | Answer, expected: Bounds) -> None:
    assert expected == item(made(exposure(), control("c")), "c", c=answer).value


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("some", triple("0.5", "0.5", "0.5")),
        (DONT_KNOW, triple("1", "1", "0")),
        (votes("little", "much"), triple("1", "1", "0")),
        (votes("little", "some", "some", "much"), triple("1", "0.5", "0")),
    ],
)
def test_an_exposure_s_worst_is_high_and_its_median_the_upper_one(answer: str | Answer, expected: Bounds) -> None:
    assert expected == item(made(exposure(), control("c")), "x", x=answer).value


def test_a_question_nobody_answered_is_blank() -> None:
    found = item(made(exposure(), control("c")), "c")
    assert (ItemState.BLANK, WORST_TO_BEST, None) == (found.state, found.value, found.answer)


def test_a_checklist_counts_what_is_ticked_by_weight_and_nothing_ticked_as_0() -> None:
    pack = made(exposure(), control("c", values=PARTS))
    assert triple("0.75", "0.75", "0.75") == item(pack, "c", c=("two",)).value
    assert NOTHING == item(pack, "c", c=()).value


def test_a_number_is_read_off_the_line_and_clamped_outside() -> None:
    pack = made(exposure(), control("c", values=LINE))
    assert triple("0.25", "0.25", "0.25") == item(pack, "c", c=F("2.5")).value
    assert triple("1", "1", "1") == item(pack, "c", c=F(99)).value
    assert NOTHING == item(pack, "c", c=F(-1)).value


def test_not_applicable_takes_an_item_out() -> None:
    found = item(made(exposure(), control("c"), control("e"), c={"na": True}), "c", c=NA)
    assert (ItemState.NA, None) == (found.state, found.value)


# --- conditions --------------------------------------------------------------------------------------------


def test_an_item_left_out_by_a_fact_does_not_count() -> None:
    pack = made(exposure(), control("c", weight=F(9)), control("e"), facts=[fact("us")], c={"when": parse("us == yes")})
    result = score(pack, answers(us="no", e="fully", c="none"))
    assert (ItemState.EXCLUDED, None) == (result.item("c").state, result.item("c").value)
    assert F(100) == result.index.hi


def test_an_item_of_unknown_applicability_counts_as_not_known_whatever_is_recorded() -> None:
    pack = made(exposure(), control("c"), facts=[fact("us")], c={"when": parse("us == yes")})
    found = item(pack, "c", us=DONT_KNOW, c="fully")
    assert (ItemState.UNKNOWN, WORST_TO_BEST) == (found.state, found.value)


def test_not_applicable_stands_while_applicability_is_unknown() -> None:
    pack = made(exposure(), control("c"), control("e"), facts=[fact("us")], c={"when": parse("us == yes"), "na": True})
    found = item(pack, "c", us=DONT_KNOW, c=NA)
    assert (ItemState.NA, None) == (found.state, found.value)


def test_an_item_that_asks_an_exposure_that_does_not_apply_is_left_out() -> None:
    pack = made(
        exposure(), exposure("ads"), control("c"), control("e"), ads={"na": True}, c={"when": parse("ads >= some")}
    )
    assert ItemState.EXCLUDED is item(pack, "c", ads=NA, c="none").state
    assert ItemState.ANSWERED is item(pack, "c", ads="much", c="none").state


def test_an_item_that_asks_an_open_question_that_may_not_apply_may_be_left_out() -> None:
    pack = made(exposure(), control("c"), facts=[fact("us", na=True)], c={"when": parse("us in [yes, no]")})
    assert ItemState.UNKNOWN is item(pack, "c", c="none").state
    assert ItemState.ANSWERED is item(pack, "c", us="no", c="none").state


def test_a_chain_of_unknown_applicability_is_unknown_down_to_its_end() -> None:
    pack = made(
        exposure(), exposure("ads"), exposure("clones"), control("c"),
        facts=[fact("us")],
        ads={"when": parse("us == yes")}, clones={"when": parse("ads >= some")}, c={"when": parse("clones <= some")},
    )  # fmt: skip
    result = score(pack, answers(x="little", ads="much", clones="little", c="fully"))
    assert [ItemState.UNKNOWN] * 3 == [result.item(name).state for name in ("ads", "clones", "c")]
    known = score(pack, answers(x="little", us="yes", ads="much", clones="little", c="fully"))
    assert [ItemState.ANSWERED] * 3 == [known.item(name).state for name in ("ads", "clones", "c")]


# --- follow-ups --------------------------------------------------------------------------------------------

PARENT_AND_CHILD = made(
    exposure(), control("p"), control("c"), control("e"),
    p={"na": True}, c={"follows": Follows("p", "largely"), "na": True},
)  # fmt: skip


@pytest.mark.parametrize(
    ("parent", "child", "state", "value"),
    [
        ("fully", "largely", ItemState.ANSWERED, triple("0.7", "0.7", "0.7")),
        ("partly", "largely", ItemState.IMPLIED, NOTHING),
        ("partly", NA, ItemState.IMPLIED, NOTHING),
        ("fully", NA, ItemState.NA, None),
        (DONT_KNOW, "largely", ItemState.WAITING, WORST_TO_BEST),
        (DONT_KNOW, NA, ItemState.WAITING, WORST_TO_BEST),
        (NA, "largely", ItemState.EXCLUDED, None),
        (votes("none", "fully"), "largely", ItemState.ANSWERED, triple("0", "0", "0.7")),
        (votes("none", "fully", "fully"), "largely", ItemState.ANSWERED, triple("0", "0.7", "0.7")),
        (votes("none", "partly"), "largely", ItemState.IMPLIED, NOTHING),
        (votes("largely", "fully"), NA, ItemState.NA, None),
        (votes("none", "fully", "fully"), DONT_KNOW, ItemState.DONT_KNOW, WORST_TO_BEST),
    ],
)
def test_what_a_parent_makes_of_its_follow_up(
    parent: str | Answer, child: str | Answer, state: ItemState, value: Bounds | None
) -> None:
    found = item(PARENT_AND_CHILD, "c", p=parent, c=child)
    assert (state, value) == (found.state, found.value)


def test_not_applicable_gives_way_while_votes_could_still_imply_the_follow_up() -> None:
    found = item(PARENT_AND_CHILD, "c", p=votes("none", "fully"), c=NA)
    assert (ItemState.UNKNOWN, WORST_TO_BEST) == (found.state, found.value)


def chain(*names: str) -> Pack:
    """Each control follows the one before it, from its lowest level above 0."""
    asked: dict[str, Any] = {name: {"follows": Follows(before)} for before, name in pairwise(names)}
    return made(exposure(), *(control(name) for name in names), **asked)


def test_a_chain_of_follow_ups_inherits_what_its_first_says() -> None:
    pack = chain("a", "b", "c")
    for first, state in (("none", ItemState.IMPLIED), (DONT_KNOW, ItemState.WAITING), ("partly", ItemState.ANSWERED)):
        result = score(pack, answers(a=first, b="fully", c="fully"))
        assert [state] * 2 == [result.item(name).state for name in ("b", "c")]


def test_raising_the_first_of_a_chain_opens_what_was_recorded_below_it() -> None:
    work = sheet(chain("a", "b", "c"), answers(a=DONT_KNOW, b="largely", c="fully"))
    assert [WORST_TO_BEST] * 3 == [derived(work)[name] for name in "abc"]
    raised = derived(work, {"a": F("0.7")})
    assert ["0.7", "0.7", "1"] == [f"{float(raised[name].pt):g}" for name in "abc"]


def test_raising_the_first_of_a_chain_does_not_make_up_what_nobody_knows() -> None:
    raised = derived(sheet(chain("a", "b", "c"), answers(a="none", b=DONT_KNOW, c="fully")), {"a": F("0.7")})
    assert [F("0.7"), F(0), F(0)] == [raised[name].pt for name in "abc"]


def test_a_number_or_list_opens_its_follow_ups_as_soon_as_it_is_above_0() -> None:
    for values, lowest, above in ((PARTS, (), ("one",)), (LINE, F(0), F("0.001"))):
        parent: Item = control("p", values=values)
        pack = made(exposure(), parent, control("c"), c={"follows": Follows("p")})
        assert ItemState.IMPLIED is item(pack, "c", p=lowest, c="fully").state
        assert ItemState.ANSWERED is item(pack, "c", p=above, c="fully").state


# --- a parent that is raised (1.6, 22) ------------------------------------------------------------------------


@pytest.mark.parametrize(("floor", "kept"), [("0.2", {"p", "c", "k", "x"}), ("0.3", {"p", "x"}), ("1", {"p", "x"})])
def test_does_not_apply_counts_again_from_the_level_that_opens_it(floor: str, kept: set[str]) -> None:
    """`c` was marked, and `k` follows it; the parent is not known, and is raised."""
    pack = made(
        exposure(), control("p"), control("c"), control("k"),
        c={"follows": Follows("p", "partly"), "na": True}, k={"follows": Follows("c")},
    )  # fmt: skip
    work = sheet(pack, answers(x="much", p=DONT_KNOW, c=NA, k="fully"))
    assert {"c", "k"} == work.shelved
    assert {"p", "c", "k", "x"} == derived(work).keys()
    assert kept == derived(work, {"p": F(floor)}).keys()


def test_a_follow_up_counts_in_full_where_its_parent_is_just_at_the_level() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p", "partly")})
    assert triple("0.7", "0.7", "0.7") == item(pack, "c", p="partly", c="largely").value
    voted = item(pack, "c", p=votes("none", "partly", "partly"), c="largely").value
    assert triple("0", "0.7", "0.7") == voted


def test_below_a_parent_that_is_not_known_answers_count_once_it_is_raised_to_the_level() -> None:
    pack = made(exposure(), control("p"), control("c"), c={"follows": Follows("p", "partly")})
    work = sheet(pack, answers(x="much", p=DONT_KNOW, c="fully"))
    assert WORST_TO_BEST == derived(work, {"p": F("0.2")})["c"]
    assert triple("1", "1", "1") == derived(work, {"p": F("0.3")})["c"]
