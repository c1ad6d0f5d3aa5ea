"""Packs at their limits, by the verbs: controls that wait for each other, and as many questions as a pack may ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import Ran, hustings
from support.cost import used
from support.deep import DEEP, some
from support.pack import base
from support.warm import COMMAND

pytestmark = pytest.mark.slow
ANSWERS = "pack: base\nanswers:\n  called: Rivera\n  ballots: 2027-05-04\n"
MOST = 1000
OTHERS = 13
"""Questions of the small pack itself."""


def laid(folder: Path, count: int, *, waiting: bool) -> Path:
    """The small pack with so many more questions, each a control; each requires the one before, or none does."""
    asked = "".join(f"  - {{id: c{n}, type: select_one, text: Is it so?, ladder: practice}}\n" for n in range(count))
    judged = "".join(
        f"  - {{question: c{n}, weight: 1, scale: maturity, finding: It is not so."
        f"{f', requires: [c{n - 1} >= partly]' if waiting and n else ''}}}\n"
        for n in range(count)
    )
    for name, text in base(without=("cases.yaml",)).items():
        place = folder / "pack" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        found = text.replace("  - {id: hours,", f"{asked}  - {{id: hours,")
        place.write_text(
            found.replace("gates:\n  - {id: labels", f"{judged}gates:\n  - {{id: labels"), encoding="utf-8"
        )
    told = "".join(f"  c{n}: {('none', 'partly', 'fully')[n % 3]}\n" for n in range(count))
    (folder / "answers.yaml").write_text(ANSWERS + told, encoding="utf-8")
    return folder


def done(folder: Path, *words: str) -> Ran:
    return hustings(*words, "--pack", "./pack", cwd=folder)


def test_fifty_controls_may_require_each_other_and_no_more(tmp_path: Path) -> None:
    fifty = laid(tmp_path / "fifty", 50, waiting=True)
    for words in (
        ("interview", "rivera", "--answers", "answers.yaml"),
        ("explain", "rivera", "c49"),
        ("report", "rivera", "--html"),
        ("workshop", "guide", "rivera"),
    ):
        assert (0, "") == ((ran := done(fifty, *words)).code, ran.err), ran
    for count, name in ((51, "c50"), (980, "c50")):
        ran = hustings("check", "./pack", cwd=laid(tmp_path / str(count), count, waiting=True))
        assert (1, True) == (ran.code, f"`{name}` stands at the end of a chain of more than 50" in ran.out), ran


def memory(folder: Path, *words: str) -> tuple[int, int]:
    """The exit code of a verb, a report as PDF if none is named, and the most memory that it took, in MB."""
    took = used(folder, [str(COMMAND), *(words or ("report", "rivera")), "--pack", "./pack"])
    return took.code, took.memory


def test_a_large_report_is_printed_within_400_mb(tmp_path: Path) -> None:
    """With its whole ledger it took 560 MB. About 850 controls are the most since findings stand in a table.

    It grows evenly, so that a third of them may take less: 200 MB at most, where 750 may take 400.
    """
    count, allowed = (750, 400) if DEEP else (250, 200)
    folder = laid(tmp_path, count, waiting=False)
    assert (0, "") == ((ran := done(folder, "interview", "rivera", "--answers", "answers.yaml")).code, ran.err), ran
    code, most = memory(folder)
    assert (0, True) == (code, most < allowed), most


def test_a_thousand_questions_are_a_page(tmp_path: Path) -> None:
    """Its tree is within what a page may hold; with the longest texts a pack is refused before (test_read.py)."""
    folder = laid(tmp_path, MOST - OTHERS, waiting=False)
    for words in (("interview", "rivera", "--answers", "answers.yaml"), ("report", "rivera", "--html")):
        assert (0, "") == ((ran := done(folder, *words)).code, ran.err), ran
    page = (folder / "rivera.html").read_text(encoding="utf-8")
    assert page.count("Is it so?") >= MOST - OTHERS
    assert "not printed here" not in page


def test_texts_without_end_are_refused_in_words_before_they_are_laid_out(tmp_path: Path) -> None:
    """Two hundred notes of as many lines as letters allow took 765 MB and a minute."""
    folder = laid(tmp_path, 200, waiting=False)
    answers = folder / "answers.yaml"
    note = "a\\n" * 240 + "b"
    told = answers.read_text(encoding="utf-8")
    for state in ("none", "partly", "fully"):
        told = told.replace(f": {state}\n", f': {{value: {state}, note: "{note}"}}\n')
    answers.write_text(told, encoding="utf-8")
    assert (0, "") == ((ran := done(folder, "interview", "rivera", "--answers", "answers.yaml")).code, ran.err), ran
    ran = done(folder, "report", "rivera")
    assert (1, True) == (ran.code, ran.err.startswith("There is too much to print: about 5")), ran
    assert (1, True) == ((most := memory(folder))[0], most[1] < 200), most


def test_worksheets_are_written_within_the_same_bounds_or_refused_in_words(tmp_path: Path) -> None:
    """987 open questions of one role took 404 MB and 26 s of work."""
    folder = laid(tmp_path, MOST - OTHERS, waiting=False)
    asked = folder / "pack" / "sections" / "fakes.yaml"
    asked.write_text(asked.read_text(encoding="utf-8").replace("so?, ", "so?, role: comms, "), encoding="utf-8")
    (folder / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    assert (0, "") == ((ran := done(folder, "interview", "rivera", "--answers", "answers.yaml")).code, ran.err), ran
    said = (
        (
            "en",
            "There is too much to print: about 1",
            "Make the texts of the pack shorter, or ask fewer questions: an edition asks fewer.",
        ),
        (
            "es",
            "Hay demasiado que imprimir: unas 1",
            "Acorte los textos del paquete o haga menos preguntas: una edición hace menos.",
        ),
    )
    for language, what, hint in some(said, 2):
        ran = done(folder, "--lang", language, "workshop", "worksheets", "rivera")
        assert (1, True) == (ran.code, ran.err.startswith(what)), ran
        assert hint in " ".join(ran.err.split()), ran
    assert not (folder / "rivera-worksheets").exists()
    code, most = memory(folder, "workshop", "guide", "rivera")
    assert (0, True) == (code, most < 200), most
