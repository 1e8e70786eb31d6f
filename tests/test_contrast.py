"""Statements that differ in plain terms stand side by side, and nothing else does."""

from __future__ import annotations

import csv
import io
import itertools
import json

import pytest
from newsroom import ROOT, desk_of, record_of

from bot.composing import phrase
from bot.composing.assertion import Assertion
from bot.composing.contrast import asserted, differ
from bot.pages import export_csv, machine, terminal
from index import speech
from index.article import Draft, Published

PAIRS = json.loads((ROOT / "tests" / "data" / "contrast_pairs.json").read_text("utf-8"))


def claims(text: str) -> list[Assertion]:
    """Return what Ann Roe asserts in a sentence of an article."""
    whole = f"Ann Roe, the mayor, spoke. {text}"
    return [
        claim
        for one in speech.find(whole, positions=True)
        for said in one.said
        for claim in asserted(whole, said.start, said.end, said.kind, one.speaker.as_written)
    ]


def are_different(one: str, other: str) -> bool:
    return any(differ(a, b) for a, b in itertools.product(claims(one), claims(other)))


@pytest.mark.parametrize(("earlier", "later"), PAIRS["differ"])
def test_what_differs_in_plain_terms_is_found(earlier, later):
    """“Will” and “will not”, words that are opposites, another number; in either order."""
    assert are_different(earlier, later)
    assert are_different(later, earlier)


@pytest.mark.parametrize(("earlier", "later"), PAIRS["agree"])
def test_what_may_well_go_together_is_not(earlier, later):
    """Another subject, another thing, a condition, a question, a shade of meaning."""
    assert not are_different(earlier, later)
    assert not are_different(later, earlier)


def draft(number: int, words: str, **fields: object) -> Draft:
    text = f"Ann Roe, the mayor, spoke on {number} occasions. {words}"
    known = {"outlet": "Gazette", "published": Published(f"2024-0{number}-12", "given")}
    return Draft(f"Roe on the quay, {number}", text, **{**known, **fields})


NEVER = "“We will not raise the harbour dues,” Ms Roe said."
YET = "“We will raise the harbour dues in May,” Ms Roe said."
TOLD = "Ivo Reed said that Ms Roe had told him “we will raise the harbour dues in May”."
BESIDE = "Ms Roe said that the quay had been painted."


def answer(tmp_path, *drafts: Draft, **asked: object):
    with record_of(tmp_path, drafts) as record:
        return desk_of(record).who("Ann Roe", **asked)


@pytest.mark.parametrize("oldest", [False, True])
def test_both_stand_first_side_by_side_with_their_dates(tmp_path, oldest):
    """The earlier, then the later, whatever the order of the rest; no verdict is given."""
    shown = answer(tmp_path, draft(1, NEVER), draft(2, BESIDE), draft(3, YET), oldest=oldest)
    first, second, *others = (block.text for each in shown.occasions for block in each.blocks)
    told = phrase.reading(shown)

    assert (NEVER, YET, [BESIDE]) == (first, second, others)
    assert (
        "The words of 12 January 2024 and of 12 March 2024 differ; they stand first, side by side. "
        f"Then {'oldest' if oldest else 'newest'} first."
    ) in told
    assert [
        "Ann Roe, “mayor”, published 12 January 2024",
        "Ann Roe, “mayor”, published 12 March 2024",
        "Ann Roe, “mayor”",
    ] == [line.text.plain for line in terminal.page(shown) if "Ann Roe, “" in line.text.plain]
    rows = csv.DictReader(io.StringIO(export_csv.written(shown), newline=""))
    assert ["2", "1", ""] == [row["differs_from"] for row in rows]
    written = machine.answer(shown)
    [pair] = written["contrasts"]
    assert [NEVER, YET] == [written["statements"][pair[each]]["text"] for each in pair]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(draft(1, NEVER), draft(3, YET, published=None), id="no date"),
        pytest.param(
            draft(1, NEVER), draft(3, YET, published=Published("2024-01", "given")), id="same month"
        ),
        pytest.param(draft(1, NEVER), draft(3, YET.replace("Ms Roe", "Ivo Reed")), id="two people"),
        pytest.param(draft(1, NEVER), draft(3, TOLD), id="second hand"),
    ],
)
def test_no_contrast_without_one_speaker_and_two_dates(tmp_path, one, other):
    """Which came first must be known, and that the same person said both."""
    assert () == answer(tmp_path, one, other).contrasts


def test_a_contrast_far_apart_is_shown_all_the_same(tmp_path):
    """Where only some blocks are shown, both of the pair are; where one is, neither goes first."""
    drafts = [
        draft(1, NEVER),
        *(draft(n, f"Ms Roe said she saw {n}00 gulls.") for n in range(2, 8)),
    ]
    every = [*drafts, draft(8, YET)]

    shown = answer(tmp_path, *every, most=3)
    assert [NEVER, YET] == [one.blocks[0].text for one in shown.occasions[:2]]
    assert (3, 5) == (len(shown.blocks), shown.more)


def test_one_block_alone_has_no_contrast(tmp_path):
    """There is no room for two."""
    assert () == answer(tmp_path, draft(1, NEVER), draft(3, YET), most=1).contrasts
