"""What the operator reads, in the log and of reports."""

from __future__ import annotations

import json
import logging
import sys

from click.testing import CliRunner

from bot.chat import logs
from bot.cli import main
from index.state import Report, State

TOKEN = "abc.def.ghi"


def record(name: str, message: str, error: BaseException | None = None) -> logging.LogRecord:
    try:
        if error:
            raise error
        trace = None
    except type(error):
        trace = sys.exc_info()
    return logging.LogRecord(name, logging.ERROR, "", 1, message, None, trace)


def test_the_token_is_never_written():
    """Not in a message, and not in a traceback."""
    form = logs.Blotted(TOKEN)
    plain = form.format(record("bot", f"sent {TOKEN}"))
    traced = form.format(record("bot", "failed", ValueError(f"Bot {TOKEN} is bad")))

    assert "sent (token)" in plain
    assert "(token) is bad" in traced
    assert TOKEN not in plain + traced


def test_an_interruption_that_mends_itself_is_one_line():
    """discord.py connects again; where it fell off is not for the operator to read."""
    written = logs.Blotted(TOKEN).format(
        record("discord.client", "Attempting a reconnect in 1.00s", ConnectionError("gone"))
    )

    assert written.endswith("Attempting a reconnect in 1.00s (ConnectionError)")
    assert "Traceback" not in written


def test_reports_are_read_in_the_terminal(tmp_path):
    """Each with its answer's address and the person's words; as JSON for a machine."""
    with State(tmp_path) as state:
        state.report(Report(1, 2, 3, "hashed", "That was not her.", 1_700_000_000))
    shown = CliRunner().invoke(main, ["reports", "--data", str(tmp_path)])
    told = CliRunner().invoke(main, ["reports", "--data", str(tmp_path), "--json"])

    assert (shown.exit_code, told.exit_code) == (0, 0)
    assert "https://discord.com/channels/1/2/3" in shown.output
    assert "| That was not her." in shown.output
    assert "1 report." in shown.output
    assert "That was not her." == json.loads(told.output)["reports"][0]["text"]
