"""What a model was asked, and which messages show an answer that it is still writing."""

from __future__ import annotations

from dataclasses import astuple

from index.state.file import StateFile
from index.state.values import ModelUse, Unfinished


class Writings:
    """The part of the state that is about a model. Methods raise as those of ``State`` do."""

    def __init__(self, file: StateFile) -> None:
        self._file = file

    def model_use(self, day: str, server: int) -> ModelUse:
        """Return what was asked of the model on a day, for a server."""
        query = "SELECT questions, tokens, guessed FROM model_use WHERE day = ? AND server_id = ?"
        row = self._file.row(query, day, server)
        return ModelUse(*row) if row else ModelUse(0, 0, 0)

    def begin_model_use(self, day: str, server: int, tokens: int, most: int) -> bool:
        """Count one question to the model, with an estimate of its tokens; tell whether it may be.

        It may not where ``most`` are counted, those under way among them, whoever else counts at
        this moment. What was counted on earlier days goes.
        """
        with self._file.transaction():
            self._file.delete("model_use", "day < ?", day)
            counted = self._file.change(
                "INSERT INTO model_use (day, server_id, questions, tokens, guessed)"
                " SELECT ?1, ?2, 1, ?3, ?3 WHERE ?4 > 0"
                " ON CONFLICT (day, server_id) DO UPDATE SET questions = questions + 1,"
                " tokens = tokens + excluded.tokens, guessed = guessed + excluded.guessed"
                " WHERE questions < ?4",
                day,
                server,
                tokens,
                most,
            )
        return counted > 0

    def end_model_use(self, day: str, server: int, reserved: int, used: ModelUse) -> None:
        """Put what a question used in place of the ``reserved`` tokens it began with.

        ``used`` counts no question where the model never took it: it is given back.
        """
        self._file.change(
            "UPDATE model_use SET questions = questions - 1 + ?, tokens = tokens - ? + ?,"
            " guessed = guessed - ? + ? WHERE day = ? AND server_id = ?",
            used.questions,
            reserved,
            used.tokens,
            reserved,
            used.guessed,
            day,
            server,
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
