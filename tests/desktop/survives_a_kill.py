"""Answers outlive the program: killed with no warning, it offers them again, and the kept file is always whole."""

import random
import time

from support import typical_runner as runner
from support import words
from support.program import KEPT, Program, check, equal, print_note, run, wait_for

# Answers are on the disk within this time, in seconds.
KEPT_WITHIN = 1.1
# The program waits this long for more changes before it writes.
PAUSE = 0.3
KILLS_AT_ONCE = 10
KILLS_IN_WRITING = 10
A = '"walk_normal": Yes'


def holds_a(round_name):
    check(KEPT.is_file(), f"{round_name}: nothing is kept")
    check(A in KEPT.read_text(), f"{round_name}: the kept file lost {A}")
    print_note(KEPT)


def test():
    random.seed(1)
    program = Program()
    runner.start(program)
    runner.pick(program, "q_walk")
    time.sleep(KEPT_WITHIN)
    program.kill()
    holds_a("first kill")

    delays = [random.uniform(0, 0.05) for _ in range(KILLS_AT_ONCE)]
    delays += [PAUSE + 0.01 * (step - 4) for step in range(KILLS_IN_WRITING)]
    kept_b = 0
    for number, delay in enumerate(delays):
        program = Program()
        program.press(words.screen("buttons.go_on"))
        sex = "sex_female" if number % 2 else "sex_male"
        label, question = words.answer(sex), words.question("q_sex")
        program.point(program.middle(program.bring_into_view(label, "radio button", question)))
        click(delay, program)
        holds_a(f"kill {number + 1}, {delay * 1000:.0f} ms after an answer")
        kept_b += f'"{sex}": Yes' in KEPT.read_text()

    program = Program()
    wait_for("the answers to be offered", lambda: program.all(words.screen("buttons.go_on"), "push button"))
    program.press(words.screen("buttons.go_on"))
    question = words.question("q_walk")
    check(program.find(words.answer("walk_normal"), "radio button", question).is_checked(), "A is not chosen any more")
    equal(program.close(), 0, "the exit status")
    left = sorted(path.name for path in KEPT.parent.iterdir() if path.name.endswith(".part"))
    equal(left, [], "temporary files that the kills left behind")
    print(f"{len(delays)} kills; the last answer was kept in {kept_b} of them")


def click(delay, program):
    from support.program import x
    x("click", 1)
    time.sleep(delay)
    program.kill()


run(test)
