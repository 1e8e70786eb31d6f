"""on-record prove: a draft in, a verdict for each quotation out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import COPY, FERRY, LATER, on_record, printed, record_of

from bot.drafts.copydesk import MOST_CHARACTERS, CopyDesk
from bot.pages import machine, proof_page
from index.errors import DraftError

DRAFT = (
    "“It will serve for eighty more,” Ms Tolliday said. Corwin Pellow was “wrong about the ferry "
    "terminal”.\n\n"
    "“We shall never give it up, not for all the tea,” said Pellow.\n"
)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("prove")) as opened:
        yield opened


def shown(record, draft: str) -> str:
    checked = CopyDesk(record, ("house",)).check(draft)
    return "\n".join(f"{each.first}{each.text.plain}" for each in proof_page.page(checked))


def test_the_machine_form(tmp_path):
    """Exactly the form of the contract: offsets point into the stored text."""
    with record_of(tmp_path, (FERRY, LATER, COPY)) as opened:
        ferry = next(each for each in opened.articles() if each.article.title == FERRY.title)
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    told = printed(on_record("prove", tmp_path / "draft.txt", "--json", "--data", tmp_path))
    altered, _, absent = told["quotes"]
    start = FERRY.text.index("It will serve")

    assert ["quotes"] == list(told)
    assert {
        "text": "It will serve for eighty more,",
        "verdict": "altered",
        "article_id": ferry.article.article_id,
        "start": start,
        "end": start + len("It will serve for ninety more"),
        "speaker": "Maren Tolliday",
    } == altered
    assert {
        "text": "We shall never give it up, not for all the tea,",
        "verdict": "absent",
        "article_id": None,
        "start": None,
        "end": None,
        "speaker": None,
    } == absent


def test_standard_input_and_exit_status(tmp_path):
    with record_of(tmp_path):
        pass
    done = on_record(
        "prove", "-", "--data", tmp_path, stdin="“I was wrong about the ferry terminal”"
    )

    assert 0 == done.returncode
    assert b"1. Found: \xe2\x80\x9cI was wrong about the ferry terminal" in done.stdout


def test_the_page_shows_the_article_unchanged_and_the_difference_in_our_words(record):
    page = shown(record, DRAFT)

    assert "“eighty” stands where the record has “ninety”." in page
    assert "  | “It will serve for ninety more.”" in page
    assert "It does not stand in these 3 articles." in page


def test_the_same_words_in_two_articles_are_one_finding(record):
    page = shown(record, "“I was wrong about the ferry terminal,” said Tolliday.")

    assert "Maren Tolliday, quoted in [1] and [2]" in page
    assert 1 == page.count("  | ")


def test_marks_that_could_not_be_read_are_told_of(record):
    one = shown(record, "Ms Tolliday said: „It will serve for eighty more.")

    assert "No quotation in this draft could be checked. 1 quotation mark seems to open" in one


def test_a_draft_without_quotations_says_so(record):
    assert "There is no quotation in this draft" in shown(record, "Nothing was said.")
    assert {"quotes": []} == machine.checked(CopyDesk(record, ("house",)).check("Nothing."))


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("“The quay we have,” Tolliday said, “has served for ninety years.”", "found"),
        ("“The quay we have,” Tolliday said, “will serve for ninety more.”", "found"),
        ("“The quay we have,” Tolliday said, “fall into the sea.”", "stitched"),
    ],
)
def test_halves_on_both_sides_of_she_said_belong_together(record, draft, expected):
    """What goes on with the sentence before must stand near it, in the same person's words."""
    *_, last = CopyDesk(record, ("house",)).check(draft).judgements

    assert expected == last.proved.verdict


@pytest.mark.parametrize("draft", ["", " \n", "x" * (MOST_CHARACTERS + 1)])
def test_an_empty_or_enormous_draft_is_refused_in_words(record, draft):
    with pytest.raises(DraftError, match="draft"):
        CopyDesk(record, ("house",)).check(draft)


@pytest.mark.parametrize(
    "draft", ["“" * 5_000, "“a b c d " * 5_000, "'a " * 20_000, "[a] “[b] " * 900]
)
def test_hostile_drafts_end(record, draft):
    CopyDesk(record, ("house",)).check(draft[:MOST_CHARACTERS])


def test_a_file_that_is_not_there_is_said(tmp_path):
    done = on_record("prove", tmp_path / "none.txt", "--data", tmp_path)

    assert 1 == done.returncode
    assert b"cannot be opened" in done.stderr


@pytest.mark.parametrize(
    "draft",
    [
        "Maren Tolliday told The Guardian: “I was wrong about the ferry terminal.”",
        "In The Guardian of 9 May 2025, Tolliday said “I was wrong about the ferry terminal”.",
    ],
)
def test_an_outlet_with_nothing_on_record_is_not_passed_over(record, draft):
    assert "elsewhere" == CopyDesk(record, ("house",)).check(draft).judgements[0].proved.verdict
    assert "Nothing of the outlet that the draft names is on record" in shown(record, draft)


def test_what_an_article_passes_on_from_an_outlet_is_found_for_that_outlet(tmp_path):
    text = "“We will never be moved by them,” Ann Roe told the Associated Press on Monday."
    draft = "“We will never be moved by them,” Ann Roe told the AP."
    with record_of(tmp_path, (replace(FERRY, text=text),)) as opened:
        [judgement] = CopyDesk(opened, ("house",)).check(draft).judgements

    assert "found" == judgement.proved.verdict
