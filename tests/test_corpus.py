"""The corpus: files that are whole, known articles, and what people do to them by hand."""

from __future__ import annotations

import dataclasses
import os
import threading
from pathlib import Path

import pytest

from index.article import Draft, Published, from_markdown
from index.corpus import Corpus, canonical_url, file_name
from index.errors import BadFrontMatter, NotReadable, OnRecordError

DRAFT = Draft(
    title="Bridge to close",
    text="The bridge will close on Monday, Ada Brook said.\n\nNobody else commented.",
    outlet="Gazette",
    url="https://gazette.example/bridge",
    published=Published("2023-08-04", "given"),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def test_a_saved_article_is_read_back_as_it_was_returned(corpus: Corpus) -> None:
    """What save returns is what its file says."""
    saved = corpus.save(DRAFT)

    assert saved.article == corpus.read(saved.path)
    assert DRAFT.text == saved.article.text
    assert not saved.known


def test_a_file_is_named_by_library_title_and_id(corpus: Corpus) -> None:
    """A person finds an article's file by its headline."""
    saved = corpus.save(DRAFT)

    expected = corpus.folder / "house" / f"bridge-to-close-{saved.article.article_id}.md"
    assert expected == saved.path
    assert saved.article.content_hash[:10] == saved.article.article_id


@pytest.mark.parametrize(
    ("again", "known"),
    [
        pytest.param(DRAFT, True, id="the same"),
        pytest.param(dataclasses.replace(DRAFT, url=None), True, id="same text, no address"),
        pytest.param(
            Draft(
                "Other", "Other words.", url="http://www.GAZETTE.example/bridge/?utm_source=x#top"
            ),
            True,
            id="same address, other text",
        ),
        pytest.param(
            Draft("Bridge to close", "Other words.", published=DRAFT.published),
            False,
            id="same title and date, other text",
        ),
        pytest.param(
            Draft("Other", "Other words.", url="https://gazette.example/bridge?page=2"),
            False,
            id="another page of the address",
        ),
    ],
)
def test_known_is_the_same_address_or_the_identical_text(
    corpus: Corpus, again: Draft, known: bool
) -> None:
    """Title and date never decide that an article is already on record."""
    first = corpus.save(DRAFT)

    second = corpus.save(again)

    assert known == second.known
    assert known == (first.article.article_id == second.article.article_id)
    assert 2 - known == len(corpus.scan())


def test_known_articles_are_found_by_a_process_that_did_not_add_them(corpus: Corpus) -> None:
    """Another start of the program knows what is on record."""
    first = corpus.save(DRAFT)

    again = Corpus(corpus.data).save(DRAFT)

    assert again.known
    assert first.article == again.article


def test_libraries_do_not_know_each_others_articles(corpus: Corpus) -> None:
    """The same text in two libraries is two articles, with ids of their own."""
    house = corpus.save(DRAFT)
    server = corpus.save(DRAFT, "1234567890")

    assert not server.known
    assert house.article.article_id != server.article.article_id
    assert [file.library for file in corpus.scan()] == ["1234567890", "house"]


def test_a_draft_keeps_its_own_id_when_it_is_free(corpus: Corpus) -> None:
    """An article that moves from one record to another keeps what it is cited by."""
    saved = corpus.save(dataclasses.replace(DRAFT, article_id="feedfacefeed"))
    other = corpus.save(Draft("Other", "Other words.", article_id="feedfacefeed"))

    assert saved.article.article_id == "feedfacefeed"
    assert other.article.article_id != "feedfacefeed"


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(Draft("CRLF", "One.\r\n\r\nTwo."), id="line ends"),
        pytest.param(Draft("Lone", "Half \ud83d of a pair."), id="half a surrogate pair"),
        pytest.param(Draft("", "First line.\n\nSecond line."), id="no title"),
        pytest.param(Draft("---", "---\nid: x\n---\n\nText."), id="a fence in the text"),
        pytest.param(Draft("A: b # c", "北京 \u2028 said “no”.\n\n\n\nYes."), id="signs"),
        pytest.param(Draft("x" * 500, "Text."), id="long title"),
    ],
)
def test_odd_texts_are_stored_as_they_will_be_read(corpus: Corpus, draft: Draft) -> None:
    """Offsets are made from what is in the file, whatever was handed in."""
    saved = corpus.save(draft)

    assert saved.article == corpus.read(saved.path)
    assert corpus.save(draft).known


def test_a_library_name_cannot_leave_the_folder(corpus: Corpus) -> None:
    """A name with a slash or dots is refused in a sentence."""
    with pytest.raises(NotReadable, match="cannot be the name of a library"):
        corpus.save(DRAFT, "../elsewhere")


