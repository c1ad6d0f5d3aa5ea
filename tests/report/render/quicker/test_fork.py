"""A fork answers through its pipes; one that has ended is told as an answer that is missing."""

from __future__ import annotations

import os

import pytest

from hustings.report.render.quicker.fork import Fork, NoAnswerError, Pipes, cores


def test_what_is_sent_comes_back() -> None:
    fork = Fork(lambda pipes: pipes.send([pipes.receive(), os.getpid()]))
    try:
        fork.send({"pages": 3})
        assert [{"pages": 3}, fork.number] == fork.receive()
    finally:
        fork.end()


def test_a_fork_that_fails_is_told() -> None:
    def failing(pipes: Pipes) -> None:
        raise ValueError(pipes)

    fork = Fork(failing)
    with pytest.raises(NoAnswerError):
        fork.receive()
    with pytest.raises(NoAnswerError):
        fork.send(bytes(1_000_000))
    fork.end()


def test_a_fork_that_works_still_is_ended() -> None:
    fork = Fork(lambda pipes: pipes.receive())
    fork.end()
    with pytest.raises(ChildProcessError):
        os.waitpid(fork.number, os.WNOHANG)


def test_there_are_as_many_cores_as_this_program_may_use() -> None:
    assert len(os.sched_getaffinity(0)) == cores()
