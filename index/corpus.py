"""Corpus: the folder of articles, one Markdown file each. It is the truth.

``<data>/corpus/<library>/<slug>-<id>.md``. A file is written whole or not at all, and is on the
disk, not only in its cache, before ``save`` returns. Nothing here knows the index.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import itertools
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from index.article import Article, Draft, from_markdown, text_hash, to_markdown
from index.errors import InputError, NotReadable
from index.owner import corpus_turn

HOUSE = "house"
_LIBRARY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")
_SHORTEST_ID = 10
_SLUG_LENGTH = 60
# Parameters that say how a reader came to a page, never which page it is.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|smid|ref_src"
)


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file of the corpus and its stamp, by which a change is noticed (nanoseconds, bytes)."""

    path: Path
    library: str
    mtime_ns: int
    size: int

    @property
    def stamp(self) -> tuple[int, int]:
        """What changes when the file does: time of last writing and size."""
        return self.mtime_ns, self.size


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving came to. ``known``: it was already on record, and nothing was written."""

    article: Article
    known: bool
    path: Path


@dataclass(frozen=True, slots=True)
class Identity:
    """What decides whether two articles are the same: address and text."""

    article_id: str
    text_hash: str
    url: str | None


class Corpus:
    """The articles of one data folder. Safe for several processes and threads at once."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.folder = data / "corpus"
        # What is known of files that have not changed since, so that they need not be read again.
        self._identities: dict[tuple[Path, int, int], Identity] = {}

    def scan(self, library: str | None = None) -> list[CorpusFile]:
        """List the article files with their stamps, by library and name; no file is opened."""
        libraries = [library] if library is not None else _folders(self.folder)
        return [file for name in libraries for file in _files(self.folder / name, name)]

    def read(self, path: Path) -> Article:
        """Read one file.

        Raises ``BadFrontMatter`` or ``NotReadable``, naming the file, when it is broken, and
        ``FileNotFoundError`` when it is gone. A file without an id gets the one of its text.
        """
        draft = _draft(path)
        return _article(draft, draft.article_id or text_hash(draft.text)[:_SHORTEST_ID])

    def remember(self, file: CorpusFile, identity: Identity) -> None:
        """Take over from the index what an unchanged file holds, so that it is not read again."""
        self._identities[(file.path, *file.stamp)] = identity

    def save(self, draft: Draft, library: str = HOUSE) -> Saved:
        """Put an article on record, durably; an article already on record is returned instead.

        Known is what has the same address or the identical text in the same library. The id is
        the draft's own when it is free, else made from the text. Raises ``NotReadable`` for a
        library's name that cannot be a folder.
        """
        _check_library(library)
        with corpus_turn(self.data):
            taken = dict(self._known())
            known = _same(draft, (pair for pair in taken.items() if pair[0].library == library))
            if known is not None:
                return Saved(self.read(known.path), known=True, path=known.path)
            ids = {identity.article_id for identity in taken.values()}
            article = _as_stored(_article(draft, _free_id(draft, library, ids)))
            path = self.folder / library / file_name(article)
            write_durably(path, to_markdown(article).encode("utf-8"))
            self.remember(self.file(path, library), _identity_of(article))
        return Saved(article, known=False, path=path)

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
            ids = {identity.article_id for other, identity in self._known() if other != file}
            article = _as_stored(_article(draft, _free_id(draft, file.library, ids)))
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
            _sync_folder(file.path.parent)
        return True

    def tidy(self) -> None:
        """Remove what writers that were killed have left half written; never an article."""
        with corpus_turn(self.data):
            for left in self.folder.glob("*/.*.part"):
                left.unlink(missing_ok=True)

    def _known(self) -> Iterator[tuple[CorpusFile, Identity]]:
        for file in self.scan():
            identity = self.identity(file)
            if identity is not None:
                yield file, identity

    def identity(self, file: CorpusFile) -> Identity | None:
        """Return what a file holds, as far as telling articles apart goes; None: it is broken."""
        key = (file.path, *file.stamp)
        if key not in self._identities:
            try:
                article = self.read(file.path)
            except (InputError, OSError):
                # Broken or just removed: it is reported where files are taken up, not here.
                return None
            self._identities[key] = _identity_of(article)
        return self._identities[key]


def _draft(path: Path) -> Draft:
    try:
        return from_markdown(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NotReadable(f"{path.name} is not UTF-8 text. Save it as UTF-8.") from error
    except InputError as error:
        raise type(error)(f"{path.name}: {error}") from error


def canonical_url(url: str | None) -> str | None:
    """Return what is the same for every way of writing one page's address, or None.

    Case of the host, ``www.``, http or https, a slash at the end, the fragment and parameters that
    only track the reader make no difference.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    if not parts.netloc:
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.")
    wanted = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name.lower())
    ]
    query = f"?{urlencode(sorted(wanted))}" if wanted else ""
    return f"//{host}{parts.path.rstrip('/')}{query}"


def file_name(article: Article) -> str:
    """Return the name of an article's file: words of its title, then its id."""
    plain = unicodedata.normalize("NFKD", article.title).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:_SLUG_LENGTH].strip("-")
    return f"{slug or 'article'}-{article.article_id}.md"


def write_durably(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and have it on the disk before returning."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # The process and a leading dot keep two writers, and readers of *.md, apart.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    # A rename is on the disk only when its folder is. Windows cannot open a folder.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _folders(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(entry.name for entry in folder.iterdir() if entry.is_dir())


def _files(folder: Path, library: str) -> list[CorpusFile]:
    found = []
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".md") and not entry.name.startswith("."):
                # A file that is removed while we look is simply not there.
                with contextlib.suppress(FileNotFoundError):
                    status = entry.stat()
                    found.append(
                        CorpusFile(Path(entry.path), library, status.st_mtime_ns, status.st_size)
                    )
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
    return Identity(article.article_id, article.content_hash, canonical_url(article.url))


def _same(draft: Draft, known: Iterable[tuple[CorpusFile, Identity]]) -> CorpusFile | None:
    wanted_url = canonical_url(draft.url)
    wanted_text = _as_stored(_article(draft, "0" * _SHORTEST_ID)).content_hash
    for file, identity in known:
        same_address = wanted_url is not None and identity.url == wanted_url
        if same_address or identity.text_hash == wanted_text:
            return file
    return None


def _free_id(draft: Draft, library: str, taken: set[str]) -> str:
    if draft.article_id and draft.article_id not in taken:
        return draft.article_id
    return next(one for one in _possible_ids(draft.text, library) if one not in taken)


def _possible_ids(text: str, library: str) -> Iterator[str]:
    digest = text_hash(text)
    yield from (digest[:length] for length in range(_SHORTEST_ID, len(digest) + 1, 2))
    for number in itertools.count():
        salted = f"{library}\0{number}\0{digest}"
        yield hashlib.sha256(salted.encode()).hexdigest()
