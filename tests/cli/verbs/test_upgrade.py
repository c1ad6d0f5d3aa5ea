"""`hustings upgrade`: shown first, done on request, taken back; whatever goes wrong, nothing is lost."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from hustings.answers.replay import replay
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.casefile import CaseJournal, open_case
from support.casefile import AT, as_of_version, edited
from support.cli import ROOT, hustings, refused
from support.warm import COMMAND

pytestmark = pytest.mark.slow

MINE = ("--pack", "./mine")
ANSWERS = """\
answers:
  p_x1: 0.6
  p_x2: 0.2
  p_c1: largely
  p_c2: largely
  p_c3: partly
  f_x1: 1
  f_c1: partly
  f_c2: largely
  g_x1: 0.5
  g_c1: largely
  g_c2: partly
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that was answered with version 1.0.0 of a pack, of which there is a version 1.1.0 now."""
    shutil.copytree(ROOT / "tests" / "packs" / "mini", tmp_path / "mine")
    (tmp_path / "a.yaml").write_text(ANSWERS)
    ran = hustings("interview", "rivera", *MINE, "--answers", "a.yaml", "--by", "Ann", cwd=tmp_path)
    assert 0 == ran.code, ran
    newer(tmp_path / "mine")
    return tmp_path / "rivera.hustings"


def newer(pack: Path) -> None:
    """A question and a choice have other ids, a control is new, and a whole domain is gone."""
    asked, rubric = pack / "questionnaire.yaml", pack / "rubric.yaml"
    text = asked.read_text().replace("1.0.0", "1.1.0").split("  - section: governance")[0]
    text = text.replace("{id: largely,", "{id: mostly, was: [largely],").replace(
        "id: p_c2,", "id: p_second, was: [p_c2],"
    )
    fourth = "      - {id: p_c4, type: select_one, text: P control four, ladder: practice, minutes: 2}\n"
    asked.write_text(text.replace("  - section: fakes", f"{fourth}  - section: fakes"))
    weighed = rubric.read_text().replace("largely", "mostly").replace("p_c2", "p_second")
    before, rest = weighed.split("  - domain: g\n")
    weighed = f"{before}gates:{rest.split('gates:')[-1]}"
    rubric.write_text(
        weighed.replace(
            "      - {question: p_c3,", "      - {question: p_c4, weight: 1, scale: maturity}\n      - {question: p_c3,"
        )
    )


SHOWN = """\
rivera.hustings, from version 1.0.0 of its pack to 1.1.0:

Answers that stay as they are: 5.
Moved: 3.
  largely is now mostly: P control one
  largely is now mostly: F control two
  p_c2 is now p_second: P control two
Dropped: 3.
  G exposure 0.5. The pack no longer asks it.
  G control one Largely in place. The pack no longer asks it.
  G control two Partly in place. The pack no longer asks it.
New: 1 question, 2 minutes.
  P control four

Version 1.0.0: 60.6 out of 100, Guarded.
Version 1.1.0: 57.1 out of 100, Exposed (between 57.1 and 64.2).
Difference: −3.4.
Deal-breaker “Somebody answers”: met before, not asked after.
Governance: no longer counts.
1 step is new in the plan:
  Find out: P control four.
2 steps are no longer in it:
  G two to largely.
  P two to full.

Nothing was changed yet. To do it: """


def test_first_it_is_only_shown(case: Path) -> None:
    before = case.read_bytes()
    ran = hustings("upgrade", "rivera", *MINE, "--on", "2026-11-30", cwd=case.parent)
    assert (0, "") == (ran.code, ran.err)
    assert f"{SHOWN}{COMMAND} upgrade rivera --pack ./mine --yes\n" == ran.out
    assert before == case.read_bytes()


def test_it_is_done_once_and_then_there_is_no_note_any_more(case: Path) -> None:
    note = hustings("score", "rivera", *MINE, cwd=case.parent).err
    assert "answered with version 1.0.0 of its pack, and this is version 1.1.0" in note
    ran = hustings("upgrade", "rivera", *MINE, "--yes", cwd=case.parent)
    back = f"Done. To take it back: {COMMAND} upgrade rivera --undo\n"
    assert (0, back) == (ran.code, ran.out.splitlines(keepends=True)[-1])
    scored = hustings("score", "rivera", *MINE, cwd=case.parent)
    assert "" == scored.err
    assert scored.out == hustings("score", "rivera", "--as-of-pack", cwd=case.parent).out
    again = hustings("upgrade", "rivera", *MINE, "--yes", cwd=case.parent)
    assert "rivera.hustings is answered with this version of its pack already (1.1.0).\n" == again.out


def test_renamed_answers_count_before_the_upgrade_as_they_do_after_it(case: Path) -> None:
    def index() -> object:
        return json.loads(hustings("score", "rivera", *MINE, "--json", cwd=case.parent).out)["index"]

    before = index()
    ran = hustings("upgrade", "rivera", *MINE, "--yes", "--json", cwd=case.parent)
    told = json.loads(ran.out)
    assert (True, 5, ["p_c4"]) == (told["recorded"], told["kept"], told["new_questions"])
    assert before == index()


def outputs(case: Path) -> list[str | bytes]:
    """Everything that is made of a case: report, figures, plan, history's head."""
    told = [
        hustings(verb, "rivera", "--as-of-pack", *more, "--on", "2026-11-30", cwd=case.parent).out
        for verb, more in (("score", ("--json",)), ("plan", ("--json",)), ("report", ("--html", "--out", "r.html")))
    ]
    return [*told, (case.parent / "r.html").read_bytes(), hustings("explain", "rivera", *MINE, cwd=case.parent).out]


