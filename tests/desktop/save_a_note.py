"""The main promise: a runner clicks where it hurts, answers, and saves one page that says what they said."""

import re

from support import typical_runner as runner
from support import words
from support.program import DOCUMENTS, Program, answer_dialog, check, clipboard, equal, run, wait_for


def after(label, text):
    """The entries of a list of the page, which may go over several lines: "  NO: a, b;\n    c". Short lists share
    a line."""
    found = re.search(rf"^  {re.escape(label)}: +(.*(?:\n {{4,}}.*)*)", text, re.MULTILINE)
    check(found, f"the page has no {label!r}")
    return re.sub(r"\s+", " ", re.split(r" {3}(?=[A-Z])", found[1])[0])


def on_one_line(text):
    return re.sub(r"\s+", " ", text)


def test():
    program = Program()
    equal(program.app.get_child_at_index(0).get_name(), "KneeNote", "the name of the window")
    given = runner.to_the_result(program)

    wanted = DOCUMENTS / "my knee.txt"
    program.press(words.screen("buttons.save"))
    answer_dialog(wanted)
    wait_for("the saved panel", lambda: program.shows(
        words.screen("page.saved_where", file=wanted.name, folder=wanted.parent)))
    check(wanted.is_file(), f"{wanted} was not written")
    written = wanted.read_bytes()
    equal([path.name for path in DOCUMENTS.iterdir()], [wanted.name], "files in the folder")

    program.press(words.screen("buttons.copy"))
    wait_for("that it was copied", lambda: program.shows(words.screen("page.copied")))
    equal(clipboard(), written, "the clipboard, against the file")

    text = written.decode("ascii")
    check(all(len(line) <= 72 for line in text.splitlines()), "a line is wider than 72 columns")
    place = f"{words.page_word('right_knee')}, {words.zone(runner.ZONE)['place']}"
    check(place in on_one_line(text), f"the page does not say {place!r}")
    check(words.page_word("left_knee") not in text, "the page names the left knee")
    pain = words.page_word("pain_worst").replace("{pain}", str(runner.WORST))
    check(re.search(rf"{re.escape(place)}: {pain}\b", on_one_line(text)), f"the page does not say {pain!r} of the place")
    # Where the sex was not given it begins a sentence.
    age = words.page_word("aged").replace("{age}", str(runner.AGE))[1:]
    check(age in on_one_line(text), f"the page does not say {age!r}")
    denied = after(words.page_word("no"), text)
    for sign in words.red_flag_signs("signs_foot") + words.red_flag_signs("signs_joint"):
        if sign.id in words.answers_of("q_safety_now"):
            check(sign.words in denied, f"{sign.words!r} does not stand under NO: {denied!r}")
    equal(after(words.page_word("yes"), text), words.page_word("none"), "danger signs under YES")
    check(len(given) >= 5, f"only {given} was told")
    for finding in given:
        check(finding == "swell_none" or words.note(finding) in on_one_line(text),
              f"the page does not say {words.note(finding)!r}")
    equal(program.close(), 0, "the exit status")


run(test)
