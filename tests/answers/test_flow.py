"""The walk through a questionnaire: everything that applies is asked, once, in order."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.applicability import Applicability, na_stands, standings
from hustings.answers.events import Answer, State, Value
from hustings.answers.flow import hidden_by, may_come, next_question, visible
from hustings.answers.minutes_left import progress
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from support.answers import BLANK, DONT_KNOW, NA, answers, pack_of
from support.small_packs import answers as given_answers
from support.small_packs import control, exposure, fact, made
from support.work import calls


def town() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?, na: yes}
      - {id: staff, type: number, text: How many?, lowest: 0, highest: 50, minutes: 1}
      - id: channels
        type: select_multiple
        text: How?
        when: uses_ai == yes
        choices: [{id: texts, text: Texts}, {id: calls, text: Calls}, {id: nothing, text: None, alone: yes}]
      - {id: consent, type: yes_no, text: Consent?, when: texts in channels or calls in channels, minutes: 2}
      - {id: plan, type: select_one, text: A plan?, ladder: practice, na: yes}
      - {id: tried, type: yes_no, text: Tried?, follows: plan, na: yes}
      - {id: twice, type: yes_no, text: Twice?, follows: tried, when: staff > 10}
      - {id: written, type: select_one, text: Done?, ladder: practice, follows: plan >= largely, when: uses_ai == yes}
      - {id: lessons, type: text, text: What was learnt?, when: twice == yes and not uses_ai == no}
      - {id: review, type: date, text: When?, when: staff > 10 or written >= partly}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
      - {question: twice, weight: 1}
      - {question: written, weight: 1, scale: maturity}
      - {question: consent, weight: 1}
    """


TOWN = pack_of(town)


def values(question: Question) -> st.SearchStrategy[Value]:
    match question.type:
        case "yes_no" | "select_one":
            return st.sampled_from([choice.id for choice in question.choices])
        case "select_multiple":
            return st.sampled_from([(), ("texts",), ("texts", "calls"), ("nothing",)])
        case "number":
            return st.sampled_from([Fraction(0), Fraction(10), Fraction(11), Fraction(50)])
        case "date":
            return st.dates()
        case _:
            return st.just("words")


def words(question: Question) -> st.SearchStrategy[Answer]:
    said = values(question).map(lambda value: Answer(State.ANSWERED, value))
    several = st.lists(values(question), min_size=1, max_size=3)
    voted = several.map(lambda votes: Answer(State.UNRESOLVED, votes=tuple(votes)))
    plain = st.sampled_from((DONT_KNOW, BLANK))
    return st.one_of(said, voted, plain, st.just(NA)) if question.na else st.one_of(said, voted, plain)


def sheets(pack: Pack) -> st.SearchStrategy[dict[str, Answer]]:
    return st.fixed_dictionaries({}, optional={name: words(q) for name, q in pack.questions.items()})


def values_for_all(pack: Pack) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({name: values(q) for name, q in pack.questions.items()})


# --- what is asked -----------------------------------------------------------------------------------------


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


def test_what_applies_is_visible_in_the_authors_order() -> None:
    assert ids(visible(TOWN, {})) == ["uses_ai", "staff", "plan", "reach", "base"]
    given = answers(uses_ai="yes", channels=["calls"], plan="largely", staff=3)
    assert ids(visible(TOWN, given)) == [
        "uses_ai", "staff", "channels", "consent", "plan", "tried", "written", "reach", "base",
    ]  # fmt: skip


def test_the_next_question_is_the_first_about_which_nothing_was_said() -> None:
    assert next_question(TOWN, answers(uses_ai=BLANK, staff=DONT_KNOW)) == TOWN.questions["plan"]
    assert next_question(TOWN, answers(uses_ai="yes", staff=DONT_KNOW)) == TOWN.questions["channels"]


def test_there_is_an_end() -> None:
    given = answers(uses_ai="no", staff=3, plan="none", reach="no", base="no")
    assert next_question(TOWN, given) is None


def test_a_change_tells_which_answers_no_longer_count() -> None:
    before = answers(uses_ai="yes", channels=["texts"], consent="yes", plan="fully", tried="yes")
    after = before | answers(uses_ai="no")
    assert ids(hidden_by(TOWN, before, after)) == ["channels", "consent"]
    assert hidden_by(TOWN, after, before) == ()
    del after["channels"]
    assert ids(hidden_by(TOWN, before, after)) == ["consent"]


LINKS = 50


def entangled() -> Pack:
    """Every question depends on the two before it: the ways through such a pack cannot be walked one by one."""

    def written() -> None: ...

    links = [
        f"  - {{id: q{n}, type: yes_no, text: Q?, when: q{n - 1} == yes or q{n - 2} == yes}}" for n in range(2, LINKS)
    ]
    first = ["  - {id: q0, type: yes_no, text: Q?}", "  - {id: q1, type: yes_no, text: Q?}"]
    written.__doc__ = "\n".join(["questions:", *first, *links])
    return pack_of(written)


def test_a_pack_in_which_everything_hangs_together_is_walked_at_once() -> None:
    pack = entangled()
    found = progress(pack, answers(q0=DONT_KNOW, q1=DONT_KNOW, reach="no", base="no"))
    assert (found.seen, found.left, found.possible) == (4, 0, 0)
    assert progress(pack, answers(q0=DONT_KNOW)).possible == LINKS - 2


