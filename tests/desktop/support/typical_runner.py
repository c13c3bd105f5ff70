"""The answers of a runner with a sore outer side of the right knee, and the way through the four steps."""

from support import words
from support.program import Failed, check, key, type_text, wait_for

KNEE = "Right"
ZONE, VIEW = "outer_femur_bump", "outer"
WORST, NOW = 6, 1
AGE = 34
SINGLE = {
    "q_walk": "walk_normal",
    "q_sex": "sex_male",
    "q_duration": "dur_2_6w",
    "q_trend": "trend_same",
    "q_sport": "sport_run",
}
ROWS = ("check box", "radio button")
DENIED = ["q_other_signs", "q_history", "q_meds"]
TICKED = {
    "q_onset": ["onset_gradual"],
    "q_when": ["run_builds", "run_stop", "eases_on_stop"],
    "q_feel": ["q_sharp"],
    "q_makes_worse": ["stairs_down", "downhill", "long_run"],
    "q_swell": ["swell_none"],
    "q_change": ["chg_hills"],
}


def zone_name(knee=KNEE, zone=ZONE):
    short = words.screen(f"app.knee_{knee.lower()}_short")
    name = words.zone(zone)["name"]
    return words.screen("picker.zone_name", knee=short, place=name[0].lower() + name[1:])


def group_of_picture(knee=KNEE, view=VIEW):
    # Step 1 says how the picture is to be read.
    title = "title_front_mirror" if view == "front" else f"title_{view}"
    return words.screen(f"picker.{title}", knee=words.screen(f"app.knee_{knee.lower()}"))


def start(program):
    """To the danger signs, which need no place."""
    program.press(words.screen("steps.go_to", number=2, step=words.screen("steps.safety")))
    program.find(words.screen("safety.title"), "heading")


def continue_on(program):
    program.press(words.screen("buttons.continue_on"))


def safety(program):
    """Step 2: no danger sign, walks as usual, aged 34."""
    deny(program, "q_safety_now")
    pick(program, "q_walk")
    label = words.answer("age")
    program.click(label, "entry")
    type_text(str(AGE))


def deny(program, question):
    program.answer(words.question(question), words.none_of(question), "check box")


def pick(program, question):
    program.answer(words.question(question), words.answer(SINGLE[question]), "radio button")


def turn_to(program, view=VIEW):
    named = words.screen("picker.view_named").replace("{view}", words.screen(f"picker.view_{view}"))
    program.answer(words.screen("picker.views"), named, "radio button")


def mark_on_picture(program, knee=KNEE, zone=ZONE, view=VIEW):
    """A real click on the drawing, in the middle of the zone."""
    turn_to(program, view)
    name, picture = zone_name(knee, zone), group_of_picture(knee, view)
    before = program.find(name, "check box", picture)
    check(not before.is_checked(), f"{name!r} is marked before it was clicked")
    program.click_at(program.middle(before))
    wait_for(f"{name!r} to be marked", lambda: program.find(name, "check box", picture).is_checked())


def rate_worst_pain(program, figure=WORST):
    group = f"{zone_name()}, {words.screen('place.worst')}"
    program.answer(group, str(figure), "radio button")


def where(program):
    """Step 1: a click on the drawing of the right knee, worst pain 6."""
    mark_on_picture(program)
    rate_worst_pain(program)


def questions(program):
    """Step 3: what is asked on each card, until the result stands there. Says what was ticked."""
    answered, given = set(), []
    for _ in range(12):
        if program.all(words.screen("result.title"), "heading"):
            return given
        shown = {node.name for node in program.nodes() if node.role in ("panel", "heading")}
        for question, ticked in TICKED.items():
            if words.question(question) in shown and question not in answered:
                # What can matter less stands closed under "more".
                for finding in ticked:
                    label = words.answer(finding)
                    row = next((node for node in program.nodes() if node.name == label and node.role in ROWS), None)
                    if row is not None:
                        program.answer(words.question(question), label, row.role)
                        given.append(finding)
                answered.add(question)
        for question in SINGLE:
            if words.question(question) in shown and question not in answered:
                pick(program, question)
                answered.add(question)
        if any(words.question(question) in shown for question in DENIED):
            deny_rest(program)
        else:
            # Ctrl and Enter is Continue.
            key("ctrl+Return")
            program.still()
    raise Failed("step 3 does not end")


def card_title(program):
    """The heading of the screen, "" while it is drawn anew."""
    return next((node.name for node in program.all(None, "heading") if node.level() == 1), "")


def deny_rest(program):
    """Denies what is open on a card and goes on; where not all was in view, it first leads there."""
    title = card_title(program)
    for _ in range(6):
        program.press(words.screen("questions.deny_rest"))
        program.still()
        if card_title(program) != title:
            return
    raise Failed(f"{title!r} is not left")


def to_the_result(program):
    """From the first screen to the result, core questions only."""
    where(program)
    continue_on(program)
    safety(program)
    continue_on(program)
    return questions(program)
