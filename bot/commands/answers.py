"""The buttons under an answer: context, print, a thread, the rest, sharing, a problem."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import discord

from bot.chat import courtesy, following
from bot.chat.bureau import Bureau
from bot.chat.conversation import Asked, Place
from bot.chat.scope import Scope
from bot.commands import answering, buttons
from bot.commands.answering import (
    CONTEXT,
    DAY,
    MORE,
    OLDEST,
    PRINT,
    PROBLEM,
    SHARE,
    THREAD,
    WHICH,
    asker_of,
)
from bot.commands.common import Interaction, bureau_of, scope_of, take
from bot.commands.deliver import Beside, ToCommand
from bot.commands.places import address
from bot.commands.problem import ProblemForm
from index.state import Posted

PAGE = "page"
_ALREADY_HAS_THREAD = 160004


@buttons.on_press(CONTEXT)
async def show_in_context(interaction: Interaction, rest: str) -> None:
    """Show words between their neighbours."""
    await _offer(interaction, CONTEXT, "Which words do you want to see in context?")


@buttons.on_press(PRINT)
async def copy_for_print(interaction: Interaction, rest: str) -> None:
    """Show words as one plain message to copy."""
    await _offer(interaction, PRINT, "Which words do you want to copy?")


@buttons.on_pick(CONTEXT)
async def picked_for_context(interaction: Interaction, rest: str, value: str) -> None:
    """Show the words that were picked, and let the person pick again."""
    await _show_picked(interaction, CONTEXT, int(rest), int(value))


@buttons.on_pick(PRINT)
async def picked_for_print(interaction: Interaction, rest: str, value: str) -> None:
    """Show the words that were picked as one plain message, and nothing else in it."""
    await _show_picked(interaction, PRINT, int(rest), int(value))


async def _offer(interaction: Interaction, what: str, question: str) -> None:
    """Let the person pick one of the places that an answer shows; one alone needs no picking."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    bureau, asked_under = bureau_of(interaction), _message(interaction).id
    posted = await bureau.look(bureau.answered.posted, asked_under)
    if len(posted.cited) == 1:
        content = await _words(interaction, what, posted, 0)
        await interaction.edit_original_response(content=content)
        return
    menu = await _menu(bureau, await scope_of(interaction), posted, what)
    await interaction.edit_original_response(content=question, view=buttons.view(menu))


async def _menu(bureau: Bureau, scope: Scope, posted: Posted, what: str) -> buttons.Pick:
    picks = await bureau.look(bureau.answered.picks, scope, posted)
    options = [
        discord.SelectOption(label=pick.label, description=pick.description, value=str(place))
        for place, pick in picks
    ]
    return buttons.Pick(what, str(posted.message_id), "Choose the words", options)


async def _show_picked(interaction: Interaction, what: str, asked_under: int, place: int) -> None:
    await interaction.response.defer()
    bureau = bureau_of(interaction)
    posted = await bureau.look(bureau.answered.posted, asked_under)
    content = await _words(interaction, what, posted, place)
    await interaction.edit_original_response(content=content)


async def _words(interaction: Interaction, what: str, posted: Posted, place: int) -> str:
    """Return the words of a place in context, or for print; for this person alone."""
    bureau, asker = bureau_of(interaction), await asker_of(interaction, private=True)
    origin = await bureau.look(bureau.state.origin, posted.cited[place].article_id)
    added_in = address(origin, asker.channel, asker.member)
    write = bureau.answered.in_context if what == CONTEXT else bureau.answered.for_print
    return await bureau.look(write, asker.scope, posted, place, added_in)


@buttons.on_pick(WHICH)
async def picked_person(interaction: Interaction, rest: str, value: str) -> None:
    """Answer the same question for the person who was meant."""
    await _meant(interaction, lambda asked: asked.of(value))


@buttons.on_press(DAY)
async def pressed_day(interaction: Interaction, rest: str) -> None:
    """Answer the same question for the day that was meant."""
    figures, _, day = rest.partition("=")
    await _meant(interaction, lambda asked: asked.on(figures, day))


async def _meant(interaction: Interaction, meaning: Callable[[Asked], Asked]) -> None:
    under = _message(interaction)
    private = under.flags.ephemeral
    await answering.begin(interaction, private=private)
    bureau, asker = bureau_of(interaction), await asker_of(interaction, private=private)
    asked = meaning(await bureau.look(bureau.answered.again, under.id))
    await answering.answer(bureau, ToCommand(interaction, private=private), asked, asker)


