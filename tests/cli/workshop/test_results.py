"""Counts and decisions as files: by a verb after the workshop, on the console while it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.workshop.results import FILES, results
from support.browser import PLAN, guest
from support.cli import run_verb
from support.server import serving, town_words
from support.workshop_case import PEOPLE, case_with_workshop

ONE = "counts.csv"


def test_the_files_are_beside_the_case_and_edited_ones_are_kept(tmp_path: Path) -> None:
    case = case_with_workshop(tmp_path)
    assert "decisions.docx" in run_verb(results, case, "--pack", "tests/packs/town")
    folder = tmp_path / "rivera-workshop"
    assert sorted(FILES) == sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    assert not [name for name in PEOPLE if name.encode() in content]
    (folder / ONE).write_text("mine")
    assert "Kept, because they were edited: counts.csv." in run_verb(results, case, "--pack", "tests/packs/town")
    assert "mine" == (folder / ONE).read_text()


@pytest.mark.slow
def test_the_console_takes_them_while_a_vote_is_open_and_nobody_else_does(tmp_path: Path) -> None:
    with serving(tmp_path, *town_words()) as served:
        console, phone = guest(served, secret=served.secret()), guest(served, code=served.code, name="Bo")
        assert console.post("/api/act", json={"act": "open", "question": PLAN}).is_success
        vote = {"question": PLAN, "round": 1, "pick": "fully", "tap": "1"}
        assert phone.post("/api/vote", json=vote).is_success
        said = console.get(f"/api/results/{ONE}")
        assert (200, f'attachment; filename="{ONE}"') == (said.status_code, said.headers["content-disposition"])
        assert PLAN not in said.text
        assert b"PK" == console.get("/api/results/workshop.xlsx").content[:2]
        assert 404 == console.get("/api/results/rivera.hustings").status_code
        assert 403 == phone.get(f"/api/results/{ONE}").status_code
        for client in (console, phone):
            client.close()
