"""Root: what the forms of a word share, irregular ones too: "won", "winning" and "win". Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from index.word import stem

_PLAIN = {
    form: word
    for line in """
    bear bore; beat beaten; become became; begin began begun; bend bent; bite bit bitten
    bleed bled; blow blew blown; break broke broken; bring brought; build built
    burn burnt; buy bought; catch caught; choose chose chosen; come came; creep crept; deal dealt
    dig dug; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen
    feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade
    forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone
    grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; know knew known
    lay laid; lead led; learn learnt; leave left; lend lent; lose lost; make made; mean meant
    meet met; pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; see saw seen
    sell sold; send sent; shake shook shaken; shoot shot; show shown; sing sang sung; sink sank sunk
    sit sat; sleep slept; speak spoke spoken; spend spent; spring sprang; stand stood
    steal stole stolen; stick stuck; strike struck; swear swore sworn; sweep swept; swim swam
    take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown
    understand understood; wear wore worn; win won; withdraw withdrew withdrawn; write wrote written
    man men; woman women; child children; person people; foot feet; tooth teeth; die dead death
    """.replace("\n", ";").split(";")
    if line.strip()
    for word, *forms in [line.split()]
    for form in forms
}


def plain(word: str) -> str:
    """Return the plain word of an irregular form ("won": "win"), or the word itself."""
    return _PLAIN.get(word, word)


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """Return the stem of a folded word, of an irregular form that of its plain one."""
    return stem(plain(word))


def roots(each: Iterable[str]) -> frozenset[str]:
    """Return the set of roots of some folded words."""
    return frozenset(map(root, each))
