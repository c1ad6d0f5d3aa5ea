"""Gates: what they cap, what is deleted from them, what leaves them open (method.md 1.2, 1.5 rulings 8 to 11, 17)."""

from __future__ import annotations

from fractions import Fraction as F
from typing import Any

import pytest

from hustings.answers.events import Answer, Value
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Follows
from hustings.scoring.gates import fails, unmet
from hustings.scoring.result import GateScore
from hustings.scoring.score import score
from support.small_packs import DONT_KNOW, LINE, NA, answers, control, exposure, gate, made, votes

NA_ABLE: dict[str, Any] = {name: {"na": True} for name in ("y", "a", "b", "c")}


def pack(needs: str, when: str = "", **changes: str) -> Pack:
    """Two exposures, three controls that may all be N/A, one that may not, and one gate."""
    one = gate("g", needs, when=when, **changes)
    return made(exposure(), exposure("y"), *(control(n) for n in ("a", "b", "c", "z")), gates=[one], **NA_ABLE)


def outcome(of: Pack, **given: Value | Answer) -> GateScore:
    return score(of, answers(**{"z": "fully", "x": "much", **given})).gates[0]


@pytest.mark.parametrize(
    ("needs", "given", "status"),
    [
        ("a >= largely", {"a": "largely"}, "met"),
        ("a >= largely", {"a": "partly"}, "not_met"),
        ("a >= largely", {"a": DONT_KNOW}, "open"),
        ("a >= largely", {}, "open"),
        ("a >= largely", {"a": NA}, "no_concern"),
        ("a >= largely and b >= partly", {"a": NA, "b": "none"}, "not_met"),
        ("a >= largely and b >= partly", {"a": NA, "b": NA}, "no_concern"),
        ("a >= largely or b >= partly", {"a": NA, "b": "none"}, "not_met"),
        ("a >= largely or b >= partly", {"a": NA, "b": "partly"}, "met"),
        ("(a >= largely and b >= largely) or c >= partly", {"a": NA, "b": NA, "c": "none"}, "not_met"),
        ("(a >= largely or b >= largely) and c >= partly", {"a": NA, "b": NA, "c": "partly"}, "met"),
        ("a >= largely or b >= partly", {"a": DONT_KNOW, "b": "partly"}, "met"),
        ("a >= largely and b >= partly", {"a": DONT_KNOW, "b": "none"}, "not_met"),
        ("a >= largely", {"a": votes("none", "fully")}, "open"),
        ("a >= largely", {"a": votes("none", "partly")}, "not_met"),
    ],
)
def test_needs(needs: str, given: dict[str, str | Answer], status: str) -> None:
    assert status == outcome(pack(needs), **given).status


@pytest.mark.parametrize(
    ("when", "given", "status"),
    [
        ("x >= much", {"x": "some"}, "no_concern"),
        ("x >= much", {"x": "much"}, "not_met"),
        ("x >= some", {"x": DONT_KNOW}, "open"),
        ("y >= some", {"y": NA}, "not_met"),
        ("y >= some and x >= much", {"y": NA, "x": "some"}, "no_concern"),
        ("y >= some or x >= much", {"y": NA, "x": "some"}, "no_concern"),
    ],
)
def test_when_is_deleted_with_its_exposure_and_then_the_gate_stays_active(
    when: str, given: dict[str, str | Answer], status: str
) -> None:
    assert status == outcome(pack("a >= largely", when), a="none", **given).status


def test_a_gate_that_is_met_needs_no_exposure_to_pass() -> None:
    assert "met" == outcome(pack("a >= largely", "x >= some"), a="fully", x=DONT_KNOW).status


def test_levels_of_numbers_are_read_as_the_item_reads_them() -> None:
    of = made(exposure(), control("a", values=LINE), gates=[gate("g", "a >= 7")])
    assert "met" == outcome(of, a=F(7)).status
    assert "not_met" == outcome(of, a=F("6.9")).status


@pytest.mark.parametrize(
    ("needs", "given", "names"),
    [
        ("a >= largely and b >= largely", {"a": "none", "b": "fully"}, ("a",)),
        ("a >= largely or b >= largely", {"a": "none", "b": "none"}, ("a", "b")),
        ("(a >= largely or b >= largely) and c >= partly", {"a": "none", "b": "fully", "c": "none"}, ("c",)),
        ("a >= largely and (a >= fully or b >= largely)", {"a": "none", "b": "none"}, ("a", "b")),
    ],
)
def test_controls_fail_a_gate_by_unsatisfied_clauses_in_unsatisfied_groups(
    needs: str, given: dict[str, str | Answer], names: tuple[str, ...]
) -> None:
    assert names == outcome(pack(needs), **given).unmet


# --- what leaves a gate open ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("needs", "when", "given", "disputed"),
    [
        ("a >= largely", "", {"a": votes("none", "fully")}, True),
        ("a >= largely", "", {"a": DONT_KNOW}, False),
        ("a >= largely and b >= largely", "", {"a": votes("none", "fully"), "b": DONT_KNOW}, False),
        ("a >= largely", "x >= some", {"a": "none", "x": votes("little", "much")}, True),
        ("a >= largely", "x >= some", {"a": "none", "x": DONT_KNOW}, False),
        ("a >= largely", "x >= some", {"a": votes("none", "fully"), "x": "much"}, True),
    ],
)
def test_a_gate_is_disputed_if_votes_alone_leave_it_open(
    needs: str, when: str, given: dict[str, str | Answer], *, disputed: bool
) -> None:
    found = outcome(pack(needs, when), **given)
    assert ("open", disputed) == (found.status, found.disputed)


