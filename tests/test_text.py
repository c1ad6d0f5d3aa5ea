"""Text from outside is brought to one form: line breaks of every program, nothing that steers, one name a person."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from hustings.text import (
    cells,
    clean,
    direction,
    first_sentence,
    folded_name,
    harmless,
    lower_first,
    name_of,
    one_line,
    question_itself,
    same_form,
    same_name,
    upper_first,
    without_accents,
    wrapped,
)

BREAKS = ("\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")


@pytest.mark.parametrize("line_break", BREAKS)
def test_every_line_break_is_one(line_break: str) -> None:
    assert "one\ntwo\n\nthree" == clean(f"one{line_break}two{line_break}{line_break}three{line_break}")
    assert "one two" == one_line(f"one{line_break}{line_break}two{line_break}") == name_of(f"one{line_break}two")


def test_line_breaks_survive_and_steering_does_not() -> None:
    assert "one\ntwo31m" == clean(" one\ntwo\u2066\x9b31m ")
    assert " a\tb\u200dc " == harmless(" a\tb\u200dc\u202e\x00\x1b\ufffe ")


@pytest.mark.parametrize(
    "other",
    [
        normalize("NFD", "José O'Neill-Ruiz"),
        "JOSÉ O'NEILL-RUIZ",
        "  José   O'Neill-Ruiz ",
        "José\u00a0O'Neill-Ruiz",
        "José\u202f\u3000O'Neill-Ruiz",
        "Jo\u200bsé \ufeffO'Neill\u00ad-Ruiz\u2060",
        "José O\u2019Neill\u2010Ruiz",
        "José O\u02bcNeill\u2011Ruiz",
        "\uff2aosé O'Neill-Ruiz",
    ],
)
def test_one_person_is_one_name_however_it_is_typed(other: str) -> None:
    assert folded_name("José O'Neill-Ruiz") == folded_name(other) == folded_name(name_of(other))


def test_other_names_stay_others() -> None:
    others = ("Jose Ruiz", "José Ruis", "Josér Uiz", "José", "")
    assert len(others) == len({*map(folded_name, others)} - {folded_name("José Ruiz")})


def test_a_name_is_kept_as_it_is_read() -> None:
    assert "José O\u2019Neill" == name_of(normalize("NFD", "  José\u00a0 O\u2019Neill\u202e "))
    assert "" == name_of("\u200b\u2060 \u00a0") == name_of("")
    assert "Straße" == name_of("Straße")
    assert same_name("STRASSE", "Straße")
    assert not same_name("", "\u200b")


def test_width_in_columns() -> None:
    assert [3, 4, 1, 1] == [cells(text) for text in ("abc", "投票", "é", normalize("NFD", "é"))]


def test_emoji_are_as_wide_as_a_terminal_draws_them_that_does_not_join_them() -> None:
    assert [2, 4, 1, 1] == [cells(text) for text in ("🎉", "👩\u200d💻", "🗳", "a\u200b")]


def test_a_paragraph_is_broken_at_spaces_by_the_cells_it_takes() -> None:
    assert ["one two", "three"] == list(wrapped("one two three", 8))
    assert ["- 投票", "  投票", "  🎉🎉"] == list(wrapped("投票 投票 🎉🎉", 8, "- ", "  "))
    assert ["100\u00a0%", "of all"] == list(wrapped("100\u00a0% of all", 7))
    assert [""] == list(wrapped("", 8))


def test_several_spaces_stay_except_where_a_line_breaks() -> None:
    assert ["ok    Packs:", "all"] == list(wrapped("ok    Packs:    all", 14))


def test_a_word_wider_than_a_line_is_cut_or_sticks_out() -> None:
    assert ["so", "xxxxxx", "xxx so"] == list(wrapped("so xxxxxxxxx so", 6))
    assert ["投投", "投"] == list(wrapped("投投投", 5))
    assert ["so", "xxxxxxxxx", "so"] == list(wrapped("so xxxxxxxxx so", 6, cut=False))
    assert ["    ab", "    c"] == list(wrapped("abc", 4, "    ", "    "))


def test_inside_a_sentence_the_first_letter_is_small_but_for_abbreviations() -> None:
    assert ("some", "AI is", "") == (lower_first("Some"), lower_first("AI is"), lower_first(""))


def test_letters_are_brought_to_one_form_and_blanks_to_single_spaces() -> None:
    assert "José O'Neill" == same_form(normalize("NFD", "  José\u00a0\n O'Neill "))


def test_a_word_is_looked_for_without_capitals_and_accents() -> None:
    assert ["miercoles", "strasse"] == [without_accents(word) for word in ("Miércoles", "Straße")]


def test_by_itself_a_sentence_begins_with_a_capital() -> None:
    assert ("Some", "AI is", "") == (upper_first("some"), upper_first("AI is"), upper_first(""))


def test_the_first_sentence_is_all_of_a_text_without_a_second() -> None:
    assert "Take down or label every recording today." == first_sentence(
        "Take down or label every recording today. Then tell the team."
    )
    assert "No second one" == first_sentence("No second one")


def test_the_question_itself_is_without_the_sentences_before_it() -> None:
    assert "Has anyone pasted records?" == question_itself("Nobody is blamed. Has anyone pasted records?")
    assert "¿Alguien pegó datos?" == question_itself("No se culpa a nadie. ¿Alguien pegó datos?")
    assert "Say it. Say it all." == question_itself("Say it. Say it all.")


def test_a_text_runs_from_the_right_if_its_first_strong_letter_does() -> None:
    assert ["auto", "auto", "auto", "rtl", "rtl"] == [
        direction(text) for text in ("", "2027!", "Excel ملف", "(2) قال", "שלום Excel")
    ]
