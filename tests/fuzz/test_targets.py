"""Each target for some seconds, always with the same inputs: nothing is found in them any more.

`make fuzz` goes on with other inputs, a minute for each target.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from random import Random

import pytest

import hustings
from fuzz import run as running
from fuzz import targets
from fuzz.run import main, run
from hustings.problems import InputError
from support.deep import some

pytestmark = pytest.mark.slow

EXAMPLES = {
    "case_file": 12, "case_opened": 120, "pack": 60, "answers": 150, "language": 25, "roster": 300, "worksheet": 40,
    "page": 150, "catalog": 100, "report": 15, "report_file": 12, "word_report": 8, "brand": 300, "logo": 150,
    "style": 100, "mailed_answers": 150, "benchmarks": 200, "case_in_portfolio": 60, "tables": 8, "message": 15,
    "stored_standings": 30,
}  # fmt: skip
"""On every day a third of them."""
READERS = {
    "casefile/untrusted/integrity.py": "case_file",
    "cli/portfolio/read_campaign.py": "case_in_portfolio",
    "cli/verbs/translate.py": "catalog",
    "cli/workshop/roster_input.py": "roster",
    "pack/versions/pack_archive.py": "case_file",
    "pack/source/answers_file.py": "answers",
    "pack/source/pack_files.py": "pack",
    "pack/source/yaml_source.py": "pack",
    "pack/translation/po_file.py": "catalog",
    "pack/translation/translated_pack.py": "language",
    "portfolio/figures/stored_standings.py": "stored_standings",
    "portfolio/scored_portfolio.py": "tables",
    "portfolio/tables/stored_tables.py": "tables",
    "report/brand/brand_file.py": "brand",
    "report/brand/logo_program.py": "logo",
    "report/benchmark_file.py": "benchmarks",
    "report/verification/carried_report.py": "report",
    "report/verification/pdf_contents.py": "report_file",
    "report/verification/docx_contents.py": "word_report",
    "report/paper/filled_form.py": "worksheet",
    "report/paper/form_reader.py": "worksheet",
    "report/paper/returned_answers.py": "mailed_answers",
    "report/render/themes/page_check.py": "page",
    "report/render/themes/theme.py": "style",
    "report/signature/signature_program.py": "report_file",
    "workshop/web/endpoints.py": "worksheet",
    "workshop/web/json_messages.py": "message",
}
"""The modules that read what comes from somebody else, with the target that tries them."""
OWN = {
    "cli/batch/batch_program.py": "its input is written by this program",
    "cli/cases/pack_store.py": "a cache in a folder that only the user can write to",
    "cli/cases/signing_key.py": "the user's own key",
    "cli/portfolio/build.py": "the user's own secret",
    "cli/remembered_name.py": "the user's own name",
    "kit/kit_folder.py": "hashes of files; what is no map of texts counts as none",
    "pack/schema/json_schema.py": "it writes",
    "portfolio/benchmarks/released_file.py": "what the user released before",
    "portfolio/tables/sorted_rows.py": "its input is written by this program",
    "report/render/print_program.py": "its input is written by this program",
    "report/render/themes/theme_program.py": "its input is written by this program; what it prints is tried as pages",
}
"""Those that read only what is ours, or this user's own, with the reason."""
OPENS = re.compile(
    r"\bcontent_of\(|__name__ == .__main__.|\bread_yaml\(|\bread_parquet\(|\bbody_of\(request|\bread_po\("
)
SOURCE = Path(hustings.__file__).parent


@pytest.mark.parametrize("target", targets.TARGETS)
def test_nothing_is_found(target: str) -> None:
    examples = some(range(EXAMPLES[target]), 3)
    found = run(target, 1, iter(examples))
    assert found.clean, "\n".join(found.lines())
    assert len(examples) == found.examples


def test_most_changed_case_files_get_past_the_door(tmp_path: Path) -> None:
    """Otherwise nothing behind it would be tried."""
    opened = 0
    for number in range(60):
        try:
            targets.case_opened_or_refused(Random(number), tmp_path)  # noqa: S311 - no secret
        except InputError:
            continue
        opened += 1
    assert 12 < opened < 60


def test_everything_that_reads_a_file_has_a_target_or_a_reason() -> None:
    """A new reader gets a target of its own; what is read of the answers of our own programs is in none of them."""
    found = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if OPENS.search(path.read_text(encoding="utf-8")) and path.name != "file_input.py"
    }
    assert set() == found - READERS.keys() - OWN.keys()
    assert set() == {name for name in (*READERS, *OWN) if not (SOURCE / name).is_file()}
    assert set() == set(READERS.values()) - targets.TARGETS.keys()


@pytest.mark.parametrize("number", [15330, 16743])
def test_what_one_file_held_stops_no_portfolio(number: int) -> None:
    """A number beside “we don't know”, and half a letter: both ended the build of all tables."""
    found = run("case_in_portfolio", 301118, iter([number]))
    assert found.clean, "\n".join(found.lines())


def faulty(draw: Random, _folder: Path) -> None:
    if draw.random() < 0.5:
        raise KeyError("gone")


def endless(_draw: Random, _folder: Path) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        sum(range(1000))


def test_what_is_found_is_told_with_how_to_run_it_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(targets.TARGETS, "faulty", faulty)
    monkeypatch.setitem(targets.TARGETS, "endless", endless)
    monkeypatch.setattr(running, "TOO_LONG", 0.2)
    assert 1 == main(["--seed", "7", "--examples", "40", "faulty"])
    told = capsys.readouterr().out
    again = next(line.split(" times: ")[1] for line in told.splitlines() if " times: " in line)
    assert "KeyError: 'gone'" in told
    assert 1 == main(again.split())
    assert "1 examples, 1 tracebacks" in capsys.readouterr().out
    assert 1 == main(["--seed", "7", "--examples", "1", "endless"])
    assert "hang: --seed 7 --only 0 endless" in capsys.readouterr().out
