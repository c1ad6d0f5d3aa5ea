"""Accepted pictures of pages, kept as text: a picture is a grid of cells, each of them how light it is, from 0 to f.

A file of them can be read and compared like any other text, and weighs two kilobytes a picture. What is compared is
where things stand and how dark they are: letters that are drawn a little differently change a cell by less than is
allowed, and a button that has moved changes many by more.

Pictures are made by one browser with its typefaces. Elsewhere a page may break its lines in other places; there only a
page that looks altogether different is told, with the reason. An everyday run notices what has moved, `make deep` a
longer word too.
The tests look at the first states of each page. `make comparedpictures`, which CI runs too, looks at every state;
`make workshoppictures` makes the pictures anew.
"""

from __future__ import annotations

import io
import os
import re
import time
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from support.deep import DEEP

FOLDER = Path(__file__).parents[1] / "pictures" / "workshop"
REMAKE = bool(os.environ.get("HUSTINGS_REMAKE_PICTURES", ""))
EVERY = DEEP or REMAKE or bool(os.environ.get("HUSTINGS_EVERY_PICTURE", ""))
"""Every state is looked at, at every size, in both languages; else the first states, in one language."""
COLUMNS = 64
LEVELS = 16
WIDE = 1000
STEP = 1
"""So many levels of sixteen may a cell differ."""
FEW = 6
"""So many cells may differ more: a letter or two."""
MOVED = 14
"""So many in an everyday run: a part of the page that has moved is more, a word that was changed is less."""
ELSEWHERE = 0.2
"""Where another browser or other typefaces draw it, so many of all cells may differ."""
PATIENCE = 8.0
CHANGING = """
  #way img, .code, .address, .in, #timer, #drain, .due, #language, #tools { visibility: hidden !important }
  body[data-scene=break] #band strong { visibility: hidden !important }
  #join input { color: transparent !important; caret-color: transparent !important }
"""
"""What is another in each session: codes, addresses, clocks, dates."""
SAME = """() => {
  const said = { ".way .code": "ABC234", ".way .address": "http://192.168.0.10:8650" };
  for (const [name, text] of Object.entries(said)) {
    const place = document.querySelector(name);
    if (place) place.textContent = text;
  }
  dispatchEvent(new Event("resize"));
  return document.fonts.ready.then(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
}"""
MADE_BY = """() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const wide = (font) => {
    canvas.font = `40px ${font}`;
    return Math.round(canvas.measureText("Hamburgefonstiv 0123 ñ").width);
  };
  return ["system-ui", "'Liberation Sans'", "serif", "monospace"].map(wide).join(" ");
}"""
MADE = "made by"
Grid = tuple[str, ...]


def packed(row: str) -> str:
    """A row of cells with its runs counted: `fffffff0` is `f{7}0`."""
    return row if " " in row else re.sub(r"(.)\1{4,}", lambda run: f"{run[1]}{{{len(run[0])}}}", row)


def unpacked(row: str) -> str:
    """The cells of a row."""
    return row if " " in row else re.sub(r"(.)\{(\d+)\}", lambda run: run[1] * int(run[2]), row)


@dataclass(slots=True)
class Accepted:
    """The accepted pictures of one file, `columns` cells wide, of which `moved` may differ in an everyday run.

    `found` are those that differ, in words.
    """

    name: str
    columns: int = COLUMNS
    moved: int = MOVED
    found: list[str] = field(default_factory=list)
    taken: dict[str, Grid] = field(default_factory=dict)
    known: dict[str, Grid] = field(default_factory=dict)
    made_by: str = ""
    patience: float = PATIENCE

    def __post_init__(self) -> None:
        for part in self.path.read_text(encoding="utf-8").split("\n\n") if self.path.exists() else ():
            title, *rows = part.strip().split("\n")
            self.known[title] = tuple(map(unpacked, rows))
        self.made_by = " ".join(self.known.pop(MADE, ()))

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.txt"

    def look(self, page: Page, state: str) -> None:
        """Compare a page with its accepted picture; one that still changes is looked at again.

        A state without a picture is not waited for.
        """
        here = made_by(page)
        limit = (FEW if DEEP else self.moved) if here == self.made_by else None
        end = time.monotonic() + (self.patience if state in self.known else 0)
        while (
            (wrong := self._compared(still(page, self.columns), state, limit)) and time.monotonic() < end and not REMAKE
        ):
            page.wait_for_timeout(200)
        self.taken[MADE] = (here,)
        if not REMAKE:
            self.found += [wrong] if wrong else []
            if here != self.made_by and not wrong:
                warnings.warn(f"{self.path.name}: {elsewhere(self.made_by, here)}", stacklevel=2)

    def _compared(self, now: Grid, state: str, limit: int | None) -> str:
        self.taken[state] = now
        if state not in self.known:
            return f"{state}: there is no accepted picture; `make workshoppictures` makes it"
        cells = differing(self.known[state], now)
        most = limit if limit is not None else int(ELSEWHERE * sum(map(len, now)))
        return f"{state}: {cells} cells differ from the accepted picture, {most} may" if cells > most else ""

    def close(self) -> str:
        """What differs, in words; when pictures are remade they are written instead."""
        if REMAKE:
            FOLDER.mkdir(exist_ok=True)
            parts = ("\n".join((title, *map(packed, rows))) for title, rows in sorted(self.taken.items()))
            self.path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
            return ""
        hint = "Look at it (HUSTINGS_PICTURES=folder keeps pictures); if it is meant so: make workshoppictures"
        return "\n".join([*self.found, hint] if self.found else [])


def elsewhere(then: str, here: str) -> str:
    """Why pictures are not compared closely here."""
    return f"made by {then}; this is {here}. Another browser or other typefaces: only gross differences are told."


def made_by(page: Page) -> str:
    """The browser and the widths of its typefaces."""
    version = page.context.browser.version.partition(".")[0] if page.context.browser else ""
    return f"{version} {page.evaluate(MADE_BY)}"


def still(page: Page, columns: int = COLUMNS) -> Grid:
    """The page once two pictures of it are the same, with the same words where each session has its own."""
    page.evaluate(SAME)
    now = grid(page, columns)
    while REMAKE and now != (later := _later(page, columns)):
        now = later
    return now


def _later(page: Page, columns: int) -> Grid:
    page.wait_for_timeout(300)
    return grid(page, columns)


def grid(page: Page, columns: int = COLUMNS) -> Grid:
    """The page as rows of cells."""
    taken = page.screenshot(type="jpeg", quality=90, style=CHANGING, animations="disabled", caret="hide")
    return cells_of(taken, columns)


def cells_of(picture: bytes, columns: int = COLUMNS) -> Grid:
    """A picture as rows of cells."""
    image: Image.Image = Image.open(io.BytesIO(picture))
    rows = round(columns * image.height / image.width)
    if image.width > WIDE:
        image.draft("L", (image.width // 4, image.height // 4))  # a JPEG is read at a quarter of its size
    image = image.convert("L")
    small = image.resize((columns, rows), Image.Resampling.BOX).tobytes()
    return tuple(
        "".join(f"{small[row * columns + column] * LEVELS // 256:x}" for column in range(columns))
        for row in range(rows)
    )


def differing(accepted: Grid, now: Grid) -> int:
    """How many cells differ by more than may be; all, if the pictures are of different sizes."""
    if [len(row) for row in accepted] != [len(row) for row in now]:
        return sum(map(len, now))
    pairs = zip("".join(accepted), "".join(now), strict=True)
    return sum(abs(int(one, LEVELS) - int(other, LEVELS)) > STEP for one, other in pairs)
