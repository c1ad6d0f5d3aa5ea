"""Pages fit: nothing hangs over its box or lies on something else, at every size, in each state.

In Spanish, whose words are longer; in a deep run in English too.

The people have names of sixty letters without a space, in Latin, Chinese and emoji, and write as long words.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser import PHONE, Stageplay, guest
from support.console import menu
from support.deep import some
from support.layout import below_the_fold, cut_off, misfits
from support.server import serving

pytestmark = pytest.mark.slow

WALLS = ({"width": 1920, "height": 1080}, {"width": 1280, "height": 720}, {"width": 1024, "height": 768})
DESKS = ({"width": 1280, "height": 720}, {"width": 1024, "height": 768})
NAMES = ("W" * 60, "競" * 60, "🗳️" * 20 + "🇪🇸" * 10, "Ñ" * 60)
LONG = "Wahlkampfdatenschutzbeauftragtenbestellung" * 8
PICTURES = os.environ.get("HUSTINGS_PICTURES", "")


class Faces:
    """A console, a projector and a phone that are looked at in each state."""

    def __init__(self, play: Stageplay, language: str) -> None:
        self.play, self.language, self.found = play, language, list[str]()
        self.console, self.screen = play.page(DESKS[0]), play.page(WALLS[0])
        self.phone = play.page(PHONE, locale=f"{language}-US")
        self.console.goto(play.served.link("console"))
        self.screen.goto(play.served.link("screen"))
        self.phone.goto(f"{play.served.root}/#{play.served.code}")
        expect(self.console.locator("#desk")).to_be_visible()

    def look(self, state: str) -> None:
        """Measure all faces at all sizes."""
        self.phone.wait_for_timeout(150)
        self._measure(self.phone, "phone", state, (PHONE,))
        self._measure(self.console, "console", state, DESKS)
        self._measure(self.screen, "screen", state, WALLS)

    def _measure(self, page: Page, face: str, state: str, sizes: tuple[dict[str, int], ...]) -> None:
        for size in sizes:
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.wait_for_timeout(60)
            where = f"{self.language} {state} {face} {size['width']}"
            self.found += [f"{where}: {one}" for one in misfits(page)]
            if face == "console" and size == DESKS[0] and page.locator("#desk").is_visible():
                self.found += [f"{where}: below the fold: {one}" for one in below_the_fold(page)]
            if face != "phone" and (below := cut_off(page)):
                self.found.append(f"{where}: {below} pixels are below the end")
            if PICTURES:
                page.screenshot(path=f"{PICTURES}/{where.replace(' ', '-')}.png")

    def dialog(self, name: str, state: str) -> None:
        """Open a panel or window of the console, measure, shut it."""
        if name in ("keys", "finish"):
            menu(self.console, name)
        else:
            self.console.locator(f"#{name}-button").click()
        self._measure(self.console, "console", state, DESKS)
        self.console.keyboard.press("Escape")


@contextmanager
def played(browser: Browser, folder: Path, language: str) -> Iterator[Stageplay]:
    words = ("rivera", "--edition", "quick", "--lang", language, "--host", "127.0.0.1", "--port", "0")
    with serving(folder, *words) as served:
        play = Stageplay(served, browser)
        try:
            yield play
        finally:
            play.close()


@pytest.mark.parametrize("language", some(["es", "en"], 2))
def test_everything_fits_in_each_state(language: str, browser: Browser, tmp_path: Path) -> None:
    with played(browser, tmp_path, language) as play:
        faces = Faces(play, language)
        faces.look("door")
        play.others += [guest(play.served, code=play.served.code, name=name, language=language) for name in NAMES]
        faces.phone.locator("#name").fill(NAMES[0])
        faces.phone.locator("#join button").click()
        expect(faces.phone.locator("#wait")).to_be_visible()
        faces.look("waiting")
        practice(faces)
        question = vote(faces)
        decided(faces, question)
        for name in ("people", "wall", "plan", "keys", "finish"):
            faces.dialog(name, name)
        menu(faces.console, "readback")
        faces.look("readback")
        faces.console.locator("#readback-back").click()
        play.act("finish")
        expect(faces.screen.locator("body[data-scene=end]")).to_be_attached()
        faces.look("ended")
        assert "" == "\n".join(faces.found)


def practice(faces: Faces) -> None:
    play = faces.play
    play.act("practise")
    play.vote("practice-vote", 1, "none", "partly", "fully", "fully")
    faces.look("practice")
    play.act("close", question="practice-vote")
    play.act("reveal", question="practice-vote")
    faces.look("practised")


def vote(faces: Faces) -> str:
    """Two rounds on a scored question, with notes of long words."""
    play = faces.play
    line = next(one for part in play.view()["sections"] for one in part["questions"] if one["gate"])
    question = str(line["id"])
    play.act("open", question=question)
    choices = [choice["id"] for choice in play.view()["current"]["question"]["choices"]]
    first, last = choices[0], choices[-1]
    faces.look("open")
    play.vote(question, 1, first, first, last, last)
    noted = {"question": question, "round": 1, "pick": first, "note": LONG, "tap": "n"}
    told = play.others[0].post("/api/vote", json=noted)
    assert told.status_code == 200, told.text
    play.act("close")
    faces.look("closed")
    play.act("reveal")
    faces.look("revealed")
    play.act("discuss", question=question)
    play.act("timer", seconds=120)
    faces.look("discussing")
    play.act("open", question=question)
    play.vote(question, 2, first, first, last, last)
    faces.look("second")
    play.act("close")
    play.act("reveal")
    faces.look("revealed-twice")
    aligned(faces.console, faces.screen)
    return question


def aligned(*pages: Page) -> None:
    """What each round came to stands above its bars."""
    for page in pages:
        lefts = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
        heads = page.locator(".rounds .round").evaluate_all(lefts)
        assert heads == page.locator(".bars li:first-child .measure").evaluate_all(lefts)
        assert 2 == len(set(heads))


def decided(faces: Faces, question: str) -> None:
    """A decision against the votes, with long words in everything that can be written."""
    play = faces.play
    value = [choice["id"] for choice in play.view()["current"]["question"]["choices"]][1]
    made = {"rationale": LONG, "dissent": 2, "dissent_text": LONG, "owner": NAMES[0]}
    play.act("decide", question=question, answer={"value": value}, **made)
    play.act("note", question=question, text=LONG)
    play.act("fetch", question=question, text=LONG, owner=NAMES[1], due="2027-01-28")
    play.act("park", question="", text=LONG)
    faces.look("decided")


@pytest.mark.parametrize("language", some(["es", "en"], 2))
def test_in_a_rehearsal_too_nothing_that_is_read_aloud_is_below_the_fold(
    language: str, browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path, "rehearse", "--speed", "100", "--lang", language, "--seed", "1") as served:
        play = Stageplay(served, browser)
        page = play.page(DESKS[0])
        page.goto(served.link("console"))
        expect(page.locator("#people-told")).to_contain_text("5")
        found = [("begin", folded(page))]
        gates = [one["id"] for part in play.view()["sections"] for one in part["questions"] if one["gate"]]
        for name in gates[:2]:
            found += rehearsed(page, play, str(name))
        assert [] == [one for one in found if one[1]]
        play.close()


def folded(page: Page) -> list[str]:
    expect(page.locator("#step:not([aria-disabled])")).to_be_visible()
    return [*below_the_fold(page), *misfits(page)]


def rehearsed(page: Page, play: Stageplay, name: str) -> Iterator[tuple[str, list[str]]]:
    """A question of the rehearsal from the agenda to its decision; the second one is split and takes two rounds."""
    sections = play.view()["sections"]
    part = next(part["id"] for part in sections if name in [one["id"] for one in part["questions"]])
    if page.locator(f"#part-{part}").get_attribute("aria-expanded") == "false":
        page.locator(f"#part-{part}").click()  # what was unfolded by hand stays so
    page.locator(f"#line-{name}").click()
    expect(page.locator(f"#line-{name}[aria-current]")).to_be_visible()
    yield f"{name} ready", folded(page)
    for round_ in (1, 2):
        page.locator("#step").click()
        expect(page.locator(".phase.open")).to_be_visible()
        yield f"{name} open {round_}", folded(page)
        expect(page.locator("#ask").or_(page.locator("#step.full"))).to_be_visible()
        if page.locator("#ask").is_visible():
            assert play.console.post("/api/rehearsal", json={}).is_success
        expect(page.locator("#step.full")).to_be_visible()
        yield f"{name} all in {round_}", folded(page)
        page.locator("#step").click()
        expect(page.locator(".phase.revealed")).to_be_visible()
        yield f"{name} revealed {round_}", folded(page)
        if page.locator("#step").get_attribute("data-step") != "discuss":
            break
        page.locator("#step").click()
        expect(page.locator(".phase.discussing")).to_be_visible()
        yield f"{name} discussing", folded(page)
    page.locator("#decision input[type=radio]").first.check()
    page.locator("#rationale").fill("We know.")
    expect(page.locator("#step:not([aria-disabled])")).to_be_visible()
    page.locator("#step").click()
    expect(page.locator(f"#line-{name}.decided")).to_be_visible()
