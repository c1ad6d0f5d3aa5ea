"""The choices of a question in rows: the key, the box to tick, the words, and which was answered before."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.frozen_records import dataclass
from hustings.interview.pages.page import Option, Page, Sign
from hustings.interview.screen.frame import CONTINUED
from hustings.interview.screen.grid import Grid
from hustings.interview.screen.view import Filter, View, choosable, listed, marks
from hustings.messages import english, say
from hustings.styled_text.bars import bar
from hustings.styled_text.palette import Role
from hustings.styled_text.rows import BLANK, Piece, Row, Rows, balanced, cut, filled, flowing, led, para, wide
from hustings.styled_text.signs import ALERT, ASK, HERE, OPEN, STEP, TICK
from hustings.styled_text.terminal_text import safe
from hustings.text import cells

SIGNS: dict[Sign, Piece] = {
    "done": ("tick", TICK), "find_out": ("ask", ASK), "step": ("key", STEP), "stop": ("error", ALERT),
    "open": ("quiet", OPEN), "news": ("quiet", "•"), "below": ("", " "), "": ("", " "),
}  # fmt: skip
LOOSE_MOST = 8
"""The most choices between which blank rows stand."""
METER = 24
LEAST_METER = 6
COLUMNS_FROM = 92
"""The width from which the review has questions and answers side by side."""


FILTERS: tuple[tuple[str, str, Filter], ...] = (
    ("a", english("all"), ""), ("o", english("open"), "open"), ("c", english("changed"), "changed"),
)  # fmt: skip
"""The keys of the review that show all answers or some of them."""


@dataclass(frozen=True, slots=True)
class ListRows:
    """The rows of a list, and which of them the selected option takes."""

    rows: Rows
    focus: tuple[int, int] = (0, 0)


def list_rows(page: Page, view: View, grid: Grid, *, spaced: bool) -> ListRows:
    """The options of a page. `spaced`: with blank rows, if there is room for them."""
    rows, focus, shown = list[Row](), (0, 0), choosable(page, view)
    pointed = shown[min(view.selected, len(shown) - 1)].id if shown else ""
    keys, loose = marks(page), spaced and grid.loose and len(shown) <= LOOSE_MOST and page.state == "question"
    for option in listed(page, view):
        rows += [BLANK] if _blank_before(page, option, grid, loose=loose, spaced=spaced) and rows else []
        start = len(rows)
        rows += _option_rows(page, view, option, grid, keys.get(option.id, ""), here=option.id == pointed)
        focus = (start - _heading_above(rows, start), len(rows)) if option.id == pointed else focus
    return ListRows(tuple(rows), focus)


def filter_rows(page: Page, view: View, grid: Grid) -> Rows:
    """The keys that show some of the answers only, with how many there are; the one in force is underlined."""
    parts = list[Row]()
    for key, words, shown in FILTERS:
        count = sum(bool(option.sign) for option in choosable(page, View(shown=shown)))
        parts.append((("key", key), ("", " "), ("found" if view.shown == shown else "quiet", f"{say(words)} {count}")))
    return flowing(parts, grid.text)


def _heading_above(rows: list[Row], start: int) -> int:
    """1 if a heading stands right above, so that it is seen with the first option under it."""
    return 1 if start and rows[start - 1] and rows[start - 1][0][0] == "strong" else 0


def _blank_before(page: Page, option: Option, grid: Grid, *, loose: bool, spaced: bool) -> bool:
    """Headings and what is no choice of the author's stand apart."""
    first_key = next((one.id for one in page.options if one.key), None)
    apart = option.heading or (option.id == first_key and grid.airy)
    return spaced and (loose or apart)


def _option_rows(page: Page, view: View, option: Option, grid: Grid, key: str, *, here: bool) -> Rows:
    if option.heading:
        return para(option.text, grid.text, "strong")
    if page.state == "review" and option.sign:
        return _review_rows(option, grid, here=here)
    if option.meter is not None:
        return (_meter_row(page, option, grid, key, here=here),)
    return _choice_rows(page, view, option, grid, key, here=here)


