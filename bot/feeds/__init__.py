"""Feeds: which are followed, when each is read, and what comes of it.

``following`` adds and removes them; ``reader`` reads one, ``schedule`` says when again; ``keeping``
reads all whose time has come while the bot runs; ``told`` has the words. What is fetched for them
nobody asked for by name: ``index.intake.unasked``.
"""
