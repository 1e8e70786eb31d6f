"""Measure how long the bot's event loop stands still while it is busy.

    python tests/bench/stalls.py [--articles 400] [--rounds 3] [--written]

The real client runs against a Discord of our own on this machine, with a real record. In each
round an article of 5,000 words is added and ten people ask together. A probe asks the loop every
five milliseconds how late it is; so does a probe in an idle process beside it, for what the machine
does to everybody. With ``--written`` a model's server on this machine writes the answers, word by
word, and each sentence is proven. Prints the longest stall of each round, how long people waited
for the acknowledgement and for the answer, and exits with 1 where a stall passes 100 ms by more
than the idle process was late.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import discord_payload as payload  # noqa: E402 - found only once the path is set
from discord_server import TOKEN, Asked, DiscordServer  # noqa: E402
from model_server import Behaviour, model_server  # noqa: E402

from bot.chat.bureau import Bureau  # noqa: E402
from bot.client import Client, serve  # noqa: E402
from bot.settings import Settings  # noqa: E402
from bot.wiring import open_record, writer  # noqa: E402
from index.article import Draft  # noqa: E402
from index.state import ServerSettings, State  # noqa: E402

LONGEST = 0.100
PROBE = 0.005
PEOPLE = 10
WORDS = 5_000
TOPICS = "ferry harbour budget school hospital bridge library tram festival water".split()
NAMES = "Ada Brook|Ben Carter|Cora Dale|Dan Ellis|Eve Frost|Finn Gray|Gwen Hart|Hugo Ives".split(
    "|"
)


@dataclass(frozen=True, slots=True)
class Round:
    """One round, in seconds: the longest stall, the slowest acknowledgement and answer.

    ``idle``: how late an idle process was in the same time.
    """

    stall: float
    idle: float
    acknowledged: float
    answered: float
    added: float


class Probe:
    """Asks a loop again and again how late it is."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.longest = 0.0
        self._loop = loop
        loop.call_soon_threadsafe(self._again)

    def _again(self) -> None:
        due = self._loop.time() + PROBE
        self._loop.call_at(due, self._late, due)

    def _late(self, due: float) -> None:
        self.longest = max(self.longest, self._loop.time() - due)
        self._again()


_IDLE = """
import sys, threading, time
over = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
longest = 0.0
while not over.is_set():
    due = time.monotonic() + float(sys.argv[1])
    time.sleep(max(0.0, due - time.monotonic()))
    longest = max(longest, time.monotonic() - due)
print(longest)
"""


class Idle:
    """A process that does nothing but see how late it is."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", _IDLE, str(PROBE)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def longest(self) -> float:
        """End it; return how late it was at most, in seconds."""
        return float(self._process.communicate()[0])


def article(number: int, words: int) -> Draft:
    """Return an article that no other number gives, full of statements."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        line = len(paragraphs)
        name, topic = NAMES[(line + number) % len(NAMES)], TOPICS[(line * 3 + number) % len(TOPICS)]
        paragraphs.append(
            f"“We will look at the {topic} again in {line} weeks, because number {number} of the "
            f"plans does not hold what was promised to the people here,” {name} said on Monday. "
            f"The town has spent {line * 7 + number} million on the {topic} since the vote."
        )
        count += len(paragraphs[-1].split())
    return Draft(f"What was said of plan {number}", "\n\n".join(paragraphs), "Gazette")


def play(
    server: DiscordServer, bureau: Bureau, loop: asyncio.AbstractEventLoop, number: int
) -> Round:
    """Add an article of 5,000 words while ten people ask."""
    idle, probe, started = Idle(), Probe(loop), time.monotonic()
    took: list[float] = []

    def add() -> None:
        bureau.add(article(100_000 + number, WORDS), payload.SERVER)
        took.append(time.monotonic() - started)

    adding = threading.Thread(target=add)
    adding.start()
    asked = [
        server.ask(payload.command("ask", {"question": f"What did {name} say about the {topic}?"}))
        for name, topic in zip(NAMES + NAMES[:2], TOPICS, strict=True)
    ]
    server.wait(lambda: all(map(_is_answered, asked)), "the answers")
    answered = time.monotonic() - started
    adding.join()
    return Round(probe.longest, idle.longest(), max(map(_acknowledged, asked)), answered, took[0])


def _is_answered(asked: Asked) -> bool:
    return bool(asked.contents) and "Being written" not in asked.contents[0]


def _acknowledged(asked: Asked) -> float:
    return asked.acknowledged_after or 0.0


def draft(messages: list[dict[str, str]]) -> str:
    """Write three sentences of what was given, as they stand there."""
    given = messages[1]["content"]
    [number] = re.findall(r'<article number="(\d+)">', given)[:1]
    said = re.findall(r"“[^”]+,” [\w ]+ said on Monday", given)[:3]
    return " ".join(f"{each} [{number}]." for each in said)


@contextlib.contextmanager
def model(written: bool) -> Iterator[dict[str, str]]:
    """Give the settings for a model that writes; none where nothing is to be written."""
    if not written:
        yield {}
        return
    with model_server() as server:
        server.behaviour = Behaviour([draft], trickles=0.01)
        yield {"model": "bench", "model_url": server.url}


def measure(articles: int, rounds: int, data: Path, **model_settings: str) -> list[Round]:
    """Fill a record, run the bot on it and play some rounds."""
    settings = Settings(
        data=data, questions_a_minute=1_000, model_questions_a_day=1_000, **model_settings
    )
    with open_record(settings, "stalls", print) as record, State(data) as state:
        for number in range(articles):
            record.add(article(number, 400), str(payload.SERVER), index=False)
        record.level()
        bureau = Bureau(record, state, settings, writer(settings, state))
        bureau.save_settings(ServerSettings(payload.SERVER, written=bool(model_settings)))
        with DiscordServer() as server:
            loop = asyncio.new_event_loop()
            stop = asyncio.Event()
            client = threading.Thread(target=_run, args=(loop, bureau, stop))
            client.start()
            server.wait(lambda: bool(server.identified), "identifying")
            try:
                return [play(server, bureau, loop, number) for number in range(rounds)]
            finally:
                loop.call_soon_threadsafe(stop.set)
                client.join()
                bureau.close()


def _run(loop: asyncio.AbstractEventLoop, bureau: Bureau, stop: asyncio.Event) -> None:
    async def serving() -> None:
        await serve(Client(bureau, ready_timeout=0.02), TOKEN, stop)

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(serving())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Stalls of the bot's event loop.")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--written", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, model(given.written) as settings:
        played = measure(given.articles, given.rounds, Path(folder), **settings)
    for number, each in enumerate(played, start=1):
        print(
            f"round {number}: longest stall {each.stall * 1_000:.0f} ms "
            f"(an idle process: {each.idle * 1_000:.0f} ms), "
            f"slowest acknowledgement {each.acknowledged * 1_000:.0f} ms, "
            f"all {PEOPLE} answered after {each.answered:.1f} s, "
            f"{WORDS:,} words added after {each.added:.1f} s"
        )
    sys.exit(1 if any(each.stall - each.idle > LONGEST for each in played) else 0)


if __name__ == "__main__":
    main()
