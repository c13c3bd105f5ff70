//! What somebody does with pointer and keys.

use egui::accesskit::Role;
use egui::{Key, Rect, vec2};
use egui_kittest::{Node, kittest::NodeT as _};
use kneenote::knowledge::question::{AnswerOption, QuestionKind, ShownAs};
use kneenote::wording::fill;

use super::Driver;
use super::content::{KNOWLEDGE, step_button, step_line, words};
use super::reading::{ancestors_named, is_closed, is_input, name_of};

impl Driver {
    /// Clicks on the one thing with this name, with the pointer, after bringing it into view.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        self.press_only(name);
        self.settle();
    }

    /// As [`Driver::click`], where something that is no button may have this name too.
    #[track_caller]
    pub fn click_button(&mut self, name: &str) {
        self.press_where(name, 0, |node| node.accesskit_node().role() == Role::Button);
        self.settle();
    }

    /// As [`Driver::click`], where several have this name: the one at `at`.
    #[track_caller]
    pub fn click_nth(&mut self, name: &str, at: usize) {
        self.press_where(name, at, |_| true);
        self.settle();
    }

    /// Clicks an answer of a question, after looking at all its rows.
    #[track_caller]
    pub fn answer(&mut self, question: &str, answer: &str) {
        if self.picks_by_picture(question, answer) {
            return;
        }
        let is_none = KNOWLEDGE
            .questions
            .iter()
            .any(|of| matches!(&of.kind, QuestionKind::Multi { none: Some(none) } if none == answer));
        if !is_none && !self.offers(answer) {
            self.show_more_rows();
        }
        self.look_through(question);
        let is_offered = self.nodes().iter().any(|node| name_of(node) == answer && ancestors_named(node, question));
        if is_none && !is_offered {
            self.click(&words().questions.deny_rest);
            return;
        }
        self.press_answer(question, answer);
        self.settle();
    }

    /// Opens the rows of a card that could matter less, where there are some.
    fn show_more_rows(&mut self) {
        let start = words().questions.more.split('{').next().unwrap_or_default().to_owned();
        let row = self.inputs().into_iter().find(|name| name.starts_with(&start));
        if let Some(row) = row {
            self.click(&row);
        }
    }

    /// Picks the picture that holds an answer, where it is not open; says whether that was all there is to do.
    #[track_caller]
    fn picks_by_picture(&mut self, question: &str, answer: &str) -> bool {
        let Some(of) = KNOWLEDGE.questions.iter().find(|of| of.text == question) else { return false };
        if !matches!(of.shown_as, ShownAs::Pictures(_)) || self.offers(answer) {
            return false;
        }
        self.look_through(question);
        let holds = |answers: &[AnswerOption]| answers.iter().any(|option| option.label == answer);
        let Some((group, _)) = of.groups().find(|(_, answers)| holds(answers)) else { return false };
        self.press_answer(question, &format!("{}: {}", group.title, group.hint));
        self.settle();
        self.is_ticked(question, answer)
    }

    /// What is surely between header and footer: it needs no scrolling.
    fn surely_in_view(&self) -> Rect {
        self.window.ctx.content_rect().shrink2(vec2(0.0, 170.0))
    }

    /// Scrolls through the rows of a question, as somebody who reads them all.
    pub fn look_through(&mut self, question: &str) {
        let is_answer = |node: &Node<'_>| matches!(node.accesskit_node().role(), Role::CheckBox | Role::RadioButton);
        let is_row = |node: &Node<'_>| is_answer(node) && ancestors_named(node, question);
        let rows = self.nodes().iter().filter(|node| is_row(node)).count();
        let view = self.surely_in_view();
        for at in 0..rows {
            let is_seen = {
                let nodes = self.nodes();
                let row = nodes.iter().filter(|node| is_row(node)).nth(at);
                let is_seen = row.is_none_or(|row| view.contains_rect(row.rect()));
                if let (Some(row), false) = (row, is_seen) {
                    row.scroll_to_me();
                }
                is_seen
            };
            if !is_seen {
                self.settle();
            }
        }
    }

    /// Clicks somewhere, whatever lies there, in one frame.
    pub fn press_at(&mut self, place: egui::Pos2) {
        let button = |pressed| egui::Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        let events = [egui::Event::PointerMoved(place), button(true), button(false)];
        self.window.input_mut().events.extend(events);
        self.clicks += 1;
        self.frame();
    }

    /// Clicks twice at the same spot, a quarter of a second apart.
    #[track_caller]
    pub fn double_click(&mut self, name: &str) {
        let find = |driver: &Self| {
            let nodes = driver.nodes();
            let node = nodes.iter().find(|node| is_input(node) && name_of(node) == name);
            node.map(|node| {
                node.scroll_to_me();
                node.rect().center()
            })
        };
        assert!(find(self).is_some(), "nothing to press is called {name:?}; there is:\n{}", self.inputs().join("\n"));
        self.settle();
        let place = find(self).unwrap();
        self.press_at(place);
        self.press_at(place);
        self.settle();
    }

    /// Turns the wheel by so many points at a spot.
    pub fn turn_wheel(&mut self, place: egui::Pos2, down: f32) {
        self.window.event(egui::Event::PointerMoved(place));
        self.window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -down),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::NONE,
        });
        self.settle();
    }

    /// Types letter by letter into what has the focus.
    pub fn type_letters(&mut self, text: &str) {
        for letter in text.chars() {
            self.window.event(egui::Event::Text(letter.to_string()));
            self.frame();
        }
        self.settle();
    }

    /// As [`Driver::answer`], with only the frames of the click itself.
    #[track_caller]
    pub fn press_answer(&mut self, question: &str, answer: &str) {
        self.press_where(answer, 0, |node| ancestors_named(node, question));
    }

    /// As [`Driver::click`], with only the frames of the click itself.
    #[track_caller]
    pub fn press_only(&mut self, name: &str) {
        self.press_where(name, 0, |_| true);
    }

    #[track_caller]
    fn press_where(&mut self, name: &str, at: usize, is_meant: impl Fn(&Node<'_>) -> bool) {
        let is_there = {
            let nodes = self.nodes();
            let mut all = nodes.iter().filter(|node| is_input(node) && name_of(node) == name && is_meant(node));
            all.nth(at).inspect(|node| node.scroll_to_me()).is_some()
        };
        assert!(is_there, "nothing to press is called {name:?}; there is:\n{}", self.inputs().join("\n"));
        self.settle();
        {
            let nodes = self.nodes();
            let mut all = nodes.iter().filter(|node| is_input(node) && name_of(node) == name && is_meant(node));
            let node = all.nth(at).unwrap();
            let view = self.window.ctx.content_rect();
            assert!(view.contains(node.rect().center()), "{name:?} at {:?} cannot be brought into view", node.rect());
            node.click();
        }
        self.clicks += 1;
        self.frame();
    }

    /// Clicks into a field and types.
    #[track_caller]
    pub fn type_into(&mut self, field: &str, text: &str) {
        self.click(field);
        self.window.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Presses a key.
    #[track_caller]
    pub fn key(&mut self, key: Key) {
        self.window.key_press(key);
        self.settle();
    }

    /// Opens every fold that is closed, also those inside of others.
    pub fn open_all_folds(&mut self) {
        for _ in 0..20 {
            let closed = {
                let nodes = self.nodes();
                let closed: Vec<_> = nodes.iter().filter(|node| is_closed(node)).collect();
                for node in &closed {
                    node.click_accesskit();
                }
                closed.len()
            };
            if closed == 0 {
                return;
            }
            self.settle();
        }
        panic!("folds never end");
    }

    /// Goes to the first screen of a step by the step bar.
    #[track_caller]
    pub fn go_to_step(&mut self, step: usize) {
        if !self.shows(&step_line(step)) {
            self.click(&step_button(step));
        }
        self.must_show(&step_line(step));
    }

    /// From the first screen to step 4, with answers that were opened.
    #[track_caller]
    pub fn open_result(&mut self) {
        self.click(&words().buttons.go_on);
        self.go_to_step(4);
    }

    /// Goes on through step 3 to where a question stands, open or in a fold.
    #[track_caller]
    pub fn find_question(&mut self, question: &str) {
        self.go_to_step(3);
        for _ in 0..9 {
            if self.shows(question) {
                return;
            }
            self.open_all_folds();
            if !self.shows(question) {
                self.click(&words().buttons.continue_on);
            }
        }
        self.must_show(question);
    }

    /// Goes on through step 3, with all folds open, to where the days of something that was tried are typed, and says
    /// what that box is called.
    #[track_caller]
    pub fn find_days_of(&mut self, tried: &str) -> String {
        let days = fill(&words().questions.tried_days, &[("what", tried)]);
        for _ in 0..9 {
            if !self.offers(&days) {
                self.open_all_folds();
            }
            if !self.offers(&days) {
                self.click(&words().buttons.continue_on);
            }
        }
        days
    }
}
