"""The words stand on record, and yet not what is quoted: lost denials, brackets, other numbers."""

from __future__ import annotations

import pytest

from bot.proof import Claim, Evidence, Proved, prove
from bot.proof.exact import standings
from bot.proof.quote import quote
from bot.proof.words import read
from bot.proof.work import TOO_MUCH, Work
from index import speech
from index.errors import DraftError


def proved(text: str, said: str) -> Proved:
    """Prove a quotation by an article in which one person says something."""
    return by(text, f"“{said},” said Maren Tolliday, the council leader.")


def by(text: str, article: str) -> Proved:
    return prove(Claim(text), (Evidence("only", "", article, speech.find(article)),))


TWO = (
    "“The terminal is the right answer for us all,” said Maren Tolliday, the council leader. "
    "Corwin Pellow, the secretary, said: “It will be a disgrace for years.”"
)


@pytest.mark.parametrize(
    "text",
    [
        "The terminal is the right … will be a disgrace for years",
        "The terminal … will be a disgrace for years",
    ],
)
def test_two_speakers_of_one_paragraph_are_stitched(text):
    assert "stitched" == by(text, TWO).verdict


def test_one_speaker_may_be_quoted_over_what_interrupts():
    article = (
        "“The terminal is the right answer for us all,” said Maren Tolliday, the council leader. "
        "It rained. “It will be here for years,” Tolliday said."
    )

    assert "found" == by("The terminal is the right … will be here for years", article).verdict


DENIED = (
    "The council will in its present state and with this budget not be able to build the bridge, "
    "and hardly anybody who has read it would ever expect us to pay"
)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("The council will … build the bridge", "not"),
        ("and with this budget … anybody who has read it", "not"),
        ("to build the bridge, and … who has read it", "hardly"),
    ],
)
def test_a_denial_anywhere_in_an_omission_is_an_alteration(text, left_out):
    told = proved(text, DENIED)

    assert ("altered", left_out) == (told.verdict, told.differences[0].recorded)


def test_a_whole_sentence_that_denies_may_be_left_out():
    said = "We will build the bridge. Nobody has asked the town. It will be here for years"

    assert "found" == proved("We will build the bridge … will be here for years", said).verdict


PLAN = (
    "The plan is useless and we can confirm it, we refuse to raise taxes, and the minister of "
    "trade wanted to say so. They might never agree, I hope"
)


@pytest.mark.parametrize(
    "text",
    [
        "The plan is use[ful] and we",
        "The plan is useless and we can[’t] confirm it",
        "we can confirm it, we [will] raise taxes",
        "and we [must] confirm it",
        "we can confirm it [and the mayor is a crook]",
        "[They] raise taxes, and the minister",
        "The plan is [an answer] and we can confirm it",
        "the minister [un]wanted to say so",
        "the minister of trade wa[its] to say so",
        "[They] agree, I hope",
    ],
)
def test_a_bracket_does_not_change_what_was_said(text):
    assert "found" != proved(text, PLAN).verdict


@pytest.mark.parametrize(
    "text",
    [
        "The plan is useless and [they] can confirm it",
        "The plan [was] useless and we can confirm it",
        "and we [could] confirm it",
        "[he] refuse[s] to raise taxes",
        "the minister of trade want[s] to say so",
        "the minister of trade [Edda Quill] want[ed] to say so",
        "and [Edda Quill] of trade wanted to say so",
    ],
)
def test_a_bracket_may_name_and_inflect(text):
    told = proved(text, PLAN)

    assert ("found", ()) == (told.verdict, told.notes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[They are] refusing to build it", "found"),
        ("[He’s] refusing to build it", "found"),
        ("[The council’s] plan to raise taxes", "found"),
        ("[Will] raise taxes", "altered"),
        ("[They are] agreed on this", "altered"),
    ],
)
def test_a_bracket_may_lead_to_a_quotation(text, expected):
    said = "We’re refusing to build it; it is our plan to raise taxes, and we never agreed on this"

    assert expected == proved(text, said).verdict


def test_what_else_a_bracket_tells_is_said():
    [note] = proved("the minister of trade [close to the harbour] wanted", PLAN).notes
    assert "close to the harbour" in note


@pytest.mark.parametrize(
    ("recorded", "claimed"),
    [
        ("it fell by –5 per cent", "it fell by 5 per cent"),
        ("it cost us $.5 million", "it cost us $5 million"),
        ("we paid 5‰ of it", "we paid 5 of it"),
        ("we paid ₽7 million", "we paid 7 million"),
        ("about 3/4 of it is gone", "about 3-4 of it is gone"),
        ("at 50¢ and up they sell", "at 50 and up they sell"),
        ("some 10² of us came", "some 102 of us came"),
        ("for 3½ hours we sat", "for 31/2 hours we sat"),
        ("we bought twenty one-bedroom flats", "we bought 21 bedroom flats"),
    ],
)
def test_another_number_is_another_quotation(recorded, claimed):
    assert "found" == proved(recorded, recorded).verdict
    assert "found" != proved(claimed, recorded).verdict
    assert "found" != proved(recorded, claimed).verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("−5 –.5", "-5 -0.5"),
        ("½ of it, 3½ of them", "1/2 of it, 3 1/2 of them"),
        ("twenty-one of 2010–15", "twenty one of 2010-15"),
    ],
)
def test_the_same_number_in_other_type(one, other):
    assert [word.folded for word in read(one)] == [word.folded for word in read(other)]


