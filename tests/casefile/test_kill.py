"""Power goes off in the middle of an answer: everything that was acknowledged is there, once."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import open_case
from support.casefile import fresh
from support.kill import killed, survived

pytestmark = pytest.mark.slow

KILLS = 60
APPENDER = """
import sys
from pathlib import Path
from hustings.answers.events import Answer, State
from hustings.casefile import open_case
case = open_case(Path(sys.argv[1]))
log = case.log(case.latest().id, by="Ann")
while True:
    number = len(log.events()) + 1
    log.append("plan", Answer(State.ANSWERED, "yes", note="x" * (number * 37 % 3000)))
    print(number, flush=True)
"""


def last_number(out: bytes) -> int:
    """The last whole line: the number of the last answer that was acknowledged."""
    lines = out.split(b"\n")[:-1]
    return int(lines[-1]) if lines else 0


def test_no_acknowledged_answer_is_lost_or_doubled_by_kills(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    chance, stored = random.Random(7), 0  # noqa: S311 - no secret
    for kill in range(KILLS):
        starting = kill % 4 == 0
        after = chance.uniform(0.0, 0.12 if starting else 0.04)
        command = [sys.executable, "-c", APPENDER, str(path)]
        acknowledged = killed(command, last_number, after=after, from_start=starting)
        stored = survived(path, max(acknowledged, stored))
    assert stored > KILLS // 2


def test_a_session_after_a_kill_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    acknowledged = killed([sys.executable, "-c", APPENDER, str(path)], last_number, after=0.02)
    with open_case(path) as case:
        log = case.log("a1", by="Ben")
        before = len(log.events())
        added = log.append("plan", Answer(State.ANSWERED, "no"))
    assert before >= acknowledged
    assert added.number == before + 1


def test_a_kill_leaves_nothing_behind_once_the_file_was_opened_again(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    killed([sys.executable, "-c", APPENDER, str(path)], last_number, after=0.01)
    assert (tmp_path / "rivera.hustings-lock").exists()
    open_case(path).close()
    assert [one.name for one in tmp_path.iterdir()] == ["rivera.hustings"]
