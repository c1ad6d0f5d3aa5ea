"""Which questions count: the rulings of the method (1.5, 2 to 5), one by one, on packs of a few questions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from hustings.answers.applicability import (
    Applicability,
    in_order,
    level_value,
    na_stands,
    opening,
    standings,
    still_asked,
    value_of,
)
from hustings.answers.events import Answer, State, Value
from hustings.pack.condition_truth import every_value, judge
from hustings.pack.conditions import Clause, clauses, parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Follows
from support.answers import BLANK, DONT_KNOW, NA, answers, pack_of, said, stands, votes, with_when
from support.small_packs import control, exposure, fact, made

APPLIES, EXCLUDED, IMPLIED = Applicability.APPLIES, Applicability.EXCLUDED, Applicability.IMPLIED
WAITING, UNKNOWN = Applicability.WAITING, Applicability.UNKNOWN


# --- ruling 4: conditions ----------------------------------------------------------------------------------


def test_a_question_without_conditions_applies() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
    """
    pack = pack_of(test_a_question_without_conditions_applies)
    assert standings(pack, {}) == {"uses_ai": APPLIES, "reach": APPLIES, "base": APPLIES}


@pytest.mark.parametrize(
    ("uses_ai", "standing"),
    [("yes", APPLIES), ("no", EXCLUDED), (NA, EXCLUDED), (DONT_KNOW, UNKNOWN), (BLANK, UNKNOWN)],
)
def test_when_leaves_a_question_out(uses_ai: str | Answer, standing: Applicability) -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?, na: yes}
      - {id: tools, type: text, text: Which?, when: uses_ai == yes}
    """
    assert stands(pack_of(test_when_leaves_a_question_out), "tools", uses_ai=uses_ai) is standing


def test_unanswered_is_not_known_yet() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: tools, type: text, text: Which?, when: uses_ai == yes}
    """
    assert stands(pack_of(test_unanswered_is_not_known_yet), "tools") is UNKNOWN


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        ({"place": "us", "staff": 11}, APPLIES),
        ({"place": "us", "staff": 10}, EXCLUDED),
        ({"place": "fr"}, EXCLUDED),
        ({"staff": 3}, EXCLUDED),
        ({"place": "uk"}, UNKNOWN),
        ({"place": "fr", "staff": DONT_KNOW}, EXCLUDED),
    ],
)
def test_one_known_part_may_settle_a_condition(given: dict[str, str | int], standing: Applicability) -> None:
    """
    questions:
      - id: place
        type: select_one
        text: Where?
        choices: [{id: us, text: US}, {id: uk, text: UK}, {id: fr, text: France}]
      - {id: staff, type: number, text: How many?}
      - {id: lawyer, type: yes_no, text: Counsel?, when: "place in [us, uk] and staff > 10"}
    """
    assert stands(pack_of(test_one_known_part_may_settle_a_condition), "lawyer", **given) is standing


def test_what_holds_for_every_answer_that_is_possible_holds() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: mood, type: text, text: How is it?}
    """
    pack = pack_of(test_what_holds_for_every_answer_that_is_possible_holds)
    assert stands(with_when(pack, "mood", "uses_ai == yes or uses_ai == no"), "mood") is APPLIES


@pytest.mark.parametrize(("uses_ai", "standing"), [("no", APPLIES), ("yes", EXCLUDED), (NA, APPLIES)])
def test_a_clause_on_a_question_that_does_not_apply_is_false(uses_ai: str | Answer, standing: Applicability) -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?, na: yes}
      - {id: why_not, type: text, text: Why not?, when: not uses_ai == yes}
    """
    pack = pack_of(test_a_clause_on_a_question_that_does_not_apply_is_false)
    assert stands(pack, "why_not", uses_ai=uses_ai) is standing


