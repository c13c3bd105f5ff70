"""What a screen reader gets: names, headings, every zone as a check box, and news told once."""

from support import typical_runner as runner
from support import words
from support.program import INPUTS, Atspi, Program, check, equal, key, pump, run, wait_for
from support.words import screen

VIEWS = {"front": "Front", "outer": "Outer", "inner": "Inner", "back": "Back"}

heard = []
figures = {"screens": 0, "inputs": 0, "headings": 0, "zones": 0}


def listen():
    def hear(event):
        text = event.any_data if isinstance(event.any_data, str) else str(event.any_data)
        heard.append((text, {1: "polite", 2: "assertive"}.get(event.detail1, event.detail1)))
    listener = Atspi.EventListener.new(hear)
    check(Atspi.EventListener.register(listener, "object:announcement"), "cannot listen")
    return listener


def heard_after(act):
    pump(0.5)
    heard.clear()
    act()
    pump(1.5)
    return list(heard)


def walk(program, screen_name):
    """The window has its name, no input is without one, no two of a group have the same, and there is a heading."""
    nodes = program.nodes()
    equal(program.app.get_child_at_index(0).get_name(), screen("app.name"), "the name of the window")
    unnamed = [node.line() for node in nodes if node.role in INPUTS and not node.name.strip()]
    equal(unnamed, [], f"{screen_name}: inputs without a name")
    seen = set()
    for node in nodes:
        if node.role in INPUTS:
            entry = (node.role, node.name, id(node.parents[-1]))
            check(entry not in seen, f"{screen_name}: two inputs of one group are {node.line()}")
            seen.add(entry)
    nameless = [node.line() for node in nodes
                if node.role in ("check box", "radio button") and not node.parents[-1].name.strip()]
    equal(nameless, [], f"{screen_name}: answers whose group has no name")
    levels = [(node.name, node.level()) for node in nodes if node.role == "heading"]
    check(any(level == 1 for _, level in levels), f"{screen_name}: no heading of level 1: {levels}")
    equal([name for name, level in levels if level not in (1, 2, 3, 4)], [], f"{screen_name}: headings without a level")
    figures["screens"] += 1
    figures["inputs"] += sum(node.role in INPUTS for node in nodes)
    figures["headings"] += len(levels)


def zones(program):
    """Each zone of each view is a check box with its name; pressing it marks it, pressing again takes that back."""
    for knee in ("right", "left"):
        for view, seen in VIEWS.items():
            runner.turn_to(program, view)
            picture = runner.group_of_picture(knee, view)
            boxes = [node for node in program.nodes() if node.role == "check box" and node.parents[-1].name == picture]
            wanted = {runner.zone_name(knee.capitalize(), zone) for zone in words.zones_seen(seen)}
            names = [node.name for node in boxes]
            equal(len(names), len(set(names)), f"{picture}: names that are there twice")
            missing = wanted - set(names)
            equal(missing, set(), f"{picture}: zones that are missing")
    for view in VIEWS:
        runner.turn_to(program, view)
        picture = runner.group_of_picture("left", view)
        for box in program.all(None, "check box", picture):
            before = box.is_checked()
            for wanted in (not before, before):
                check(box.act(), f"{box.name!r} cannot be pressed")
                wait_for(f"{box.name!r} to change", lambda box=box, wanted=wanted: box.is_checked() == wanted)
            figures["zones"] += 1
    counts_as_the_list(program)


def spoken(title, label):
    """What the picture calls the zone of a row: a row leaves out what the title of its list says."""
    names = {name.lower(): name for name in words.zone_names()}
    name = names.get(f"{title}, {label}".lower()) or names[label.lower()]
    return screen("picker.zone_name", knee=screen("app.knee_left_short"), place=name[0].lower() + name[1:])


def counts_as_the_list(program):
    """What is marked in the picture is ticked in the list, and nothing else."""
    runner.turn_to(program, "inner")
    boxes = program.all(None, "check box", runner.group_of_picture("left", "inner"))
    for box in boxes:
        box.act()
        program.still()
    named = []
    program.find(screen("place.from_list"), "push button").act()
    program.still()
    for view in VIEWS:
        title = screen(f"place.list_{view}")
        name = screen("place.list_of").replace("{group}", title).replace("{knee}", screen("app.knee_left_short"))
        fold = program.find(name, "push button")
        if not program.all(None, "check box", name):
            fold.act()
            program.still()
        named += [spoken(title, box.name) for box in program.all(None, "check box", name) if box.is_checked()]
    equal(sorted(named), sorted(box.name for box in boxes), "what the lists tick, against the picture")
    for box in program.all(None, "check box", runner.group_of_picture("left", "inner")):
        box.act()
        program.still()


def press(program, question, label, role="check box"):
    program.find(label, role, question).act()
    program.still()


def test():
    listener = listen()
    program = Program()
    walk(program, "where, at first")
    runner.start(program)
    walk(program, "safety")

    runner.safety(program)
    # With a limp somebody should look at the knee, without one nothing is known yet.
    question = words.question("q_safety_now")
    walks = words.question("q_walk")
    said = heard_after(lambda: press(program, walks, words.answer("walk_limp"), "radio button"))
    told = screen("app.advice_now", headline="").rstrip(". ")
    equal(len(said), 1, f"things said when the level changes ({said})")
    check(said[0][0].startswith(told) and said[0][1] == "polite", f"news of the level: {said}")
    press(program, walks, words.answer("walk_normal"), "radio button")

    key("ctrl+1")
    program.still()
    zones(program)
    walk(program, "where")
    box = runner.zone_name("Left", runner.ZONE)
    runner.turn_to(program, runner.VIEW)
    program.find(box, "check box", runner.group_of_picture("left")).act()
    program.still()
    walk(program, "where, with a mark")

    key("ctrl+3")
    program.still()
    for part in range(1, 12):
        if program.all(screen("result.title"), "heading"):
            break
        walk(program, f"questions, part {part}")
        key("ctrl+Return")
        program.still()
    walk(program, "result")
    program.press(screen("page.own_words"))
    walk(program, "result with own words")

    key("ctrl+2")
    program.still()
    sign = words.answer("foot_cold_pale")
    said = heard_after(lambda: press(program, question, sign))
    equal(len(said), 1, f"things said when it becomes an emergency ({said})")
    equal(said[0][1], "assertive", "how an emergency is said")
    walk(program, "safety, in an emergency")

    key("F10")
    program.still()
    walk(program, "menu")
    equal(program.close(), 0, "the exit status")
    Atspi.EventListener.deregister(listener, "object:announcement")
    print(", ".join(f"{count} {what}" for what, count in figures.items())
          + "; news of a level told once, politely, an emergency once, assertively")


run(test)
