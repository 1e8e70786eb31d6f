"""Paste: the form into which an article's text is pasted."""

from __future__ import annotations

import functools

from bot.adding import Details
from bot.chat import handed
from bot.commands.adding import check_may_add, offer, read
from bot.commands.common import Interaction
from bot.commands.form import Form, line, space, written


class PasteForm(Form):
    """Title, outlet, date, link and text of an article."""

    def __init__(self) -> None:
        super().__init__(title="Add an article")
        self._text = space(
            "Text",
            hint="At most 4,000 letters. A longer one goes in as a file: /article add file.",
        )
        self._title = line("Headline", hint="If it does not stand in the text.")
        self._outlet = line("Outlet", hint="Where it was published.")
        self._date = line("Date", hint="Of publication: 2024-03-12, 2024-03 or 2024.")
        self._link = line("Link")
        for field in (self._title, self._outlet, self._date, self._link, self._text):
            self.add_item(field)

    async def on_submit(self, interaction: Interaction) -> None:
        """Read what was pasted, and add it."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        check_may_add(interaction)
        details = Details(
            title=written(self._title) or None,
            outlet=written(self._outlet) or None,
            url=written(self._link) or None,
            date=written(self._date) or None,
        )
        reading = functools.partial(handed.of_text, written(self._text), details)
        await offer(interaction, await read(interaction, reading))
