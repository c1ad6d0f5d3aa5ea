"""Answers as they are written in files: plain values, states, and mappings with what goes with them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer, State
from hustings.answers.parse import given, state_answer
from support.answers import BLANK, DONT_KNOW, pack_of, said


def asked() -> None:
    """
    questions:
      - {id: plan, type: yes_no, text: A plan?, na: yes}
      - {id: staff, type: number, text: How many?}
      - {id: known, type: select_one, text: K?, choices: [{id: dont_know, text: D}, {id: true, text: T}]}
      - {id: name, type: text, text: Who?, required: yes}
    """


PACK = pack_of(asked)
KEYS = "`grade`, `note`, `reason`, `reference`, `state`, `value`"
GRADES = "`E0`, `E1`, `E2`, `E3`"


@pytest.mark.parametrize(
    ("question", "raw", "answer"),
    [
        ("plan", "yes", said("yes")),
        ("plan", True, said("yes")),
        ("plan", "False", said("no")),
        ("plan", "dont_know", DONT_KNOW),
        ("plan", "blank", BLANK),
        ("plan", {"state": "dont_know"}, DONT_KNOW),
        ("plan", {"state": "na", "reason": " none\x1b "}, Answer(State.NA, reason="none")),
        ("staff", 12, said(12)),
        ("staff", {"value": "2.5", "note": None}, Answer(State.ANSWERED, Fraction(5, 2))),
        ("known", "dont_know", said("dont_know")),
        ("known", "true", said("true")),
        (
            "plan",
            {"value": "yes", "note": "says Ann", "grade": "E2", "reference": "minutes of 3 May"},
            Answer(State.ANSWERED, "yes", note="says Ann", grade=2, reference="minutes of 3 May"),
        ),
    ],
)
def test_what_is_taken(question: str, raw: object, answer: Answer) -> None:
    assert answer == given(PACK, question, raw)


@pytest.mark.parametrize(
    ("question", "raw", "refusal"),
    [
        ("plans", "yes", Refusal("No question is called `plans`.", "Did you mean `plan`?")),
        ("plan", None, Refusal("`plan` has no answer.", "Give an answer, or write dont_know.")),
        ("plan", "maybe", Refusal("`plan` has no choice `maybe`.", "Allowed here: `no`, `yes`.")),
        ("plan", {"valu": "yes"}, Refusal("An answer takes no `valu`.", "Did you mean `value`?")),
        ("plan", {"value": "yes", "": 1}, Refusal("An answer takes no ``.", f"Allowed here: {KEYS}.")),
        ("plan", {"note": "x"}, Refusal("`plan` has neither a value nor a state.", "Give one of the two.")),
        (
            "plan",
            {"value": "yes", "state": "na"},
            Refusal("`plan` has both a value and a state.", "Give one of the two."),
        ),
        (
            "plan",
            {"state": "unsure"},
            Refusal("`state` cannot be `unsure`.", "Allowed here: `blank`, `dont_know`, `na`."),
        ),
        ("plan", {"value": "yes", "note": ["x"]}, Refusal("`note` must be text.")),
        ("plan", {"value": "yes", "note": "x" * 501}, Refusal("That is 501 characters; 500 is the most.")),
        ("plan", {"value": "yes", "grade": "E9"}, Refusal("`grade` cannot be `E9`.", f"Allowed here: {GRADES}.")),
        (
            "plan",
            "na",
            Refusal(
                "`plan` is marked as not applicable, without a reason.",
                "Write it like {state: na, reason: We hold no voter file}.",
            ),
        ),
        (
            "staff",
            {"state": "na", "reason": "x"},
            Refusal("`staff` cannot be marked as not applicable.", "Write dont_know, or leave it out."),
        ),
        ("name", "dont_know", Refusal("`name` needs an answer; the report cannot do without it.")),
        ("name", {"value": ""}, Refusal("A few words are needed.")),
    ],
)
def test_what_is_refused(question: str, raw: object, refusal: Refusal) -> None:
    assert refusal == given(PACK, question, raw)


def test_a_state_can_be_asked_for_by_itself() -> None:
    assert state_answer(PACK.questions["staff"], State.DONT_KNOW) == DONT_KNOW