def test_an_interview_that_goes_on_without_an_upgrade_asks_no_renamed_question_again(case: Path) -> None:
    ran = hustings("interview", "rivera", *MINE, "--plain", cwd=case.parent, stdin="\n/quit\n")
    assert 0 == ran.code, ran
    assert "P control four" in ran.out
    assert "P control two" not in ran.out
    ran = hustings("upgrade", "rivera", *MINE, cwd=case.parent)
    assert "  p_c2 is now p_second: P control two" in ran.out.splitlines()


def test_taken_back_everything_is_as_it_was_to_the_byte(case: Path) -> None:
    with open_case(case, write=False) as file:
        answers, head = replay(file.events("a1")), file.head("a1")
    before = outputs(case)
    hustings("upgrade", "rivera", *MINE, "--yes", "--by", "Cleo", cwd=case.parent)
    assert before != outputs(case)
    ran = hustings("upgrade", "rivera", "--undo", "--by", "Ben", cwd=case.parent)
    assert (0, "Taken back: the answers are to version 1.0.0 of the pack again.\n") == (ran.code, ran.out)
    with open_case(case, write=False) as file:
        assert (answers, head) == (replay(file.events("a1")), file.head("a1"))
        assert {"Ann", "Ben", "Cleo"} == {event.by for event in file.events("a1")}
    assert before == outputs(case)
    said = hustings("verify", "rivera", "--head", head, cwd=case.parent).out
    assert "This is the head of “baseline” in rivera.hustings, as it is now.\n" == said
    nothing = "The latest assessment of rivera.hustings was not upgraded.\n  There is nothing to take back.\n"
    assert nothing == refused(case.parent, "upgrade", "rivera", "--undo")


def test_answers_given_since_stay_when_it_is_taken_back(case: Path) -> None:
    hustings("upgrade", "rivera", *MINE, "--yes", cwd=case.parent)
    (case.parent / "b.yaml").write_text("answers: {p_second: none, p_c4: fully}\n")
    hustings("interview", "rivera", *MINE, "--answers", "b.yaml", cwd=case.parent)
    ran = hustings("upgrade", "rivera", "--undo", cwd=case.parent)
    assert "1 answer given since then stays." == ran.out.splitlines()[-1]
    again = hustings("upgrade", "rivera", *MINE, cwd=case.parent)
    assert "  P control two Largely in place. It was answered under its new id already." in again.out.splitlines()


# --- what stands in the way ------------------------------------------------------------------------------------


def test_an_older_pack_is_refused(case: Path) -> None:
    hustings("upgrade", "rivera", *MINE, "--yes", cwd=case.parent)
    shutil.copytree(ROOT / "tests" / "packs" / "mini", case.parent / "old")
    said = refused(case.parent, "upgrade", "rivera", "--pack", "./old", "--yes")
    what = "This is version 1.0.0 of the pack; rivera.hustings was answered with 1.1.0, which is newer."
    assert f"{what}\n  Update Hustings. To take an upgrade back: --undo.\n" == said


def test_a_closed_assessment_is_left_as_it_is(case: Path) -> None:
    with open_case(case) as file:
        file.close_assessment("a1", "Ann", AT)
    what = "“baseline” in rivera.hustings was closed on 24 November 2026 by Ann: nothing can be added to it."
    for way in ((*MINE, "--yes"), ("--undo",)):
        assert refused(case.parent, "upgrade", "rivera", *way).startswith(what)


def test_closing_after_an_undo_leaves_a_file_in_order(case: Path) -> None:
    for way in ((*MINE, "--yes"), ("--undo",)):
        hustings("upgrade", "rivera", *way, cwd=case.parent)
    with open_case(case) as file:
        file.close_assessment("a1", "Ann", AT)
    assert 0 == hustings("verify", "rivera", cwd=case.parent).code


def test_a_workshop_that_goes_on_is_ended_first(case: Path) -> None:
    with open_case(case) as file:
        CaseJournal(file, "a1", "Ann").add([LogEntry(0, AT, "", EntryKind.BEGAN)])
    said = refused(case.parent, "upgrade", "rivera", *MINE)
    what = "A workshop has begun in rivera.hustings and has not ended."
    assert f"{what}\n  End it first, so that everybody answers the same questions.\n" == said


def test_a_second_person_is_told_that_somebody_is_at_it(case: Path) -> None:
    with open_case(case):
        said = refused(case.parent, "upgrade", "rivera", *MINE, "--yes")
    assert said.startswith("rivera.hustings is open in another window")


@pytest.mark.parametrize("damaged", [True, False])
def test_without_the_earlier_pack_the_rest_is_shown(case: Path, *, damaged: bool) -> None:
    if damaged:
        edited(case, "update kept_pack set content = zeroblob(9)")
    else:
        as_of_version(case, 3)
    ran = hustings("upgrade", "rivera", *MINE, "--yes", cwd=case.parent)
    assert damaged == ran.err.startswith("The pack that is kept in this case file (`mini`, version 1.0.0) is damaged.")
    lines = ran.out.splitlines()
    assert "The earlier pack is not kept in this case, so what it said cannot be shown beside it." in lines
    assert "  `g_c1`: The pack no longer asks it." in lines
    assert 0 == hustings("upgrade", "rivera", "--undo", cwd=case.parent).code
