"""Prompts: the words given to a model, from the files in ``prompts/``."""

from __future__ import annotations

from pathlib import Path
from string import Template

# Beside ``bot/``, in a checkout and where it is installed.
FOLDER = Path(__file__).resolve().parents[2] / "prompts"


def prompt(name: str, **values: str) -> str:
    """Return the text of ``prompts/NAME.md`` with its placeholders filled.

    Raises ``KeyError`` for a placeholder without a value, ``ValueError`` for a value without one:
    both are mistakes of ours.
    """
    template = Template((FOLDER / f"{name}.md").read_text("utf-8"))
    if unknown := values.keys() - set(template.get_identifiers()):
        raise ValueError(f"prompts/{name}.md has no place for {sorted(unknown)}")
    return template.substitute(values).strip()
