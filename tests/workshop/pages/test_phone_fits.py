"""Every question of the pack on a phone, in both languages: an ordinary one is seen whole, or with one short scroll.

One page is opened; the questions are put into it one after the other, as its own script draws them.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hustings.messages import speaking
from hustings.pack.loader import read_pack
from hustings.pack.shipped import shipped_pack
from hustings.pack.translation.ui_language import read_words
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.views.page_state import question_view
from hustings.workshop.views.view import View
from support.browser import PLAN, Stageplay

pytestmark = pytest.mark.slow
USUAL, SMALL = {"width": 390, "height": 664}, {"width": 320, "height": 568}
ORDINARY = 8
"""Choices of an ordinary question; longer ones are lists."""
SHORT_SCROLL = 100
"""Pixels; less than a fifth of the small phone."""
MEASURE = """async (questions) => {
  const { asked, fit } = await import("/pages/phone/ballot.js");
  const [ballot, bar] = ["ballot", "bar"].map((id) => document.getElementById(id));
  return questions.map((question) => {
    ballot.replaceChildren(...asked(question, 1, null).flat().filter(Boolean));
    fit(bar);
    const choices = [...ballot.querySelectorAll(".choice")];
    const least = Math.min(...choices.map((choice) => choice.offsetHeight));
    const last = choices.at(-1).getBoundingClientRect().bottom + scrollY;
    return [question.id, Math.round(last - (innerHeight - bar.offsetHeight)), least, document.body.scrollWidth];
  });
}"""


def questions(language: str) -> list[View]:
    pack = read_pack(shipped_pack("campaign-ai"), language)
    with speaking(read_words(language)):
        return [
            question_view(pack, question)
            for question in pack.questions.values()
            if votable(question) and len(question.choices) <= ORDINARY
        ]


def test_all_answers_of_each_ordinary_question_are_seen(play: Stageplay) -> None:
    page = play.phone()
    play.act("open", question=PLAN)
    expect(page.locator("fieldset")).to_be_visible()
    for language in ("en", "es"):
        asked = questions(language)
        assert len(asked) > 100
        for size, most in ((USUAL, 0), (SMALL, SHORT_SCROLL)):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.wait_for_function(f"innerWidth === {size['width']}")
            found = page.evaluate(MEASURE, asked)
            assert [] == [(language, name, below) for name, below, _, _ in found if below > most]
            assert [] == [(name, least) for name, _, least, _ in found if least < 44]
            assert {size["width"]} == {wide for _, _, _, wide in found}
