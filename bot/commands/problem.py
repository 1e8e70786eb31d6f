"""Problem: somebody says what is wrong with an answer; it reaches those who can mend it."""

from __future__ import annotations

import logging

import discord

from bot.chat.markdown import LIMIT, length, quoted
from bot.chat.piece import portions
from bot.commands.common import Interaction, bureau_of
from bot.commands.form import Form, space, written
from bot.linking.message import message_link
from index.state import Report

_log = logging.getLogger(__name__)
_LONGEST = 1_000


_EXAMPLES = "For example: the speaker is wrong, the words are not his, the link fails."
# Whoever reads the report cannot open such an answer.
_ONLY_YOURS = "Only you can see this answer: say what you asked, too."


class ProblemForm(Form):
    """The form behind "Report a problem". ``answer`` is the id of the answer's message.

    ``private``: only the person can see it.
    """

    def __init__(self, answer: int, *, private: bool = False) -> None:
        super().__init__(title="Report a problem")
        self._answer = answer
        self._private = private
        hint = _ONLY_YOURS if private else _EXAMPLES
        self._text = space("What is wrong?", hint=hint, most=_LONGEST)
        self.add_item(self._text)

    async def on_submit(self, interaction: Interaction) -> None:
        """Keep the report, and send it where the managers want to read reports."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        bureau = bureau_of(interaction)
        report = await bureau.look(
            bureau.answered.report,
            interaction.guild_id,
            interaction.channel_id or 0,
            self._answer,
            interaction.user.id,
            written(self._text),
        )
        reached = await _send_on(interaction, report, private=self._private)
        whom = "the managers of this server" if reached else "whoever runs On Record"
        await interaction.edit_original_response(
            content=f"Thank you. That is report {report.number}, and {whom} will read it."
        )


async def _send_on(interaction: Interaction, report: Report, *, private: bool) -> bool:
    """Send a report to the channel for reports; tell whether there is one and it was reached."""
    guild = interaction.guild
    if guild is None:
        return False
    channel_id = bureau_of(interaction).settings(guild.id).reports_channel
    channel = guild.get_channel_or_thread(channel_id) if channel_id else None
    if not isinstance(channel, discord.abc.Messageable):
        return False
    where = message_link(guild.id, report.channel_id, report.message_id)
    head = f"Report {report.number} on {'an answer that only they saw' if private else where}"
    first, *others = portions(report.text, LIMIT - length(head) - 1)
    try:
        for content in (f"{head}\n{quoted(first)}", *filter(None, map(quoted, others))):
            await channel.send(content)
    except discord.HTTPException as error:
        _log.warning("Report %d could not be sent on: %s", report.number, error)
        return False
    return True
