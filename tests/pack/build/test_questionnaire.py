"""A questionnaire from its shapes: sections, questions, choices and ladders."""

from __future__ import annotations

from fractions import Fraction

from hustings.pack.conditions import AllOf, Contains, OneOf
from hustings.pack.loader import read_texts
from hustings.pack.questionnaire import Choice, Follows
from hustings.problems import Place
from support.pack import ABOUT, BASE, base


def test_a_pack_holds_what_was_written() -> None:
    pack = read_texts(BASE)
    label, drill, staff = pack.questions["label"], pack.questions["drill"], pack.questions["staff"]
    assert ("base", "1.0.0", "en", "2026-11-23") == (pack.id, pack.version, pack.language, pack.as_of)
    assert ["about", "fakes"] == [section.id for section in pack.questionnaire.sections]
    assert AllOf((OneOf("uses_ai", ("yes",), 0), Contains("channels", "texts", 28))) == label.when
    assert Follows("plan", "fully") == drill.follows
    assert (Fraction(0), Fraction(500), "people") == (staff.lowest, staff.highest, staff.unit)
    assert (Choice("no", "No"), Choice("yes", "Yes")) == drill.choices
    assert ("called", "ballots", "") == (pack.questionnaire.name, pack.questionnaire.clock, pack.questionnaire.election)
    assert Place("sections/fakes.yaml", 8, 5) == label.place


def test_parts_may_stand_in_the_file_itself() -> None:
    inline = "".join(f"    {row}\n" for row in ABOUT.splitlines()).replace("    ", "  - ", 1)
    pack = read_texts(base(("  - about\n", inline), without=("sections/about.yaml",)))
    assert read_texts(BASE).questions.keys() == pack.questions.keys()
