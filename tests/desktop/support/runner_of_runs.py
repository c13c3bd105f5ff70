"""A runner with half a year of runs in a list, one of them half as long again as any before, and the check of their knee."""

from datetime import date, timedelta

from support import words
from support.program import HOME, Program, choose_in_dialog, wait_for

LIST = HOME / "my runs.csv"
CHECK = HOME / "race.kneenote"
# The pain began on a Saturday, a week after the long run.
BEGAN = date(2026, 10, 10)
LONG = (BEGAN - timedelta(7), 21.3)
WEEKS = 26


def runs():
    """Day and km, three runs a week."""
    for week in range(WEEKS):
        monday = BEGAN - timedelta(7 * (WEEKS - week) - 2 - 7)
        for days, km in ((0, 6.0), (2, 8.0 + week % 3), (5, 12.0 + week % 4 * 0.6)):
            day = monday + timedelta(days)
            yield (LONG if day == LONG[0] else (day, km))


def write():
    rows = "".join(f"{day},{km:.1f}\n" for day, km in runs())
    LIST.write_text("Date,Distance (km)\n" + rows)
    CHECK.write_text(f"""(
    version: 3,
    made: Some("{date.today()}"),
    side: Some(Right),
    spots: [(knee: Right, zone: "outer_femur_bump", worst: Some(5))],
    began: Some("{BEGAN}"),
)
""")


def open_runs():
    """The program with that check, on the screen of runs, with the list read through the system's own dialog."""
    write()
    program = Program(CHECK)
    program.press(words.screen("buttons.menu"))
    program.press(words.runs("title"))
    program.press(words.runs("reading.choose_files"))
    choose_in_dialog(LIST)
    wait_for("what the runs show", lambda: program.shows(words.runs("shows.title")))
    return program
