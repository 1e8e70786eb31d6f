"""Memory: what was read from the tables, kept for as long as no passage comes or goes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

Value = TypeVar("Value")


class Memory:
    """Values by their keys; all are forgotten when ``state`` changes. Safe for several threads.

    ``state`` tells one state of the tables from another, and is asked each time. What was used
    least lately is let go when the sizes of all values pass ``room``.
    """

    def __init__(self, state: Callable[[], int], room: int) -> None:
        self._state = state
        self._room = room
        self._turn = threading.Lock()
        self._seen: int | None = None
        self._values: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._filled = 0

    def recall(
        self,
        key: Hashable,
        read: Callable[[], Value],
        size: Callable[[Value], int] = lambda _: 1,
    ) -> Value:
        """Return the value of a key, read again only where it is not known."""
        state = self._state()
        with self._turn:
            self._forget_all_but(state)
            if key in self._values:
                self._values.move_to_end(key)
                known: Value = self._values[key][0]
                return known
        value = read()
        with self._turn:
            if state == self._seen and key not in self._values:
                self._keep(key, value, size(value))
        return value

    def recall_each(
        self,
        kind: str,
        keys: Iterable[str],
        read: Callable[[list[str]], dict[str, Value]],
        size: Callable[[Value], int],
    ) -> dict[str, Value]:
        """Return the values of those keys that have one; what is not known is read together.

        ``kind`` tells these keys from others.
        """
        state = self._state()
        found: dict[str, Value] = {}
        unknown = []
        with self._turn:
            self._forget_all_but(state)
            for key in keys:
                if (kind, key) in self._values:
                    self._values.move_to_end((kind, key))
                    found[key] = self._values[kind, key][0]
                else:
                    unknown.append(key)
        new = read(unknown) if unknown else {}
        with self._turn:
            for key, value in new.items():
                if state == self._seen and (kind, key) not in self._values:
                    self._keep((kind, key), value, size(value))
        return found | new

    def _forget_all_but(self, state: int) -> None:
        if state != self._seen:
            self._values.clear()
            self._seen, self._filled = state, 0

    def _keep(self, key: Hashable, value: object, size: int) -> None:
        self._values[key] = value, size
        self._filled += size
        while self._filled > self._room and len(self._values) > 1:
            _, (_, let_go) = self._values.popitem(last=False)
            self._filled -= let_go
