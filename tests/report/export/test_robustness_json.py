"""Robustness to weights as JSON."""

from __future__ import annotations

from hustings.report.export.robustness_json import robustness_json
from hustings.scoring.robustness.band_robustness import robustness
from hustings.scoring.score import score
from support.scoring import e1, mini


def test_e1_as_json() -> None:
    told = robustness_json(robustness(score(mini(), e1())))
    assert ("depends_on_weights", 2000, 38) == (told["word"], told["weights"]["draws"], told["tried"])
    first = {key: told["flips"][0][key] for key in ("subject", "name", "index", "band")}
    assert {
        "subject": "domain", "name": "p", "index": {"exact": "175/3", "decimal": 58.333333}, "band": "exposed",
    } == first  # fmt: skip
