"""Corpus: the folder of articles, one Markdown file each. It is the truth.

``<data>/corpus/<library>/<slug>-<id>.md``. A file is written whole or not at all, and is on the
disk, not only in its cache, before ``save`` returns. Nothing here knows the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.article import Article, Draft, to_markdown
from index.corpus import form
from index.corpus.address import canonical_url
from index.corpus.form import article_of, as_stored, draft_in
from index.corpus.known import CorpusFile, Identity, Known, changed, folders, stamps
from index.corpus.naming import file_name, possible_ids
from index.corpus.turn import Saved, Turn
from index.disk import sync_folder, write_durably
from index.owner import corpus_turn

__all__ = [
    "HOUSE",
    "Corpus",
    "CorpusFile",
    "Identity",
    "Saved",
    "Turn",
    "canonical_url",
    "file_name",
]

HOUSE = "house"


class Corpus:
    """The articles of one data folder. Safe for several processes and threads at once."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.folder = data / "corpus"
        self._known = Known(self.folder, self.read)

    def scan(self, library: str | None = None) -> list[CorpusFile]:
        """List the article files with their stamps, by library and name; no file is opened."""
        libraries = [library] if library is not None else self.libraries()
        return [file for name in libraries for file in _files(self.folder / name, name)]

    def libraries(self) -> list[str]:
        """Return the names of the libraries that have a folder."""
        return folders(self.folder)

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
        return form.read(path)

    def remember(self, file: CorpusFile, identity: Identity) -> None:
        """Take over from the index what an unchanged file holds, so that it is not read again."""
        self._known.remember(file, identity)

    def save(self, draft: Draft, library: str = HOUSE) -> Saved:
        """Put an article on record, durably; an article already on record is returned instead.

        Known is what has the same address or the identical text in the same library; another
        address of the identical text is kept with it. The id is the draft's own when it is free,
        else made from the text. Raises ``NotReadable`` for a library's name that is no folder's.
        """
        with self.turn() as turn:
            return turn.save(draft, library)

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        """Hold the right to save several articles; all files are looked at once, not for each."""
        with corpus_turn(self.data):
            yield Turn(self.data, self._known)

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
            stored = as_stored(article)
            write_durably(path, to_markdown(stored).encode("utf-8"))
        return stored

    def adopt(self, file: CorpusFile) -> CorpusFile:
        """Give a file that was put into the folder by hand an id, where it has none yet.

        Returns the file as it then stands. Raises what ``read`` raises.
        """
        if draft_in(file.path).article_id is not None:
            return file
        with corpus_turn(self.data):
            draft = draft_in(file.path)
            others = (one for path, _, one in self._known.all() if path != str(file.path))
            ids = {identity.article_id for identity in others}
            possible = possible_ids(None, draft.text, file.library)
            free = next(one for one in possible if one not in ids)
            article = as_stored(article_of(draft, free))
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


def _files(folder: Path, library: str) -> list[CorpusFile]:
    found = (CorpusFile(Path(path), library, *stamp) for path, *stamp in stamps(folder))
    return sorted(found, key=lambda file: file.path.name)
