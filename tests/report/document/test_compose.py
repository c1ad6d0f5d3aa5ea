"""The chapters behind page one: domains, steps, certainty, ledger, answers, sources, method."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from pathlib import PurePath

from hustings import __version__
from hustings.answers.events import Answer, State
from hustings.problems import Place
from hustings.report import compose_document
from hustings.report.charts.positions import domain_chart, index_chart
from hustings.report.document.appendix import _inside
from hustings.report.document.plan_records import Fix
from hustings.report.document.records import AnswerLine, Cited, ExposureDriver, Figure
from hustings.scoring.plan.actions import advise
from hustings.scoring.result import Bounds
from hustings.scoring.score import score
from support.report import ON, TOWN, answered, report_of, town, town_report


def test_everything_is_ready_text() -> None:
    """A theme reckons nothing: the document holds text, truth values and records of these, frozen."""

    def leaves(value: object) -> list[type]:
        if isinstance(value, tuple):
            return [leaf for part in value for leaf in leaves(part)]
        if is_dataclass(value):
            return [leaf for field in fields(value) for leaf in leaves(getattr(value, field.name))]
        return [type(value)]

    assert set(leaves(town_report())) <= {str, bool, type(None)}


def test_domain_says_what_raises_the_bar_and_what_is_missing() -> None:
    fakes = town_report().domains[1]
    assert fakes.drivers == (
        ExposureDriver(
            "How much clear audio of the candidate's voice can anyone find online?",
            "Under ten minutes, mostly noisy",
            "a fair amount",
        ),
    )
    assert fakes.no_drivers == ""
    (first,) = fakes.findings
    assert (first.severity, first.text) == ("High", "Nobody knows who answers first when a fake appears.")
    assert first.answer == "You said: Partly in place"
    assert first.fixes == (Fix("Agree who answers first when a fake appears, and the sentence they say.", "2"),)
    assert fakes.open_points == ("Have you practised it once?",)


def test_a_finding_without_a_ready_made_step_says_so() -> None:
    (_, second) = town_report(plan_drill="none").domains[1].findings
    assert second.text == "Not yet enough: have you practised it once?"
    assert second.no_fix == "The pack names no ready-made step; agree one and write it down."


def test_domain_figures_say_what_they_mean() -> None:
    figures = town_report().domains[0].figures
    assert figures[0] == Figure("Readiness", "36.2 %", "in place against asked for")
    assert figures[2] == Figure("Asked for", "92 %", "required maturity; it grows with exposure")
    assert figures[4] == Figure("Risk left over", "high", "after what is in place")


def test_a_failed_gate_shows_in_its_domain_and_behind() -> None:
    page = town_report(response_plan="none", without=("plan_drill",))
    (gate,) = page.certainty.gates
    assert (gate.title, gate.status, gate.effect) == ("Somebody answers", "Not met", "Holds the index at 59 or below.")
    assert gate.stop == "Agree today who answers first when a fake appears."
    assert page.certainty.gates_say == (
        "Deal-breakers are things that nothing else can make up for. One of them is not met."
    )


def test_gates_that_are_met_are_named_and_those_that_rest_are_counted() -> None:
    assert town_report().certainty.met == ("Somebody answers",)
    quiet = town_report(voice_online="none").certainty
    assert quiet.met == ()
    assert quiet.gates_say.endswith("None of them stands in the way. One does not concern this campaign.")


def test_steps_in_full() -> None:
    first = town_report().todo.steps[0]
    assert first.title == "Buy one small team plan and switch training off."
    assert first.how == "Until then, no names, phones or addresses in any chatbot."
    assert (first.hours, first.takes, first.start) == ("1 hour", "in place after 2 days", "start by 11 October 2026")
    assert first.answers == ("High: Campaign text goes into accounts the campaign does not control.",)


def test_what_is_not_known_is_to_be_found_out() -> None:
    (unknown,) = town_report().todo.find_out
    assert unknown.question == "Have you practised it once?"
    assert unknown.who == "whoever knows, under a minute"
    assert unknown.why == "Up to 16.9 points: Unprepared or Exposed."


def test_what_may_not_apply_is_asked_first_at_the_question_that_decides() -> None:
    page = town_report(uses_ai="dont_know", without=("chatbot_account",))
    asked = {each.question: each.why for each in page.todo.find_out}
    assert [
        "Has anyone used a chatbot for campaign work in the last 30 days?",
        "Have you practised it once?",
    ] == sorted(asked)
    assert all("account" not in finding.text for domain in page.domains for finding in domain.findings)
    (why,) = [why for question, why in asked.items() if "chatbot" in question]
    assert why.endswith("1 more thing waits for it.")


def test_a_gate_of_which_nobody_knows_is_open_and_says_what_to_ask() -> None:
    page = town_report(response_plan="dont_know", without=("plan_drill",))
    (gate,) = page.certainty.gates
    assert (gate.status, gate.effect) == ("Open", "Until it is known, it holds the index at 59 or below.")
    assert gate.stop == "Ask who answers first when a fake appears."
    assert page.certainty.gates_say.endswith("One is open: nobody knows yet, or the room differs.")
    (first, *_) = page.todo.find_out
    assert first.why.startswith("Decides the deal-breaker “Somebody answers”.")


def test_an_area_without_findings_is_told_as_complete_only_if_all_of_it_is_known() -> None:
    known = town_report(response_plan="fully", plan_drill="fully").domains[1]
    assert known.findings_say == "Everything asked for here is in place."
    assert known.verdict == "All that is asked for at this exposure is in place (80 %)."
    unknown = town_report(response_plan="fully", plan_drill="dont_know").domains[1]
    assert unknown.findings_say == (
        "Nothing is known to be missing here. Not everything is known, so that is no all-clear."
    )
    assert "All that is asked for" not in unknown.verdict


def test_evidence_is_about_claims() -> None:
    said = {figure.label: (figure.value, figure.note) for figure in town_report().certainty.figures}
    assert said["Backed by evidence"] == ("33.3 %", "1 of 2 claims backed")
    nothing = town_report(chatbot_account="none", records_rule="none", response_plan="none", without=("plan_drill",))
    said = {figure.label: (figure.value, figure.note) for figure in nothing.certainty.figures}
    assert said["Backed by evidence"] == ("none yet", "nothing is claimed")


def test_grades_say_when_the_exposure_behind_them_is_not_known() -> None:
    page = town_report(voice_online="dont_know", plan_drill="none")
    assert "Nothing is known yet of your exposure here; the grades take it as middling" in page.domains[1].findings_say


def test_certainty_shows_claimed_and_assured() -> None:
    figures = {figure.label: figure.value for figure in town_report().certainty.figures}
    assert figures["Interval"] == "28.3 to 45.3"
    assert figures["Index as answered"] == "28.3"
    assert figures["Answered"] == "91.6 %"
    assert figures["Gone through"] == "100 %"
    assert "Assured readiness" in figures


def test_votes_that_differ_show_their_part_of_the_interval() -> None:
    answers = {**answered(town(), TOWN), "plan_drill": Answer(State.UNRESOLVED, votes=("none", "partly", "fully"))}
    result = score(town(), answers)
    page = compose_document(
        result,
        advise(result, None),
        campaign="Rivera",
        on=ON,
        first_ballots=None,
        election_day=None,
        sample=False,
        answers=answers,
    )
    assert page.summary.open.startswith("No answer is open; on 1 question the group did not agree.")
    assert "Width from votes" in {figure.label for figure in page.certainty.figures}


def test_ledger_names_places_inside_the_pack_only() -> None:
    lines = town_report().ledger
    assert (lines[0].kind, lines[0].label, lines[0].place) == ("head", "Readiness index", "questionnaire.yaml:2")
    assert {line.place.partition(":")[0] for line in lines} == {"questionnaire.yaml", "rubric.yaml", ""}
    assert ["Readiness index", "Beside the index"] == [line.label for line in lines if line.kind == "head"]
    assert not any(line.value == "not counted" for line in town_report(uses_ai="no").ledger)
    assert _inside(Place("/home/ann/packs/town/rubric.yaml", 3), PurePath("/elsewhere")) == "rubric.yaml:3"
    assert _inside(Place(""), PurePath("/elsewhere")) == ""


def test_answers_with_note_and_evidence() -> None:
    about, privacy, fakes = town_report().answers
    assert about.answers[0] == AnswerLine("What is the campaign called?", "Rivera for Council", "", "", "")
    assert "13 October 2026" in [said.answer for said in about.answers]
    assert privacy.answers[1].note == "Two of us pay for it."
    assert privacy.answers[2].evidence == "E2, records or a demonstration were seen: the rule on the wall"
    assert fakes.answers[2].state == "not known"
    assert (about.left_out, fakes.left_out) == ("", "")


def test_questions_that_were_not_asked_are_counted() -> None:
    _, privacy, fakes = town_report(uses_ai="no", response_plan="none", without=("plan_drill",)).answers
    assert privacy.left_out == "One more question was not asked, after what was said."
    assert [said.question for said in fakes.answers][-1].startswith("Is it agreed who answers first")
    open_ = report_of(town(), {}).answers[0].answers[0]
    assert (open_.answer, open_.state) == ("Not answered", "open")


def test_sources_behind_findings_are_cited_and_only_web_links_lead_anywhere() -> None:
    page = town_report()
    assert page.sources == (
        Cited(
            "T-A01",
            "Personal plans may be used for training unless it is switched off.",
            "Terms of an invented chatbot, Invented for tests, 2026-01-01",
            "https://example.org/terms",
            "unverified, as of 2026-11-23",
        ),
    )
    assert "Sources" in [chapter.title for chapter in page.contents]
    trick = replace(town(), sources=(replace(town().sources[0], link="javascript:alert(1)", as_of=""),))
    (cited,) = town_report(pack=trick).sources
    assert (cited.link, cited.checked) == ("", "unverified")
    assert "Sources" not in [c.title for c in town_report(chatbot_account="fully").contents]


def test_method_prints_the_rubrics_own_numbers_and_says_what_it_is_not() -> None:
    page = town_report()
    method = " ".join(paragraph.text for paragraph in page.method)
    assert "60 % for everyone" in method
    assert "Unprepared from 0, Exposed from 40, Guarded from 60 and Ready from 80" in method
    limits = " ".join(f"{paragraph.title} {paragraph.text}" for paragraph in page.limits)
    assert "They have not been validated against outcomes" in limits
    assert "what the rubric asks at this exposure is in place" in limits
    assert "not legal advice" in limits


def test_provenance_lets_the_result_be_made_again() -> None:
    page = town_report()
    assert page.provenance == (
        Figure("Questions and rubric", "A town council race (town 1.0.0)", "facts as of 2026-11-23"),
        Figure("Digest of the pack", town().digest, "SHA-256; the same files give the same digest"),
        Figure("Hustings", __version__, "made on this machine; nothing was sent anywhere"),
        Figure("Report date", "9 September 2026", ""),
    )


# --- charts ------------------------------------------------------------------------------------------------


def test_marks_stand_where_the_figures_say() -> None:
    result = score(town(), answered(town(), TOWN))
    exact = replace(result, index=Bounds(Fraction(40), Fraction(50), Fraction(60)))
    chart = index_chart(exact)
    assert (chart.from_x, chart.to_x, chart.width, chart.point_x) == ("210", "310", "100", "260")
    assert chart.alt == (
        "Readiness index between 40 and 60 on a scale from 0 to 100. "
        "Bands: Unprepared from 0, Exposed from 40, Guarded from 60, Ready from 80."
    )
    assert [(band.title, band.x, band.width) for band in chart.bands] == [
        ("Unprepared", "10", "200"),
        ("Exposed", "210", "100"),
        ("Guarded", "310", "100"),
        ("Ready", "410", "100"),
    ]


def test_a_mark_is_never_too_thin_to_see_nor_off_the_scale() -> None:
    result = score(town(), answered(town(), TOWN))
    top = index_chart(replace(result, index=Bounds(Fraction(100), Fraction(100), Fraction(100))))
    assert (top.from_x, top.to_x, top.width) == ("506", "510", "4")


def test_labels_of_a_short_interval_stand_side_by_side() -> None:
    result = score(town(), answered(town(), TOWN))
    near = index_chart(replace(result, index=Bounds(Fraction(56), Fraction(56), Fraction(58))))
    assert (near.from_label_x, near.to_label_x) == ("277", "313")
    edge = index_chart(replace(result, index=Bounds(Fraction(99), Fraction(99), Fraction(100))))
    assert (edge.from_label_x, edge.to_label_x) == ("474", "510")


def test_domain_bar_with_its_tick() -> None:
    result = score(town(), answered(town(), TOWN))
    shape = replace(
        result.domains[0],
        maturity=Bounds(Fraction(1, 2), Fraction(1, 2), Fraction(3, 4)),
        required=Bounds(Fraction(9, 10), Fraction(9, 10), Fraction(9, 10)),
    )
    chart = domain_chart(shape)
    assert (chart.sure_width, chart.maybe_x, chart.maybe_width, chart.tick_x) == ("250", "250", "125", "450")
    assert chart.alt == "Voter data: 50 % in place, perhaps up to 75 %; 90 % asked for"
