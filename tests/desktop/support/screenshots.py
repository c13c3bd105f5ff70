"""Pictures of the real program for the README: `tests/desktop/run --screenshots`."""

import os
import subprocess
import time

from support import runner_of_runs
from support import typical_runner as runner
from support import words
from support.program import Program, run, x

FOLDER = os.environ["KNEENOTE_SCREENSHOTS"]


def take(program, name):
    x("mousemove", 1590, 1190)
    program.still()
    time.sleep(0.4)
    subprocess.run(["import", "-window", str(program.window), "-strip", f"{FOLDER}/{name}.png"], check=True)


def test():
    program = Program()
    runner.where(program)
    take(program, "where")
    runner.continue_on(program)
    runner.safety(program)
    runner.continue_on(program)
    runner.questions(program)
    take(program, "result")
    program.press(words.screen("page.preview"))
    for _ in range(40):
        if program.find(words.screen("page.title"), "heading").place()[1] < 110:
            break
        program.point((720, 400))
        x("click", 5)
        program.still()
    take(program, "page")
    program.close()

    program = runner_of_runs.open_runs()
    weeks = words.runs("plot.weeks").replace("{unit}", "") + ". "
    program.bring_into_view(next(node.name for node in program.nodes() if weeks in node.name))
    take(program, "runs")
    program.close()


run(test)
