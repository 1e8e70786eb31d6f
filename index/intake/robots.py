"""What a site's robots.txt says to us (RFC 9309). The one door to protego. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a page may be fetched, and how many seconds a site wants between two, if it says."""

    allowed: bool
    delay: float | None = None


def read(data: bytes, address: str, program: str) -> Permission:
    """Return what a robots.txt says of an address to a program of this name."""
    from protego import Protego

    rules = Protego.parse(data.decode("utf-8-sig", "replace"))
    return Permission(rules.can_fetch(address, program), rules.crawl_delay(program))
