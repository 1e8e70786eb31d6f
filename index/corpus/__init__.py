"""Corpus: the folder of articles, one Markdown file each. It is the truth.

``<data>/corpus/<library>/<slug>-<id>.md``. A file is written whole or not at all, and is on the
disk, not only in its cache, before ``save`` returns. Nothing here knows the index.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.article import Article, Draft, from_markdown, text_hash, to_markdown
from index.corpus.address import canonical_url
from index.corpus.known import CorpusFile, Identity, Known, changed, folders, stamps
from index.disk import sync_folder, write_durably
from index.errors import InputError, NotReadable
from index.owner import corpus_turn

__all__ = [
    "HOUSE",
    "Corpus",
    "CorpusFile",
    "Identity",
    "Saved",
    "canonical_url",
    "file_name",
]

HOUSE = "house"
_LIBRARY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")
_SHORTEST_ID = 10
_SLUG_LENGTH = 60
# Of one text; whoever prints it more often is no outlet.
MOST_ADDRESSES = 20
# Any id, while it is not known which one will be free.
_NO_ID = "0" * _SHORTEST_ID


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


class Corpus:
    """The articles of one data folder. Safe for several processes and threads at once."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.folder = data / "corpus"
        self._known = Known(self.folder, self.read)

    def scan(self, library: str | None = None) -> list[CorpusFile]:
        """List the article files with their stamps, by library and name; no file is opened."""
        libraries = [library] if library is not None else folders(self.folder)
        return [file for name in libraries for file in _files(self.folder / name, name)]

    def stamps(self, library: str) -> Iterator[tuple[str, int, int]]:
        """Yield (name from the data folder on, time of writing, size) of a library's files.

        As ``scan``, in any order and in a third of the time.
        """
        start = len(f"{self.data}/")
        for path, mtime_ns, size in stamps(self.folder / library):
            yield path[start:], mtime_ns, size

    def changed(self, libraries: Iterable[str]) -> tuple[int, ...]:
        """Return when a file last came into or left each library, in nanoseconds; 0 for none."""
        return tuple(changed(self.folder / each) for each in libraries)

    def read(self, path: Path) -> Article:
        """Read one file.

        Raises ``BadFrontMatter`` or ``NotReadable``, naming the file, when it is broken, and
        ``FileNotFoundError`` when it is gone. A file without an id gets the one of its text.
        """
        draft = _draft(path)
        return _article(draft, draft.article_id or text_hash(draft.text)[:_SHORTEST_ID])

    def remember(self, file: CorpusFile, identity: Identity) -> None:
        """Take over from the index what an unchanged file holds, so that it is not read again."""
        self._known.remember(file, identity)

    def save(self, draft: Draft, library: str = HOUSE) -> Saved:
        """Put an article on record, durably; an article already on record is returned instead.

        Known is what has the same address or the identical text in the same library; another
        address of the identical text is kept with it. The id is the draft's own when it is free,
        else made from the text. Raises ``NotReadable`` for a library's name that is no folder's.
        """
        _check_library(library)
        unsaved = _as_stored(_article(draft, _NO_ID))
        with corpus_turn(self.data):
            taken = list(self._known.all())
            known = _same(unsaved, (one for one in taken if one[1] == library))
            if known is not None:
                return self._known_again(known, unsaved)
            ids = {identity.article_id for _, _, identity in taken}
            free = _free_id(draft.article_id, unsaved.text, library, ids)
            article = dataclasses.replace(unsaved, article_id=free)
            path = self.folder / library / file_name(article)
            write_durably(path, to_markdown(article).encode("utf-8"))
            self.remember(self.file(path, library), _identity_of(article))
        return Saved(article, known=False, path=path)

    def _known_again(self, path: Path, unsaved: Article) -> Saved:
        """Return an article that is on record; keep the address at which it was found now."""
        article, url = self.read(path), unsaved.url
        old = _identity_of(article)
        same_text = old.text_hash == unsaved.content_hash
        full = len(article.addresses) >= MOST_ADDRESSES
        if url is None or canonical_url(url) in old.addresses or full or not same_text:
            return Saved(article, known=True, path=path)
        first, *others = *article.addresses, url
        found = dataclasses.replace(article, url=first, also_at=tuple(others))
        write_durably(path, to_markdown(found).encode("utf-8"))
        return Saved(found, known=True, path=path, new_address=url)

    def at(self, url: str, library: str = HOUSE) -> Article | None:
        """Return the article of a library that has this address, however it is written."""
        wanted = canonical_url(url)
        for path, own, identity in self._known.all():
            if own == library and wanted in identity.addresses:
                return self.read(Path(path))
        return None

    def replace(self, article: Article, path: Path) -> Article:
        """Write an article over its own file, durably; return it as it now stands there."""
        with corpus_turn(self.data):
            stored = _as_stored(article)
            write_durably(path, to_markdown(stored).encode("utf-8"))
        return stored

    def adopt(self, file: CorpusFile) -> CorpusFile:
        """Give a file that was put into the folder by hand an id, where it has none yet.

        Returns the file as it then stands. Raises what ``read`` raises.
        """
        if _draft(file.path).article_id is not None:
            return file
        with corpus_turn(self.data):
            draft = _draft(file.path)
            others = (one for path, _, one in self._known.all() if path != str(file.path))
            ids = {identity.article_id for identity in others}
            free = _free_id(None, draft.text, file.library, ids)
            article = _as_stored(_article(draft, free))
            write_durably(file.path, to_markdown(article).encode("utf-8"))
            return self.file(file.path, file.library)

    def file(self, path: Path, library: str) -> CorpusFile:
        """Return a file's stamp as it is now."""
        status = path.stat()
        return CorpusFile(path, library, status.st_mtime_ns, status.st_size)

    def find(self, article_id: str) -> CorpusFile | None:
        """Return the file of an article, by what it holds or, if it is broken, by its name."""
        files = self.scan()
        named = [file for file in files if file.path.stem.endswith(f"-{article_id}")]
        for file in [*named, *files]:
            identity = self.identity(file)
            if identity is not None and identity.article_id == article_id:
                return file
        return next((file for file in named if self.identity(file) is None), None)

    def remove(self, article_id: str) -> bool:
        """Take an article off the record; tell whether there was one."""
        with corpus_turn(self.data):
            file = self.find(article_id)
            if file is None:
                return False
            file.path.unlink(missing_ok=True)
            sync_folder(file.path.parent)
        return True

    def identity(self, file: CorpusFile) -> Identity | None:
        """Return what a file holds, as far as telling articles apart goes; None: it is broken."""
        return self._known.identity(file)

    def marks(self, file: CorpusFile) -> tuple[str, ...]:
        """Return what an article is known by: its addresses, however written, its text's hash.

        Nothing where its file is broken.
        """
        identity = self.identity(file)
        return identity.marks if identity else ()

    def tidy(self) -> None:
        """Remove what writers that were killed have left half written; never an article."""
        with corpus_turn(self.data):
            for left in self.folder.glob("*/.*.part"):
                left.unlink(missing_ok=True)


