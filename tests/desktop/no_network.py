"""The program talks to nobody: over a start, some answers and a save it opens no internet socket."""

import re

from support import typical_runner as runner
from support import words
from support.program import DOCUMENTS, HOME, Program, answer_dialog, check, equal, key, run, wait_for

TRACE = HOME / "sockets.log"
LOCAL = {"AF_UNIX", "AF_LOCAL"}


def test():
    strace = ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", TRACE]
    program = Program(before=strace)
    runner.start(program)
    runner.deny(program, "q_safety_now")
    runner.pick(program, "q_walk")
    key("ctrl+1")
    program.still()
    runner.where(program)
    key("ctrl+s")
    answer_dialog(DOCUMENTS / "page.txt")
    wait_for("the saved panel", lambda: program.shows(words.screen("page.saved_next")))
    check((DOCUMENTS / "page.txt").is_file(), "nothing was saved")
    equal(program.close(), 0, "the exit status")

    lines = TRACE.read_text().splitlines()
    families = {found[1] for line in lines if (found := re.search(r"\bsocket\((\w+)", line))}
    check("AF_UNIX" in families, f"the trace saw no socket at all, not even that of the window: {families}")
    abroad = [line for line in lines if re.search(r"AF_INET6?\b|AF_PACKET", line)]
    equal(abroad, [], "internet sockets")
    print(f"{len(lines)} calls; families: {', '.join(sorted(families - LOCAL)) or 'local ones only'}")


run(test)
