"""What a finished page may not do: run, send, or reach for anything outside itself.

Answers are escaped and cannot do it; a theme could. Named here, so that its author learns what to change. The content
security policy in the page and the locked fetcher of the PDF hold even where this reading and a browser's differ.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hustings.problems import InputError

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
NEVER = frozenset({"script", "iframe", "frame", "object", "embed", "applet", "base", "form", "audio", "video"})
LINKS = frozenset({"href", "src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href"})
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_URL = re.compile(r"""(?:url\(\s*["']?\s*(?!data:|#)[^\s"')])|@import""", re.IGNORECASE)

Attributes = list[tuple[str, str | None]]


def guarded(page: str) -> str:
    """The page with its policy. Raises `InputError` that names what the theme should leave out."""
    eyes = _Eyes()
    eyes.feed(page)
    eyes.close()
    if eyes.found:
        raise InputError(f"The theme's page holds {eyes.found[0]}; a report may reach nothing outside itself.", HINT)
    if not _HEAD.search(page):
        raise InputError("The theme's report.html has no <head>.", "Begin it like the one in reports/plain.")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return _HEAD.sub(lambda found: f"{found[0]}\n{policy}", page, count=1)


HINT = "Put pictures in with image('logo.svg') and styles with style('report.css'); leave scripts out."


class _Eyes(HTMLParser):  # the standard library's parser is used by inheriting from it
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.in_style = tag == "style"
        if tag in NEVER:
            self.found.append(f"<{tag}>")
        if tag == "meta" and any(name == "http-equiv" for name, _ in attrs):
            self.found.append("<meta http-equiv>")
        self.found += [f"{name}=“{(value or '')[:60]}”" for name, value in attrs if _reaches(tag, name, value or "")]

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)
        self.in_style = False

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False if tag == "style" else self.in_style

    def handle_data(self, data: str) -> None:
        if self.in_style and (found := _URL.search(data)):
            self.found.append(f"“{data[found.start() : found.start() + 60]}” in a style")


def _reaches(tag: str, name: str, value: str) -> bool:
    """Whether an attribute runs or fetches something; a link that a reader may follow is fine."""
    if name.startswith("on"):
        return True
    if name == "style":
        return bool(_URL.search(value))
    if name not in LINKS:
        return False
    allowed = ("#", "https://", "http://", "mailto:") if tag == "a" else ("#", "data:")
    return not value.strip().startswith(allowed)
