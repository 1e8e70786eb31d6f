"""ask held to a time or an outlet, in the terminal: what is left out is said, undated stays."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from newsroom import record_of

from bot.cli import main

SAID = "What did Tolliday say about the ferry terminal?"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    record_of(folder).close()
    return folder


def run(data, *arguments):
    return CliRunner().invoke(main, ["ask", *arguments, "--data", str(data)])


def test_what_is_from_another_time_is_left_out_and_counted(data):
    """The first lines say so; the same words without a date are still behind them."""
    held = run(data, SAID, "--since", "2025").output
    first = " ".join(held.split())

    assert "Only since 2025; that leaves out 2 statements." in first
    assert first.index("Only since") < first.index("Maren Tolliday")
    assert "served for ninety years" not in held
    assert "I was wrong about the ferry terminal" in held


def test_undated_articles_follow_and_are_counted(data):
    """A limit of time never drops them in silence."""
    held = " ".join(run(data, "What did Tolliday say?", "--until", "2024").output.split())

    assert "the date is not known, so they stand last" in held
    assert held.index("ninety years") < held.index("I was wrong")


def test_a_refusal_says_what_was_left_out(data):
    """Not that nothing is on record."""
    held = " ".join(run(data, SAID, "--outlet", "Nowhere Times").output.split())

    assert "Only from “Nowhere Times”; that leaves out" in held
    assert "“It will serve" not in held


def test_a_fact_is_looked_for_where_it_is_held_to(data):
    """The outlet's own article answers."""
    held = run(data, "How many berths does the harbour have?", "--outlet", "gazette").output

    assert "43 berths" in held


def test_a_machine_gets_only_the_answer(data):
    """What it was held to stands on standard error."""
    held = run(data, SAID, "--until", "2024-12", "--outlet", "Harbour Gazette", "--json")

    sources = json.loads(held.stdout)["sources"]
    assert {"Harbour Gazette"} == {each["outlet"] for each in sources}
    assert "Only until December 2024 from “Harbour Gazette”" in held.stderr


@pytest.mark.parametrize("written", ["06/09", "06/09/2024", "soon"])
def test_a_date_that_may_be_read_in_two_ways_is_none(data, written):
    """It says how to write one."""
    refused = run(data, SAID, "--since", written)

    assert 1 == refused.exit_code
    assert f"“{written}” is not a date. Write 2023-08-04" in str(refused.stderr)
