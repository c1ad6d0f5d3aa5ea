"""Of the stored tables of a portfolio, the rows of one pack and edition are taken, a column a question."""

from __future__ import annotations

from dataclasses import replace

import duckdb

from hustings.portfolio.rubric_sql.stored_answers import stored_answers
from support.small_packs import control, exposure, made

STORED = """
create table portfolio(campaign varchar, assessment int, question varchar, code bigint, number decimal(24, 12));
insert into portfolio values ('c', 1, 'a', 2, null), ('c', 1, 'x', -1, null),
    ('d', 1, 'a', 0, null), ('e', 1, 'a', 3, null);
create table portfolio_assessments(campaign varchar, assessment int, digest varchar, edition varchar);
insert into portfolio_assessments values ('c', 1, 'mine', null),
    ('d', 1, 'other', null), ('e', 1, 'mine', 'full'), ('f', 2, 'mine', '');
"""


def test_only_this_pack_and_edition() -> None:
    pack = replace(made(control("a"), exposure("x")), digest="mine")
    (_, chosen), (_, wide) = stored_answers(pack, votes=False)
    with duckdb.connect() as db:
        db.execute(STORED)
        db.execute(f"create table chosen as {chosen.sql('duckdb')}")
        found = db.execute(f"select * from ({wide.sql('duckdb')}) order by assessment").fetchall()  # noqa: S608 - ours
    assert [("c/1", 2, -1), ("f/2", None, None)] == found
