"""Closed at twice the text size, the window comes back with its size, inside the screen, and small enough for any."""

import re
import subprocess

from support.program import HOME, Program, check, equal, key, run, x

# On a screen of 1366x768 at 200 per cent all of a window of this size is seen.
LEAST = (320, 200)
SIZES = [(720, 560), (1100, 760), (900, 650)]


def hints(window):
    said = subprocess.run(["xprop", "-id", window, "WM_NORMAL_HINTS"], capture_output=True, text=True).stdout
    least = re.search(r"minimum size: (\d+) by (\d+)", said)
    check(least, f"the window has no least size: {said}")
    return int(least[1]), int(least[2])


def geometry(window):
    lines = dict(line.split("=") for line in x("getwindowgeometry", "--shell", window).splitlines() if "=" in line)
    return tuple(int(lines[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))


def test():
    (HOME / "config").mkdir()
    (HOME / "config/settings.ron").write_text("(text_size_percent: 200)")
    screen = tuple(map(int, x("getdisplaygeometry").split()))
    for size in SIZES:
        program = Program()
        x("windowsize", "--sync", program.window, *size)
        x("windowactivate", "--sync", program.window)
        key("ctrl+2")
        program.still()
        equal(geometry(program.window)[2:], size, "the size that was asked for")
        equal(program.close(), 0, "the exit status")

        program = Program(size=None)
        left, top, width, height = geometry(program.window)
        equal((width, height), size, "the size after coming back")
        equal(hints(program.window), LEAST, "the least size")
        check(left >= 0 and top >= 0 and left + width <= screen[0] and top + height <= screen[1],
              f"{width}x{height} at {left}, {top} is not inside {screen}")
        equal(program.close(), 0, "the exit status")
    print(f"back at 200 percent with {', '.join(f'{w}x{h}' for w, h in SIZES)}; least size {LEAST[0]}x{LEAST[1]} pixels")


run(test)
