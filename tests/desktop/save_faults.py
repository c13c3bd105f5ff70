"""Whatever goes wrong while the page is saved: the right words, the focus on them, nothing lost, the old file intact.

Needs the administrator's rights: it mounts small disks, in a mount namespace of its own.
"""

import os
import subprocess
import sys
import time

from support import namespace

namespace.enter()

from support.program import (Atspi, BINARY, DOCUMENTS, HOME, KEPT, Program, answer_dialog, check, equal, key, print_note, run,  # noqa: E402
                             wait_for, x, zenity_window)
from support.words import ROOT, screen  # noqa: E402

SAVED_CHECK = ROOT / "tests/fixtures/note/half_marathon.kneenote"
OLD = "somebody's shopping list\n"
PORTAL = HOME / "portal"
ANSWER = HOME / "portal.answer"
ASKED = HOME / "portal.asked"
told = []


def mount(folder, *options):
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", *options, str(folder)], check=True)


def start_portal(env=None):
    script = ROOT / "tests/desktop/support/fake_portal.py"
    portal = subprocess.Popen([sys.executable, str(script), str(PORTAL)], stdout=subprocess.PIPE, text=True, env=env)
    equal(portal.stdout.readline(), "ready\n", "the fake portal")
    return portal


def asked():
    return len(ASKED.read_text().splitlines()) if ASKED.exists() else 0


def save(wanted):
    PORTAL.write_text(str(wanted))
    before = asked()
    key("ctrl+s")
    wait_for("the save window", lambda: asked() > before)


def focused(program):
    return [node.name for node in program.nodes() if node.has(Atspi.StateType.FOCUSED) and node.role == "heading"]


def fails(program, what, wanted, sentence):
    """The page cannot be saved there: the sentence stands there, the heading has focus, the answers are as they were."""
    kept = KEPT.read_bytes()
    save(wanted)
    wait_for(f"{what}: {sentence!r}", lambda: program.shows(sentence))
    check(program.shows(screen("page.not_saved")), f"{what}: it does not say that the file was not saved")
    wait_for(f"{what}: focus on the message", lambda: focused(program) == [screen("page.problem")])
    equal(KEPT.read_bytes(), kept, f"{what}: the kept answers")
    told.append(what)


def faults_of_the_disk(program):
    full, locked, gone = DOCUMENTS / "full", DOCUMENTS / "locked", DOCUMENTS / "gone"
    mount(full, "-t", "tmpfs", "-o", "size=4k", "tmpfs")
    (full / "old.txt").write_text(OLD)
    mount(locked, "-t", "tmpfs", "-o", "size=64k", "tmpfs")
    (locked / "old.txt").write_text(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(locked)], check=True)
    # Something is mounted over this file: nothing can take its place.
    busy = DOCUMENTS / "busy.txt"
    busy.write_text(OLD)
    subprocess.run(["mount", "--bind", str(busy), str(busy)], check=True)
    (DOCUMENTS / "folder.txt").mkdir()

    for name in ("old.txt", "new.txt", "new"):
        fails(program, f"full disk, {name}", full / name, screen("page.disk_full"))
        fails(program, f"no right, {name}", locked / name, screen("page.not_allowed"))
    fails(program, "folder gone", gone / "knee.txt", screen("page.gone"))
    fails(program, "folder gone, no ending", gone / "knee", screen("page.gone"))
    fails(program, "name of a folder", DOCUMENTS / "folder.txt", screen("page.bad_name"))
    fails(program, "name too long", DOCUMENTS / f"{'x' * 300}.txt", screen("page.bad_name"))
    fails(program, "file in use", busy, screen("page.in_use"))
    # The same again: it is told again.
    save(busy)
    wait_for("the waiting panel", lambda: program.shows(screen("page.waiting")))
    wait_for("focus on the message", lambda: focused(program) == [screen("page.problem")])
    for old in (full / "old.txt", locked / "old.txt", busy):
        equal(old.read_text(), OLD, f"{old}")
    equal(sorted(path.name for path in full.iterdir()), ["old.txt"], "files on the full disk")
    equal(sorted(path.name for path in locked.iterdir()), ["old.txt"], "files on the locked disk")
    for disk in (full, locked, busy):
        subprocess.run(["umount", str(disk)], check=True)


