"""on-record prove: a draft in, a verdict for each quotation and sentence out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import COPY, FERRY, LATER, on_record, printed, record_of

from bot.drafts.copydesk import MOST_CHARACTERS, CopyDesk
from bot.drafts.sentences import MOST_SENTENCES
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


@pytest.fixture(scope="module")
def record_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("proven")
    with record_of(folder):
        return folder


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

    assert ["quotes", "sentences"] == list(told)
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
    nothing = machine.checked(CopyDesk(record, ("house",)).check("Nothing."))
    assert {"quotes": [], "sentences": []} == nothing


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


LIST = (
    "\n\nSources\n[1] Harbour Gazette, 12 March 2024, Council leader rules out a ferry terminal\n"
    "[2] Sound Radio, February 2025, Council leader changes her mind on the terminal\n"
)
BERTHS = "The harbour has 43 berths, of which 12 stood empty last winter."


def sentence(record, draft: str) -> dict[str, object]:
    """Return the machine's form of the verdict on the one sentence of a draft."""
    [told] = machine.checked(CopyDesk(record, ("house",)).check(draft))["sentences"]
    return told


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("The harbour has 43 berths [1].", "found"),
        ("The harbour has 43 berths. [1]", "found"),
        ("The harbour has 48 berths [1].", "altered"),
        ("The harbour does not have 43 berths [1].", "altered"),
        ("The harbour has 43 berths and a cinema [1].", "absent"),
        ("The harbour has 43 berths [2].", "absent"),
        ("The harbour has 43 berths.", "found"),
        ("The harbour has 48 berths.", "unchecked"),
        ("The harbour has 43 berths [3].", "unchecked"),
        ("The harbour has 48 berths (https://gazette.example/ferry).", "altered"),
        ("The harbour has 43 berths ([here](https://gazette.example/ferry)).", "found"),
        ("The harbour has 48 berths. https://gazette.example/ferry", "altered"),
        ("The harbour has 48 berths. (https://gazette.example/ferry)", "altered"),
        ("The harbour has 48 berths. <https://gazette.example/ferry>.", "altered"),
        ("The harbour has 48 berths. [Harbour Gazette](https://gazette.example/ferry)", "altered"),
        ("The harbour has 48 berths. ([link](https://gazette.example/ferry))", "altered"),
        ("The harbour has 48 berths.\nhttps://gazette.example/ferry", "altered"),
        ("The harbour has 43 berths. https://gazette.example/ferry", "found"),
        ("The harbour has 43 berths. https://radio.example/terminal", "absent"),
        ("1. The harbour has 48 berths, the Harbour Gazette reported [1].", "altered"),
        ("1. The harbour has 43 berths, the Harbour Gazette reported [1].", "found"),
        ("2) The harbour has 48 berths [1].", "altered"),
        ("- The harbour has 48 berths [1].", "altered"),
        ("Has the harbour 48 berths [1]?", None),
        ("“It will serve for ninety more,” Ms Tolliday said [1].", "found"),
        ("“It will serve for ninety more,” Ms Tolliday said [2].", "absent"),
        ("“[The quay] will serve for ninety more,” Ms Tolliday said [1].", None),
        ("“It will serve for ninety more,” Ms Tolliday said.", None),
    ],
)
def test_a_sentence_is_held_to_what_it_cites_and_else_looked_up(record, draft, verdict):
    told = machine.checked(CopyDesk(record, ("house",)).check(draft + LIST))["sentences"]

    assert ([verdict] if verdict else []) == [each["verdict"] for each in told]


def test_a_link_behind_a_full_stop_is_of_the_sentence_before_it_alone(record):
    draft = "It has 48 berths. https://gazette.example/ferry The quay was painted red by a man."
    told = machine.checked(CopyDesk(record, ("house",)).check(draft))["sentences"]

    assert ["altered", "unchecked"] == [each["verdict"] for each in told]


@pytest.mark.parametrize(
    "line",
    [
        "1. Harbour Gazette, 12 March 2024",
        "1. The Harbour Gazette: a leader who says no",
        "1. A. Writer, “Council leader rules out a ferry terminal”, Harbour Gazette",
        "1. https://gazette.example/ferry, accessed on 3 May 2024",
    ],
)
def test_a_numbered_line_that_names_an_article_is_a_source(record, line):
    told = sentence(record, f"The harbour has 48 berths [1].\n\n{line}\n")

    assert "altered" == told["verdict"]


def test_a_sentence_with_an_altered_quotation_is_shown_once(record):
    page = shown(record, "“It will serve for eighty more,” Ms Tolliday said on Monday [1]." + LIST)

    assert "1. Altered: “It will serve for eighty more,”" in page
    assert "Not proven" not in page


@pytest.mark.parametrize(
    ("draft", "status"),
    [
        ("“It will serve for ninety more,” Ms Tolliday said. The quay was red once, they say.", 0),
        ("“It will serve for eighty more,” Ms Tolliday said.", 1),
        ("It has 48 berths (https://gazette.example/ferry).", 1),
        ("“It will serve for ninety more,” said Corwin Pellow.", 1),
        ("Nothing is quoted here, and nothing at all is cited.", 0),
    ],
)
def test_strictly_the_exit_status_is_that_of_the_verdicts(record_folder, draft, status):
    done = on_record("prove", "-", "--strict", "--data", record_folder, stdin=draft)

    assert status == done.returncode, done.stdout.decode()


def test_a_sentence_that_fails_is_shown_beside_the_articles_own(record):
    page = shown(record, "The harbour has 48 berths [1]." + LIST)

    assert "1. Not proven: The harbour has 48 berths." in page
    assert "“48” does not stand so in [1]." in page
    assert f"  | {BERTHS}" in page
    assert "[1] Harbour Gazette, 12 March 2024" in page


def test_sentences_that_stand_are_counted_and_so_are_those_not_checked(record):
    draft = "The harbour has 43 berths [1]. The quay was painted red by a Norwegian." + LIST
    page = shown(record, draft)

    assert "1 sentence stands as the article it cites has it." in page
    assert "1 sentence was not checked. No article is cited, and none has these words." in page
    assert "Not proven" not in page


def test_the_machine_form_of_a_sentence_names_the_articles_own_words(record):
    told = sentence(record, "The harbour has 48 berths [1]." + LIST)
    own = next(each.article for each in record.articles() if each.article.title == FERRY.title)

    assert ["text", "verdict", "reason", "article_id", "start", "end"] == list(told)
    assert own.article_id == told["article_id"]
    assert BERTHS == own.text[told["start"] : told["end"]]
    assert f"“48” does not stand so in [{own.article_id}]." == told["reason"]


def test_an_outlet_in_passing_is_no_citation(record):
    told = sentence(record, "The Harbour Gazette wrote that the harbour has 48 berths.")

    assert "unchecked" == told["verdict"]


def test_a_long_draft_is_checked_so_far_and_says_so(record):
    draft = "\n".join(f"The harbour has {n} berths [1]." for n in range(MOST_SENTENCES + 3)) + LIST
    page = shown(record, draft)

    assert "3 sentences were not checked. Only the first 200 sentences" in page


def test_a_sentence_that_fails_counts_like_an_altered_quotation(tmp_path):
    """A draft that was checked is done, whatever the verdicts."""
    with record_of(tmp_path):
        pass
    done = on_record("prove", "-", "--data", tmp_path, stdin="It has 48 berths [1]." + LIST)

    assert 0 == done.returncode
    assert "Not proven: It has 48 berths." in done.stdout.decode()
