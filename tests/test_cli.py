"""The command line, run as a person runs it: in processes of their own."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner
from newsroom import FERRY, ROOT, on_record, printed

from bot.cli import main
from index.article import Article, to_markdown
from index.database import Database
from index.owner import Ownership

QUESTION = "What did Tolliday say about the ferry terminal?"
PASTE = f"{FERRY.title}\n\nBy Ada Quill\n\n{FERRY.text}\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("cli")
    (folder / "ferry.txt").write_text(PASTE, encoding="utf-8")
    done = on_record("add", "--data", folder / "data", folder / "ferry.txt", "--json")
    assert done.returncode == 0, done.stderr.decode()
    return folder / "data"


def article_id(data) -> str:
    return printed(on_record("articles", "--data", data, "--json"))["articles"][0]["article_id"]


def test_add_tells_what_was_added(data):
    """The machine is told the article with its details and counts."""
    [article] = printed(on_record("articles", "--data", data, "--json"))["articles"]

    assert FERRY.title == article["title"]
    assert (
        article["byline"],
        article["url"],
        article["published"],
        article["library"],
    ) == ("Ada Quill", None, None, "house")
    assert article["statements"] >= 2
    assert article["passages"] == 1


def test_adding_again_adds_nothing(data, tmp_path):
    """The same text is told of as known, also from standard input."""
    done = on_record("add", "--data", data, "-", "--json", stdin=PASTE)
    told = printed(done)

    assert (told["added"], told["failed"]) == ([], [])
    assert [article_id(data)] == [each["article_id"] for each in told["known"]]


def test_ask_shows_a_page_of_80_columns(data):
    """The page has the words behind bars, the source, and no line wider than 80 but addresses."""
    done = on_record("ask", "--data", data, QUESTION)
    page = done.stdout.decode()

    assert done.returncode == 0
    assert "  | “The quay we have has served for ninety years,” Ms Tolliday said." in page
    assert "quoted in [1]" in page
    assert "[1] outlet not given, no date" in page
    assert "no link on record; added from ferry.txt" in page
    assert all(len(line) <= 80 for line in page.splitlines())
    assert "\x1b" not in page


def test_ask_as_json_follows_the_contract(data):
    """JSON alone goes to standard output, and each statement is the stored text."""
    done = on_record("ask", "--data", data, "--json", QUESTION)
    answer = printed(done)
    whole = printed(on_record("articles", "show", article_id(data), "--data", data, "--json"))

    assert answer["outcome"] == "quoted"
    assert answer["searched"] == {"articles": 1, "waiting": 0}
    for statement in answer["statements"]:
        assert statement["verbatim"] is True
        assert whole["text"][statement["start"] : statement["end"]] == statement["text"]
        assert statement["speaker"]["name"] == "Maren Tolliday"
        assert answer["sources"][0]["number"] == statement["places"][0]["source"]


def test_a_bad_line_of_a_batch_spoils_no_other(data, tmp_path):
    """Each line is answered in its order; what cannot be read has an error; exit status 1."""
    batch = tmp_path / "batch.jsonl"
    lines = [
        json.dumps({"id": "a", "question": QUESTION}),
        "not json",
        json.dumps({"id": 3}),
        json.dumps({"id": 4, "question": "", "history": []}),
        json.dumps({"id": 5, "question": "and berths?", "history": "x"}),
        json.dumps({"id": 6, "question": "why?", "asked_at": "yesterday"}),
        '{"id": NaN, "question": "why?"}',
        json.dumps({"id": [7], "question": "\ud800"}),
        json.dumps(
            {
                "id": "b",
                "question": "and the quay?",
                "history": [QUESTION],
                "asked_at": "2026-11-22",
            }
        ),
    ]
    batch.write_text("\n".join(lines), encoding="utf-8")
    done = on_record("ask", "--data", data, "--batch", batch)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]

    assert done.returncode == 1
    assert [each["id"] for each in answers] == ["a", None, 3, 4, 5, 6, None, [7], "b"]
    assert ["error" in each for each in answers] == [False, *[True] * 7, False]
    assert answers[-1]["statements"][0]["speaker"]["name"] == "Maren Tolliday"


def test_search_gives_passages_and_evidence(data):
    """A search returns places in articles, and how much they hold of the question."""
    found = printed(on_record("search", "--data", data, "--json", "berths in the harbour"))
    whole = printed(on_record("articles", "show", article_id(data), "--data", data, "--json"))
    best = found["passages"][0]

    assert "43 berths" in whole["text"][best["start"] : best["end"]]
    assert 0 <= found["evidence"] <= 1


def test_edit_gives_what_the_text_lacks(tmp_path):
    """Outlet, date and link given later stand in the next answer, and the date says so."""
    data = tmp_path / "data"
    on_record("add", "--data", data, "-", stdin=PASTE)
    one = article_id(data)
    details = ["--outlet", "Harbour Gazette", "--date", "2024-03", "--url", "https://g.example/f"]
    told = printed(on_record("edit", one, *details, "--data", data, "--json"))
    page = on_record("ask", "--data", data, "--links", QUESTION).stdout.decode()

    assert (told["edited"][0]["published"]) == {
        "date": "2024-03",
        "precision": "month",
        "found": "given",
    }
    assert "[1] Harbour Gazette, March 2024" in page
    assert "https://g.example/f#:~:text=" in page


def test_edit_beside_an_owner_tells_what_was_edited(tmp_path):
    """The machine is told the article also where another process has still to read it."""
    data = tmp_path / "data"
    on_record("add", "--data", data, "-", stdin=PASTE)
    one = article_id(data)
    owner = Ownership(data, "run")
    assert owner.acquire()
    told = printed(on_record("edit", one, "--outlet", "Gazette", "--data", data, "--json"))
    shown = on_record("articles", "show", one, "--data", data)
    owner.release()

    assert [(one, "Gazette")] == [(each["article_id"], each["outlet"]) for each in told["edited"]]
    assert b"still to be read" in shown.stderr


def test_remove_takes_an_article_out_at_once(tmp_path):
    """After its removal an article is in no answer; an unknown id is named, with exit status 1."""
    data = tmp_path / "data"
    on_record("add", "--data", data, "-", stdin=PASTE)
    done = on_record("remove", article_id(data), "0123456789", "--data", data, "--json")
    answer = printed(on_record("ask", "--data", data, "--json", QUESTION))

    assert done.returncode == 1
    assert printed(done)["unknown"] == ["0123456789"]
    assert (answer["outcome"], answer["searched"]["articles"]) == ("not_on_record", 0)


def test_a_hand_edited_file_is_taken_up(tmp_path):
    """A headline that is changed in the article's file stands in the next answer."""
    data = tmp_path / "data"
    on_record("add", "--data", data, "-", stdin=PASTE)
    [file] = (data / "corpus" / "house").glob("*.md")
    file.write_text(file.read_text("utf-8").replace(FERRY.title, "By hand"), encoding="utf-8")
    answer = printed(on_record("ask", "--data", data, "--json", QUESTION))

    assert [source["title"] for source in answer["sources"]] == ["By hand"]


