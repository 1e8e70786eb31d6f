"""What English rules cannot read is found by its words, and is said to be."""

from __future__ import annotations

import pytest
from newsroom import FERRY, desk_of, record_of

from bot.adding import Outcome
from bot.chat import card, message
from bot.composing import refusing
from bot.pages import listing, machine
from bot.pages.terminal import page
from index.article import Draft
from index.language import language_of, name_of
from index.record import Added

GERMAN = Draft(
    title="Bürgermeisterin will Brücke sperren lassen",
    text=(
        "Die Bürgermeisterin von Altmark, Jutta Kern, will die Weselbrücke noch in diesem Monat "
        "für Lastwagen sperren lassen. Das sagte sie am Montag im Stadtrat.\n\n"
        "„Ich habe das Gutachten zweimal gelesen“, sagte Kern. „Beim zweiten Mal wurde es nicht "
        "besser.“"
    ),
)
IN_GERMAN = "In German: found by its words; who said what is read in English only."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(FERRY.text, "en", id="English"),
        pytest.param(GERMAN.text, "de", id="German"),
        pytest.param(
            "Le maire a déclaré lundi que la ville ne paierait pas le nouveau pont. « Le quai a "
            "servi pendant quatre-vingt-dix ans », a-t-il ajouté devant le conseil municipal.",
            "fr",
            id="French",
        ),
        pytest.param("市長は、町は新しい橋の費用を支払わないと述べた。" * 5, "ja", id="Japanese"),
        pytest.param("Brücke gesperrt", None, id="too short to tell"),
        pytest.param("", None, id="nothing"),
        pytest.param("12 30 45 " * 40, None, id="a table"),
    ],
)
def test_the_language_of_a_text(text, expected):
    """The code of the language, or that it cannot be told."""
    assert expected == language_of(text)


def test_every_language_has_a_name():
    """In English; a code that nobody knows stands for itself."""
    assert ["German", "Japanese", "xx"] == [name_of(code) for code in ("de", "ja", "xx")]


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("language"), [FERRY, GERMAN]) as record:
        yield record


def stored(record, title: str):
    return next(each for each in record.articles() if each.article.title == title)


def test_an_article_in_another_language_has_no_statements(record):
    """English rules make no speakers of it; its language is derived and not in its file."""
    german, english = stored(record, GERMAN.title), stored(record, FERRY.title)

    assert ("de", 0) == (german.language, german.statements)
    assert ("en", True) == (english.language, english.statements > 0)
    assert "language" not in (record.data / german.file).read_text("utf-8")
    assert "de" == machine.article(german)["language"]


def test_its_cards_say_how_it_is_found(record):
    """In the terminal and in Discord; an English article’s say nothing of it."""
    for title, says in ((GERMAN.title, True), (FERRY.title, False)):
        one = stored(record, title)
        added = Added(one.article, known=False, indexed=one)
        printed = [line.text.plain for line in listing.outcome(Outcome("x", added))]

        assert says == (IN_GERMAN in printed)
        assert says == (IN_GERMAN in card.added(added))
        assert says == (IN_GERMAN in card.article(one))


def test_a_refusal_says_that_the_nearest_are_not_read(record):
    """Kern’s words stand in German; a question for them is refused, and says why that may be."""
    answer = desk_of(record).ask("What did Jutta Kern say about the Weselbrücke?")
    said = (
        "Of these articles one is in German: found by the words; who said what is read in English "
        "only."
    )

    assert "not_on_record" == answer.outcome
    assert said == refusing.unread(answer)
    assert said in [line.text.plain for line in page(answer)]
    assert any(said in part.content for part in message.parts(answer))


def test_a_refusal_among_english_articles_says_nothing_of_languages(tmp_path):
    """There is nothing to explain."""
    with record_of(tmp_path, [FERRY]) as english:
        assert refusing.unread(desk_of(english).ask("What did Jutta Kern say?")) is None


def test_it_is_found_by_its_words(record):
    """A question for a fact finds the sentence."""
    found = desk_of(record).search("Weselbrücke Lastwagen")

    assert found.passages[0].passage.text.startswith("Die Bürgermeisterin")
