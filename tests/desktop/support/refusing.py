"""Starts that open no window."""

import os
import subprocess

from support.program import BINARY, check, equal

# Lines of the graphics driver and of the desktop.
OF_OTHERS = ("libGL", "MESA", "error: XDG", "libEGL", "xkbcommon:")


def refused(what, holds, before=(), env=None, code=1):
    """No window: one line on standard error that holds these words. The line is returned."""
    environment = {name: value for name, value in {**os.environ, **(env or {})}.items() if value is not None}
    out = subprocess.run([*before, BINARY], env=environment, capture_output=True, text=True, timeout=40)
    lines = [line for line in out.stderr.splitlines() if not line.startswith(OF_OTHERS)]
    equal((out.returncode, len(lines), out.stdout), (code, 1, ""), f"{what}: exit status, lines and output ({out.stderr})")
    check(holds in lines[0] and "panic" not in lines[0], f"{what}: unclear: {lines[0]}")
    return lines[0]
