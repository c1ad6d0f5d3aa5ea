"""Power goes off in the middle of an answer: everything that was acknowledged is there, once."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.replay import followed, pack_in_use, replay
from hustings.casefile import open_case
from hustings.pack.loader import read_texts
from hustings.pack.model import Pack
from support.casefile import QUESTIONNAIRE, RUBRIC, fresh
from support.deep import DEEP
from support.kill import killed, survived

pytestmark = pytest.mark.slow

KILLS = 60 if DEEP else 24
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


UPGRADER = """
import sys
from pathlib import Path
from hustings.answers.versions.pack_upgrade import UNDO, UPGRADE, undo, upgrade
from hustings.answers.replay import replay
from hustings.casefile import open_case
from hustings.pack.loader import read_texts
pack = read_texts({name: Path(sys.argv[2], name).read_text() for name in ("questionnaire.yaml", "rubric.yaml")})
case = open_case(Path(sys.argv[1]))
log = case.log("a1", by="Ann")
while True:
    back = undo(log.events())
    if back is None:
        found = upgrade(pack, replay(log.events()))
        log.append_all(found.changes(pack.digest), source=UPGRADE, pack=pack)
    else:
        log.append_all(back.changes, source=UNDO)
    print(len(log.events()), flush=True)
"""


YES = Answer(State.ANSWERED, "yes", note="x" * 3000)


def renamed_pack(folder: Path) -> tuple[Path, Path, Pack]:
    """A case with an answer, the folder of a newer pack that renames its question, and that pack."""
    path, mine = fresh(folder), folder / "mine"
    mine.mkdir()
    asked = QUESTIONNAIRE.replace("1.0.0", "1.1.0").replace("id: plan,", "id: any_plan, was: [plan],")
    (mine / "questionnaire.yaml").write_text(asked)
    (mine / "rubric.yaml").write_text(RUBRIC.replace("question: plan", "question: any_plan"))
    with open_case(path) as case:
        case.log("a1", by="Ann").append("plan", YES)
    return path, mine, read_texts({name: (mine / name).read_text() for name in ("questionnaire.yaml", "rubric.yaml")})


def test_an_upgrade_that_is_killed_is_done_whole_or_not_at_all(tmp_path: Path) -> None:
    path, mine, new = renamed_pack(tmp_path)
    chance, acknowledged = random.Random(9), 1  # noqa: S311 - no secret
    for kill in range(KILLS // 3):
        after = chance.uniform(0.0, 0.03)
        command = [sys.executable, "-c", UPGRADER, str(path), str(mine)]
        acknowledged = max(acknowledged, killed(command, last_number, after=after, from_start=kill % 5 == 0))
        with open_case(path) as case:
            events = case.events("a1")
            whole = {new.digest: {"any_plan": YES}, "": {"plan": YES}}
            assert whole[pack_in_use(events)] == replay(events)
            assert acknowledged <= len(events)
            assert (len(events) == 1) is (case.kept_pack(new.digest) is None)
    assert acknowledged > KILLS // 3


AT_EACH_STATEMENT = """
import os, shutil, sys
from datetime import UTC, datetime
from pathlib import Path
from hustings.answers.events import Answer, State
from hustings.answers.versions.pack_upgrade import UPGRADE, upgrade
from hustings.answers.replay import replay
from hustings.casefile import open_case
from hustings.pack.loader import read_texts
pack = read_texts({name: Path(sys.argv[2], name).read_text() for name in ("questionnaire.yaml", "rubric.yaml")})


def upgraded(case):
    log = case.log("a1", by="Ann")
    log.append_all(upgrade(pack, replay(log.events())).changes(pack.digest), source=UPGRADE, pack=pack)


def followed(case):
    new = case.add_assessment(pack=pack, title="second", by="Ann", at=datetime.now(UTC), follows="a1")
    case.log(new.id, by="Ann").append_all([("any_plan", Answer(State.ANSWERED, "yes"))], source="follow-up")


for name, work in (("upgrade", upgraded), ("follow-up", followed)):
    for stop in range(1, 60):
        path = Path(sys.argv[1]).with_name(f"{name}-{stop}.hustings")
        shutil.copy(sys.argv[1], path)
        if (child := os.fork()) == 0:
            case, left = open_case(path), [stop]
            def killed(_):
                left[0] -= 1
                if not left[0]:
                    os._exit(9)
            case._pen._db.set_trace_callback(killed)
            work(case)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            break
    print(name, stop - 1, flush=True)
"""


def test_killed_at_each_statement_an_upgrade_and_a_follow_up_leave_all_or_nothing(tmp_path: Path) -> None:
    path, mine, new = renamed_pack(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-c", AT_EACH_STATEMENT, str(path), str(mine)], capture_output=True, text=True, check=True
    )
    points = {name: int(count) for name, count in (line.split() for line in ran.stdout.splitlines())}
    assert {"upgrade", "follow-up"} == points.keys()
    assert min(points.values()) > 10
    for name, count in points.items():
        for stop in range(1, count + 1):
            with open_case(tmp_path / f"{name}-{stop}.hustings") as case:
                whole = {new.digest: {"any_plan": YES}, "": {"plan": YES}}
                assert whole[pack_in_use(case.events("a1"))] == replay(case.events("a1"))
                second = [
                    (followed(case.events(one.id)), {**replay(case.events(one.id))}) for one in case.assessments()[1:]
                ]
                assert second in ([], [("a1", {})], [("a1", {"any_plan": Answer(State.ANSWERED, "yes")})])
