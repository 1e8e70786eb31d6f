"""Scope: what somebody may search, and who is kept apart from whom. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.asking import HOUSE


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody may search: a server's own library, the house's, both, or nothing.

    ``server`` is None in a direct message.
    """

    server: int | None
    house: bool

    @property
    def libraries(self) -> tuple[str, ...]:
        """The names of the libraries, the server's own first."""
        own = () if self.server is None else (str(self.server),)
        return (*own, *HOUSE) if self.house else own

    @property
    def alone(self) -> Scope:
        """Only the server's own library."""
        return replace(self, house=False)
