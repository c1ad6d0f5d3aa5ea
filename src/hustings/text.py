"""Text that people typed or sent: cleaning, normalising, comparing and wrapping.

All input (worksheets, phones, rosters, answers files, prompts) is cleaned here, so that equal words are equal texts,
and a person has one name however typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional, combining, normalize

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What is not seen and steers: it moves a terminal's cursor, turns a line around, or breaks a record. Tabs and line
breaks are not among it, nor what joins letters or emoji."""

BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""Line breaks other than the line feed."""

UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""What takes no room and is not seen: joiners, soft hyphens, marks of direction. Two names that differ by it alone read
the same."""

APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u02b9\u2032\u00b4`", "'"))
HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
"""Variants of apostrophe and hyphen, which depend on the keyboard."""

ANY_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
SENTENCE_END = re.compile(r"(?<=.{30}[.!?…])(?<![(“]) (?=[^a-z])")
"""Between two sentences: a blank after a full stop, and no small letter behind it."""

WORDS = re.compile("( *)([^ ]+)")
"""A word with the spaces before it."""


def harmless(text: str) -> str:
    """The text with a line feed for each line break, and without control and direction characters."""
    return STEERING.sub("", BREAK.sub("\n", text))


def direction(text: str) -> str:
    """What `dir` says of a text in HTML: `rtl` if its first strong letter is right to left, `auto` otherwise.

    A browser finds that out by itself; a printer of pages does not.
    """
    strong = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return "auto" if strong == "L" else "rtl"


def clean(text: str) -> str:
    """Free text as it is stored: harmless, and without white space around it; line breaks stay."""
    return harmless(text).strip()


def one_line(text: str) -> str:
    """Clean text on one line, every run of blanks a single space."""
    return " ".join(harmless(text).split())


def same_form(text: str) -> str:
    """A text with its letters in one form (NFC) and every run of blanks a single space."""
    return " ".join(normalize("NFC", text).split())


def without_accents(text: str) -> str:
    """A word in lower case and without accents, for searching."""
    return "".join(character for character in normalize("NFD", text.casefold()) if not combining(character))


def name_of(text: str) -> str:
    """A person's name as it is stored: on one line and normalised (NFC); empty if nothing of it is visible."""
    name = normalize("NFC", one_line(text))
    return name if folded_name(name) else ""


def folded_name(name: str) -> str:
    """A person's name for comparison, the same for every way of typing it.

    Capitals, blanks (also those that do not break), the form of letters with accents, apostrophes, hyphens and what is
    not seen make no difference. Accents do: José and Jose may be two.
    """
    visible = UNSEEN.sub("", normalize("NFKC", name))
    plain = visible.translate(APOSTROPHES).translate(HYPHENS).casefold()
    return " ".join(normalize("NFKC", plain).split())


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same. Empty names never are."""
    folded = folded_name(one)
    return bool(folded) and folded == folded_name(other)


def lower_first(text: str) -> str:
    """A sentence or title inside another sentence: its first letter small; abbreviations stay as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A sentence that stands by itself: its first letter a capital."""
    return text[:1].upper() + text[1:]


def first_sentence(text: str) -> str:
    """The first sentence of a text, as far as its marks tell; a very short one takes the next with it."""
    ended = SENTENCE_END.search(text)
    return text[: ended.start()] if ended else text


def question_itself(text: str) -> str:
    """The last sentence of a question, without those that lead to it."""
    return ANY_SENTENCE_END.split(text)[-1] if text.endswith("?") else text


def cells(text: str) -> int:
    """The width of a text in columns of a terminal: CJK and emoji take two, accents and joiners of their own none.

    Marks are counted one by one, as the library that draws our prompts does: joined emoji count as wide as a terminal
    draws them that does not join them, so that no line is ever wider than counted.
    """
    if text.isascii() and text.isprintable():  # the usual case, which should be fast
        return len(text)
    from wcwidth import wcwidth

    return sum(max(wcwidth(character), 0) for character in text)


def wrapped(text: str, width: int, prefix: str = "", indent: str = "", *, cut: bool = True) -> Iterator[str]:
    """One paragraph in lines of at most `width` cells, broken at spaces; other kinds of blanks hold together.

    The first line starts with `prefix`, later ones with `indent`. A word wider than a line is cut; with `cut=False` it
    stays whole and sticks out, as a command to copy does. Several spaces stay several, except where a line breaks.
    """
    line, free, room = prefix, True, max(width - cells(indent), 2)
    for gap, word in WORDS.findall(text):
        for number, part in enumerate(_pieces(word, room) if cut else (word,)):
            before = "" if number else gap
            if not free and cells(line) + len(before) + cells(part) > width:
                yield line
                line, free = indent, True
            line, free = (line + part if free else f"{line}{before}{part}"), False
    yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word, split if it is wider than a line."""
    if cells(word) <= width:
        yield word
        return
    piece = ""
    for character in word:
        if cells(piece) + cells(character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
