"""The types of question are listed once; whatever knows of them takes them from there; and what one depends on."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import hustings
from hustings.pack.questionnaire import SELECTS, SINGLES, QuestionType, depends_on
from hustings.pack.schema.json_schema import schema
from support.answers import pack_of

SOURCE = Path(hustings.__file__).parent
TYPES = get_args(QuestionType)


def _lists(path: Path) -> list[set[object]]:
    """The constants of each list, tuple and set that is written out in a module; none where no type is written out."""
    text = path.read_text(encoding="utf-8")
    written = ast.walk(ast.parse(text)) if any(f'"{name}"' in text for name in SELECTS) else ()
    kinds = (ast.List, ast.Tuple, ast.Set)
    return [{e.value for e in node.elts if isinstance(e, ast.Constant)} for node in written if isinstance(node, kinds)]


def test_the_types_are_listed_once() -> None:
    """No module but the questionnaire's writes out more than two of them side by side."""
    several = [
        path.relative_to(SOURCE).as_posix()
        for path in sorted(SOURCE.rglob("*.py"))
        for names in _lists(path)
        if names & set(SELECTS) and len(names & set(TYPES)) > 2
    ]
    assert [] == [name for name in several if name != "pack/questionnaire.py"]


def test_what_has_choices_and_what_takes_one_of_them_are_types() -> None:
    assert ("yes_no", "select_one", "select_multiple", "number", "text", "date") == TYPES
    assert set(SINGLES) < set(SELECTS) < set(TYPES)


def test_editors_offer_every_type() -> None:
    assert list(TYPES) == schema("section")["$defs"]["QuestionShape"]["properties"]["type"]["enum"]


def test_what_a_question_depends_on() -> None:
    """
    questions:
      - {id: uses_ai, type: yes_no, text: AI?}
      - {id: plan, type: select_one, text: A plan?, ladder: practice}
      - {id: tried, type: yes_no, text: Tried?, follows: plan, when: uses_ai == yes}
    controls:
      - {question: plan, weight: 1, scale: maturity}
      - {question: tried, weight: 1}
    """
    questions = pack_of(test_what_a_question_depends_on).questions
    assert depends_on(questions["tried"]) == ("uses_ai", "plan")
    assert depends_on(questions["plan"]) == ()
