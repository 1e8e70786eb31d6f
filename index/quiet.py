"""Switches that keep libraries from talking to anyone, set before they are imported."""

from __future__ import annotations

import os

# onnxruntime reports usage from Linux by default; the others look for a hub or a collector.
# Tokenizers' own threads are of no use beside the embedder's, and warn after a fork.
_SWITCHES = {
    "ORT_DISABLE_TELEMETRY": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


def quiet(*, offline: bool = True) -> None:
    """Turn telemetry off, and the model hub too unless a model that lives there was named.

    A value that the user has already set in the environment is left as it is. Must run before
    onnxruntime, chromadb, transformers or llama_index is imported.
    """
    switches = {**_SWITCHES, **(_OFFLINE if offline else {})}
    for name, value in switches.items():
        os.environ.setdefault(name, value)
