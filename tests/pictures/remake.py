"""`make pictures`: the pictures of the README, taken of the real thing.

The interview runs in a real terminal, whose screen is read by a terminal emulator and drawn as SVG. The report is the
sample's, its one-page summary turned into PNG by poppler's pdftoppm.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pexpect
import pyte
from PIL import Image, ImageOps
from pyte.screens import Char

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "questionnaires" / "campaign-ai" / "sample.yaml"
HUSTINGS = Path(sys.executable).with_name("hustings")
COLUMNS, ROWS, ASKED, SUMMARY_PAGE = 80, 26, "chatbot_account", 2
CELL, LINE, EDGE, BAR = 9, 20, 18, 34
INK = "#1f2937"
GROUND, RIM = "#fbfbf9", "#c9ced6"
FONT = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def main() -> None:
    with TemporaryDirectory() as folder:
        (HERE / "interview.svg").write_text(interview(Path(folder)), encoding="utf-8")
        report(Path(folder), HERE / "report.png")


def interview(folder: Path) -> str:
    """A question with the answer that was given before."""
    subprocess.run([HUSTINGS, "interview", "rivera", "--answers", SAMPLE], cwd=folder, check=True, capture_output=True)
    return drawn(shown(folder, ("interview", "rivera", "--at", ASKED)))


def shown(folder: Path, words: tuple[str, ...]) -> pyte.Screen:
    """The screen once the page is there down to its line of keys."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    told = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HUSTINGS_GROUND": "light"}
    environment = {**os.environ, **told}
    child = pexpect.spawn(
        str(HUSTINGS), list(words), dimensions=(ROWS, COLUMNS), cwd=str(folder), env=environment, encoding="utf-8"
    )
    end = time.monotonic() + 20
    while not any("q leave" in row for row in screen.display):
        assert time.monotonic() < end, "\n".join(screen.display)
        stream.feed(child.read_nonblocking(1 << 16, timeout=20))
    child.close(force=True)
    return screen


def drawn(screen: pyte.Screen) -> str:
    """A screen as SVG: a window with a bar, and each run of like characters as one text of a fixed length."""
    used = max(number for number, row in enumerate(screen.display) if row.strip()) + 2
    width, height = COLUMNS * CELL + 2 * EDGE, used * LINE + BAR + EDGE
    texts = "\n".join(text for row in range(used) for text in runs(screen, row))
    lights = "".join(f'<circle cx="{22 + 20 * n}" cy="17" r="6" fill="{RIM}"/>' for n in range(3))
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n'
        f"<title>{escape(' '.join(' '.join(row.split()) for row in screen.display if row.strip()))}</title>\n"
        f'<rect x="1" y="1" width="{width - 2}" height="{height - 2}" rx="9" fill="{GROUND}" stroke="{RIM}"/>{lights}\n'
        f'<g font-family="{FONT}" font-size="15" style="white-space: pre">\n{texts}\n</g>\n</svg>\n'
    )


def runs(screen: pyte.Screen, row: int) -> Iterator[str]:
    """The texts of one row."""
    cells = [(column, screen.buffer[row][column]) for column in range(COLUMNS)]
    for (colour, bold), group in groupby(cells, key=lambda cell: look(cell[1])):
        part = list(group)
        text = "".join(char.data for _, char in part)
        begin = len(text) - len(text.lstrip())
        if not text.strip():
            continue
        text = text.strip()
        x, y = EDGE + (part[0][0] + begin) * CELL, BAR + (row + 1) * LINE - 5
        weight = ' font-weight="700"' if bold else ""
        yield f'<text x="{x}" y="{y}" textLength="{len(text) * CELL}" fill="{colour}"{weight}>{escape(text)}</text>'


def look(char: Char) -> tuple[str, bool]:
    """Colour and weight."""
    return INK if char.fg == "default" else f"#{char.fg}", char.bold


def report(folder: Path, target: Path) -> None:
    """The summary page of the sample's report, in few colours so that it stays a small file."""
    subprocess.run([HUSTINGS, "demo", "--out", folder], check=True, capture_output=True)
    page = ["-f", str(SUMMARY_PAGE), "-l", str(SUMMARY_PAGE), "-r", "110", "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *page, folder / "sample-campaign.pdf", folder / "page"], check=True)
    picture = Image.open(io.BytesIO((folder / "page.png").read_bytes())).convert("RGB")
    ImageOps.expand(picture, 2, "#c9ced6").quantize(64).save(target, optimize=True)


if __name__ == "__main__":
    main()
