"""Undoing the compression of a page, never by more than a limit."""

from __future__ import annotations

import zlib
from typing import Protocol

from index.errors import NotFetched

# What we ask for. More exist, and no site needs them.
ACCEPTED = "gzip, deflate, br"
_GZIP_MARK = b"\x1f\x8b"


class Unpacker(Protocol):
    """Takes what comes over the wire, piece by piece; gives at most ``room`` bytes for each."""

    def feed(self, data: bytes, room: int) -> bytes:
        """Return what some bytes unpack to, no more than ``room`` and one byte."""

    def ended(self) -> bool:
        """Tell whether all is there."""


def unpacker(encoding: str) -> Unpacker:
    """Return the unpacker for a ``Content-Encoding``. Raises ``NotFetched`` for an unknown one."""
    match encoding.strip().casefold():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip" | "deflate":
            return _Zlib()
        case "br":
            return _Brotli()
    raise NotFetched(
        f"The site sends its page compressed in a way that is not read here ({encoding[:30]}). "
        "Save the page from your browser as .html and add that file."
    )


class _Plain:
    def feed(self, data: bytes, room: int) -> bytes:
        return data[: room + 1]

    def ended(self) -> bool:
        return True


class _Zlib:
    """Gzip, of one member or several (RFC 1952, 2.2), and deflate, with its two-byte head or not.

    What stands behind the last member and is none itself is passed over, as browsers do.
    """

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 32)
        # All that was fed while nothing came out, for a second try without a head; then None.
        self._opening: bytes | None = b""
        self._behind = b""

    def feed(self, data: bytes, room: int) -> bytes:
        unpacked = bytearray()
        while data and len(unpacked) <= room:
            if self._inner.eof and not (data := self._next_member(data)):
                break
            unpacked += self._unpacked(data, room - len(unpacked))
            data = self._inner.unused_data
        return bytes(unpacked)

    def _next_member(self, data: bytes) -> bytes:
        """Turn to the member that begins behind another; return nothing where none does yet."""
        behind = (self._behind + data).lstrip(b"\0")
        if not behind.startswith(_GZIP_MARK):
            self._behind = behind[: len(_GZIP_MARK)]
            return b""
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._opening, self._behind = None, b""
        return behind

    def _unpacked(self, data: bytes, room: int) -> bytes:
        try:
            unpacked = self._inner.decompress(data, room + 1)
        except zlib.error as error:
            if self._opening is None:
                raise _broken() from error
            return self._without_head(self._opening + data, room)
        if self._opening is not None:
            self._opening = None if unpacked else self._opening + data
        return unpacked

    def _without_head(self, data: bytes, room: int) -> bytes:
        self._inner, self._opening = zlib.decompressobj(-zlib.MAX_WBITS), None
        return self._unpacked(data, room)

    def ended(self) -> bool:
        return self._inner.eof or self._opening == b""


class _Brotli:
    def __init__(self) -> None:
        from brotli import Decompressor

        self._inner = Decompressor()
        self._begun = False

    def feed(self, data: bytes, room: int) -> bytes:
        from brotli import error as broken

        self._begun = self._begun or bool(data)
        pieces, size = [], 0
        try:
            piece = self._inner.process(data, output_buffer_limit=room + 1)
            while piece:
                pieces.append(piece)
                size += len(piece)
                if size > room or self._inner.can_accept_more_data():
                    break
                piece = self._inner.process(b"", output_buffer_limit=room + 1 - size)
        except broken as error:
            raise _broken() from error
        return b"".join(pieces)

    def ended(self) -> bool:
        return self._inner.is_finished() or not self._begun


def _broken() -> NotFetched:
    return NotFetched(
        "The page came broken: its compression cannot be undone. Try again, or save the page from "
        "your browser as .html and add that file."
    )
