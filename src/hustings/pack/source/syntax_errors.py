"""What is wrong with the syntax of a YAML file, in plain words: the parser's own are for those who write parsers."""

from __future__ import annotations

from hustings.messages import english, say
from hustings.pack.source import invisible_characters
from hustings.problems import Place, Problem


def line_at(lines: tuple[str, ...], place: Place) -> str:
    """The line at a place; empty if there is none."""
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def syntax_problem(said: str, place: Place, lines: tuple[str, ...], most_depth: int) -> Problem:
    """What stopped the parser at a place, from its own message; a file may be `most_depth` levels deep."""
    source = line_at(lines, place)
    if "\t" in source[: place.column] and not source[: place.column].strip():
        return Problem(place, say("a tab stands where YAML wants spaces"), say("Indent with spaces."), source)
    if unseen := invisible_characters.near_mistake(place, lines):
        return unseen
    what, hint = _plainly(said or CANNOT_BE_READ, most_depth)
    return Problem(place, what, hint, source)


LOOK_AT_LIST, LOOK_ABOVE = english("Check the list."), english("Compare with the lines above.")
_PLAINLY = (
    (
        "exceeded maximum nesting depth",
        english("nested more than {most} levels deep"),
        english("Look for a stray bracket."),
    ),
    (
        "mapping values are not allowed",
        english("a colon stands where none is expected"),
        english("Put text that contains `: ` in quotes, or check the indent of the line above."),
    ),
    ("did not find expected key", english("the indent does not fit, or a quote is not closed"), LOOK_ABOVE),
    ("did not find expected '-'", english("the indent does not fit the list"), LOOK_ABOVE),
    ("could not find expected ':'", english("a key without a colon"), english("Write `key: value`.")),
    ("found unexpected end of stream", english("a quote is opened and never closed"), english("Close it.")),
    (
        "found character that cannot start",
        english("this character cannot start a value"),
        english("Put the value in quotes."),
    ),
    (
        "did not find expected ',' or",
        english("a bracket is opened and not closed, or a comma is missing"),
        LOOK_AT_LIST,
    ),
    (
        "did not find expected node content",
        english("a bracket or comma stands where a value is expected"),
        LOOK_AT_LIST,
    ),
)
"""What the parser says, what is said instead, and what to do."""
CANNOT_BE_READ = english("it cannot be read")
_RARE = (
    CANNOT_BE_READ,
    english("block sequence entries are not allowed in this context"),
    english("could not find expected directive name"),
    english("did not find URI escaped octet"),
    english("did not find expected '!'"),
    english("did not find expected <document start>"),
    english("did not find expected alphabetic or numeric character"),
    english("did not find expected comment or line break"),
    english("did not find expected digit or '.' character"),
    english("did not find expected hexdecimal number"),
    english("did not find expected tag URI"),
    english("did not find expected version number"),
    english("did not find expected whitespace"),
    english("did not find expected whitespace or line break"),
    english("did not find the expected '>'"),
    english("found a tab character that violates indentation"),
    english("found a tab character where an indentation space is expected"),
    english("found an incorrect leading UTF-8 octet"),
    english("found an incorrect trailing UTF-8 octet"),
    english("found an indentation indicator equal to 0"),
    english("found duplicate %TAG directive"),
    english("found duplicate %YAML directive"),
    english("found extremely long version number"),
    english("found incompatible YAML document"),
    english("found invalid Unicode character escape code"),
    english("found undefined tag handle"),
    english("found unexpected ':'"),
    english("found unexpected document indicator"),
    english("found unexpected non-alphabetical character"),
    english("found unknown directive name"),
    english("found unknown escape character"),
    english("mapping keys are not allowed in this context"),
)
"""What libyaml, the C parser, says of mistakes that authors hardly make; they are told as it has them."""


def _plainly(said: str, most_depth: int) -> tuple[str, str]:
    for sign, what, hint in _PLAINLY:
        if sign in said:
            return say(what, most=most_depth), say(hint)
    return say("this is not YAML: {said}", said=say(said) if said in _RARE else said), ""


def refused_character(text: str, at: int, name: str, lines: tuple[str, ...]) -> Problem:
    """A character that YAML refuses. We look for it first: the parser's own position counts bytes."""
    before = (text[:at] + "|").splitlines()
    place = Place(name, len(before), len(before[-1]))
    if text[at] == "\N{REPLACEMENT CHARACTER}":
        what = say("a character stands here that was lost when the text came from another encoding")
        return Problem(place, what, say("Type it again."), line_at(lines, place))
    what = say("the character {character} is not allowed in YAML", character=repr(text[at]))
    return Problem(place, what, say("Take it out."), line_at(lines, place))
