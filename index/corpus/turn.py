"""Turn: articles put on record by whoever holds the corpus; nobody else of us writes meanwhile.

Each file is looked at once a turn, which takes the longest of a save. What people do by hand in the
moments of a turn comes after it; but nothing is called known that does not stand there now.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.article import Article, Draft, to_markdown
from index.corpus import form
from index.corpus.address import canonical_url
from index.corpus.form import article_of, as_stored, identity_of
from index.corpus.known import CorpusFile, Identity, Known
from index.corpus.naming import SHORTEST_ID, file_name, possible_ids
from index.disk import write_durably
from index.errors import InputError, NotReadable
from index.owner import unwritable

# Of one text; whoever prints it more often is no outlet.
MOST_ADDRESSES = 20
_LIBRARY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")
# Any id, while it is not known which one will be free.
_NO_ID = "0" * SHORTEST_ID


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving came to. ``known``: it was already on record.

    ``new_address``: the address at which its identical text was found now, which was not on record
    yet and is kept. Otherwise nothing was written of what is known.
    """

    article: Article
    known: bool
    path: Path
    new_address: str | None = None


class Look:
    """What all files hold, to be asked for an id, an address or a text."""

    def __init__(self, known: Iterable[tuple[str, str, Identity]]) -> None:
        self.ids: set[str] = set()
        self._paths: dict[tuple[str, str], str] = {}
        for each in known:
            self.add(*each)

    def add(self, path: str, library: str, identity: Identity) -> None:
        """Take over what a file of a library holds."""
        self.ids.add(identity.article_id)
        for mark in (identity.text_hash, *identity.addresses):
            self._paths.setdefault((library, mark), path)

    def same(self, wanted: Identity, library: str) -> Path | None:
        """Return a file of a library with the same address or the identical text."""
        marks = (*sorted(wanted.addresses), wanted.text_hash)
        paths = (self._paths.get((library, mark)) for mark in marks)
        return next((Path(path) for path in paths if path), None)


class Turn:
    """Saves articles while the corpus is held; see ``Corpus.turn``."""

    def __init__(self, data: Path, known: Known) -> None:
        self._data = data
        self._known = known
        self._look: Look | None = None

    def save(self, draft: Draft, library: str) -> Saved:
        """Put an article on record as ``Corpus.save`` does."""
        _check_library(library)
        unsaved = as_stored(article_of(draft, _NO_ID))
        try:
            known = self._same(unsaved, library)
            if known:
                return self._known_again(known, unsaved, library)
            return self._new(draft, unsaved, library)
        except OSError as error:
            raise unwritable(self._data, error) from error

    def _looked(self) -> Look:
        if self._look is None:
            self._look = Look(self._known.all())
        return self._look

    def _same(self, unsaved: Article, library: str) -> Path | None:
        """Return the file of an article that is on record, by a look that is still right there."""
        wanted = identity_of(unsaved)
        path = self._looked().same(wanted, library)
        if path is not None and not _holds(path, wanted):
            self._look = None
            path = self._looked().same(wanted, library)
        return path

    def _new(self, draft: Draft, unsaved: Article, library: str) -> Saved:
        article, path = self._free(draft, unsaved, library)
        write_durably(path, to_markdown(article).encode("utf-8"))
        identity, status = identity_of(article), path.stat()
        file = CorpusFile(path, library, status.st_mtime_ns, status.st_size)
        self._known.remember(file, identity)
        self._looked().add(str(path), library, identity)
        return Saved(article, known=False, path=path)

    def _free(self, draft: Draft, unsaved: Article, library: str) -> tuple[Article, Path]:
        """Return the article with an id, and a file, that no other has.

        What was changed by hand may be another article under the name that it had before.
        """
        ids = possible_ids(draft.article_id, unsaved.text, library)
        free = (one for one in ids if one not in self._looked().ids)
        possible = (dataclasses.replace(unsaved, article_id=one) for one in free)
        named = ((one, self._data / "corpus" / library / file_name(one)) for one in possible)
        return next((one, path) for one, path in named if not path.exists())

    def _known_again(self, path: Path, unsaved: Article, library: str) -> Saved:
        """Return an article that is on record; keep the address at which it was found now."""
        article, url = form.read(path), unsaved.url
        old = identity_of(article)
        same_text = old.text_hash == unsaved.content_hash
        full = len(article.addresses) >= MOST_ADDRESSES
        if url is None or canonical_url(url) in old.addresses or full or not same_text:
            return Saved(article, known=True, path=path)
        first, *others = *article.addresses, url
        found = dataclasses.replace(article, url=first, also_at=tuple(others))
        write_durably(path, to_markdown(found).encode("utf-8"))
        self._looked().add(str(path), library, identity_of(found))
        return Saved(found, known=True, path=path, new_address=url)


def _holds(path: Path, wanted: Identity) -> bool:
    """Tell whether a file still holds what it was found by; it may be gone or changed by hand."""
    try:
        there = identity_of(form.read(path))
    except (InputError, OSError):
        return False
    return not set(wanted.marks).isdisjoint(there.marks)


def _check_library(library: str) -> None:
    if not _LIBRARY.match(library):
        raise NotReadable(
            f"“{library[:40]}” cannot be the name of a library. "
            "Use letters, digits, hyphens and underscores."
        )
