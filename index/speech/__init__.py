"""Who said what in an article's text, by rules of English. Pure: no model, no disk.

One step a file, in the order of flow: ``quotation`` (where marks open and close), ``reading``
(sentences of words), ``cue`` (words that attribute), ``source`` (who stands beside them),
``attribution`` (which words are theirs), ``cast`` (who appears in the article), ``resolve`` (which
person is meant), ``statements`` (all together).
"""

from __future__ import annotations

from index.speech.statements import find

__all__ = ["find"]
