"""Model: the door to LlamaIndex's models, and so to a server that speaks OpenAI's protocol.

One question, one answer, heard while it is written. Everything that a server can do wrong ends in
a ``ModelError`` within the time that is left.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

import httpx
import openai
from llama_index.core.llms import ChatMessage, MessageRole
from llama_index.llms.openai_like import OpenAILike

from bot.composing import phrase
from index.errors import ModelError

Role = Literal["system", "user", "assistant"]
# A model that does not stop is not listened to for longer.
MOST_CHARACTERS = 6_000
_LOOKED = 0.1
_log = logging.getLogger(__name__)
# What the libraries raise where an answer is not of the protocol: they read it as if it were.
_NONSENSE = (ValueError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a model."""

    role: Role
    text: str


@dataclass(frozen=True)
class Model:
    """A model by its name, at an address. ``key`` is sent nowhere else, and never shown."""

    name: str
    url: str
    key: str = field(default="", repr=False)

    @property
    def server(self) -> str:
        """The host that questions are sent to."""
        return urlsplit(self.url).hostname or self.url

    def hear(
        self,
        messages: Sequence[Message],
        seconds: float,
        most_tokens: int,
        heard: Callable[[str], None] = lambda _: None,
        cancelled: threading.Event | None = None,
    ) -> str:
        """Return the answer to a conversation; ``heard`` gets it as far as it has come, each time.

        Raises ``ModelError`` after ``seconds``, or where there is no answer or it is ``cancelled``.
        """
        stop = cancelled or threading.Event()
        try:
            return asyncio.run(self._within(messages, seconds, most_tokens, heard, stop))
        except (TimeoutError, openai.APITimeoutError) as error:
            waited = phrase.plural(round(seconds), "second")
            raise ModelError(f"The model did not answer within {waited}.") from error
        except openai.APIStatusError as error:
            raise ModelError(_refused(error.status_code)) from error
        except (openai.OpenAIError, httpx.HTTPError, OSError) as error:
            raise ModelError(
                f"The model at {self.server} cannot be reached, or broke off."
            ) from error

    async def _within(
        self,
        messages: Sequence[Message],
        seconds: float,
        most_tokens: int,
        heard: Callable[[str], None],
        stop: threading.Event,
    ) -> str:
        async with asyncio.timeout(seconds), httpx.AsyncClient(timeout=seconds) as client:
            asked = [ChatMessage(role=MessageRole(m.role), content=m.text) for m in messages]
            work = asyncio.create_task(self._heard(self._llm(client, most_tokens), asked, heard))
            try:
                while not (await asyncio.wait([work], timeout=_LOOKED))[0]:
                    if stop.is_set():
                        raise ModelError("Stopped writing.")
                return work.result()
            finally:
                work.cancel()
                await asyncio.gather(work, return_exceptions=True)

    def _llm(self, client: httpx.AsyncClient, most_tokens: int) -> OpenAILike:
        return OpenAILike(
            model=self.name,
            api_base=self.url,
            # Never None: the library would then look for a key in the environment.
            api_key=self.key or "none",
            is_chat_model=True,
            max_retries=0,
            max_tokens=most_tokens,
            temperature=0.0,
            # LlamaIndex hands it on to OpenAI's library; it is no field of its own.
            async_http_client=client,  # type: ignore[call-arg]
        )

    async def _heard(
        self, llm: OpenAILike, asked: Sequence[ChatMessage], heard: Callable[[str], None]
    ) -> str:
        text = ""
        async for piece in self._pieces(llm, asked):
            text += piece
            heard(text)
            if len(text) > MOST_CHARACTERS:
                return text
        return text

    async def _pieces(self, llm: OpenAILike, asked: Sequence[ChatMessage]) -> AsyncIterator[str]:
        """Yield an answer in pieces; in one, where the server cannot stream."""
        count = 0
        try:
            async for part in await llm.astream_chat(asked):
                count += 1
                yield part.delta or ""
            if not count:
                yield (await llm.achat(asked)).message.content or ""
        except _NONSENSE as error:
            _log.warning("The model at %s: %s", self.server, type(error).__name__)
            raise ModelError("The model’s server answered something that is no answer.") from error


def _refused(status: int) -> str:
    if status == 429:
        return "The model has had too many questions for now (429)."
    if status in (401, 403):
        return f"The model’s server refuses the key ({status}): see ON_RECORD_MODEL_KEY."
    if status == 404:
        return "The model’s server does not know this model or address (404)."
    return f"The model’s server answered with an error ({status})."
