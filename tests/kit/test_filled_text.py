"""Texts to adopt: filled from the answers, what is unknown left blank, what they rest on named."""

from __future__ import annotations

from datetime import date

from hustings.kit import markdown
from support.campaign_ai import pack
from support.kit import NAMES, ON, lines, made, reopened

BLANK = "____________________"


def test_the_ten_texts_are_there() -> None:
    assert NAMES == sorted(text.id for text in pack().kit)


def test_answers_fill_in_and_what_is_not_known_stays_blank() -> None:
    known = made("call_sheet", campaign_name="Rivera for Council", first_ballots=date(2027, 3, 8))
    assert "Rivera for Council. First ballots: 8 March 2027." == known.parts[0].text
    assert f"{BLANK}. First ballots: {BLANK}." == made("call_sheet").parts[0].text


def test_what_does_not_apply_is_left_out_and_what_may_apply_is_kept() -> None:
    assert "generated voice" not in " ".join(lines(made("ai_policy", channels=("email",))))
    assert "generated voice" in " ".join(lines(made("ai_policy", channels=("calls",))))
    assert "generated voice" in " ".join(lines(made("ai_policy")))


def test_what_ai_is_used_for_is_told_as_far_as_it_is_known() -> None:
    """Never both “today we use AI for” and “we use no AI today”."""
    none, nothing = "We use no AI today. Before anyone starts, this page holds.", {"voter_bot": "none"}
    idle = nothing | {"channels": ("email",), "uses_ai": "no", "likeness_use": "never"}
    told = [lines(made("ai_policy", **said)) for said in ({}, nothing | {"uses_ai": "yes"}, idle)]
    assert [False, False, True] == [none in lines for lines in told]
    assert [True, True, False] == ["Today we use AI for:" in lines for lines in told]
    assert [True, True, False] == [BLANK in lines for lines in told]


def test_a_firm_that_places_no_calls_is_not_told_that_it_does() -> None:
    told = lines(made("vendor_letter"))
    assert any(
        line.startswith("If you place calls or send texts for us, please send us, for each list") for line in told
    )
    assert not any("You also place calls" in line for line in told)
    assert not any("for us, please" in line for line in lines(made("vendor_letter", channels=("doors",))))


def test_a_row_is_filled_up_with_cells_to_write_in() -> None:
    (table,) = (part for part in made("call_sheet").parts if part.kind == "table")
    assert (("Who", "Name", "Phone by day", "Phone at night"), (3, 4, 3, 3)) == (table.columns, table.widths)
    assert ("Answers first", "", "", "") == table.rows[0]
    assert ("", "", "", "") == table.rows[-1]


def test_label_words_come_from_the_rules_or_the_text_says_that_none_are_known() -> None:
    there = made("label_guide", jurisdiction="us", us_state="us_ca", likeness_use="own_consent", election_day=ON)
    label = "“Ad generated or substantially altered using artificial intelligence.” (as of 2026-04-09)"
    assert any(label in line for line in lines(there))
    nowhere = made("label_guide", jurisdiction="us", us_state="us_oh")
    assert any("No exact label words are known" in line for line in lines(nowhere))


# --- what a text rests on ----------------------------------------------------------------------------------


def test_every_source_that_a_text_cites_is_named_at_its_end_in_both_forms() -> None:
    titles = {source.id: source.title for source in pack().sources}
    for text in pack().kit:
        composed = made(text.id)
        page = markdown(composed).partition("\n## Sources\n")[2].replace("\\", "")
        printed = [line.text for line in reopened(composed).paragraphs]
        small = " ".join(printed[printed.index("Sources") :]) if text.sources else ""
        assert [] == [name for name in text.sources if titles[name] not in page or titles[name] not in small], text.id
        assert bool(text.sources) == bool(page)


def test_a_source_is_told_in_one_line() -> None:
    expected = (
        "Stars and Stripes; WRAL; The Hill: $700k stolen from senator's campaign; Sophisticated scam nabs $50k; "
        "committees lost $2.7M, 2023-02-02 (as of 2023-07)"
    )
    assert (expected,) == made("verification").sources


def test_where_label_words_come_from_is_named_with_a_link_because_it_is_to_be_read_there() -> None:
    there = made("label_guide", jurisdiction="us", us_state="us_ca", likeness_use="own_consent", election_day=ON)
    linked = [source for source in there.sources if "84514" in source]
    assert 1 == len(linked)
    assert linked[0].endswith(
        " (as of 2026-04-09). https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml"
        "?lawCode=GOV&sectionNum=84514"
    )
    assert not any("84514" in source for source in made("label_guide", jurisdiction="us", us_state="us_oh").sources)


def test_no_text_says_more_than_its_source() -> None:
    """The source tells of two thefts; that a call would have stopped them is nobody's finding."""
    told = " ".join(line for name in NAMES for line in lines(made(name)))
    assert "would have stopped" not in told
    assert "in 2022 a campaign wired 690,000 dollars on two fake invoices" in told
