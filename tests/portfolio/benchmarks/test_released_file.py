"""What was published is remembered as it was; a damaged file, or one of another pack, is not gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.portfolio.benchmarks.benchmark_groups import entries
from hustings.portfolio.benchmarks.released_editions import next_edition
from hustings.portfolio.benchmarks.released_file import read_released, write_released
from hustings.problems import InputError
from support.standings import campaign


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "published.json"
    assert () == read_released(path, "p")
    placed = next_edition((), entries([campaign(f"k{n}", n) for n in range(6)]))
    write_released(path, "p", placed)
    assert placed == read_released(path, "p")
    with pytest.raises(InputError, match="remembers benchmarks of another pack, `p`"):
        read_released(path, "q")


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"pack": "p", "published": [[1]]}', '{"pack": "p", "published": 5}']
)
def test_a_damaged_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "published.json"
    path.write_text(content)
    with pytest.raises(InputError, match="does not hold what was published"):
        read_released(path, "p")
