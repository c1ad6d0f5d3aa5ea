"""Votes in words: agreement, counts and range. Only counts, and only from three votes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.workshop_log import SAID, Decision, VoteKind
from hustings.messages import long_date, say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.report.document.phrases import points, share
from hustings.report.document.workshop.workshop_records import Chip
from hustings.scoring.ledger.index import worded
from hustings.scoring.result import truncated
from hustings.scoring.workshop.consequence import Consequence
from hustings.scoring.workshop.disagreement import Disagreement, QuestionHistory
from hustings.scoring.workshop.role_breakdown import FEWEST_IN_CELL
from hustings.scoring.workshop.rounds import Round
from hustings.scoring.workshop.vote_outcome import STATUS, Status


def line(disagreement: Disagreement) -> str:
    """The workshop in one sentence, for page one (method.md 2.7)."""
    if not disagreement.decided:
        return say("Nothing has been decided yet.")
    return f"{_agreed(disagreement)}{_otherwise(disagreement)}{_left_open(disagreement)}."


def _agreed(disagreement: Disagreement) -> str:
    return several(
        disagreement.decided,
        "Agreed on {agreed} of {n} question",
        "Agreed on {agreed} of {n} questions",
        agreed=disagreement.agreed,
    )


def _otherwise(disagreement: Disagreement) -> str:
    count = len(disagreement.otherwise)
    phrase = several(count, "{n} decided otherwise than voted", "{n} decided otherwise than voted")
    return f"; {phrase}" if count else ""


def _left_open(disagreement: Disagreement) -> str:
    count = len(disagreement.left_open)
    if not count:
        return ""
    low, high = (truncated(end, 0) for end in disagreement.ends)
    if disagreement.ends[0] == disagreement.ends[1]:
        phrase = several(
            count, "{n} unresolved, which does not move the index", "{n} unresolved, which do not move the index"
        )
    elif low == high:
        phrase = several(
            count,
            "{n} unresolved, which moves the index by less than a point",
            "{n} unresolved, which move the index by less than a point",
        )
    else:
        phrase = several(
            count,
            "{n} unresolved, which moves the index between {low} and {high}",
            "{n} unresolved, which move the index between {low} and {high}",
            low=low,
            high=high,
        )
    return f"; {phrase}"


# --- chips -------------------------------------------------------------------------------------------------


def chip(history: QuestionHistory | None) -> Chip | None:
    """How far a question is agreed; None if nobody voted. One decided otherwise than voted is not agreed."""
    if history is None or history.status is None or not history.rounds:
        return None
    votes = agreement(history.rounds)
    if history.otherwise:
        return Chip(str(history.status), f"{say(STATUS[history.status])} · {say('votes: {said}', said=votes)}")
    return Chip(str(history.status), votes)


def agreement(rounds: tuple[Round, ...]) -> str:
    """How far votes agree, round by round."""
    return " · ".join(filter(None, (_statuses(rounds), _numbers(rounds), _figures(rounds))))


def voted(question: Question, made: Decision, seen: Sequence[Round]) -> str:
    """The outcome of the votes at the time of a decision; empty for too few, which it would reveal."""
    if not seen or not seen[-1].shown:
        return say("too few votes to show")
    if made.proposed is None:
        return say("no answer of the room's own")
    return worded(question, made.proposed)


def _statuses(rounds: tuple[Round, ...]) -> str:
    return _then(dict.fromkeys(say(STATUS[one.group.status]) for one in rounds))


def _then(parts: Iterable[str]) -> str:
    """One text, or the first and then the other."""
    first, *rest = parts
    return say("{first}, then {last}", first=first, last=rest[-1]) if rest else first


def _numbers(rounds: tuple[Round, ...]) -> str:
    counts = tuple(dict.fromkeys(one.said.heard for one in rounds))
    if len(counts) > 1:
        return say("{first}, then {last} votes", first=counts[0], last=counts[-1])
    return several(counts[0], "{n} vote", "{n} votes")


def _figures(rounds: tuple[Round, ...]) -> str:
    """Leik's L on a scale, the largest share otherwise; empty for too few votes."""
    figures = [one for one in rounds if one.group.agreement is not None and one.group.status is not Status.FEW]
    if not figures or len(figures) < len(rounds):
        return ""
    if rounds[0].rungs:
        return say(
            "L {figure}",
            figure=_then(truncated(one.group.agreement, 2) for one in figures if one.group.agreement is not None),
        )
    return say(
        "largest share {figure}",
        figure=_then(share(one.group.agreement) for one in figures if one.group.agreement is not None),
    )


