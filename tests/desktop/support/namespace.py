"""A mount namespace of the test's own: what it mounts or hides, nobody else sees, and it goes with the test."""

import os
import sys

INSIDE = "KNEENOTE_OWN_MOUNTS"


def enter():
    """Starts the test anew inside one. Needs the administrator's rights."""
    if os.environ.get(INSIDE):
        return
    os.environ[INSIDE] = "1"
    os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv])
