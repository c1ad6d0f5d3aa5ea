"""A pack in another language: `languages/CODE.yaml` of its folder holds the texts, this puts them over the English.

Ids, weights, conditions and the digest stay: the digest is that of what is asked and how it is weighed, and the same
answers give the same result in any language (method.md 1.3, invariant 19). A translation counts only while the text it
was made from is still the pack's: another question must not be asked in the words of an old one. Until somebody has
looked at it, and where there is none at all, the original text is shown. A text that stands in several places is
translated once; where it must read differently, it gets an entry of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.messages import Words, english, placeholders, say
from hustings.pack.model import Pack
from hustings.pack.schema.language import LanguageShape
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.validation import shaped
from hustings.pack.source.yaml_source import Authored, fetched
from hustings.pack.translation.translatable import Phrase, phrases, retold
from hustings.problems import PackError, Place, Problem, did_you_mean

FOLDER = "languages"
FEW = 3  # gaps of one kind that are reported one by one
CUT = 80
What = Literal["missing", "stale", "unused", "placeholders"]


@dataclass(frozen=True, slots=True)
class Translation:
    """One text: what it was made from, and what it says; where its key stands."""

    key: str
    made_from: str
    text: str
    place: Place

    def fits(self, text: str) -> bool:
        """Whether this may stand for a text."""
        return self.made_from == text and placeholders(self.text) == placeholders(text)


@dataclass(frozen=True, slots=True)
class Language:
    """A pack's texts in one language, by key as its file has them, and by the text that was translated."""

    code: str
    title: str
    translations: Mapping[str, Translation]
    by_text: Mapping[str, str]
    authored: Authored
    place: Place

    def of(self, phrase: Phrase) -> str:
        """A text in this language; as it was written where there is no translation that fits."""
        own = self.translations.get(phrase.key)
        return own.text if own and own.text and own.fits(phrase.text) else self.by_text.get(phrase.text, phrase.text)


def languages(folder: Path) -> tuple[str, ...]:
    """The languages into which the pack in `folder` is translated."""
    return tuple(sorted(path.stem for path in (folder / FOLDER).glob("*.yaml") if not path.name.startswith(".")))


def read_language(folder: Path, code: str) -> Language:
    """One language of the pack in `folder`. Raises `PackError` with every mistake of form in its file."""
    return language_of(fetched(folder, f"{FOLDER}/{code}.yaml"), code)


def language_of(authored: Authored, code: str) -> Language:
    """The language that a file holds. Raises `PackError` with every mistake of form in it."""
    diagnostics = Diagnostics({authored.file: authored})
    shape = shaped(LanguageShape, authored, diagnostics)
    problems = [*diagnostics.problems, *(_other_code(authored, shape, code) if shape else ())]
    if problems or shape is None:
        raise PackError(problems)
    around = authored.values.get((authored.root, "strings"), authored.root)
    strings = {
        key: Translation(key, entry.made_from, entry.to or "", authored.keys.get((around, key), around))
        for key, entry in (shape.strings or {}).items()
    }
    by_text = {entry.made_from: entry.text for entry in reversed(strings.values()) if _usable(entry)}
    place = authored.keys.get((authored.root, "strings"), around)
    return Language(code, shape.title, strings, by_text, authored, place)


def _usable(entry: Translation) -> bool:
    return bool(entry.text) and entry.fits(entry.made_from)


def _other_code(authored: Authored, shape: LanguageShape, code: str) -> Iterator[Problem]:
    if shape.language != code:
        place = authored.values[authored.root, "language"]
        what = say("the file is called {code}.yaml, and its language `{language}`", code=code, language=shape.language)
        yield Problem(place, what, say("Make the two the same."), authored.line(place))


