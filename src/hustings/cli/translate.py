"""`hustings translate`: the file in which a pack is translated, made new or brought up to date."""

from __future__ import annotations

import re
from pathlib import Path

import click

from hustings.cli.called import next_command
from hustings.cli.lines import echo
from hustings.cli.spoken_help import Verb
from hustings.pack.shelf import DEFAULT_PACK, find_pack
from hustings.problems import InputError
from hustings.writing import confined, write_file

CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@click.command(cls=Verb, short_help="Make or refresh the file in which a pack is translated.")
@click.argument("pack", default=DEFAULT_PACK)
@click.argument("language")
@click.option("--title", help="The language's own name for itself, such as Español.")
def translate(pack: str, language: str, title: str | None) -> None:
    """Write languages/LANGUAGE.yaml in PACK: every text that its users see, and beside it what is translated.

    What is there stays; what is new is added without a translation. LANGUAGE is a code such as es.
    """
    from hustings.pack.language import FOLDER, gaps, languages, read_language
    from hustings.pack.read import read_pack
    from hustings.pack.translating import language_text

    if not CODE.fullmatch(language):
        raise InputError(f"`{language}` is not the code of a language.", "Give one such as es, or pt-BR.")
    folder = find_pack(pack)
    found = read_pack(folder)
    if language == found.language:
        raise InputError(f"`{language}` is the language in which {found.id} is written.", "Give another one.")
    before = read_language(folder, language) if language in languages(folder) else None
    name = title or (before.title if before else language)
    target = folder / FOLDER / f"{language}.yaml"
    _replaced(folder, target, language_text(found, language, name, before))
    left = sum(gap.what in ("missing", "stale") for gap in gaps(found, read_language(folder, language)))
    echo(f"Written: {target}. {left:,} texts to translate." if left else f"Written: {target}. All is translated.")
    echo(f"Next: {next_command('check', pack)}")


def _replaced(folder: Path, target: Path, text: str) -> None:
    """Write whole or not at all, inside the pack, and not at all where nothing has changed."""
    content, place = text.encode(), confined(target, folder)
    try:
        place.parent.mkdir(exist_ok=True)
        changed = not place.exists() or place.read_bytes() != content
    except OSError as wrong:
        raise InputError(
            f"{target} cannot be written ({wrong.strerror}).", "Copy the pack to another place."
        ) from wrong
    if changed:
        write_file(place, content, inside=folder)
