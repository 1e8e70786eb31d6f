"""False sentences that are put together of true words, and text that does more than tell.

Each was tried against the proof by hand; those that once got past it stand first.
"""

from __future__ import annotations

import pytest
from planted import sources

from bot.proof import citation, prove_sentence
from index.article import Draft

COUNCIL = Draft(
    "Council puts off the reservoir vote",
    "Maren Tolliday, the council leader of Quillhaven, said on Monday that the council may close "
    "the reservoir if the leak grows.\n\n"
    "“I did not take the money,” said Oskar Brandt, the treasurer. His brother Nils Brandt, a "
    "fisherman, said the ferry was late again.\n\n"
    "Edda Pellow denied that she had met the contractor. She said the pipes were sound.\n\n"
    "The dam holds 40 million litres, and about 300 households depend on it. The repair will cost "
    "£2.5 million, the council estimates.\n\n"
    "Police arrested Jonas Vale on 3 March and released Greta Holm without charge. Holm had "
    "accused Vale of theft.\n\n"
    "The inquiry cleared Holm of fraud but found that Vale had forged two receipts.\n\n"
    "“We will not rest until the tower is rebuilt,” Mr Vale told reporters. “The tower is ugly,” "
    "said Ada Crane, an architect, who has never met Mr Vale.\n\n"
    "Fewer than 12 of the 90 wells were tested last year. The company has been criticised by "
    "residents.\n\n"
    "Tolliday told the meeting yesterday that nobody had asked her about the bridge. Rents rose by "
    "4 percent in Lowmere and fell by 9 percent in Quillhaven.\n\n"
    "Jonas Vale sold the boat to Ada Crane after the storm. She paid 900 euros.\n\n"
    "Unless the wall is mended, the harbour will flood, engineers warned. The mayor was not told "
    "that the wall had cracked.\n\n"
    "Corwin Pellow allegedly struck a guard. He was acquitted in June.\n\n"
    "The vote was 7 to 5 in favour of the plan. Tolliday voted against it.\n\n"
    "The survey found support among women (61 percent), tenants (67 percent) and owners (90 "
    "percent) of the town.\n\n"
    "Greta Holm said that Jonas Vale had claimed that the ferry was “a wreck”.",
    "Quillhaven Courier",
)
HARBOUR = Draft(
    "Harbour board meets",
    "Hanna Osgood, its chair, said the pier was safe, but engineers disagreed.\n\n"
    "The chair said the pier could reopen in June, provided that the cranes arrive.\n\n"
    "Osgood praised Marta Quill and criticised Piet Rowan.\n\n"
    "Osgood, 54, and her deputy, Ike Farr, 61, will resign.\n\n"
    "Asked whether the pier was safe, Farr said: “Yes.” Asked whether he would stay, Farr said: "
    "“No.”\n\n"
    "Farr said that Osgood had told him: “The pier is rotten.”\n\n"
    "Quill rejected the offer and said that the terms were mean. Rowan did not come forward and "
    "say that the crane was old.",
    "Selwick Mail",
)
MINISTER = Draft(
    "Minister on the floods",
    "Ian Brandt, the environment minister, said that the government would spend 10 million pounds "
    "on dams. “The floods were a warning,” he said.\n\n"
    "The minister said on Friday that farmers should not expect help before May. Only farmers in "
    "the north will be paid.\n\n"
    "Ursula Crane, a member of parliament, said the floods were nobody’s fault. Mr. Stern took "
    "issue with the bill.",
    "Sound Weekly",
)
SOURCES = sources([("council", COUNCIL), ("minister", MINISTER), ("harbour", HARBOUR)])

