"""The next questions as JSON."""

from __future__ import annotations

from hustings.report.export.next_json import next_json
from hustings.scoring.plan.questions.next_question import ranking
from hustings.scoring.plan.questions.stop_rule import stop_rule
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW


def test_e5_as_json() -> None:
    result = score(mini(), e1(f_c1=DONT_KNOW, p_c3=DONT_KNOW, g_c2=DONT_KNOW))
    ranked = ranking(result)
    told = next_json(stop_rule(result, ranked), ranked)
    assert {"exact": "9/16", "decimal": 0.5625} == told["probability"]
    assert (False, None, 3) == (told["may_stop"], told["why"], told["open"])
    assert ["0.4166", "0.2386", "0.0852"] == [f"{one['bits']:.4f}" for one in told["questions"]]
