"""What other answers would change, by the mini-rubric of method.md 1.4: E1, E2 and the actions of E4."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import assume, given

from hustings.answers.events import Answer, State
from hustings.problems import InputError
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.phrasing.what_if_sentences import what_if_lines
from hustings.scoring.plan.what_if import WhatIf, typed_changes, what_if
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing, index_of
from support.scoring import e1, mini
from support.scoring import given as answered
from support.small_packs import DONT_KNOW, NA, PARTS, answers, control, exposure, fact, made, said

ON = date(2027, 2, 1)


def compared(before: Mapping[str, Answer], **changes: str | Answer) -> WhatIf:
    pack = mini()
    result = score(pack, before)
    plan = make_plan(result, clock(pack, before, ON))
    return what_if(result, answered(pack, **changes), plan)


def test_e1_each_step_alone_as_the_method_has_it() -> None:
    found = compared(e1(), f_c1="0.7", f_c2="1")
    assert [F(8), F(29, 4)] == [change.alone for change in found.changes]
    assert F(485, 8) == found.before.index.pt
    assert "guarded" == found.before.band.id


def test_several_changes_that_bring_more_together_are_told() -> None:
    # The fixes of E4: alone 8, 2.5, 3.75 and 3.75; together 21.
    found = compared(e1(), f_c1="0.7", p_c3="0.7", g_c2="0.7", p_c2="1")
    assert (F(21), F(3)) == (found.points, found.beyond)
    assert any(line.startswith("Together they bring 3 more than the sum") for line in what_if_lines(found))


def test_e2_the_gate_that_changes_is_told_and_its_step_is_gone() -> None:
    found = compared(e1(p_c1="0.3", p_c2="1", p_c3="1", f_c1="1", f_c2="1", g_c1="1", g_c2="1"), p_c1="0.7")
    assert (F(59), F(100), F(41)) == (found.before.index.pt, found.after.index.pt, found.points)
    assert [("g1", "not_met", "met")] == [(g.after.gate.id, g.before.status, g.after.status) for g in found.gates]
    assert "Close it." in [step.title for step in found.removed]
    assert () == found.added


def test_what_is_lost_is_below_0_and_nothing_is_said_of_together() -> None:
    found = compared(e1(), p_c2="0", f_c2="0")
    assert found.points < 0
    assert 0 == found.beyond


def test_an_answer_that_does_not_count_changes_nothing() -> None:
    pack = made(exposure(), control("c"), control("e"), facts=[fact("us")], e={"when": _parsed("us == yes")})
    before = answers(x="much", c="partly", us="no")
    result = score(pack, before)
    found = what_if(result, {"e": said("fully")}, make_plan(result, clock(pack, before, ON)))
    assert (False, F(0)) == (found.changes[0].counts, found.points)
    assert any("does not apply with these answers" in line for line in what_if_lines(found))


def _parsed(condition: str) -> object:
    from hustings.pack.conditions import parse  # noqa: PLC0415

    return parse(condition)


# --- what is typed -------------------------------------------------------------------------------------------


def test_answers_are_typed_as_in_an_answers_file() -> None:
    changes = typed_changes(mini(), e1(), ("f_c1=largely", " p_x1 = 0.5", "g_c1=dont_know", "f_c2=na"))
    assert [said("largely"), said(F(1, 2)), DONT_KNOW] == list(changes.values())[:3]
    assert State.NA is changes["f_c2"].state
    ticked = made(exposure(), control("c", values=PARTS))
    assert {"c": said(("one", "two"))} == typed_changes(ticked, answers(x="much"), ("c=one, two",))
    assert {"c": said(("two",))} == typed_changes(ticked, answers(x="much"), ("c=two",))


@pytest.mark.parametrize(
    ("words", "what", "hint"),
    [
        (("f_c1",), "`f_c1` says no answer.", "Write it like question=answer, such as sign_in=largely."),
        (("f_c11=none",), "No question is called `f_c11`.", "Did you mean `f_c1`?"),
        (("f_c1=larely",), "`f_c1` has no choice `larely`.", "Did you mean `largely`?"),
        (("f_c1=none", "f_c1=fully"), "`f_c1` is given twice.", ""),
        (("g_c1=na",), "`g_c1` cannot be marked as not applicable.", "Write dont_know, or leave it out."),
        (("p_x1=much",), "“much” is not a number.", "Digits only, such as 12 or 2.5."),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_hint(words: tuple[str, ...], what: str, hint: str) -> None:
    with pytest.raises(InputError) as wrong:
        typed_changes(mini(), e1(), words)
    assert (what, hint) == (wrong.value.what, wrong.value.hint)


# --- property ------------------------------------------------------------------------------------------------


@given(campaigns())
@convincing
def test_a_what_if_is_what_scoring_says_once_it_is_so(campaign: Campaign) -> None:
    pack = campaign.pack
    name = min(name for name, question in pack.questions.items() if question.choices)
    changes = {name: said(_first(campaign, name))}
    try:
        result = score(pack, campaign.answers)
        found = what_if(result, changes, make_plan(result, clock(pack, campaign.answers, ON)))
    except InputError:
        assume(False)
    assert index_of(pack, {**campaign.answers, **changes}) == found.after.index
    assert found.points == found.changes[0].alone
    assert campaign.answers == result.answers


def _first(campaign: Campaign, name: str) -> str | tuple[str, ...]:
    question = campaign.pack.questions[name]
    return (question.choices[0].id,) if question.type == "select_multiple" else question.choices[0].id


def test_na_takes_an_item_out() -> None:
    found = compared(e1(), f_c2=NA)
    assert "na" == found.after.item("f_c2").state
