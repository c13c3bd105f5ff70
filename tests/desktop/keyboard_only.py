"""From the first screen to a saved page with no pointer: keys are counted, what has focus is seen with its ring, and no
window but the system's own save window opens on the way."""

import re
import subprocess

from support import typical_runner as runner
from support import words
from support.program import (DOCUMENTS, Atspi, Failed, Program, check, equal, gone_is, key, pump, run, type_text,
                             wait_for, x, zenity_window)

MOST_KEYS = 90
# The inner line of the ring in the light look.
RING = bytes.fromhex("ffd43b")
# One answer to each question of the typical path, as in tests/screens/flow; else none, or the first.
TYPICAL = {"walk_normal", "onset_gradual", "dur_3_14d", "trend_same", "stairs_down", "q_ache", "swell_none", "sport_run",
           "sex_female"}
ZONE, VIEW, PAIN, AGE = "kneecap", "front", 4, 27
ROWS = ("check box", "radio button")
# What may stay open, as in tests/screens/flow: nobody has to press spots or hop.
LEFT_OUT = {"q_press", "q_hop", "q_stiff", "q_spike"}


class Keyboard:
    """Presses keys, counts them, and knows what has focus."""

    def __init__(self, program):
        self.program, self.keys, self.rings = program, 0, 0
        self.focused = None
        self.listener = Atspi.EventListener.new(self.hear)
        check(Atspi.EventListener.register(self.listener, "object:state-changed:focused"), "cannot listen")

    def hear(self, event):
        if event.detail1:
            self.focused = event.source

    def press(self, name):
        """One key; Ctrl and a letter are one, as hands count."""
        key(name)
        self.keys += 1
        pump(0.12)

    def tab(self, name="Tab"):
        before, self.focused = self.line(), None
        self.press(name)
        wait_for(f"focus after {name} on {before}", lambda: self.focused)
        self.must_have_ring()

    def line(self):
        return "nothing" if self.focused is None else gone_is("nothing", lambda: f"{self.focused.get_role_name()} {self.focused.get_name()!r}")

    def groups(self):
        """The names of what the focused control stands in."""
        names, node = [], self.focused.get_parent()
        while node is not None:
            names.append(node.get_name())
            node = node.get_parent()
        return names

    def must_have_ring(self):
        """A picture of the focused control has the ring's colour around it, and it is inside the window."""
        self.program.still()
        area = self.focused.get_extents(Atspi.CoordType.WINDOW)
        left, top, width, height = area.x, area.y, area.width, area.height
        right, bottom = left + width, top + height
        check(left >= 0 and top >= 0 and right <= 1100 and bottom <= 760, f"{self.line()} is out of the window")
        crop = f"{width + 8}x{height + 8}+{left - 4}+{top - 4}"
        pixels = subprocess.run(["import", "-window", str(self.program.window), "-crop", crop, "-depth", "8", "rgb:-"],
                                capture_output=True, timeout=10).stdout
        found = sum(pixels[at:at + 3] == RING for at in range(0, len(pixels), 3))
        # Two pixels wide along each side; a zone has it along its own edge.
        is_zone = "," in self.focused.get_name() and self.focused.get_role_name() == "check box"
        least = 60 if is_zone else 2 * (width + height)
        check(found >= least, f"{self.line()} has {found} pixels of the ring, at least {least} wanted")
        self.rings += 1

    def to(self, is_there, what, most=40, tab="Tab"):
        """Tab until something is reached."""
        for _ in range(most):
            self.tab(tab)
            if is_there():
                return
        raise Failed(f"Tab does not come to {what}; focus is on {self.line()}")

    def to_group(self, name):
        self.to(lambda: name in self.groups() and self.focused.get_role_name() in ROWS, repr(name))

    def rows(self, label):
        """The rows of the list that holds this one; some lists stand in several columns."""
        def inside(node):
            for child in (node.get_child_at_index(at) for at in range(node.get_child_count())):
                if child is not None:
                    yield from [child.get_name()] if child.get_role_name() in ROWS else inside(child)

        node = self.focused.get_parent()
        while label not in (rows := list(inside(node))):
            node = node.get_parent()
            check(node is not None, f"{label!r} is no row of the list of {self.line()}")
        return rows

    def go(self, label):
        """From row to row by the shorter way; ends join."""
        rows = self.rows(label)
        steps = (rows.index(label) - rows.index(self.focused.get_name())) % len(rows)
        name, count = ("Down", steps) if steps <= len(rows) - steps else ("Up", len(rows) - steps)
        for _ in range(count):
            self.tab(name)

    def towards(self, node):
        """Arrows to a place of the picture, along the longer way first."""
        wanted = self.program.middle(node)
        for _ in range(12):
            if self.focused.get_name() == node.name:
                return
            area = self.focused.get_extents(Atspi.CoordType.WINDOW)
            right, down = wanted[0] - area.x - area.width // 2, wanted[1] - area.y - area.height // 2
            across = abs(right) > abs(down)
            before = self.line()
            self.press(("Right" if right > 0 else "Left") if across else ("Down" if down > 0 else "Up"))
            if self.line() == before:
                self.press(("Down" if down > 0 else "Up") if across else ("Right" if right > 0 else "Left"))
            self.must_have_ring()
        raise Failed(f"arrows do not come to {node.name!r}; focus is on {self.line()}")

    def is_chosen(self):
        return self.focused.get_state_set().contains(Atspi.StateType.CHECKED)

    def choose(self, question, label):
        """Goes to an answer of a question and chooses it."""
        self.to_group(question)
        if label.isdigit():
            # On a scale a digit chooses at once.
            self.press(label)
        else:
            self.go(label)
        if not self.is_chosen():
            self.press("space")
        wait_for(f"{label!r} to be chosen", self.is_chosen)