def test_rebuild_gives_the_same_answer(tmp_path):
    """Without ``derived/`` nothing is lost: statements, order, offsets and links come back."""
    data = tmp_path / "data"
    on_record("add", "--data", data, ROOT / "corpus")
    question = "what did Kirby say about the North Korea deal?"
    before = printed(on_record("ask", "--data", data, "--json", question))
    subprocess.run(["rm", "-r", data / "derived"], check=True)
    rebuilt = on_record("rebuild", "--data", data)
    after = printed(on_record("ask", "--data", data, "--json", question))

    assert rebuilt.returncode == 0, rebuilt.stderr.decode()
    assert {**before, "took_ms": 0} == {**after, "took_ms": 0}


def test_check_is_clean_after_adding(data):
    """Right after adding, index and articles agree and there is no problem."""
    done = on_record("check", "--data", data, "--json")

    assert (done.returncode, printed(done)["problems"]) == (0, [])


def test_statements_of_a_file_are_not_stored(tmp_path):
    """``statements`` gives single attributions in the file's own text, and keeps its newlines."""
    file = tmp_path / "ferry.md"
    body = FERRY.text.replace("\n\n", "\n\n\n")
    head = to_markdown(Article("0123456789", FERRY.title, "x")).removesuffix("\nx\n")
    file.write_text(f"{head}\n{body}\n", encoding="utf-8")
    told = printed(on_record("statements", file, "--data", tmp_path / "data", "--json"))

    assert f"{body}\n" == told["text"]
    assert told["statements"][0]["speaker"]["name"] == "Maren Tolliday"
    assert all(
        told["text"][each["start"] : each["end"]] == each["text"] for each in told["statements"]
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        pytest.param(["ask", ""], 1, "question is empty", id="empty question"),
        pytest.param(["ask", "x" * 10_000], 1, "10,000 characters", id="long question"),
        pytest.param(["ask"], 2, "question in quotation marks", id="no question"),
        pytest.param(["add", "nowhere.txt"], 1, "nowhere.txt", id="no such file"),
        pytest.param(["add", "http://10.0.0.1/a"], 1, "into a private network", id="link inside"),
        pytest.param(["add", "-", "--date", "2024-02-31"], 1, "not a date", id="impossible date"),
        pytest.param(["edit", "0123456789", "--date", "1"], 1, "not a date", id="edit date"),
        pytest.param(["add", "-", "--url", "javascript:x"], 1, "no web address", id="odd link"),
        pytest.param(["edit", "0123456789", "--url", "/a"], 1, "no web address", id="edit link"),
        pytest.param(["who", " "], 1, "name is empty", id="who is nobody"),
        pytest.param(["ask", "Kirby \udcff?"], 0, "Nothing is on record", id="broken bytes"),
        pytest.param(
            ["edit", "0123456789", "--date", "2999"], 1, "still to come", id="date to come"
        ),
        pytest.param(["edit", "0123456789"], 2, "Say what to change", id="edit nothing"),
        pytest.param(["articles", "show", "nothing"], 1, "No article has the id", id="no id"),
        pytest.param(["remove", "nothing"], 1, "No article has the id", id="remove no id"),
        pytest.param(["statements", "nowhere.txt"], 1, "nowhere.txt", id="statements of nothing"),
    ],
)
def test_bad_input_is_a_sentence(tmp_path, arguments, status, sentence):
    """What cannot be done says why and what to do, and is never a traceback."""
    command, *rest = arguments
    done = CliRunner().invoke(main, [command, "--data", str(tmp_path / "data"), *rest])

    assert status == done.exit_code, done.output
    assert sentence in re.sub(r"\s+", " ", done.output)


