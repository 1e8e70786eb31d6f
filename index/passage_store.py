"""Passage store: LlamaIndex's store over Chroma, made to replace what it holds.

LlamaIndex's own ``add`` keeps the old vector of an id that is there already, and says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from chromadb import Collection
from llama_index.core.schema import BaseNode, TextNode
from llama_index.vector_stores.chroma import ChromaVectorStore


class PassageStore(ChromaVectorStore):
    """Vectors of passages by their ids. Texts are kept by the database, not here."""

    def add(self, nodes: Sequence[BaseNode], **add_kwargs: Any) -> list[str]:
        """Put passages in, or in place of those with the same ids, and return the ids."""
        ids = [node.node_id for node in nodes]
        vectors: list[Sequence[float]] = [node.get_embedding() for node in nodes]
        self._collection.upsert(ids=ids, embeddings=vectors)
        return ids


def store_over(collection: Collection) -> ChromaVectorStore:
    """Return a store that writes into a collection."""
    return PassageStore.from_collection(collection)


def nodes_of(ids: Sequence[str], vectors: np.ndarray) -> list[BaseNode]:
    """Return a node for each passage, with its id and its vector."""
    pairs = zip(ids, vectors, strict=True)
    return [TextNode(id_=one, embedding=vector.tolist()) for one, vector in pairs]
