"""Codes that are read from a wall and typed, and hashes of secrets."""

from __future__ import annotations

from hustings.workshop.web.security.codes import LETTERS, code_of, digest, letters


def test_a_code_has_no_letters_that_are_taken_for_one_another() -> None:
    made = {letter for _ in range(200) for letter in letters(12)}
    assert set(LETTERS) == made
    assert set() == made & set("ILO01")
    assert 12 == len(letters(12))


def test_a_code_is_the_same_however_it_is_typed() -> None:
    assert {"ABC234"} == {code_of(typed) for typed in ("ABC234", " abc-234 ", "a b c 2 3 4", "Abc.234\n")}


def test_a_secret_is_kept_as_its_sha_256() -> None:
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" == digest("abc")
