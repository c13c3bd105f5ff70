"""Without colour the four levels, the marked and the worst place, a problem and a success can still be told apart.

The pictures in grey are in the folder of the test; with KNEENOTE_KEEP_GREY=folder they are copied there.
"""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

from support import words
from support.program import HOME, Program, check, equal, key, run, wait_for, x
from support.words import ROOT

CHECK = ROOT / "tests/fixtures/note/half_marathon.kneenote"
TODAY = date.today().isoformat()
# What is said differently for each level, from the check of the test, which is level 3.
# What the check leaves open and self-care hangs on.
OPEN = ["slr_no", "bend90_no", "hip_groin_pain", "limp_no_injury", "foot_turns_out", "rash_eye_pee", "other_joints_swollen",
        "onset_kneecap_out", "hx_clot", "blood_thinner", "weak_immune", "injection_recent", "skin_break", "quinolone",
        "immobile_recent", "collapse_run", "dark_urine", "night_wakes"]
DENIED = " ".join(f'"{sign}": No,' for sign in OPEN) + " "
LEVELS = {
    "emergency": [('"foot_cold_pale": No', '"foot_cold_pale": Yes')],
    "urgent": [('"hot_knee": No', '"hot_knee": Yes')],
    "clinician": [],
    "self_care": [('"night_wakes": NotSure, ', DENIED), ('"trend_same"', '"trend_better"'), ('"2026-04"', f'"{TODAY}"')],
}
LOOKS = ["Light", "Dark", "HighContrastDark", "HighContrastLight"]
# Of the 32x32 pixels of an icon.
LEAST_OF_SHAPE = 40


def write(name, changes):
    text = CHECK.read_text().replace("2026-05-20", TODAY)
    for old, new in changes:
        check(old in text, f"{name}: {old} is not in the check")
        text = text.replace(old, new)
    path = HOME / f"{name}.kneenote"
    path.write_text(text)
    return path


def grey(program, name, crop=None):
    path = HOME / f"grey/{name}.png"
    path.parent.mkdir(exist_ok=True)
    part = ["-crop", crop] if crop else []
    x("mousemove", 1598, 1198)
    program.still()
    subprocess.run(["import", "-window", str(program.window), *part, "+repage", "-colorspace", "Gray", "-strip",
                    str(path)], check=True)
    return path


def shape(picture):
    """Dark and light only, the lighter half light: what is drawn, whatever its colour and its ground."""
    pixels = subprocess.run(["convert", str(picture), "-auto-level", "-threshold", "50%", "-depth", "8", "gray:-"],
                            capture_output=True, check=True).stdout
    marks = [pixel > 127 for pixel in pixels]
    ground = marks[0]
    return [mark != ground for mark in marks]


def test():
    icons = {}
    for look in LOOKS:
        for level, changes in LEVELS.items():
            home = HOME / f"{look}_{level}"
            (home / "config").mkdir(parents=True)
            (home / "config/settings.ron").write_text(f"(look: {look}, motion: Less)")
            program = Program(write(level, changes), env={"KNEENOTE_HOME": str(home)})
            x("windowactivate", "--sync", program.window)
            key("ctrl+4")
            program.still()
            word = words.screen(f"result.levels.{level}")
            left, top, _, _ = program.find(word, "label").place()
            grey(program, f"{look}_{level}")
            # The icon stands to the left of the word of the level.
            icons[look, level] = shape(grey(program, f"{look}_{level}_icon", f"32x32+{left - 43}+{top - 1}"))
            if look == "Light" and level == "clinician":
                marks_in_words(program)
                went_well(program)
            equal(program.close(), 0, "the exit status")
    least = min(
        (sum(a != b for a, b in zip(icons[look, one], icons[look, other])), look, one, other)
        for look in LOOKS for at, one in enumerate(LEVELS) for other in list(LEVELS)[at + 1:])
    check(least[0] >= LEAST_OF_SHAPE, f"in grey the icons are too alike: {least}")
    if folder := os.environ.get("KNEENOTE_KEEP_GREY"):
        shutil.copytree(HOME / "grey", Path(folder), dirs_exist_ok=True)
    print(f"{len(icons)} cards in grey: the two most alike icons differ in {least[0]} of 1024 pixels ({least[1]}: "
          f"{least[2]}, {least[3]}); each level, mark and panel has its word")


def marks_in_words(program):
    key("ctrl+1")
    program.still()
    grey(program, "where")
    boxes = [box for box in program.all(None, "check box") if box.is_checked() and "," in box.name]
    said = [box.description() for box in boxes]
    check(any(words.screen("picker.worst", n=at + 1) in said for at in range(len(said))),
          f"no mark says that it is the worst: {said}")
    check(len(set(said)) > 1, f"the worst and another mark say the same: {said}")


def went_well(program):
    """That something went well is told in words."""
    key("ctrl+4", "ctrl+shift+c")
    wait_for("that it was copied", lambda: program.shows(words.screen("page.copied")))
    grey(program, "copied")


run(test)
