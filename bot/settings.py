"""Settings: the one reader of the environment. A frozen value is passed inward."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingError

PACKAGED_MODEL = "all-MiniLM-L6-v2"


class Settings(BaseSettings):
    """Everything that can be set, with its default. README and .env.example list the same."""

    model_config = SettingsConfigDict(
        env_prefix="ON_RECORD_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    data: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("on-record")),
        description="The folder that holds the articles and what is derived from them.",
    )
    embedding_model: str = Field(
        default=PACKAGED_MODEL,
        min_length=1,
        description="The sentence-transformers model. The default comes with the installation.",
    )
    embedding_backend: Literal["fast", "reference"] = Field(
        default="fast",
        description="“fast” runs the default model in onnxruntime, “reference” in torch.",
    )


def load(data: Path | None = None) -> Settings:
    """Read the settings; ``data``, where it is given, wins over the environment.

    Raises ``SettingError`` when a setting has a value that cannot be used.
    """
    try:
        return Settings(data=data) if data else Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"ON_RECORD_{'_'.join(map(str, first['loc'])).upper()}"
        raise SettingError(f"The setting {name} cannot be used: {first['msg']}.") from error
