"""How far two assessors agree, as it is read out."""

from __future__ import annotations

from collections.abc import Mapping

from hustings.answers.events import Answer
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from hustings.scoring.raters.agreement_sentences import agreement_lines
from hustings.scoring.raters.rater_agreement import rater_agreement
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, NA, answers, control, exposure, fact, gate, made

LOOK = "That two agree does not make it true: look at proof."
NAMES = [f"c{number}" for number in range(10)]
TEN = made(exposure("x"), *(control(name) for name in NAMES))


def lines(pack: Pack, first: Mapping[str, Answer], second: Mapping[str, Answer], *, all_: bool = True) -> list[str]:
    return list(agreement_lines(rater_agreement(score(pack, first), score(pack, second)), all_=all_))


def test_all_of_it() -> None:
    assert [
        "To 10 questions both of you know the answer; to 7 of them it is the same (70 %).",
        "Known to one only: 1 to A, 0 to B. That is no disagreement, but somebody can find out.",
        "",
        (
            "Scored questions, in the order of their choices (10): Krippendorff's alpha is 0.68. Between 0.667 and "
            "0.80 it is usually taken to be enough for tentative conclusions."
        ),
        "",
        "You differ on 3 questions, what matters most first",
        "  1. P control one",
        "     A: Largely in place",
        "     B: Partly in place",
        (
            "     If A answered as B: 53.1, Exposed, instead of 60.6, Guarded. With the answer of B, A does not meet "
            "“Privacy first”."
        ),
        "     If B answered as A: 57.1 instead of 49.6 (+7.5). With the answer of A, B meets “Privacy first”.",
        "  2. F control one",
        "     A: Partly in place",
        "     B: Largely in place",
        "     If A answered as B: 68.6 instead of 60.6 (+8).",
        "     If B answered as A: 46.6 instead of 49.6 (−3).",
        "  3. G exposure",
        "     A: 0.5",
        "     B: 0.6",
        "     If A answered as B: 60.1 instead of 60.6 (−0.4).",
        "     If B answered as A: 50.8 instead of 49.6 (+1.1).",
        "",
        "1 question to which only one of you knows the answer",
        "  1. G control two",
        "     A: Partly in place",
        "     B: We don't know",
        "     If B answered as A: 57.3 instead of 49.6 (+7.6).",
        "",
        (
            "Nobody is marked here. Take the first few: say what each of you saw and which words you read differently, "
            f"then write down how you will read them. {LOOK}"
        ),
    ] == lines(mini(), e1(), e1(p_c1="0.3", f_c1="0.7", g_c2=DONT_KNOW, g_x1="0.6"))


def test_what_only_b_knows() -> None:
    told = lines(mini(), e1(g_c2=DONT_KNOW), e1())
    assert "Known to one only: 0 to A, 1 to B. That is no disagreement, but somebody can find out." == told[1]
    assert "     If A answered as B: 60.6, Guarded, instead of 55.3, Exposed." in told


def test_nothing_differs() -> None:
    told = lines(mini(), e1(), e1())
    assert told[2].endswith(
        "(11): Krippendorff's alpha is 1.00. From 0.80 on, two assessors are usually taken to read the questions alike."
    )
    assert f"You differ on nothing that both of you know. {LOOK}" == told[-1]


def test_a_low_alpha() -> None:
    first = answers(**dict.fromkeys(NAMES[:5], "none"), **dict.fromkeys(NAMES[5:], "fully"))
    told = lines(TEN, first, answers(**dict.fromkeys(NAMES, "none")))
    assert told[3].endswith(
        "Krippendorff's alpha is -0.26. Below 0.667 it is usually taken to be too little: talk about the questions "
        "below, then answer again."
    )


def test_no_alpha() -> None:
    few, same = answers(c1="none"), answers(**dict.fromkeys(NAMES, "none"))
    scored = "Scored questions, in the order of their choices"
    assert f"{scored} (1): Krippendorff's alpha needs 8, so there is none." in lines(TEN, few, few)
    undefined = "every judgement is the same, so Krippendorff's alpha is not defined."
    assert f"{scored} (10): {undefined}" in lines(TEN, same, same)


def test_facts_and_what_neither_knows() -> None:
    facts = [*(fact(f"f{n}") for n in range(8)), *(fact(f"p{n}", "here", "there") for n in range(8))]
    pack = made(exposure("x"), control("c"), control("d"), facts=facts, d={"when": None})
    first = {**{f"f{n}": "yes" for n in range(8)}, **{f"p{n}": "here" for n in range(8)}, "c": "none"}
    told = lines(pack, answers(**first), answers(**{**first, "f0": "no", "p0": "there"}))
    assert "Known to neither: 2 questions." in told
    assert "Yes or no, not scored (8): Krippendorff's alpha is 0.00." in " ".join(told)
    assert "Questions with the choices here and there, not scored (8): Krippendorff's alpha is 0.00." in " ".join(told)
    assert "     Next to nothing hangs on it." in told


def test_what_was_asked_of_one_only() -> None:
    pack = made(exposure("x"), control("c"), control("d"), facts=[fact("t")], d={"when": parse("t == 'yes'")})
    told = lines(pack, answers(t="yes", d="none", c="none"), answers(t="no", c="none"))
    assert "Asked of one only, because an earlier answer differs: 1 question." in told


def test_nobody_knows_anything_that_the_other_knows() -> None:
    told = lines(TEN, answers(x="some"), answers(c1="fully"))
    assert "There is no question to which both of you know the answer." == told[0]
    assert "     If A answered as B: the range moves; too little is known to say how far." in told


def test_what_matters_less_is_shown_only_when_asked_for() -> None:
    one, other = answers(**dict.fromkeys(NAMES, "none")), answers(**dict.fromkeys(NAMES, "fully"))
    assert "  2 more: `--all` shows them." in lines(TEN, one, other, all_=False)
    assert 10 == sum(line.startswith("     A: ") for line in lines(TEN, one, other))


def test_nothing_left_to_score() -> None:
    pack = made(exposure("x"), control("c"), control("d"), c={"na": True}, d={"na": True})
    told = lines(pack, answers(x="some", c=NA, d="none"), answers(x="some", c="none", d=NA))
    assert "     If B answered as A: nothing would be left to score." in told


def test_a_gate_that_is_met_with_the_others_answer_without_a_change_of_the_index() -> None:
    pack = made(exposure("x"), control("c"), control("d"), gates=[gate("g", "c >= 'partly'", cap="99")])
    told = lines(pack, answers(x="some", c="none", d="none"), answers(x="some", c="partly", d="none"))
    assert any(line.endswith("With the answer of B, A meets “G”.") for line in told)
