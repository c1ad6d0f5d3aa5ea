"""A theme's pages as a browser shows them while the theme is made: filled each time, or what is wrong in words."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from html import escape
from itertools import islice
from pathlib import Path

from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.problems import InputError
from hustings.report.document.document_records import Document
from hustings.report.formats.edition_page import edition_page
from hustings.report.formats.report_blocks import Edition
from hustings.report.render.html import render_html

MOST_FILES = 2_000
PAGES: Mapping[Edition, str] = {
    "full": english("Report"),
    "candidate": english("Candidate"),
    "owners": english("Owners"),
    "counsel": english("Counsel"),
    "share": english("To share"),
}
"""What can be looked at, each with its name."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A theme, and the document that it is tried with."""

    theme: Path
    document: Document

    def page(self, name: str) -> str:
        """A page by its name in `PAGES`; what is wrong in the theme, if it cannot be filled."""
        edition = next(one for one in PAGES if one == name)
        try:
            if edition == "full":
                return render_html(self.document, self.theme)
            return edition_page(self.document, edition, self.theme)
        except InputError as wrong:
            return (
                f"<!doctype html><meta charset=utf-8><title>{escape(wrong.what)}</title><pre>{escape(str(wrong))}</pre>"
            )

    def stamp(self) -> str:
        """What changes with the files of the theme."""
        total = sha256()
        for path in islice(sorted(self.theme.rglob("*")), MOST_FILES):
            state = path.lstat()
            total.update(f"{path} {state.st_mtime_ns} {state.st_size}\n".encode())
        return total.hexdigest()[:16]

    def frame(self, shown: str, nonce: str) -> str:
        """The page around: links to all pages, and the one that is shown, loaded again when the theme changes."""
        links = " ".join(
            f'<a href="/{name}"{" aria-current=page" if name == shown else ""}>{escape(say(title))}</a>'
            for name, title in PAGES.items()
        )
        title = escape(say("Theme: {folder}", folder=self.theme.name))
        return FRAME.format(title=title, links=links, shown=shown, nonce=nonce, stamp=self.stamp())


FRAME = """<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>body {{ margin: 0; display: flex; flex-direction: column; height: 100vh; font: 15px sans-serif }}
nav {{ padding: 8px 16px; border-bottom: 1px solid #c3ccd6 }} nav a {{ margin-right: 12px; color: #1d4f7c }}
[aria-current] {{ font-weight: bold }} iframe {{ flex: 1; border: 0 }}</style></head>
<body><nav><strong>{title}</strong> {links}</nav><iframe sandbox="" src="/page/{shown}" title="{title}"></iframe>
<script nonce="{nonce}">
let known = "{stamp}";
setInterval(async () => {{
  const now = await fetch("/stamp").then(reply => reply.text()).catch(() => known);
  if (now !== known) {{ known = now; document.querySelector("iframe").src = "/page/{shown}?" + now; }}
}}, 1000);
</script></body></html>
"""
