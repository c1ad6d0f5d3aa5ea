"""What a verb says of tables that are not there, or of another form."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from hustings.cli.portfolio.stored_portfolio import in_current_language, stored_portfolio
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from support.campaign_ai import pack as campaign_ai


def test_tables_that_are_missing_or_of_another_form(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        stored_portfolio(tmp_path)
    (page := tmp_path / "p.html").touch()
    with pytest.raises(InputError, match=r"p\.html is no table of a portfolio\."):
        stored_portfolio(page)
    path = tmp_path / "p.parquet"
    with pytest.raises(InputError, match=r"There is no table .*p\.parquet"):
        stored_portfolio(path)
    with duckdb.connect() as db:
        db.execute(f"copy (select 1 as x) to '{path}' (kv_metadata {{hustings: '1 every=True'}})")
    for part in ("votes", "assessments", "packs"):
        shutil.copy(path, tmp_path / f"p-{part}.parquet")
    with pytest.raises(InputError, match="were made by another version of Hustings"):
        stored_portfolio(path)


def test_titles_are_those_of_the_installed_pack_in_the_current_language() -> None:
    pack = campaign_ai()
    assert pack is in_current_language(pack), "it is in English already"
    with speaking(read_words("es")):
        spanish = in_current_language(pack)
        assert ("es", pack.digest) == (spanish.language, spanish.digest)
        own = replace(pack, id="ours")
        assert own is in_current_language(own), "a pack that is not installed keeps its words"