@buttons.on_press(THREAD)
async def ask_more(interaction: Interaction, rest: str) -> None:
    """Open a thread in which the subject of an answer is kept."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    bureau, under = bureau_of(interaction), _message(interaction)
    posted = await bureau.look(bureau.answered.posted, under.id)
    try:
        thread = await under.create_thread(name=following.thread_name(posted.question))
    except discord.HTTPException as error:
        if error.code != _ALREADY_HAS_THREAD:
            raise
        # The thread of a message has the message's own id. Whoever opened it, it is ours now.
        await bureau.look(bureau.answered.keep_thread, under.id, posted)
        await interaction.edit_original_response(content=f"It has a thread: <#{under.id}>")
        return
    await bureau.look(bureau.answered.keep_thread, thread.id, posted)
    await thread.send(following.IN_THREAD)
    await interaction.edit_original_response(content=f"Go on in {thread.mention}.")


@buttons.on_press(MORE)
async def show_more(interaction: Interaction, rest: str) -> None:
    """Show all that was found, a page at a time, to this person only."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    await _show_page(interaction, _message(interaction).id, int(rest))


@buttons.on_press(PAGE)
async def turn_page(interaction: Interaction, rest: str) -> None:
    """Show another page."""
    await interaction.response.defer()
    asked_under, _, page = rest.partition(".")
    await _show_page(interaction, int(asked_under), int(page))


async def _show_page(interaction: Interaction, asked_under: int, page: int) -> None:
    bureau = bureau_of(interaction)
    asked = (await bureau.look(bureau.answered.again, asked_under)).in_pages()
    asker = await asker_of(interaction, private=True)
    told = await bureau.work(bureau.answer, asker.scope, asked)
    found = told.answer
    parts = await answering.written(bureau, found, asker)
    page = min(max(page, 0), len(parts) - 1)
    much = f"the first {len(found.blocks)}" if found.more else f"all {len(found.blocks)}"
    line = f"Page {page + 1} of {len(parts)}, {much} that were found. {told.note}"
    [text, *rest] = courtesy.before(line.rstrip(), [parts[page].content])
    items: list[discord.ui.Item[Any]] = [*answering.picking()] if parts[page].places else []
    if page:
        items.append(buttons.Press(PAGE, "Page before", f"{asked_under}.{page - 1}"))
    if page + 1 < len(parts):
        items.append(buttons.Press(PAGE, "Next page", f"{asked_under}.{page + 1}"))
    items += [buttons.link(f"Open [{one.number}]", one.url, 1) for one in parts[page].links]
    sent = await interaction.edit_original_response(
        content=rest[0] if rest else text, view=buttons.view(*items)
    )
    place = Place(sent.id, sent.channel.id, asker.scope.server, private=True)
    keep = bureau.answered.keep_page
    await bureau.look(keep, found, parts[page].places, place, asker.person)


@buttons.on_press(OLDEST)
async def show_oldest_first(interaction: Interaction, rest: str) -> None:
    """Show the same with the oldest first, to this person only."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    bureau = bureau_of(interaction)
    take(bureau.allowances.questions, interaction.user.id)
    again = await bureau.look(bureau.answered.again, _message(interaction).id)
    asked = dataclasses.replace(again, oldest=True)
    asker = await asker_of(interaction, private=True)
    await answering.answer(bureau, ToCommand(interaction, private=True), asked, asker)


@buttons.on_press(SHARE)
async def share(interaction: Interaction, rest: str) -> None:
    """Show a private answer to everybody in the channel."""
    await interaction.response.defer()
    bureau = bureau_of(interaction)
    take(bureau.allowances.questions, interaction.user.id)
    asked = await bureau.look(bureau.answered.again, _message(interaction).id)
    asker = await asker_of(interaction, private=False)
    await answering.answer(bureau, Beside(interaction), asked.as_shown(), asker)


@buttons.on_press(PROBLEM)
async def report_problem(interaction: Interaction, rest: str) -> None:
    """Ask what is wrong with an answer."""
    take(bureau_of(interaction).allowances.reports, interaction.user.id)
    under = _message(interaction)
    await interaction.response.send_modal(ProblemForm(under.id, private=under.flags.ephemeral))


def _message(interaction: Interaction) -> discord.Message:
    """Return the message that a button stands under."""
    if interaction.message is None:
        raise courtesy.NotAllowedError(courtesy.OLD_BUTTON)
    return interaction.message
