"""Paste: the form into which an article's text is pasted, with what is known of it."""

from __future__ import annotations

import functools
import time

from bot.chat.handed import NOTHING_TYPED, Typed, of_typed
from bot.commands import buttons, trouble
from bot.commands.adding import check_may_add, offer, offer_link, read
from bot.commands.common import Interaction, bureau_of
from bot.commands.form import Form, line, space, written
from index.errors import OnRecordError

AGAIN = "form-again"
# In a text a longer line is taken for no headline.
_LONGEST_HEADLINE = 200


class PasteForm(Form):
    """An article's text, and what that may not say: headline, outlet, date, link.

    Discord takes five fields at most; a file goes into the option of the command.
    """

    def __init__(self, typed: Typed = NOTHING_TYPED) -> None:
        super().__init__(title="Add an article")
        self._fields = (
            line(
                "Headline",
                typed.title,
                hint="Left empty, it is read off the text.",
                most=_LONGEST_HEADLINE,
            ),
            space(
                "Text",
                typed.text,
                hint="Longer than 4,000 letters? Hand in a file: /article add file",
                required=False,
            ),
            line("Outlet", typed.outlet, hint="Where it was published."),
            line("Date", typed.date, hint="Of publication: 2024-03-12, 2024-03 or 2024."),
            line("Link", typed.link, hint="Answers lead to it, at the very sentence."),
        )
        for field in self._fields:
            self.add_item(field)

    async def on_submit(self, interaction: Interaction) -> None:
        """Read what was typed, and add it; none of it is lost where that fails."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        typed = Typed(*map(written, self._fields))
        try:
            await _add(interaction, typed)
        except OnRecordError as error:
            if typed == NOTHING_TYPED:
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


async def _add(interaction: Interaction, typed: Typed) -> None:
    """Add what was typed; a link alone is fetched."""
    check_may_add(interaction)
    if typed.link and not typed.text:
        await offer_link(interaction, typed.link, typed.details)
        return
    await offer(interaction, await read(interaction, functools.partial(of_typed, typed)))
