"""A pack's texts in one language as a gettext catalog, for translators who use Poedit or Weblate, and back again.

The same as the language file, entry by entry: `msgctxt` is the text's key in the pack. A text that has changed since it
was translated is marked fuzzy, with what it was made from as the previous `msgid`; what belongs to no text any more is
obsolete. Coming back, what does not fit is an error with its line, and nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from hustings.frozen_records import dataclass
from hustings.messages import placeholders, say
from hustings.pack.model import Pack
from hustings.pack.source.partial_dates import stretch
from hustings.pack.translation.translatable import phrases
from hustings.pack.translation.translated_pack import Translation, cut
from hustings.pack.translation.translation_file import Entry, Translated, entries
from hustings.problems import PackError, Place, Problem, did_you_mean

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

LONGEST = 8000
FUZZY = "fuzzy"
UNQUOTED = re.compile(r'msg\w*(\[\d+\])?\s+(?!".*"\s*$)')
BLANK = re.compile(r"\r?\n\s*\n")
KEY = re.compile(r'^msgctxt (".*")', re.MULTILINE)
BEFORE = re.compile(r'^#\| (?:msgid )?(".*")', re.MULTILINE)
PIECE = re.compile(r'"((?:[^"\\]|\\.)*)"')
UNBROKEN = 1_000_000
"""Letters on a line: Babel breaks a previous `msgid` within its quotation marks."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came back from a catalog."""

    translations: Mapping[str, Translation]
    by_text: Mapping[str, str]


def po_text(pack: Pack, code: str, title: str, before: Translated | None) -> bytes:
    """The catalog of a language, the same bytes each time."""
    from babel.messages.pofile import write_po  # noqa: PLC0415

    catalog = _empty(pack, code, title)
    for entry in entries(pack, before):
        _add(catalog, entry)
    written = BytesIO()
    write_po(written, catalog, width=UNBROKEN, include_previous=True)
    return written.getvalue()


def _empty(pack: Pack, code: str, title: str) -> Catalog:
    from babel.messages.catalog import Catalog  # noqa: PLC0415

    day = stretch(pack.as_of)
    made = datetime.combine(day.first if day else date.min, time(), UTC)
    made_for = Catalog(
        locale=code.replace("-", "_"),
        header_comment=f"# {pack.id} {pack.version}",
        project=pack.id,
        version=pack.version,
        creation_date=made,
        revision_date=made,
        last_translator="Hustings",
        language_team=title,
        fuzzy=False,
    )
    made_for.msgid_bugs_address = ""
    return made_for


def _add(catalog: Catalog, entry: Entry) -> None:
    text = entry.now or entry.made_from
    place = [(entry.place.file, entry.place.line)] if entry.place else []
    flags, before = ((FUZZY,), entry.made_from) if entry.now else ((), ())
    message = catalog.add(text, entry.to, place, flags=flags, previous_id=before, context=entry.key)
    if entry.place is None:
        catalog.delete(text, entry.key)
        catalog.obsolete[entry.key] = message


def taken(pack: Pack, code: str, file: str, content: bytes) -> Taken:
    """What a catalog says. Raises `PackError` with everything in it that does not fit the pack."""
    text = _decoded(file, content)
    catalog = _read(file, text)
    if problems := tuple(_problems(pack, code, file, catalog)):
        raise PackError(problems)
    before = _made_from(text)
    translations = [
        _translation(file, message, before.get(message.context or "", "")) for message in _messages(catalog)
    ]
    by_key = {one.key: one for one in translations if one.text}
    by_text = {one.made_from: one.text for one in reversed(by_key.values()) if one.fits(one.made_from)}
    return Taken(by_key, by_text)


def together(before: Translated | None, after: Taken) -> Taken:
    """What was translated before, and what a catalog says in its place. What the catalog leaves empty stays."""
    if before is None:
        return after
    return Taken({**before.translations, **after.translations}, {**before.by_text, **after.by_text})


