"""Every number explains itself: the ledger's lines, word for word."""

from __future__ import annotations

from datetime import date
from fractions import Fraction as F

import pytest

from hustings.answers.display import worded_value
from hustings.answers.events import Answer, State, Value
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Follows, Question
from hustings.problems import InputError, Place
from hustings.scoring.ledger.index import LedgerEntry, explained, figure, ledger, percent, said, worded
from hustings.scoring.score import score
from support.small_packs import (
    DONT_KNOW,
    LINE,
    NA,
    PARTS,
    answers,
    control,
    exposure,
    fact,
    gate,
    made,
    question_of,
    votes,
)

HERE = Place("rubric.yaml", 7, 3)


def of(pack: Pack, **given: Value | Answer) -> LedgerEntry:
    return ledger(score(pack, answers(**given)))


def line(pack: Pack, name: str, **given: Value | Answer) -> LedgerEntry:
    return explained(score(pack, answers(**given)), name)


def walk(entry: LedgerEntry) -> list[LedgerEntry]:
    return [entry, *(each for part in entry.parts for each in walk(part))]


TWO = made(
    exposure(), control("a", weight=F(3)), control("b"), exposure("y", "e"), control("k", "e"),
    gates=[gate("g1", "a >= fully", cap="39"), gate("g2", "b >= partly", scope="d", cap="0.4", when="x >= some")],
    weights={"d": F(2)},
)  # fmt: skip
ANSWERS = {"x": "some", "a": "largely", "b": "partly", "y": "much", "k": "largely"}


def test_the_index_shows_its_formula_with_the_numbers_in() -> None:
    top = of(TWO, **ANSWERS)
    assert ("Readiness index", "39.0 of 100, Unprepared") == (top.label, top.value)
    assert (
        "100 × (0.6 × (2 × 0.75 + 1 × 0.7) / 3 + 0.4 × 0.7, the weakest: E) = 72.0; capped to 39.0 by a gate. "
        "With what is not known: between 39.0 and 39.0."
    ) == top.formula
    assert ["D (weight 2)", "E (weight 1)", "Gate: G1"] == [part.label for part in top.parts]


def test_without_a_gate_nothing_is_said_of_one() -> None:
    top = of(made(exposure(), control("c")), x="much", c=DONT_KNOW)
    assert (
        "100 × (0.6 × (1 × 0) / 1 + 0.4 × 0, the weakest: D) = 0.0. With what is not known: between 0.0 and 100.0."
    ) == top.formula


def test_a_domain_shows_maturity_over_required() -> None:
    domain = line(TWO, "d", **ANSWERS)
    assert ("75 %", "maturity 0.6 / required 0.8, at most 100 %") == (domain.value, domain.formula)
    exposed, mature = domain.parts
    assert ("Exposure", "0.5", "Maturity", "0.6") == (exposed.label, exposed.value, mature.label, mature.value)
    assert "0.5 × average 0.5 + 0.5 × worst 0.5; asks for maturity 0.6 + 0.4 × 0.5 = 0.8" == exposed.formula
    assert "(3 × 0.7 + 1 × 0.3) / 4" == mature.formula
    assert ["What about a?", "What about b?"] == [part.label for part in mature.parts]


def test_a_capped_domain_says_by_how_much_and_names_the_gate() -> None:
    domain = line(TWO, "d", **{**ANSWERS, "b": "none"})
    assert ("40 %", "maturity 0.525 / required 0.8, at most 100 %; capped at 40 % by a gate") == (
        domain.value,
        domain.formula,
    )
    assert "Gate: G2" == domain.parts[-1].label


def test_a_domain_without_a_control_that_applies_does_not_count() -> None:
    pack = made(exposure(), control("c"), exposure("y", "e"), control("k", "e"), k={"na": True})
    domain = line(pack, "e", c="none", k=NA)
    assert ("E", "does not count", "No control here applies.", ()) == (
        domain.label, domain.value, domain.formula, domain.parts,
    )  # fmt: skip
    assert "does not count" in [part.value for part in of(pack, c="none", k=NA).parts]


def test_a_domain_of_unknown_exposure_says_that_the_worst_counts() -> None:
    pack = made(exposure(), control("c"), x={"na": True})
    exposed = line(pack, "d", x=NA, c="none").parts[0]
    assert "nothing is known of it, so the worst; asks for maturity 0.6 + 0.4 × 1 = 1" == exposed.formula


# --- items -----------------------------------------------------------------------------------------------------

STATES = made(
    exposure(), exposure("y"), control("p"), control("c", importance="critical", weight=F("1.5")), control("o"),
    facts=[fact("us")],
    p={"na": True}, c={"follows": Follows("p", "largely"), "na": True}, o={"when": parse("us == yes")},
)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "name", "value", "formula"),
    [
        ({"p": "largely"}, "p", "0.7", "answered “Largely” (weight 1, major, in d)"),
        ({"x": "some"}, "x", "0.5", "answered “Some” (weight 1, in d)"),
        ({"p": DONT_KNOW}, "p", "0 (could be 0 to 1)", "not known, so counted as the worst (weight 1, major, in d)"),
        ({}, "x", "1 (could be 0 to 1)", "not answered, so counted as the worst (weight 1, in d)"),
        (
            {"p": votes("partly", "largely", "fully")}, "p", "0.7 (could be 0.3 to 1)",
            "the group did not agree, so the middle vote counts (weight 1, major, in d)",
        ),
        ({"p": NA}, "p", "not counted", "does not apply: there is none (weight 1, major, in d)"),
        ({"p": Answer(State.NA)}, "p", "not counted", "does not apply to us (weight 1, major, in d)"),
        (
            {"p": "none"}, "c", "0",
            "its main control is not in place, so this counts as 0 (weight 1.5, critical, in d)",
        ),
        (
            {}, "c", "0 (could be 0 to 1)",
            "its main control is not answered, so counted as the worst (weight 1.5, critical, in d)",
        ),
        (
            {}, "o", "0 (could be 0 to 1)",
            "not known whether it applies, so counted as the worst (weight 1, major, in d)",
        ),
        ({"us": "no"}, "o", "not counted", "does not apply here (weight 1, major, in d)"),
        ({"p": votes("none", "fully"), "c": NA}, "c", "0 (could be 0 to 1)",
            "not known whether it applies, so counted as the worst (weight 1.5, critical, in d)"),
    ],
)  # fmt: skip
def test_an_item_says_how_it_was_answered_and_what_it_weighs(
    given: dict[str, str | Answer], name: str, value: str, formula: str
) -> None:
    entry = line(STATES, name, **given)
    assert (value, formula) == (entry.value, entry.formula)