def test_votes_on_a_parent_leave_the_gate_of_its_follow_up_disputed() -> None:
    of = made(exposure(), control("p"), control("c"), gates=[gate("g", "c >= largely")], c={"follows": Follows("p")})
    found = outcome(of, p=votes("none", "fully"), c="fully")
    assert ("open", True, ("c",)) == (found.status, found.disputed, found.unmet)


def test_a_gate_on_a_control_of_unknown_applicability_is_unverified() -> None:
    gates = [gate("g", "c >= largely")]
    of = made(exposure(), exposure("y"), control("c"), control("z"), gates=gates, c={"when": parse("y >= some")})
    assert ("open", False) == (outcome(of, c="none").status, outcome(of, c="none").disputed)
    assert "no_concern" == outcome(of, y="little", c="none").status
    assert "not_met" == outcome(of, y="some", c="none").status


def test_a_failed_gate_is_not_disputed() -> None:
    found = outcome(pack("a >= largely"), a=votes("none", "partly"))
    assert ("not_met", False) == (found.status, found.disputed)


@pytest.mark.parametrize(
    ("when", "given", "deciding"),
    [
        ("", {"a": DONT_KNOW}, ("a",)),
        ("x >= some", {"a": DONT_KNOW, "x": "much"}, ("a",)),
        ("x >= some", {"a": DONT_KNOW, "x": DONT_KNOW}, ("a", "x")),
        ("x >= some", {"a": "none", "x": DONT_KNOW}, ("a", "x")),
        ("x >= some and y >= some", {"a": "none", "x": DONT_KNOW, "y": NA}, ("a", "x")),
    ],
)
def test_what_could_settle_an_open_gate(when: str, given: dict[str, str | Answer], deciding: tuple[str, ...]) -> None:
    found = outcome(pack("a >= largely", when), **given)
    assert ("open", deciding) == (found.status, found.deciding)


# --- what a gate caps ----------------------------------------------------------------------------------------


def test_an_open_gate_caps_the_index_but_not_its_upper_end() -> None:
    of = made(
        exposure(), control("a", weight=F("0.1")), control("z", weight=F("9.9")), gates=[gate("g", "a >= partly")]
    )
    result = score(of, answers(x="little", a=DONT_KNOW, z="fully"))
    assert (F(59), F(59), F(100)) == (result.index.lo, result.index.pt, result.index.hi)
    assert (F(100), ("g",)) == (result.raw.pt, result.capped_by)
    assert "exposed" == result.band.id


def test_the_point_value_passes_and_yet_the_gate_caps_because_the_worst_vote_fails() -> None:
    result = score(
        made(exposure(), control("a"), gates=[gate("g", "a >= largely")]),
        answers(x="little", a=votes("none", "fully", "fully")),
    )
    assert (F(100), F(59)) == (result.raw.pt, result.index.pt)


def test_of_several_failed_gates_the_lowest_cap_counts() -> None:
    gates = [gate("g1", "a >= fully", cap="59"), gate("g2", "a >= fully", cap="39"), gate("g3", "a >= partly", cap="1")]
    result = score(made(exposure(), control("a"), gates=gates), answers(x="little", a="largely"))
    assert (F(39), ("g1", "g2")) == (result.index.pt, result.capped_by)


def test_of_several_failed_domain_gates_the_lowest_cap_counts() -> None:
    gates = [gate("g1", "a >= fully", scope="d", cap="0.5"), gate("g2", "a >= fully", scope="d", cap="0.4")]
    domain = score(made(exposure(), control("a"), gates=gates), answers(x="little", a="largely")).domain("d")
    assert (F(1), F("0.4"), ("g1", "g2")) == (domain.raw.pt, domain.readiness.pt, domain.capped_by)


def test_a_gate_above_the_index_caps_nothing() -> None:
    result = score(made(exposure(), control("a"), gates=[gate("g", "a >= fully")]), answers(x="much", a="partly"))
    assert ((), "not_met", F(30)) == (result.capped_by, result.gates[0].status, result.index.pt)


def test_a_hard_stop_is_said_only_where_its_gate_is_known_not_to_be_met() -> None:
    of = made(exposure(), control("a"), gates=[gate("g1", "a >= fully", stop="Stop."), gate("g2", "a >= fully")])
    assert ["g1"] == [one.gate.id for one in score(of, answers(a="largely")).stops]
    assert () == score(of, answers(a=DONT_KNOW)).stops
    assert () == score(of, answers(a=votes("none", "fully"))).stops
    assert () == score(of, answers(a="fully")).stops


def test_items_of_a_gate_that_is_not_met_are_those_that_fail_at_best() -> None:
    of = pack("(a >= largely or b >= largely) and c >= largely")
    found = outcome(of, a="none", b="none", c=DONT_KNOW)
    assert ("not_met", ("a", "b")) == (found.status, found.unmet)


def test_a_gate_holds_nothing_but_levels_joined_by_and_or() -> None:
    of, wrong = made(exposure(), control("a")), gate("g", "not a >= fully")
    with pytest.raises(TypeError):
        fails(of, wrong, {"a": F(0)})
    with pytest.raises(TypeError):
        list(unmet(of, wrong.needs, {"a": F(0)}))
