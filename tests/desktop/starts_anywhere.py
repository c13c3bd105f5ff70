"""The program starts with a wrong clock, without home, fonts, language or room on the disk, and by either way of drawing,
and says what it cannot do. Where no window can open it says why in one line.

Needs the administrator's rights: it hides libraries and mounts small disks, in a mount namespace of its own.
"""

import os
import re
import subprocess

from support import namespace

namespace.enter()

from support.program import BINARY, HOME, Program, check, equal, key, run, wait_for  # noqa: E402
from support.refusing import refused  # noqa: E402
from support.words import screen  # noqa: E402

ARCHITECTURE = subprocess.run(["gcc", "-print-multiarch"], capture_output=True, text=True, check=True).stdout.strip()
LIBRARIES = f"/usr/lib/{ARCHITECTURE}"
done = []


def hidden(*hides):
    """The words that start a program which does not see these files: in their place stands nothing."""
    mounts = " && ".join(f"mount --bind {with_} {path}" for path, with_ in hides)
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", f'{mounts} && exec "$@"', "sh"]


def without(*names):
    found = [path for name in names for path in [f"{LIBRARIES}/{name}"] if os.path.exists(path)]
    check(found, f"none of {names} is there")
    return hidden(*((path, "/dev/null") for path in found))


def read_own_words(program):
    key("ctrl+4")
    program.press(screen("page.own_words"))
    program.find(screen("page.why"), "entry")


def opens(what, before=(), env=None, args=(), says=None, then=None):
    """The window opens, shows its title and, if need be, what it cannot do."""
    program = Program(*args, before=before, env=env)
    program.find(screen("place.title"), "heading")
    if says:
        wait_for(f"{what}: {says!r}", lambda: program.shows(says))
    else:
        check(not program.shows(screen("start.not_kept")), f"{what}: it says that nothing can be kept")
    if then:
        then(program)
    equal(program.close(), 0, f"{what}: the exit status")
    done.append(what)


def refuses(what, holds, before=(), env=None, code=1):
    done.append(f"{what} ({refused(what, holds, before, env, code)!r})")


def places():
    """Homes that cannot be written."""
    full, locked = HOME / "full", HOME / "locked"
    for folder, size in ((full, "4k"), (locked, "64k")):
        folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
        (folder / "Documents").mkdir()
    (full / "film").write_bytes(b"x" * 4096)
    subprocess.run(["mount", "-o", "remount,ro", str(locked)], check=True)
    no_room = screen("start.not_kept")
    opens("full disk", env={"KNEENOTE_HOME": str(full)}, says=no_room)
    opens("read-only home", env={"KNEENOTE_HOME": str(locked)}, says=no_room)
    opens("missing home", env={"KNEENOTE_HOME": None, "HOME": "/proc/nowhere", "XDG_DATA_HOME": None}, says=no_room)
    for folder in (full, locked):
        subprocess.run(["umount", str(folder)], check=True)


def clocks():
    content = subprocess.run([BINARY, "--version"], capture_output=True, text=True, check=True).stdout
    check(re.search(r"content \d{4}-\d\d", content), content)
    early = screen("start.wrong_clock", date="2 January 1970")
    opens("clock of 1970", before=["faketime", "1970-01-02 12:00:00"], says=early)
    opens("clock of 2099", before=["faketime", "2099-06-01 12:00:00"], says=screen("start.old_content"))


def drawing():
    graphics = ("libGL.so.1", "libEGL.so.1", "libGLX.so.0", "libGLESv2.so.2")
    no_vulkan = {"VK_DRIVER_FILES": "/dev/null", "VK_ICD_FILENAMES": "/dev/null"}
    opens("glow forced", env={"KNEENOTE_RENDERER": "glow"})
    opens("wgpu forced", env={"KNEENOTE_RENDERER": "wgpu"})
    opens("wgpu in place of glow", before=without(*graphics))
    refuses("glow forced where it cannot be", "cannot draw", without(*graphics), {"KNEENOTE_RENDERER": "glow"})
    refuses("no graphics", "cannot draw", without(*graphics), no_vulkan)
    refuses("an unknown renderer", "expected glow or wgpu", env={"KNEENOTE_RENDERER": "paper"})


def missing_parts():
    nothing = HOME / "nothing"
    nothing.mkdir()
    refuses("no libxkbcommon-x11", "libxkbcommon-x11", without("libxkbcommon-x11.so.0"))
    refuses("no tables of keyboards", "install xkb-data", hidden(("/usr/share/X11", nothing)))
    refuses("no libX11", "library of the desktop is missing", without("libX11.so.6"))
    refuses("no screen", "no screen was found", env={"DISPLAY": None})
    refuses("a screen that is not there", "no screen was found", env={"DISPLAY": ":4711"})
    opens("a name for Wayland that leads nowhere", env={"WAYLAND_DISPLAY": "wayland-9"})
    refuses("two names that lead nowhere", "no screen was found", env={"WAYLAND_DISPLAY": "wayland-9", "DISPLAY": ":4711"})
    empty = HOME / "empty"
    empty.mkdir()
    os.makedirs("/usr/share/fonts", exist_ok=True)
    # Own words in a script that our own fonts lack.
    words_of_others = HOME / "others.kneenote"
    words_of_others.write_text('(version: 1, made: "2026-11-23", words: { "why": "\u819d\u304c\u75db\u3044" })')
    opens("no fonts", before=hidden(("/usr/share/fonts", empty)), args=[words_of_others],
          env={"FONTCONFIG_FILE": "/dev/null", "FONTCONFIG_PATH": str(empty)}, then=read_own_words)
    opens("no language", env={"LANG": None, "LC_ALL": None, "LANGUAGE": None})


def damaged_file():
    """Who double-clicks a damaged file gets a window that says so; who has a terminal or a pipe gets lines."""
    bad = HOME / "bad.kneenote"
    bad.write_text("(version: 1, wor")
    out = subprocess.run([BINARY, str(bad)], capture_output=True, text=True, timeout=20)
    equal((out.returncode, out.stdout), (2, ""), "a damaged file, read by a pipe")
    check(1 <= len(out.stderr.splitlines()) <= 3 and "bad.kneenote:1:" in out.stderr, out.stderr)
    program = Program(bad)
    program.find(screen("menu.open_failed"), "heading")
    check(program.shows("bad.kneenote:1:"), "it does not say which file")
    equal(program.close(), 2, "a damaged file, double-clicked: the exit status")
    equal(bad.read_text(), "(version: 1, wor", "the damaged file")
    done.append("damaged file")


def test():
    missing_parts()
    drawing()
    places()
    clocks()
    damaged_file()
    print(f"{len(done)} starts: {'; '.join(done)}")


run(test)
