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
WALKS = ["walk_normal", "walk_limp"]
SEXES = ["sex_male", "sex_female"]


def choose(program, question, finding):
    """As a screen reader does: at once, wherever it stands on the screen."""
    program.find(words.answer(finding), "radio button", words.question(question)).act()


def kept_answers():
    """The answers in the kept file, which the program itself must be able to read."""
    check(KEPT.is_file(), "nothing is kept")
    print_note(KEPT)
    return dict(re.findall(r'"(\w+)": (\w+)', KEPT.read_text()))


def go_on(program):
    program.find(words.screen("buttons.go_on"), "push button").act()
    wait_for("the steps", lambda: not program.all(words.screen("buttons.go_on")))
    if not program.all(words.screen("safety.title"), "heading"):
        safety = words.screen("steps.go_to", number=2, step=words.screen("steps.safety"))
        program.find(safety, "push button").act()
    program.find(words.screen("safety.title"), "heading")


def test():
    seed = int(os.environ.get("KNEENOTE_SEED", "1"))
    random.seed(seed)
    program = Program()
    runner.start(program)
    a, b = WALKS[0], None
    choose(program, "q_walk", a)
    time.sleep(KEPT_WITHIN)
    kept_b = lost_a = broken_b = 0
    for number in range(ROUNDS):
        # B: the other sex than the kept one, so that it is a change.
        before = kept_answers()
        b = SEXES[0] if before.get(SEXES[1]) == "Yes" else SEXES[1]
        choose(program, "q_sex", b)
        late = PAUSE if number % 2 else 0
        delay = late + random.uniform(0, 0.05)
        time.sleep(delay)
        program.kill()
        where = f"round {number + 1}, killed {delay * 1000:.0f} ms after B"
        after = kept_answers()
        if after.get(a) != "Yes":
            lost_a += 1
            print(f"{where}: A is lost: {after}")
        sexes = [after.get(sex) for sex in SEXES]
        old, new = [before.get(sex) for sex in SEXES], ["Yes" if sex == b else "No" for sex in SEXES]
        kept_b += sexes == new
        if sexes not in (old, new):
            broken_b += 1
            print(f"{where}: B is neither whole nor absent: {after}")

        # Start again: A is offered, and the next A is another answer.
        program = Program(size=None)
        go_on(program)
        question = words.question("q_walk")
        check(program.find(words.answer(a), "radio button", question).is_checked(), f"{where}: A is not chosen any more")
        left = sorted(path.name for path in KEPT.parent.rglob(".*.part"))
        equal(left, [], f"{where}: files half written after the next start")
        a = WALKS[1] if a == WALKS[0] else WALKS[0]
        choose(program, "q_walk", a)
        time.sleep(KEPT_WITHIN)
    equal(program.close(), 0, "the exit status")
    print(f"{ROUNDS} kills: A lost in {lost_a}, B half there in {broken_b}, B whole in {kept_b}, "
          f"B absent in {ROUNDS - kept_b - broken_b}")
    equal((lost_a, broken_b), (0, 0), "rounds with A lost, rounds with B half there")


run(test)