def test_replace_keeps_the_file_and_remove_takes_it_away(corpus: Corpus) -> None:
    """An edit writes over the article's own file; removing leaves nothing of it."""
    saved = corpus.save(DRAFT)
    changed = dataclasses.replace(saved.article, outlet="Herald")

    assert changed == corpus.replace(changed, saved.path)
    assert changed == corpus.read(saved.path)
    assert corpus.remove(saved.article.article_id)
    assert not corpus.remove(saved.article.article_id)
    assert [] == list((corpus.folder / "house").iterdir())


def test_a_renamed_file_is_still_found(corpus: Corpus) -> None:
    """What a file holds says which article it is, not its name."""
    saved = corpus.save(DRAFT)
    renamed = saved.path.rename(saved.path.with_name("my bridge.md"))

    found = corpus.find(saved.article.article_id)

    assert found is not None
    assert renamed == found.path


def test_a_broken_file_is_named_and_left_where_it_is(corpus: Corpus) -> None:
    """A hand-edited file that cannot be read is an error with its name, and stays."""
    saved = corpus.save(DRAFT)
    saved.path.write_text("---\ntitle: [unclosed\n---\n\nText.", encoding="utf-8")

    with pytest.raises(BadFrontMatter, match=r"bridge-to-close-.*\.md: The front matter"):
        corpus.read(saved.path)
    assert not corpus.save(Draft("Other", "Other words.")).known
    assert saved.path.is_file()


def test_a_file_that_is_not_utf8_is_named(corpus: Corpus) -> None:
    """So is one in another encoding."""
    saved = corpus.save(DRAFT)
    saved.path.write_bytes(b"\xff\xfe\x00broken")

    with pytest.raises(NotReadable, match="is not UTF-8 text"):
        corpus.read(saved.path)


def test_a_file_put_in_by_hand_gets_an_id_of_its_own(corpus: Corpus) -> None:
    """The id is written into the file, so that a later change of the text keeps it."""
    path = corpus.folder / "house" / "by hand.md"
    path.parent.mkdir(parents=True)
    path.write_text("# By hand\n\nSome words.\n", encoding="utf-8")

    adopted = corpus.adopt(corpus.file(path, "house"))

    article = corpus.read(path)
    assert ("By hand", "Some words.") == (article.title, article.text)
    assert article.article_id == from_markdown(path.read_text(encoding="utf-8")).article_id
    assert adopted == corpus.adopt(adopted)


