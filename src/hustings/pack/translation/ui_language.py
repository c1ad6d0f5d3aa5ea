"""The languages that Hustings itself speaks: the compiled gettext catalogs of `locale/`, beside the code."""

from __future__ import annotations

from dataclasses import replace

from hustings.messages import ENGLISH, TITLE, Words
from hustings.pack.shipped import PACKAGE

LOCALE = PACKAGE / "locale"
CATALOG = "LC_MESSAGES/hustings.mo"


def spoken_languages() -> tuple[str, ...]:
    """The codes of the languages that Hustings itself speaks, English among them."""
    folders = (path.parents[1].name for path in LOCALE.glob(f"*/{CATALOG}"))
    return tuple(sorted({ENGLISH.language, *(folder.replace("_", "-") for folder in folders)}))


def read_words(code: str) -> Words:
    """Our words in a language; the English ones if it is not spoken."""
    if code == ENGLISH.language or code not in spoken_languages():
        return ENGLISH
    words = Words(code, code, (LOCALE / code.replace("-", "_") / CATALOG).read_bytes())
    return replace(words, title=words.of(TITLE))
