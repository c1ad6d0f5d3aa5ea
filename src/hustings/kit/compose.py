"""A text of the kit, filled from the answers: what is not known stays a blank line for somebody to fill in.

A block whose condition is not known yet is kept: striking a line is easier than missing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hustings.answers.accept import clean, shown
from hustings.answers.events import Answer, Answers, State
from hustings.answers.standing import Standings, standings, truth
from hustings.pack.asked import Question
from hustings.pack.conditions import Condition
from hustings.pack.kit import Block, BlockKind, KitText
from hustings.pack.model import Pack
from hustings.scoring.rules import rules_for
from hustings.wording import PLACEHOLDER, say

BLANK = "____________________"


@dataclass(frozen=True, slots=True)
class Part:
    """A block as ready text: `text` for heading, text and fill; `lines` for lists; `columns` and `rows` for tables."""

    kind: BlockKind
    text: str = ""
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """A text ready to be written: `draft` stands at its head, `made` at its foot."""

    id: str
    title: str
    about: str
    draft: str
    made: str
    language: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Campaign:
    pack: Pack
    answers: Answers
    where: Standings
    on: date

    def includes(self, when: Condition | None) -> bool:
        return when is None or truth(self.pack, self.answers, self.where, when) is not False

    def filled(self, text: str) -> str:
        """The text with each `{question}` as it was answered, on one line."""
        return PLACEHOLDER.sub(lambda found: self._said(found[1]), text)

    def _said(self, name: str) -> str:
        question, answer = self.pack.questions.get(name), self.answers.get(name)
        said = _in_words(question, answer) if question is not None and answer is not None else ""
        return said or BLANK


def compose(pack: Pack, answers: Answers, text: KitText, on: date) -> Composed:
    """One text of a pack's kit for a campaign, as of a day."""
    campaign = _Campaign(pack, answers, standings(pack, answers), on)
    parts = (_part(campaign, block) for block in text.blocks if campaign.includes(block.when))
    return Composed(
        id=text.id,
        title=text.title,
        about=text.about,
        draft=say("Draft for your counsel to look over"),
        made=say(
            "Made on {day} with {pack} {version}, facts as of {as_of}",
            day=on.isoformat(), pack=pack.title, version=pack.version, as_of=pack.as_of,
        ),
        language=pack.language or "en",
        parts=tuple(part for part in parts if part is not None),
    )  # fmt: skip


def _in_words(question: Question, answer: Answer) -> str:
    """An answer as it is read, on one line; nothing where none was given."""
    if answer.state is not State.ANSWERED:
        return ""
    match answer.value:
        case Fraction() as number:
            return f"{shown(number)} {question.unit}".strip()
        case date() as day:
            return day.isoformat()
        case tuple() as ids:
            return ", ".join(_choice(question, one) for one in ids)
        case str() as text:
            return _choice(question, text) if question.choices else " ".join(clean(text).split())
        case _:
            return ""


def _choice(question: Question, id: str) -> str:  # noqa: A002 - the YAML's word
    found = question.choice(id)
    return found.text if found is not None else id


def _part(campaign: _Campaign, block: Block) -> Part | None:
    """A block as it stands in this campaign's text; None if nothing of it is left."""
    match block.kind:
        case "list" | "steps" | "ticks":
            lines = tuple(campaign.filled(e.text) for e in block.entries if campaign.includes(e.when))
            return Part(block.kind, lines=lines) if lines else None
        case "table":
            rows = tuple(tuple(campaign.filled(cell) for cell in row.cells) for row in block.rows)
            empty = (("",) * len(block.columns),) * block.blank
            return Part("table", columns=tuple(map(campaign.filled, block.columns)), rows=rows + empty)
        case "rules":
            return Part("list", lines=tuple(_labels(campaign)))
        case _:
            return Part(block.kind, text=campaign.filled(block.text))


def _labels(campaign: _Campaign) -> Iterator[str]:
    """The label words of the rules that may apply, each with where it comes from; a plain sentence if there is none."""
    found = [s for s in rules_for(campaign.pack, campaign.answers, campaign.on) if s.rule.label]
    told = [s for s in found if s.stands not in ("does_not_bind", "closed")]
    if not told:
        yield say(
            "No exact label words are known here for your place. Look at its election office's site, and ask counsel."
        )
    titles = {source.id: f"{source.title}, {source.link}" for source in campaign.pack.sources}
    for standing in told:
        yield say(
            "{place}, {title}: “{label}” (as of {day}; {source})",
            place=standing.place.title,
            title=standing.rule.title,
            label=standing.rule.label,
            day=standing.rule.as_of.text,
            source="; ".join(titles.get(name, name) for name in standing.rule.sources),
        )
