"""The database: an article whole or not at all, and words that never break a query."""

from __future__ import annotations

import dataclasses
import sqlite3
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article, Published
from index.database import Database, Indexed, Stamp, Unreadable, has_current_tables
from index.errors import DerivedIndexError
from index.statement import Said, Speaker, Statement
from index.unspaced import parted

TEXT = "Ada Brook said no to the harbour.\n\nÉlan Vital of the council said: “Yes\0, of course.”"
SPANS = ((0, 33), (35, len(TEXT)))
STATEMENTS = (
    Statement(0, 33, (Said(15, 33, "reported"),), Speaker("Ada Brook", "Ada Brook"), "said"),
    Statement(
        35,
        len(TEXT),
        (Said(66, len(TEXT), "quoted"),),
        Speaker("Élan Vital", "Élan Vital", "of the council", "person"),
        "said",
        via="Reuters",
        when_as_written="on Monday",
        weak=True,
    ),
)


def article(number: int = 0, text: str = TEXT) -> Article:
    return Article(
        f"{number:010x}", f"Harbour {number}", text, "Gazette", published=Published("2023", "page")
    )


def indexed(number: int = 0, library: str = "house", size: int = 7) -> Indexed:
    vectors = np.eye(384, dtype=np.float32)[[number * 2, number * 2 + 1]]
    stamp = Stamp(f"corpus/{library}/harbour-{number:010x}.md", 123, size)
    return Indexed(article(number), library, stamp, SPANS, vectors, STATEMENTS)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database.create(tmp_path / "0001" / "index.db")
    for number in range(3):
        database.put(indexed(number, "other" if number == 2 else "house"))
    return database


def test_what_is_put_is_what_is_read(database: Database) -> None:
    """Article, passages with their words, and statements with all their parts."""
    stored = database.article("0" * 10)

    assert stored is not None
    assert article() == stored.article
    assert (16, 2, 2) == (stored.words, stored.passages, stored.statements)
    assert (stored.stamp, stored.library) == (indexed().stamp, "house")
    passages = database.passages_of(["0" * 10])
    assert [TEXT[start:end] for start, end in SPANS] == [one.text for one in passages]
    statements = [one.statement for one in database.statements_in(["0" * 10])]
    assert list(STATEMENTS) == statements
    assert database.article("f" * 10) is None


def test_only_the_named_libraries_are_read(database: Database) -> None:
    """What another audience may see is never found."""
    libraries = ["house"]

    assert 2 == len(database.articles(libraries))
    assert 2 == len(database.statements_by(["Ada Brook"], libraries))
    assert [2, 2] == [count for *_, count in database.speakers(libraries)]
    assert 4 == len(database.match(["harbour"], libraries, 10))
    assert (4, 384) == database.all_vectors(libraries)[1].shape
    assert ["house", "other"] == database.libraries()
    assert [] == database.articles([])
    assert [] == database.match(["harbour"], [], 10)


def test_words_score_as_fts5_scores_them_together(database: Database, tmp_path: Path) -> None:
    """Adding up single words' scores gives bm25 of all of them, headlines counting double."""
    words = ["harbour", "council", "harbour 1", "nowhere"]
    with sqlite3.connect(tmp_path / "0001" / "index.db") as connection:
        connection.create_function("parted", 1, parted)
        query = " OR ".join(f'"{word}"' for word in words)
        rows = connection.execute(
            "SELECT passage_id, -bm25(word, 2.0, 1.0) AS score "
            "FROM word JOIN passage ON passage.number = word.rowid "
            "WHERE word MATCH ? ORDER BY score DESC, passage_id",
            (query,),
        ).fetchall()

    found = database.match(words, ["house", "other"], 10)

    assert [one for one, _ in rows] == [one for one, _ in found]
    assert [score for _, score in found] == pytest.approx([score for _, score in rows])
    assert found[:2] == database.match(words, ["house", "other"], 2)


def test_several_texts_are_looked_up_together_as_each_alone(database: Database) -> None:
    """Each with its own limit: words that they share, a row of words, nothing, signs only."""
    wanted = [(["harbour", "council"], 3), (["council", "harbour 1"], 10), ([], 5), (["?!"], 5)]
    for libraries in (["house"], ["house", "other"]):
        alone = [database.match(words, libraries, limit) for words, limit in wanted]

        assert alone == database.match_each(wanted, libraries)
        assert [3, 0, 0] == [len(alone[each]) for each in (0, 2, 3)]


