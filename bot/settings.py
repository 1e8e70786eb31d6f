"""Settings: the one reader of the environment. A frozen value is passed inward."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from index.embed import PACKAGED
from index.errors import SettingError

PREFIX = "ON_RECORD_"
FEWEST_MINUTES = 5


class Settings(BaseSettings):
    """Everything that can be set, with its default. README and .env.example list the same."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    data: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("on-record")),
        description="The folder that holds the articles and what is derived from them.",
    )
    embedding_model: str = Field(
        default=PACKAGED,
        min_length=1,
        description="The sentence-transformers model. The default comes with the installation.",
    )
    embedding_backend: Literal["fast", "reference"] = Field(
        default="fast",
        description="“fast” runs the default model in onnxruntime, “reference” in torch.",
    )
    discord_token: SecretStr | None = Field(
        default=None,
        validation_alias="DISCORD_TOKEN",
        description="The token of the Discord application; without it there is no bot.",
    )
    house_servers: Annotated[frozenset[int], NoDecode] = Field(
        default=frozenset(),
        description="The ids of the Discord servers that may search the house library.",
    )
    questions_a_minute: int = Field(
        default=10,
        ge=1,
        le=1_000,
        description="How many questions one person may ask in a minute.",
    )
    keep_days: int = Field(
        default=30,
        ge=1,
        le=365,
        description="For how many days the buttons under an answer work.",
    )

    model: str = Field(
        default="",
        max_length=200,
        description="The model that writes answers; without one no word of them is written.",
    )
    model_url: str = Field(
        default="",
        pattern=r"^(https?://\S+)?$",
        description="The address of the model's server, which speaks OpenAI's protocol.",
    )
    model_key: SecretStr | None = Field(
        default=None,
        description="The key for the model's server. It is never shown or logged.",
    )
    model_seconds: int = Field(
        default=20,
        ge=1,
        le=600,
        description="After so many seconds the answer comes without the model.",
    )
    model_passages: int = Field(
        default=12,
        ge=1,
        le=100,
        description="How many passages a model is given for one question at most.",
    )
    model_tokens: int = Field(
        default=4_000,
        ge=500,
        le=200_000,
        description="How many tokens, about, a model is given for one question at most.",
    )
    model_questions_a_day: int = Field(
        default=200,
        ge=0,
        le=1_000_000,
        description="How many questions a day are put to the model, of each server.",
    )

    feed_minutes: int = Field(
        default=60,
        ge=0,
        le=10_080,
        description="Every so many minutes the feeds are read; 0: never.",
    )
    contact: str = Field(
        default="",
        max_length=200,
        pattern=r"^[\x20-\x7e]*$",
        description="A link or address that tells a site whose articles are fetched who asks.",
    )
    allow_loopback: bool = Field(
        default=False,
        description="For tests alone: links may lead to this machine itself, on any port.",
    )

    @field_validator("house_servers", mode="before")
    @classmethod
    def _read_ids(cls, value: object) -> object:
        """Take the ids as they are written: parted by commas or spaces."""
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @field_validator("feed_minutes")
    @classmethod
    def _check_politeness(cls, value: int) -> int:
        """Refuse what no site likes."""
        if 0 < value < FEWEST_MINUTES:
            raise ValueError(f"no site likes to be asked more than every {FEWEST_MINUTES} minutes")
        return value


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    alias = Settings.model_fields[name].validation_alias
    return alias if isinstance(alias, str) else f"{PREFIX}{name.upper()}"


def load(data: Path | None = None) -> Settings:
    """Read the settings; ``data``, where it is given, wins over the environment.

    Raises ``SettingError`` when a setting has a value that cannot be used.
    """
    try:
        return Settings(data=data) if data else Settings()
    except ValidationError as error:
        first = error.errors()[0]
        place = str(first["loc"][0])
        name = variable(place) if place in Settings.model_fields else place
        raise SettingError(f"The setting {name} cannot be used: {first['msg']}.") from error
