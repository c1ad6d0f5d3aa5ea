"""`brand.yaml`: found in the theme's folder or beside the case, and read as a file from anybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os.path import realpath
from pathlib import Path

from hustings.file_input import content_of
from hustings.messages import english, say
from hustings.pack.source.yaml_source import Authored, read_yaml
from hustings.problems import InputError, PackError, Problem, as_problem, did_you_mean
from hustings.report.brand.brand_colour import HEX
from hustings.report.brand.brand_records import TEXTS, Brand
from hustings.report.brand.logo import LARGEST, checked_logo

FILE = "brand.yaml"
KEYS = ("name", "line", "logo", "logo_text", "colour", "author", "address", "classed", "footer")
ONE_LINE = english("Write it on one line, in quotation marks if it has a colon.")


def find_brand(theme: Path, case_folder: Path) -> Path | None:
    """The brand's file: that of the theme, else the one beside the case; None without one."""
    return next((path for path in (theme / FILE, case_folder / FILE) if path.exists() or path.is_symlink()), None)


def read_brand(path: Path) -> Brand:
    """A brand. Raises `PackError` with every mistake in the file, or `InputError` about its logo."""
    authored = read_yaml(path, str(path))
    if problems := tuple(_problems(authored)):
        raise PackError(problems)
    texts: Mapping[str, str] = {key: value or "" for key, value in authored.data.items()}
    logo = _logo(path.parent, authored) if texts.get("logo") else ""
    return Brand(logo=logo, **{name: texts.get(name, "").strip() for name in TEXTS})


def _problems(authored: Authored) -> Iterator[Problem]:
    match authored.data:
        case dict() if authored.data:
            yield from _wrong(authored, authored.data)
        case _:
            hint = say("Write `name: ...` on the first line; `hustings brand init` writes an example.")
            yield _problem(authored, "", say("this is not a brand"), hint)


def _wrong(authored: Authored, found: Mapping[str, object]) -> Iterator[Problem]:
    for key, value in found.items():
        if key not in KEYS:
            yield _problem(authored, key, say("a brand has no `{key}`", key=key), did_you_mean(key, KEYS), at_key=True)
        elif not isinstance(value, str | None) or "\n" in (value or "").strip():
            yield _problem(authored, key, say("`{key}` is not a line of text", key=key), say(ONE_LINE))
        elif len(value or "") > TEXTS.get(key, 200):
            what = say("`{key}` is longer than {most} letters", key=key, most=TEXTS.get(key, 200))
            yield _problem(authored, key, what, say("There is no room for more; shorten it."))
    yield from _lacking(authored, found)


def _lacking(authored: Authored, found: Mapping[str, object]) -> Iterator[Problem]:
    if not found.get("name"):
        yield _problem(authored, "", say("a brand has no `name`"), say("Write who hands the report over."))
    if found.get("logo") and not found.get("logo_text"):
        hint = say("Write `logo_text: ...`: it is what a screen reader says in its place.")
        yield _problem(authored, "logo", say("the logo has no words that stand for it"), hint)
    colour = found.get("colour")
    if isinstance(colour, str) and colour and not HEX.fullmatch(colour):
        hint = say('Write it as "#1d4f7c", in quotation marks: red, green and blue, two characters each.')
        yield _problem(authored, "colour", say("`{colour}` is not a colour", colour=colour[:40]), hint)


def _problem(authored: Authored, key: str, what: str, hint: str, *, at_key: bool = False) -> Problem:
    known = authored.keys if at_key else authored.values
    place = known.get((authored.root, key), authored.root)
    return Problem(place, what, hint, authored.line(place))


def _logo(folder: Path, authored: Authored) -> str:
    """The logo, from a file of the brand's own folder."""
    name = str(authored.data["logo"])
    path = folder / name
    if not Path(realpath(path)).is_relative_to(realpath(folder)):
        what = say("the logo {name} is outside the brand's folder", name=name)
        raise PackError([_problem(authored, "logo", what, say("Put the file itself beside {file}.", file=FILE))])
    try:
        return checked_logo(content_of(path, LARGEST), name)
    except InputError as wrong:
        what = say("the logo {name}: {why}", name=name, why=as_problem(wrong.what))
        raise PackError([_problem(authored, "logo", what, wrong.hint)]) from wrong