GROUND = "We will recover the lost ground. No. Change is needed, not now but soon"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the lost ground, no change is needed", "altered"),
        ("the lost ground. No change is needed", "altered"),
        ("the lost ground … no change is needed", "altered"),
        ("Change is needed. Not now but soon", "found"),
        ("the lost ground. No! Change is needed", "found"),
        ("No, change is needed", "found"),
        ("Change is needed, not. Now but soon", "altered"),
    ],
)
def test_a_full_stop_beside_a_negation_counts(text, expected):
    assert expected == proved(text, GROUND).verdict


def test_what_interrupts_beside_a_negation_parts_nothing():
    article = "“No,” said Maren Tolliday, the council leader. “We do not need it.”"

    assert "found" == by("No, we do not need it", article).verdict


REPEATED = "“" + "the quay " * 3000 + "is old,” said Maren Tolliday."


def test_words_that_only_repeat_themselves_cost_a_bounded_amount_of_work():
    evidence = Evidence("only", "", REPEATED, ())

    assert [] == standings(quote("the quay … " * 20 + "fell"), evidence)
    work = Work()
    standings(quote("the quay … " * 9 + "fell"), evidence, work)
    assert work.left > 0
    with pytest.raises(DraftError, match=TOO_MUCH[:40]):
        standings(quote("the quay " * 3000 + "fell"), evidence)


def test_all_quotations_of_a_check_share_its_work():
    evidence, work = Evidence("only", "", "a " * 3000, ()), Work(100_000)
    claim = Claim("a [x] a [y] a [z] a fell")

    with pytest.raises(DraftError, match=TOO_MUCH[:40]):
        for _ in range(100):
            prove(claim, (evidence,), work)


def _spent(claim: str, evidences: list[Evidence]) -> int:
    work = Work()
    prove(Claim(claim), evidences, work)
    return Work().left - work.left


def _paper(number: int) -> Evidence:
    filler = " ".join(f"word{number}x{each} and others" for each in range(300))
    told = "" if number else " The old quay has served the town for ninety years."
    return Evidence(str(number), "", filler + told)


def test_what_nearly_stands_is_sought_in_few_lines_however_many_articles_there_are():
    altered = "The old quay has served the town for eighty years"
    few, many = ([_paper(n) for n in range(count)] for count in (12, 240))

    assert prove(Claim(altered), many).verdict == "altered"
    assert _spent(altered, many) <= _spent(altered, few)
    nowhere = "Others said nothing of the moors and the fens"
    assert _spent(nowhere, many) <= 2 * _spent(nowhere, few)


@pytest.mark.parametrize("article", ["the quay " * 900, "the quay of " * 600 + "is old"])
def test_comparing_words_that_only_repeat_themselves_is_bounded(article):
    evidences, work = [Evidence("only", "", article)], Work(500_000)

    with pytest.raises(DraftError, match=TOO_MUCH[:40]):
        for _ in range(20):
            prove(Claim("of the quay the " * 150 + "fell"), evidences, work)


def test_pieces_are_not_sought_where_a_usual_word_stands():
    article = "the " * 5000 + "bridge"

    assert _spent("the bridge fell into the river and the town was cut off", [_of(article)]) < 2_000


def _of(article: str) -> Evidence:
    return Evidence("only", "", article)


def test_many_brackets_are_read_in_one_pass():
    """A hundred times as many as take seconds where each is read to the end of the text."""
    read_quote = quote("a[b]c" * 100_000)

    assert read_quote.stretches


@pytest.mark.parametrize(
    ("article", "quotation"),
    [
        ("“I will resign if the bill fails,” Roe said.", "I will resign … the bill fails."),
        ("“We pay, only if you swear, the whole sum,” Roe said.", "We pay … the whole sum"),
        ("“We will go provided that it rains,” Roe said.", "We will go … it rains"),
        ("“We will stay until the vote is over,” Roe said.", "We will stay … the vote is over"),
        ("“We will sell the hall unless you pay,” Roe said.", "We will sell … you pay"),
        ("“It was fair if you believe them. And we agree,” Roe said.", "It was fair … we agree."),
        ("“I denied that I stole the money,” Roe said.", "I … stole the money"),
        ("“I denied that I stole the money,” Roe said.", "I stole the money"),
        ("“The town will never sell the hall,” Roe said.", "The town will … sell the hall"),
        ("Roe said it was not—“a deal for the town”—but a gift.", "a deal for the town"),
        ("Roe said it was not — “a deal for the town”.", "a deal for the town"),
        ("“It is not—a deal for the town,” Roe said.", "a deal for the town"),
        (
            "“The bill is popular, is it not?” Roe said. “It has friends.”",
            "The bill is popular, is it",
        ),
        ("“The town will not pay for it,” Roe said.", "The town will"),
    ],
)
def test_no_condition_or_denial_is_cut_away_from_what_it_turns(article, quotation):
    assert "altered" == by(quotation, article).verdict


@pytest.mark.parametrize(
    ("article", "quotation"),
    [
        (
            "“We will act. If we fail, others pay. The town is poor,” Roe said.",
            "We will act. … The town is poor",
        ),
        ("“I will resign if the bill fails,” Roe said.", "I will resign if … fails"),
        ("“Is it a deal? No—a deal is a deal,” Roe said.", "a deal is a deal"),
        ("“There is no doubt that we will win the vote,” Roe said.", "we will win the vote"),
        ("“We will win the vote. Not that it matters,” Roe said.", "We will win the vote"),
    ],
)
def test_a_condition_or_denial_of_something_else_is_none(article, quotation):
    assert "found" == by(quotation, article).verdict
