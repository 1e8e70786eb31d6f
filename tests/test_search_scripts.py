"""Articles in any script are found by their words, cited verbatim, and break nothing."""

from __future__ import annotations

import pytest
from newsroom import desk_of, record_of

from index.article import Draft
from index.unspaced import pairs, parted

DRAFTS = (
    Draft("渡轮码头", "市议会周二否决了新的渡轮码头计划。市长说费用太高。居民表示失望。"),
    Draft("Hafen bleibt", "Der Stadtrat hat am Dienstag den Bau eines neuen Fährhafens abgelehnt."),
    Draft("Новый паром", "Городской совет отклонил строительство нового паромного причала."),
    Draft("الميناء", "رفض مجلس المدينة يوم الثلاثاء بناء ميناء جديد للعبارات."),
    Draft("El puerto", "El ayuntamiento rechazó el martes la construcción de un nuevo puerto."),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with record_of(tmp_path_factory.mktemp("data"), DRAFTS) as record:
        yield desk_of(record)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("渡轮", "渡轮码头"),
        ("市议会否决了什么?", "渡轮码头"),
        ("Was hat der Stadtrat abgelehnt?", "Hafen bleibt"),
        ("строительство причала", "Новый паром"),
        ("مجلس المدينة", "الميناء"),
        ("¿Qué rechazó el ayuntamiento?", "El puerto"),
    ],
)
def test_an_article_is_found_by_its_words(desk, question, title):
    """It stands first, whatever the script."""
    found = desk.search(question)

    assert title == desk.titles(found)[found.passages[0].passage.article_id]


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué rechazó el ayuntamiento?",
        "Was hat der Stadtrat abgelehnt?",
        "строительство паромного причала",
        "市议会否决了什么?",
    ],
)
def test_what_is_shown_is_the_articles_own(desk, question):
    """Every block is cut from the stored text."""
    blocks = desk.ask(question).blocks

    assert blocks
    assert all(any(block.text in draft.text for draft in DRAFTS) for block in blocks)


@pytest.mark.parametrize("question", ["ماذا رفض مجلس المدينة؟", "市长", "渡轮", "الميناء", "هل؟"])
def test_no_script_breaks_an_answer(desk, question):
    """It ends in an answer of the articles' own words, or in a refusal that names articles."""
    answer = desk.ask(question)

    assert answer.outcome in ("quoted", "not_on_record")
    assert all(any(block.text in draft.text for draft in DRAFTS) for block in answer.blocks)
    assert answer.blocks or answer.nearest


def test_a_single_word_is_found_inside_an_unspaced_line(desk):
    """The words of Chinese are looked up by pairs of letters; others stay whole."""
    assert desk._record.database.match(["渡轮"], ["house"], 5)
    assert ["市议", "议会"] == pairs("市议会")
    assert (["ferry"], "ferry") == (pairs("ferry"), parted("ferry"))
