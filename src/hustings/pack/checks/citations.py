"""Every code that a text names stands in sources.yaml, so that nobody reads of a source that is nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.pack.citations import cited_in
from hustings.pack.model import Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.translation.translatable import phrases
from hustings.problems import Problem


def cited_codes(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A pack without sources cites nothing: there a code may be anything."""
    known = {source.id for source in pack.sources}
    for phrase in phrases(pack) if known else ():
        field = phrase.key.rpartition(".")[2]
        for code in cited_in(phrase.text):
            if code not in known:
                yield from diagnostics.unknown(diagnostics.at(phrase.place, field), "source", code, known)
