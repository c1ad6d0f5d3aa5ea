"""Work on a stranger's file ends within its limits, whatever the file makes it do, and this program goes on."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hustings.report.limited_program import LimitError, Limits, SecondProgram, confined

pytestmark = pytest.mark.slow

ROOMY = Limits(seconds=60, work=30, memory=512_000_000, output=1_000)
HEAD = "from hustings.report.limited_program import work\nimport os, sys, time\n"
Program = Callable[[str], str]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A second program with such a task; the name of its module."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    def make(task: str) -> str:
        (tmp_path / "task_of_a_test.py").write_text(f"{HEAD}def task(content):\n    {task}\nwork(task)\n")
        return "task_of_a_test"

    return make


def ends(module: str, limits: Limits, content: bytes = b"x") -> str:
    with pytest.raises(LimitError) as wrong:
        confined(module, content, limits)
    return wrong.value.why


def test_content_goes_in_and_the_answer_comes_back(program: Program) -> None:
    assert b"olleh" == confined(program("return content[::-1]"), b"hello", ROOMY)
    assert b"3000000" == confined(program("return str(len(content)).encode()"), bytes(3_000_000), ROOMY)


def test_a_program_works_on_what_was_sent_before_it_gets_the_rest(tmp_path: Path, program: Program) -> None:
    module, done = program("pass"), tmp_path / "done"
    read = f"first = content.readline(); open({str(done)!r}, 'wb').write(first); return first + content.read()"
    (tmp_path / f"{module}.py").write_text(
        f"{HEAD}def task(content):\n    {read}\nwork_on(task)\n".replace(" work", " work_on", 1)
    )
    with SecondProgram(module, ROOMY) as started:
        started.send(b"one\n")
        while not done.exists() or not done.read_bytes():
            time.sleep(0.01)
        assert b"one\ntwo" == started.answer(b"two")


def test_a_program_that_has_ended_takes_nothing_more(program: Program) -> None:
    with SecondProgram(program("pass") + "_which_is_not_there", ROOMY) as started:
        for _ in range(2):
            started.send(bytes(1_000_000))
        with pytest.raises(LimitError, match="failed"):
            started.answer(b"")


def test_a_program_that_waits_is_ended_by_the_clock(program: Program) -> None:
    began = time.monotonic()
    assert "time" == ends(program("time.sleep(600)"), Limits(3, 30, 512_000_000, 100))
    assert time.monotonic() - began < 30


def test_one_that_works_or_grows_without_end_is_ended_by_the_system(program: Program) -> None:
    assert "time" == ends(program("while True: pass"), Limits(120, 1, 512_000_000, 100))
    assert "memory" == ends(program("return b'x' * 3_000_000_000"), ROOMY)


def test_one_that_says_too_much_or_dies(program: Program) -> None:
    assert "output" == ends(program("return b'x' * 3_000_000"), ROOMY)
    assert "failed" == ends(program("raise ValueError"), ROOMY)
    assert "failed" == ends(program("os._exit(7)"), ROOMY, bytes(3_000_000))


def test_the_folder_that_somebody_is_in_is_no_part_of_it(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = program("import json; return json.dumps(1).encode()")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "json.py").write_text("raise SystemExit('a stranger')")
    monkeypatch.chdir(tmp_path / "here")
    assert b"1" == confined(module, b"", ROOMY)


def test_the_program_that_reads_a_sheet_begins_with_its_reader_only() -> None:
    """A team's thirty sheets are thirty such programs: what they do not need would be waited for thirty times."""
    ours = "print(*sorted(name for name in sys.modules if name.startswith('hustings.')))"
    code = f"import sys, hustings.report.paper.form_reader; {ours}"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found = [name.removeprefix("hustings.report") for name in ran.stdout.split()]
    needed = ["", ".limited_program", ".paper", ".paper.pdf_text", "hustings.frozen_records", "hustings.text"]
    assert needed == sorted(set(found) - {".paper.form_reader"})
