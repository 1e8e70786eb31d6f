"""What one line of a page says by itself: a byline, a date, a button, an address. Pure.

``lines`` parts a text into them and asks the plain questions; ``byline``, ``date``, ``caption``,
``furniture`` (with its ``furniture_words``), ``link`` and ``outlet`` each know one kind of line;
``first_issue`` knows before which year an outlet did not exist;
``notices`` says what a reader should know of the text that is left.
"""
