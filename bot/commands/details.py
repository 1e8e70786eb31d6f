"""Details: the form in which an article's headline, outlet, date, link and author are given."""

from __future__ import annotations

from bot.chat import card
from bot.commands.adding import EDIT, check_may_add
from bot.commands.buttons import on_press
from bot.commands.common import Interaction, bureau_of
from bot.commands.form import Form, line, written
from index.article import Article


class DetailsForm(Form):
    """What is on record of an article, to be corrected."""

    def __init__(self, article: Article) -> None:
        super().__init__(title="Edit details")
        self._article_id = article.article_id
        date = article.published.date if article.published else None
        self._fields = {
            "title": line("Headline", article.title, required=True),
            "outlet": line("Outlet", article.outlet, hint="Where it was published."),
            "published": line("Date", date, hint="Of publication: 2024-03-12, 2024-03 or 2024."),
            "url": line("Link", article.url),
            "byline": line("Author", article.byline),
        }
        self._before = {name: written(field) for name, field in self._fields.items()}
        for field in self._fields.values():
            self.add_item(field)

    async def on_submit(self, interaction: Interaction) -> None:
        """Change what was changed in the form, and show the article as it stands now."""
        from_button = interaction.message is not None
        await interaction.response.defer(thinking=not from_button, ephemeral=True)
        check_may_add(interaction)
        bureau = bureau_of(interaction)
        after = {name: written(field) for name, field in self._fields.items()}
        changes = {name: text for name, text in after.items() if text != self._before[name]}
        scope = bureau.scope(interaction.guild_id or 0)
        stored = await bureau.write(bureau.edit, scope, self._article_id, changes)
        shown = card.article(stored) if stored else "Changed; it is still being read."
        await interaction.edit_original_response(content=shown)


@on_press(EDIT)
async def edit_details(interaction: Interaction, rest: str) -> None:
    """Open the form for an article."""
    await open_form(interaction, rest)


async def open_form(interaction: Interaction, article_id: str) -> None:
    """Open the form for an article that was added in this server.

    Discord takes a form only as the first answer: what it begins with comes from memory.
    """
    check_may_add(interaction)
    bureau = bureau_of(interaction)
    article = bureau.remembered(bureau.scope(interaction.guild_id or 0), article_id)
    await interaction.response.send_modal(DetailsForm(article))
