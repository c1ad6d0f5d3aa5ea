"""What an edition asks, what it counts, and what it leaves out as if it had never been written."""

from __future__ import annotations

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.flow import next_question, visible
from hustings.answers.minutes_left import progress
from hustings.pack.conditions import AllOf
from hustings.pack.editions import edition_of, needed_by_uses, scoped
from hustings.pack.loader import read_texts
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.score import score
from support.pack import base, beyond

EDITIONS = (
    "ladders:",
    """editions: [{id: quick, title: Quick, scored_as: standard}, {id: standard, title: Standard}, {id: full, title: F}]
ladders:""",
)
LABEL_FULL = ("when: uses_ai == yes and texts in channels}", "when: uses_ai == yes, edition: full}")
HOURS_STANDARD = ("text: Hours to answer?", "text: Hours to answer?, edition: standard")


def three() -> Pack:
    return read_texts(base(EDITIONS, LABEL_FULL, HOURS_STANDARD, without=("cases.yaml",)))


def test_what_only_a_larger_edition_asks_is_left_out_with_all_that_hangs_on_it() -> None:
    whole, standard = three(), scoped(three(), "standard")
    assert {"label"} == set(whole.questions) - set(standard.questions)
    assert {"label"} == set(whole.items) - set(standard.items)
    assert {"labels"} == {gate.id for gate in whole.rubric.gates} - {gate.id for gate in standard.rubric.gates}
    assert ["write", "try", "mark"] == [action.id for action in standard.rubric.actions]
    assert ["hours"] == [need.question for need in standard.rubric.actions[-1].raises]
    assert whole.digest == standard.digest


def test_an_action_that_raises_nothing_any_more_goes_and_nobody_waits_for_it() -> None:
    only = ("raises: {plan: fully, rules: 0.7}", "raises: {label: fully}")
    more = ("raises: {label: fully, hours: 6}", "raises: {plan: fully, rules: 0.7, hours: 6}")
    standard = scoped(read_texts(base(EDITIONS, LABEL_FULL, only, more, without=("cases.yaml",))), "standard")
    assert [("try", ()), ("mark", ())] == [(action.id, action.after) for action in standard.rubric.actions]


def test_a_section_without_questions_goes() -> None:
    about = ("sections:\n  - about", "sections:\n  - extra\n  - about")
    files = base(EDITIONS, about, without=("cases.yaml",))
    files["sections/extra.yaml"] = (
        "section: extra\ntitle: More\nquestions:\n  - {id: more, type: text, text: More?, edition: full}\n"
    )
    pack = read_texts(files)
    titles = [section.title for section in scoped(pack, "standard").questionnaire.sections]
    assert ["More", *titles] == [section.title for section in scoped(pack, "full").questionnaire.sections]


def test_quick_asks_less_and_is_scored_as_standard() -> None:
    quick, standard = scoped(three(), "quick"), scoped(three(), "standard")
    assert quick.items.keys() == standard.items.keys()
    assert {"hours"} == {name for name, question in quick.questions.items() if not question.asked}
    assert score(quick, {}).index == score(standard, {}).index
    shown = {question.id for question in visible(quick, {})}
    assert {"hours"} == {question.id for question in visible(standard, {})} - shown


def test_what_only_a_use_needs_is_asked_in_a_smaller_edition_of_those_who_have_the_use() -> None:
    whole = read_texts(beyond(EDITIONS, LABEL_FULL, without=("cases.yaml",)))
    (use,) = whole.uses
    needed = needed_by_uses(whole)
    assert {"plan", "rules", "label", "uses_ai"} == needed.keys(), "uses_ai decides whether label is asked"
    assert {(use.has,)} == set(needed.values())
    label, standard = whole.questions["label"], scoped(whole, "standard")
    both = standard.questions["label"].when
    assert isinstance(both, AllOf)
    assert {use.has, label.when} == set(both.parts)
    assert label == scoped(whole, "full").questions["label"]
    assert "label" not in {question.id for question in visible(standard, {})}


def test_what_was_answered_in_a_larger_edition_is_shown_and_never_asked_again() -> None:
    quick = scoped(three(), "quick")
    said = {"hours": Answer(State.DONT_KNOW)}
    assert "hours" in {question.id for question in visible(quick, said)}
    answered = dict.fromkeys((name for name in quick.questions if name != "hours"), Answer(State.DONT_KNOW))
    assert next_question(quick, answered) is None
    assert (0, 0) == (progress(quick, answered).left, progress(quick, answered).possible)


def test_the_usual_edition_is_standard_else_the_largest() -> None:
    usual, largest = (
        edition_of(three(), ""),
        edition_of(
            read_texts(
                base(
                    ("ladders:", "editions: [{id: short, title: Short}, {id: long, title: Long}]\nladders:"),
                )
            ),
            "",
        ),
    )
    assert usual is not None
    assert largest is not None
    assert ("standard", "long") == (usual.id, largest.id)


def test_a_pack_without_editions_is_whole() -> None:
    pack = read_texts(base())
    assert edition_of(pack, "") is None
    assert pack is scoped(pack)


def test_an_unknown_edition_is_named() -> None:
    with pytest.raises(InputError) as wrong:
        scoped(three(), "quik")
    assert ("The pack `base` has no edition `quik`.", "Did you mean `quick`?") == (wrong.value.what, wrong.value.hint)
    with pytest.raises(InputError) as wrong:
        scoped(three(), "everything")
    assert "Allowed here: `full`, `quick`, `standard`." == wrong.value.hint
    with pytest.raises(InputError) as wrong:
        scoped(read_texts(base()), "quick")
    assert "It is asked as a whole." == wrong.value.hint
