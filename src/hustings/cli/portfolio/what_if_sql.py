"""What one deed for all would do, as SQL to be read, or to be run where the tables are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hustings.cli.portfolio.tables_elsewhere import ENGINES, commented, reads
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.problems import escaped

if TYPE_CHECKING:
    from hustings.pack.model import Pack
    from hustings.portfolio.rubric_sql.query_parts.dialects import Dialect
    from hustings.portfolio.tables.stored_tables import StoredTables
    from hustings.portfolio.what_if import Where


def what_if_sql(
    tables: StoredTables,
    groups: Sequence[tuple[str, str, str, int]],
    changes: Sequence[str],
    meant: Where,
    dialect: Dialect,
) -> Iterator[str]:
    """The script, pack by pack and edition by edition, with comments that say what it reads and gives."""
    for digest, name, edition, _ in groups:
        if (pack := tables.pack(digest, name)) is not None:
            yield from _script(scoped(pack, edition), changes, meant, dialect)


def _script(pack: Pack, changes: Sequence[str], meant: Where, dialect: Dialect) -> Iterator[str]:
    from hustings.portfolio.moved_by_sql import meant_in_words
    from hustings.portfolio.rubric_sql.what_if import Deed, stored_what_if_statements
    from hustings.portfolio.what_if import changes_of

    yield from _head(pack, changes, dialect)
    deed = Deed(pack, changes_of(pack, {}, changes))
    yield from (f"{statement};" for statement in stored_what_if_statements(deed, dialect, meant_in_words(meant)))


def _head(pack: Pack, changes: Sequence[str], dialect: Dialect) -> Iterator[str]:
    what = {"changes": escaped(", ".join(changes)), "engine": ENGINES[dialect], "version": escaped(pack.version)}
    edition = escaped(pack.edition or "-")
    yield from commented(
        say(
            "What {changes} would do in campaigns with the pack {id} {version}, edition {edition}: steps for {engine}.",
            id=escaped(pack.id),
            edition=edition,
            **what,
        )
    )
    yield from reads(dialect)
    yield from commented(
        say(
            "The last statement gives one row for each campaign: its band as it is (was) and with the change (now), "
            "the points of the index, whether anything changes (touched), and each deal-breaker before and after."
        )
    )
