"""Question: who is asked about, what about, where and when, read from plain words. Pure."""

from index.question.reading import MOST_CHARACTERS, IsKnown, Kind, Question, about, read

__all__ = ["MOST_CHARACTERS", "IsKnown", "Kind", "Question", "about", "read"]
