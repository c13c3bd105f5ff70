"""The main states look as they did when somebody last looked at them and accepted them.

`tests/desktop/run --accept-pictures` takes them anew: look at each before you commit it. The pictures were made with the
software renderer of Mesa 22.3; another Mesa may smooth edges a little differently, so a pixel counts as different from
a tenth of the whole range on, and so many may be.
"""

import os
import shutil
import subprocess
import time
from pathlib import Path

from support.program import HOME, Program, check, equal, key, run, x
from support.words import ROOT

FOLDER = ROOT / "tests/desktop/pictures"
ACCEPT = os.environ.get("KNEENOTE_ACCEPT_PICTURES") == "1"
# A tenth of the range of a channel.
FUZZ = "10%"
# Of 836 000 pixels in a usual window.
MOST_DIFFERENT = 150
# The day of the check; dates on the result are counted from it.
DAY = "2026-05-20 10:00:00"
# Without a check: a day on which the content is some weeks old.
DAY_WITHOUT_CHECK = "2026-12-20 10:00:00"
CHECK = ROOT / "tests/fixtures/note/half_marathon.kneenote"
USUAL, SMALL, WIDE = (1100, 760), (720, 560), (1440, 900)

# Name: the look, the text size in percent, the window, the check, the keys that lead there.
STATES = {
    "start_light": ("Light", 100, USUAL, None, []),
    "where_light": ("Light", 100, USUAL, "check", ["ctrl+2", "ctrl+1"]),
    "result_dark": ("Dark", 100, USUAL, "check", ["ctrl+4"]),
    "emergency_high_contrast_dark": ("HighContrastDark", 100, USUAL, "emergency", ["ctrl+2"]),
    "questions_small_light": ("Light", 100, SMALL, "check", ["ctrl+3"]),
    "result_twice_the_size_high_contrast_light": ("HighContrastLight", 200, SMALL, "check", ["ctrl+4"]),
    "emergency_twice_the_size_light": ("Light", 200, SMALL, "emergency", ["ctrl+1"]),
    "result_wide_light": ("Light", 100, WIDE, "check", ["ctrl+4"]),
}


def write_checks():
    text = CHECK.read_text()
    emergency = text.replace('"foot_cold_pale": No', '"foot_cold_pale": Yes')
    check(emergency != text, "the check has no foot_cold_pale to say yes to")
    paths = {"check": HOME / "check.kneenote", "emergency": HOME / "emergency.kneenote"}
    paths["check"].write_text(text)
    paths["emergency"].write_text(emergency)
    return paths


def take(name, paths):
    look, percent, size, which, keys = STATES[name]
    home = HOME / name
    (home / "config").mkdir(parents=True)
    (home / "config/settings.ron").write_text(f"(text_size_percent: {percent}, look: {look}, motion: Less)")
    args = [paths[which]] if which else []
    program = Program(*args, before=("faketime", "--exclude-monotonic", DAY if which else DAY_WITHOUT_CHECK),
                      env={"KNEENOTE_HOME": str(home), "TZ": "UTC"})
    x("windowsize", "--sync", program.window, *size)
    x("mousemove", 1598, 1198)
    x("windowactivate", "--sync", program.window)
    key(*keys)
    program.still()
    time.sleep(0.5)
    picture = HOME / f"{name}.png"
    subprocess.run(["import", "-window", str(program.window), "-strip", str(picture)], check=True)
    equal(program.close(), 0, f"{name}: the exit status")
    return picture


def differences(one, other, marked):
    """How many pixels differ; `marked` shows which."""
    done = subprocess.run(["compare", "-metric", "AE", "-fuzz", FUZZ, str(one), str(other), str(marked)],
                          capture_output=True, text=True)
    check(done.returncode in (0, 1), f"compare cannot read {one} and {other}: {done.stderr}")
    return int(float(done.stderr.split()[0]))


def size_of(picture):
    return subprocess.run(["identify", "-format", "%wx%h", str(picture)], capture_output=True, text=True).stdout


def must_notice_a_move(picture):
    """A part as small as a button that is drawn one pixel lower is noticed: else the test would prove nothing."""
    moved = HOME / "moved.png"
    part = "260x60+240+690"
    subprocess.run(["convert", str(picture), "(", str(picture), "-crop", part, "+repage", ")", "-geometry", "+240+691",
                    "-composite", str(moved)], check=True)
    found = differences(picture, moved, HOME / "moved_marked.png")
    check(found > MOST_DIFFERENT, f"a button one pixel lower changes only {found} pixels")
    return found


def test():
    paths = write_checks()
    FOLDER.mkdir(exist_ok=True)
    faults, worst = [], 0
    for name in STATES:
        picture, accepted = take(name, paths), FOLDER / f"{name}.png"
        if ACCEPT:
            shutil.copy(picture, accepted)
            print(f"accepted {name}, {size_of(picture)}")
        elif not accepted.is_file():
            faults.append(f"{name} was never accepted")
        elif size_of(picture) != size_of(accepted):
            faults.append(f"{name} is {size_of(picture)}, was {size_of(accepted)}")
        else:
            found = differences(accepted, picture, HOME / f"{name}_marked.png")
            worst = max(worst, found)
            print(f"{name}: {found} pixels differ")
            if found > MOST_DIFFERENT:
                faults.append(f"{name}: {found} pixels differ, at most {MOST_DIFFERENT} may; see {name}_marked.png")
    noticed = must_notice_a_move(HOME / "result_dark.png")
    check(not faults, "; ".join(faults) + f". The pictures are in {HOME}")
    print(f"{len(STATES)} pictures, at most {worst} pixels differ; a button one pixel lower changes {noticed}")


run(test)