def test_the_answer_to_a_question_left_out_does_not_count() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: calls, type: yes_no, text: Calls?, when: uses_ai == yes}
      - {id: consent, type: yes_no, text: Consent?, when: calls == yes}
    """
    pack = pack_of(test_the_answer_to_a_question_left_out_does_not_count)
    assert stands(pack, "consent", uses_ai="no", calls="yes") is EXCLUDED
    assert stands(pack, "consent", uses_ai=DONT_KNOW, calls="yes") is UNKNOWN
    assert stands(pack, "consent", uses_ai=DONT_KNOW, calls="no") is UNKNOWN
    assert stands(pack, "consent", uses_ai="yes", calls="yes") is APPLIES


@pytest.mark.parametrize(
    ("ticked", "standing"),
    [(["texts"], APPLIES), (["mail"], EXCLUDED), ([], EXCLUDED), (["texts", "mail"], APPLIES), (DONT_KNOW, UNKNOWN)],
)
def test_a_ticked_choice_opens_a_question(ticked: list[str] | Answer, standing: Applicability) -> None:
    """
    questions:
      - id: channels
        type: select_multiple
        text: How?
        choices: [{id: texts, text: Texts}, {id: mail, text: Mail}, {id: nothing, text: None, alone: yes}]
      - {id: consent, type: yes_no, text: Consent?, when: texts in channels}
    """
    assert stands(pack_of(test_a_ticked_choice_opens_a_question), "consent", channels=ticked) is standing


def test_choices_that_stand_alone_are_never_ticked_with_others() -> None:
    """
    questions:
      - id: channels
        type: select_multiple
        text: How?
        choices: [{id: texts, text: Texts}, {id: nothing, text: None, alone: yes}]
      - {id: odd, type: yes_no, text: Odd?}
    """
    pack = pack_of(test_choices_that_stand_alone_are_never_ticked_with_others)
    assert stands(with_when(pack, "odd", "texts in channels and nothing in channels"), "odd") is EXCLUDED
    assert stands(with_when(pack, "odd", "texts in channels or nothing in channels"), "odd") is UNKNOWN


@pytest.mark.parametrize(
    ("condition", "standing"),
    [
        ("staff >= 5", APPLIES),
        ("staff <= 8", APPLIES),
        ("staff > 4", APPLIES),
        ("staff < 9", APPLIES),
        ("staff > 5", UNKNOWN),
        ("staff < 8", UNKNOWN),
        ("staff > 8", EXCLUDED),
        ("staff < 5", EXCLUDED),
        ("staff > 6 or staff <= 6", APPLIES),
        ("staff > 6 and staff < 7", UNKNOWN),
        ("staff > 7 and staff < 6", EXCLUDED),
    ],
)
def test_a_number_that_is_not_known_lies_in_its_range(condition: str, standing: Applicability) -> None:
    """
    questions:
      - {id: staff, type: number, text: How many?, lowest: 5, highest: 8}
      - {id: lawyer, type: yes_no, text: Counsel?}
    """
    pack = pack_of(test_a_number_that_is_not_known_lies_in_its_range)
    assert stands(with_when(pack, "lawyer", condition), "lawyer", staff=DONT_KNOW) is standing


@pytest.mark.parametrize(("voice", "standing"), [("lots", APPLIES), ("some", APPLIES), ("little", EXCLUDED)])
def test_an_exposure_at_a_level_opens_a_question(voice: str, standing: Applicability) -> None:
    """
    questions:
      - id: voice
        type: select_one
        text: How much audio?
        choices: [{id: little, text: Little}, {id: some, text: Some}, {id: lots, text: Lots}]
      - {id: watch, type: yes_no, text: Watching?, when: voice >= some}
    exposure:
      - {question: voice, weight: 1, values: {little: 0, some: 0.5, lots: 1}}
    controls:
      - {question: watch, weight: 1}
    """
    assert stands(pack_of(test_an_exposure_at_a_level_opens_a_question), "watch", voice=voice) is standing


def test_votes_leave_open_what_they_differ_about() -> None:
    """
    questions:
      - id: voice
        type: select_one
        text: How much audio?
        choices: [{id: little, text: Little}, {id: some, text: Some}, {id: lots, text: Lots}]
      - {id: watch, type: yes_no, text: Watching?, when: voice >= some}
    """
    pack = pack_of(test_votes_leave_open_what_they_differ_about)
    assert stands(pack, "watch", voice=votes("little", "lots")) is UNKNOWN
    assert stands(pack, "watch", voice=votes("some", "lots")) is APPLIES
    assert stands(pack, "watch", voice=votes("little")) is EXCLUDED
    assert stands(pack, "watch", voice=votes()) is UNKNOWN


# --- ruling 2: applicability that is not known -------------------------------------------------------------


def test_a_recorded_na_counts_also_while_nobody_knows_whether_it_applies() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: calls, type: yes_no, text: Calls?, when: uses_ai == yes, na: yes}
      - {id: consent, type: yes_no, text: Consent?, when: calls == yes}
    """
    pack = pack_of(test_a_recorded_na_counts_also_while_nobody_knows_whether_it_applies)
    given = answers(uses_ai=DONT_KNOW, calls=NA)
    where = standings(pack, given)
    assert where["calls"] is UNKNOWN
    assert na_stands(pack, given, where, "calls")
    assert where["consent"] is EXCLUDED