def _draft(path: Path) -> Draft:
    try:
        return from_markdown(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NotReadable(f"{path.name} is not UTF-8 text. Save it as UTF-8.") from error
    except InputError as error:
        raise type(error)(f"{path.name}: {error}") from error


def file_name(article: Article) -> str:
    """Return the name of an article's file: words of its title, then its id."""
    plain = unicodedata.normalize("NFKD", article.title).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:_SLUG_LENGTH].strip("-")
    return f"{slug or 'article'}-{article.article_id}.md"


def _files(folder: Path, library: str) -> list[CorpusFile]:
    found = (CorpusFile(Path(path), library, *stamp) for path, *stamp in stamps(folder))
    return sorted(found, key=lambda file: file.path.name)


def _check_library(library: str) -> None:
    if not _LIBRARY.match(library):
        raise NotReadable(
            f"“{library[:40]}” cannot be the name of a library. "
            "Use letters, digits, hyphens and underscores."
        )


def _article(draft: Draft, article_id: str) -> Article:
    fields = {
        field.name: getattr(draft, field.name)
        for field in dataclasses.fields(Article)
        if field.name != "article_id"
    }
    return Article(article_id=article_id, **fields)


def _as_stored(article: Article) -> Article:
    """Return the article exactly as reading its file will give it."""
    written = to_markdown(article).encode("utf-8", "replace").decode("utf-8")
    return _article(from_markdown(written), article.article_id)


def _identity_of(article: Article) -> Identity:
    return Identity.of(article.article_id, article.content_hash, article.addresses)


def _same(unsaved: Article, known: Iterable[tuple[str, str, Identity]]) -> Path | None:
    wanted = _identity_of(unsaved)
    for path, _, identity in known:
        if wanted.addresses & identity.addresses or identity.text_hash == wanted.text_hash:
            return Path(path)
    return None


def _free_id(own: str | None, text: str, library: str, taken: set[str]) -> str:
    if own is not None and own not in taken:
        return own
    return next(one for one in _possible_ids(text, library) if one not in taken)


def _possible_ids(text: str, library: str) -> Iterator[str]:
    digest = text_hash(text)
    yield from (digest[:length] for length in range(_SHORTEST_ID, len(digest) + 1, 2))
    for number in itertools.count():
        salted = f"{library}\0{number}\0{digest}"
        yield hashlib.sha256(salted.encode()).hexdigest()