def test_words_are_found_as_soon_as_they_come_and_no_longer_than_they_stay(
    database: Database, tmp_path: Path
) -> None:
    """Also where another process writes, and in whichever libraries are searched."""
    beside = Database(tmp_path / "0001" / "index.db", read_only=True)
    every, house = ["house", "other"], ["house"]
    assert 6 == len(beside.match(["harbour"], every, 9))
    assert 4 == len(beside.match(["harbour"], house, 9))

    database.put(indexed(3))
    assert 8 == len(beside.match(["harbour"], every, 9))
    assert 6 == len(beside.match(["harbour"], house, 9))

    database.drop(f"{3:010x}")
    database.put(dataclasses.replace(indexed(4), article=article(4, "Only bridges.")))
    assert not any(one.startswith("0000000003") for one, _ in beside.match(["harbour"], every, 9))
    assert [f"{4:010x}:0"] == [one for one, _ in beside.match(["bridges"], house, 9)]


def test_words_are_found_where_somebody_speaks(database: Database) -> None:
    """And statements in some articles only."""
    database.put(dataclasses.replace(indexed(3), statements=()))
    every = ["house", "other"]

    found = database.match_spoken(["harbour"], ["Ada Brook"], every, 9)

    assert 6 == len(found)
    assert found[:1] == database.match_spoken(["harbour"], ["Ada Brook"], every, 1)
    assert [] == database.match_spoken(["harbour"], ["Nobody"], every, 9)
    assert 2 == len(database.match_spoken(["harbour"], ["Ada Brook"], ["other"], 9))
    among = database.statements_by(["Ada Brook"], every, ["0000000001", "0000000009"])
    assert ["0000000001"] == [each.article_id for each in among]


def test_passages_come_in_the_order_asked_for(database: Database) -> None:
    """One that is gone is left out."""
    ids = ["0000000001:1", "gone:0", "0000000000:0"]

    assert [ids[0], ids[2]] == [one.passage_id for one in database.passages(ids)]


def test_speakers_have_their_usual_role(database: Database) -> None:
    """By name, with the number of statements."""
    expected = [
        ("Ada Brook", "person", None, 2),
        ("Élan Vital", "person", "of the council", 2),
    ]
    assert expected == database.speakers(["house"])


def test_putting_again_takes_the_place_of_what_was_there(database: Database) -> None:
    """Passages, statements and words that are no more are not found any more."""
    shorter = dataclasses.replace(
        indexed(),
        article=article(0, "Only bridges."),
        passages=((0, 13),),
        vectors=np.eye(384, dtype=np.float32)[:1],
        statements=(),
    )

    database.put(shorter)

    assert (3, 5, 4) == database.counts()
    assert ["0000000000:0"] == [one for one, _ in database.match(["bridges"], ["house"], 9)]
    ids = [one for one, _ in database.match(["council"], ["house"], 9)]
    assert ["0000000001:1"] == ids
    assert [] == database.faults()


def test_a_file_that_holds_another_article_now_gives_up_the_first(database: Database) -> None:
    """A file is the source of one article."""
    database.put(dataclasses.replace(indexed(), article=article(9)))

    assert database.article("0" * 10) is None
    assert database.article(f"{9:010x}") is not None


def test_dropping_leaves_nothing(database: Database) -> None:
    """And tells whether there was anything."""
    assert database.drop("0" * 10)
    assert not database.drop("0" * 10)
    assert (2, 4, 4) == database.counts()
    assert [] == database.passages(["0000000000:0", "0000000000:1"])
    assert [] == database.faults()


def test_an_article_that_fails_half_way_is_not_there_at_all(database: Database) -> None:
    """One transaction: the old state stays."""
    too_few = dataclasses.replace(indexed(1), vectors=np.zeros((1, 384), np.float32))

    with pytest.raises(IndexError):
        database.put(too_few)

    assert (3, 6, 6) == database.counts()
    assert 2 == len(database.passages_of(["0000000001"]))


