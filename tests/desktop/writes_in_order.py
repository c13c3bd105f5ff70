"""What is written is on the disk before it takes the place of the old: write, sync, rename, sync of the folder."""

import re

from support import typical_runner as runner
from support import words
from support.program import DOCUMENTS, HOME, KEPT, Program, answer_dialog, check, equal, key, run, wait_for

TRACE = HOME / "writes.log"
CALLS = "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,link,linkat"


def calls():
    return [re.sub(r"^\d+ +", "", line) for line in TRACE.read_text(errors="replace").splitlines()]


def order_of(target):
    """The calls that touched the first temporary file that became `target`, the target, and its folder after that."""
    becomes = re.compile(r'^(?:rename|link)\w*\(.*"(?:[^"]*/)?(\.kneenote-\w+-\w+\.part)".*"' + re.escape(str(target)) + '"')
    part = next((found[1] for line in calls() if (found := becomes.match(line))), None)
    check(part, f"nothing became {target}")
    part, steps, done = re.escape(f"{target.parent}/{part}"), [], False
    for line in calls():
        call = line.split("(")[0]
        if becomes.match(line):
            steps.append("rename")
            done = True
        elif re.search(rf"^f(data)?sync\(\d+<{part}", line):
            steps.append("sync the file")
        elif re.search(rf"^p?write\w*\(\d+<{part}", line):
            if steps[-1:] != ["write"]:
                steps.append("write")
        elif done and re.search(rf"^f(data)?sync\(\d+<{re.escape(str(target.parent))}>", line):
            steps.append("sync the folder")
            return steps
        elif re.search(rf"^p?write\w*\(\d+<{re.escape(str(target))}>", line):
            steps.append(f"{call} to the file itself")
    return steps


def test():
    wanted = ["write", "sync the file", "rename", "sync the folder"]
    program = Program(before=["strace", "-f", "-qq", "-y", "-s", "16", "-e", f"trace={CALLS}", "-o", TRACE])
    runner.start(program)
    runner.pick(program, "q_walk")
    wait_for("the answer to be kept", KEPT.is_file)
    key("ctrl+s")
    for name in ("page.txt", "no ending"):
        if name != "page.txt":
            key("ctrl+s")
        answer_dialog(DOCUMENTS / name)
        made = DOCUMENTS / (name if name.endswith(".txt") else f"{name}.txt")
        where = words.screen("page.saved_where", file=made.name, folder=DOCUMENTS)
        wait_for("the saved panel", lambda where=where: program.shows(where))
    equal(program.close(), 0, "the exit status")
    for target in (KEPT, DOCUMENTS / "page.txt", DOCUMENTS / "no ending.txt", HOME / "config/settings.ron"):
        check(target.is_file(), f"{target} was not written")
        equal(order_of(target), wanted, f"what happened to {target.name}, in order")
    print(f"kept answers, page, page under a new name, settings: {', '.join(wanted)}")


run(test)
