"""The phone in every state, at two sizes, in both languages, in the light and in the dark: it looks as it was accepted.

The first states, in Spanish on the smaller phone, and in English in the dark on the larger one; all of it by
`make comparedpictures`. One page for each; the states are those of a workshop that is led here, without a
network (`support.faces`). `HUSTINGS_PICTURES=folder` keeps a picture of each state.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hustings.answers.events import Answer, State
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, Seat
from hustings.casefile import create
from hustings.workshop.session.input.warm_up import write_words
from hustings.workshop.session.session import Session
from hustings.workshop.web.hub import Stream
from support.faces import Face, hub_of, opened, shipped
from support.pictures import EVERY, MOVED, Accepted, differing, grid, still
from support.session import AT, do, people, shown, votes

pytestmark = pytest.mark.slow

SIZES = ({"width": 390, "height": 664}, {"width": 320, "height": 568})
COLUMNS = 48
PICTURES = os.environ.get("HUSTINGS_PICTURES", "")
LOOKS = (("es", "light"), ("en", "dark"), ("en", "light"))


class Phones:
    """Phones that are looked at in each state: one for each language, and one in the dark."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.case = create(folder / "rivera.hustings", pack=shipped("en"), by="Ann", at=AT)
        self.hub = hub_of(self.case, "en")
        self.accepted = Accepted("phone", COLUMNS)
        self.windows: dict[str, Stream] = {}
        self.faces: dict[tuple[str, str], Face] = {
            (language, shade): opened(self.hub, browser, "", SIZES[0], language, color_scheme=shade)
            for language, shade in (LOOKS if EVERY else LOOKS[:2])
        }

    @property
    def session(self) -> Session:
        return self.hub.session

    def look(self, state: str, *, chosen: str = "", out: bool = False) -> None:
        """Show the state on each phone, and compare it at each size; `chosen` are the ids that are ticked."""
        for (language, shade), face in self.faces.items():
            face.page.evaluate("localStorage.clear()")
            if out:
                face.shut_out()
                face.page.locator("#code").wait_for()
            else:
                face.show(self.windows[language])
            for name in chosen.split():
                face.page.locator(f"[name=pick][value={name}]").evaluate("(one) => one.click()")
            for size in self.sizes(shade):
                self._compare(face, f"{state} {language} {shade} {size['width']}", size)

    @staticmethod
    def sizes(shade: str) -> tuple[dict[str, int], ...]:
        """The sizes at which a phone is looked at: in the dark only the larger one."""
        return SIZES[:1] if shade == "dark" else SIZES if EVERY else SIZES[1:]

    def _compare(self, face: Face, name: str, size: dict[str, int]) -> None:
        face.page.set_viewport_size(size)  # type: ignore[arg-type]
        face.page.evaluate("document.activeElement.blur()")
        if PICTURES:
            face.page.screenshot(path=Path(PICTURES) / f"phone-{name.replace(' ', '-')}.png", animations="disabled")
        self.accepted.look(face.page, name)

    def close(self) -> None:
        """Close the case and the pages; none may have complained."""
        for face in self.faces.values():
            face.page.context.close()
        self.case.close()
        assert [] == [wrong for face in self.faces.values() for wrong in face.wrong]


@pytest.fixture
def phones(browser: Browser, tmp_path: Path) -> Iterator[Phones]:
    found = Phones(browser, tmp_path)
    yield found
    found.close()


def test_every_state_looks_as_it_was_accepted(phones: Phones) -> None:
    phones.look("01-join", out=True)
    for seat, language in zip(people(phones.session, 6)[:2], ("en", "es"), strict=True):
        phones.session.sit(Seat(seat.number, "Tom", language=language, token=seat.token))
        phones.windows[language] = Stream("phone", seat.number, seat.token)
    phones.look("02-waiting")
    agreed(phones)
    if EVERY:
        split(phones)
        others(phones)
    assert "" == phones.accepted.close()


