"""The content of the fields of a PDF form, whatever program filled it. Runs as a program of its own.

Fields count as a person sees them on the pages. A PDF stores the same value in two places; where they disagree, that is
reported, so that the caller can ask. Everything is counted before it is built.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from hustings.report.limited_program import work
from hustings.report.paper.pdf_text import Kind, has_value, is_text, listed, resolved, state, text_of

MOST_FIELDS, MOST_PAGES, MOST_DEPTH, MOST_NAME, MOST_TEXT = 10_000, 2_000, 32, 200, 2_000_000
"""More than the sheets of a team have. The last: characters of all fields together."""
OUTSIZE, PASSWORD, CERTIFICATE, NO_FIELDS = "outsize", "password", "certificate", "no_fields"
MARKUP = (
    *("/FreeText", "/Ink", "/Stamp", "/Text", "/Square", "/Circle", "/Line", "/Polygon", "/PolyLine", "/Caret"),
    *("/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/FileAttachment"),
)
"""Annotations that people draw on a page instead of filling its fields."""
KINDS: dict[str, Kind] = {"/Btn": "box", "/Ch": "list", "/Tx": "text"}
PUSH_BUTTON = 1 << 16


class RefusedError(Exception):
    """The file is refused; the reason is a code that `filled_form` puts into words."""


@dataclass(slots=True)
class FormField:
    """One field of the file: its dictionaries from the top down, its widgets, and the pages that show them."""

    name: str
    line: tuple[Any, ...]
    widgets: list[Any] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def found(self, key: str) -> Any:
        """A value of the field, or inherited from its parents."""
        above = reversed(self.line)
        return next((value for part in (*above, *self.widgets) if has_value(value := part.get(key))), None)

    def kind(self) -> Kind:
        """Whether it is a list, a box or text; guessed from its content where the file does not say."""
        named = KINDS.get(str(self.found("/FT")))
        drawn = self.states() and not is_text(self.found("/V"))
        guessed: Kind = "list" if "/Opt" in self.line[-1] else "box" if drawn else "text"
        return named or guessed

    def states(self) -> list[str]:
        """The appearance states of its widgets."""
        return [state(widget.get("/AS")) for widget in self.widgets if has_value(widget.get("/AS"))]


def main(content: bytes) -> bytes:
    """The reply as JSON: `fields`, `drawn` pages; or why the file is refused."""
    try:
        return json.dumps(_read(content)).encode()
    except RefusedError as why:
        return json.dumps({"refused": str(why)}).encode()


def _read(content: bytes) -> dict[str, object]:
    reader = _opened(content)
    root = reader.root_object
    places, drawn = _places(root)
    if not places:
        raise RefusedError(NO_FIELDS)
    return {"fields": list(_all_told(places)), "drawn": drawn}


def _all_told(places: list[FormField]) -> Iterator[dict[str, Any]]:
    length = 0
    for place in places:
        plain = _told(place)
        length += sum(map(len, plain["texts"]))
        if length > MOST_TEXT:
            raise RefusedError(OUTSIZE)
        yield plain


def _opened(content: bytes) -> Any:
    import pypdf

    try:
        reader = pypdf.PdfReader(BytesIO(content))
    except NotImplementedError as wrong:  # encrypted with a certificate, not a password
        raise RefusedError(CERTIFICATE) from wrong
    except pypdf.errors.WrongPasswordError as wrong:
        raise RefusedError(PASSWORD) from wrong
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusedError(PASSWORD)
    return reader


# --- finding them --------------------------------------------------------------------------------------------


def _key(value: Any) -> object:
    """The identity of an object: its number in the file, or itself."""
    number = getattr(value, "idnum", None) or getattr(getattr(value, "indirect_reference", None), "idnum", None)
    return ("number", number) if number else ("self", id(value))


def _parts(value: Any) -> Any:
    """The parts of an array; empty for anything else. More than a sheet can have are refused before they are read."""
    array = value.get_object() if hasattr(value, "get_object") else value
    if not isinstance(array, list):
        return ()
    if len(array) > MOST_FIELDS:
        raise RefusedError(OUTSIZE)
    return array


def _dictionary(value: Any) -> Any:
    whole = value.get_object() if hasattr(value, "get_object") else value
    return whole if hasattr(whole, "keys") else None


def _places(root: Any) -> tuple[list[FormField], list[int]]:
    """Every field, from the form and from the pages; and the numbers of pages with annotations over them."""
    form = _dictionary(root.get("/AcroForm"))
    places = dict[object, FormField]()
    owner = dict[object, FormField]()
    for place, keys in _tree(form.get("/Fields") if form else ()):
        places[keys[0]] = place
        owner |= dict.fromkeys(keys, place)
        if len(owner) > MOST_FIELDS:
            raise RefusedError(OUTSIZE)
    drawn = []
    for number, page in enumerate(_pages(root), 1):
        over = False
        for note in _parts(page.get("/Annots")):
            widget = _dictionary(note)
            if widget is None:
                continue
            over = over or widget.get("/Subtype") in MARKUP
            if widget.get("/Subtype") == "/Widget":
                _seen(note, widget, number, places, owner)
        drawn += [number] if over else []
    return list(places.values()), drawn


def _seen(note: Any, widget: Any, number: int, places: dict[object, FormField], owner: dict[object, FormField]) -> None:
    """A widget on a page, of a field that the form lists or does not."""
    place = owner.get(_key(note))
    if place is None:
        line = _upwards(widget)
        top = next((part for part in reversed(line) if "/T" in part), line[-1])
        place = places.setdefault(_key(top), FormField(_name(line), line))
        place.widgets.append(widget)
        owner[_key(note)] = place
    if len(owner) > MOST_FIELDS:
        raise RefusedError(OUTSIZE)
    place.pages.append(number)


def _upwards(widget: Any) -> tuple[Any, ...]:
    """A widget that is not in the form, and its parents."""
    line, seen = [widget], {id(widget)}
    while (above := _dictionary(line[0].get("/Parent"))) is not None and id(above) not in seen:
        line.insert(0, above)
        seen.add(id(above))
        if len(line) > MOST_DEPTH:
            raise RefusedError(OUTSIZE)
    return tuple(line)


def _name(line: tuple[Any, ...]) -> str:
    name = ".".join(part for one in line if (part := text_of(one.get("/T"), MOST_NAME + 1)))
    if len(name) > MOST_NAME:
        raise RefusedError(OUTSIZE)
    return name


def _tree(listed_fields: Any) -> Iterator[tuple[FormField, list[object]]]:
    """The fields of the form with the identities of their dictionaries, each once."""
    todo: list[tuple[Any, tuple[Any, ...]]] = [(one, ()) for one in _parts(listed_fields)]
    seen = set[object]()
    while todo:
        one, above = todo.pop()
        whole = _dictionary(one)
        if whole is None or _key(one) in seen:
            continue
        seen.add(_key(one))
        kids, line = _parts(whole.get("/Kids")), (*above, whole)
        if len(seen) + len(todo) + len(kids) > MOST_FIELDS or len(line) > MOST_DEPTH:
            raise RefusedError(OUTSIZE)
        named = [kid for kid in kids if "/T" in (_dictionary(kid) or {})]
        todo += [(kid, line) for kid in named]
        if not named:
            shown = [kid for kid in kids if _dictionary(kid) is not None]
            widgets = [_dictionary(kid) for kid in shown] or [whole]
            yield FormField(_name(line), line, widgets), [_key(one), *map(_key, shown)]


def _pages(root: Any) -> Iterator[Any]:
    """The pages in order. A cyclic tree ends where it repeats."""
    todo, seen = [root.get("/Pages")], set[object]()
    while todo:
        one = todo.pop(0)
        page = _dictionary(one)
        if page is None or _key(one) in seen:
            continue
        seen.add(_key(one))
        kids = _parts(page.get("/Kids"))
        if len(seen) + len(todo) + len(kids) > MOST_PAGES:
            raise RefusedError(OUTSIZE)
        todo = [*kids, *todo]
        if "/Kids" not in page:
            yield page


# --- what they say -------------------------------------------------------------------------------------------


def _told(place: FormField) -> dict[str, Any]:
    """A field as plain values: `texts` as written, doubts about them, and its pages."""
    kind, value = place.kind(), place.found("/V")
    pushed = kind == "box" and isinstance(flags := place.found("/Ff"), int) and flags & PUSH_BUTTON
    texts, trouble = ([], "") if pushed else _box(place, value) if kind == "box" else _texts(place, kind, value)
    return {"name": place.name, "kind": kind, "texts": texts, "trouble": trouble, "pages": place.pages}


def _box(place: FormField, value: Any) -> tuple[list[str], str]:
    """A tick is any state but Off. If stored and drawn states differ, the doubt says how."""
    stored, drawn = state(value), place.states()
    if stored and drawn and not any(drawn):
        return ["on"], "unlike"
    if any(drawn):
        return ["on"], "" if stored else "drawn"
    return (["on"], "") if stored else ([], "")


def _texts(place: FormField, kind: Kind, value: Any) -> tuple[list[str], str]:
    texts = listed(value)
    if texts is None:
        return [], "unread"
    if kind == "list":
        texts = resolved(texts, place.found("/Opt"), place.found("/I"))
    texts = [text for text in texts if text]
    return texts, "unread" if not texts and text_of(place.found("/RV"), 1) else ""


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)  # warnings of the library about bad files are not shown
    work(main)
