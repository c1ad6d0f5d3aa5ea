"""The pages of an interview, as they are put together."""

from __future__ import annotations

from support.interview import ALL, answers, typed


def test_help_says_why_proof_who_and_where_from() -> None:
    _, written, _ = typed("?", before=answers(**ALL), start="chatbot_account")
    help_text = " ".join(written)
    for words in (
        "Why we ask Free and personal plans may learn",
        "What counts as proof The plan's billing or admin page",
        "Who knows Campaign manager",
        "Where this comes from Personal plans may be used for training",
        "(Invented for tests: Terms of an invented chatbot, 2026-01-01; as of 2026-11-23)",
    ):
        assert words in help_text