def usual_answer(question):
    answers = words.answers_of(question)
    typical = [answer for answer in answers if answer in TYPICAL]
    if typical:
        return words.answer(typical[0])
    return words.none_of(question) or (words.answer(answers[0]) if answers else str(PAIN))


def windows():
    """What the window manager knows as windows of programs."""
    said = subprocess.run(["xprop", "-root", "_NET_CLIENT_LIST"], capture_output=True, text=True).stdout
    return re.findall(r"0x[0-9a-f]+", said)


def test():
    program = Program()
    x("mousemove", 1598, 1198)
    x("windowactivate", "--sync", program.window)
    hands = Keyboard(program)
    spent = {}

    def done(part):
        spent[part] = hands.keys - sum(spent.values())
        equal(len(windows()), 1, f"windows after {part}")

    program.find(words.screen("place.title"), "heading")
    # To the picture and back.
    hands.tab("F6")
    hands.tab("F6")
    picture, zone = runner.group_of_picture(view=VIEW), runner.zone_name(zone=ZONE)
    hands.to(lambda: picture in hands.groups(), "the picture")
    hands.towards(program.find(zone, "check box", picture))
    hands.press("space")
    wait_for("the zone to be marked", hands.is_chosen)
    hands.tab("F6")
    hands.to_group(f"{zone}, {words.screen('place.worst')}")
    hands.tab(str(PAIN))
    hands.press("ctrl+Return")
    program.find(words.screen("safety.title"), "heading")
    done("where")

    hands.choose(words.question("q_safety_now"), words.none_of("q_safety_now"))
    hands.choose(words.question("q_walk"), words.answer("walk_normal"))
    hands.to(lambda: hands.focused.get_role_name() in ("entry", "spin button", "text"), "the age")
    type_text(str(AGE))
    hands.keys += len(str(AGE))
    hands.press("ctrl+Return")
    done("safety")

    answered = []
    for _ in range(12):
        program.still()
        if program.all(words.screen("result.title"), "heading"):
            break
        shown = [node.name for node in program.nodes() if node.role in ("panel", "radio group", "grouping")]
        rows = [node for node in program.nodes() if node.role in ROWS]
        for text in dict.fromkeys(shown):
            question = words.question_called(text)
            # Of a list of rows whose usual one lies under "more", all that is shown is denied at once.
            if question is None or question in answered or question in LEFT_OUT:
                continue
            if any(row.fits(usual_answer(question), row.role, text) for row in rows):
                before = hands.keys
                hands.choose(text, usual_answer(question))
                answered.append(question)
                print(f"{hands.keys - before:3} keys for {text}")
        if program.all(words.screen("questions.deny_rest"), "push button"):
            # Where not all was in view, the first press leads there.
            title = runner.card_title(program)
            while runner.card_title(program) == title and hands.keys <= MOST_KEYS:
                hands.press("ctrl+shift+Return")
                program.still()
        else:
            hands.press("ctrl+Return")
    done("questions")

    hands.press("ctrl+s")
    wait_for("the save window", zenity_window, 15)
    equal(len(windows()), 2, "windows while saving")
    pump(1.0)
    hands.press("Return")
    wait_for("the save window to close", lambda: not zenity_window(), 10)
    wait_for("the saved panel", lambda: program.shows(words.screen("page.saved_next")))
    print(", ".join(f"{part} {keys}" for part, keys in spent.items()))
    saved = list(DOCUMENTS.iterdir())
    equal(len(saved), 1, "saved files")
    check(words.page_word("right_knee") in saved[0].read_text(), "the page does not name the right knee")
    done("saving")
    equal(program.close(), 0, "the exit status")
    check(hands.keys <= MOST_KEYS, f"{hands.keys} keys, at most {MOST_KEYS} ({spent})")
    print(f"{len(answered)} questions in step 3; {hands.keys} keys to {saved[0].name} (at most {MOST_KEYS}); {hands.rings} stops with a ring in view; 1 window")


run(test)
