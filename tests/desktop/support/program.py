"""Drives the real program as a person does: finds things by their name, clicks and types.

Names, roles and places come from the accessibility bus, as a screen reader gets them; clicks and keys go through the
X server, as those of a mouse and a keyboard do. `run` gives each test a display, a desktop bus and an empty home.
"""

import os
import signal
import subprocess
import sys
import time
import traceback
from functools import cached_property
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from support.words import screen  # noqa: E402

BINARY = os.environ["KNEENOTE_BINARY"]
HOME = Path(os.environ["KNEENOTE_HOME"])
KEPT = HOME / "data/current.kneenote"
DOCUMENTS = HOME / "Documents"
SIZE = (1100, 760)
CHECKED = Atspi.StateType.CHECKED
INPUTS = {"check box", "radio button", "push button", "entry", "text", "toggle button", "spin button", "slider",
          "combo box", "password text", "link", "menu item", "button"}
# Buttons that stand in header and footer and do not scroll.
# The first screen leads nowhere back, the last nowhere on.
FOOTER = (screen("buttons.back"), screen("buttons.continue_on"))
FIXED = {screen("buttons.menu"), *FOOTER}
# About how far a click of the mouse wheel scrolls.
WHEEL = 60


class Failed(Exception):
    """Something is not as it should be."""


def check(is_so, what):
    """Fails the test with `what` unless `is_so`."""
    if not is_so:
        raise Failed(what)


def equal(found, wanted, what):
    check(found == wanted, f"{what}: found {found!r}, wanted {wanted!r}")


def pump(seconds=0.0):
    """Lets events of the accessibility bus in."""
    context, until = GLib.MainContext.default(), time.monotonic() + seconds
    while True:
        while context.iteration(False):
            pass
        if time.monotonic() >= until:
            return
        time.sleep(0.02)


def wait_for(what, ask, seconds=10.0):
    """The first true answer of `ask`."""
    until = time.monotonic() + seconds
    while True:
        pump()
        try:
            if found := ask():
                return found
        except GLib.Error:
            pass  # The node is gone; the next walk finds the new one.
        if time.monotonic() >= until:
            raise Failed(f"waited {seconds:.0f} s for {what}")
        time.sleep(0.05)


def x(*args, seconds=10):
    """Runs xdotool."""
    done = subprocess.run(["xdotool", *map(str, args)], capture_output=True, text=True, timeout=seconds)
    return done.stdout.strip()


def key(*keys):
    for name in keys:
        x("key", name)
        time.sleep(0.05)


def type_text(text):
    x("type", "--delay", "12", text, seconds=60)
    time.sleep(0.1)


def clipboard():
    done = subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, timeout=10)
    return done.stdout