def _read(file: str, text: str) -> Catalog:
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    lines = text.replace("\r\n", "\n").split("\n")
    if bare := next((number for number, line in enumerate(lines, start=1) if UNQUOTED.match(line)), 0):
        raise _no_catalog(Place(file, bare))  # Babel would take the text without its first and last letter
    try:
        return read_po(lines, abort_invalid=True)
    except PoFileError as wrong:
        raise _no_catalog(Place(file, (wrong.lineno or 0) + 1)) from wrong
    except (ValueError, LookupError) as wrong:
        raise _no_catalog(Place(file)) from wrong


def _decoded(file: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except ValueError as wrong:
        raise _no_catalog(Place(file)) from wrong


def _no_catalog(place: Place) -> PackError:
    return PackError([Problem(place, say("this is not a gettext catalog"), say("Save it as a .po file in UTF-8."))])


def _messages(catalog: Catalog) -> Iterator[Message]:
    """Those of texts, what is left over last."""
    yield from (message for message in catalog if message.id)
    yield from catalog.obsolete.values()


def _translation(file: str, message: Message, before: str) -> Translation:
    """`before`: what a fuzzy translation was made from; without that, it is a guess of the translator's tool."""
    made_from = before if message.fuzzy else message.id
    text = message.string if before or not message.fuzzy else ""
    return Translation(str(message.context), str(made_from), str(text or ""), Place(file, message.lineno or 0))


def _made_from(content: str) -> dict[str, str]:
    """By key, what a translation was made from: the lines with `#|`, which Babel writes and passes over."""
    from babel.messages.pofile import denormalize, unescape  # noqa: PLC0415

    blocks = ((KEY.search(block), BEFORE.findall(block)) for block in BLANK.split(content))
    pieces = ((denormalize(key[1]), PIECE.findall("".join(said))) for key, said in blocks if key and said)
    return {key: unescape(f'"{"".join(said)}"') for key, said in pieces}


def _problems(pack: Pack, code: str, file: str, catalog: Catalog) -> Iterator[Problem]:
    said = catalog.locale_identifier
    if said and said.replace("_", "-") != code:
        yield Problem(Place(file), say("the catalog is for `{other}`, not for `{code}`", other=said, code=code))
    known = {phrase.key: phrase.text for phrase in phrases(pack)}
    for message in (message for message in catalog if message.id):
        if wrong := _wrong(known, message):
            yield Problem(Place(file, message.lineno or 0), *wrong)


def _wrong(known: Mapping[str, str], message: Message) -> tuple[str, str] | None:
    """What does not fit about an entry, and what to do."""
    key, text, said = message.context, message.id, message.string or ""
    if not isinstance(text, str) or not isinstance(said, str):
        return say("an entry has a plural, and no text of a pack has"), say("Take it out.")
    if not key:
        hint = say("Begin with the catalog that `hustings translate` writes.")
        return say("{text} has no msgctxt", text=cut(text)), hint
    if key not in known:
        hint = did_you_mean(key, known) or say("Take it out.")
        return say("the pack has no text `{key}`", key=key), hint
    if text != known[key]:
        hint = say("It says now: {text}", text=cut(known[key]))
        return say("the text of `{key}` has changed since the catalog was made", key=key), hint
    return None if message.fuzzy else _unfit(key, text, said)


def _unfit(key: str, text: str, said: str) -> tuple[str, str] | None:
    """What does not fit about a translation."""
    if said and (wrong := placeholders(said) ^ placeholders(text)):
        names = ", ".join(f"{{{name}}}" for name in sorted(wrong))
        what = say("the names in braces in `{key}` are not those of the text", key=key)
        return what, say("Look at {names}.", names=names)
    if len(said) > LONGEST:
        what = say("the translation of `{key}` is longer than {most} letters", key=key, most=LONGEST)
        return what, say("Shorten it.")
    return None
