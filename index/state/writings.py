"""What a model was asked, and which messages show an answer that it is still writing."""

from __future__ import annotations

from dataclasses import astuple

from index.state.file import StateFile
from index.state.values import Unfinished


class Writings:
    """The part of the state that is about a model. Methods raise as those of ``State`` do."""

    def __init__(self, file: StateFile) -> None:
        self._file = file

    def model_use(self, day: str, server: int) -> tuple[int, int]:
        """Return how many questions and tokens went to the model on a day, for a server."""
        query = "SELECT questions, tokens FROM model_use WHERE day = ? AND server_id = ?"
        row = self._file.row(query, day, server)
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def count_model_use(self, day: str, server: int, tokens: int) -> None:
        """Count one question to the model. What was counted on earlier days goes."""
        with self._file.transaction():
            self._file.delete("model_use", "day < ?", day)
            self._file.write(
                "INSERT INTO model_use VALUES (?, ?, 1, ?) ON CONFLICT (day, server_id) DO UPDATE "
                "SET questions = questions + 1, tokens = tokens + excluded.tokens",
                day,
                server,
                tokens,
            )

    def begin_writing(self, message: Unfinished) -> None:
        """Keep that a message waits for its answer to be written."""
        self._file.write("INSERT OR REPLACE INTO unfinished VALUES (?, ?, ?)", *astuple(message))

    def end_writing(self, message_id: int) -> None:
        """Forget that: the message shows its answer, or says why there is none."""
        with self._file.transaction():
            self._file.delete("unfinished", "message_id = ?", message_id)

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Return the messages whose answers are being written, or were when the bot was cut off."""
        rows = self._file.rows("SELECT message_id, channel_id, token FROM unfinished")
        return tuple(Unfinished(*row) for row in rows)