def agreed(phones: Phones) -> None:
    session, name = phones.session, "records_rule"
    session.open(name)
    phones.look("03-vote")
    phones.look("04-chosen", chosen="largely")
    votes(session, name, "largely", "largely", "largely", "largely")
    phones.look("05-voted")
    votes(session, name, "largely", "largely", "largely", "largely", "largely", "partly")
    phones.look("06-all")
    session.close()
    phones.look("07-closed")
    session.reveal()
    phones.look("08-agreed")
    session.decide(name, {"value": "largely"})
    phones.look("09-decided")


def split(phones: Phones) -> None:
    session, name = phones.session, "intimate_route"
    shown(session, name, "none", "none", "largely", "fully", "fully", "fully")
    phones.look("10-split")
    session.discuss(name)
    phones.look("11-talk")
    session.open(name)
    phones.look("12-second")
    votes(session, name, "none", "largely", "largely", "largely", "largely", "largely", round_=2)
    session.close()
    session.reveal()
    phones.look("13-rounds")
    session.decide(name, {"value": "largely"}, made("Two lists were pasted before the rule was written.", 1))
    phones.look("14-consent")


def made(rationale: str, dissent: int = 0) -> Decision:
    return Decision(
        DecisionKind.RECORDED,
        Answer(State.BLANK),
        rationale=rationale,
        dissent=dissent,
        dissent_text="It is not followed on weekends." if dissent else "",
    )


def others(phones: Phones) -> None:
    session = phones.session
    shown(session, "sign_in", "largely", "largely", "largely", "largely", "largely", "fully")
    session.decide("sign_in", {"value": "partly"}, made("The message with the rule could not be found.", 2))
    phones.look("15-otherwise")
    shown(session, "call_back", "none", "partly", "partly", "largely", "fully", "fully")
    session.leave_open("call_back", made("Two people looked at different folders."))
    phones.look("16-left-open")
    session.open("channels")
    phones.look("17-several", chosen="doors_print email calls")
    shown_of_several(session)
    phones.look("18-ticked")
    do(session, "decide", question="channels", answer={"value": ["doors_print", "email"]}, rationale="So it is.")
    session.open("us_state")
    phones.look("19-list")
    session.cancel("us_state")
    do(session, "warm_up", text="")
    phones.look("20-warm-up")
    write_words(session, 1, "A fake of the candidate's voice.")
    write_words(session, 2, "Una voz falsa de la candidata.")
    phones.look("21-written")
    do(session, "end_warm_up")
    phones.hub.forms.expect(session.seats.values())
    session.finish()
    phones.look("22-form")
    phones.hub.forms.may_send.clear()
    phones.look("23-ended")


def shown_of_several(session: Session) -> None:
    """The votes on a question of which several answers may be ticked."""
    ticked = (("doors_print", "email"), ("doors_print", "email"), ("doors_print",), ("doors_print", "calls"))
    votes(session, "channels", *ticked, ("doors_print", "email"), ("email",))  # type: ignore[arg-type]
    session.close()
    session.reveal()


def test_a_button_moved_by_four_pixels_is_noticed_and_a_longer_word_is_not(phones: Phones) -> None:
    people(phones.session, 1)
    phones.session.open("records_rule")
    face, window = phones.faces["en", "dark"], Stream("phone", 1, phones.session.seats[1].token)
    face.show(window)
    face.page.locator("[value=largely]").evaluate("(one) => one.click()")
    before = still(face.page, COLUMNS)
    for moved in ("translateX(4px)", "translateY(-4px)"):
        face.page.locator("#cast").evaluate(f"(one) => {{ one.style.transform = '{moved}' }}")
        assert MOVED < differing(before, grid(face.page, COLUMNS)), moved
    face.page.locator("#cast").evaluate("(one) => { one.style.transform = '' }")
    face.page.locator("label.choice span:last-child").nth(1).evaluate("(one) => { one.textContent += ' today' }")
    assert MOVED >= differing(before, grid(face.page, COLUMNS))