def test_two_threads_saving_one_article_save_it_once(corpus: Corpus) -> None:
    """Whoever comes second is told that it is on record."""
    results: list[bool] = []

    def save() -> None:
        results.append(Corpus(corpus.data).save(DRAFT).known)

    threads = [threading.Thread(target=save) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [False, True, True, True, True, True] == sorted(results)
    assert 1 == len(corpus.scan())


def test_in_one_turn_each_article_meets_those_before_it(corpus: Corpus) -> None:
    """By its text, its address, an address that it was found at in this turn, and its id."""
    elsewhere = dataclasses.replace(DRAFT, url="https://journal.example/bridge")
    with corpus.turn() as turn:
        first = turn.save(DRAFT, "house")
        again = turn.save(elsewhere, "house")
        by_address = turn.save(Draft("Other", "Other words.", url=elsewhere.url), "house")
        namesake = turn.save(Draft("A", "B", article_id=first.article.article_id), "house")
        server = turn.save(DRAFT, "1234567890")

    assert [False, True, True, False, False] == [
        each.known for each in (first, again, by_address, namesake, server)
    ]
    assert first.path == again.path == by_address.path
    assert elsewhere.url == again.new_address
    assert 3 == len({each.article.article_id for each in (first, namesake, server)})
    assert 3 == len(corpus.scan())


def test_what_is_taken_away_or_changed_by_hand_in_a_turn_is_not_known_any_more(
    corpus: Corpus,
) -> None:
    """Nobody is told that an article is on record which does not stand there."""
    other = dataclasses.replace(DRAFT, text="The other bridge stays open.", url=None)
    with corpus.turn() as turn:
        gone, changed = turn.save(DRAFT, "house"), turn.save(other, "house")
        gone.path.unlink()
        changed.path.write_text("# Something else\n\nNew words.\n", encoding="utf-8")
        again = [turn.save(each, "house") for each in (DRAFT, other)]
        by_hand = turn.save(Draft("By hand", "New words."), "house")

    assert [False, False] == [each.known for each in again]
    assert changed.path == by_hand.path
    assert by_hand.known


def test_a_turn_goes_on_behind_an_article_that_cannot_be_saved(corpus: Corpus) -> None:
    """A library that is none, a folder that is a file; the others are on the disk."""
    corpus.folder.mkdir()
    (corpus.folder / "blocked").write_text("a file")
    with corpus.turn() as turn:
        for library in ("../elsewhere", "blocked"):
            with pytest.raises(OnRecordError):
                turn.save(DRAFT, library)
        saved = turn.save(DRAFT, "house")

    assert saved.article == corpus.read(saved.path)


def test_what_a_killed_writer_left_is_no_article_and_is_tidied(corpus: Corpus) -> None:
    """A temporary file is never listed, and the owner removes it."""
    saved = corpus.save(DRAFT)
    left = saved.path.with_name(f".{saved.path.name}.1.part")
    left.write_text("half", encoding="utf-8")

    assert [saved.path] == [file.path for file in corpus.scan()]
    corpus.tidy()
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_is_an_error(corpus: Corpus) -> None:
    """Nothing is acknowledged that is not on the disk."""
    corpus.folder.mkdir()
    corpus.folder.chmod(0o500)

    with pytest.raises(PermissionError):
        corpus.save(DRAFT)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(None, None, id="none"),
        pytest.param("", None, id="empty"),
        pytest.param("HTTPS://WWW.Example.org/A/", "//example.org/A", id="case, www, slash"),
        pytest.param("http://example.org/A#b", "//example.org/A", id="http, fragment"),
        pytest.param(
            "https://example.org/a?utm_source=x&fbclid=1&id=7",
            "//example.org/a?id=7",
            id="tracking",
        ),
        pytest.param("https://example.org/a?b=1&a=2", "//example.org/a?a=2&b=1", id="order"),
        pytest.param("https://m.example.org/a/amp/", "//example.org/a", id="mobile, AMP"),
        pytest.param("https://amp.example.org/a?amp", "//example.org/a", id="AMP host"),
        pytest.param("https://www.example.org/amp/a.amp.html", "//example.org/a", id="AMP path"),
        pytest.param("https://example.org/a?outputType=amp&b=1", "//example.org/a?b=1", id="dress"),
        pytest.param("https://example.org/a?output=7", "//example.org/a?output=7", id="no dress"),
        pytest.param("https://example.org:443/a/index.html", "//example.org/a", id="index, port"),
        pytest.param("https://example.org:8443/a", "//example.org:8443/a", id="other port"),
        pytest.param("https://example.org/amplify", "//example.org/amplify", id="no AMP"),
        pytest.param("https://amp.com/a", "//amp.com/a", id="a host of that name"),
        pytest.param("not an address", "not an address", id="no address"),
        pytest.param("http://[broken", "http://[broken", id="broken"),
    ],
)
def test_canonical_url(url: str | None, expected: str | None) -> None:
    """Ways of writing one address come out the same."""
    assert expected == canonical_url(url)


def test_a_title_without_latin_letters_has_a_file_name(corpus: Corpus) -> None:
    """The id alone is enough."""
    article = corpus.save(Draft("北京", "Text.")).article

    assert f"article-{article.article_id}.md" == file_name(article)


def test_another_address_of_the_identical_text_is_kept(corpus: Corpus) -> None:
    """The first stays the one that is cited; either, added again, is on record."""
    first = corpus.save(dataclasses.replace(DRAFT, url="https://one.example/a"))
    second = corpus.save(dataclasses.replace(DRAFT, url="https://two.example/b"))
    again = corpus.save(dataclasses.replace(DRAFT, url="https://www.two.example/b/?utm_source=x"))

    assert (second.known, second.new_address) == (True, "https://two.example/b")
    assert (again.known, again.new_address) == (True, None)
    assert again.article.addresses == ("https://one.example/a", "https://two.example/b")
    assert [corpus.read(file.path) for file in corpus.scan()] == [again.article]
    assert first.article.article_id == again.article.article_id
    for url in ("https://one.example/a", "http://two.example/b"):
        assert corpus.at(url) == again.article


def test_the_first_address_of_a_paste_is_the_one_that_is_cited(corpus: Corpus) -> None:
    corpus.save(dataclasses.replace(DRAFT, url=None))

    saved = corpus.save(dataclasses.replace(DRAFT, url="https://one.example/a"))

    assert (saved.article.url, saved.article.also_at) == ("https://one.example/a", ())


def test_a_changed_page_keeps_its_one_address(corpus: Corpus) -> None:
    """Another text at a known address is no copy of the first."""
    corpus.save(dataclasses.replace(DRAFT, url="https://one.example/a"))

    saved = corpus.save(
        dataclasses.replace(DRAFT, text="Other words, of another day.", url="https://one.example/a")
    )

    assert (saved.known, saved.new_address) == (True, None)
