"""A team's own questions: a table, and which of them got worse since the last run."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from newsroom import record_of

from bot import trial
from bot.cli import main
from index.errors import InputError

QUESTIONS = """
[[question]]
ask = "How many berths does the harbour have?"
articles = ["{title}"]
words = ["berths"]

[[question]]
ask = "Which moon of Jupiter has geysers?"
refuse = true
"""


@pytest.fixture
def run(tmp_path):
    with record_of(tmp_path / "data") as record:
        titles = {each.article.title for each in record.articles() if "berths" in each.article.text}

    def run_again(title=None, *more):
        file = tmp_path / "questions.toml"
        file.write_text(QUESTIONS.format(title=title or min(titles)), encoding="utf-8")
        return CliRunner().invoke(
            main, ["eval", str(file), "--data", str(tmp_path / "data"), *more]
        )

    return run_again


def test_questions_are_judged_and_compared_with_the_last_run(run):
    """The first run has nothing to compare with; what passes no more is named."""
    first = run()
    assert (0, True) == (first.exit_code, "first run" in first.output), first.output
    assert "expected article among ten      1 of 1  (100%)" in first.output
    assert "refused as expected             1 of 1  (100%)" in first.output
    assert "No question got worse" in run().output

    worse = run("A headline that is nowhere")
    assert "Worse: How many berths does the harbour have?" in worse.output


def test_a_machine_gets_every_question(run):
    """None stands for what was not asked of a question."""
    told = json.loads(run(None, "--json").output.splitlines()[-1])

    assert [(True, None), (None, True)] == [(q["ten"], q["refused"]) for q in told["questions"]]


def test_json_lines_are_read_like_toml(tmp_path):
    """The same questions, whichever way they are written."""
    toml, lines = tmp_path / "questions.toml", tmp_path / "questions.jsonl"
    toml.write_text(QUESTIONS.format(title="A headline"), encoding="utf-8")
    lines.write_text(
        '{"ask": "How many berths does the harbour have?", "articles": ["A headline"], '
        '"words": ["berths"]}\n\n{"ask": "Which moon of Jupiter has geysers?", "refuse": true}\n',
        encoding="utf-8",
    )

    assert trial.read(toml) == trial.read(lines)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "has no question"),
        ('{"ask": 3}', "has no “ask”"),
        ('{"ask": "What?"}', "expects nothing"),
        ('{"ask": "What?", "word": ["x"]}', "has “word”"),
        ('{"ask": "What?", "words": "x"}', "are lists of texts"),
        ("{", "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, content, reason):
    """With the number of the question, where it is one."""
    file = tmp_path / "questions.jsonl"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match=reason):
        trial.read(file)