def switch_on_accessibility():
    """As a desktop does when a screen reader starts."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None, 0, 10000)


class Program:
    """The running program."""

    def __init__(self, *args, before=(), env=None, size=SIZE):
        """Starts it; `before` are the words of a program that runs it, such as strace. Without a size it keeps its own."""
        self.log = open(HOME / "program.log", "ab")
        env = {name: value for name, value in {**os.environ, **(env or {})}.items() if value is not None}
        self.process = subprocess.Popen([*map(str, before), BINARY, *map(str, args)], stdout=self.log,
                                        stderr=self.log, env=env)
        self.window = None
        wait_for("the window", self._find_window, 30)
        if size:
            x("windowsize", "--sync", self.window, *size)
            x("windowmove", self.window, 20, 20)
        self.app = wait_for("the program on the accessibility bus", self._find_app, 20)
        wait_for("a tree", lambda: len(self.nodes()) > 5)
        self.still()

    def _find_window(self):
        found = x("search", "--onlyvisible", "--name", f"^{screen('app.name')}$").split()
        self.window = found[-1] if found else None
        return self.window

    def _find_app(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for at in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(at)
            if app is not None and app.get_name() == Path(BINARY).name:
                # What is remembered is only brought up to date by events: ask anew each time.
                app.set_cache_mask(Atspi.Cache.NONE)
                return app
        return None

    def nodes(self):
        """Everything in the tree, in its order."""
        found = []

        def walk(node, parents):
            for at in range(node.get_child_count()):
                if (child := node.get_child_at_index(at)) is not None:
                    entry = Node(child, parents)
                    found.append(entry)
                    walk(child, [*parents, entry])

        for _ in range(5):
            try:
                walk(self.app, [])
                return found
            except GLib.Error:  # A node went while we walked.
                found.clear()
                pump(0.1)
        walk(self.app, [])
        return found

    def all(self, name=None, role=None, group=None):
        return [node for node in self.nodes() if node.fits(name, role, group)]

    def find(self, name=None, role=None, group=None, seconds=15.0):
        """The one node with this name and role, inside a group of that name."""
        found = wait_for(f"{role or 'anything'} {name!r}" + (f" in {group!r}" if group else ""),
                         lambda: self.all(name, role, group), seconds)
        return found[0]

    def shows(self, text):
        return any(text in node.name for node in self.nodes())

    def still(self):
        """Waits until nothing moves: two walks that are the same."""
        before = None
        for _ in range(60):
            pump(0.05)
            try:
                now = [node.place() for node in self.nodes()]
            except GLib.Error:
                continue
            if now == before:
                return
            before = now
        raise Failed("the window does not come to rest")

    def origin(self):
        """Where the window's contents begin on the screen."""
        lines = dict(line.split("=") for line in x("getwindowgeometry", "--shell", self.window).splitlines() if "=" in line)
        return int(lines["X"]), int(lines["Y"])

    def middle(self, node):
        left, top, width, height = node.place()
        return left + width // 2, top + height // 2

    def point(self, at):
        left, top = self.origin()
        x("mousemove", left + at[0], top + at[1])
        time.sleep(0.08)

    def click_at(self, at):
        self.point(at)
        x("click", 1)
        self.still()

    def bring_into_view(self, name=None, role=None, group=None):
        """Turns the mouse wheel until the node is wholly seen between header and footer."""
        for _ in range(40):
            nodes = self.nodes()
            fixed, top, bottom = set(), 8, SIZE[1] - 8
            for node in nodes:
                if node.role == "push button" and node.name in FIXED:
                    _, above, _, height = node.place()
                    if above < SIZE[1] / 4 and node.name == screen("buttons.menu"):
                        fixed, top = fixed | {node.part()}, above + height + 10
                    elif above > SIZE[1] * 3 / 4 and node.name in FOOTER:
                        fixed, bottom = fixed | {node.part()}, above - 10
            node = next((node for node in nodes if node.fits(name, role, group)), None)
            if node is None:
                node = self.find(name, role, group)
                continue
            left, above, width, height = node.place()
            too_low, too_high = above + height - bottom, top - above
            if node.part() in fixed or (too_low <= 0 and too_high <= 0) or height > bottom - top:
                return node
            self.point((left + width // 2, (top + bottom) // 2))
            clicks = max(1, min(20, max(too_low, too_high) // WHEEL))
            x("click", "--repeat", clicks, "--delay", 15, 5 if too_low > 0 else 4)
            self.still()
        raise Failed(f"{name!r} does not come into view")

    def click(self, name=None, role=None, group=None):
        """A real click in the middle of it."""
        node = self.bring_into_view(name, role, group)
        self.click_at(self.middle(node))
        return node

    def answer(self, question, label, role):
        """Clicks an answer of a question and sees that it is chosen."""
        node = self.bring_into_view(label, role, question)
        if not node.is_checked():
            self.click_at(self.middle(node))
        wait_for(f"{label!r} to be chosen", lambda: self.find(label, role, question).is_checked())

    def press(self, label):
        self.click(label, "push button")

    def close(self):
        """Asks the window to close, and waits for the end; what was copied and is in no file may go."""
        x("windowactivate", "--sync", self.window)
        key("ctrl+q")
        try:
            return self.process.wait(2)
        except subprocess.TimeoutExpired:
            if self.shows(screen("close.copied")):
                self.find(screen("close.close_copied"), "push button").act()
        try:
            return self.process.wait(10)
        except subprocess.TimeoutExpired as late:
            raise Failed("the program does not end") from late

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


def gone_is(instead, ask):
    """The answer of a node, or this if it has gone since the walk."""
    try:
        return ask()
    except GLib.Error:
        return instead


class Node:
    """One node of the tree."""

    def __init__(self, node, parents):
        self.node, self.parents = node, parents

    @cached_property
    def name(self):
        return gone_is("", self.node.get_name) or ""

    @cached_property
    def role(self):
        return gone_is("", self.node.get_role_name)

    def fits(self, name=None, role=None, group=None):
        return ((role is None or self.role == role)
                and (name is None or self.name == name)
                and (group is None or any(parent.name == group for parent in self.parents)))

    def part(self):
        """The part of the window that it stands in: header, footer, knee, step."""
        return id(self.parents[1]) if len(self.parents) > 1 else id(self)

    def place(self):
        """Left, top, width and height in the window."""
        area = gone_is(None, lambda: self.node.get_extents(Atspi.CoordType.WINDOW))
        return (area.x, area.y, area.width, area.height) if area else (0, 0, 0, 0)

    def has(self, state):
        return self.node.get_state_set().contains(state)

    def is_checked(self):
        return self.has(CHECKED)

    def act(self):
        """What a screen reader does when asked to press this."""
        return self.node.get_action_iface().do_action(0)

    def description(self):
        return self.node.get_description() or ""

    def attributes(self):
        return self.node.get_attributes() or {}

    def level(self):
        """The level of a heading, from 1: as AT-SPI tells it, or as a braille display shows it ("h2")."""
        attributes = self.attributes()
        return int(attributes.get("level") or attributes.get("brailleroledescription", "h0").lstrip("h"))

    def line(self):
        return f"{self.role} {self.name!r}"


def print_note(path, *args):
    """What the program prints as the page of a check file; fails when the file cannot be read."""
    done = subprocess.run([BINARY, "--note", str(path), *map(str, args)], capture_output=True, timeout=30)
    equal((done.returncode, done.stderr.decode()), (0, ""), f"--note {path}")
    return done.stdout.decode()


def zenity_window():
    return x("search", "--onlyvisible", "--class", "zenity").split()


def answer_dialog(path=None):
    """Types a path into the system's save window and presses Return; without a path, presses Escape."""
    window = wait_for("the save window", zenity_window, 15)[-1]
    time.sleep(1.0)
    x("windowactivate", "--sync", window)
    time.sleep(0.3)
    if path is None:
        key("Escape")
    else:
        key("ctrl+a")
        type_text(str(path))
        time.sleep(0.3)
        key("Return")
    wait_for("the save window to close", lambda: not zenity_window(), 10)


def choose_in_dialog(path):
    """Types a path into the system's window that chooses files, and presses Return."""
    window = wait_for("the window that chooses files", zenity_window, 15)[-1]
    time.sleep(1.0)
    x("windowactivate", "--sync", window)
    time.sleep(0.3)
    # Its box comes with this key; the first letter alone would be lost on the way.
    key("ctrl+l")
    time.sleep(1.0)
    key("ctrl+a")
    type_text(str(path))
    time.sleep(0.5)
    key("Return")
    wait_for("the window that chooses files to close", lambda: not zenity_window(), 10)


def run(test):
    """Runs a test and ends the process with its outcome."""
    switch_on_accessibility()
    DOCUMENTS.mkdir(parents=True, exist_ok=True)
    try:
        test()
    except Exception as fault:  # noqa: BLE001: whatever it is, a picture of the window helps
        if not isinstance(fault, Failed):
            traceback.print_exc()
        print(f"FAILED: {fault}", file=sys.stderr)
        subprocess.run(["import", "-window", "root", str(HOME / "failed.png")], check=False)
        sys.exit(1)
    sys.exit(0)
