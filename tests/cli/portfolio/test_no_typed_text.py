"""Nothing that somebody typed leaves a case file: a word planted in every text of a case is in no output.

Names of people and files, notes, evidence, reasons and titles; with `--with-names` the campaign's name alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest
from pypdf import PdfReader

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.casefile import open_case
from support.campaign_ai import pack as campaign_ai
from support.casefile import AT
from support.cli import case_with_sample, hustings

pytestmark = pytest.mark.slow

PLANTED = "Zqxplanted"
"""Each planted word begins with it; what follows says where it stood."""
NAME = f"{PLANTED}campaign"


def planted(answer: Answer) -> Answer:
    """The same answer with a note and evidence, and what does not apply with a reason."""
    reason = f"{PLANTED}reason" if answer.state is State.NA else ""
    shown = f"{PLANTED}evidence" if answer.state is State.ANSWERED else ""
    return replace(answer, note=f"{PLANTED}note", reason=reason, reference=shown, grade=1 if shown else 0)


def case_in(folder: Path) -> None:
    """A case with an earlier assessment, whose every text is planted, in a folder and a file of such names."""
    inside = folder / "cases" / f"{PLANTED}folder"
    inside.mkdir(parents=True)
    with open_case(case_with_sample(inside, f"{PLANTED}file")) as case:
        first, pack = case.latest(), campaign_ai()
        answers = replay(case.events(first.id))
        for assessment in (first, case.add_assessment(pack=pack, title=f"{PLANTED}title", by="x", at=AT)):
            log = case.log(assessment.id, f"{PLANTED}person")
            for question, answer in answers.items():
                said = replace(answer, value=NAME) if question == "campaign_name" else planted(answer)
                log.append(question, said)


TABLE = "portfolio.parquet"
BESIDE = ("--html", "--markdown", "--docx", "--xlsx", "--csv", "--json", "--parquet")
VERBS = (
    ("build", "cases", "--all"),
    ("report", TABLE, *BESIDE),
    ("plans", TABLE),
    ("plans", TABLE, "--xlsx", "week.xlsx", "--ics", "week.ics", "--days", "90"),
    ("score", TABLE),
    ("what-if", TABLE, "sign_in=fully", "--json"),
    ("what-if", TABLE, "sign_in=fully", "--sql", "duckdb"),
    ("compare-packs", TABLE, "campaign-ai", "campaign-ai"),
)
NAMED = (("build", "cases", "--with-names"), ("report", TABLE, "--out", "portfolio.xlsx", "--with-names"))


def said_and_written(folder: Path, verbs: Iterable[tuple[str, ...]]) -> str:
    """What verbs of a portfolio say, and what they write beside the cases."""
    told = list[str]()
    for verb in verbs:
        ran = hustings("portfolio", *verb, cwd=folder)
        assert 0 == ran.code, (verb, ran)
        told += [ran.out, ran.err]
    return "".join([*told, *(_text(path) for path in folder.iterdir() if path.is_file())])


def _text(path: Path) -> str:
    """All that a file holds, unpacked."""
    match path.suffix:
        case ".parquet":
            with duckdb.connect() as db:
                return "".join(map(str, db.execute("from read_parquet(?)", [str(path)]).fetchall()))
        case ".xlsx" | ".docx":
            with ZipFile(path) as packed:
                return "".join(packed.read(name).decode("latin-1") for name in packed.namelist())
        case ".pdf":
            return "".join(_of_pdf(PdfReader(path)))
        case _:
            return path.read_bytes().decode("latin-1")


def _of_pdf(read: PdfReader) -> Iterator[str]:
    yield str(read.metadata)
    yield from (page.extract_text() for page in read.pages)


def found(told: str) -> set[str]:
    """The planted words in a text, told apart by what follows."""
    folded = told.casefold()
    kinds = ("campaign", "note", "reason", "evidence", "person", "title", "file", "folder", "")
    return {kind for kind in kinds if f"{PLANTED}{kind}".casefold() in folded}


def test_nothing_that_was_typed_is_in_any_output_unless_names_are_asked_for(tmp_path: Path) -> None:
    case_in(tmp_path)
    assert set() == found(said_and_written(tmp_path, VERBS))
    assert {"campaign", ""} == found(said_and_written(tmp_path, NAMED)), "the search finds what is there"
