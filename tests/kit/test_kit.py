"""Texts to adopt: filled from the answers, what is unknown left blank, the same bytes every time, never markup."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest

from cli_support import case_with_sample, hustings
from hustings.answers.events import Answer, State
from hustings.kit import Composed, compose, markdown, word
from hustings.pack.model import Pack
from hustings.pack.read import read_pack

FOLDER = Path(__file__).parents[2] / "questionnaires" / "campaign-ai"
ON = date(2027, 1, 4)
NAMES = [
    "ai_policy", "call_sheet", "deletion_record", "incident_log", "label_guide", "vendor_letter", "verification",
    "volunteer_rule",
]  # fmt: skip


@cache
def pack() -> Pack:
    return read_pack(FOLDER)


def made(name: str, **values: str | tuple[str, ...] | date) -> Composed:
    text = next(text for text in pack().kit if text.id == name)
    return compose(pack(), {q: Answer(State.ANSWERED, value) for q, value in values.items()}, text, ON)


def test_the_eight_texts_are_there() -> None:
    assert NAMES == sorted(text.id for text in pack().kit)


def test_answers_fill_in_and_what_is_not_known_stays_blank() -> None:
    known = made("ai_policy", campaign_name="Rivera for Council", uses_ai="yes", ai_tasks=("drafting", "images"))
    assert known.parts[0].text.startswith("Rivera for Council. ")
    assert any("Drafting or correcting text, Making or changing images" in part.text for part in known.parts)
    assert made("ai_policy").parts[0].text.startswith("____________________. ")


def test_what_does_not_apply_is_left_out_and_what_may_apply_is_kept() -> None:
    def lines(text: Composed) -> str:
        return " ".join(line for part in text.parts for line in (part.text, *part.lines))

    assert "We use no AI today." not in lines(made("ai_policy", uses_ai="yes"))
    assert "generated voice" not in lines(made("ai_policy", channels=("email",)))
    assert "generated voice" in lines(made("ai_policy", channels=("calls",)))
    assert "generated voice" in lines(made("ai_policy"))


def test_label_words_come_from_the_rules_or_the_text_says_that_none_are_known() -> None:
    there = made("label_guide", jurisdiction="us", us_state="us_ca", likeness_use="own_consent", election_day=ON)
    told = [line for part in there.parts for line in part.lines]
    assert any("“Ad generated or substantially altered using artificial intelligence.”" in line for line in told)
    nowhere = made("label_guide", jurisdiction="us", us_state="us_oh")
    assert any("No exact label words are known" in line for part in nowhere.parts for line in part.lines)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_a_draft_in_both_forms(name: str) -> None:
    text = made(name, campaign_name="Rivera for Council")
    page = markdown(text)
    assert page.startswith(f"# {text.title}\n\n*Draft for your counsel to look over.*")
    read = docx.Document(BytesIO(word(text, "a4")))
    assert "Draft for your counsel to look over" == read.sections[0].header.paragraphs[0].text
    assert text.title == read.paragraphs[0].text
    assert "Heading 1" == read.paragraphs[0].style.name  # type: ignore[union-attr]
    assert ("", "") == (read.core_properties.author, read.core_properties.last_modified_by)
    assert word(text, "a4") == word(text, "a4") != word(text, "letter")


def test_answers_never_become_markup() -> None:
    evil = "# [x](http://x) <b>*bold*</b> | `code`\x1b[2J\u202e"
    page = markdown(made("vendor_letter", campaign_name=evil))
    line = next(line for line in page.splitlines() if line.startswith("To "))
    assert r"from \# \[x\](http://x) \<b\>\*bold\*\</b\> \| \`code\`\[2J" in line
    read = docx.Document(BytesIO(word(made("vendor_letter", campaign_name=evil), "a4")))
    assert any("<b>*bold*</b>" in paragraph.text for paragraph in read.paragraphs)


def test_through_the_command_and_never_over_what_was_edited(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    ran = hustings("kit", "rivera", "--on", "2027-01-04", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err), ran
    assert 16 == len(list((tmp_path / "rivera-kit").iterdir()))
    assert 0 == hustings("kit", "rivera", "--on", "2027-01-04", cwd=tmp_path).code
    edited = tmp_path / "rivera-kit" / "ai-policy.md"
    edited.write_text("ours now")
    again = hustings("kit", "rivera", "--on", "2027-01-04", cwd=tmp_path)
    assert 1 == again.code
    assert "These files are there already, and differ: ai-policy.md." in again.err
    assert "ours now" == edited.read_text()
    assert 0 == hustings("kit", "rivera", "--on", "2027-01-04", "--force", cwd=tmp_path).code
    assert edited.read_text().startswith("# How we use AI")


def test_one_text_and_a_name_that_is_not_there(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    ran = hustings("kit", "rivera", "--only", "ai_policy", "--format", "md", "--out", "texts", cwd=tmp_path)
    assert 0 == ran.code, ran
    assert ["ai-policy.md"] == [path.name for path in (tmp_path / "texts").iterdir()]
    wrong = hustings("kit", "rivera", "--only", "ai_polcy", cwd=tmp_path)
    assert "The pack has no text `ai_polcy`.\n  Did you mean `ai_policy`?\n" == wrong.err