# Each of these passed once.
PASSED = {
    "a namesake’s quotation": "“I did not take the money,” said Brandt, a fisherman [1].",
    "a namesake’s trade": "“I did not take the money,” said Oskar Brandt, a fisherman [1].",
    "denied turned said": "Edda Pellow said she had met the contractor and the pipes were sound "
    "[1].",
    "about dropped": "300 households depend on it [1].",
    "another currency": "The repair will cost $2.5 million [1].",
    "no currency": "The repair will cost 2.5 million [1].",
    "cut before until": "“We will not rest,” Mr Vale told reporters [1].",
    "the place of another clause": "Rents rose by 4 percent in Quillhaven [1].",
    "a place out of the outlet’s name": "Rents rose in Quillhaven [1].",
    "an opening condition dropped": "The harbour will flood, engineers warned [1].",
    "before May dropped": "Ian Brandt said that farmers should not expect help [2].",
    "a pronoun of another gender": "Jonas Vale paid 900 euros [1].",
    "shares exchanged": "The survey found support among women (61 percent), tenants (90 percent) "
    "and owners (67 percent) of the town [1].",
    "Mrs for Mr": "Mrs. Stern took issue with the bill [2].",
    "the teller’s words given to the told": "Jonas Vale said that Jonas Vale had claimed that the "
    "ferry was “a wreck” [1].",
    "a role of two halves": "Ada Crane, the architect of Vale, said: “The tower is ugly” [1].",
    "a name alone beside a clause": "Police arrested Jonas Vale on 3 March and Greta Holm [1].",
    "one of two verbs dropped": "Osgood praised Marta Quill and Piet Rowan [3].",
    "an answer to another question": "Asked whether he would stay, Farr said: “Yes” [3].",
    "another’s words without who tells of them": "Osgood said that the pier is rotten [3].",
    "another’s quotation without who tells of it": "Osgood told him: “The pier is rotten” [3].",
    "what somebody only tells of": "Farr said that the pier is rotten [3].",
    "her deputy’s office": "Hanna Osgood, its deputy, said the pier was safe [3].",
    "provided that dropped": "Osgood said the pier was safe and the pier could reopen in June [3].",
    "a picture": "The dam holds 40 million litres, 😀 [1].",
    "struck through": "The dam holds 40 m̶i̶l̶l̶i̶o̶n̶ litres [1].",
    "written from right to left": "\u202eThe dam holds 40 million litres\u202c [1].",
    "a sign that is not seen": "The dam\u200b holds 40 million litres [1].",
}
# These never did.
CAUGHT = """
Maren Tolliday said that the council will close the reservoir [1].
Maren Tolliday said that the council may close the reservoir [1].
The council may close the reservoir, Maren Tolliday said [1].
“I did not take the money,” said Nils Brandt [1].
“I did not take the money,” said Ian Brandt [1][2].
“The floods were a warning,” said Oskar Brandt [2].
Oskar Brandt, the environment minister, said that the floods were a warning [1][2].
Oskar Brandt said that the government would spend 10 million pounds on dams [2].
Edda Pellow said that she had met the contractor [1].
Edda Pellow met the contractor [1].
Edda Pellow denied that the pipes were sound [1].
The dam holds 40 litres [1].
The dam holds 40 million gallons [1].
Exactly 300 households depend on the dam [1].
The repair costs £2.5 million [1].
The repair will cost £25 million [1].
Police arrested Greta Holm on 3 March [1].
Police arrested Jonas Vale without charge [1].
Vale had accused Holm of theft [1].
Holm had accused Vale of fraud [1].
The inquiry cleared Vale of fraud [1].
The inquiry found that Holm had forged two receipts [1].
Mr Vale said: “The tower is ugly” [1].
“We will not rest until the tower is ugly,” Mr Vale said [1].
Ada Crane has met Mr Vale [1].
12 of the 90 wells were tested last year [1].
Fewer than 12 wells were tested last year [1].
Residents have been criticised by the company [1].
Tolliday told the meeting today that nobody had asked her about the bridge [1].
Tolliday told the meeting that somebody had asked her about the bridge [1].
Tolliday told the meeting on 11 March 2024 that nobody had asked her about the bridge [1].
Rents rose by 4 percent in Lowmere and by 9 percent in Quillhaven [1].
Ada Crane sold the boat to Jonas Vale after the storm [1].
Jonas Vale sold the boat to Ada Crane before the storm [1].
The mayor was told that the wall had cracked [1].
The wall had cracked [1].
Corwin Pellow struck a guard [1].
Edda Pellow was acquitted in June [1].
The vote was 5 to 7 in favour of the plan [1].
The vote was 7 to 5, and Tolliday voted in favour of it [1].
Farmers should not expect help before May [2].
Farmers will be paid [2].
Ian Brandt said the floods were nobody’s fault [2].
Ian Brandt said the government spent 10 million pounds on dams [2].
Maren Tolliday said that the pipes were sound and Edda Pellow said that the roads came first [1].
[The dam](https://evil.example) holds 40 million litres [1].
The dam holds 40 million litres @everyone [1].
The dam holds 40 million litres, see evil.example/win [1].
The dam hоlds 40 million litres in Kаzan [1].
The dam holds 40 million litres <@1234> [1].
**The dam** holds 40 million litres [1].
The dam holds 40 million litres bit.ly/evil [1].
Rowan said that the crane was old [3].
Quill said the offer and that the terms were mean [3].
"""
TRUE = """
Maren Tolliday, the council leader of Quillhaven, said on Monday that the council may close the \
reservoir if the leak grows [1].
“I did not take the money,” said Oskar Brandt, the treasurer [1].
Edda Pellow said the pipes were sound [1].
The repair will cost £2.5 million, the Quillhaven Courier reported [1].
Ada Crane paid 900 euros [1].
“We will not rest until the tower is rebuilt,” Mr Vale told reporters [1].
Unless the wall is mended, the harbour will flood, engineers warned [1].
Greta Holm said that Jonas Vale had claimed that the ferry was “a wreck” [1].
- The dam holds 40 million litres [1].
Asked whether he would stay, Farr said: “No” [3].
Farr said that Osgood had told him: “The pier is rotten” [3].
Hanna Osgood, its chair, said the pier was safe [3].
Osgood praised Marta Quill [3].
According to Edda Pellow, the pipes were sound [1].
Quill said that the terms were mean [3].
"""


def proved(draft: str):
    return [prove_sentence(each, SOURCES) for each in citation.read(draft)]


@pytest.mark.parametrize("draft", PASSED.values(), ids=PASSED)
def test_what_once_passed_is_caught(draft):
    assert not any(each.is_proven for each in proved(draft))


@pytest.mark.parametrize("draft", CAUGHT.strip().splitlines())
def test_true_words_make_no_false_sentence(draft):
    assert not all(each.is_proven for each in proved(draft))


@pytest.mark.parametrize("draft", TRUE.strip().splitlines())
def test_true_sentences_beside_them_pass(draft):
    [found] = proved(draft)
    assert found.is_proven, found.reason


def test_the_mark_of_a_list_is_no_part_of_a_sentence():
    for mark in ("# ", "> ", "- ", "* ", "•\t"):
        [found] = proved(f"{mark}The dam holds 40 million litres [1].")
        assert (found.verdict, found.text) == ("found", "The dam holds 40 million litres.")
