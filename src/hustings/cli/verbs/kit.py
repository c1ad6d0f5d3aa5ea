"""`hustings kit`: texts to adopt, filled from the answers and written as files to edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.cases.opened_case import case_path, day_or_today, read_case
from hustings.cli.options import as_of_pack_option, lang_option, on_option, paper_option
from hustings.cli.output import echo_lines
from hustings.cli.translated_help import Verb
from hustings.messages import english, say
from hustings.problems import InputError, did_you_mean

if TYPE_CHECKING:
    from hustings.kit import FilledText, WrittenKit
    from hustings.pack.kit import KitText
    from hustings.pack.model import Pack

KINDS = {"docx": ("docx",), "md": ("md",), "both": ("docx", "md")}


@click.command(cls=Verb, short_help="Write texts to adopt, filled from the answers: policy, call sheet, letters, logs.")
@click.argument("case")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write to; beside the case file otherwise.")
@click.option("--only", help="One text by its name, such as ai_policy.")
@click.option("--format", "form", type=click.Choice(list(KINDS)), default="both", show_default=True)
@paper_option
@on_option(english("The date of the texts; today otherwise."))
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@click.option("--force", is_flag=True, help="Replace files that were edited, too.")
@lang_option
def kit(
    case: str,
    out: Path | None,
    only: str | None,
    form: str,
    paper: str | None,
    on: str | None,
    pack: str | None,
    *,
    force: bool,
) -> None:
    """Write the texts of CASE: each is a draft that you edit, and that counsel looks over.

    Once more after new answers: what nobody edited is made new, and what somebody did is kept.
    """
    from hustings.kit import compose, is_needed, write_kit

    opened = read_case(case, pack, all_editions=True)
    day = day_or_today(on, opened)
    selected = _chosen(opened.pack, only)
    not_needed = [text for text in selected if not only and not is_needed(opened.pack, opened.answers, text, day)]
    texts = [compose(opened.pack, opened.answers, text, day) for text in selected if text not in not_needed]
    folder = out.resolve() if out else case_path(case).with_suffix("").with_name(f"{case_path(case).stem}-kit")
    files = {
        _name(text, ending): _content(text, ending, paper or opened.paper) for text in texts for ending in KINDS[form]
    }
    echo_lines(_written_lines(folder, texts, write_kit(folder, files, force=force)))
    echo_lines(_unneeded_lines(not_needed))


def _chosen(pack: Pack, only: str | None) -> tuple[KitText, ...]:
    """The texts to write. Raises `InputError` if there are none."""
    texts = tuple(text for text in pack.kit if only in (None, text.id))
    if only is not None and not texts:
        names = [text.id for text in pack.kit]
        raise InputError(say("The pack has no text `{name}`.", name=only), did_you_mean(only, names))
    if not texts:
        raise InputError(say("The pack `{pack}` has no texts to adopt.", pack=pack.id))
    return texts


def _name(text: FilledText, ending: str) -> str:
    return f"{text.id.replace('_', '-')}.{ending}"


def _content(text: FilledText, ending: str, paper: str) -> bytes:
    from hustings.kit import markdown, word_file

    return word_file(text, paper) if ending == "docx" else markdown(text).encode()


def _written_lines(folder: Path, texts: Sequence[FilledText], result: WrittenKit) -> Iterator[str]:
    """Lines about the written texts and the kept files."""
    if result.written:
        yield say("Written to {folder}:", folder=folder)
    for text in texts:
        if any(name in result.written for name in (_name(text, ending) for ending in KINDS["both"])):
            yield f"  {text.title}: {text.about}"
    yield from kept_lines(result)


def _unneeded_lines(texts: Sequence[KitText]) -> Iterator[str]:
    """Lines about texts that the campaign does not need, and how to write them anyway."""
    for text in texts:
        yield say(
            "Left out, because your answers leave no use for it: {title} (--only {name}).",
            title=text.title,
            name=text.id,
        )


def kept_lines(result: WrittenKit) -> Iterator[str]:
    """Lines about files that were kept, and how to write them anyway."""
    if result.kept:
        yield say("Kept, because they were edited: {names}.", names=", ".join(result.kept))
        yield f"  {say('To replace them too: --force. To write elsewhere: --out.')}"
