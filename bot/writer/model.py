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
from llama_index.core.llms import ChatMessage, ChatResponse, MessageRole
from llama_index.llms.openai_like import OpenAILike

from bot.composing import phrase
from bot.writer.nearness import is_here
from index.errors import ModelError, ModelUnreached

Role = Literal["system", "user", "assistant"]
# A model that does not stop is not listened to for longer.
MOST_CHARACTERS = 6_000
_LOOKED = 0.1
# Asks for the tokens of an answer that comes in pieces; a part of the protocol that some lack.
_WITH_USAGE = {"include_usage": True}
_log = logging.getLogger(__name__)
# What the libraries raise where an answer is not of the protocol: they read it as if it were.
_NONSENSE = (ValueError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a model."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What a model answered, and how many tokens went to and fro, where its server tells."""

    text: str
    tokens: int | None = None


@dataclass(frozen=True)
class Model:
    """A model by its name, at an address. ``key`` is sent nowhere else, and never shown."""

    name: str
    url: str
    key: str = field(default="", repr=False)
    _refuses_usage: threading.Event = field(
        default_factory=threading.Event, repr=False, compare=False
    )

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
    ) -> Heard:
        """Return the answer to a conversation; ``heard`` gets it as far as it has come, each time.

        Raises ``ModelError`` after ``seconds``, or where there is no answer or it is ``cancelled``;
        ``ModelUnreached`` where the question was never taken.
        """
        stop = cancelled or threading.Event()
        try:
            return asyncio.run(self._within(messages, seconds, most_tokens, heard, stop))
        except (TimeoutError, openai.APITimeoutError) as error:
            waited = phrase.plural(round(seconds), "second")
            raise _why(error)(f"The model did not answer within {waited}.") from error
        except openai.APIStatusError as error:
            raise _refused(error.status_code) from error
        except (openai.OpenAIError, httpx.HTTPError, OSError) as error:
            raise _why(error)(
                f"The model at {self.server} cannot be reached, or broke off."
            ) from error

    async def _within(
        self,
        messages: Sequence[Message],
        seconds: float,
        most_tokens: int,
        heard: Callable[[str], None],
        stop: threading.Event,
    ) -> Heard:
        # A proxy of the environment leads to other machines, never to this one.
        client = httpx.AsyncClient(timeout=seconds, trust_env=not is_here(self.server))
        async with asyncio.timeout(seconds), client:
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
    ) -> Heard:
        text, tokens = "", None
        async for piece in self._pieces(llm, asked):
            text += piece.text
            tokens = tokens if piece.tokens is None else piece.tokens
            heard(text)
            if len(text) > MOST_CHARACTERS:
                break
        return Heard(text, tokens)

    async def _pieces(self, llm: OpenAILike, asked: Sequence[ChatMessage]) -> AsyncIterator[Heard]:
        """Yield an answer in pieces; in one, where the server cannot stream."""
        count = 0
        try:
            async for part in self._stream(llm, asked):
                count += 1
                yield Heard(part.delta or "", _tokens(part))
            if not count:
                whole = await llm.achat(asked)
                yield Heard(whole.message.content or "", _tokens(whole))
        except _NONSENSE as error:
            _log.warning("The model at %s: %s", self.server, type(error).__name__)
            raise ModelError("The model’s server answered something that is no answer.") from error

    async def _stream(
        self, llm: OpenAILike, asked: Sequence[ChatMessage]
    ) -> AsyncIterator[ChatResponse]:
        """Stream an answer, and ask for its tokens; not of a server that refused to be asked so."""
        if not self._refuses_usage.is_set():
            try:
                async for part in await llm.astream_chat(asked, stream_options=_WITH_USAGE):
                    yield part
                return
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                _log.info("The model at %s is not asked for its tokens: it refuses", self.server)
        async for part in await llm.astream_chat(asked):
            self._refuses_usage.set()
            yield part


def _tokens(answer: ChatResponse) -> int | None:
    """Return how many tokens went to and fro, where a server tells."""
    told = answer.additional_kwargs.get("total_tokens")
    return told if isinstance(told, int) and told > 0 else None


def _why(error: Exception) -> type[ModelError]:
    """Tell whether no connection came about, so that nothing was taken."""
    never = isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout)
    return ModelUnreached if never else ModelError


def _refused(status: int) -> ModelError:
    if status == 429:
        return ModelUnreached("The model has had too many questions for now (429).")
    if status in (401, 403):
        return ModelUnreached(
            f"The model’s server refuses the key ({status}): see ON_RECORD_MODEL_KEY."
        )
    if status == 404:
        return ModelUnreached("The model’s server does not know this model or address (404).")
    if status in (502, 503):  # what stands before the model says that it is down
        return ModelUnreached(f"The model’s server is down for now ({status}).")
    return ModelError(f"The model’s server answered with an error ({status}).")
