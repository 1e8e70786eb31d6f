"""From pasted text to a draft, by small pure rules.

``door`` asks, in this order: ``fields`` (header lines), ``wrap`` (hard-wrapped lines), ``sheet``
(which lines are captions, furniture, running text), ``top`` (the head) with ``head`` (which line
is the headline), ``body`` and ``tail`` (what is text), ``when`` (the date).
"""

from index.intake.paste.door import clean, first_words

__all__ = ["clean", "first_words"]
