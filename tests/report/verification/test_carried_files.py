"""What a report carries beside its assessment."""

from __future__ import annotations

import json
from dataclasses import replace

from hustings.messages import Words, speaking
from hustings.pack.versions.pack_archive import archive
from hustings.report.verification.carried_files import PACK, PRINTED, carried_files
from support.report import town
from support.scoring import mini


def test_the_pack_as_a_case_file_keeps_it_and_how_the_report_was_printed() -> None:
    with speaking(Words("es", "es")):
        pack, printed = carried_files(town(), paper="a4", sample=False, shipped_theme=True)
    assert (PACK, archive(town().files)) == (pack.name, pack.content)
    said = json.loads(printed.content)
    assert (PRINTED, "es", "a4", False, True) == (
        printed.name, said["language"], said["paper"], said["sample"], said["shipped_theme"],
    )  # fmt: skip


def test_a_pack_that_cannot_be_kept_is_left_out() -> None:
    too_large = replace(town(), files={"questionnaire.yaml": "x" * 8_000_001})
    for pack in (too_large, replace(mini(), files={})):
        assert [PRINTED] == [one.name for one in carried_files(pack, paper="a4", sample=False, shipped_theme=True)]