def told_in(pack: Pack, language: Language, words: Words) -> Pack:
    """The pack in a language. `words` are our own, for the “Yes” and “No” that no author wrote."""

    def tell(phrase: Phrase) -> str:
        return language.of(phrase) if phrase.key else words.of(phrase.text)

    files = {**pack.files, f"{FOLDER}/{language.code}.yaml": language.authored.text}
    return replace(retold(pack, tell), language=language.code, files=files)


# --- what is missing ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that is missing, stale, unused or does not fit: its key, where, and what to say about it."""

    what: What
    key: str
    place: Place
    hint: str = ""
    source: str = ""


SAID: dict[What, str] = {
    "missing": english("`{key}` is not translated"),
    "stale": english("the text of `{key}` has changed since it was translated"),
    "unused": english("the pack has no text `{key}`"),
    "placeholders": english("the names in braces in `{key}` are not those of the text"),
}
MANY: dict[What, str] = {
    "missing": english("{n} texts are not translated, `{key}` first"),
    "stale": english("{n} texts have changed since translation, `{key}` first"),
    "unused": english("{n} translations belong to no text of the pack, `{key}` first"),
    "placeholders": english("{n} texts have other names in braces, `{key}` first"),
}


def gaps(pack: Pack, language: Language) -> tuple[Gap, ...]:
    """What is not right in a pack's language, in the order of the pack, what is unused last."""
    known = {phrase.key: phrase for phrase in phrases(pack)}
    unused = (translation for key, translation in language.translations.items() if key not in known)
    return (*_ungained(known, language), *(_unused(translation, known, language) for translation in unused))


def _ungained(known: Mapping[str, Phrase], language: Language) -> Iterator[Gap]:
    texts = set(language.by_text)
    for key, phrase in known.items():
        translation = language.translations.get(key)
        place = translation.place if translation else language.place
        line = language.authored.line(place)
        if translation is None or not translation.text:
            if phrase.text in texts:
                continue
            texts.add(phrase.text)
            yield Gap("missing", key, place, say("It says: {text}", text=cut(phrase.text)), line if translation else "")
        elif translation.made_from != phrase.text:
            yield Gap("stale", key, place, say("It says now: {text}", text=cut(phrase.text)), line)
        elif wrong := placeholders(translation.text) ^ placeholders(phrase.text):
            yield Gap(
                "placeholders",
                key,
                place,
                say("Look at {names}.", names=", ".join(f"{{{name}}}" for name in sorted(wrong))),
                line,
            )


def _unused(translation: Translation, known: Mapping[str, Phrase], language: Language) -> Gap:
    hint = did_you_mean(translation.key, [key for key in known if key not in language.translations])
    take_out = say("Take it out when nobody needs it any more.")
    return Gap(
        "unused", translation.key, translation.place, hint or take_out, language.authored.line(translation.place)
    )


def cut(text: str) -> str:
    """The beginning of a text, in quotation marks."""
    line = " ".join(text.split())
    return f"“{line[:CUT]}…”" if len(line) > CUT else f"“{line}”"


def each(gaps: Sequence[Gap]) -> tuple[Problem, ...]:
    """Every gap as a warning."""
    return tuple(_warning(gap) for gap in gaps)


def _warning(gap: Gap) -> Problem:
    return Problem(gap.place, say(SAID[gap.what], key=gap.key), gap.hint, gap.source, "warning")


def summed(gaps: Sequence[Gap]) -> tuple[Problem, ...]:
    """The gaps as warnings, with one line for all of a kind in a file where there are many."""
    groups = dict[tuple[str, What], list[Gap]]()
    for gap in gaps:
        groups.setdefault((gap.place.file, gap.what), []).append(gap)
    return tuple(problem for (file, what), kind in groups.items() for problem in _summary(file, what, kind))


def _summary(file: str, what: What, kind: Sequence[Gap]) -> tuple[Problem, ...]:
    if len(kind) <= FEW:
        return each(kind)
    said = say(MANY[what], n=f"{len(kind):,}", key=kind[0].key)
    return (Problem(Place(file), said, say("--format json names them all."), severity="warning"),)
