"""Every language that Hustings speaks says everything that is said, and nothing that is no longer said.

When one of these fails: `make messages`, then fill in what is empty or marked fuzzy in src/hustings/locale.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from hustings.messages import placeholders
from hustings.pack.translation.ui_language import read_words, spoken_languages
from support.messages import ROOT, catalog, click_template, compiled, literals, po, template

OTHERS = [code for code in spoken_languages() if code != "en"]
BOTH = [(code, domain) for code in OTHERS for domain in ("hustings", "click")]
SAYING = {"say": (0,), "several": (1, 2), "counted": (1, 2)}
"""Which arguments of which function are sentences whose values stand beside them."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Catalog]:
    folder = tmp_path_factory.mktemp("template")
    return {"hustings": template(folder), "click": click_template(folder)}


def test_spanish_is_spoken() -> None:
    assert ["es"] == OTHERS
    assert ("Español", "English") == (read_words("es").title, read_words("en").title)


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_nothing_is_missing_and_nothing_is_left_over(code: str, domain: str, said: dict[str, Catalog]) -> None:
    wanted, there = ({message.id for message in one if message.id} for one in (said[domain], catalog(code, domain)))
    assert (set(), set()) == (wanted - there, there - wanted)
    assert {} == catalog(code, domain).obsolete


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_everything_is_translated_and_nothing_waits_to_be_looked_at(code: str, domain: str) -> None:
    """Every plural form too."""
    messages = [message for message in catalog(code, domain) if message.id]
    assert [] == [message.id for message in messages if message.fuzzy]
    assert [] == [message.id for message in messages if not _forms(message.string) or not all(_forms(message.string))]


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_names_in_braces_are_those_of_the_sentence(code: str, domain: str) -> None:
    """A plural form may leave out what the English one leaves out."""
    for message in catalog(code, domain):
        named = [_fields(text) for text in _forms(message.id)]
        assert all(_fields(text) in named for text in _forms(message.string) if message.id), message.id


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_the_compiled_catalog_is_that_of_the_translators(code: str, domain: str) -> None:
    assert compiled(catalog(code, domain)) == po(code, domain).with_suffix(".mo").read_bytes(), (
        "`make messages` compiles it"
    )


@pytest.mark.parametrize(("code", "domain"), BOTH)
def test_tools_of_translators_open_the_catalog(code: str, domain: str) -> None:
    """Babel reads it, its head is whole, no sentence is in it twice; msgfmt, if there, finds nothing."""
    text = po(code, domain).read_bytes()
    found = read_po(BytesIO(text), abort_invalid=True)
    assert code == str(found.locale).replace("_", "-")
    assert ("utf-8", 2) == (found.charset, found.num_plurals)
    assert [] == [name for name, value in found.mime_headers if any(mark in value for mark in ("EMAIL", "FULL NAME"))]
    assert text.decode().count('\nmsgid "') == len(found) + 1  # and the head
    if tool := shutil.which("msgfmt"):
        ran = subprocess.run([tool, "--check", "-o", "-", po(code, domain)], capture_output=True, check=False)
        assert (0, b"") == (ran.returncode, ran.stderr)


def _fields(text: str) -> set[str]:
    """What stands in braces, or after a percent sign as click has it."""
    return set(re.findall(r"\{\w+(?:!r)?\}|%\(\w+\)s", text))


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def test_a_sentence_gets_the_values_that_it_names() -> None:
    """What is written out in the call must fit; a sentence from a table is checked when it is said."""
    for path in sorted((ROOT / "src" / "hustings").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
                places = SAYING[node.func.id]
                if places[-1] < len(node.args):  # else it is a function of the same name that says nothing
                    _fits(path, node, places)


def _fits(path: Path, node: ast.Call, places: tuple[int, ...]) -> None:
    given = {keyword.arg for keyword in node.keywords} | ({"n"} if len(places) > 1 else set())
    for text in (text for place in places for text in literals(node.args[place])):
        assert None in given or placeholders(text) <= given, f"{path}:{node.lineno}: {text}"


def test_what_is_collected(tmp_path: Path) -> None:
    """Within f-strings and other calls too, either side of a condition, and the pair of a plural as one message."""
    code = 'say("One {x}", x=say("x"))\nseveral(n, "{n} a", "{n} b")\n' + "f\"{say('yes' if x else 'no')}\"\n"
    page = '<p>{{ say("Two") }}</p><a title="{{ say(\'Three\') }}">say("x")</a>'
    (tmp_path / "src" / "hustings").mkdir(parents=True)
    (tmp_path / "reports").mkdir()
    (tmp_path / "src" / "hustings" / "some.py").write_text(code + 'say(TABLE[x])\nother("other")\nit.say("it")\n')
    (tmp_path / "reports" / "report.html").write_text(page)
    found = {message.id for message in template(tmp_path, tmp_path) if message.id}
    assert {"One {x}", "x", ("{n} a", "{n} b"), "yes", "no", "Two", "Three"} == found
