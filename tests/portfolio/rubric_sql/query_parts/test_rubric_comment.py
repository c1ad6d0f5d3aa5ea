"""A comment names the file and the line of a rubric, and nothing in a name ends the comment."""

from __future__ import annotations

from dataclasses import replace

from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at
from hustings.problems import Place
from support.small_packs import control, exposure, made


def test_the_file_inside_its_pack_and_the_line() -> None:
    pack = replace(made(control("a"), exposure("x")), place=Place("/packs/ours/questionnaire.yaml", 2))
    assert "rubric/privacy.yaml:18" == written_at(pack, Place("/packs/ours/rubric/privacy.yaml", 18, 5))
    assert "other.yaml:3" == written_at(pack, Place("/elsewhere/other.yaml", 3))


def test_a_hostile_name() -> None:
    pack = made(control("a"), exposure("x"))
    assert "___drop_x.yaml:3" == written_at(pack, Place("*/;drop x.yaml", 3)).replace("/", "_")
