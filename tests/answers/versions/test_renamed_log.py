"""An interview that goes on with a case which was not upgraded finds its answers under the ids of now."""

from __future__ import annotations

from hustings.answers.events import EDITION, Answer, State
from hustings.answers.replay import replay
from hustings.answers.versions.renamed_log import log_under_ids_now
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Choice
from support.interview import Listed
from support.small_packs import control, exposure, made

LARGELY = Answer(State.ANSWERED, "largely")


def renamed() -> Pack:
    """A pack in which `old` is `new`, and one of its choices is called otherwise."""
    choices = (Choice("none", "None"), Choice("mostly", "Mostly", was=("largely",)), Choice("fully", "Fully"))
    return made(exposure(), control("new"), new={"was": ("old",), "choices": choices})


def begun() -> Listed:
    log = Listed()
    log.append_all([(EDITION, Answer(State.ANSWERED, "quick")), ("old", LARGELY)], source="interview")
    return log


def test_an_answer_stands_under_the_id_of_now_and_nothing_is_written() -> None:
    log = begun()
    told = log_under_ids_now(renamed(), log).events()
    assert [(EDITION, "quick"), ("new", "mostly")] == [(one.question, one.answer and one.answer.value) for one in told]
    assert ["@edition", "old"] == [one.question for one in log.known]


def test_what_is_answered_then_counts_and_the_old_one_stays_in_the_history() -> None:
    log = begun()
    seen = log_under_ids_now(renamed(), log)
    seen.append("new", Answer(State.ANSWERED, "none"))
    found = {name: answer.value for name, answer in replay(seen.events()).items()}
    assert ("none", ["old", "new"]) == (found["new"], [one.question for one in log.known[1:]])


def test_a_withdrawal_takes_the_answer_under_the_earlier_id_too() -> None:
    log = begun()
    seen = log_under_ids_now(renamed(), log)
    assert "new" == seen.append("new", None).question
    assert {} == replay(seen.events()) == replay(log.known)


def test_a_withdrawal_under_an_earlier_id_is_one() -> None:
    log = begun()
    log.append("old", None)
    assert "new" not in replay(log_under_ids_now(renamed(), log).events())
    log.append("old", LARGELY)
    assert [None] == [one.answer for one in log_under_ids_now(renamed(), log).events() if one.number == 3]


def test_a_pack_without_earlier_ids_reads_the_log_as_it_is() -> None:
    log = begun()
    assert log is log_under_ids_now(made(exposure(), control("old")), log)