# --- how votes lie -----------------------------------------------------------------------------------------


def counts(question: Question, one: Round) -> str:
    """One round as counts, in the order of the choices."""
    if not one.shown:
        return several(one.said.heard, "{n} vote; too few to show more", "{n} votes; too few to show more")
    return "; ".join(f"{count} × {text}" for text, count in _counted(question, one) if count)


def _counted(question: Question, one: Round) -> Iterator[tuple[str, int]]:
    yield from ((choice.text, one.said.count(choice.id)) for choice in question.choices)
    yield say("None of these"), one.said.votes.count(())
    yield say(SAID[VoteKind.DONT_KNOW]), one.said.dont_know
    yield say(SAID[VoteKind.NOT_APPLICABLE]), one.said.not_applicable
    yield say(SAID[VoteKind.ABSTAIN]), one.said.abstained


def range_of(question: Question, one: Round) -> str:
    """The two answers between which the votes lie."""
    if not one.shown:
        return say("Too few votes to show how they differ.")
    phrases = _ends(question, one)
    if one.said.dont_know:
        phrases.append(say("some do not know"))
    if one.said.not_applicable:
        phrases.append(say("some say it does not apply"))
    text = "; ".join(phrases)
    return f"{text[:1].upper()}{text[1:]}."


def _ends(question: Question, one: Round) -> list[str]:
    voted = [choice.text for choice in question.choices if one.said.count(choice.id)]
    if not one.rungs or len(voted) < 2:  # noqa: PLR2004 - a range has two ends
        return [", ".join(f"“{text}”" for text in voted)] if voted else []
    texts = {choice.id: choice.text for choice in question.choices}
    named = [texts[rung] for rung, count in zip(one.rungs, one.levels, strict=True) if count]
    return [say("from “{worst}” to “{best}”", worst=named[0], best=named[-1])]


def effect(consequence: Consequence) -> str:
    """How far the votes move the index, and whether a band or gate changes."""
    phrases = [
        say("Moves the index by {points}", points=points(consequence.points))
        if consequence.points
        else say("Does not move the index")
    ]
    phrases += [say("decides a deal-breaker")] if consequence.gate_changes else []
    phrases += [say("changes the band")] if consequence.band_changes else []
    return f"{'; '.join(phrases)}."


def by_when(owner: str, due: date | None) -> str:
    """Who brings evidence and by when, such as “Kim, by 3 November 2026”."""
    who = owner or say("somebody")
    return say("{who}, by {day}", who=who, day=long_date(due)) if due else who


# --- roles -------------------------------------------------------------------------------------------------


def by_role(pack: Pack, history: QuestionHistory) -> str:
    """How each role voted; empty if there is no role in which nobody can be guessed."""
    told = [f"{title}: {counts}" for title, counts in _roles(pack, history)]
    return say("By role, in the first vote that can be shown so: {roles}.", roles="; ".join(told)) if told else ""


def _roles(pack: Pack, history: QuestionHistory) -> Iterator[tuple[str, str]]:
    counted = dict(history.roles)
    for role in pack.questionnaire.roles:
        cells = dict(_cells(history.question, counted[role.id])) if role.id in counted else {}
        if cells and min(cells.values()) >= FEWEST_IN_CELL:
            yield role.title, ", ".join(f"{number} × “{text}”" for text, number in cells.items())


def _cells(question: Question, counts: Ballots) -> Iterator[tuple[str, int]]:
    """Each answer that somebody gave, and how many did."""
    others = (
        (VoteKind.DONT_KNOW, counts.dont_know),
        (VoteKind.NOT_APPLICABLE, counts.not_applicable),
        (VoteKind.ABSTAIN, counts.abstained),
    )
    yield from ((choice.text, number) for choice in question.choices if (number := counts.count(choice.id)))
    yield from ((say(SAID[kind]), number) for kind, number in others if number)
