"""The benchmarks still run and still measure what they say; how long things take is not judged here."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import bench, inside, keys, portfolio, room
from benchmarks.figures import Count, Figure, against, ratio, running
from hustings.casefile import open_case

pytestmark = pytest.mark.slow


def test_starting_is_measured_beside_a_python_that_does_nothing() -> None:
    figures = list(bench.starting(runs=1))
    names = ["python -c pass (base)", "hustings --version", "hustings --help", "hustings score --help"]
    assert names == [figure.name for figure in figures]
    assert [None, 2.0, 2.0, 16.0] == [figure.limit for figure in figures]
    assert all(figure.seconds > 0 for figure in figures)


def test_the_first_page_is_measured_beside_it_too() -> None:
    figures = list(bench.opening_pages(runs=1))
    assert [25.0, 250.0] == [figure.limit for figure in figures]
    assert all(figure.seconds > 0 for figure in figures)


def test_work_inside_is_measured() -> None:
    figures = [*inside.thinking(1), *inside.saving(1), *inside.opening(1)]
    assert 16 == len(figures)
    assert all(figure.seconds > 0 for figure in figures)


def test_the_rubric_as_sql_is_measured_beside_a_bare_scan() -> None:
    *figures, memory = portfolio.portfolio(rows=200)
    seconds = [figure.seconds for figure in figures if isinstance(figure, Figure)]
    assert [one / seconds[0] for one in seconds] == [figure.ratio for figure in figures if isinstance(figure, Figure)]
    assert [True] * 4 == [one > 0 for one in seconds]
    assert memory.kept


def test_every_key_that_is_timed_puts_an_answer_on_disk(tmp_path: Path) -> None:
    case = keys.begun(tmp_path)
    before = answered(case)
    taken = keys.steps(case, 3)
    assert 3 == sum(step.asked for step in taken)
    assert before + 3 == answered(case)
    assert all(0 < step.seconds < keys.LONG for step in taken)


def test_an_echo_comes_back() -> None:
    assert 2 == sum(0 < taken < keys.LONG for taken in keys.echo_times(2))


def test_a_browser_prints_the_same_page(tmp_path: Path) -> None:
    (tmp_path / "sample-campaign.html").write_text("<!doctype html><title>t</title><p>a</p>")
    running(bench.chromium(tmp_path))()
    assert (tmp_path / "browser.pdf").read_bytes().startswith(b"%PDF-")


def test_a_batch_is_measured_on_one_core_and_on_all() -> None:
    one, every = bench.batch(1, 2, "--markdown")
    assert ("2 reports on one core (base)", "2 reports on all cores") == (one.name, every.name)
    assert min(one.seconds, every.seconds) > 0


def test_a_ratio_is_the_middle_of_the_single_ratios() -> None:
    assert 2.0 == ratio([2.0, 30.0, 4.0], [1.0, 3.0, 4.0])


def test_limits_are_judged_in_their_own_unit() -> None:
    assert Figure("a", 0.049, limit=50, limit_unit="ms").kept
    assert not Figure("a", 0.051, limit=50, limit_unit="ms").kept
    assert not Figure("a", 5.1, limit=5, limit_unit="s").kept
    assert against("a", [3.5], [1.0], 3.5).kept
    assert not against("a", [3.6], [1.0], 3.5).kept
    assert Figure("told only", 99).kept


def test_a_line_of_the_table() -> None:
    shown = " ".join(str(Figure("hustings demo", 5.25, 350, 5, "s")).split())
    assert "hustings demo 5.25 s 350.00 x 5 s OVER" == shown


def answered(case: Path) -> int:
    with open_case(case, write=False) as file:
        return len(file.events(file.latest().id))


def test_a_workshop_is_measured_and_loses_no_vote() -> None:
    figures = list(room.workshop(people=10, within=0.1))
    counts = {figure.name: figure.number for figure in figures if isinstance(figure, Count)}
    (lost,) = [number for name, number in counts.items() if name.startswith("votes lost, of ")]
    assert 0 == lost
    assert {1.0, 200.0, 300.0, None} == {figure.limit for figure in figures if isinstance(figure, Figure)}
    assert all(figure.seconds > 0 for figure in figures if isinstance(figure, Figure))


def test_what_is_no_time_is_judged_too() -> None:
    assert Count("lost", 0, "", 0).kept
    assert not Count("lost", 1, "", 0).kept
    assert "memory 46 MB" == " ".join(str(Count("memory", 46, "MB")).split())
    assert "lost 1 0 OVER" == " ".join(str(Count("lost", 1, "", 0)).split())


def test_the_largest_process_is_measured_once_one_has_ended() -> None:
    list(bench.starting(runs=1))
    assert 5 < bench.largest_child() < 10_000
