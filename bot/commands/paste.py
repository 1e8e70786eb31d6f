"""Paste: the form into which an article's text is pasted, or its file is put."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable

import discord

from bot.adding import Details
from bot.chat import handed
from bot.chat.handed import NOTHING_TYPED, Typed
from bot.commands import buttons, trouble
from bot.commands.adding import check_may_add, offer, offer_link, read
from bot.commands.common import Interaction, bureau_of
from bot.commands.form import Form, line, space, upload, uploaded, written
from index import intake
from index.article import Draft
from index.errors import OnRecordError

AGAIN = "form-again"


class PasteForm(Form):
    """An article's text or file, and what that may not say: outlet, date, link.

    Discord takes five fields at most. The headline goes in with the text, where it stands anyway;
    *Edit details* on the card corrects it.
    """

    def __init__(self, typed: Typed = NOTHING_TYPED) -> None:
        super().__init__(title="Add an article")
        self._text = space(
            "Headline and text",
            typed.text,
            hint="The headline on the first line. Longer than 4,000 letters? Hand in a file.",
            required=False,
        )
        self._file = upload("Or a file", hint=f"One article; {intake.named()} files are read.")
        self._outlet = line("Outlet", typed.outlet, hint="Where it was published.")
        self._date = line("Date", typed.date, hint="Of publication: 2024-03-12, 2024-03 or 2024.")
        self._link = line("Link", typed.link, hint="Answers lead to it, at the very sentence.")
        for field in (self._text, self._file, self._outlet, self._date, self._link):
            self.add_item(field)

    async def on_submit(self, interaction: Interaction) -> None:
        """Read what was handed in, and add it; what was typed is not lost where that fails."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        fields = (self._text, self._outlet, self._date, self._link)
        typed = Typed(*map(written, fields))
        try:
            await _add(interaction, typed, uploaded(self._file))
        except OnRecordError as error:
            if not typed.text:
                raise
            word = bureau_of(interaction).forms.lay(typed, time.monotonic())
            again = buttons.Press(AGAIN, "Open the form again", word)
            await interaction.edit_original_response(
                content=trouble.sentence_for(error), view=buttons.view(again)
            )


@buttons.on_press(AGAIN)
async def open_again(interaction: Interaction, rest: str) -> None:
    """Open the form with what was typed into it before."""
    await interaction.response.send_modal(PasteForm(bureau_of(interaction).forms.look(rest)))


async def _add(interaction: Interaction, typed: Typed, file: discord.Attachment | None) -> None:
    """Add what was handed in; a link alone is fetched."""
    check_may_add(interaction)
    details = typed.details
    if details.url and not typed.text and file is None:
        await offer_link(interaction, details.url, details)
        return
    await offer(interaction, await read(interaction, await reading_of(typed.text, file, details)))


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
