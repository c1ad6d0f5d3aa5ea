"""The workshop's pages without a server: each gets the program's own files, and the views that its server would send.

One page is opened, and shown one state after the other. So many states at many sizes can be looked at in the time that
one workshop over the network takes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

from hustings.casefile import CaseFile
from hustings.messages import ENGLISH, speaking
from hustings.pack.model import Pack
from hustings.pack.translation.ui_language import read_words
from hustings.workshop.views.labels.page_labels import labels
from hustings.workshop.web.hub import Hub, RoomLanguage, Stream
from hustings.workshop.web.routes import FONTS, KINDS, PAGES
from hustings.workshop.web.security.access import Access
from support import campaign_ai
from support.session import Standing, begun

HOME = "http://192.168.0.10:8650"
FILES = {"": "phone/phone.html", "console": "console/console.html", "screen": "screen.html"}
EVENTS = """
window.EventSource = class {
  constructor() { window.source = this; }
  addEventListener() {}
  close() {}
};
let asking = 0;
const ask = window.fetch;
window.fetch = async (...request) => {
  asking += 1;
  try {
    const answer = await ask(...request);
    await answer.clone().blob();
    return answer;
  } finally {
    asking -= 1;
  }
};
const frame = () => new Promise(requestAnimationFrame);
window.tell = async (view) => {
  if (view) {
    source.onopen();
    source.onmessage({ data: JSON.stringify(view) });
  } else source.onerror();
  do {
    await frame();
    await frame();
  } while (asking);
};
"""
"""In place of the stream of a server. Whoever tells a page something goes on when it has drawn it: a page that gets
another size while it still asks for something may scroll a list elsewhere, and leaves it there."""
WORDS = {"en": ENGLISH, "es": read_words("es")}


def shipped(language: str) -> Pack:
    """The pack that ships, all of it, in a language."""
    return campaign_ai.edition("full", "" if language == "en" else language)


def hub_of(case: CaseFile, language: str) -> Hub:
    """A workshop on a case, led in a language; its phones speak both."""
    session = begun(case, Standing(), shipped(language))
    languages = {code: RoomLanguage(words, shipped(code)) for code, words in WORDS.items()}
    return Hub(session, Access(session), languages, language, HOME)


@dataclass
class Face:
    """One page. `answers` are what its requests get, by path; `wrong` is what it complained of."""

    hub: Hub
    page: Page
    answers: Mapping[str, Callable[[Any], object]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def open(self, name: str) -> None:
        """Load the page: "" is the phone's."""
        self.page.on("pageerror", lambda wrong: self.wrong.append(str(wrong)))
        self.page.add_init_script(EVENTS)
        self.page.route(f"{HOME}/**", self._answer)
        self.page.goto(f"{HOME}/{name}")
        self.page.locator("html.worded").wait_for()

    def show(self, stream: Stream) -> None:
        """Show what the server would send to this window now."""
        self.hub.changed()
        self.page.evaluate("(view) => tell(view)", self.hub.view(stream))

    def shut_out(self) -> None:
        """Show what somebody sees who has not come in."""
        self.page.evaluate("() => tell(null)")

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOME).partition("?")[0].strip("/")
        if path in self.answers:
            body = route.request.post_data
            with speaking(self.hub.language(self.hub.facilitator_language).words):
                route.fulfill(json=self.answers[path](json.loads(body) if body else None))
        elif path.startswith("labels/"):
            route.fulfill(json=self._labels(*path.removesuffix(".json").split("/")[1:]))
        elif path == "qr.svg":
            route.fulfill(body=QR, content_type="image/svg+xml")
        elif (file := _file(path)) and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=KINDS.get(file.suffix[1:], "font/woff2"))
        else:
            route.fulfill(status=403, json={"what": "", "hint": ""})

    def _labels(self, name: str, code: str) -> object:
        language = self.hub.language(code)
        titles = [{"code": known, "title": words.title} for known, words in sorted(WORDS.items())]
        with speaking(language.words):
            found = labels(name)
        roles = [{"id": role.id, "title": role.title} for role in language.pack.questionnaire.roles]
        return {"language": language.words.language, "languages": titles, "words": found, "roles": roles}


QR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M1 1h8v8h-8z"/></svg>'


def _file(path: str) -> Path | None:
    """A file that the server would send."""
    if path in FILES:
        return PAGES / FILES[path]
    kind, _, name = path.partition("/")
    return {"pages": PAGES, "fonts": FONTS}.get(kind, PAGES / "none") / name if name else None


def opened(hub: Hub, browser: Browser, name: str, size: Mapping[str, int], language: str, **more: Any) -> Face:
    """A page of a hub, opened in a window of its own."""
    context = browser.new_context(
        viewport=dict(size),  # type: ignore[arg-type]
        reduced_motion="reduce",
        locale=f"{language}-US",
        timezone_id="UTC",
        **more,
    )
    face = Face(hub, context.new_page())
    face.open(name)
    return face
