"""`hustings verify`: what a file holds, and whether the head of a report belongs to it."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import open_case
from hustings.pack.loader import read_pack
from hustings.pack.shipped import find_pack
from support.casefile import AT, as_of_version, unguarded
from support.cli import hustings
from support.verification import handed_on, replacing, saved_again
from support.workshop_case import PACK_FOLDER, case_with_workshop

pytestmark = pytest.mark.slow

OLDER = "It is of an older version: if the end of its history was cut off, nobody would notice.\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A campaign's baseline with a workshop, and a follow-up that was only begun."""
    path = case_with_workshop(tmp_path)
    with open_case(path) as file:
        file.add_assessment(pack=read_pack(find_pack(str(PACK_FOLDER))), title="follow-up", by="Ann", at=AT)
    return path


def heads_of(path: Path) -> tuple[str, ...]:
    with open_case(path, write=False) as file:
        return tuple(file.head(one.id) for one in file.assessments())


def test_what_a_file_holds(case: Path) -> None:
    first, second = heads_of(case)
    with open_case(case, write=False) as file:
        answers, steps = len(file.events("a1")), len(file.entries("a1"))
        since = datetime.fromisoformat(file.since).astimezone()
    ran = hustings("verify", "rivera", cwd=case.parent)
    assert (0, "") == (ran.code, ran.err)
    assert (
        "rivera.hustings is in order: 2 assessments.\n"
        f"Since {since.day} {since:%B %Y} it would be noticed if the end of its history was cut off.\n\n"
        f"baseline: {answers} answers and {steps} workshop steps\n  Head: {first}\n\n"
        f"follow-up: 0 answers\n  Head: {second}\n"
    ) == ran.out


def test_the_head_as_it_is_now_and_of_before(case: Path) -> None:
    first, second = heads_of(case)
    ran = hustings("verify", "rivera", "--head", second.upper().replace("-", " "), cwd=case.parent)
    assert (0, "This is the head of “follow-up” in rivera.hustings, as it is now.\n") == (ran.code, ran.out)
    with open_case(case) as file:
        for value in ("much", "some"):
            file.log("a1", "Ann").append("voice_online", Answer(State.ANSWERED, value))
        answers, steps = len(file.events("a1")) - 2, len(file.entries("a1"))
    ran = hustings("verify", "rivera", "--head", first, cwd=case.parent)
    assert (
        f"This head belongs to an earlier state of “baseline” in rivera.hustings: after {answers} answers and {steps} "
        "workshop steps. Added since: 2 answers.\n"
    ) == ran.out
    assert 0 == ran.code


def test_a_head_of_another_file_and_of_none(case: Path) -> None:
    ran = hustings("verify", "rivera", "--head", "aaaa-bbbb-cccc-dddd", cwd=case.parent)
    assert 1 == ran.code
    assert (
        "The head aaaa-bbbb-cccc-dddd does not belong to rivera.hustings.\n"
        "  The report was made from another file, or what was answered in this one was changed since.\n"
    ) == ran.err
    ran = hustings("verify", "rivera", "--head", "\x1b]52;c;eA==\x07", cwd=case.parent)
    assert 1 == ran.code
    assert (
        "`52ce-a` is not a head: a head has 16 letters and digits.\n"
        "  It stands in the report under “Method and limits”.\n"
    ) == ran.err


def test_a_file_that_was_cut_off_and_one_of_an_older_version(case: Path) -> None:
    with closing(sqlite3.connect(case)) as db:
        unguarded(db, "delete from event where number > 3")
    ran = hustings("verify", "rivera", cwd=case.parent)
    assert (1, True) == (ran.code, ran.err.startswith("rivera.hustings is damaged: the end of its history is missing"))
    as_of_version(case, 2)
    ran = hustings("verify", "rivera", cwd=case.parent)
    assert (0, OLDER) == (ran.code, ran.out.splitlines(keepends=True)[1])


def test_report_and_json_carry_the_head(case: Path) -> None:
    _, head = heads_of(case)
    pack = ("--pack", str(PACK_FOLDER))
    told = hustings("score", "rivera", "--json", *pack, cwd=case.parent)
    assert head == json.loads(told.out)["head"]
    assert 0 == hustings("report", "rivera", "--html", *pack, cwd=case.parent).code
    page = re.sub(r"<[^>]*>", " ", (case.parent / "rivera.html").read_text())
    assert re.search(rf"Head of the case file:\s+{head}\s+`hustings verify` says whether a case file fits it", page)


def test_a_report_is_the_same_and_a_changed_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "any name.pdf").write_bytes(handed_on())
    ran = hustings("verify", "any name.pdf", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert "Same figures: its " in ran.out
    assert "Same pages: all " in ran.out
    other = saved_again(handed_on(), replacing("assessment.json", b'"grade": 2', b'"grade": 0'))
    (tmp_path / "changed.pdf").write_bytes(other)
    ran = hustings("verify", "changed.pdf", cwd=tmp_path)
    assert (1, "") == (ran.code, ran.err)
    assert "values are not what its answers give:\n" in ran.out
