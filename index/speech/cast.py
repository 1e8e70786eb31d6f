"""Step 6b: who appears in an article, each under the fullest name that it gives. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.people.names import PersonName, key, same_first
from index.speech import mention as mentioned
from index.speech.mention import Gender, Mention
from index.speech.reading import Sentence, read


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the article, under the fullest name that it gives."""

    name: str
    role: str | None
    gender: Gender | None
    count: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone whom an article names.

    ``mentions`` holds them by sentence, in the order of the text; ``people`` maps every written
    name to its person, or to several when the article does not tell which one is meant.
    ``perhaps`` holds, by sentence, names in full that nothing shows to be a person's.
    """

    mentions: dict[int, list[Mention]]
    people: dict[str, tuple[Person, ...]]
    perhaps: dict[int, list[Mention]] = field(default_factory=dict)

    def who(self, name: str, gender: Gender | None = None) -> tuple[Person, ...]:
        """Find whom a written name may mean, most often named first."""
        found = self.people.get(name) or self.people.get(key(name).last, ()) or self._by_first(name)
        fitting = tuple(one for one in found if not clash(one.gender, gender))
        return fitting or found

    def _by_first(self, name: str) -> tuple[Person, ...]:
        """Find the only person whom the article calls by that first name: "Martin"."""
        everyone = {one.name: one for persons in self.people.values() for one in persons}
        wanted = key(name)
        if wanted.first is not None:
            return ()
        found = [one for one in everyone.values() if key(one.name).first == wanted.last]
        return tuple(found) if len(found) == 1 else ()


def clash(one: Gender | None, other: Gender | None) -> bool:
    """Say whether two genders are known and differ."""
    return one is not None and other is not None and one != other


def gather(text: str, sentences: Sequence[Sentence], title: str = "") -> Cast:
    """Collect the people of an article."""
    mentions = [
        mention
        for place, sentence in enumerate(sentences)
        for mention in mentioned.find(text, sentence, place)
    ]
    for sentence in read(title):
        mentions.extend(mentioned.find(title, sentence, -1))
    sure = _sure_names(mentions)
    people = [mention for mention in mentions if mention.sure or key(mention.name).last in sure]
    by_sentence = _by_sentence(people)
    things = {mention.name for mention in mentions if mention.thing}
    open_ones = (one for one in mentions if " " in one.name and one.name not in things)
    perhaps = _by_sentence(one for one in open_ones if one not in people)
    full = _without_first_names(people)
    return Cast(by_sentence, _people(full, _pronoun_votes(sentences, by_sentence)), perhaps)


def _by_sentence(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.sentence].append(mention)
    return dict(found)


def _without_first_names(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out "Martin" where one Martin is named in full: ``Cast.who`` finds him."""
    names = [key(mention.name) for mention in mentions]
    surnames: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.first is not None:
            surnames[name.first].add(name.last)
    lasts = {name.last for name in names if name.first is not None}
    return [
        mention
        for mention, name in zip(mentions, names, strict=True)
        if name.first is not None or name.last in lasts or len(surnames[name.last]) != 1
    ]


def _pronoun_votes(
    sentences: Sequence[Sentence], by_sentence: dict[int, list[Mention]]
) -> dict[str, Counter[Gender]]:
    """Count "he" and "she" behind a person who stands alone: in the sentence or the next one."""
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    for place, mentions in by_sentence.items():
        if place < 0 or len({key(one.name).last for one in mentions}) != 1:
            continue
        gender = _first_pronoun(sentences[place], mentions[0].end)
        if gender is None and place + 1 < len(sentences) and place + 1 not in by_sentence:
            gender = _first_pronoun(sentences[place + 1], 0)
        if gender is not None:
            votes[mentions[0].name][gender] += 1
    return votes


def _first_pronoun(sentence: Sentence, after: int) -> Gender | None:
    behind = [piece for piece in sentence.pieces if piece.start >= after]
    if after and [piece.low for piece in behind[:2]] in ([",", "his"], [",", "her"]):
        behind = behind[2:]  # "Jo Roe, her driver, …": she is somebody else
    return next((_GENDER[piece.low] for piece in behind if piece.low in _GENDER), None)


_GENDER: dict[str, Gender] = {"he": "he", "his": "he", "she": "she", "her": "she"}


def _sure_names(mentions: Sequence[Mention]) -> set[str]:
    """Collect the names that surely are people's: a surname alone is one if it is among them."""
    sure = [key(mention.name) for mention in mentions if mention.sure]
    return {name.last for name in sure} | {name.last.split()[-1] for name in sure if name.last}


def _people(
    mentions: Sequence[Mention], votes: dict[str, Counter[Gender]]
) -> dict[str, tuple[Person, ...]]:
    """Join the mentions of one person under the fullest name."""
    counts = Counter(mention.name for mention in mentions)
    keys = {name: key(name) for name in counts}
    by_surname: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        by_surname[keys[name].last.split()[-1:][0] if keys[name].last else ""].append(name)
    found: dict[str, tuple[Person, ...]] = {}
    for names in by_surname.values():
        groups = _same(names, keys, counts)
        people = [(group, _person(group, mentions, counts, votes)) for group in groups]
        surname = [name for name in names if keys[name].first is None]
        everyone = _by_weight([one for _, one in people], mentions)
        for group, one in people:
            found.update(dict.fromkeys(group, (one,)))
        found.update(dict.fromkeys([*surname, keys[names[0]].last], everyone))
    return found


def _by_weight(people: Sequence[Person], mentions: Sequence[Mention]) -> tuple[Person, ...]:
    """Order namesakes: a surname alone means whom the article names often, or introduced first."""
    if len(people) < 2:
        return tuple(people)
    names = {one.name for one in people}
    first = next((mention.name for mention in mentions if mention.name in names), "")
    return tuple(sorted(people, key=lambda one: (-one.count - 2 * (one.name == first), one.name)))


def _same(
    names: Sequence[str], keys: dict[str, PersonName], counts: Counter[str]
) -> list[list[str]]:
    """Group full names of one surname by first name; a surname alone is a group only by itself."""
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda name: (-counts[name], name)):
        first = keys[name].first
        if first is None:
            continue
        for group in groups:
            if same_first(first, keys[group[0]].first or first):
                group.append(name)
                break
        else:
            groups.append([name])
    return groups or [list(names)]


def _person(
    group: Sequence[str],
    mentions: Sequence[Mention],
    counts: Counter[str],
    votes: dict[str, Counter[Gender]],
) -> Person:
    own = [mention for mention in mentions if mention.name in group]
    role = next((mention.role for mention in own if mention.role), None)
    gender = next((mention.gender for mention in own if mention.gender), None)
    if gender is None:
        tally = sum((votes[name] for name in group if name in votes), Counter[Gender]())
        gender = tally.most_common(1)[0][0] if tally else None
    fullest = max(
        group, key=lambda name: (len(key(name).middle) < 2, len(name.split()), counts[name])
    )
    return Person(fullest, role, gender, sum(counts[name] for name in group))
