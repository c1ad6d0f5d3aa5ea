"""A text of the kit, filled from the answers; what is not known becomes a blank line.

A block whose condition is not known is kept, unless it is `sure`: deleting a line is easier than noticing its absence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from hustings.answers.applicability import Standings, standings, truth
from hustings.answers.display import worded_value
from hustings.answers.events import Answer, Answers, State
from hustings.answers.local_texts import numbers_of
from hustings.frozen_records import dataclass
from hustings.messages import PLACEHOLDER, long_date, say
from hustings.pack.kit import BlockKind, KitBlock, KitEntry, KitText, Row
from hustings.pack.model import Pack, Source
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring.rules import RuleStanding, rules_for
from hustings.scoring.score import score
from hustings.scoring.uses import uses
from hustings.text import one_line

BLANK = "____________________"
LONGEST = 300_000
"""The most characters of one text: a hundred pages."""
LONGEST_LINE = 20_000
MOST_BOXES = 5_000
"""Paragraphs, lines of lists and cells of one text: 10,000 lines of a list took 23 seconds of work."""


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A block as ready text: `text` for heading, text and fill; `lines` for lists; the rest for tables.

    A table's `widths` are shares of its width, one for each column, or none.
    """

    kind: BlockKind
    text: str = ""
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledText:
    """A text ready to be written: `draft` is printed at its start, `sources` and `made` at its end.

    `campaign` is the campaign's name; empty if it is not known.
    """

    id: str
    title: str
    about: str
    campaign: str
    draft: str
    made: str
    language: str
    landscape: bool
    parts: tuple[FilledPart, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Campaign:
    pack: Pack
    answers: Answers
    applicability: Standings
    on: date

    def includes(self, part: KitText | KitBlock | KitEntry | Row) -> bool:
        if part.when is None:
            return True
        holds = truth(self.pack, self.answers, self.applicability, part.when)
        return bool(holds) if part.sure else holds is not False

    def filled(self, text: str) -> str:
        """The text with the answer in place of each `{question}`, on one line."""
        filled = PLACEHOLDER.sub(lambda match: self.answer_text(match[1]), text)
        if len(filled) > LONGEST_LINE:
            raise _too_long(text[:40], LONGEST_LINE)
        return filled

    def lines(self, text: str) -> tuple[str, ...]:
        """The lines of a list entry: one for each chosen option if it is only a `{question}`."""
        alone = PLACEHOLDER.fullmatch(text)
        return (alone and self._answer_texts(alone[1])) or (self.filled(text),)

    def answer_text(self, name: str) -> str:
        return ", ".join(self._answer_texts(name)) or BLANK

    def _answer_texts(self, name: str) -> tuple[str, ...]:
        question, answer = self.pack.questions.get(name), self.answers.get(name)
        parts = _in_words(question, answer) if question is not None and answer is not None else ()
        return tuple(words for words in parts if words)


def is_needed(pack: Pack, answers: Answers, text: KitText, on: date) -> bool:
    """Whether a campaign needs a text, according to its answers."""
    return _Campaign(pack, answers, standings(pack, answers), on).includes(text)


def compose(pack: Pack, answers: Answers, text: KitText, on: date) -> FilledText:
    """One text of a pack's kit for a campaign, as of a day."""
    campaign = _Campaign(pack, answers, standings(pack, answers), on)
    name = campaign.answer_text(pack.questionnaire.name)
    parts = (part for block in text.blocks if campaign.includes(block) for part in _parts(campaign, block))
    write = numbers_of(pack, answers)
    bounded = _bounded(parts, text)
    return FilledText(
        id=text.id,
        title=text.title,
        about=text.about,
        campaign="" if name == BLANK else name,
        draft=say("Draft for counsel"),
        made=say(
            "Made on {day} with {pack} {version}, facts as of {as_of}",
            day=long_date(on), pack=pack.title, version=pack.version, as_of=pack.as_of,
        ),
        language=pack.language or "en",
        landscape=text.landscape,
        parts=tuple(_numbered(part, write) for part in bounded),
        sources=tuple(map(write, _sources(campaign, text))),
    )  # fmt: skip


def _bounded(parts: Iterable[FilledPart], text: KitText) -> tuple[FilledPart, ...]:
    """The parts of a text. Raises `InputError` if it is too long."""
    kept, left, boxes = list[FilledPart](), LONGEST, 0
    for part in parts:
        boxes += 1 + len(part.lines) + len(part.columns) * (1 + len(part.rows))
        if boxes > MOST_BOXES:
            raise _too_many_boxes(text.title)
        left -= sum(map(len, (part.text, *part.lines, *part.columns, *(cell for row in part.rows for cell in row))))
        if left < 0:
            raise _too_long(text.title, LONGEST)
        kept.append(part)
    return tuple(kept)


def _too_long(title: str, most: int) -> InputError:
    what = say("The text “{title}” would be longer than {most} letters.", title=title, most=f"{most:,}")
    return InputError(what, say("Take placeholders or blocks out of it in the pack."))


def _too_many_boxes(title: str) -> InputError:
    what = say("The text “{title}” would have more than {most} lines and cells.", title=title, most=f"{MOST_BOXES:,}")
    return InputError(what, say("Take rows or blocks out of it in the pack."))


def _numbered(part: FilledPart, write: Callable[[str], str]) -> FilledPart:
    """A block with its numbers written as at the campaign's place."""
    rows = tuple(tuple(map(write, row)) for row in part.rows)
    columns, lines = tuple(map(write, part.columns)), tuple(map(write, part.lines))
    return replace(part, text=write(part.text), lines=lines, columns=columns, rows=rows)


def _in_words(question: Question, answer: Answer) -> tuple[str, ...]:
    """An answer in words, with each choice separate; empty if there is no answer."""
    if answer.state is not State.ANSWERED:
        return ()
    match answer.value:
        case date() as day:
            return (long_date(day),)
        case tuple() as ids:
            return tuple(worded_value(question, choice) for choice in ids)
        case None:
            return ()
        case str() as text if not question.choices:
            return (one_line(text),)
        case value:
            return (worded_value(question, value),)


def _parts(campaign: _Campaign, block: KitBlock) -> Iterator[FilledPart]:
    """The parts of a block in this campaign's text; none if nothing of it is left."""
    match block.kind:
        case "list" | "steps" | "ticks":
            entries = (entry for entry in block.entries if campaign.includes(entry))
            lines = tuple(line for entry in entries for line in campaign.lines(entry.text))
            if lines:
                yield FilledPart(block.kind, lines=lines)
        case "table":
            yield _table(campaign, block)
        case "rules":
            yield FilledPart("list", lines=tuple(_labels(campaign)))
        case "uses":
            for sentence, names in _uses_today(campaign):
                yield FilledPart("text", text=sentence)
                if names:
                    yield FilledPart("list", lines=names)
        case _:
            yield FilledPart(block.kind, text=campaign.filled(block.text))


def _table(campaign: _Campaign, block: KitBlock) -> FilledPart:
    """A table; missing cells and the blank rows are filled in by hand."""
    columns, width = tuple(map(campaign.filled, block.columns)), len(block.columns)
    rows_included = (row for row in block.rows if campaign.includes(row))
    filled = (tuple(map(campaign.filled, row.cells)) for row in rows_included)
    rows = tuple((*cells, *("",) * (width - len(cells))) for cells in filled)
    return FilledPart("table", columns=columns, rows=rows + (("",) * width,) * block.blank, widths=block.widths)


# --- what AI is used for --------------------------------------------------------------------------------------


def _uses_today(campaign: _Campaign) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Sentences and lists of the uses of AI that go on and that are paused, or a sentence that there are none."""
    pack, answers = campaign.pack, campaign.answers
    truths = [truth(pack, answers, campaign.applicability, use.has) for use in pack.uses]
    current = [verdict for verdict in uses(pack, score(pack, answers), _days_left(campaign)) if verdict.has]
    ready = tuple(verdict.use.title for verdict in current if verdict.verdict == "ready")
    paused = tuple(verdict.use.title for verdict in current if verdict.verdict != "ready")
    unknown = (BLANK,) if None in truths else ()
    if ready or unknown:
        yield say("Today we use AI for:"), ready + unknown
    if paused:
        yield say("We do this today and pause it until what it needs is in place:"), paused
    if not (ready or unknown or paused):
        yield say("We use no AI today. Before anyone starts, this page holds."), ()


def _days_left(campaign: _Campaign) -> int | None:
    name = campaign.pack.questionnaire.clock
    answer = campaign.answers.get(name) if name else None
    return (answer.value - campaign.on).days if answer is not None and isinstance(answer.value, date) else None


# --- label texts and sources --------------------------------------------------------------------------------


def _labelled(campaign: _Campaign) -> tuple[RuleStanding, ...]:
    """The rules that may apply here and prescribe the text of a label."""
    rules = rules_for(campaign.pack, campaign.answers, campaign.on)
    labelled = (standing for standing in rules if standing.concerns == "duty" and standing.rule.label)
    return tuple(standing for standing in labelled if standing.stands not in ("does_not_bind", "closed"))


def _labels(campaign: _Campaign) -> Iterator[str]:
    """The label texts of rules that may apply, each with its source; a sentence if there are none."""
    rules_here = _labelled(campaign)
    if not rules_here:
        yield say(
            "No exact label words are known here for your place. Look at its election office's site, and ask counsel."
        )
    for standing in rules_here:
        yield say(
            "{place}, {title}: “{label}” (as of {day})",
            place=standing.place.title,
            title=standing.rule.title,
            label=standing.rule.label,
            day=standing.rule.as_of.text,
        )  # fmt: skip


def _sources(campaign: _Campaign, text: KitText) -> Iterator[str]:
    """The sources of the text and of its label texts; the latter with a link."""
    has_rules = any(block.kind == "rules" and campaign.includes(block) for block in text.blocks)
    linked = _unique(name for one in _labelled(campaign) for name in one.rule.sources) if has_rules else ()
    by_id = {source.id: source for source in campaign.pack.sources}
    for name in _unique((*linked, *text.sources)):
        if name in by_id:
            yield _source(by_id[name], link=name in linked)


def _source(source: Source, *, link: bool) -> str:
    text = say(
        "{publisher}: {title}, {date} (as of {as_of})",
        publisher=source.publisher, title=source.title, date=source.date, as_of=source.as_of,
    )  # fmt: skip
    return f"{text}. {source.link}" if link else text


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
