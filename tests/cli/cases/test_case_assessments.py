"""Which two assessments are compared, and with which pack each is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import CaseFile, create, open_case
from hustings.cli.cases.case_assessments import all_assessed, answered, day_of_last_answer, two_named
from hustings.problems import InputError
from support import campaign_ai
from support.follow_up import followed, newer_pack

pytestmark = pytest.mark.slow


def titles(file: CaseFile, *named: str | None) -> tuple[str, ...]:
    return tuple(one.title for one in two_named(file, "rivera", *named))


def refused(file: CaseFile, *named: str | None) -> str:
    with pytest.raises(InputError) as wrong:
        titles(file, *named)
    return str(wrong.value)


def test_without_names_it_is_the_latest_with_answers_and_the_one_before_it(tmp_path: Path) -> None:
    with open_case(followed(tmp_path, {"sign_in": "fully"}, {"sign_in": "none"})) as file:
        file.add_assessment(pack=campaign_ai.pack(), title="empty", by="Ann", at=datetime(2027, 3, 1, tzinfo=UTC))
        assert ("visit 2", "visit 3") == titles(file, None, None)
        assert ("baseline", "visit 2") == titles(file, None, "visit 2")
        assert ("baseline", "visit 3") == titles(file, "a1", "a3")
        assert ["baseline", "visit 2", "visit 3"] == [one.title for one in answered(file)]
        assert "The assessment “empty” has no answers yet." in refused(file, "a1", "empty")
        assert "Both are the same assessment" in refused(file, "a2", "a2")
        assert "has no two assessments with answers" in refused(file, None, "baseline")
        assert "has no assessment “visti 3”.\n  Did you mean `visit 3`?" in refused(file, "visti 3", None)


def test_a_case_without_answers_has_nothing_to_compare(tmp_path: Path) -> None:
    at = datetime(2027, 1, 1, tzinfo=UTC)
    with create(tmp_path / "new.hustings", pack=campaign_ai.pack(), by="Ann", at=at) as file:
        assert "new.hustings has no two assessments with answers" in refused(file, None, None)


def test_each_has_the_pack_that_it_was_answered_with(tmp_path: Path) -> None:
    newer = newer_pack()
    with open_case(followed(tmp_path, {"sign_in": "fully"}, pack=newer)) as file:
        then, now = all_assessed(file, answered(file), None)
    assert ("1.2.0", "1.3.0") == (then.pack.version, now.pack.version)
    assert ("baseline", "visit 2", date(2027, 1, 10)) == (then.title, now.title, now.on)
    assert "fully" == now.answers["sign_in"].value


def test_a_pack_that_is_not_kept_is_replaced_by_today_s_and_a_note_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unkept = replace(campaign_ai.pack(), files={}, digest="0" * 64)
    at = datetime(2027, 1, 1, tzinfo=UTC)
    with create(tmp_path / "old.hustings", pack=unkept, by="Ann", at=at) as file:
        file.log("a1", "Ann", lambda: at).append("campaign_name", Answer(State.ANSWERED, "Rivera"))
        (found,) = all_assessed(file, answered(file), None)
    assert campaign_ai.pack().digest == found.pack.digest
    note = "Note: the pack that “baseline” was answered with is not kept in this case."
    assert note in capsys.readouterr().err


def test_before_the_first_answer_the_day_is_the_one_on_which_it_began(tmp_path: Path) -> None:
    at = datetime(2027, 1, 1, 12, tzinfo=UTC)
    with create(tmp_path / "new.hustings", pack=campaign_ai.pack(), by="Ann", at=at) as file:
        assert date(2027, 1, 1) == day_of_last_answer(file, file.latest())
