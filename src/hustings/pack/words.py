"""Our own words in other languages: `questionnaires/languages/CODE.yaml`, the English sentence as the key."""

from __future__ import annotations

from types import MappingProxyType

from hustings.pack.language import FOLDER, languages
from hustings.pack.language_shapes import WordsShape
from hustings.pack.nodes import fetched
from hustings.pack.shaping import shaped
from hustings.pack.shelf import shelf
from hustings.problems import PackError
from hustings.wording import ENGLISH, Words


def spoken_languages() -> tuple[str, ...]:
    """The codes of the languages that Hustings itself speaks, English among them."""
    return tuple(sorted({ENGLISH.language, *languages(shelf("questionnaires"))}))


def read_words(code: str) -> Words:
    """Our words in a language; the English ones if it is not spoken. Raises `PackError` if the file is not in order."""
    if code == ENGLISH.language or code not in spoken_languages():
        return ENGLISH
    authored = fetched(shelf("questionnaires"), f"{FOLDER}/{code}.yaml")
    found = shaped(WordsShape, authored)
    if found.problems or found.shape is None:
        raise PackError(found.problems)
    said = {english: text for english, text in (found.shape.strings or {}).items() if text}
    return Words(code, found.shape.title, MappingProxyType(said))
