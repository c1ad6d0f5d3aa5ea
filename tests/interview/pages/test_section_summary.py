"""What is said after a section."""

from __future__ import annotations

from dataclasses import replace

from hustings.interview.pages.page import PageLine
from hustings.interview.pages.section_summary import section_summary
from hustings.pack.model import Pack
from support import screens
from support.campaign_ai import edition
from support.interview import ALL, answers, town
from support.small_packs import said as answered
from support.small_packs import votes


def said(section: str, **changes: object) -> tuple[str, ...]:
    kept = {name: raw for name, raw in {**ALL, **changes}.items() if raw is not None}
    return words(section_summary(town(), answers(**kept), section))


def words(lines: object) -> tuple[str, ...]:
    assert isinstance(lines, tuple)
    return tuple(line.words for line in lines if isinstance(line, PageLine) and line.words)


FACTS = dict.fromkeys(("channels", "chatbot_account", "records_rule", "voice_online", "response_plan", "plan_drill"))


def test_facts_alone_say_nothing_about_a_score() -> None:
    assert said("about", **FACTS) == ("None of this is scored. It makes the rest fit your campaign.",)


def test_a_range_is_told_once_half_is_known_and_it_tells_something() -> None:
    assert "So far: 13.6 of 100: Unprepared" == said("privacy")[-1]
    assert "So far: 13 to 23 of 100: Unprepared" == said("privacy", plan_drill="dont_know")[-1]
    unknown = said("privacy", voice_online="dont_know", response_plan="dont_know", records_rule="dont_know")
    assert "So far" not in " ".join(unknown)


def test_a_stop_is_told_once_in_a_sitting() -> None:
    given, shown = answers(**{**ALL, "response_plan": "none"}), set[str]()
    given.pop("plan_drill")
    first, again = (words(section_summary(town(), given, "fakes", shown=shown)) for _ in range(2))
    assert first[0] == "Stop: Agree today who answers first when a fake appears."
    assert first[1:] == again


def test_while_little_is_known_a_section_says_what_to_find_out_and_what_weighs_most() -> None:
    lines = said("privacy", records_rule=None, voice_online=None, response_plan=None, plan_drill=None)
    assert lines == (
        "To find out: Is there a rule that voter records stay out of chatbots?",
        "Team, under a minute",
        "What weighs most: Campaign text goes into accounts the campaign does not control.",
    )


def test_the_next_step_is_the_plans_own() -> None:
    page, _ = screens.states()["section_end"]
    assert "Next step: Send each vendor four questions about AI, training, leaks and deletion." in words(page.lines)
    assert "Campaign manager, 2 hours, today" in words(page.lines)


def test_a_hard_stop_comes_first() -> None:
    lines = said("fakes", response_plan="none", plan_drill=None)
    assert lines[0] == "Stop: Agree today who answers first when a fake appears."


def test_what_is_not_known_is_no_finding_but_something_to_find_out() -> None:
    lines = said("privacy", chatbot_account="dont_know", records_rule="fully")
    assert (
        "To find out: When someone here uses a chatbot for campaign work, whose account is it?",
        "Campaign manager, 1 minute",
    ) == tuple(line for line in lines if line.startswith(("To find out", "Campaign manager")))
    assert "What weighs most" not in " ".join(lines)


def test_more_is_unknown_than_is_listed() -> None:
    lines = said("privacy", chatbot_account="dont_know", records_rule="dont_know", channels="dont_know")
    assert 2 == sum(line.startswith("To find out 2 of 3: ") for line in lines)


def test_what_is_in_place_is_said() -> None:
    lines = said("privacy", chatbot_account="fully", records_rule="fully")
    assert "In place 2 of 2: Is there a rule that voter records stay out of chatbots?" in lines
    given = {**answers(**ALL), "chatbot_account": votes("none", "fully", "fully"), "records_rule": answered("fully")}
    assert "In place 1 of 2: " in " ".join(words(section_summary(town(), given, "privacy")))


def test_nothing_is_said_while_nothing_can_be_scored() -> None:
    bare = replace(town(), rubric=replace(town().rubric, domains=(), gates=()))
    assert () == section_summary(bare, answers(**ALL), "privacy")


def test_what_this_edition_does_not_ask_is_not_to_be_found_out() -> None:
    quick = edition("quick")
    asked = {question.text for question in quick.questions.values() if question.asked}
    given = {name: answer for name, answer in screens.sample().items() if name in asked_ids(quick)}
    lines = section_summary(quick, given, "profile")
    assert [] == [line.text for line in lines if line.sign == "find_out" and line.text not in asked]


def asked_ids(pack: Pack) -> set[str]:
    return {name for name, question in pack.questions.items() if question.asked}
