"""An answer as written in a file, to an `Answer`, or a refusal in one sentence.

Answers files and the worked cases of a pack use the same forms, so they are read in the same place: a plain value, a
list, `dont_know`, `blank`, or a mapping with a value or a state and its reason, note, grade or reference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hustings.answers.accept import Refusal, accept, too_long
from hustings.answers.events import Answer, State
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.rules import DateOrder
from hustings.problems import did_you_mean
from hustings.text import clean

KEYS = ("value", "state", "reason", "note", "grade", "reference")
STATES = {"dont_know": State.DONT_KNOW, "na": State.NA, "blank": State.BLANK}
WRITTEN = ("reason", "note", "reference")
GRADES = ("E0", "E1", "E2", "E3")
NA_FORM = english("Write it like {state: na, reason: We hold no voter file}.")


def given(pack: Pack, question: str, raw: object, order: DateOrder | None = None) -> Answer | Refusal:
    """The answer to a question of the pack, as written in a file. `order`: of a date in figures, as in `accept`."""
    asked = pack.questions.get(question)
    if asked is None:
        return Refusal(say("No question is called `{name}`.", name=question), did_you_mean(question, pack.questions))
    return _whole(asked, raw, order) if isinstance(raw, Mapping) else _plain(asked, raw, order)


def _plain(question: Question, raw: object, order: DateOrder | None) -> Answer | Refusal:
    """A value, or the name of a state; a choice of that name comes first."""
    if isinstance(raw, str) and raw in STATES and not question.choice(raw):
        return state_answer(question, STATES[raw])
    if raw is None:
        return Refusal(say("`{name}` has no answer.", name=question.id), say("Give an answer, or write dont_know."))
    value = accept(question, _spoken(question, raw), order)
    return value if isinstance(value, Refusal) else Answer(State.ANSWERED, value)


def _spoken(question: Question, raw: object) -> object:
    """For a yes_no, true and false mean yes and no."""
    if question.type == "yes_no" and str(raw).lower() in ("true", "false") and not question.choice(str(raw)):
        return "yes" if str(raw).lower() == "true" else "no"
    return raw


def state_answer(question: Question, state: State, reason: str = "") -> Answer | Refusal:
    """An answer without a value: don't know, blank or not applicable. A refusal if the question does not allow it."""
    match state:
        case State.NA if not question.na:
            return Refusal(
                say("`{question}` cannot be marked as not applicable.", question=question.id),
                say("Write dont_know, or leave it out."),
            )
        case State.NA if not reason.strip():
            return Refusal(
                say("`{question}` is marked as not applicable, without a reason.", question=question.id), say(NA_FORM)
            )
        case State.DONT_KNOW | State.BLANK if question.required:
            return Refusal(say("`{question}` needs an answer; the report cannot do without it.", question=question.id))
        case _:
            return too_long(clean(reason)) or Answer(state, reason=clean(reason))


def _whole(question: Question, raw: Mapping[str, object], order: DateOrder | None) -> Answer | Refusal:
    if strange := [str(key) for key in raw if key not in KEYS]:
        return Refusal(say("An answer takes no `{key}`.", key=strange[0]), did_you_mean(strange[0], KEYS))
    if wrong := [key for key in KEYS[2:] if not isinstance(raw.get(key), str | int | float | None)]:
        return Refusal(say("`{key}` must be text.", key=wrong[0]))
    if long := next((no for key in WRITTEN if (no := too_long(clean(_words(raw.get(key)))))), None):
        return long
    grade = str(raw.get("grade", "E0"))
    if grade not in GRADES:
        return Refusal(say("`{key}` cannot be `{value}`.", key="grade", value=grade), did_you_mean(grade, GRADES))
    answer = _said(question, raw, order)
    return answer if isinstance(answer, Refusal) else _with_notes(answer, raw, GRADES.index(grade))


def _said(question: Question, raw: Mapping[str, object], order: DateOrder | None) -> Answer | Refusal:
    if ("value" in raw) == ("state" in raw):
        both = english("`{name}` has both a value and a state.")
        neither = english("`{name}` has neither a value nor a state.")
        return Refusal(say(both if "value" in raw else neither, name=question.id), say("Give one of the two."))
    if "value" in raw:
        return _plain(question, raw["value"], order)
    state = STATES.get(str(raw["state"]))
    if state is None:
        what = say("`{key}` cannot be `{value}`.", key="state", value=raw["state"])
        return Refusal(what, did_you_mean(str(raw["state"]), STATES))
    return state_answer(question, state, _words(raw.get("reason")))


def _with_notes(answer: Answer, raw: Mapping[str, object], grade: int) -> Answer:
    note, reference = clean(_words(raw.get("note"))), clean(_words(raw.get("reference")))
    return replace(answer, note=note, reference=reference, grade=grade)


def _words(raw: object) -> str:
    return "" if raw is None else str(raw)
