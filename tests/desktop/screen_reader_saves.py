"""With a screen reader alone, from the first screen to a saved page: no pointer, and no key but in the system's own
save window. What is pressed is pressed by its action, as a screen reader does."""

from support import typical_runner as runner
from support import words
from support.program import DOCUMENTS, Failed, Program, answer_dialog, check, equal, key, run, wait_for
from support.words import screen


class Reader:
    """Walks the tree and presses by name."""

    def __init__(self, program):
        self.program, self.actions = program, 0

    def press(self, name, role="push button", group=None):
        check(self.program.find(name, role, group).act(), f"{name!r} cannot be pressed")
        self.actions += 1
        self.program.still()

    def choose(self, question, label, role):
        """Presses an answer and hears that it is chosen."""
        if not self.program.find(label, role, question).is_checked():
            self.press(label, role, question)
        wait_for(f"{label!r} to be chosen", lambda: self.program.find(label, role, question).is_checked())

    def deny(self, question, none):
        """Presses "none of these", again after the rows to which the focus was led: only what was in view is denied."""
        for _ in range(5):
            self.press(none, "check box", question)
            if self.program.find(none, "check box", question).is_checked():
                return
        raise Failed(f"{none!r} is not chosen")

    def go_on(self):
        """Continue, and the next screen."""
        title = runner.card_title(self.program)
        self.press(screen("buttons.continue_on"))
        wait_for(f"the screen after {title!r}", lambda: runner.card_title(self.program) != title)

    def headings(self):
        found = [(node.name, node.level()) for node in self.program.all(None, "heading")]
        check(all(level for _, level in found), f"headings without a level: {found}")
        check(any(level == 1 for _, level in found), f"no heading of level 1: {found}")
        return found


def test():
    program = Program()
    reader = Reader(program)
    equal(program.app.get_child_at_index(0).get_name(), screen("app.name"), "the name of the window")
    headings = reader.headings()

    reader.choose(screen("picker.views"), screen("picker.view_named").replace("{view}", screen("picker.view_outer")), "radio button")
    picture = runner.group_of_picture()
    zones = [node for node in program.all(None, "check box", picture)]
    check(all(zone.name.startswith(screen("app.knee_right_short")) for zone in zones), "a zone does not name its knee")
    reader.choose(picture, runner.zone_name(), "check box")

    reader.go_on()
    headings += reader.headings()
    reader.deny(words.question("q_safety_now"), words.none_of("q_safety_now"))
    reader.choose(words.question("q_walk"), words.answer("walk_normal"), "radio button")

    reader.go_on()
    for _ in range(12):
        headings += reader.headings()
        if program.all(screen("result.title"), "heading"):
            break
        for question, finding in runner.SINGLE.items():
            if program.all(words.answer(finding), "radio button", words.question(question)):
                reader.choose(words.question(question), words.answer(finding), "radio button")
        reader.go_on()
    else:
        raise Failed("no result after 12 screens")

    wanted = DOCUMENTS / "by screen reader.txt"
    reader.press(screen("buttons.save"))
    answer_dialog(wanted)
    wait_for("the saved panel", lambda: program.shows(screen("page.saved_next")))
    text = wanted.read_text()
    check(f"{words.page_word('right_knee')}, {words.zone(runner.ZONE)['place']}" in " ".join(text.split()),
          "the page does not name the place")
    equal(program.close(), 0, "the exit status")
    print(f"{reader.actions} actions, {len(headings)} headings with levels, {len(zones)} zones, a page of "
          f"{len(text.splitlines())} lines")


run(test)
