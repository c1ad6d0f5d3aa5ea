"""What waits for whom, as it is printed."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.history.waiting import waiting
from hustings.answers.history.waiting_lines import waiting_lines
from hustings.pack.questionnaire import Role
from support.small_packs import DONT_KNOW, answers, control, exposure, made


def test_a_line_for_each_role_and_its_sheet() -> None:
    found = made(exposure("x"), control("a"), control("b"), control("c"), a={"role": "data"}, b={"role": "data"})
    pack = replace(found, questionnaire=replace(found.questionnaire, roles=(Role("data", "Data lead"),)))
    waits = tuple(waiting(pack, answers(x="some", b=DONT_KNOW, c=DONT_KNOW)))
    assert [
        "What waits for whom:",
        "  Data lead: 1 question to answer and 1 answer to find out, about 1 minute.",
        "    the sheet of data",
        "  Anybody: 1 answer to find out, about 1 minute.",
    ] == list(waiting_lines(pack, waits, "the sheet of {}".format))
    asked_only = tuple(waiting(pack, answers(x="some", c=DONT_KNOW)))
    assert "  Data lead: 2 questions to answer, about 1 minute." in list(waiting_lines(pack, asked_only, str))
    assert ["Nothing waits for anybody."] == list(waiting_lines(pack, (), str))
