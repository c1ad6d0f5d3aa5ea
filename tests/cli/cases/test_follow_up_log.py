"""A follow-up begins with its first answer, in the edition of last time, and goes on where it was left."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hustings.answers.events import EDITION, Answer, State
from hustings.answers.replay import chosen_edition, followed
from hustings.casefile import create, open_case
from hustings.cli.cases.follow_up_log import begin, pack_today
from hustings.pack.loader import read_texts
from hustings.problems import InputError
from support import campaign_ai
from support.cli import case_with_sample
from support.follow_up import followed as with_visits

pytestmark = pytest.mark.slow

AT = datetime(2027, 1, 1, tzinfo=UTC)
FULLY = Answer(State.ANSWERED, "fully")


def test_looking_at_it_begins_nothing_and_the_first_answer_does(tmp_path: Path) -> None:
    with open_case(case_with_sample(tmp_path)) as file:
        file.log("a1", "Ann").append(EDITION, Answer(State.ANSWERED, "full"))
        begun = begin(file, campaign_ai.pack(), "Ann")
        assert ((), 1, "full") == (begun.log.events(), len(file.assessments()), begun.scope.edition)
        begun.log.append("sign_in", FULLY)
        begun.log.append("label_rule", FULLY)
        events = begun.log.events()
        assert ("follow-up", "a1", "full") == (file.latest().title, followed(events), chosen_edition(events))
        assert ["@follows", "@edition", "sign_in", "label_rule"] == [event.question for event in events]
        assert {"follow-up"} == {event.source for event in events}


def test_one_that_is_not_finished_is_gone_on_with_and_after_it_comes_another(tmp_path: Path) -> None:
    with open_case(case_with_sample(tmp_path)) as file:
        begin(file, campaign_ai.pack(), "Ann").log.append("sign_in", FULLY)
        again = begin(file, campaign_ai.pack(), "Ann", "another title")
        assert (2, "a2") == (len(file.assessments()), again.log.begun and again.log.begun.id)
        again.log.append_all([(name, one) for name, one in again.found.before.items() if name != "sign_in"])
        third = begin(file, campaign_ai.pack(), "Ann")
        assert (None, "follow-up 2", "a2") == (third.log.begun, third.log.title, third.log.last.id)


def test_a_title_that_is_taken_and_a_case_without_answers_are_refused(tmp_path: Path) -> None:
    with open_case(with_visits(tmp_path, {"sign_in": "fully"})) as file:
        with pytest.raises(InputError, match="already has an assessment “visit 2”"):
            begin(file, campaign_ai.pack(), "Ann", "visit 2")
        assert "ours" == begin(file, campaign_ai.pack(), "Ann", "ours").log.title
    new = create(tmp_path / "new.hustings", pack=campaign_ai.pack(), by="Ann", at=AT)
    with (
        new as file,
        pytest.raises(
            InputError,
            match=r"nothing to follow up\.\n  Answer its questions first: hustings",
        ),
    ):
        begin(file, campaign_ai.pack(), "Ann")


def test_the_pack_of_today_is_the_installed_one_or_the_one_that_the_case_keeps(tmp_path: Path) -> None:
    with open_case(case_with_sample(tmp_path)) as file:
        assert campaign_ai.pack().digest == pack_today(file, None).digest
        with pytest.raises(InputError, match="was begun with the pack `campaign-ai`, not with `town`"):
            pack_today(file, str(Path(__file__).parents[2] / "packs" / "town"))
        with pytest.raises(InputError):
            pack_today(file, "./nowhere")
    files = dict(campaign_ai.pack().files)
    files["questionnaire.yaml"] = files["questionnaire.yaml"].replace("pack: campaign-ai", "pack: ours")
    ours = read_texts(files)
    with create(tmp_path / "ours.hustings", pack=ours, by="Ann", at=AT) as file:
        assert ("ours", ours.digest) == (pack_today(file, None).id, pack_today(file, None).digest)
