"""Who speaks where an age, a relation or an office stands beside the name."""

from __future__ import annotations

import pytest

from index import speech

AGED = [
    pytest.param("Roe, 79, who left in 2012, said it was late.", "Roe", id="and a clause"),
    pytest.param("Roe, aged 79, who left, said it was late.", "Roe", id="in words"),
    pytest.param("Roe, 45, whose cat drowned, said it was late.", "Roe", id="whose"),
    pytest.param("Roe, 45, of Port Lane, who left, said it was late.", "Roe", id="and an address"),
    pytest.param("Roe, 45, now retired, said it was late.", "Roe", id="and more"),
    pytest.param("“It is late,” Roe, 79, who left, said.", "Roe", id="behind a quotation"),
    pytest.param("Roe, 79, who said it was late, left.", "Roe", id="whose clause it is"),
    pytest.param("Of the 60 who sat, 45, who left, said it was late.", "45", id="no age"),
]


@pytest.mark.parametrize(("text", "name"), AGED)
def test_an_age_is_nobody(text: str, name: str) -> None:
    assert [name] == [one.speaker.name for one in speech.find(text)]