def test_the_outbox_names_every_passage_that_came_or_went(database: Database) -> None:
    """Until it is told that they were sent."""
    first = database.outbox(4)
    database.sent([number for number, _ in first])
    database.drop("0" * 10)

    names = [passage_id for _, passage_id in database.outbox(99)]
    assert ["0000000000:0", "0000000000:1", "0000000001:0", "0000000001:1"] == [
        name for _, name in first
    ]
    assert ["0000000002:0", "0000000002:1", "0000000000:0", "0000000000:1"] == names
    assert 4 == database.unsent()
    database.send_all()
    assert 4 == database.unsent()


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(word, id=word.strip() or "blank")
        for word in (
            '"',
            '""',
            "'",
            "*",
            "harbour*",
            "^harbour",
            "title:harbour",
            "a AND b",
            "NOT",
            "OR",
            "NEAR(a b)",
            "(",
            "{title}: x",
            "-harbour",
            "+",
            "👍",
            "北京",
            "\0",
            "",
            "é",
            "a" * 10_000,
            "\ud83d",
        )
    ],
)
def test_no_word_breaks_a_query(database: Database, word: str) -> None:
    """Alone or beside others, operators and quotation marks are only signs."""
    alone = database.match([word], ["house"], 10)
    beside = database.match(["council", word], ["house"], 10)

    assert len(alone) <= 4
    assert {"0000000000:1", "0000000001:1"} <= {one for one, _ in beside}


@settings(max_examples=200, deadline=None)
@given(words=st.lists(st.text(max_size=12), max_size=5))
def test_no_words_at_all_break_a_query(words: list[str]) -> None:
    """Whatever they are made of."""
    database = Database.empty()
    database.match(words, ["house"], 5)
    database.close()


def test_matching_ignores_accents_case_and_endings_and_prefers_the_headline(
    database: Database,
) -> None:
    """Best first, higher is better."""
    headline = dataclasses.replace(article(8, TEXT), title="Councils")
    database.put(dataclasses.replace(indexed(8), article=headline))

    found = database.match(["COUNCIL"], ["house"], 10)

    assert f"{8:010x}:1" == found[0][0]
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert 3 == len(database.match(["elan"], ["house"], 10))


def test_the_order_does_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    """So an index that is made again answers as the one before."""
    orders = ([0, 1, 2], [2, 0, 1])
    answers = []
    for name, order in zip("ab", orders, strict=True):
        database = Database.create(tmp_path / name / "index.db")
        for number in order:
            database.put(indexed(number))
        answers.append(
            (
                [one.article.article_id for one in database.articles(["house"])],
                [one.article_id for one in database.statements_by(["Ada Brook"], ["house"])],
                [one for one, _ in database.match(["harbour"], ["house"], 9)],
            )
        )
        database.close()

    assert answers[0] == answers[1]


def test_a_reader_sees_what_the_writer_has_finished(database: Database, tmp_path: Path) -> None:
    """And cannot write."""
    reader = Database(tmp_path / "0001" / "index.db", read_only=True)
    database.put(indexed(5))

    assert (4, 8, 8) == reader.counts()
    with pytest.raises(DerivedIndexError, match="readonly"):
        reader.put(indexed(6))
    reader.close()


def test_threads_have_connections_of_their_own(database: Database) -> None:
    """Many may read while one writes."""
    counts: list[int] = []

    def read() -> None:
        counts.extend(len(database.match(["harbour"], ["house"], 99)) for _ in range(50))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(10, 30):
        database.put(indexed(number))
    for thread in threads:
        thread.join()

    assert 200 == len(counts)
    assert all(count % 2 == 0 for count in counts)


def test_unreadable_files_are_kept_until_they_can_be_read(database: Database) -> None:
    """What they held before is no longer shown."""
    stamp = dataclasses.replace(indexed().stamp, size=99)

    database.put_unreadable(Unreadable(stamp, "broken"))
    assert [Unreadable(stamp, "broken")] == database.unreadable()
    assert database.article("0" * 10) is None

    database.put(indexed())
    assert [] == database.unreadable()


def test_a_file_that_is_no_index_of_ours_is_told_apart(tmp_path: Path) -> None:
    """Missing, empty, of another kind, or whole."""
    empty, other = tmp_path / "empty.db", tmp_path / "other.db"
    empty.touch()
    other.write_bytes(b"something else entirely " * 100)
    Database.create(tmp_path / "index.db").close()

    assert not has_current_tables(tmp_path / "missing.db")
    assert not has_current_tables(empty)
    assert not has_current_tables(other)
    assert has_current_tables(tmp_path / "index.db")


def test_an_index_that_breaks_says_what_to_do(tmp_path: Path) -> None:
    """Nothing is lost, and one command makes it again."""
    path = tmp_path / "index.db"
    path.write_bytes(b"something else entirely " * 100)
    database = Database(path)

    with pytest.raises(DerivedIndexError, match="on-record rebuild"):
        database.counts()
    database.close()
