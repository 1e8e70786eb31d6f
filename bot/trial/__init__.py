"""Trial: a team's own questions, and how well their articles answer them."""

from bot.trial.figures import Figure, figures, kept_figures, worse
from bot.trial.judging import MEASURES, Judged, judge
from bot.trial.last import keep, last_run
from bot.trial.questions import Trial, not_on_record, read

__all__ = [
    "MEASURES",
    "Figure",
    "Judged",
    "Trial",
    "figures",
    "judge",
    "keep",
    "kept_figures",
    "last_run",
    "not_on_record",
    "read",
    "worse",
]
