"""Answers outlive the program: killed with no warning, it offers them again, and the kept file is always whole.

A round changes A, waits a second, changes B, and kills the program at a random moment: in one half of the rounds within
50 ms after B, in the other half within the 50 ms in which B is written. KNEENOTE_KILLS sets the number of rounds.
"""

import os
import random
import re
import time

from support import typical_runner as runner
from support import words
from support.program import KEPT, Program, check, equal, print_note, run, wait_for

ROUNDS = int(os.environ.get("KNEENOTE_KILLS", "16"))
# Answers are on the disk within this time, in seconds.
KEPT_WITHIN = 1.1
# The program waits this long for more changes before it writes.
PAUSE = 0.3
TRENDS = ["trend_better", "trend_worse"]
DURATIONS = ["dur_2_6w", "dur_6_12w"]


def choose(program, question, finding):
    """As a screen reader does: at once, wherever it stands on the screen."""
    program.find(words.answer(finding), "radio button", words.question(question)).act()


def kept_answers():
    """The answers in the kept file, which the program itself must be able to read."""
    check(KEPT.is_file(), "nothing is kept")
    print_note(KEPT)
    return dict(re.findall(r'"(\w+)": (\w+)', KEPT.read_text()))


def to_the_first_card(program):
    if not program.all(words.answer(TRENDS[0]), "radio button"):
        program.find(words.screen("steps.go_to", number=3, step=words.screen("steps.questions")), "push button").act()
    program.find(words.answer(TRENDS[0]), "radio button", words.question("q_trend"))


def go_on(program):
    program.find(words.screen("buttons.go_on"), "push button").act()
    wait_for("the steps", lambda: not program.all(words.screen("buttons.go_on")))
    to_the_first_card(program)


def test():
    seed = int(os.environ.get("KNEENOTE_SEED", "1"))
    random.seed(seed)
    program = Program()
    to_the_first_card(program)
    a, b = TRENDS[0], None
    choose(program, "q_trend", a)
    time.sleep(KEPT_WITHIN)
    kept_b = lost_a = broken_b = 0
    for number in range(ROUNDS):
        # B: another time than the kept one, so that it is a change.
        before = kept_answers()
        b = DURATIONS[0] if before.get(DURATIONS[1]) == "Yes" else DURATIONS[1]
        choose(program, "q_duration", b)
        late = PAUSE if number % 2 else 0
        delay = late + random.uniform(0, 0.05)
        time.sleep(delay)
        program.kill()
        where = f"round {number + 1}, killed {delay * 1000:.0f} ms after B"
        after = kept_answers()
        if after.get(a) != "Yes":
            lost_a += 1
            print(f"{where}: A is lost: {after}")
        told = [after.get(duration) for duration in DURATIONS]
        old, new = [before.get(duration) for duration in DURATIONS], ["Yes" if of == b else "No" for of in DURATIONS]
        kept_b += told == new
        if told not in (old, new):
            broken_b += 1
            print(f"{where}: B is neither whole nor absent: {after}")

        # Start again: A is offered, and the next A is another answer.
        program = Program(size=None)
        go_on(program)
        question = words.question("q_trend")
        check(program.find(words.answer(a), "radio button", question).is_checked(), f"{where}: A is not chosen any more")
        left = sorted(path.name for path in KEPT.parent.rglob(".*.part"))
        equal(left, [], f"{where}: files half written after the next start")
        a = TRENDS[1] if a == TRENDS[0] else TRENDS[0]
        choose(program, "q_trend", a)
        time.sleep(KEPT_WITHIN)
    equal(program.close(), 0, "the exit status")
    print(f"{ROUNDS} kills: A lost in {lost_a}, B half there in {broken_b}, B whole in {kept_b}, "
          f"B absent in {ROUNDS - kept_b - broken_b}")
    equal((lost_a, broken_b), (0, 0), "rounds with A lost, rounds with B half there")


run(test)
