"""Question: who is asked about, what about, where and when, read from plain words. Pure."""

from index.question.outlets import NamedOutlet
from index.question.reading import MOST_CHARACTERS, IsKnown, Kind, Question, about
from index.question.setting import asks_only_for_a_time, lacks_its_beginning, read
from index.question.unsaid import around_the_asked, as_fact, asks_for_a_thing
from index.question.when import Period, TwoWays, without

__all__ = [
    "MOST_CHARACTERS",
    "IsKnown",
    "Kind",
    "NamedOutlet",
    "Period",
    "Question",
    "TwoWays",
    "about",
    "around_the_asked",
    "as_fact",
    "asks_for_a_thing",
    "asks_only_for_a_time",
    "lacks_its_beginning",
    "read",
    "without",
]
