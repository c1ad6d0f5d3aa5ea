"""The truth of conditions against a second telling of it, that knows nothing of the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from hustings.pack.conditions import AllOf, AnyOf, Clause, Not, OneOf, holds, parse, settle

ANSWERS = "xyz"
QUESTIONS = "abc"


def texts() -> st.SearchStrategy[str]:
    """Conditions as an author types them, with the brackets that make their order plain."""
    clause = st.builds("{} {} {}".format, *(st.sampled_from(part) for part in (QUESTIONS, ("==", "!="), ANSWERS)))
    return st.recursive(
        clause,
        lambda inner: st.one_of(
            inner.map("not ({})".format),
            st.builds("({}) and ({})".format, inner, inner),
            st.builds("({}) or ({})".format, inner, inner),
            st.builds("{} in [{}, {}]".format, *(st.sampled_from(part) for part in (QUESTIONS, ANSWERS, ANSWERS))),
        ),
        max_leaves=8,
    )


def meant(text: str, answers: Mapping[str, str]) -> bool:
    """What Python itself makes of the text, once the answers are put in."""
    return bool(eval(text, {}, {**{name: name for name in ANSWERS}, **answers}))  # noqa: S307 - our own text


def true(clause: Clause, answer: str) -> bool:
    return isinstance(clause, OneOf) and answer in clause.choices


@given(texts(), st.tuples(*[st.sampled_from(ANSWERS)] * 3))
def test_a_condition_holds_as_python_would_have_it(text: str, given_: tuple[str, ...]) -> None:
    answers = dict(zip(QUESTIONS, given_, strict=True))
    assert meant(text, answers) == holds(parse(text), lambda clause: true(clause, answers[clause.question]))


@given(texts(), st.tuples(*[st.sets(st.sampled_from(ANSWERS), min_size=1)] * 3))
def test_a_condition_is_settled_when_all_that_is_possible_agrees(text: str, sets: tuple[set[str], ...]) -> None:
    still = dict(zip(QUESTIONS, sets, strict=True))

    def possible(question: str, own: Sequence[Clause]) -> list[dict[Clause, bool]]:
        return [{clause: true(clause, answer) for clause in own} for answer in still[question]]

    verdicts = {meant(text, dict(zip(QUESTIONS, answers, strict=True))) for answers in product(*sets)}
    assert (verdicts.pop() if len(verdicts) == 1 else None) is settle(parse(text), possible)


def test_a_question_that_can_have_no_answer_leaves_the_condition_open() -> None:
    assert settle(parse("a == x"), lambda _question, _own: []) is None


def test_and_binds_before_or_and_not_before_both() -> None:
    text = "a == x or not b == x and c == x"
    a, b, c = (OneOf(name, ("x",), text.index(f"{name} ==")) for name in QUESTIONS)
    assert AnyOf((a, AllOf((Not(b), c)))) == parse(text)
