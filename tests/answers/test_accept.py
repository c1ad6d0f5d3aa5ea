"""What was typed: taken as it was meant, or refused in one sentence."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hustings.answers.accept import Refusal, accept, day_of
from hustings.answers.events import Value
from hustings.casefile.tables.event_rows import decode, encode
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from support.answers import pack_of


def asked() -> None:
    """
    questions:
      - {id: plan, type: yes_no, text: A plan?}
      - {id: voice, type: select_one, text: Audio?, choices: [{id: little, text: Little}, {id: lots, text: Lots}]}
      - id: ways
        type: select_multiple
        text: How?
        choices: [{id: texts, text: Texts}, {id: mail, text: Mail}, {id: nothing, text: None of these, alone: yes}]
      - {id: staff, type: number, text: How many?, lowest: 0, highest: 5000}
      - {id: change, type: number, text: By how much?}
      - {id: ballots, type: date, text: When?}
      - {id: name, type: text, text: Who?}
    """


QUESTIONS = pack_of(asked).questions


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("plan", "yes", "yes"),
        ("plan", " no ", "no"),
        ("voice", "lots", "lots"),
        ("ways", ["mail", "texts"], ("texts", "mail")),
        ("ways", ("mail", "mail"), ("mail",)),
        ("ways", [], ("nothing",)),
        ("ways", ["nothing"], ("nothing",)),
        ("staff", "12", Fraction(12)),
        ("staff", "2.5", Fraction(5, 2)),
        ("staff", ".5", Fraction(1, 2)),
        ("staff", "3.", Fraction(3)),
        ("staff", "1,200", Fraction(1200)),
        ("staff", "1 200.25", Fraction(4801, 4)),
        ("staff", 7, Fraction(7)),
        ("staff", 0.1, Fraction(1, 10)),
        ("staff", Fraction(1, 3), Fraction(1, 3)),
        ("staff", "5000", Fraction(5000)),
        ("change", "-3", Fraction(-3)),
        ("change", "+1,000,000", Fraction(1_000_000)),
        ("ballots", "2026-11-03", date(2026, 11, 3)),
        ("ballots", date(2026, 11, 3), date(2026, 11, 3)),
        ("name", "  Rivera for Council ", "Rivera for Council"),
        ("name", "Zoë\u00a0Ñandú 👩‍👧", "Zoë\u00a0Ñandú 👩‍👧"),
        ("name", "a\x1b[2Jb\r\nc\td\x00", "a[2Jb\nc\td"),
        ("name", "abc\u202edef\ud800", "abcdef"),
    ],
)
def test_what_is_taken(name: str, raw: object, value: Value) -> None:
    assert value == accept(QUESTIONS[name], raw)


LIST = "Write it like [one, two]; [] means none of them."
DIGITS = "Digits only, such as 12 or 2.5."
DAY = "Write it like 3 November 2026 or 2026-11-03."


@pytest.mark.parametrize(
    ("name", "raw", "refusal"),
    [
        ("plan", "", Refusal("One choice is needed.")),
        ("plan", None, Refusal("One choice is needed.")),
        ("plan", ["yes"], Refusal("One choice is needed.")),
        ("plan", "maybe", Refusal("`plan` has no choice `maybe`.", "Allowed here: `no`, `yes`.")),
        ("voice", "lot", Refusal("`voice` has no choice `lot`.", "Did you mean `lots`?")),
        ("voice", "x" * 99, Refusal(f"`voice` has no choice `{'x' * 60}…`.", "Allowed here: `little`, `lots`.")),
        ("ways", "texts", Refusal("`ways` takes a list of choices.", LIST)),
        ("ways", {"texts": 1}, Refusal("`ways` takes a list of choices.", LIST)),
        ("ways", None, Refusal("`ways` takes a list of choices.", LIST)),
        ("ways", ["text"], Refusal("`ways` has no choice `text`.", "Did you mean `texts`?")),
        ("ways", [""], Refusal("`ways` has no choice ``.", "Allowed here: `mail`, `nothing`, `texts`.")),
        ("ways", [None, "mail"], Refusal("`ways` has no choice ``.", "Allowed here: `mail`, `nothing`, `texts`.")),
        ("ways", ["mail", "nothing"], Refusal("“None of these” cannot go together with other choices.")),
        ("staff", "", Refusal("A number is needed.", DIGITS)),
        ("staff", [1], Refusal("A number is needed.", DIGITS)),
        ("staff", "a dozen", Refusal("“a dozen” is not a number.", DIGITS)),
        ("staff", "2,5", Refusal("“2,5” is not a number.", DIGITS)),
        ("staff", "1/3", Refusal("“1/3” is not a number.", DIGITS)),
        ("staff", "1e9", Refusal("“1e9” is not a number.", DIGITS)),
        ("staff", ".", Refusal("“.” is not a number.", DIGITS)),
        ("staff", "9" * 99, Refusal(f"“{'9' * 60}…” is not a number.", DIGITS)),
        ("staff", True, Refusal("“True” is not a number.", DIGITS)),
        ("staff", "-1", Refusal("The number must be 0 or more.")),
        ("staff", "5000.1", Refusal("The number must be 5000 or less.")),
        ("ballots", "", Refusal("A date is needed.", DAY)),
        ("ballots", "3 Nov", Refusal("“3 Nov” is not a date.", DAY)),
        ("ballots", "2026-11-31", Refusal("“2026-11-31” is not a date.", DAY)),
        ("name", " \x00 ", Refusal("A few words are needed.")),
        ("name", "x" * 4001, Refusal("That is 4001 characters; 4000 is the most.")),
    ],
)
def test_what_is_refused(name: str, raw: object, refusal: Refusal) -> None:
    assert refusal == accept(QUESTIONS[name], raw)


anything = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.fractions(),
        st.dates(),
        st.datetimes(),
        st.binary(),
        st.text(),
        st.text(st.characters()),
        st.from_regex(r"\A[-+]?[0-9,. ]{1,12}\Z"),
        st.sampled_from(("yes", "no", "little", "texts", "mail", "nothing", "2026-11-03", "1e999999999")),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.lists(inner, max_size=3).map(tuple), st.dictionaries(st.text(), inner)
    ),
    max_leaves=4,
)


@given(st.sampled_from(sorted(QUESTIONS)), anything)
@example("name", "\x00 a")
@example("staff", "1e9999999999")
@example("ballots", "\ud800")
def test_nothing_that_is_given_makes_it_fail_and_what_it_took_it_takes_again(name: str, raw: object) -> None:
    taken = accept(QUESTIONS[name], raw)
    if not isinstance(taken, Refusal):
        assert accept(QUESTIONS[name], taken) == taken
        assert decode(encode(taken)) == taken


def test_a_refusal_reads_as_one_text() -> None:
    assert str(Refusal("Not so.", "But so.")) == "Not so. But so."
    assert str(Refusal("Not so.")) == "Not so."


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("28,9", "289/10"), ("28.9", "289/10"), ("-0,125", "-1/8"), ("1.234,5", "2469/2"), ("1,234.5", "2469/2"),
        ("1 234,5", "2469/2"), ("1.234.567", "1234567"), ("12", "12"), (",5", "1/2"),
    ],
)  # fmt: skip
def test_where_a_comma_is_the_decimal_sign_both_ways_are_understood(typed: str, number: str) -> None:
    with speaking(read_words("es")):
        assert Fraction(number) == accept(QUESTIONS["change"], typed)


@pytest.mark.parametrize("typed", ["1.234", "1,234", "+12.345"])
def test_there_a_number_that_can_be_two_is_asked_about(typed: str) -> None:
    plain = typed.replace(".", "").replace(",", "").replace("+", "")
    broken = f"{plain[:-3]},{plain[-3:]}"
    with speaking(read_words("es")):
        refused = accept(QUESTIONS["change"], typed)
        assert isinstance(refused, Refusal)
        assert {plain, broken} == set(refused.why.removesuffix(".").split("» puede significar ")[1].split(" o "))
        assert Fraction("1.234") == accept(QUESTIONS["change"], 1.234)


def test_in_english_a_comma_stands_between_thousands_only() -> None:
    assert Fraction(1234) == accept(QUESTIONS["change"], "1,234")
    for typed in ("28,9", "0,125", "1.234,5"):
        assert isinstance(accept(QUESTIONS["change"], typed), Refusal)


def test_a_year_may_stand_before_the_name_of_the_month() -> None:
    assert date(2027, 1, 28) == day_of("2027 Jan 28", None)
    assert isinstance(day_of("100 Jan 28", None), Refusal)
