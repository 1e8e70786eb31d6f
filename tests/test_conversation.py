"""What is kept of an answer, and what the bot says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import FERRY, LATER, desk_of, record_of

from bot.chat import conversation, courtesy, handed, standing
from bot.chat.conversation import DAY, HOUR, Asked, Keeping, Place
from bot.chat.courtesy import NotAllowedError
from bot.chat.handed import Typed
from bot.chat.narrowing import Limits
from bot.chat.scope import Scope
from bot.composing.answer import Answer
from index import intake
from index.errors import NoArticleText, NotReadable
from index.state import ServerSettings

KEEPING = Keeping("hashed", 1_000, 30)


@pytest.fixture(scope="module")
def answer(tmp_path_factory) -> Answer:
    with record_of(tmp_path_factory.mktemp("kept"), (FERRY, LATER)) as record:
        return desk_of(record).ask("What did Tolliday say about the ferry terminal?")


def test_what_is_kept_is_what_is_shown(answer):
    """Every place shown is kept with its number and version, in the order of display."""
    kept = conversation.kept(Asked("?"), answer, Place(1, 2, 3), KEEPING)
    hashes = {each.article.article_id: each.article.content_hash for each in answer.sources}
    blocks = [block for each in answer.occasions for block in each.blocks]

    assert [(b.article_id, b.start, b.end) for b in blocks] == [
        (each.article_id, each.start, each.end) for each in kept.cited
    ]
    assert all(hashes[each.article_id] == each.content_hash for each in kept.cited)
    assert (kept.question, kept.person) == (answer.question.text, "hashed")


@pytest.mark.parametrize(
    ("place", "seconds"),
    [
        pytest.param(Place(1, 2, 3), 30 * DAY, id="public"),
        pytest.param(Place(1, 2, 3, private=True), 24 * HOUR, id="private"),
        pytest.param(Place(1, 2, None), 24 * HOUR, id="direct"),
    ],
)
def test_private_and_direct_answers_are_kept_for_a_day(answer, place, seconds):
    """All others for as many days as are set."""
    kept = conversation.kept(Asked("?"), answer, place, KEEPING)

    assert kept.keep_until - KEEPING.now == seconds


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(Asked("What did Tolliday say about the ferry terminal?"), id="in words"),
        pytest.param(Asked("", person="Maren Tolliday", topic="the quay", oldest=True), id="who"),
        pytest.param(Asked("", person="The White House and 2 more"), id="a group"),
        pytest.param(Asked("?", limits=Limits("2024", "2025-03", "The Gazette")), id="limits"),
    ],
)
def test_the_same_is_asked_again(answer, asked):
    """Sharing or turning pages asks by what was asked: not by words that only say it."""
    kept = conversation.kept(asked, answer, Place(1, 2, 3), KEEPING)
    again = conversation.asked_again([kept])

    assert again == replace(asked, question=answer.question.text)


def test_a_follow_up_is_asked_again_after_the_questions_before_it(answer):
    """They are those of the answers that it followed; where one is gone, that is said."""
    first = conversation.kept(Asked("?"), answer, Place(1, 2, 3), KEEPING)
    second = conversation.kept(Asked("and?", follows=1), answer, Place(4, 2, 3), KEEPING)
    third = conversation.kept(Asked("and?", follows=4), answer, Place(5, 2, 3), KEEPING)
    again = conversation.asked_again([first, second, third])

    assert again.history == (first.question, second.question)
    assert again.follows == 4
    with pytest.raises(NotAllowedError, match="no longer kept"):
        conversation.asked_again([second, third])


@pytest.mark.parametrize(
    ("scope", "sentence"),
    [
        pytest.param(Scope(1, house=True), "No articles yet. Add one: /article add", id="house"),
        pytest.param(Scope(1, house=False), "ON_RECORD_HOUSE_SERVERS=1", id="closed"),
        pytest.param(Scope(None, house=False), "Ask me in your server.", id="stranger"),
        pytest.param(Scope(None, house=True), "in the house library", id="direct"),
    ],
)
def test_an_empty_library_says_what_to_do(scope, sentence):
    """The words differ by who asks where."""
    assert sentence in (courtesy.empty(0, 0, scope) or "")


def test_a_line_stands_in_the_first_message_or_alone():
    """Our messages leave room for a line; where they do not, it is a message of its own."""
    long = "x" * 1_985

    assert courtesy.before("", ["a"]) == ["a"]
    assert courtesy.before("line", ["a", "b"]) == ["line\n\na", "b"]
    assert courtesy.before("line", [long]) == ["line", long]


def test_an_old_answer_is_told_from_one_that_was_deleted():
    """A message's id says when it was sent."""
    now = 1_800_000_000
    long_ago = ((now - 31 * DAY) * 1_000 - 1_420_070_400_000) << 22
    lately = ((now - DAY) * 1_000 - 1_420_070_400_000) << 22

    assert "This answer is older than 30 days, ask again." == courtesy.no_answer(long_ago, now, 30)
    assert "no longer kept" in courtesy.no_answer(lately, now, 30)


def test_scopes_are_libraries():
    """A server's own comes first; the house's only where it is allowed."""
    assert Scope(1, house=True).libraries == ("1", "house")
    assert Scope(1, house=True).alone.libraries == ("1",)
    assert Scope(None, house=False).libraries == ()


@pytest.mark.parametrize(
    ("text", "unread", "error"),
    [
        pytest.param("word " * 79, (), NoArticleText, id="79 words"),
        pytest.param("", (), NoArticleText, id="nothing"),
        pytest.param("See this", ("report.xlsx",), NotReadable, id="a file of another kind"),
    ],
)
def test_a_message_that_is_no_article(text, unread, error):
    """Talk is no article, and of files only some kinds are read."""
    with pytest.raises(error):
        handed.of_message(text, unread)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        pytest.param("https://example.org/a", "https://example.org/a", id="alone"),
        pytest.param("See https://example.org/a.", "https://example.org/a", id="in talk"),
        pytest.param("Good morning", None, id="none"),
        pytest.param("word " * 80 + "https://example.org/a", None, id="in an article"),
    ],
)
def test_the_link_that_a_message_hands_in(text, link):
    """In an article it is but a part of that."""
    assert link == handed.link_in(text)


def test_details_win_over_the_text():
    """What the person adding says stands in place of what the text says."""
    draft = handed.of_typed(Typed("", f"{FERRY.title}\n\n{FERRY.text}", "Given", "2024"))

    assert (draft.title, draft.outlet) == (FERRY.title, "Given")
    assert draft.published is not None
    assert draft.published.found == "given"
    assert intake.NO_DATE not in draft.warnings


def test_a_file_is_refused_by_its_size_before_it_is_fetched():
    """Ten megabytes are the most."""
    handed.check_size("a.txt", 10_000_000)
    with pytest.raises(NotReadable, match="is too large"):
        handed.check_size("a.txt", 10_000_001)


def test_set_up_names_what_is_missing():
    """Permissions by Discord's own names; what is not set says what holds instead."""
    lacking = standing.missing(["view_channel", "send_messages", "embed_links"])
    text = standing.setup_text(ServerSettings(1, (5,), (6, 7), "UTC", True, 8), lacking)

    assert lacking == ["Send Messages in Threads", "Create Public Threads", "Read Message History"]
    assert "<@&5>" in text
    assert "<#6>, <#7>" in text
    assert "Answers are shown to: the asker only" in text


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../../etc/passwd", "x" * 500])
def test_a_time_zone_that_is_none(name):
    """It is said, with one that is."""
    with pytest.raises(NotAllowedError, match="There is no time zone"):
        standing.time_zone(name)
