"""Which quotations a draft has, whom it says spoke them, and which articles it names."""

from __future__ import annotations

import pytest

from bot.proof.draft import Quotation, quotations, unread
from bot.proof.naming import Catalogue, Listed

FERRY, HOSPITAL, SHORT = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"
CATALOGUE = Catalogue(
    [
        Listed(
            FERRY, "Council leader rules out a ferry", "The Harbour Gazette", "https://x.example/f"
        ),
        Listed(HOSPITAL, "Hospital chief denies it all", "Wikinews"),
        Listed(SHORT, "No comment", "Wikinews"),
    ]
)


def read(text: str) -> list[Quotation]:
    return list(quotations(text, CATALOGUE))


def words(text: str) -> list[str]:
    return [each.claim.text for each in read(text)]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ('He said "it is good" and left.', ["it is good"]),
        ("He said ‘it is good’ and left.", ["it is good"]),
        ("He said 'it is the workers' union' and left.", ["it is the workers' union"]),
        ("It’s the workers’ union, ’90s style.", []),
        ("« C’est bon », dit-il.", ["C’est bon"]),
        ("„Das ist gut“, sagte er.", ["Das ist gut"]),
        ("“He told me ‘never’,” she said.", ["He told me ‘never’,"]),
        ("“One,” she said. “And two.”", ["One,", "And two."]),
        ("“It was never closed, she said.", ["It was never closed, she said."]),
        ("“Para one.\n\n“Para two,” she said.", ["Para one.", "Para two,"]),
        ("“…” and “” and “!” are none", []),
        ("»Das ist gut«, sagte er.", ["Das ist gut"]),
        ("He said ＂it is good＂ and ″it is bad″.", ["it is good", "it is bad"]),
        ("❝It is good❞, ‟it is bad”.", ["It is good", "it is bad"]),
        ("‚Das ist gut‘, ›das nicht‹", ["Das ist gut", "das nicht"]),
        ("”Det är bra”, sade han.", ["Det är bra"]),
        ("He said: ‘" + "it is good " * 100 + "now.’", [("it is good " * 100 + "now.")]),
        ("He said: ‘It was never closed.", ["It was never closed."]),
        ("‘Para one.\n\n‘Para two,’ she said.", ["Para one.", "Para two,"]),
        ("The ‘90s, ‘tis said, were 5′10″ tall and 6″ wide.", []),
        ("« Un », dit-il. «Deux» et « trois ».", ["Un", "Deux", "trois"]),
    ],
)
def test_what_stands_in_marks(draft, expected):
    assert expected == words(draft)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("He said „it is good and »it is bad.", 2),
        ("He said that ‘it is good.", 1),
        ("“It is good,” he said, and ‘bad’ too: «never».", 0),
        ('The ‘90s were 6″ wide, 6" high.', 0),
    ],
)
def test_marks_that_were_not_read_are_counted(draft, expected):
    assert expected == unread(draft)


def test_a_mark_that_is_never_closed_is_told_of():
    [one] = read("“It was never closed, she said.")

    assert not one.is_closed


@pytest.mark.parametrize(
    "draft",
    [
        "“It is very good,” John Kirby said.",
        "John Kirby: “It is very good.”",
        "“It is very good.” — John Kirby",
        "“It is very good”\n– John Kirby, spokesman",
        "As John Kirby put it, “it is very good.”",
        "In the words of John Kirby: “It is very good.”",
        "In John Kirby’s words, “it is very good”.",
        "According to John Kirby, “it is very good.”",
        "John Kirby told them it was ‘very good indeed’.",
    ],
)
def test_whom_a_draft_names(draft):
    [one] = read(draft)

    assert "John Kirby" == (one.claim.speaker.name if one.claim.speaker else None)