def test_any_other_recorded_answer_is_ignored_until_it_is_known() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: calls, type: yes_no, text: Calls?, when: uses_ai == yes}
      - {id: consent, type: yes_no, text: Consent?, when: calls == yes}
    """
    pack = pack_of(test_any_other_recorded_answer_is_ignored_until_it_is_known)
    for calls in ("yes", "no", DONT_KNOW, BLANK):
        assert stands(pack, "consent", calls=calls) is UNKNOWN
        assert not na_stands(pack, answers(calls=calls), standings(pack, answers(calls=calls)), "calls")


# --- ruling 3: follow-ups ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "standing"),
    [
        ("none", IMPLIED),
        ("partly", APPLIES),
        ("fully", APPLIES),
        (DONT_KNOW, WAITING),
        (BLANK, WAITING),
        (NA, EXCLUDED),
        (votes("none", "partly"), APPLIES),
        (votes("none"), IMPLIED),
        (votes(), WAITING),
    ],
)
def test_a_follow_up_opens_above_the_lowest_level(plan: str | Answer, standing: Applicability) -> None:
    """
    questions:
      - {id: plan, type: select_one, text: A plan?, ladder: practice, na: yes}
      - {id: tried, type: yes_no, text: Tried?, follows: plan}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
    """
    assert stands(pack_of(test_a_follow_up_opens_above_the_lowest_level), "tried", plan=plan) is standing


@pytest.mark.parametrize(
    ("plan", "standing"), [("none", IMPLIED), ("partly", IMPLIED), ("largely", APPLIES), ("fully", APPLIES)]
)
def test_a_follow_up_may_name_the_level_that_opens_it(plan: str, standing: Applicability) -> None:
    """
    questions:
      - {id: plan, type: select_one, text: A plan?, ladder: practice}
      - {id: tried, type: yes_no, text: Tried?, follows: plan >= largely}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
    """
    assert stands(pack_of(test_a_follow_up_may_name_the_level_that_opens_it), "tried", plan=plan) is standing


def test_what_happens_to_a_parent_happens_to_its_follow_ups() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: plan, type: select_one, text: A plan?, ladder: practice, when: uses_ai == yes, na: yes}
      - {id: tried, type: yes_no, text: Tried?, follows: plan, na: yes}
      - {id: twice, type: yes_no, text: Twice?, follows: tried}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
      - {question: twice, weight: 1}
    """
    pack = pack_of(test_what_happens_to_a_parent_happens_to_its_follow_ups)
    assert stands(pack, "twice", uses_ai="no", plan="fully", tried="yes") is EXCLUDED
    assert stands(pack, "twice", uses_ai="yes", plan=NA, tried="yes") is EXCLUDED
    assert stands(pack, "twice", uses_ai="yes", plan="none", tried="yes") is IMPLIED
    assert stands(pack, "twice", uses_ai="yes", tried="yes") is WAITING
    assert stands(pack, "twice", plan="fully", tried="yes") is UNKNOWN
    assert stands(pack, "twice", uses_ai="yes", plan="partly", tried="no") is IMPLIED
    assert stands(pack, "twice", uses_ai="yes", plan="partly", tried=NA) is EXCLUDED
    assert stands(pack, "tried", uses_ai=DONT_KNOW, plan=NA) is EXCLUDED


