"""Every error that a person may meet, and the sentence that tells them what to do.

The text of each may be shown to a user as it stands: what happened, and what to do.
Anything that is not one of these is a bug and passes through.

    OnRecordError
    ├── InputError            what was handed in cannot become an article
    │   ├── NotReadable       not there, not text, too large, broken
    │   ├── NotFetched        a link that leads to no page that can be read
    │   │   └── NotForPrograms    the site's robots.txt asks that it be left alone
    │   ├── NoArticleText     readable, but nothing in it is an article
    │   │   └── ArticleGone       the site says that the article is not there any more
    │   ├── NotAFeed          a link that leads to no feed
    │   └── BadFrontMatter    the lines between --- cannot be understood
    ├── QuestionError         empty, or too long to be a question
    ├── DraftError            empty, or too long to be checked
    ├── UnknownArticle        no article has this id
    ├── FeedError             no such feed is followed, or no more may be
    ├── DataBusy              another process owns the data folder
    ├── DataFolderError       the data folder cannot be made, read or written
    ├── DerivedIndexError     the derived index cannot be used until it is rebuilt
    ├── StateError            state.db cannot be used
    ├── ModelError            the model that writes gave no answer
    │   └── ModelUnreached    … nor did it take the question
    ├── SettingError          a setting has a value that cannot be used
    └── NotWritten            the file that was asked for cannot be written
"""


class OnRecordError(Exception):
    """The base of all errors whose text may be shown to a user as it stands."""


class InputError(OnRecordError):
    """What was handed in cannot become an article."""


class NotReadable(InputError):
    """The file is missing, is not text, is too large or is broken."""


class NotFetched(InputError):
    """A link leads to no page of the open web that could be fetched; the text says why.

    ``status`` is the site's, None where it gave none; ``wait`` how many seconds it asks to wait.
    """

    def __init__(
        self, sentence: str, *, status: int | None = None, wait: int | None = None
    ) -> None:
        super().__init__(sentence)
        self.status = status
        self.wait = wait


class NotNow(NotFetched):
    """A site gives no answer now, or wants to be left alone for a while; later it may answer."""


class NotForPrograms(NotFetched):
    """The site's robots.txt asks programs not to read a page, or could not be read itself."""


class NoArticleText(InputError):
    """The input could be read, but nothing in it is an article."""


class ArticleGone(NoArticleText):
    """The site says that the article is not, or no longer, at its link."""


class NotAFeed(InputError):
    """A link leads to nothing that is a feed, nor to a page that names one."""


class BadFrontMatter(InputError):
    """The lines between ``---`` at the top of a Markdown file cannot be understood."""


class QuestionError(OnRecordError):
    """The question is empty, or too long to be one."""


class DraftError(OnRecordError):
    """The draft is empty, or too long to be checked at once."""


class UnknownArticle(OnRecordError):
    """No article has this id."""


class FeedError(OnRecordError):
    """No such feed is followed, or no more of them may be; the text says which."""


class DataBusy(OnRecordError):
    """Another process owns the data folder; the text names it."""


class DataFolderError(OnRecordError):
    """The data folder cannot be made, read or written; the text names it and says why."""


class DerivedIndexError(OnRecordError):
    """The derived index cannot be used until ``on-record rebuild`` has made it again."""


class StateError(OnRecordError):
    """``state.db`` cannot be used; the text says why, and what to do."""


class ModelError(OnRecordError):
    """The model that writes gave no answer; the text says why."""


class ModelUnreached(ModelError):
    """The question was never taken: the model’s server was not reached, or turned it away."""


class SettingError(OnRecordError):
    """A setting has a value that cannot be used."""


class NotWritten(OnRecordError):
    """The file that was asked for cannot be written; the text names it and says why."""
