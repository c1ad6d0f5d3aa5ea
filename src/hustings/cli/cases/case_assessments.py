"""The assessments of a case file as they are compared: each with the pack that it was answered with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from hustings.answers.local_texts import told_here
from hustings.answers.replay import chosen_edition, pack_in_use, replay
from hustings.answers.versions.compatibility import fitting
from hustings.casefile import Assessment, CaseFile
from hustings.cli.cases.case_pack import kept_pack, pack_of
from hustings.cli.invocation import next_command
from hustings.cli.output import echo
from hustings.messages import listed, say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.problems import InputError, did_you_mean, escaped
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.text import one_line


def answered(file: CaseFile) -> tuple[Assessment, ...]:
    """The assessments that have answers, oldest first."""
    return tuple(one for one in file.assessments() if replay(file.events(one.id)))


def two_named(file: CaseFile, case: str, then: str | None, now: str | None) -> tuple[Assessment, Assessment]:
    """The two to compare: those named, otherwise the latest and the one before it. `InputError` if there are no two."""
    have = answered(file)
    later = _named(file, now) if now else have[-1] if have else None
    if then and later:
        earlier = _named(file, then)
    elif later in have[1:]:
        earlier = have[have.index(later) - 1]
    else:
        raise _too_few(file, case)
    if earlier == later:
        raise InputError(say("Both are the same assessment: nothing can be compared."), _titles(file))
    for one in (earlier, later):
        if one not in have:
            what = say("The assessment “{title}” has no answers yet.", title=one_line(one.title))
            raise InputError(what, _titles(file))
    return earlier, later


def _too_few(file: CaseFile, case: str) -> InputError:
    what = say("{file} has no two assessments with answers, so there is nothing to compare.", file=file.path.name)
    return InputError(what, say("To begin the second one: {command}", command=next_command("follow-up", case)))


def _named(file: CaseFile, wanted: str) -> Assessment:
    for one in file.assessments():
        if wanted in (one.title, one.id):
            return one
    what = say("{file} has no assessment “{title}”.", file=file.path.name, title=one_line(wanted))
    titles = [one.title for one in file.assessments()]
    raise InputError(what, did_you_mean(wanted, titles) or _titles(file))


def _titles(file: CaseFile) -> str:
    titles = tuple(f"“{one_line(one.title)}”" for one in file.assessments())
    return say("It has: {titles}.", titles=listed(titles))


def all_assessed(file: CaseFile, some: Sequence[Assessment], pack: str | None) -> tuple[ComparedAssessment, ...]:
    """Some assessments, each with the pack that it was answered with and its answers; each pack is read once."""
    read = dict[str, Pack]()
    for one in some:
        digest = _digest(file, one)
        read[digest] = read.get(digest) or own_pack(file, one, pack)
    return tuple(assessed(file, one, read[_digest(file, one)]) for one in some)


def _digest(file: CaseFile, one: Assessment) -> str:
    return pack_in_use(file.events(one.id)) or one.digest


def assessed(file: CaseFile, one: Assessment, complete: Pack) -> ComparedAssessment:
    """One assessment with a pack, in its edition. What the pack does not take is left out."""
    events = file.events(one.id)
    scope = scoped(complete, chosen_edition(events))
    answers, _ = fitting(complete, replay(events))
    counting = MappingProxyType({name: answer for name, answer in answers.items() if name in scope.questions})
    return ComparedAssessment(
        told_here(scope, counting), counting, day_of_last_answer(file, one), one.title, file.head(one.id)
    )


def day_of_last_answer(file: CaseFile, one: Assessment) -> date:
    """The day on which an assessment was answered last; the day on which it began, if it has no answers."""
    answers = [event for event in file.events(one.id) if not event.question.startswith("@")]
    return (answers[-1].at if answers else one.created).astimezone().date()


def own_pack(file: CaseFile, one: Assessment, pack: str | None) -> Pack:
    """The pack that an assessment was answered with; without it the one that is here now, and a note."""
    digest = _digest(file, one)
    if file.kept_pack(digest) is not None:
        return kept_pack(file, replace(one, digest=digest))
    own = pack_of(one, pack, str(file.path))
    if own.digest != digest:
        echo(
            say(
                "Note: the pack that “{title}” was answered with is not kept in this case. It is scored with today's, "
                "so what the rubric changed since then cannot be told.",
                title=escaped(one_line(one.title)),
            ),
            err=True,
        )
    return own
