"""An upgrade in sentences: what moved, what was dropped and what is new, and what that does to figures and plan."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.events import Answers
from hustings.answers.versions.pack_upgrade import PackUpgrade, new_questions, upgrade
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Choice, Question
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.progress.upgrade_sentences import MOST, Scored, upgrade_lines
from hustings.scoring.score import score
from support.answers import votes
from support.assessments import NOW
from support.small_packs import DONT_KNOW, action, answers, control, exposure, fact, gate, made, said

OLD = made(exposure(), control("a"), control("b"), gates=[gate("g", "a >= largely")])


def scored(pack: Pack, found: Answers) -> Scored:
    counting = {name: answer for name, answer in found.items() if name in pack.questions}
    result = score(pack, counting)
    return Scored(result, make_plan(result, clock(pack, counting, NOW)))


def told(old: Pack | None, new: Pack, found: Answers) -> list[str]:
    then = None if old is None else scored(old, found)
    there = upgrade(new, found)
    return list(upgrade_lines(there, then, scored(new, there.answers), new_questions(new, there.answers, old), old))


def test_nothing_changes() -> None:
    assert [
        "Answers that stay as they are: 3.",
        "Moved: 0.",
        "Dropped: 0.",
        "New questions: none.",
        "",
        "Version 1: 65.0 out of 100, Guarded.",
        "Version 1: 65.0 out of 100, Guarded.",
        "Difference: 0.",
        "The plan has the same steps.",
    ] == told(OLD, OLD, answers(x="much", a="fully", b="partly"))


def test_everything_changes() -> None:
    new = made(
        exposure(), control("aa"), control("c"), exposure("y", "e"), control("d", "e"),
        gates=[gate("h", "aa >= partly")], aa={"was": ("a",)},
        actions=[action("act", {"d": "fully"})],
    )  # fmt: skip
    lines = told(OLD, new, answers(x="much", a="fully", b="partly"))
    assert ["Moved: 1.", "  a is now aa: What about aa?"] == lines[1:3]
    assert ["Dropped: 1.", "  What about b? Partly. The pack no longer asks it."] == lines[3:5]
    assert ["New: 3 questions, 2 minutes.", "  What about c?", "  What about y?", "  What about d?"] == lines[5:9]
    assert "E: counts only now." in lines
    assert "Deal-breaker “G”: met before, not asked after." in lines
    assert "Deal-breaker “H”: not asked before, met after." in lines
    assert not [line for line in lines if line.startswith("Difference")]


def test_areas_that_are_gone() -> None:
    old = made(exposure(), control("a"), exposure("y", "e"), control("d", "e"))
    lines = told(old, made(exposure(), control("a")), answers(x="much", a="fully", y="much", d="none"))
    assert "E: no longer counts." in lines


def test_without_the_old_pack_ids_are_told() -> None:
    lines = told(None, made(exposure(), control("a")), answers(x="much", a="fully", b="none"))
    assert "  `b`: The pack no longer asks it." in lines
    assert "The earlier pack is not kept in this case, so what it said cannot be shown beside it." in lines
    assert "Version 1: 100.0 out of 100, Ready." == lines[-1]


def test_choices_that_have_other_ids() -> None:
    listed = (Choice("one", "One", was=("first",)), Choice("two", "Two", was=("second",)))
    questions = [Question(name, "select_multiple", f"Which {name}?", "all", listed) for name in ("p", "q")]
    new = made(exposure(), control("a"), facts=questions)
    found = {**answers(x="much", a="fully"), "p": said(("first", "second")), "q": votes(("first",), ("two",))}
    lines = told(None, new, found)
    assert "  first, second is now one, two: Which p?" in lines
    assert "  first, two is now one, two: Which q?" in lines


def test_a_list_is_cut_and_says_how_much_more_there_is() -> None:
    facts = [fact(f"f{n}", "no", "yes") for n in range(MOST + 2)]
    new = made(exposure(), control("a"), facts=facts)
    lines = told(made(exposure(), control("a")), new, answers(x="much", a="fully"))
    assert "New: 14 questions, 7 minutes." in lines
    assert "  and 2 more." in lines


def test_an_answer_that_moved_to_a_question_of_a_larger_edition_has_only_its_id() -> None:
    pack = made(exposure(), control("a"))
    wide = replace(pack, questions={**pack.questions, "w": fact("w", "no", "yes", was=("v",))})
    found = upgrade(wide, {**answers(x="much", a="fully"), "v": said("yes")})
    lines = list(upgrade_lines(found, None, scored(pack, found.answers), (), None))
    assert "  v is now w: w" in lines


def test_steps_that_are_new_or_gone() -> None:
    old = made(exposure(), control("a"), actions=[action("one", {"a": "fully"})])
    new = made(exposure(), control("a"), actions=[action("two", {"a": "fully"})])
    lines = told(old, new, answers(x="much", a="none"))
    assert ["1 step is new in the plan:", "  two.", "1 step is no longer in it:", "  one."] == lines[-4:]
    only = told(made(exposure(), control("a")), new, answers(x="much", a="none"))
    assert ["1 step is new in the plan:", "  two."] == only[-2:]
    gone = told(new, made(exposure(), control("a")), answers(x="much", a="none"))
    assert ["1 step is no longer in it:", "  two."] == gone[-2:]
    assert "The plan has the same steps." not in (*lines, *only, *gone)
    assert PackUpgrade({"a": DONT_KNOW}, (), ()).kept == 1
