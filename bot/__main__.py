"""``python -m bot`` is ``on-record``."""

from bot.cli import main

main(prog_name="on-record")