def _pointer(*, here: bool) -> Piece:
    return ("key", f"{HERE} ") if here else ("", "  ")


def _choice_rows(page: Page, view: View, option: Option, grid: Grid, key: str, *, here: bool) -> Rows:
    chosen = option.id in (view.ticked if page.kind == "several" else page.answered)
    lead: Row = (_pointer(here=here), *_box(page, option, chosen=chosen), *_mark(page, key))
    role: Role = "here" if here else "strong" if chosen else ""
    text, room = option.short or option.text, grid.text - wide(lead)
    after = _beside(page, option, chosen=chosen)
    rows = led(balanced(text, room), role, lead, wide(lead))
    if wide(rows[-1]) + wide(after) > grid.text and page.state == "question":
        rows = led(balanced(text, room - wide(after)), role, lead, wide(lead))
    return (*rows[:-1], (*rows[-1], *after)) if wide(rows[-1]) + wide(after) <= grid.text else rows


def _mark(page: Page, key: str) -> Iterator[Piece]:
    """The key of an option; room for it where others have one."""
    if marks(page):
        yield ("key", f"{key or ' '}  ")


def _box(page: Page, option: Option, *, chosen: bool) -> Iterator[Piece]:
    if page.kind == "several":
        yield ("", "    ") if option.key else ("tick", f"[{TICK}] ") if chosen else ("quiet", "[ ] ")


def _beside(page: Page, option: Option, *, chosen: bool) -> Row:
    if chosen and page.kind == "one" and page.state == "question":
        return (("tick", f"  {TICK}"), ("quiet", f" {say('your answer')}"))
    return (("quiet", f"   {safe(option.beside)}"),) if option.beside else ()


def _meter_row(page: Page, option: Option, grid: Grid, key: str, *, here: bool) -> Row:
    """A section: its bar, how many questions are done, minutes left, and whether we are here."""
    assert option.meter is not None
    meter, room = option.meter, max((cells(one.short or one.text) for one in page.options), default=0)
    after: Row = (
        ("quiet", f"{say('{number} of {all}', number=meter.done, all=meter.of):>9}"),
        *(
            (("tick", f"  {TICK}     "),)
            if meter.done == meter.of
            else (("quiet", f"  {say('{n} min', n=meter.minutes):<6}"),)
        ),
        *((("accent", f"  {say('here')}"),) if meter.here else ()),
    )
    lead: Row = (_pointer(here=here), ("key", f"{key}  "))
    size = min(METER, grid.text - room - wide(lead) - 30)
    name = filled((("here" if here else "", safe(option.short or option.text)),), room)
    bars = (("", "  "), *bar(meter.part, size)) if size >= LEAST_METER else ()
    return cut((*lead, *name, *bars, ("", " "), *after), grid.text)


def _review_rows(option: Option, grid: Grid, *, here: bool) -> Rows:
    """A question and its answer: side by side where there is room, else in two rows."""
    role: Role = "here" if here else "quiet"
    lead: Row = (_pointer(here=here), SIGNS[option.sign], ("", " "), (role, safe(option.short)))
    answer: Row = (("here" if here else "quiet" if option.sign == "open" else "", safe(option.beside)),)
    changed: Row = (("accent", f"  {say('changed')}"),) if option.changed else ()
    below = para(option.below, grid.stage, "quiet", (CONTINUED,)) if here and option.below else ()
    half = grid.stage // 2 - 2
    if grid.stage >= COLUMNS_FROM:
        right = (*cut(answer, grid.stage - half - 2 - wide(changed)), *changed)
        return ((*filled(cut(lead, half), half + 2), *right), *below)
    return (cut(lead, grid.text), (CONTINUED, *cut(answer, grid.text - 4 - wide(changed)), *changed), *below)
