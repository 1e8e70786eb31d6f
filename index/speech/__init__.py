"""Who said what in an article's text, by rules of English. Pure: no model, no disk.

One step a file, in the order of flow:

1. ``quotation``  where quotation marks open and close (``single_mark``: British ones)
2. ``reading``    the article as sentences of words and whole quotations
3. ``cue``        the words that may attribute (``verbs``, ``lexicon``: the lists; ``no_comment``)
4. ``source``     who is named beside a cue (``phrase``: its words, ``naming``: name and role,
   ``role``: asides, ``apposition``: a relation or office beside a name, ``between``: what parts
   subject and verb, ``likely``: who can speak)
5. ``attribute``  which words a cue gives to whom: ``subject``, ``infinitive``, ``long_subject``
   and ``objects`` (whose verb it is), ``belief`` and ``unspoken`` (is it speech at all),
   ``silence`` (who says nothing), ``inversion`` (`“…,” said X`), ``nominal`` ("his claim that"),
   ``setting`` (when and where), ``opening``, ``lead`` and ``reach`` (where they begin and end),
   ``neighbours`` (two cues in one sentence), ``joint`` (two speakers), ``bearer`` (whom an aside is
   about), ``author`` (who wrote a document), ``passive`` ("was called “…” by X"), ``turn`` (where
   the writer goes on); ``position`` (``position_cue``, ``stances``: the lists): where somebody
   stands who says nothing
6. ``cast``       who appears in the article (``mention``), under which fullest name
7. ``resolve``    which person a name, "he" (``pronoun``) or "the senator" means; ``unnamed``: one
   person without a name; ``memory``: who has spoken so far
8. ``statements`` all together, with ``when``, ``via`` and ``relay`` (who tells of whose
   words); ``transcript``, ``interview`` and ``block_quotation`` for words that are set off
   without quotation marks
"""

from __future__ import annotations

from index.speech.statements import find

__all__ = ["find"]
