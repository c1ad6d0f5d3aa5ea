"""Where a mistake stands, and which are not told because they only follow from another."""

from __future__ import annotations

from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.yaml_source import parse_yaml
from hustings.problems import NOWHERE, Place

TEXT = "domain: fakes\ngates:\n  - {id: g, needs: plan >= partly}\n"


def diagnostics() -> Diagnostics:
    return Diagnostics({"d.yaml": parse_yaml(TEXT, "d.yaml")})


def top() -> Place:
    place: Place = diagnostics().files["d.yaml"].data.place
    return place


def test_the_place_of_a_part_and_of_its_key() -> None:
    assert Place("d.yaml", 3, 20) == diagnostics().at(top(), "gates", 0, "needs")
    assert Place("d.yaml", 3, 13) == diagnostics().key(top(), "gates", 0, "needs")
    assert diagnostics().at(top(), "gates") == diagnostics().at(top(), "gates", "gone")
    assert NOWHERE == diagnostics().at(NOWHERE, "gates")


def test_a_mistake_comes_with_its_line_and_its_column_inside_a_condition() -> None:
    found = diagnostics()
    assert found.condition("plan >=", found.at(top(), "gates", 0, "needs")) is None
    (told,) = found.problems
    assert ("  - {id: g, needs: plan >= partly}", 3) == (told.source, told.place.line)
    assert Place("d.yaml", 3, 25) == found.inside(found.at(top(), "gates", 0, "needs"), "plan >= partly", 5)


def test_a_name_that_may_be_among_what_could_not_be_read_is_not_told() -> None:
    found = diagnostics()
    (told,) = found.unknown(top(), "question", "plam", ["plan"])
    assert ("no question is called `plam`", "Did you mean `plan`?") == (told.what, told.hint)
    found.miss("plam", ["plan"])
    assert {"plam", "plan"} == found.lost
    assert [] == [*found.unknown(top(), "question", "plan", []), *found.unknown(top(), "question", "plam", ["plan"])]
    found.blind.add("gate")
    assert [] == list(found.unknown(top(), "gate", "g2", []))


def test_what_is_cut_out_makes_a_mapping_unsound_and_the_whole_incomplete() -> None:
    found = diagnostics()
    assert found.complete
    assert found.sound(top(), "gates")
    found.cut.add(found.at(top(), "gates"))
    assert not found.complete
    assert not found.sound(top(), "gates")
    assert found.sound(top())


def test_a_level_is_asked_for_with_at_least() -> None:
    found = diagnostics()
    assert ("plan", "partly") == found.at_least("plan >= partly", top())
    assert ("", "") == found.at_least("plan == partly", top())
    assert ["`plan == partly` should be a control at a level"] == [told.what for told in found.problems]