def test_one_bad_file_among_a_hundred(tmp_path):
    """The rest is added, the bad one is named, exit status 1."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(99):
        text = f"Harbour report {number}\n\nThe mayor said the harbour was quiet on day {number}.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    done = on_record("add", "--data", tmp_path / "data", folder, "--json")
    told = printed(done)

    assert done.returncode == 1
    assert (len(told["added"]), len(told["failed"])) == (99, 1)
    assert told["failed"][0]["path"].endswith("bad.txt")
    assert (
        len(printed(on_record("articles", "--data", tmp_path / "data", "--json"))["articles"]) == 99
    )


def test_an_unknown_setting_value_names_the_setting(tmp_path):
    """A setting that cannot be used is named, with exit status 1."""
    done = on_record("check", "--data", tmp_path, ON_RECORD_EMBEDDING_BACKEND="quantum")

    assert done.returncode == 1
    assert "ON_RECORD_EMBEDDING_BACKEND" in done.stderr.decode()


HEAVY = (
    "torch onnxruntime chromadb llama_index sentence_transformers discord numpy trafilatura rich"
)


def test_help_imports_nothing_heavy():
    """``--help`` pays for no library that it does not need."""
    program = (
        "import sys\n"
        "from bot.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print(sorted(set({HEAVY.split()!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stderr.strip() == "[]"


def test_an_index_of_an_older_version_still_answers(tmp_path, monkeypatch):
    """A large outdated index answers as it is and says so; ``rebuild`` makes it again."""
    data = tmp_path / "data"
    on_record("add", "--data", data, "-", stdin=PASTE)
    generation = (data / "derived" / "current").read_text("utf-8").strip()
    database = Database(data / "derived" / generation / "index.db")
    database.set_note("index version", "0")
    database.close()
    monkeypatch.setattr("bot.cli.common.REBUILT_AT_ONCE", 0)

    asked = CliRunner().invoke(main, ["ask", "--data", str(data), QUESTION])
    CliRunner().invoke(main, ["rebuild", "--data", str(data)])
    again = CliRunner().invoke(main, ["ask", "--data", str(data), QUESTION])

    assert "The index should be made again" in asked.output
    assert "ninety years" in asked.output
    assert "should be made again" not in again.output
    assert "ninety years" in again.output


def test_asking_before_anything_is_added_leaves_nothing_to_mend(tmp_path):
    """An empty record answers each time alike, with no word of damage."""
    for _ in range(2):
        done = on_record("search", "--data", tmp_path, "anything at all", "--json")

        assert (0, b"") == (done.returncode, done.stderr)
        assert [] == printed(done)["passages"]
    assert 0 == on_record("check", "--data", tmp_path).returncode
