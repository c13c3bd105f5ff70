"""Every way in which the save window can end: a name with no ending, a name that is taken, cancelled, not there."""

from datetime import date

from support import words
from support.program import (DOCUMENTS, HOME, KEPT, Program, answer_dialog, check, equal, key, print_note, run,
                             wait_for, zenity_window)
from support.words import ROOT

SAVED_CHECK = ROOT / "tests/fixtures/note/half_marathon.kneenote"


def files():
    return {path.name: path.read_text() for path in DOCUMENTS.iterdir()}


def save_as(program, name):
    key("ctrl+s")
    answer_dialog(None if name is None else DOCUMENTS / name)


def says_saved(program, name):
    where = words.screen("page.saved_where", file=name, folder=DOCUMENTS)
    wait_for(f"{where!r}", lambda: program.shows(where))


def test():
    program = Program(SAVED_CHECK)
    program.press(words.screen("buttons.go_on"))

    save_as(program, None)
    program.find(words.screen("page.closed"), "heading")
    equal(files(), {}, "after a cancelled save window")
    check(not program.shows(words.screen("page.saved_next")), "a cancelled save is called saved")

    save_as(program, "my knee")
    says_saved(program, "my knee.txt")
    page = print_note(KEPT, "--on", date.today())
    equal(files(), {"my knee.txt": page}, "after a name with no ending")

    # Nobody waits any more: the save window goes.
    key("ctrl+s")
    wait_for("the save window", zenity_window, 15)
    # The save window may lie above the button.
    program.find(words.screen("buttons.stop_waiting"), "push button").act()
    program.find(words.screen("page.given_up"), "heading")
    wait_for("the save window to go", lambda: not zenity_window())
    equal(files(), {"my knee.txt": page}, "after nobody waited any more")

    # The save window asked about "my knee", not about "my knee.txt": that one must not be replaced.
    (DOCUMENTS / "my knee.txt").write_text("somebody's shopping list")
    save_as(program, "my knee")
    says_saved(program, "my knee (2).txt")
    equal(files(), {"my knee.txt": "somebody's shopping list", "my knee (2).txt": page}, "after a name that is taken")
    key("ctrl+s")
    wait_for("the save window", zenity_window, 15)
    equal(program.close(), 0, "the exit status")
    wait_for("the save window to go with the program", lambda: not zenity_window())

    # No portal and no zenity: the way out is named, and it works.
    for path in DOCUMENTS.iterdir():
        path.unlink()
    program = Program(env={"PATH": str(HOME)})
    program.press(words.screen("buttons.go_on"))
    key("ctrl+s")
    wait_for("the way out", lambda: program.shows(words.screen("page.no_dialog")))
    program.press(words.screen("buttons.save_to_documents"))
    wait_for("the saved panel", lambda: program.shows(words.screen("page.saved_next")))
    equal(list(files().values()), [page], "after Save to Documents")
    equal(program.close(), 0, "the exit status")


run(test)
