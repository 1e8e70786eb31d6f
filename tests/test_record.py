"""The record: what is added is found, what is removed is not, and everything can be made again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cheap import CheapEmbedder, draft

from index import passage
from index.article import Draft
from index.corpus import Corpus
from index.database import Database
from index.errors import BadFrontMatter, DataBusy, UnknownArticle
from index.record import Health, Progress, Record

Opener = Callable[..., Record]


@pytest.fixture
def opener(tmp_path: Path) -> Iterator[Opener]:
    opened: list[Record] = []

    def open_record(fingerprint: str = "cheap/1", **more: object) -> Record:
        make = lambda: CheapEmbedder(fingerprint=fingerprint)  # noqa: E731 - one line, used once
        record = Record.open(tmp_path, make, command="test", **more)
        opened.append(record)
        return record

    yield open_record
    for record in opened:
        record.close()


def own_words(record: Record, article_id: str) -> tuple[str, float]:
    """Ask for the first passage of an article by its own words."""
    stored = record.database.article(article_id)
    assert stored is not None
    first = record.database.passages_of([article_id])[0]
    count, limit = record.embedder.count_tokens, record.embedder.token_limit
    one = passage.Passage(first.start, first.end)
    text = passage.embedded_text(stored.article, one, count, limit)
    ((found, similarity),) = record.nearest(record.embedder.encode([text])[0], 1, ["house"])
    return found, round(similarity, 3)


def contents(record: Record) -> dict[str, object]:
    """All that an answer is made from."""
    ids = [one.article.article_id for one in record.articles()]
    return {
        "articles": record.articles(),
        "passages": record.database.passages_of(ids),
        "statements": [
            (one.article_id, one.statement) for one in record.database.statements_in(ids)
        ],
        "speakers": record.database.speakers(["house"]),
        "words": record.database.match(["bridge", "mayor"], ["house"], 100),
    }


def test_an_added_article_is_found_by_words_speaker_and_nearness(opener: Opener) -> None:
    """At once, without a further step."""
    record = opener()
    added = record.add(draft(1))
    article_id = added.article.article_id

    assert added.indexed is not None
    assert (10, False) == (added.indexed.passages, added.known)
    assert record.database.statements_by(["Ada Brook"], ["house"])
    assert record.database.match(["town1"], ["house"], 5)
    assert (f"{article_id}:0", 1.0) == own_words(record, article_id)
    assert "chroma" == record.vector_path
    assert 0 == record.waiting()


def test_adding_again_adds_nothing(opener: Opener) -> None:
    """In the same process and in the next one."""
    record = opener()
    first = record.add(draft(1))
    assert record.add(draft(1)).known
    record.close()

    record = opener()
    again = record.add(draft(1))

    assert again.known
    assert (first.article, first.indexed) == (again.article, again.indexed)
    assert (1, 10) == record.database.counts()[:2]


def test_a_second_address_is_known_to_the_next_process_too(opener: Opener) -> None:
    """It stands in the file and in the index, also where that is made again."""
    record = opener()
    record.add(replace(draft(1), url="https://one.example/a"))
    added = record.add(replace(draft(1), url="https://two.example/b"))
    assert (added.known, added.new_address) == (True, "https://two.example/b")
    assert added.indexed is not None
    assert added.indexed.article.also_at == ("https://two.example/b",)
    record.close()

    record = opener()
    for again in (record.at("http://two.example/b/"), record.at("https://one.example/a")):
        assert again is not None
        assert again.article == added.article
    record.rebuild()
    stored = record.article(added.article.article_id)
    assert stored is not None
    assert stored.article == added.article


def test_a_file_that_is_only_touched_or_moved_stays_current(opener: Opener) -> None:
    """Once it was looked at again, however often it was found current under its old stamp."""
    record = opener()
    article_id = record.add(draft(1)).article.article_id
    [file] = (record.corpus.folder / "house").glob("*.md")
    assert record.is_current(article_id)

    os.utime(file, ns=(1, 1))
    assert not record.is_current(article_id)
    record.level()
    assert record.is_current(article_id)

    file.rename(file.with_name("moved.md"))
    assert not record.is_current(article_id)
    record.level()
    assert record.is_current(article_id)
    file.with_name("moved.md").unlink()
    assert not record.is_current(article_id)


def test_articles_saved_without_indexing_wait_for_the_next_levelling(opener: Opener) -> None:
    """They are on record at once, counted as waiting, and then all indexed with progress."""
    record = opener()
    for number in range(5):
        assert record.add(draft(number), index=False).indexed is None
    steps: list[Progress] = []

    assert 5 == record.waiting()
    levelled = record.level(on_progress=steps.append)

    assert (5, 0) == (levelled.indexed, levelled.left)
    assert [(n, 5) for n in range(1, 6)] == [(step.done, step.total) for step in steps]
    assert 0.0 == steps[-1].seconds_left
    assert 0 == record.waiting()
    assert not record.level().changed


def test_a_levelling_that_is_out_of_time_leaves_the_rest(opener: Opener) -> None:
    """And goes on from there the next time."""
    record = opener()
    for number in range(3):
        record.add(draft(number), index=False)

    assert 3 == record.level(budget_seconds=0.0).left
    assert 3 == record.level().indexed


def test_a_removed_article_is_gone_from_that_moment(opener: Opener) -> None:
    """From the corpus, the words, the statements and Chroma; it can be added again."""
    record = opener()
    article_id = record.add(draft(1)).article.article_id
    other = record.add(draft(2)).article.article_id

    assert record.remove(article_id)

    assert not record.remove(article_id)
    assert record.article(article_id) is None
    assert not record.is_current(article_id)
    assert [] == record.database.match(["town1"], ["house"], 5)
    assert (f"{other}:0", 1.0) == own_words(record, other)
    assert () == record.check().problems
    assert not record.add(draft(1)).known
    assert (f"{article_id}:0", 1.0) == own_words(record, article_id)


def test_an_edit_changes_what_is_known_and_never_the_text(opener: Opener) -> None:
    """Title, outlet, address, byline and date; an empty value clears one."""
    record = opener()
    before = record.add(draft(1)).article
    changes = {"title": "Closed", "outlet": "", "byline": "A. Writer", "published": "2023-08"}

    after = record.edit(before.article_id, changes)

    assert ("Closed", None, "A. Writer") == (after.title, after.outlet, after.byline)
    assert after.published is not None
    assert ("2023-08", "month", "given") == (
        after.published.date,
        after.published.precision,
        after.published.found,
    )
    assert (before.text, before.article_id) == (after.text, after.article_id)
    stored = record.article(before.article_id)
    assert stored is not None
    assert after == stored.article
    assert (f"{before.article_id}:0", 1.0) == own_words(record, before.article_id)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        pytest.param({"published": "Thursday"}, BadFrontMatter, id="no date"),
        pytest.param({"title": " "}, BadFrontMatter, id="no title"),
        pytest.param({"text": "Other words."}, BadFrontMatter, id="the text"),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(
    opener: Opener, changes: dict[str, str], error: type[Exception]
) -> None:
    """The article stays as it was."""
    record = opener()
    before = record.add(draft(1)).article

    with pytest.raises(error):
        record.edit(before.article_id, changes)

    assert before == record.articles()[0].article


def test_an_edit_of_an_unknown_article_says_so(opener: Opener) -> None:
    """With the command that lists the known ones."""
    with pytest.raises(UnknownArticle, match="on-record articles"):
        opener().edit("feedfacefeed", {"title": "x"})


def test_a_file_edited_by_hand_is_taken_up(opener: Opener) -> None:
    """Until then the old state is not shown, and the article counts as waiting."""
    record = opener()
    added = record.add(draft(1))
    file = record.corpus.find(added.article.article_id)
    assert file is not None
    words = file.path.read_text(encoding="utf-8").replace("Ada Brook", "Eva Stone")
    file.path.write_text(words, encoding="utf-8")

    assert not record.is_current(added.article.article_id)
    assert [] == record.articles()
    assert 1 == record.waiting()
    record.level()

    assert record.is_current(added.article.article_id)
    assert [] == record.database.statements_by(["Ada Brook"], ["house"])
    assert record.database.statements_by(["Eva Stone"], ["house"])


def test_a_file_written_again_unchanged_is_not_read_again(opener: Opener) -> None:
    """Copying a folder costs no embedding."""
    record = opener()
    added = record.add(draft(1))
    file = record.corpus.find(added.article.article_id)
    assert file is not None
    file.path.write_text(file.path.read_text(encoding="utf-8"), encoding="utf-8")

    levelled = record.level()

    assert (0, 0) == (levelled.indexed, levelled.left)
    assert record.is_current(added.article.article_id)


def test_a_broken_file_is_named_and_the_rest_works(opener: Opener) -> None:
    """It is never deleted, not counted as waiting, and taken up once it is mended."""
    told: list[str] = []
    record = opener(notice=told.append)
    broken, sound = record.add(draft(1)).article, record.add(draft(2)).article
    file = record.corpus.find(broken.article_id)
    assert file is not None
    content = file.path.read_text(encoding="utf-8")
    file.path.write_text("---\ntitle: [\n---\n\nText.", encoding="utf-8")

    record.level()

    assert 1 == len([one for one in told if file.path.name in one])
    assert file.path.is_file()
    assert [sound] == [one.article for one in record.articles()]
    assert 0 == record.waiting()
    assert (f"corpus/house/{file.path.name}",) == record.check().unreadable
    assert not record.level().changed
    record.close()
    record = opener()
    assert file.path.name in record.notices[0]

    file.path.write_text(content, encoding="utf-8")
    record.level()
    assert [broken, sound] == [one.article for one in record.articles()]
    assert () == record.check().problems


def test_two_files_with_one_id_are_told_apart(opener: Opener) -> None:
    """The first keeps its article, and a person is told what to do with the copy."""
    record = opener()
    article = record.add(draft(1)).article
    file = record.corpus.find(article.article_id)
    assert file is not None
    shutil.copy(file.path, file.path.with_name("z-copy.md"))

    record.level()

    assert [article] == [one.article for one in record.articles()]
    assert "z-copy.md has the same id as" in record.notices[-1]


def test_a_renamed_file_stays_the_same_article(opener: Opener) -> None:
    """Its passages and statements are not lost on the way."""
    record = opener()
    article_id = record.add(draft(1)).article.article_id
    file = record.corpus.find(article_id)
    assert file is not None
    file.path.rename(file.path.with_name("renamed.md"))

    assert record.waiting()
    record.level()

    assert record.is_current(article_id)
    assert (f"{article_id}:0", 1.0) == own_words(record, article_id)


def test_a_file_put_in_by_hand_becomes_an_article(opener: Opener) -> None:
    """With an id of its own."""
    record = opener()
    path = record.corpus.folder / "house" / "by hand.md"
    path.parent.mkdir(parents=True)
    path.write_text("# By hand\n\nAda Brook said no.\n", encoding="utf-8")

    record.level()

    (stored,) = record.articles()
    assert "By hand" == stored.article.title
    assert f"id: {stored.article.article_id}" in path.read_text(encoding="utf-8").replace("'", "")


def test_deleting_the_index_loses_nothing(opener: Opener) -> None:
    """Rebuilt from the corpus alone, articles, passages, statements and order are the same."""
    record = opener()
    for number in (3, 1, 2):
        record.add(draft(number))
    before = contents(record)
    record.close()
    shutil.rmtree(record.data / "derived")

    record = opener()
    record.rebuild()

    assert before == contents(record)
    assert () == record.check().problems


def test_a_rebuild_answers_from_the_old_index_until_the_new_one_is_whole(opener: Opener) -> None:
    """In the middle of it everything is found; afterwards one generation is left."""
    record = opener()
    ids = [record.add(draft(number)).article.article_id for number in range(3)]
    before = contents(record)
    seen: list[bool] = []

    def look(progress: Progress) -> None:
        seen.append(before == contents(record) and own_words(record, ids[0])[1] == 1.0)

    record.rebuild(look)

    assert [True, True, True] == seen
    assert before == contents(record)
    assert (f"{ids[2]}:0", 1.0) == own_words(record, ids[2])
    record.close()
    assert ["0002", "current"] == sorted(one.name for one in (record.data / "derived").iterdir())


def test_a_rebuild_that_is_broken_off_leaves_the_old_index(opener: Opener) -> None:
    """And nothing of the new one."""
    record = opener()
    record.add(draft(1))
    before = contents(record)

    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record.rebuild(stop)

    assert before == contents(record)
    assert ["0001", "current"] == sorted(one.name for one in (record.data / "derived").iterdir())


def test_another_model_makes_the_index_again_and_never_mixes_vectors(opener: Opener) -> None:
    """Until then words and statements answer, and nothing is near."""
    record = opener()
    article_id = record.add(draft(1)).article.article_id
    record.close()

    record = opener("cheap/2")
    vector = record.embedder.encode(["anything"])[0]
    assert [] == record.nearest(vector, 5, ["house"])
    assert record.database.match(["town1"], ["house"], 5)
    assert "embedded with cheap/1" in record.check().problems[0]

    record.level()
    assert (f"{article_id}:0", 1.0) == own_words(record, article_id)
    assert () == record.check().problems


def harmed(folder: Path, harm: str) -> None:
    """Do to a Chroma folder what accidents do."""
    if harm == "folder gone":
        shutil.rmtree(folder)
    elif harm == "vectors cut":
        data = next(folder.rglob("data_level0.bin"))
        data.write_bytes(data.read_bytes()[:-1])
    else:
        (folder / "chroma.sqlite3").write_bytes(b"no database " * 999)


@pytest.mark.parametrize("harm", ["folder gone", "vectors cut", "no database"])
def test_a_harmed_chroma_is_replaced_visibly(opener: Opener, harm: str) -> None:
    """The exact scan answers the same meanwhile, a person is told, and the next level mends it."""
    record = opener()
    article_id = record.add(draft(1)).article.article_id
    expected = own_words(record, article_id)
    record.close()
    harmed(record.data / "derived" / "0001" / "chroma", harm)

    record = opener()
    assert expected == own_words(record, article_id)
    assert "exact" == record.vector_path
    assert "vector index (Chroma)" in record.notices[0]
    assert record.check().problems

    record.level()
    assert expected == own_words(record, article_id)
    assert "chroma" == record.vector_path
    assert () == record.check().problems


def test_a_worn_chroma_is_made_again(opener: Opener) -> None:
    """It keeps the room of what was deleted; after very many deletions it starts afresh."""
    record = opener()
    first, second = record.add(draft(1)).article, record.add(draft(2)).article
    record.database.set_note("chroma deletions", "1001")

    record.remove(first.article_id)

    assert (f"{second.article_id}:0", 1.0) == own_words(record, second.article_id)
    assert ("chroma", "0") == (record.vector_path, record.database.note("chroma deletions"))
    assert 10 == record.check().chroma


def test_a_watch_that_meets_a_broken_index_tells_it_once_and_goes_on(opener: Opener) -> None:
    """The thread does not end in silence."""
    told: list[str] = []
    record = opener(notice=told.append)
    record.add(draft(1))
    stop = threading.Event()
    database = record.shelf.database
    record.shelf.database = Database(record.data / "nowhere" / "index.db", read_only=True)
    watching = threading.Thread(target=record.watch, args=(stop, 0.01))
    watching.start()
    while not told:
        time.sleep(0.01)
    record.shelf.database = database
    added = record.add(draft(2), index=False).article.article_id
    while record.article(added) is None:
        time.sleep(0.01)
    stop.set()
    watching.join()

    assert 1 == len([one for one in told if "cannot be used" in one])


def test_nearest_is_kept_to_the_libraries_asked_for(opener: Opener) -> None:
    """However many nearer ones another library has."""
    record = opener()
    for number in range(6):
        record.add(draft(number), "other")
    house = record.add(draft(7)).article.article_id
    vector = record.embedder.encode(["anything"])[0]

    found = record.nearest(vector, 8, ["house"])

    assert 8 == len(found)
    assert {house} == {one.split(":")[0] for one, _ in found}
    assert 8 == len(record.nearest(vector, 8, ["house", "other"]))
    assert "chroma" == record.vector_path


def test_an_unusable_index_is_made_again_from_the_corpus(opener: Opener) -> None:
    """A database of another kind or version is no reason to stop."""
    record = opener()
    record.add(draft(1))
    before = contents(record)
    record.close()
    (record.data / "derived" / "0001" / "index.db").write_bytes(b"no database " * 999)

    record = opener()
    assert 1 == record.waiting()
    record.level()

    assert before == contents(record)


def test_health_of_a_sound_record(opener: Opener) -> None:
    """Counts agree everywhere, and versions and paths are named."""
    record = opener()
    record.add(draft(1))

    health = record.check()

    assert isinstance(health, Health)
    assert (1, 10, 10, 10) == (health.articles, health.passages, health.vectors, health.chroma)
    assert ("cheap/1", "digest", "0001", True) == (
        health.model,
        health.backend,
        health.generation,
        health.owns,
    )
    assert "1.5.9" == health.versions["chromadb"]
    assert () == health.problems


def test_health_names_what_disagrees(opener: Opener) -> None:
    """Files without rows, rows of an older state, rows without files."""
    record = opener()
    stale, orphaned = record.add(draft(1)).article, record.add(draft(2)).article
    for article, words in ((stale, "---\ntitle: x\n---\n\nOther."), (orphaned, None)):
        file = record.corpus.find(article.article_id)
        assert file is not None
        if words is None:
            file.path.unlink()
        else:
            file.path.write_text(words, encoding="utf-8")
    missing = Corpus(record.data).save(Draft("Third", "Third text.")).path

    health = record.check()

    assert (f"corpus/house/{missing.name}",) == health.missing
    assert ((stale.article_id,), (orphaned.article_id,)) == (health.stale, health.orphaned)
    assert "3 files of the corpus" in health.problems[0]


def test_an_empty_record_answers_nothing(opener: Opener) -> None:
    """And is well."""
    record = opener()

    assert [] == record.articles()
    assert [] == record.nearest(record.embedder.encode(["x"])[0], 5, ["house"])
    assert not record.level().changed
    assert () == record.check().problems


def test_only_the_owner_may_level_and_rebuild(opener: Opener) -> None:
    """The error names the owner."""
    owner, other = opener(), opener()

    assert (True, False) == (owner.owns, other.owns)
    for work in (other.level, other.rebuild):
        with pytest.raises(DataBusy, match=r"\(test\)"):
            work()


def test_importing_the_record_imports_nothing_heavy() -> None:
    """`--help` pays for none of it."""
    program = (
        "import sys, index.record\n"
        "heavy = {'numpy', 'torch', 'onnxruntime', 'chromadb', 'llama_index', 'trafilatura'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "[]\n" == done.stdout
