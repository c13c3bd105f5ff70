"""The words of the program, read from its own assets, so that a better wording breaks no test."""

import re
from collections import namedtuple
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def _words_of(name):
    """`section.key` -> text, from a file of assets/text: one key a line, sections in brackets."""
    words, inside = {}, []
    for line in (ROOT / "assets/text" / name).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if opened := re.fullmatch(r"(\w+): \(", line):
            inside.append(opened[1])
        elif line in (")", "),") and inside:
            inside.pop()
        elif pair := re.fullmatch(r'(\w+): "((?:[^"\\]|\\.)*)",', line):
            words[".".join([*inside, pair[1]])] = pair[2].replace('\\"', '"')
    return words


def _rows(name, pattern):
    text = (ROOT / "assets/knowledge" / name).read_text(encoding="utf-8")
    return {found["id"]: found.groupdict() for found in re.finditer(pattern, text)}


_SCREEN = _words_of("screen.ron")
_RUNS = _words_of("runs.ron")
_NOTE = _words_of("note.ron")
_ANSWERS = _rows("questions.ron", r'\(id: "(?P<id>\w+)",(?: min: [^,]+, max: [^,]+,)? label: "(?P<label>[^"]+)"(?:, note: "(?P<note>[^"]+)")?')
_QUESTIONS = _rows(
    "questions.ron",
    r'\n            id: "(?P<id>\w+)",[^\n]*?kind: (?P<kind>\w+)(?:\(none: (?:None|Some\("(?P<none>[^"]+)"\))\))?,\s*text: "(?P<text>[^"]+)"',
)
_ZONES = _rows(
    "zones.ron",
    r'id: "(?P<id>\w+)",\s*name: "(?P<name>[^"]+)",\s*group: (?P<group>\w+),\s*row: "(?P<row>[^"]+)",\s*short: "(?P<short>[^"]+)",\s*place: "(?P<place>[^"]+)"(?P<rest>[\s\S]*?)\n    \),',
)


def screen(key, **fills):
    """A text of the screens: `screen("page.closed")`."""
    text = _SCREEN[key]
    for name, value in fills.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def runs(key):
    """A text of the screen of runs: `runs("reading.choose_files")`."""
    return _RUNS[key]


def answer(finding):
    """What an answer is called on the screen."""
    return _ANSWERS[finding]["label"]


def note(finding):
    """What an answer is called on the page."""
    return _ANSWERS[finding]["note"]


def question(question_id):
    """A question as it is asked."""
    return _QUESTIONS[question_id]["text"]


def question_called(text):
    """The id of the question that is asked so, if one is."""
    return next((name for name, row in _QUESTIONS.items() if row["text"] == text), None)


def none_of(question_id):
    """The last row of a list: "No, none of these ..."."""
    return _QUESTIONS[question_id]["none"]


def answers_of(question_id):
    """The ids of the answers of a question, in order."""
    text = (ROOT / "assets/knowledge/questions.ron").read_text(encoding="utf-8")
    body = text.split(f'id: "{question_id}"', 1)[1].split("\n        ),", 1)[0]
    return re.findall(r'\n\s+\(id: "(\w+)"', body)


def zone(zone_id):
    """Name, short name and place of a zone."""
    return _ZONES[zone_id]


def zone_names():
    """The names of all zones."""
    return [row["name"] for row in _ZONES.values()]


def zones_seen(view):
    """The ids of the zones that a view shows: `zones_seen("Outer")`."""
    return [name for name, row in _ZONES.items() if f"view: {view}" in row["rest"]]


Sign = namedtuple("Sign", "id words")


def red_flag_signs(group):
    """The red flags of a group, as the page names them."""
    text = (ROOT / "assets/knowledge/rules.ron").read_text(encoding="utf-8")
    signs = re.search(rf'\(id: "{group}",.*?signs: \[(.*?)\]', text, re.DOTALL)[1]
    return [Sign(*found) for found in re.findall(r'id: "([^"]+)", words: "([^"]+)"', signs)]


def page_word(key):
    """A word of the page: `page_word("right_knee")`; of one of its parts `page_word("runs.by_files")`."""
    return _NOTE[key]
