"""What is said after a section."""

from __future__ import annotations

from hustings.interview.section_summary import section_summary
from support.interview import ALL, answers, town
from support.small_packs import said as answered
from support.small_packs import votes


def said(section: str, **changes: object) -> tuple[str, ...]:
    kept = {name: raw for name, raw in {**ALL, **changes}.items() if raw is not None}
    return tuple(section_summary(town(), answers(**kept), section))


FACTS = dict.fromkeys(("channels", "chatbot_account", "records_rule", "voice_online", "response_plan", "plan_drill"))


def test_facts_alone_say_nothing_about_a_score() -> None:
    assert said("about", **FACTS) == ("None of this is scored. It makes the rest fit your campaign.",)


def test_a_range_is_told_once_half_is_known_and_it_tells_something() -> None:
    assert said("privacy")[0] == "So far your readiness is 13.6 of 100: Unprepared."
    assert said("privacy", plan_drill="dont_know")[0] == (
        "So far your readiness is between 13.6 and 23.6 of 100: Unprepared."
    )
    assert (
        "What weighs most here"
        in said("privacy", voice_online="dont_know", response_plan="dont_know", records_rule="dont_know")[0]
    )


def test_a_stop_is_told_once_in_a_sitting() -> None:
    given, shown = answers(**{**ALL, "response_plan": "none"}), set[str]()
    given.pop("plan_drill")
    first, again = (section_summary(town(), given, "fakes", shown=shown) for _ in range(2))
    assert first[0] == "Stop: Agree today who answers first when a fake appears."
    assert first[1:] == again


def test_while_little_is_known_a_section_says_only_what_weighs_most() -> None:
    lines = said("privacy", records_rule=None, voice_online=None, response_plan=None, plan_drill=None)
    assert lines == (
        "What weighs most here: Campaign text goes into accounts the campaign does not control.",
        "1 thing here is not known yet: finding out comes first.",
    )


def test_a_hard_stop_comes_first() -> None:
    lines = said("fakes", response_plan="none", plan_drill=None)
    assert lines[0] == "Stop: Agree today who answers first when a fake appears."


def test_what_is_not_known_is_no_finding_but_something_to_find_out() -> None:
    lines = said("privacy", chatbot_account="dont_know", records_rule="fully")
    assert lines[-1] == "1 thing here is not known yet: finding out comes first."


def test_all_in_place_is_said_and_only_then() -> None:
    lines = said("privacy", chatbot_account="fully", records_rule="fully")
    assert lines[-1] == "Nothing in this section needs doing first."
    given = {**answers(**ALL), "chatbot_account": votes("none", "fully", "fully"), "records_rule": answered("fully")}
    assert "Nothing in this section" not in " ".join(section_summary(town(), given, "privacy"))
