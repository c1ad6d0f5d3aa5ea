"""`hustings agree`: two case files of one campaign, or two assessments of one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.pack.loader import read_pack
from support.casefile import AT, pack
from support.cli import ROOT, case_with_sample, hustings, refused

pytestmark = pytest.mark.slow

QUICK = "answers:\n  campaign_name: Other\n  first_ballots: 2027-03-02\n  sign_in: fully\n"
PACK = str(ROOT / "tests" / "packs" / "mini")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two people's files of one campaign, in a folder."""
    for name, who, first in (("anna", "Anna", "none"), ("ben", "\x1b[31mBen", "largely")):
        path = tmp_path / f"{name}.hustings"
        with create(path, pack=read_pack(Path(PACK)), by=who, at=AT) as case:
            log = case.log("a1", who)
            answers = {**dict.fromkeys(("p_c2", "p_c3", "f_c1", "f_c2", "g_c1"), "partly"), "p_c1": first}
            log.append_all([(name, Answer(State.ANSWERED, value)) for name, value in answers.items()], source="file")
    return tmp_path


def test_two_files(two: Path) -> None:
    before = {path: path.read_bytes() for path in two.iterdir()}
    ran = hustings("agree", "anna", "ben", "--pack", PACK, cwd=two)
    assert (0, "") == (ran.code, ran.err)
    lines = ran.out.splitlines()
    assert "A: anna.hustings, “baseline”, begun on 24 November 2026 by Anna" == lines[0]
    assert "B: ben.hustings, “baseline”, begun on 24 November 2026 by [31mBen" == lines[2]
    assert "To 6 questions both of you know the answer; to 5 of them it is the same (83.3 %)." == lines[5]
    assert "With the answer of B, A meets “Privacy first”." in ran.out
    assert before == {path: path.read_bytes() for path in two.iterdir()}


def test_as_json_and_in_spanish(two: Path) -> None:
    told = json.loads(hustings("agree", "anna", "ben", "--pack", PACK, "--json", cwd=two).out)
    assert ("hustings-agreement", ["p_c1"]) == (told["format"], [one["question"] for one in told["different"]])
    assert ["anna.hustings", "ben.hustings"] == [one["file"] for one in told["assessments"]]
    assert "Difieren en 1 pregunta" in hustings("agree", "anna", "ben", "--pack", PACK, "--lang", "es", cwd=two).out


def test_one_file_alone(two: Path) -> None:
    said = refused(two, "agree", "anna").splitlines()
    assert "anna.hustings holds one assessment; to agree or differ takes two." == said[0]
    assert said[1].startswith("  The other person answers in a file of their own: ")
    assert said[1].endswith("hustings interview anna-2.hustings")
    assert "anna.hustings holds one assessment" in refused(two, "agree", "anna", "./anna.hustings")


def test_two_assessments_of_one_file(two: Path) -> None:
    with open_case(two / "anna.hustings") as case:
        case.add_assessment(pack=read_pack(Path(PACK)), title="by Ben", by="Ben", at=AT)
        case.log("a2", "Ben").append("p_c1", Answer(State.ANSWERED, "fully"))
    assert (
        "Which two assessments of anna.hustings? Name them with --first and --second.\n"
        "  It has: “baseline” and “by Ben”.\n"
    ) == refused(two, "agree", "anna")
    ran = hustings("agree", "anna", "--first", "baseline", "--second", "by Ben", "--pack", PACK, cwd=two)
    assert (0, "") == (ran.code, ran.err)
    assert "B: anna.hustings, “by Ben”, begun on 24 November 2026 by Ben" in ran.out
    assert "Both are the same assessment" in refused(two, "agree", "anna", "--first", "a2", "--second", "by Ben")
    said = refused(two, "agree", "anna", "ben", "--first", "basline", "--pack", PACK)
    assert "anna.hustings has no assessment “basline”.\n  Did you mean `baseline`?\n" == said


def test_copies_of_one_file_agree_by_themselves(two: Path) -> None:
    copied = two / "copy.hustings"
    copied.write_bytes((two / "anna.hustings").read_bytes())
    assert (
        "anna.hustings and copy.hustings are copies of the same file: nothing can be compared.\n"
        "  Agreement needs two people who answered on their own, each from an empty file.\n"
    ) == refused(two, "agree", "anna", "copy", "--pack", PACK)
    with open_case(copied) as case:
        case.log("a1", "Ben").append("p_c1", Answer(State.ANSWERED, "fully"))
    ran = hustings("agree", "anna", "copy", "--pack", PACK, cwd=two)
    assert (0, True) == (ran.code, "copied from the other after 6 answers." in ran.err)


def test_two_packs(two: Path) -> None:
    create(two / "small.hustings", pack=pack(), by="Ann", at=AT).close()
    assert (
        "anna.hustings was answered with the pack `mini`, small.hustings with `small`: they ask different questions.\n"
        "  Compare two assessments that were made with the same pack.\n"
    ) == refused(two, "agree", "anna", "small", "--pack", PACK)


def test_another_campaign_and_another_edition(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    (tmp_path / "quick.yaml").write_text(QUICK, "utf-8")
    assert 0 == hustings("interview", "quick", "--answers", "quick.yaml", "--edition", "quick", cwd=tmp_path).code
    ran = hustings("agree", "rivera", "quick", cwd=tmp_path)
    assert 0 == ran.code
    assert (
        "Note: A was asked the edition standard, B the edition quick; compared is what quick asks.\n"
        "Note: A is about “Rivera for Council”, B about “Other”. If these are two campaigns, the figures say nothing "
        "about the people who answered.\n"
    ) == ran.err
