"""Memory: nothing is read twice while the tables stay, and nothing stays when they change."""

from __future__ import annotations

from index.database.memory import Memory


class Tables:
    """What is counted: how often it is read. ``state`` is what tells that it changed."""

    def __init__(self) -> None:
        self.state = 0
        self.read: list[str] = []

    def get(self, memory: Memory, key: str) -> str:
        """Recall a value through a memory; reading it is noted."""
        return memory.recall(key, lambda: self._read(key), len)

    def _read(self, key: str) -> str:
        self.read.append(key)
        return f"{key}{self.state}"


def test_a_value_is_read_once_while_nothing_changes() -> None:
    """And anew when something has."""
    tables = Tables()
    memory = Memory(lambda: tables.state, room=100)

    assert ["a0", "a0"] == [tables.get(memory, "a"), tables.get(memory, "a")]
    tables.state = 1
    assert "a1" == tables.get(memory, "a")

    assert ["a", "a"] == tables.read


def test_what_was_used_least_lately_is_let_go() -> None:
    """When the sizes pass the room; one value that is larger than it is kept all the same."""
    tables = Tables()
    memory = Memory(lambda: tables.state, room=4)
    for key in ("a", "b", "a", "c", "a", "b"):
        tables.get(memory, key)

    assert ["a", "b", "c", "b"] == tables.read
    tables.get(memory, "longer than the room")
    tables.get(memory, "longer than the room")
    assert ["a", "b", "c", "b", "longer than the room"] == tables.read


def test_what_was_read_while_something_changed_is_not_kept() -> None:
    """It may be of before or of after."""
    states = iter((0, 1, 1, 1))
    memory = Memory(lambda: next(states), room=9)
    reads: list[int] = []

    def read_during_change() -> int:
        if not reads:
            memory.recall("other", lambda: 7)  # meets the new state
        reads.append(1)
        return len(reads)

    assert 1 == memory.recall("a", read_during_change)
    assert 2 == memory.recall("a", read_during_change)
    assert 2 == memory.recall("a", read_during_change)


def test_of_several_keys_only_the_unknown_are_read() -> None:
    """Together; one that has no value is asked for again; and all anew after a change."""
    tables = Tables()
    memory = Memory(lambda: tables.state, room=100)

    def several(*keys: str) -> dict[str, str]:
        def reading(unknown: list[str]) -> dict[str, str]:
            tables.read.append("".join(unknown))
            return {key: f"{key}{tables.state}" for key in unknown if key != "x"}

        return memory.recall_each("letter", keys, reading, lambda _: 1)

    assert several("a", "b", "x") == {"a": "a0", "b": "b0"}
    assert several("a", "c", "x") == {"a": "a0", "c": "c0"}
    assert several("a", "c") == {"a": "a0", "c": "c0"}
    tables.state = 1
    assert several("c", "a") == {"a": "a1", "c": "c1"}
    assert tables.read == ["abx", "cx", "ca"]
