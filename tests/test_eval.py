"""A team's own questions: a table, and which of them got worse since the last run."""

from __future__ import annotations

import json
import math
from types import SimpleNamespace

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
    told = " ".join(first.output.split())
    assert "nDCG@10 of expected articles 1.00 0.21 to 1.00" in told
    assert "expected article among ten 1 of 1 1.00 0.21 to 1.00" in told
    assert "answered as expected 1 of 1 1.00 0.21 to 1.00" in told
    assert "refused as expected 1 of 1 1.00 0.21 to 1.00" in told
    assert "No question got worse" in run().output

    worse = run("A headline that is nowhere")
    assert (
        "Worse: How many berths does the harbour have?  (expected article first: no longer)"
        in worse.output
    )
    told = " ".join(worse.output.split())
    assert "expected article among ten 0 of 1 0.00 0.00 to 0.79 1.00" in told
    assert "Question 1 expects “A headline that is nowhere”, which is no headline" in worse.output


def test_a_machine_gets_every_question(run):
    """None stands for what was not asked of a question."""
    told = json.loads(run(None, "--json").output.splitlines()[-1])

    assert [(True, None), (None, True)] == [(q["ten"], q["refused"]) for q in told["questions"]]
    assert [(1.0, True), (None, None)] == [(q["ndcg"], q["answered"]) for q in told["questions"]]
    assert {"ndcg", "first", "ten", "words", "answered", "refused"} == {
        each["measure"] for each in told["figures"]
    }


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
        ('{"ask": "What?", "words": ["x"], "refuse": true}', "leave out one of the two"),
        ('{"ask": "What?", "words": ["x"], "asked_at": "May"}', "must be a day"),
        ('{"ask": "A?", "refuse": true}\n{"ask": "A?", "words": ["x"]}', "1 and 2 are the same"),
        ("{", "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, content, reason):
    """With the number of the question, where it is one."""
    file = tmp_path / "questions.jsonl"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match=reason):
        trial.read(file)


def answer(outcome="quoted", *texts):
    blocks = tuple(SimpleNamespace(text=text) for text in texts)
    return SimpleNamespace(outcome=outcome, blocks=blocks)


FOUND = [("id-1", "Ferry late"), ("id-2", "Quay shut"), ("id-3", "Eels run")]


@pytest.mark.parametrize(
    ("expected", "ndcg"),
    [
        (["Ferry late"], 1.0),
        (["ferry late", "id-2"], 1.0),
        (["Quay shut"], 1 / math.log2(3)),
        (["Ferry late", "Eels run"], (1 + 1 / 2) / (1 + 1 / math.log2(3))),
        (["Nowhere"], 0.0),
    ],
)
def test_gain_is_counted_down_by_place(expected, ndcg):
    """All expected articles count; an id or a headline names one."""
    judged = trial.judge(trial.Trial("?", articles=tuple(expected)), answer(), FOUND)

    assert judged.ndcg == pytest.approx(ndcg)


def test_a_refusal_is_right_or_wrong():
    """Wrong where an answer is expected; asking back is no refusal."""
    asks, refuses = trial.Trial("a", words=("late",)), trial.Trial("b", refuse=True)
    refused, which = answer("not_on_record"), answer("which")

    assert [True, False, True] == [
        trial.judge(asks, each, ()).answered for each in (answer(), refused, which)
    ]
    assert [False, True] == [trial.judge(refuses, each, ()).refused for each in (answer(), refused)]


def test_an_expected_article_that_fell_behind_others_is_told():
    """Also where it never was first and still is among ten."""
    one = trial.Trial("?", articles=("Quay shut",))
    before = {"?": trial.judge(one, answer(), FOUND)}
    now = trial.judge(one, answer(), [FOUND[0], FOUND[2], FOUND[1]])

    told = list(trial.worse([now], before))
    assert [("?", "nDCG@10 of expected articles: 0.63, now 0.50")] == told
    assert [] == list(trial.worse([before["?"]], {"?": now}))


def test_an_interval_holds_its_figure_and_narrows_with_more_questions():
    """Also where all pass: of three questions that is little to go by."""
    passed = trial.Judged("?", ndcg=1.0, first=True)
    failed = trial.Judged("?", ndcg=0.0, first=False)
    few, many = ([*[passed] * n, *[failed] * n] for n in (5, 100))

    spreads = []
    for judged in ([passed] * 3, few, many):
        for each in trial.figures(judged):
            assert 0 <= each.low <= each.value <= each.high <= 1
        spreads.append([each.high - each.low for each in trial.figures(judged)])
    assert spreads[0][1] > 0.3
    assert all(wide > narrow for wide, narrow in zip(spreads[1], spreads[2], strict=True))


def test_a_question_is_asked_of_its_own_day_and_talk(tmp_path):
    """“Last week” is that of the day given, whenever the file is run."""
    file = tmp_path / "questions.toml"
    file.write_text(
        """
        [[question]]
        ask = "What did she say last week about the ferry?"
        history = ["What did Maren Tolliday say about the quay?"]
        asked_at = 2024-03-20
        words = ["would not pay"]

        [[question]]
        ask = "What happened last week?"
        asked_at = 2024-03-20
        words = ["would not pay"]
        """,
        encoding="utf-8",
    )
    record_of(tmp_path / "data").close()
    told = CliRunner().invoke(main, ["eval", str(file), "--data", str(tmp_path / "data")])

    assert "expected words shown 2 of 2" in " ".join(told.output.split()), told.output
