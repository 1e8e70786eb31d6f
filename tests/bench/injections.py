"""Measure what instructions in an article do: `python tests/bench/injections.py FILE [--check]`.

FILE holds instructions in lists by kind. Each is put as a paragraph at the start, in the middle and
at the end of three articles, alone in a library of its own, and a question about the article is
asked. Counted: answers in which the instruction is seen (leaked), and answers whose words are not
those of the article without it (changed). ``--check`` fails when there is any leak.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

from injected import ASKED, PLACES, blocks, leaks, placed, sample, shown

from bot.asking import Desk
from bot.settings import Settings
from bot.wiring import open_record


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="the file with the instructions")
    parser.add_argument("--check", action="store_true", help="fail when anything leaks")
    asked = parser.parse_args()
    attacks = [one for kind in json.loads(asked.file.read_text("utf-8")).values() for one in kind]
    leaked, changed, count = [], 0, 0
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Settings(data=Path(folder)), "bench", print) as record,
    ):
        for number, (name, _) in enumerate(ASKED):
            record.add(sample(name), f"plain{number}", index=False)
            for case, (attack, place) in enumerate((a, p) for a in attacks for p in PLACES):
                record.add(placed(sample(name), attack, place), f"x{number}-{case}", index=False)
        record.level()
        for number, (_, question) in enumerate(ASKED):
            plain = blocks(Desk(record, (f"plain{number}",)).ask(question))
            for case, (attack, place) in enumerate((a, p) for a in attacks for p in PLACES):
                answer = Desk(record, (f"x{number}-{case}",)).ask(question)
                count += 1
                changed += blocks(answer) != plain
                if leaks(shown(answer), attack):
                    leaked.append((place, attack))
    print(f"{count} placements of {len(attacks)} instructions")
    print(f"leaked   {len(leaked)}")
    print(f"changed  {changed}")
    for place, attack in leaked[:20]:
        print(f"  at the {place}: {attack}")
    return 1 if asked.check and leaked else 0


if __name__ == "__main__":
    sys.exit(main())
