"""A checked draft as Discord messages: they fit, lose no verdict, and can make nothing."""

from __future__ import annotations

import pytest
from discord_markdown import of_kind, read, seen
from newsroom import FERRY, LATER, record_of

from bot.chat import verdicts
from bot.chat.markdown import LIMIT, length
from bot.drafts.copydesk import CopyDesk


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("verdicts"), (FERRY, LATER)) as opened:
        yield CopyDesk(opened, ("house",))


def messages(desk: CopyDesk, draft: str) -> list[str]:
    return verdicts.messages(desk.check(draft))


def test_a_verdict_with_its_place_and_difference(desk):
    [content] = messages(desk, "“It will serve for eighty more,” Ms Tolliday said.")
    told = seen(read(content))

    assert "1. Altered: “It will serve for eighty more,”" in told
    assert "“eighty” stands where the record has “ninety”." in told
    assert "> “It will serve for ninety more.”" in content
    assert "Maren Tolliday, quoted in [1]" in told
    assert "[1] Harbour Gazette · 12 March 2024 · Council leader rules out" in told


def test_what_is_found_stands_beside_the_articles_own_sentence(desk):
    [content] = messages(desk, "“It will serve for ninety more,” Ms Tolliday said.")
    lines = content.splitlines()
    place = lines.index("> “It will serve for ninety more.”")

    assert "Word for word." == lines[place - 1]
    assert lines[place + 1].startswith("Maren Tolliday, quoted in [[1]](<https://gazette.example/")


def test_where_many_are_found_places_stand_without_words(desk):
    draft = "“It will serve for ninety more,” Ms Tolliday said.\n\n" * 90
    contents = messages(desk, draft)

    assert any("Word for word. Maren Tolliday, quoted in [[1]]" in each for each in contents)
    assert not any(line.startswith("> ") for each in contents for line in each.splitlines())
    assert len(contents) <= verdicts.MOST_MESSAGES + 1


def test_a_headline_as_somebodys_words_has_no_bar(desk):
    [content] = messages(desk, "“Council leader rules out a ferry terminal,” Ms Tolliday said.")

    assert "\n\nthe headline of [[1]]" in content
    assert "\n\n\n" not in content


def test_long_drafts_are_several_messages_that_fit_and_count_the_rest(desk):
    draft = "\n\n".join(
        f"“It will serve for {number} more years of this,” Tolliday said." for number in range(200)
    )
    contents = messages(desk, draft)

    assert len(contents) == verdicts.MOST_MESSAGES + 1
    assert all(length(each) <= LIMIT for each in contents)
    assert "more quotations. Check a shorter draft" in contents[-1]


@pytest.mark.parametrize(
    "hostile",
    [
        "@everyone [click](https://evil.example) <@123456789012345678> **it**",
        "# it will serve\n> for `ninety` more ||than|| -# that",
        "x" * 3_000,
    ],
)
def test_words_of_a_draft_make_nothing(desk, hostile):
    for content in messages(desk, f"“{hostile} will serve for ninety more,” said {hostile[:60]}."):
        parsed = read(content)
        links = [each for each in of_kind(parsed, "link") if "evil" in str(each)]

        assert length(content) <= LIMIT
        assert not of_kind(parsed, "mention") and not links


def test_nothing_to_check_is_said(desk):
    assert ["There is no quotation in this draft: nothing stands in quotation marks."] == (
        messages(desk, "Nothing was said.")
    )


LIST = "\n\n[1] Harbour Gazette, 12 March 2024, Council leader rules out a ferry terminal\n"


def test_a_sentence_that_fails_stands_beside_the_articles_own(desk):
    draft = "The harbour has 48 berths [1]. The harbour has 43 berths [1]." + LIST
    [content] = messages(desk, draft)
    told = seen(read(content))

    assert "1. Not proven: The harbour has 48 berths." in told
    assert "“48” does not stand so in [1]." in told
    assert "> The harbour has 43 berths, of which 12 stood empty last winter." in content
    assert "1 sentence stands as the article it cites has it." in told


def test_many_sentences_that_fail_fit_and_the_rest_are_counted(desk):
    draft = "\n\n".join(f"The harbour has {n} berths [1]." for n in range(50, 200)) + LIST
    contents = messages(desk, draft)

    assert len(contents) == verdicts.MOST_MESSAGES + 1
    assert all(length(each) <= LIMIT for each in contents)
    assert "more sentences. Check a shorter draft" in contents[-1]


def test_a_sentence_that_fails_makes_nothing(desk):
    hostile = "The @everyone [click](https://evil.example) harbour has **48** berths [1]."
    for content in messages(desk, hostile + LIST):
        parsed = read(content)

        assert not of_kind(parsed, "mention")
        assert not [each for each in of_kind(parsed, "link") if "evil" in str(each)]
