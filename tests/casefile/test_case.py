"""A case file that is well: assessments, answers, two windows, an older version."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest

from hustings.answers.events import Answer, Event, Log, State
from hustings.answers.replay import replay
from hustings.casefile import Assessment, CaseFile, create, open_case
from hustings.problems import InputError
from support.casefile import AT, fresh, modes_in, names_in, pack

YES, NO = Answer(State.ANSWERED, "yes"), Answer(State.ANSWERED, "no")
BASELINE = Assessment("a1", "baseline", "small", "1.0.0", pack().digest, "en", "Ann", AT)


def test_a_new_case_file_holds_its_first_assessment(tmp_path: Path) -> None:
    with create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT) as case:
        assert case.assessments() == (BASELINE,)
        assert case.latest() == BASELINE
        assert case.events("a1") == ()
    assert names_in(tmp_path) == ["rivera.hustings"]


def test_answers_are_there_when_it_is_opened_again(tmp_path: Path) -> None:
    clock = iter(AT + timedelta(minutes=minute) for minute in range(9))
    with create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT) as case:
        log: Log = case.log("a1", "Ann", lambda: next(clock))
        log.append("plan", YES)
        log.append("plan", None)
        last = log.append("plan", NO, source="paper")
        written = log.events()
    assert last == Event("a1", 3, AT + timedelta(minutes=2), "Ann", "plan", NO, "paper")
    with open_case(tmp_path / "rivera.hustings") as case:
        assert case.log("a1", "Ben").events() == written
        assert replay(case.events("a1")) == {"plan": NO}


def test_a_follow_up_has_its_own_answers(tmp_path: Path) -> None:
    later = AT + timedelta(days=30)
    with open_case(fresh(tmp_path)) as case:
        case.log("a1", "Ann").append("plan", NO)
        second = case.add_assessment(pack=pack(), title="follow-up", by="Ben", at=later)
        case.log(second.id, "Ben").append("plan", YES)
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        assert case.latest() == Assessment("a2", "follow-up", "small", "1.0.0", pack().digest, "en", "Ben", later)
        assert replay(case.events("a1")) == {"plan": NO}
        assert replay(case.events("a2")) == {"plan": YES}


def test_a_title_is_taken_once(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case:
        with pytest.raises(InputError) as wrong:
            case.add_assessment(pack=pack(), title="baseline", by="Ann", at=AT)
        assert str(wrong.value) == ("rivera.hustings already has an assessment “baseline”.\n  Give it another title.")
        assert case.assessments() == (BASELINE,)


def test_an_unknown_assessment_is_named(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case, pytest.raises(InputError) as wrong:
        case.log("a11", "Ann")
    assert str(wrong.value) == "rivera.hustings has no assessment `a11`.\n  Did you mean `a1`?"


def test_a_case_that_is_only_read_takes_no_answers(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path), write=False) as case, pytest.raises(ValueError, match="not open for writing"):
        case.log("a1", "Ann").append("plan", YES)


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    case = open_case(fresh(tmp_path))
    case.close()
    case.close()
    assert names_in(tmp_path) == ["rivera.hustings"]


def test_answers_from_several_threads_are_numbered_without_gaps(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case:
        log = case.log("a1", "Ann")
        threads = [Thread(target=lambda: [log.append("plan", YES) for _ in range(20)]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        assert [event.number for event in case.events("a1")] == list(range(1, 81))


# --- who may read it ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o277])
def test_only_its_owner_can_read_it_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        with create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT) as case:
            case.log("a1", "Ann").append("plan", YES)
            found = modes_in(tmp_path)
    finally:
        os.umask(before)
    lock = found.pop("rivera.hustings-lock")
    assert int(lock, 8) & 0o077 == 0
    assert found == dict.fromkeys(("rivera.hustings", "rivera.hustings-shm", "rivera.hustings-wal"), "0o600")


# --- two windows -------------------------------------------------------------------------------------------


def test_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    before = path.read_bytes()
    open_case(path, write=False).close()
    assert names_in(tmp_path) == ["rivera.hustings"]
    assert path.read_bytes() == before


# --- it only grows -----------------------------------------------------------------------------------------


# --- versions ----------------------------------------------------------------------------------------------


def test_a_case_file_is_a_context_that_closes_on_errors(tmp_path: Path) -> None:
    path = fresh(tmp_path)

    def fails(case: CaseFile) -> None:
        with case:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails(open_case(path))
    open_case(path).close()
