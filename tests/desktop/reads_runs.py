"""A list of runs is chosen in the system's own dialog, read, kept, and goes on the page that is saved."""

from support import runner_of_runs as runner
from support import words
from support.program import DOCUMENTS, HOME, KEPT, answer_dialog, check, equal, key, print_note, run, wait_for

RUNS = HOME / "data/runs.ron"


def test():
    program = runner.open_runs()
    day, km = runner.LONG
    wait_for("the long run", lambda: any(f"{km} km on {day.day} October" in node.name for node in program.nodes()))
    program.click(words.runs("shows.on_page"), "push button")
    wait_for("that the page tells it", lambda: program.shows(words.runs("shows.is_on_page")))
    wanted = DOCUMENTS / "with runs.txt"
    key("ctrl+s")
    answer_dialog(wanted)
    wait_for("the page", wanted.is_file)
    text = wanted.read_text()
    days = [day for day, _ in runner.runs()]
    by_files = words.page_word("runs.by_files")
    check(f"TRAINING ({by_files}, {days[0]} to {days[-1]})" in text, text)
    check(f"Run that stands out: {km} km on {day}" in " ".join(text.split()), text)
    equal(program.close(), 0, "the exit status")

    kept = RUNS.read_text()
    equal(kept.count("(day:"), runner.WEEKS * 3, "runs that are kept")
    equal(oct(RUNS.stat().st_mode & 0o777), "0o600", "who may read them")
    # What the page needs is in the check: no file of runs is there any more.
    RUNS.unlink()
    equal(print_note(KEPT), text, "the page without the runs")


run(test)
