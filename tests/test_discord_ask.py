"""Asking in Discord, through the real client in SimCord's Discord."""

from __future__ import annotations

from discord_newsroom import QUESTION, Newsroom, contents, in_newsroom, labels


def test_ask_answers_with_words_and_sources(tmp_path):
    """The answer repeats the question, quotes whole sentences, cites them and has its buttons."""

    async def scene(room: Newsroom) -> None:
        result = await room.reader.slash(room.desk, "ask", question=QUESTION)
        [text] = contents(result)

        assert [5] == room.acknowledgements()
        assert not result.ephemeral
        assert text.startswith(f"**{QUESTION}**")
        assert "> “The quay we have has served for ninety years,” Ms Tolliday said." in text
        assert "[1] Sound Radio · February 2025" in text
        assert labels(result.response) == [
            "Show in context",
            "Copy for print",
            "Ask more in a thread",
            "Report a problem",
            "Open [1]",
            "Open [3]",
        ]

    in_newsroom(tmp_path, scene)
