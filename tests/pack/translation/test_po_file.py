"""A pack's language as a gettext catalog: the same entries, and back again without a difference; what does not fit."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.messages import PLACEHOLDER
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.pack.translation.po_file import Taken, po_text, taken, together
from hustings.pack.translation.translatable import phrases
from hustings.pack.translation.translated_pack import Translation, read_language
from hustings.pack.translation.translation_file import language_text
from hustings.problems import NOWHERE, PackError
from support.languages import folder_with, language

with TemporaryDirectory() as made:
    PACK = read_pack(folder_with(Path(made)))
KEYS = tuple(phrase.key for phrase in phrases(PACK) if phrase.key)
TEXTS = {phrase.key: phrase.text for phrase in phrases(PACK)}
HINT = "Save it as a .po file in UTF-8."


def catalog(*entries: tuple[str, str, str], code: str = "es") -> bytes:
    """A catalog of (msgctxt, msgid, msgstr)."""
    parts = [f'msgctxt "{key}"\nmsgid "{text}"\nmsgstr "{said}"\n' for key, text, said in entries]
    head = f'msgid ""\nmsgstr ""\n"Language: {code}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return "\n".join([head, *parts]).encode()


def refused(content: bytes, pack: Pack = PACK) -> list[str]:
    with pytest.raises(PackError) as wrong:
        taken(pack, "es", "es.po", content)
    return [str(problem) for problem in wrong.value.problems]


def test_a_catalog_holds_what_the_language_file_holds(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path, es=language(("questions.plan.text", "A plan?", "¿Un plan?"), ("gone", "Gone", "Ido"))
    )
    written = po_text(read_pack(folder), "es", "Español", read_language(folder, "es")).decode()
    assert '"Language-Team: Español\\n"' in written
    assert 'msgctxt "pack.title"\nmsgid "One of everything"\nmsgstr ""\n' in written
    assert '#~ msgctxt "gone"\n#~ msgid "Gone"\n#~ msgstr "Ido"\n' in written
    assert written.encode() == po_text(read_pack(folder), "es", "Español", read_language(folder, "es"))


def test_tools_of_translators_open_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language(("questions.plan.text", "Any plan?", "¿Un plan?")))
    (tmp_path / "es.po").write_bytes(po_text(read_pack(folder), "es", "Español", read_language(folder, "es")))
    if tool := shutil.which("msgfmt"):
        ran = subprocess.run([tool, "--check", "-o", "-", tmp_path / "es.po"], capture_output=True, check=False)
        assert (0, b"") == (ran.returncode, ran.stderr)


def test_a_text_that_has_changed_is_fuzzy_until_somebody_has_looked_at_it(tmp_path: Path) -> None:
    now = TEXTS["questions.plan.text"]
    folder = folder_with(tmp_path, es=language(("questions.plan.text", "Any plan?", "¿Algún plan?")))
    pack, before = read_pack(folder), read_language(folder, "es")
    written = po_text(pack, "es", "Español", before).decode()
    changed = f'#, fuzzy\n#| msgid "Any plan?"\nmsgctxt "questions.plan.text"\nmsgid "{now}"\nmsgstr "¿Algún plan?"\n'
    assert changed in written
    kept = taken(pack, "es", "es.po", written.encode()).translations["questions.plan.text"]
    assert ("Any plan?", "¿Algún plan?") == (kept.made_from, kept.text)
    mended = written.replace("#, fuzzy\n", "").replace('#| msgid "Any plan?"\n', "")
    looked_at = taken(pack, "es", "es.po", mended.encode()).translations["questions.plan.text"]
    assert (now, "¿Algún plan?") == (looked_at.made_from, looked_at.text)


def test_what_is_fuzzy_by_a_guess_is_not_taken() -> None:
    guessed = catalog(("pack.title", "One of everything", "Uno")).replace(b"msgctxt", b"#, fuzzy\nmsgctxt", 1)
    assert {} == taken(PACK, "es", "es.po", guessed).translations


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (("pack.titel", "x", "y"), "the pack has no text `pack.titel`\n  Did you mean `pack.title`?"),
        (("zzzzzzzz", "x", "y"), "the pack has no text `zzzzzzzz`\n  Take it out."),
        (
            ("pack.title", "Two of everything", "Dos"),
            "the text of `pack.title` has changed since the catalog was made\n  It says now: “One of everything”",
        ),
        (
            ("pack.title", "One of everything", "Uno {x}"),
            "the names in braces in `pack.title` are not those of the text\n  Look at {x}.",
        ),
        (
            ("pack.title", "One of everything", "o" * 8001),
            "the translation of `pack.title` is longer than 8000 letters\n  Shorten it.",
        ),
    ],
)
def test_what_does_not_fit_is_an_error_with_its_line(entry: tuple[str, str, str], said: str) -> None:
    assert [f"es.po:6: {said}"] == [line.replace("es.po:7:", "es.po:6:") for line in refused(catalog(entry))]


def test_every_mistake_is_told_at_once() -> None:
    assert 2 == len(refused(catalog(("gone", "x", "y"), ("pack.title", "Else", "Otro"))))


NO_DATE = b'msgid ""\nmsgstr ""\n"POT-Creation-Date: yesterday\\n"\n'


def test_what_is_no_catalog_of_a_pack_is_refused() -> None:
    fits = catalog(("pack.title", "One of everything", "Uno"))
    other = refused(catalog(code="de"))
    assert ["es.po: the catalog is for `de`, not for `es`"] == other
    without = fits.replace(b'msgctxt "pack.title"\n', b"")
    assert "“One of everything” has no msgctxt\n  Begin with the catalog" in refused(without)[0]
    plural = fits.replace(b'msgstr "Uno"', b'msgid_plural "x"\nmsgstr[0] "a"\nmsgstr[1] "b"')
    assert "an entry has a plural, and no text of a pack has" in refused(plural)[0]
    for broken in (b"\xff\xfe\x00", fits.replace(b'msgstr "Uno"', b"msgstr Uno"), b"hello\n", b"PK\x03\x04", NO_DATE):
        assert "this is not a gettext catalog" in refused(broken)[0]
        assert HINT in refused(broken)[0]


def test_what_a_catalog_leaves_empty_stays(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, es=language(("pack.title", "One of everything", "Uno")))
    before = read_language(folder, "es")
    empty = ("pack.title", "One of everything", "")
    plan = ("questions.plan.text", TEXTS["questions.plan.text"], "Plan")
    told = taken(PACK, "es", "es.po", catalog(empty, plan))
    both = together(before, told)
    assert {"pack.title": "Uno", "questions.plan.text": "Plan"} == {
        key: one.text for key, one in both.translations.items()
    }
    assert told is together(None, told)


SAID = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), include_characters="\n\t"), min_size=1, max_size=60
)
STATES = st.dictionaries(
    st.sampled_from((*KEYS, "gone.one", "gone.two")), st.tuples(SAID, st.booleans(), SAID), max_size=12
)


@given(STATES)
def test_there_and_back_again_nothing_is_lost(states: Mapping[str, tuple[str, bool, str]]) -> None:
    """Whatever is translated, out of date or left over: the language file made from the catalog is the same file."""
    told = {
        key: Translation(key, TEXTS.get(key, "Gone") if fresh else was, said, NOWHERE)
        for key, (was, fresh, said) in states.items()
        if not PLACEHOLDER.search(said)
    }
    by_text = {one.made_from: one.text for one in reversed(told.values()) if one.fits(one.made_from)}
    before = Taken(told, by_text)
    back = taken(PACK, "es", "es.po", po_text(PACK, "es", "Español", before))
    assert language_text(PACK, "es", "Español", before) == language_text(PACK, "es", "Español", back)