def wide(blocks: int) -> Pack:
    """Blocks of a fact, a choice of ways, a control and its follow-up; each block hangs on the one before it."""

    def written() -> None: ...

    questions, controls = ["  - {id: ai0, type: yes_no, text: A?}"], list[str]()
    for n in range(blocks):
        questions += [
            f"  - {{id: ai{n + 1}, type: yes_no, text: A?, when: ai{n} == yes or not b in ways{n}}}",
            f"  - {{id: ways{n}, type: select_multiple, text: W?, when: ai{n} == yes, choices: [{ABC}]}}",
            f"  - {{id: plan{n}, type: select_one, text: P?, ladder: practice, when: a in ways{n} and ai{n} == yes}}",
            f"  - {{id: tried{n}, type: yes_no, text: T?, follows: plan{n} >= partly}}",
        ]
        controls += [f"  - {{question: plan{n}, weight: 1, scale: maturity}}", f"  - {{question: tried{n}, weight: 1}}"]
    written.__doc__ = "\n".join(["questions:", *questions, "controls:", *controls])
    return pack_of(written)


ABC = "{id: a, text: A}, {id: b, text: B}, {id: c, text: C}"


def test_the_work_grows_with_the_questions_and_not_with_their_square() -> None:
    """Sixty questions are settled in some two milliseconds on a usual machine, which `make bench` measures."""
    pack = wide(15)
    assert len(pack.questions) == 63
    assert calls(lambda: standings(pack, {})) < 16_000
    assert calls(lambda: progress(pack, {})) < 24_000
    fewer, more = wide(6), wide(24)
    for walk in (standings, progress):
        assert calls(partial(walk, more, {})) < 4.2 * calls(partial(walk, fewer, {}))


# --- laws --------------------------------------------------------------------------------------------------


@given(values_for_all(TOWN), st.sets(st.sampled_from(sorted(TOWN.questions))))
def test_the_walk_asks_every_visible_question_once_and_ends(said: dict[str, Value], skipped: set[str]) -> None:
    given, asked = dict[str, Answer](), list[str]()
    while question := next_question(TOWN, given):
        asked.append(question.id)
        given[question.id] = BLANK if question.id in skipped else Answer(State.ANSWERED, said[question.id])
        assert len(asked) <= len(TOWN.questions)
    assert sorted(asked) == sorted(set(asked))
    assert set(asked) == set(ids(visible(TOWN, given)))
    assert (progress(TOWN, given).left, progress(TOWN, given).possible) == (0, 0)


@given(sheets(TOWN))
def test_progress_adds_up(given: dict[str, Answer]) -> None:
    found = progress(TOWN, given)
    assert found.seen + found.left == len(visible(TOWN, given))
    assert found.seen + found.left + found.possible <= len(TOWN.questions)
    assert (found.left == 0) == (next_question(TOWN, given) is None)
    assert (found.left == 0) == (found.minutes_left == 0)
    assert found.left > 0 or found.possible == 0


@given(sheets(TOWN))
def test_answers_to_questions_that_do_not_apply_decide_nothing(given: dict[str, Answer]) -> None:
    where = standings(TOWN, given)
    counting = {
        name: answer
        for name, answer in given.items()
        if where[name] is Applicability.APPLIES or na_stands(TOWN, given, where, name)
    }
    assert standings(TOWN, counting) == where


@given(sheets(TOWN), values_for_all(TOWN))
def test_what_is_settled_stays_so_whatever_open_questions_turn_out_to_be(
    given: dict[str, Answer], said: dict[str, Value]
) -> None:
    where = standings(TOWN, given)
    settled = {name: answer for name, answer in given.items() if answer.state not in (State.DONT_KNOW, State.BLANK)}
    whole = {name: Answer(State.ANSWERED, value) for name, value in said.items()} | settled
    known = {
        name: standing
        for name, standing in where.items()
        if standing not in (Applicability.UNKNOWN, Applicability.WAITING)
    }
    later = standings(TOWN, whole)
    assert {name: later[name] for name in known} == known
    na = {name for name in TOWN.questions if na_stands(TOWN, given, where, name)}
    assert all(later[name] is Applicability.EXCLUDED or na_stands(TOWN, whole, later, name) for name in na)


@given(sheets(TOWN), values_for_all(TOWN))
def test_when_all_is_answered_nothing_is_unknown_but_what_was_voted_on(
    given: dict[str, Answer], said: dict[str, Value]
) -> None:
    whole = {name: Answer(State.ANSWERED, value) for name, value in said.items()}
    assert set(standings(TOWN, whole).values()) <= {
        Applicability.APPLIES,
        Applicability.EXCLUDED,
        Applicability.IMPLIED,
    }
    hidden = {question.id for question in hidden_by(TOWN, given, whole)}
    assert hidden <= set(given)


def with_use(*, told: bool = True) -> Pack:
    """A question that a larger edition asks, and this one of whoever has a use that needs it."""
    use = fact("use", asked=told)
    return made(exposure(), control("c"), facts=[use], c={"asked": False, "asked_with": parse("use == yes")})


@pytest.mark.parametrize(
    ("use", "asked", "possible"), [("yes", True, 0), ("no", False, 0), (None, False, 1), (DONT_KNOW, False, 0)]
)
def test_what_a_use_needs_is_asked_of_whoever_has_it(use: Value | Answer | None, *, asked: bool, possible: int) -> None:
    pack, said = with_use(), given_answers(x="much") if use is None else given_answers(x="much", use=use)
    assert asked is ("c" in {question.id for question in visible(pack, said)})
    assert (int(asked) + (use is None), possible) == (progress(pack, said).left, progress(pack, said).possible)
    assert (asked or possible == 1) is ("c" in {question.id for question in may_come(pack, said)})


def test_what_a_use_needs_cannot_come_if_nobody_asks_whether_there_is_one() -> None:
    assert 0 == progress(with_use(told=False), given_answers(x="much")).possible
    assert "c" in {question.id for question in visible(with_use(), given_answers(x="much", c="none"))}
