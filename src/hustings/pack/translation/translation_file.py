"""A language file as it is written: every text of the pack in its order, translations kept, always the same bytes.

A text that stands in several places has one entry, the first. Nothing that somebody translated is dropped: where the
text has changed, the new one stands beside the old (`now`), and what belongs to no text any more goes to the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Protocol

from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.source.invisible_characters import escaped, looks_like_another_word
from hustings.pack.translation.translatable import Phrase, phrases
from hustings.pack.translation.translated_pack import Translation
from hustings.problems import Place

HEAD = """\
# yaml-language-server: $schema=../../schemas/language.json
# `to` is the translation of `from`. Keep names in braces as they are. `now`: the text has changed; mend `to`, put the
# new text under `from` and take `now` away. `hustings translate` writes this file anew (comments are not kept);
# `hustings check` says what is missing.
"""
ESCAPED = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029", "\ufeff": "\\ufeff"}
"""Line breaks to YAML, if they stood there as they are."""


class Translated(Protocol):
    """What is translated: by key, and by the text that was translated."""

    @property
    def translations(self) -> Mapping[str, Translation]:
        """The translations by key."""
        ...

    @property
    def by_text(self) -> Mapping[str, str]:
        """The translations by the text that was translated."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and its translation. `now` is what it says, if it has changed since; without a place it is left over."""

    key: str
    made_from: str
    now: str
    to: str
    place: Place | None


def language_text(pack: Pack, code: str, title: str, before: Translated | None) -> str:
    """The file of a language, with everything that `before` holds."""
    return "".join((HEAD, f"language: {code}\ntitle: {quoted(title)}\nstrings:\n", *map(_lines, entries(pack, before))))


def entries(pack: Pack, before: Translated | None) -> Iterator[Entry]:
    """Every text of the pack once, with its translation; then translations of texts that it no longer has."""
    old = dict(before.translations) if before else {}
    known = {phrase.key: phrase.text for phrase in phrases(pack)}
    said = {entry.made_from for entry in old.values() if entry.text and known.get(entry.key) == entry.made_from}
    for phrase in phrases(pack):
        mine = old.pop(phrase.key, None)
        if (mine and mine.text) or phrase.text not in said:
            yield _entry(phrase, mine, before.by_text if before else {})
        said.add(phrase.text)
    for left in (translation for translation in old.values() if translation.text):
        yield Entry(left.key, left.made_from, "", left.text, None)


def _entry(phrase: Phrase, old: Translation | None, by_text: Mapping[str, str]) -> Entry:
    if old is None or not old.text:
        return Entry(phrase.key, phrase.text, "", by_text.get(phrase.text, ""), phrase.place)
    now = "" if old.made_from == phrase.text else phrase.text
    return Entry(phrase.key, old.made_from, now, old.text, phrase.place)


def _lines(entry: Entry) -> str:
    parts = [f"  {entry.key}:", f"    from: {quoted(entry.made_from)}"]
    parts += [f"    now: {quoted(entry.now)}"] if entry.now else []
    return "\n".join([*parts, f"    to: {quoted(entry.to)}" if entry.to else "    to:", ""])


def quoted(text: str) -> str:
    """A text in double quotes, on one line, as YAML and JSON both read it; what a reader would refuse is escaped."""
    said = json.dumps(text, ensure_ascii=False)
    said = escaped(said) if looks_like_another_word(text) else said
    return "".join(ESCAPED.get(mark, mark) for mark in said)