@pytest.mark.parametrize(
    ("uses_ai", "plan", "counts", "twice"),
    [
        ("yes", "fully", True, EXCLUDED),
        ("yes", "none", False, IMPLIED),
        ("yes", DONT_KNOW, False, WAITING),
        (DONT_KNOW, "fully", False, UNKNOWN),
        (DONT_KNOW, NA, False, EXCLUDED),
    ],
)
def test_an_implied_zero_overrides_a_recorded_na(
    uses_ai: str | Answer, plan: str | Answer, counts: bool, twice: Applicability
) -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: plan, type: select_one, text: A plan?, ladder: practice, when: uses_ai == yes, na: yes}
      - {id: tried, type: yes_no, text: Tried?, follows: plan, na: yes}
      - {id: twice, type: yes_no, text: Twice?, follows: tried}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
      - {question: twice, weight: 1}
    """
    pack = pack_of(test_an_implied_zero_overrides_a_recorded_na)
    given = answers(uses_ai=uses_ai, plan=plan, tried=NA)
    where = standings(pack, given)
    assert na_stands(pack, given, where, "tried") is counts
    assert where["twice"] is twice


def test_a_follow_up_with_a_condition_of_its_own() -> None:
    """
    questions:
      - {id: calls, type: yes_no, text: Calls?}
      - {id: plan, type: select_one, text: A plan?, ladder: practice, na: yes}
      - {id: tried, type: yes_no, text: Tried?, follows: plan, when: calls == yes, na: yes}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
    """
    pack = pack_of(test_a_follow_up_with_a_condition_of_its_own)
    assert stands(pack, "tried", calls="no", plan="none") is EXCLUDED
    assert stands(pack, "tried", calls="yes", plan="none") is IMPLIED
    assert stands(pack, "tried", calls="yes", plan="fully") is APPLIES
    assert stands(pack, "tried", plan="fully") is UNKNOWN
    assert stands(pack, "tried", plan="none") is UNKNOWN
    assert stands(pack, "tried", plan=NA) is EXCLUDED
    for plan, counts in (("fully", True), ("none", False), (DONT_KNOW, False)):
        given = answers(plan=plan, tried=NA)
        assert na_stands(pack, given, standings(pack, given), "tried") is counts


def test_nothing_is_true_of_a_follow_up_that_was_not_asked() -> None:
    """
    questions:
      - {id: plan, type: select_one, text: A plan?, ladder: practice}
      - {id: tried, type: yes_no, text: Tried?, follows: plan}
      - {id: lessons, type: text, text: What was learnt?, when: tried == yes}
      - {id: excuse, type: text, text: Why not?, when: tried == no}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
    """
    pack = pack_of(test_nothing_is_true_of_a_follow_up_that_was_not_asked)
    assert stands(pack, "lessons", plan="none", tried="yes") is EXCLUDED
    assert stands(pack, "excuse", plan="none", tried="no") is EXCLUDED
    assert stands(pack, "lessons", plan=DONT_KNOW, tried="yes") is UNKNOWN


# --- ruling 5: what answers and levels are worth -----------------------------------------------------------


def worths() -> None:
    """
    questions:
      - {id: plan, type: select_one, text: A plan?, ladder: practice}
      - {id: tried, type: yes_no, text: Tried?, follows: plan}
      - id: rules
        type: select_multiple
        text: What is agreed?
        choices: [{id: who, text: Who}, {id: what, text: What}]
      - {id: kept, type: yes_no, text: Kept?, follows: rules}
      - {id: apart, type: yes_no, text: Apart?, follows: rules >= 0.5}
      - {id: trained, type: number, text: How many?, lowest: 0, highest: 100}
      - {id: again, type: yes_no, text: Again?, follows: trained}
      - {id: most, type: yes_no, text: Most?, follows: trained >= 50}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
      - {question: rules, weight: 1, checklist: {who: 1, what: 3}}
      - {question: kept, weight: 1}
      - {question: apart, weight: 1}
      - {question: trained, weight: 1, points: [[10, 0], [60, 1]]}
      - {question: again, weight: 1}
      - {question: most, weight: 1}
    """


@pytest.mark.parametrize(
    ("name", "value", "worth"),
    [
        ("plan", "largely", "7/10"),
        ("tried", "yes", "1"),
        ("rules", (), "0"),
        ("rules", ("what",), "3/4"),
        ("trained", Fraction(35), "1/2"),
        ("trained", Fraction(0), "0"),
        ("trained", Fraction(100), "1"),
    ],
)
def test_what_an_answer_is_worth(name: str, value: Value, worth: str) -> None:
    assert Fraction(worth) == value_of(pack_of(worths).items[name], value)


@pytest.mark.parametrize(
    ("name", "level", "worth"),
    [("plan", "partly", "3/10"), ("rules", Fraction(1, 2), "1/2"), ("trained", Fraction(35), "1/2")],
)
def test_what_a_level_is_worth(name: str, level: str | Fraction, worth: str) -> None:
    assert Fraction(worth) == level_value(pack_of(worths).items[name], level)


def test_where_follow_ups_open() -> None:
    pack = pack_of(worths)
    found = {name: opening(pack, pack.questions[name]) for name in ("tried", "apart", "most")}
    assert found == {"tried": Fraction(3, 10), "apart": Fraction(1, 2), "most": Fraction(4, 5)}


@pytest.mark.parametrize(
    ("name", "given", "standing"),
    [
        ("kept", {"rules": []}, IMPLIED),
        ("kept", {"rules": ["who"]}, APPLIES),
        ("apart", {"rules": ["who"]}, IMPLIED),
        ("apart", {"rules": ["what"]}, APPLIES),
        ("again", {"trained": 10}, IMPLIED),
        ("again", {"trained": 10.001}, APPLIES),
        ("most", {"trained": 49}, IMPLIED),
        ("most", {"trained": 50}, APPLIES),
    ],
)
def test_checklists_and_numbers_open_follow_ups_too(name: str, given: dict[str, int], standing: Applicability) -> None:
    assert stands(pack_of(worths), name, **given) is standing


# --- the parts that others use -----------------------------------------------------------------------------


def clauses_of(pack: Pack, name: str) -> tuple[Clause, ...]:
    condition = pack.questions[name].when
    assert condition is not None
    return tuple(clauses(condition))


def fractions(*numbers: int) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, numbers))


def test_the_values_that_can_make_a_difference() -> None:
    """
    questions:
      - {id: any, type: number, text: How many?}
      - {id: some, type: number, text: How many?, lowest: 0}
      - id: ways
        type: select_multiple
        text: How?
        choices: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}, {id: z, text: None, alone: yes}]
      - {id: what, type: text, text: What?}
      - {id: numbers, type: yes_no, text: Y?, when: any > 3 and some >= 4}
      - {id: ticks, type: yes_no, text: Y?, when: a in ways or c in ways or z in ways}
    """
    pack = pack_of(test_the_values_that_can_make_a_difference)
    numbers, ticks = clauses_of(pack, "numbers"), clauses_of(pack, "ticks")
    assert every_value(pack.questions["any"], numbers[:1]) == fractions(2, 3, 4)
    assert every_value(pack.questions["any"], ()) == fractions(-1, 0, 1)
    assert every_value(pack.questions["some"], numbers[1:]) == fractions(0, 4, 2, 5)
    assert every_value(pack.questions["ways"], ticks) == (("z",), (), ("c",), ("a",), ("a", "c"))
    assert every_value(pack.questions["what"], ()) == ()
    assert every_value(pack.questions["numbers"], ()) == ("no", "yes")


def test_one_clause_and_one_answer() -> None:
    """
    questions:
      - {id: plan, type: select_one, text: A plan?, ladder: practice}
      - {id: how, type: select_multiple, text: How?, choices: [{id: a, text: A}, {id: b, text: B}]}
      - {id: many, type: number, text: How many?}
      - {id: x, type: yes_no, text: X?, when: "plan in [none, fully] or plan > partly or a in how or many <= 3"}
    """
    pack = pack_of(test_one_clause_and_one_answer)
    one_of, above, has, at_most = clauses_of(pack, "x")
    assert [judge(pack, one_of, value) for value in ("none", "partly", None)] == [True, False, False]
    assert [judge(pack, above, value) for value in ("none", "partly", "largely")] == [False, False, True]
    assert [judge(pack, has, value) for value in (("a", "b"), ("b",), None)] == [True, False, False]
    assert [judge(pack, at_most, Fraction(number)) for number in (3, 4)] == [True, False]


def test_an_answered_state_without_a_value_counts_as_blank() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: tools, type: text, text: Which?, when: uses_ai == yes}
    """
    pack = pack_of(test_an_answered_state_without_a_value_counts_as_blank)
    assert stands(pack, "tools", uses_ai=Answer(State.ANSWERED)) is UNKNOWN
    assert said("yes") == Answer(State.ANSWERED, "yes")