def test_nobody_is_named():
    [one] = read("It had been, in every way, “very good indeed”.")

    assert one.claim.speaker is None


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("In “Council leader rules out a ferry”, she said: “It is so very good.”", {FERRY}),
        ("She told the Harbour Gazette: “It is so very good.”", {FERRY}),
        ("“It is so very good,” she said (https://www.x.example/f#top).", {FERRY}),
        (f"“It is so very good,” she said. [{HOSPITAL}]", {HOSPITAL}),
        ("The Gazette was there. She told Wikinews: “It is so very good.”", {HOSPITAL, SHORT}),
        ("Source: https://x.example/f\n\nNews.\n\n“It is so very good,” she said.", {FERRY}),
        ("“It is so very good,” she said. Wikinews exists.", None),
        ("“No comment,” she said.", None),
        ("The Harbour Gazette wrote of it at length.\n\n“It is so very good,” she said.", None),
    ],
)
def test_which_articles_a_draft_names(draft, expected):
    one = read(draft)[-1]

    assert expected == (set(one.named.article_ids) if one.named else None)


def test_a_draft_may_end_with_a_name_that_begins_a_longer_one():
    listed = [Listed(FERRY, "", "Gazette"), Listed(HOSPITAL, "Gazette of the harbour", "Wikinews")]
    [one] = quotations("“It is so very good,” she told the Gazette", Catalogue(listed))

    assert {FERRY} == (set(one.named.article_ids) if one.named else None)


def test_what_stands_before_a_quotation_is_kept():
    [one] = read("It rained. She did not call it “a very good idea”.")

    assert "She did not call it " == one.claim.lead


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("He said “it is\nvery good” and\nleft.", ["it is very good"]),
        ('He said "it is\r\nVery good" and\r\nleft.', ["it is  Very good"]),
        ("“Para one.\n“Para two,” she said.", ["Para one.", "Para two,"]),
        ("“One,” she said.\n“Two,” he said.", ["One,", "Two,"]),
        ("He said “it is never\n\nclosed.", ["it is never"]),
    ],
)
def test_lines_broken_at_a_width_are_read_as_one(draft, expected):
    assert expected == words(draft)


def test_who_spoke_is_read_over_a_broken_line():
    [one] = read("“It is so very good that all of us are glad of it,” John\nKirby said.")

    assert "John Kirby" == (one.claim.speaker.name if one.claim.speaker else None)


def test_offsets_are_those_of_the_draft():
    draft = "One line\r\nand another: “it is\r\nvery good”.\r\n\r\nEnd."
    [one] = read(draft)

    assert "“it is\r\nvery good”" == draft[one.start : one.end]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("“I lied,” said Corwin Pellow.", True),
        ("Corwin Pellow said: “I lied.”", True),
        ("“I lied” — Corwin Pellow", True),
        ("Corwin Pellow said it was “a lie”.", False),
        ("Corwin Pellow called it “a lie”.", False),
        ("It was “a lie”.", False),
    ],
)
def test_whether_somebody_is_said_to_have_said_it_in_full(draft, expected):
    [one] = read(draft)

    assert expected == one.claim.in_full


@pytest.mark.parametrize(
    "draft",
    [
        "Maren Tolliday told The Guardian: “It is so very good.”",
        "In The Guardian of 9 May 2025, Maren Tolliday said: “It is so very good.”",
        "“It is so very good,” Tolliday said on CNN.",
        "“It is so very good,” Tolliday said (Financial Times).",
        "The Associated Press quoted her: “It is so very good.”",
    ],
)
def test_a_well_known_outlet_with_nothing_on_record_is_named_all_the_same(draft):
    [one] = read(draft)

    assert one.named is not None and not one.named.article_ids and one.named.outlets


@pytest.mark.parametrize(
    "draft",
    [
        "The guardian of the quay said: “It is so very good.”",
        "“It is so very good,” said Tolliday, a former CNN reporter.",
        "“It is so very good, as I told The Guardian,” Tolliday said.",
    ],
)
def test_an_outlet_that_is_not_the_source_names_no_article(draft):
    assert read(draft)[0].named is None
