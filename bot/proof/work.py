"""How much comparing one check may cost. A text that only repeats itself would cost hours."""

from __future__ import annotations

from index.errors import DraftError

# In words compared with words; a long draft against hundreds of articles takes a tenth of it.
MOST_STEPS = 5_000_000
TOO_MUCH = (
    "A quotation repeats the same words so often that it cannot be checked. Hand in the draft "
    "without it, or with a shorter part of it."
)


class Work:
    """What is left of the work that one check may do."""

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.left = steps

    def spend(self, steps: int = 1) -> None:
        """Count work done. Raises ``DraftError`` when it was more than one check may do."""
        self.left -= steps
        if self.left < 0:
            raise DraftError(TOO_MUCH)