def test_an_item_of_each_kind_is_in_words() -> None:
    score_ = score(STATES, answers(p="fully")).item("p")
    assert "answered “Fully”" == said(score_)


def test_an_entry_keeps_its_place_in_the_rubric() -> None:
    pack = made(exposure(), control("c", place=HERE), gates=[gate("g", "c >= partly")])
    assert HERE == line(pack, "c", c="none").place


# --- gates -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"c": "fully", "x": "much"}, "met"), ({"c": "none", "x": "much"}, "not met"),
        ({"c": DONT_KNOW, "x": "much"}, "open"), ({"c": votes("none", "fully"), "x": "much"}, "open: votes differ"),
        ({"c": "none", "x": "little"}, "no concern"),
    ],
)  # fmt: skip
def test_a_gate_says_how_it_came_out(given: dict[str, str | Answer], status: str) -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= largely", when="x >= some")])
    entry = line(pack, "g", **given)
    assert ("Gate: G", status) == (entry.label, entry.value)
    asks = "asks “What about c?”: “Largely” or better, when “What about x?”: “Some” or more"
    assert f"{asks}; otherwise the index is at most 59. It matters." == entry.formula


def test_a_gate_is_found_by_its_id_among_others() -> None:
    assert ["Gate: G1", "Gate: G2"] == [line(TWO, name, **ANSWERS).label for name in ("g1", "g2")]


def test_a_domain_gate_names_its_domain_and_caps_in_percent() -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= largely", scope="d", cap="0.4")])
    asks = "asks “What about c?”: “Largely” or better"
    assert f"{asks}; otherwise d is at most 40 %. It matters." == line(pack, "g", c="none").formula


def test_only_gates_that_cap_stand_in_the_ledger() -> None:
    assert "Gate: G1" not in [entry.label for entry in walk(of(TWO, **{**ANSWERS, "a": "fully"}))]


def test_an_unknown_name_is_refused_with_the_likely_one() -> None:
    with pytest.raises(InputError) as wrong:
        line(made(exposure(), control("plan")), "plam", plan="none")
    assert "Nothing here that counts is called `plam`." == wrong.value.what
    assert "Did you mean `plan`?" == wrong.value.hint


# --- words and figures -------------------------------------------------------------------------------------------

CHECKLIST, NUMBER, LADDER = (question_of(control("c", values=v)) for v in (PARTS, LINE, control("c").values))


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        (LADDER, Answer(State.ANSWERED, "fully"), "Fully"),
        (LADDER, DONT_KNOW, "We don't know"),
        (LADDER, NA, "Does not apply: there is none"),
        (LADDER, votes("none", "fully"), "Not agreed"),
        (LADDER, votes("none", "none", "fully"), "Not agreed: None; Fully"),
        (LADDER, Answer(State.BLANK), "Not answered"),
        (LADDER, Answer(State.ANSWERED), "Not answered"),
        (CHECKLIST, Answer(State.ANSWERED, ("one", "two")), "One; Two"),
        (CHECKLIST, Answer(State.ANSWERED, ()), "None of these"),
        (NUMBER, Answer(State.ANSWERED, F("2.5")), "2.5 days"),
        (fact("f"), Answer(State.ANSWERED, date(2026, 11, 3)), "2026-11-03"),
        (fact("f"), Answer(State.ANSWERED, "free words"), "free words"),
    ],
)
def test_answers_in_words(question: Question, answer: Answer, words: str) -> None:
    assert words == worded(question, answer)


def test_a_number_without_a_unit() -> None:
    assert "12" == worded_value(fact("f"), F(12))


@pytest.mark.parametrize(("value", "words"), [("0", "0"), ("1", "1"), ("2/3", "0.666"), ("0.5", "0.5"), ("10", "10")])
def test_values_are_cut_to_three_decimals(value: str, words: str) -> None:
    assert words == figure(F(value))


@pytest.mark.parametrize(("share", "words"), [("0", "0 %"), ("1", "100 %"), ("2/3", "66.6 %"), ("0.5", "50 %")])
def test_shares_in_percent_are_cut_to_one_decimal(share: str, words: str) -> None:
    assert words == percent(F(share))


def test_figures_in_the_ledger_are_those_of_the_result() -> None:
    result = score(TWO, answers(**ANSWERS))
    values = [entry.value for entry in walk(ledger(result))]
    assert "39.0 of 100, Unprepared" == values[0]
    assert len(values) == 1 + 2 * 3 + len(TWO.items) + 1
