"""A stranger's benchmarks: the nearest group, held against its shape, and nothing of its texts printed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hustings.answers.events import Answer, State
from hustings.problems import InputError
from hustings.report.benchmark_file import AGAIN, Comparable, comparable_from, others_say, read_benchmark
from support.campaign_ai import pack

GROUP = {
    "office": "local",
    "size": "some",
    "campaigns": 15,
    "index": [48, 55, 63],
    "areas": {"governance": [1, 2, 3], "privacy": [40, 50, 60]},
}
ALL = {**GROUP, "office": None, "size": None, "campaigns": 500}
ANSWERS = {name: Answer(State.ANSWERED, value) for name, value in (("office", "local"), ("team_size", "some"))}


def written(folder: Path, **changes: Any) -> Path:
    path = folder / "b.json"
    whole = {"format": "hustings-benchmarks", "format_version": 1, "pack": "campaign-ai", "invented": False}
    path.write_text(json.dumps({**whole, "groups": [ALL, GROUP], **changes}))
    return path


def refused(path: Path, answers: Mapping[str, Answer] = ANSWERS) -> str:
    with pytest.raises(InputError) as wrong:
        read_benchmark(path, pack(), answers)
    return str(wrong.value)


def test_the_nearest_group_in_the_words_of_the_pack(tmp_path: Path) -> None:
    found = read_benchmark(written(tmp_path), pack(), ANSWERS)
    said = (
        "Half of comparable campaigns are between 48 and 63. They are at least 15: A city, county or council seat; "
        "Four to ten. Data privacy: 40 to 60 %. Governance: 1 to 3 %. "
        "This is what others do, not what is enough: what is enough, this "
        "report says by the campaign's own risks."
    )
    assert said == others_say(pack(), found)
    assert found == comparable_from(json.loads(json.dumps(found.json())))
    every = read_benchmark(written(tmp_path, invented=True), pack(), {})
    said = others_say(pack(), every)
    assert said.startswith("These campaigns are invented. Half of comparable campaigns")
    assert "They are at least 500: all offices and sizes." in said


def test_a_group_of_another_pack_says_nothing_of_its_own() -> None:
    found = Comparable("<b>", "x", 5, (1, 2, 3), (("elsewhere", (1, 2, 3)),))
    assert "all offices and sizes. This is" in others_say(pack(), found)


def test_files_that_are_refused(tmp_path: Path) -> None:
    assert (
        "b.json is about another pack: other.\n  Campaigns are comparable only where they were asked the same."
        == refused(written(tmp_path, pack="other"))
    )
    assert refused(written(tmp_path, groups=[GROUP]), {}).startswith(
        "b.json has no group that this campaign belongs to."
    )
    assert "none.json: It cannot be read" in refused(tmp_path / "none.json")
    (tmp_path / "deep.json").write_text("[" * 100_000)
    assert f"deep.json holds no benchmarks.\n  {AGAIN}" == refused(tmp_path / "deep.json")


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "x"},
        {"pack": "a b"},
        {"invented": 1},
        {"groups": {}},
        {"groups": [1]},
        {"groups": [{**GROUP, "campaigns": 4}]},
        {"groups": [{**GROUP, "campaigns": True}]},
        {"groups": [{**GROUP, "index": [63, 55, 48]}]},
        {"groups": [{**GROUP, "index": [0, 55, 101]}]},
        {"groups": [{**GROUP, "index": [1.5, 2, 3]}]},
        {"groups": [{**GROUP, "office": "<script>"}]},
        {"groups": [{**GROUP, "areas": {"a\nb": [1, 2, 3]}}]},
        {"groups": [GROUP] * 5001},
    ],
)
def test_what_has_not_the_shape_of_benchmarks(tmp_path: Path, changes: dict[str, Any]) -> None:
    assert f"b.json holds no benchmarks.\n  {AGAIN}" == refused(written(tmp_path, **changes))
