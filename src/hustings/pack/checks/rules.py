"""Rules of places that can be relied on as far as they go: days in order, sources that exist, no label from hearsay."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import say
from hustings.pack.checks.conditions import condition_fits, condition_short
from hustings.pack.checks.uses import condition_of, sources_exist
from hustings.pack.model import Pack
from hustings.pack.rules import Rule
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.translation.translatable import phrases
from hustings.problems import Problem, did_you_mean


def places_and_rules(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Which campaigns a place and a rule concern is asked, by questions that every edition counts."""
    for place in pack.rules:
        yield from condition_of(pack, diagnostics, place.when, place.when_text, diagnostics.at(place.place, "when"))
        for rule in place.rules:
            yield from condition_of(pack, diagnostics, rule.when, rule.when_text, diagnostics.at(rule.place, "when"))
            yield from _breach(pack, diagnostics, rule)


def _breach(pack: Pack, diagnostics: Diagnostics, rule: Rule) -> Iterator[Problem]:
    """A breach can be judged, and there is a text on what to do then. Here a question of any edition will do."""
    here = diagnostics.at(rule.place, "breached_when")
    yield from condition_fits(pack, diagnostics, rule.breached_when, rule.breached_text, here)
    yield from condition_short(diagnostics, rule.breached_when, here)
    if rule.breached_text and not rule.today:
        yield diagnostics.problem(
            here, say("`{id}` can be breached, and nothing says what to do", id=rule.id), say("Give `today`.")
        )
    if rule.today and not rule.breached_text:
        what = say("`today` of `{id}` is never shown: nothing says when it is breached", id=rule.id)
        yield diagnostics.problem(
            diagnostics.at(rule.place, "today"), what, say("Give `breached_when`, or take it away.")
        )


def rule_asks_or_protects(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A rule asks something of somebody or protects somebody; only what asks something can be breached."""
    for rule in (rule for place in pack.rules for rule in place.rules):
        if not rule.duty and not rule.protects:
            what = say("`{id}` neither asks anything nor protects anybody", id=rule.id)
            yield diagnostics.problem(rule.place, what, say("Give `duty`, `protects` or both."))
        elif rule.breached_text and not rule.duty:
            what = say("`{id}` asks nothing, so nobody can breach it", id=rule.id)
            yield diagnostics.problem(
                diagnostics.at(rule.place, "breached_when"), what, say("Give `duty`, or take it away.")
            )


def place_texts(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """What a place says in its own words stands instead of a text that there is."""
    keys = [phrase.key for phrase in phrases(pack)] if any(place.texts for place in pack.rules) else []
    for text in (text for place in pack.rules for text in place.texts):
        if text.key not in keys and diagnostics.complete:
            what = say("the pack has no text `{key}`", key=text.key)
            yield diagnostics.problem(text.place, what, did_you_mean(text.key, keys))


def sources_of_places(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A source that concerns one place names one that there is."""
    places = [place.id for place in pack.rules]
    for source in pack.sources:
        if source.only_in and source.only_in not in places:
            yield from diagnostics.unknown(diagnostics.at(source.place, "only_in"), "place", source.only_in, places)


def trackers(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Where to look for what is new is a source with a link; places of one file share it."""
    known = {source.id: source for source in pack.sources}
    for place in {(one.place.file, one.tracker): one for one in reversed(pack.rules)}.values():
        here = diagnostics.at(diagnostics.files[place.place.file].root, "tracker")
        source = known.get(place.tracker)
        if source is None:
            yield from diagnostics.unknown(here, "source", place.tracker, known)
        elif not source.link.startswith(("https://", "http://")):
            what = say("the tracker `{id}` has no link that can be opened", id=source.id)
            yield diagnostics.problem(here, what, say("Name a source with a link."))


def rule_sources(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A rule cites what stands in sources.yaml; the words of a label come from more than hearsay."""
    sound = {source.id for source in pack.sources if source.status != "unverified"}
    for rule in (rule for place in pack.rules for rule in place.rules):
        yield from sources_exist(pack, diagnostics, rule.sources, rule.place)
        known = {source.id for source in pack.sources}.issuperset(rule.sources)
        if not known or sound.intersection(rule.sources) or not diagnostics.sound(rule.place):
            continue
        if rule.label:
            what = say("the words of `{id}` rest on unverified sources only", id=rule.id)
            yield diagnostics.problem(
                diagnostics.at(rule.place, "label"), what, say("Cite a source that shows them, or leave them out.")
            )
        else:
            what = say("`{id}` rests on unverified sources only", id=rule.id)
            hint = say("Cite a verified source, or leave the rule out.")
            yield diagnostics.problem(diagnostics.at(rule.place, "sources"), what, hint, "warning")


def rule_days(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A rule ends after it begins, and was read no earlier than its source supports it."""
    for rule in (rule for place in pack.rules for rule in place.rules):
        if rule.start is not None and rule.end is not None and rule.end.last < rule.start.first:
            what = say("`from` ({start}) is after `to` ({end})", start=rule.start.text, end=rule.end.text)
            yield diagnostics.problem(diagnostics.at(rule.place, "from"), what, say("Change one of the two."))
        if rule.as_of.first > rule.reviewed.last:
            what = say(
                "`as_of` ({as_of}) is after `reviewed` ({reviewed})", as_of=rule.as_of.text, reviewed=rule.reviewed.text
            )
            yield diagnostics.problem(
                diagnostics.at(rule.place, "as_of"), what, say("Nobody can read what is not there yet.")
            )
        yield from _because(rule, diagnostics)


def _because(rule: Rule, diagnostics: Diagnostics) -> Iterator[Problem]:
    if rule.status == "in_force" and rule.because:
        what = say("`because` says why a rule does not bind, and `{id}` is in force", id=rule.id)
        yield diagnostics.problem(
            diagnostics.key(rule.place, "because"), what, say("Change the status, or take it away.")
        )
    elif rule.status in ("enjoined", "struck_down") and not rule.because:
        what = say("`{id}` does not bind now, and nothing says why", id=rule.id)
        yield diagnostics.problem(
            diagnostics.at(rule.place, "status"), what, say("Say in `because` which court, and when."), "warning"
        )