def names(program, page):
    """An old file is replaced as the save window asked; a name without an ending gets one and replaces nothing."""
    (DOCUMENTS / "knee.txt").write_text(OLD)
    for wanted, made, left in (("knee", "knee (2).txt", "knee.txt"), ("knee.txt", "knee.txt", None)):
        save(DOCUMENTS / wanted)
        where = screen("page.saved_where", file=made, folder=DOCUMENTS)
        wait_for(f"{where!r}", lambda where=where: program.shows(where))
        equal((DOCUMENTS / made).read_text(), page, f"saved as {wanted!r}")
        if left:
            equal((DOCUMENTS / left).read_text(), OLD, "the file that has the name")
        told.append(f"the name {wanted!r}")


def no_folders(program):
    """Places of other computers and of devices are told as that; this computer has several names."""
    for address in ("smb://server/share/knee.txt", "sftp://me@host/knee.txt", "mtp://phone/knee.txt",
                    "file://otherhost/knee.txt"):
        fails(program, address, address, screen("page.no_folder"))
    for number, begins in enumerate(("file://", "file://localhost")):
        save(f"{begins}{DOCUMENTS}/here%20{number}.txt")
        where = screen("page.saved_where", file=f"here {number}.txt", folder=DOCUMENTS)
        wait_for(f"{where!r}", lambda where=where: program.shows(where))
        told.append(f"{begins} as this computer")


def closed_and_killed(program, page):
    """Closed by the runner; the portal killed under an open window; the window of zenity killed."""
    save("cancel")
    program.find(screen("page.closed"), "heading")
    told.append("closed by the runner")

    # Nobody waits, and the save window cannot be closed: what is chosen there is saved.
    save("never")
    program.find(screen("page.waiting"), "heading")
    program.press(screen("buttons.stop_waiting"))
    program.find(screen("page.still_open"), "heading")
    ANSWER.write_text(str(DOCUMENTS / "late.txt"))
    where = screen("page.saved_where", file="late.txt", folder=DOCUMENTS)
    wait_for(f"{where!r}", lambda: program.shows(where))
    equal((DOCUMENTS / "late.txt").read_text(), page, "saved late")
    told.append("answered after nobody waited")

    save("never")
    program.find(screen("page.waiting"), "heading")
    portal.kill()
    portal.wait()
    time.sleep(1)
    check(program.process.poll() is None, "the program ended with the portal")
    program.press(screen("buttons.stop_waiting"))
    program.find(screen("page.still_open"), "heading")
    told.append("portal killed while open")

    # No portal any more: zenity.
    key("ctrl+s")
    wait_for("the save window of zenity", zenity_window, 15)
    # One that goes within 300 ms counts as never opened; zenity can be on the screen before that.
    time.sleep(1)
    subprocess.run(["pkill", "-KILL", "-P", str(program.process.pid), "zenity"], check=True)
    program.find(screen("page.closed"), "heading")
    told.append("zenity killed while open")
    key("ctrl+s")
    answer_dialog(DOCUMENTS / "after all.txt")
    wait_for("the saved panel", lambda: program.shows(screen("page.saved_next")))


def bus_killed():
    """The session bus takes the program with it: what was answered is there at the next start, and it says so."""
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, text=True)
    env = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
    portal = start_portal(env)
    kept = KEPT.read_bytes()
    with open(HOME / "program.log", "ab") as log:
        process = subprocess.Popen([BINARY], env=env, stdout=log, stderr=log)
    window = wait_for("the window", lambda: x("search", "--onlyvisible", "--name", f"^{screen('app.name')}$").split())
    time.sleep(1)
    x("windowactivate", "--sync", window[-1])
    save("never")
    time.sleep(0.5)
    bus.kill()
    bus.wait()
    code = process.wait(10)
    portal.kill()
    equal(KEPT.read_bytes(), kept, "the kept answers")
    program = Program()
    program.find(screen("start.stopped"), "heading")
    program.press(screen("buttons.go_on"))
    equal(program.close(), 0, "the exit status")
    program = Program()
    program.find(screen("buttons.go_on"), "push button")
    check(not program.shows(screen("start.stopped")), "it says a second time that it stopped")
    equal(program.close(), 0, "the exit status")
    told.append(f"session bus killed while open (exit status {code})")


def test():
    global portal
    portal = start_portal()
    program = Program(SAVED_CHECK)
    program.press(screen("buttons.go_on"))
    wait_for("the answers to be kept", KEPT.is_file)
    page = print_note(KEPT, "--on", time.strftime("%Y-%m-%d"))
    faults_of_the_disk(program)
    names(program, page)
    no_folders(program)
    closed_and_killed(program, page)
    equal(program.close(), 0, "the exit status")
    bus_killed()
    print(f"{len(told)} cases, none lost anything: {'; '.join(told)}")


run(test)
