"""A rubric from its shapes: weights, values, gates and the defaults of the method."""

from __future__ import annotations

from fractions import Fraction

from hustings.pack.conditions import Comparison
from hustings.pack.item_values import Checklist, Need, OptionValues, Points, WorstOf
from hustings.pack.loader import read_texts
from support.pack import BASE, base


def test_a_rubric_holds_what_was_written() -> None:
    pack = read_texts(BASE)
    items, [index_gate, domain_gate] = pack.items, pack.rubric.gates
    maturity = OptionValues((("none", Fraction(0)), ("partly", Fraction(3, 10)), ("fully", Fraction(1))))
    assert maturity == items["plan"].values
    assert OptionValues((("no", Fraction(0)), ("yes", Fraction(1)))) == items["drill"].values
    assert Checklist((("names", Fraction(1)), ("phones", Fraction(2)))) == items["rules"].values
    assert Points(((Fraction(1), Fraction(1)), (Fraction(24), Fraction(0)))) == items["hours"].values
    assert Fraction(18, 23) == items["hours"].target
    assert (Need("plan", "partly", Fraction(3, 10)),) == items["drill"].requires
    assert ("index", Fraction(59), "fakes", Fraction(1, 2)) == (
        index_gate.scope, index_gate.cap, domain_gate.scope, domain_gate.cap,
    )  # fmt: skip
    assert Comparison("audio", ">=", "much", 0) == index_gate.when
    assert (Need("drill", "yes", Fraction(1)),) == pack.rubric.actions[1].raises
    assert "low" == pack.rubric.band(Fraction(5999, 100)).id
    assert "high" == pack.rubric.band(Fraction(60)).id
    assert ["control", "exposure"] == sorted({item.kind for item in pack.rubric.domains[0].items})
    assert ("F-A01", ("write",)) == (pack.sources[0].id, pack.cases[0].actions)


def test_defaults_are_those_of_the_method() -> None:
    judgements, plan = read_texts(BASE).rubric.judgements, read_texts(BASE).items["plan"]
    assert (("critical", Fraction(1)), ("major", Fraction(7, 10)), ("minor", Fraction(2, 5))) == judgements.importance
    assert (Fraction(0), Fraction(1, 3), Fraction(2, 3), Fraction(1)) == judgements.evidence_kappa
    assert (Fraction(3, 10), Fraction(7, 10), Fraction(1), Fraction(1)) == judgements.evidence_cap
    assert ("major", Fraction(7, 10)) == (plan.importance, plan.target)


def test_a_critical_control_is_good_enough_at_1() -> None:
    changed = base(("finding: No plan.", "finding: No plan., importance: critical"))
    assert Fraction(1) == read_texts(changed).items["plan"].target


def test_the_worst_one_ticked_can_count() -> None:
    values = "{question: channels, weight: 1, worst_of: {doors: 0.2, texts: 1}}"
    changed = base(("  - {question: minutes_online, weight: 1, points: [[0, 0], [60, 1]]}", f"  - {values}"))
    assert WorstOf((("doors", Fraction(1, 5)), ("texts", Fraction(1)))) == read_texts(changed).items["channels"].values
