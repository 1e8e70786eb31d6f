"""The tables of ``index.db``. Derived: all of it can be made again from the corpus."""

from __future__ import annotations

# Raise it when the tables change: an index with other tables is made again, never migrated.
SCHEMA_VERSION = 7

# "also_at" is a JSON list. "word" is FTS5 with external content: the words of a passage are cut
# from its article's text by a view, so that each text is stored once. "article_stamp" holds what is
# asked of every article that is found: in the table it stands behind the text, which is read over.
# "parted" is ours (``index.unspaced``).
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    library TEXT NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT,
    byline TEXT,
    url TEXT,
    also_at TEXT NOT NULL,
    published TEXT,
    published_found TEXT,
    added_from TEXT,
    text TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    words INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    file TEXT NOT NULL UNIQUE,
    mtime_ns INTEGER NOT NULL,
    size INTEGER NOT NULL,
    language TEXT
);
CREATE INDEX article_library ON article (library);
CREATE INDEX article_stamp ON article (article_id, file, mtime_ns, size);

CREATE TABLE passage (
    number INTEGER PRIMARY KEY,
    passage_id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    vector BLOB NOT NULL
);
CREATE INDEX passage_article ON passage (article);

CREATE VIEW passage_words AS
    SELECT passage.number AS number,
           parted(article.title) AS title,
           parted(
               substr(article.text, passage.start + 1, passage."end" - passage.start)
           ) AS text,
           article AS article
    FROM passage JOIN article ON article.number = passage.article;

CREATE VIRTUAL TABLE word USING fts5 (
    title, text,
    content = 'passage_words', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TABLE statement (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    said TEXT NOT NULL,
    speaker TEXT NOT NULL,
    as_written TEXT NOT NULL,
    role TEXT,
    kind TEXT NOT NULL,
    cue TEXT NOT NULL,
    via TEXT,
    when_as_written TEXT,
    weak INTEGER NOT NULL,
    relayed_by TEXT,
    relays TEXT
);
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_speaker ON statement (speaker);

CREATE TABLE run (
    number INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (number, article)
) WITHOUT ROWID;
CREATE INDEX run_article ON run (article);

CREATE TABLE unreadable (
    file TEXT PRIMARY KEY,
    mtime_ns INTEGER NOT NULL,
    size INTEGER NOT NULL,
    reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, passage_id TEXT NOT NULL);
"""

# Of each connection: what FTS5 makes of a word, and where each of its stems stands. Looked at only
# when a word's scores are read; the index itself is in ``word``.
STEMS = """
CREATE VIRTUAL TABLE temp.stemmed USING fts5 (
    word, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE temp.stems USING fts5vocab('temp', 'stemmed', 'instance');
CREATE VIRTUAL TABLE temp.places USING fts5vocab('main', 'word', 'instance');
"""
