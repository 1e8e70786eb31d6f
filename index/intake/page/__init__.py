"""From the HTML of a page to a draft, or to a sentence on what stands there instead.

``door`` is the one door to trafilatura, ``date`` to htmldate, ``data`` (what a page says to
machines) to lxml; ``headline``, ``outlet`` and
``author`` read its head; ``wall`` tells a sign-in page, a
consent page and their like from an article.
"""

from index.intake.page.door import extract, is_page, read

__all__ = ["extract", "is_page", "read"]