def test_a_question_that_hangs_on_a_later_one_comes_after_it() -> None:
    tidy = made(exposure(), control("a"), facts=[fact("where", "us", "uk")])
    assert list(tidy.questions) == list(in_order(tidy))
    first = replace(tidy.questions["a"], when=parse("where == us"))
    turned = {"a": first, **{name: question for name, question in tidy.questions.items() if name != "a"}}
    order = list(in_order(replace(tidy, questions=turned)))
    assert order.index("where") < order.index("a")


def test_what_is_still_asked_is_what_may_apply_and_has_no_settled_answer() -> None:
    pack = made(exposure(), control("a"), control("b"), control("c"), a={"na": True})
    condition = parse("a >= largely and b >= largely or c >= partly")

    def asked(**given: Value | Answer) -> tuple[str, ...]:
        known = {name: one if isinstance(one, Answer) else Answer(State.ANSWERED, one) for name, one in given.items()}
        return still_asked(pack, known, standings(pack, known), condition)

    assert ("a", "b", "c") == asked()
    assert ("a", "b", "c") == asked(a=DONT_KNOW, b=votes("none", "fully"), c=BLANK)
    assert ("b",) == asked(a=NA, c="none")
    assert () == asked(a="none", b="none", c="none")


def test_the_authors_own_order_is_kept_where_parents_come_first() -> None:
    pack = made(control("p"), control("c"), exposure(), c={"follows": Follows("p")})
    assert ["p", "c", "x"] == list(in_order(pack))
    turned = made(control("c"), control("p"), exposure(), c={"follows": Follows("p")})
    assert {"p", "c", "x"} == set(in_order(turned))
    assert list(in_order(turned)).index("p") < list(in_order(turned)).index("c")
