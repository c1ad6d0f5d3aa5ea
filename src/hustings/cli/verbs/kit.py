"""`hustings kit`: texts to adopt, filled from the answers, as files to edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.opened_case import case_path, day_or_today, opened
from hustings.cli.options import lang_option, on_option, paper_option
from hustings.cli.output import tell
from hustings.cli.spoken_help import Verb
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
    from hustings.kit import compose, needed, put

    found = opened(case, pack, whole=True)
    day = day_or_today(on, found)
    chosen = _chosen(found.pack, only)
    left_out = [text for text in chosen if not only and not needed(found.pack, found.answers, text, day)]
    texts = [compose(found.pack, found.answers, text, day) for text in chosen if text not in left_out]
    folder = out.resolve() if out else case_path(case).with_suffix("").with_name(f"{case_path(case).stem}-kit")
    files = {
        _name(text, ending): _written(text, ending, paper or found.paper) for text in texts for ending in KINDS[form]
    }
    tell(_told(folder, texts, put(folder, files, force=force)))
    tell(_unneeded(left_out))


def _chosen(pack: Pack, only: str | None) -> tuple[KitText, ...]:
    """The texts to write; an error where there are none."""
    texts = tuple(text for text in pack.kit if only in (None, text.id))
    if only is not None and not texts:
        names = [text.id for text in pack.kit]
        raise InputError(say("The pack has no text `{name}`.", name=only), did_you_mean(only, names))
    if not texts:
        raise InputError(say("The pack `{pack}` has no texts to adopt.", pack=pack.id))
    return texts


def _name(text: FilledText, ending: str) -> str:
    return f"{text.id.replace('_', '-')}.{ending}"


def _written(text: FilledText, ending: str, paper: str) -> bytes:
    from hustings.kit import markdown, word

    return word(text, paper) if ending == "docx" else markdown(text).encode()


def _told(folder: Path, texts: Sequence[FilledText], done: WrittenKit) -> Iterator[str]:
    """What was written, text by text, and what was kept."""
    if done.written:
        yield say("Written to {folder}:", folder=folder)
    for text in texts:
        if any(name in done.written for name in (_name(text, ending) for ending in KINDS["both"])):
            yield f"  {text.title}: {text.about}"
    yield from kept(done)


def _unneeded(texts: Sequence[KitText]) -> Iterator[str]:
    """What the answers leave no use for, and how to have it all the same."""
    for text in texts:
        yield say(
            "Left out, because your answers leave no use for it: {title} (--only {name}).",
            title=text.title,
            name=text.id,
        )


def kept(done: WrittenKit) -> Iterator[str]:
    """What was left as it was, and how to have it written all the same."""
    if done.kept:
        yield say("Kept, because they were edited: {names}.", names=", ".join(done.kept))
        yield f"  {say('To replace them too: --force. To write elsewhere: --out.')}"
