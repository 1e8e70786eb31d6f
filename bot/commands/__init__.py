"""Commands: what people can do in Discord, a few lines each.

Each acknowledges at once, lets the bureau work in a thread, and shows what a pure part wrote.
With ``bot.client`` the only door to discord.py.
"""
