"""The figures beside the index, word for word, on the rubric of method.md 1.4."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.events import Answer
from hustings.pack.questionnaire import Follows
from hustings.scoring.ledger.figures import beside, finding_entry, open_entry
from hustings.scoring.ledger.index import LedgerEntry
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, NA, answers, control, exposure, gate, made, said


def entries(**changes: str | Answer) -> dict[str, LedgerEntry]:
    return {entry.label: entry for entry in beside(score(mini(), e1(**changes))).parts}


def test_e3_coverage_shows_both_shares_of_each_domain() -> None:
    answered = entries(p_c2=DONT_KNOW, f_c2=NA, g_x1=DONT_KNOW)["Answered"]
    assert "79.1 %" == answered.value
    assert "mean over domains by weight; with “don't know” counted as said: 100 %" == answered.formula
    assert [
        ("Privacy (weight 2)", "83.3 %", "mean of the weight answered: controls 4 / 6, exposure 2 / 2"),
        ("Fakes (weight 1)", "100 %", "mean of the weight answered: controls 1 / 1, exposure 1 / 1"),
        ("Governance (weight 1)", "50 %", "mean of the weight answered: controls 2 / 2, exposure 0 / 1"),
    ] == [(part.label, part.value, part.formula) for part in answered.parts]


def test_assured_readiness_names_each_control_that_claims_more_than_is_shown() -> None:
    shown = replace(said("largely"), grade=1)
    assured = entries(p_c1=shown, p_c2=shown, f_c2=shown, g_c1=said("largely"))["Assured readiness"]
    assert (
        "the index with each control at most what its evidence carries: E0 0.3, E1 0.7, E2 1, E3 1" == assured.formula
    )
    assert [("G control one", "0.3", "E0 carries that much of the 0.7 claimed")] == [
        (part.label, part.value, part.formula) for part in assured.parts
    ]


def test_what_is_not_answered_claims_nothing() -> None:
    pack, given = mini(), {name: answer for name, answer in e1().items() if name.startswith("p_x")}
    (assured,) = (e for e in beside(score(pack, given)).parts if e.label == "Assured readiness")
    assert () == assured.parts


def test_evidence_confidence_and_leverage_say_how() -> None:
    found = entries(f_c2=NA)
    assert "0 %, 0 of 6 claims backed" == found["Evidence confidence"].value
    assert (
        "claims by weight, each as sure as its evidence: E0 0, E1 0.333, E2 0.666, E3 1; "
        "who claims nothing has nothing to show"
    ) == found["Evidence confidence"].formula
    assert "the index, less the index with every N/A control at 0" == found["N/A leverage"].formula


def test_the_risk_left_over_shows_its_factors_with_and_without_a_cap() -> None:
    plain = entries()["Risk left over: Privacy"]
    assert ("0.215, moderate", "exposure 0.5 × (1 − 0.9 × maturity 0.633)") == (plain.value, plain.formula)
    capped = entries(g_c1="0", g_c2="1")["Risk left over: Governance"]
    assert ("0.356, high", "exposure 0.5 × (1 − 0.9 × maturity 0.32)") == (capped.value, capped.formula)


def test_a_finding_shows_its_factors_its_gate_and_its_gain() -> None:
    found = entries(p_c1="0.3")
    gated = found["Finding: P control one"]
    assert "0.14, critical" == gated.value
    assert gated.formula.startswith("exposure 0.5 × (target 0.7 − 0.3) × major 0.7; graver by gate g1; raised alone: +")
    fake = found["Finding: F control one"]
    assert ("0.7, critical", True) == (fake.value, "graver" not in fake.formula)


def test_it_stands_under_one_heading() -> None:
    top = beside(score(mini(), e1()))
    assert ("Beside the index", f"{len(top.parts)} figures") == (top.label, top.value)


def test_an_open_point_says_what_it_leaves_open_and_what_waits() -> None:
    pack = made(
        exposure(), control("p"), control("c"), gates=[gate("g", "c >= partly")], c={"follows": Follows("p")}
    )  # fmt: skip
    (point,) = score(pack, answers(x="much")).open_points
    found = open_entry(point)
    assert ("Open: What about p?", "not answered") == (found.label, found.value)
    assert "counted as the worst until it is known; leaves open the gate g; 1 question waits for it" == found.formula


def test_a_finding_says_when_its_grade_may_change() -> None:
    pack = made(exposure(), exposure("y"), control("c"))
    for given, told in (
        ({"c": "none"}, "; no exposure here is known, so it is taken as 0.5; the severity may change"),
        ({"x": "much", "c": "none"}, "; some exposure here is not known, so the severity may change"),
    ):
        result = score(pack, answers(**given))
        assert told in finding_entry(result, result.findings[0]).formula


def test_without_a_claim_there_is_none_to_back() -> None:
    result = score(made(exposure(), control("c")), answers(x="much", c="none"))
    confidence = next(part for part in beside(result).parts if part.label == "Evidence confidence")
    assert "nothing is claimed" == confidence.value
