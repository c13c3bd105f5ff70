"""Pipes, devices and endless files in the place of ours stop no window; a disk that hangs is told while it lasts; where
too few files can be opened, one line says so.
"""

import os
import signal
import time

from support import typical_runner as runner
from support.program import DOCUMENTS, HOME, KEPT, Program, check, equal, run, wait_for
from support.words import screen
from support.refusing import refused

SETTINGS = HOME / "config/settings.ron"
PLACES = [KEPT, SETTINGS, KEPT.parent / "lock", KEPT.parent / "stopped"]
# The window may need so long on a busy machine, in seconds; a pipe would wait for ever.
OPENS_WITHIN = 30
# No start needs as much memory, in kB; endless files took gigabytes.
MOST_MEMORY = 2_000_000
done = []


def opens(what, env=None, then=None):
    began = time.monotonic()
    program = Program(env=env)
    program.find(screen("place.title"), "heading")
    took = time.monotonic() - began
    check(took < OPENS_WITHIN, f"{what}: the window took {took:.0f} s")
    status = open(f"/proc/{program.process.pid}/status", encoding="ascii").read()
    memory = int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
    check(memory < MOST_MEMORY, f"{what}: {memory} kB of memory")
    if then:
        then(program)
    equal(program.close(), 0, f"{what}: the exit status")
    done.append(what)


def no_files():
    for place in PLACES:
        for folder in (KEPT.parent, SETTINGS.parent):
            folder.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        os.mkfifo(place)
        opens(f"a pipe as {place.name}")
        place.unlink(missing_ok=True)
        place.symlink_to("/dev/zero")
        opens(f"an endless device as {place.name}")
        place.unlink(missing_ok=True)
        with open(place, "wb") as film:
            film.truncate(20 << 30)
        opens(f"a giant as {place.name}")
        place.unlink(missing_ok=True)
    for bad in KEPT.parent.glob("*.bad"):
        bad.unlink()


def zones():
    pipe = HOME / "zone"
    os.mkfifo(pipe)
    for name, value in (("TZ", ":/dev/zero"), ("TZ", str(pipe)), ("TZDIR", "/dev")):
        opens(f"{name}={value}", env={name: value})


def answer(program):
    runner.start(program)
    runner.pick(program, "q_walk")


def hanging_disk():
    """Every sync takes nine seconds."""
    KEPT.unlink(missing_ok=True)
    late = screen("close.not_yet")
    slow = ["strace", "-f", "-qq", "-o", HOME / "slow.log", "-e", "trace=fsync", "-e", "inject=fsync:delay_enter=9000000"]
    program = Program(before=slow)
    check(not program.shows(late), "it is late before anything was said")
    answer(program)
    wait_for(f"{late!r}", lambda: program.shows(late), 8)
    wait_for("the answer to be kept", KEPT.is_file, 20)
    wait_for("it to be late no more", lambda: not program.shows(late), 20)
    # The program under strace, which ends with it.
    for pid in open(f"/proc/{program.process.pid}/task/{program.process.pid}/children", encoding="ascii").read().split():
        os.kill(int(pid), signal.SIGKILL)
    program.process.wait(10)
    KEPT.unlink()
    done.append("a disk that hangs")


def few_files():
    refused("ten files", "too few files", before=["prlimit", "--nofile=10"])
    refused("thirty files", "too few files", before=["prlimit", "--nofile=30"])
    program = Program(before=["prlimit", "--nofile=64"])
    answer(program)
    equal(program.close(), 0, "64 files: the exit status")
    check(KEPT.is_file(), "64 files: nothing is kept")
    done.append("64 files")


def test():
    DOCUMENTS.mkdir(exist_ok=True)
    no_files()
    zones()
    hanging_disk()
    few_files()
    print(f"{len(done)} places: {'; '.join(done)}")


run(test)
