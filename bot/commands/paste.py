"""Paste: the form into which an article's text is pasted, or its file is put."""

from __future__ import annotations

import functools
from collections.abc import Callable

import discord

from bot.adding import Details
from bot.chat import handed
from bot.commands.adding import check_may_add, offer, offer_link, read
from bot.commands.common import Interaction
from bot.commands.form import Form, line, space, upload, uploaded, written
from index import intake
from index.article import Draft


class PasteForm(Form):
    """An article's text or file, and what that may not say: outlet, date, link.

    Discord takes five fields at most. The headline goes in with the text, where it stands anyway;
    *Edit details* on the card corrects it.
    """

    def __init__(self) -> None:
        super().__init__(title="Add an article")
        self._text = space(
            "Headline and text",
            hint="The headline on the first line. Longer than 4,000 letters? Hand in a file.",
            required=False,
        )
        self._file = upload("Or a file", hint=f"One article; {intake.named()} files are read.")
        self._outlet = line("Outlet", hint="Where it was published.")
        self._date = line("Date", hint="Of publication: 2024-03-12, 2024-03 or 2024.")
        self._link = line("Link", hint="Answers lead to it, at the very sentence.")
        for field in (self._text, self._file, self._outlet, self._date, self._link):
            self.add_item(field)

    async def on_submit(self, interaction: Interaction) -> None:
        """Read what was handed in, and add it; a link alone is fetched."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        check_may_add(interaction)
        details = Details(
            outlet=written(self._outlet) or None,
            url=written(self._link) or None,
            date=written(self._date) or None,
        )
        text, file = written(self._text), uploaded(self._file)
        if details.url and not text and file is None:
            await offer_link(interaction, details.url, details)
            return
        await offer(interaction, await read(interaction, await reading_of(text, file, details)))


async def reading_of(
    text: str, file: discord.Attachment | None, details: Details
) -> Callable[[], Draft]:
    """Return how to read what was handed in: a text, or a file, which is fetched.

    Raises ``NotReadable`` for both, for neither, and for a file that is too large.
    """
    handed.check_one(text, file.filename if file else "")
    if file is None:
        return functools.partial(handed.of_text, text, details)
    handed.check_size(file.filename, file.size)
    return functools.partial(handed.of_file, file.filename, await file.read(), details)
