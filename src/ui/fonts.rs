//! Atkinson Hyperlegible Next and Mono, made by the Braille Institute so that letters are not mixed up.
//!
//! Both are under the SIL Open Font License; its text lies beside the fonts.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

use super::theme::BOLD;

const REGULAR_NAME: &str = "Atkinson Hyperlegible Next";
const BOLD_NAME: &str = "Atkinson Hyperlegible Next Bold";
const MONO_NAME: &str = "Atkinson Hyperlegible Mono";

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const HEAVY: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
const MONO: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleMono-Regular.ttf");

/// Puts our fonts before egui's own, which stay as fallback where they are built in.
///
/// Call it before [`crate::ui::theme::apply`], whose text styles name the bold family.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in [(REGULAR_NAME, REGULAR), (BOLD_NAME, HEAVY), (MONO_NAME, MONO)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }

    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let bold = [BOLD_NAME, REGULAR_NAME].into_iter().map(str::to_owned).chain(fallback).collect();
    fonts.families.insert(FontFamily::Name(BOLD.into()), bold);
    let before =
        [(FontFamily::Proportional, [REGULAR_NAME, MONO_NAME]), (FontFamily::Monospace, [MONO_NAME, REGULAR_NAME])];
    for (family, names) in before {
        fonts.families.entry(family).or_default().splice(..0, names.map(str::to_owned));
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::FontId;

    /// Signs that our texts use beside letters and digits.
    const SIGNS: &str = "–—…•·×±÷−≤≥≈°½¼¾²‘’“”£€§©àéüñß";

    #[test]
    fn each_of_our_faces_has_every_sign() {
        for bytes in [REGULAR, HEAVY, MONO] {
            let ctx = Context::default();
            let mut fonts = FontDefinitions::empty();
            fonts.font_data.insert("face".to_owned(), Arc::new(FontData::from_static(bytes)));
            for family in [FontFamily::Proportional, FontFamily::Monospace] {
                fonts.families.insert(family, vec!["face".to_owned()]);
            }
            ctx.set_fonts(fonts);
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                let id = FontId::proportional(16.0);
                let missing: String = SIGNS
                    .chars()
                    .chain((' '..='~').filter(|sign| *sign != '\u{7f}'))
                    .filter(|sign| !ui.fonts_mut(|fonts| fonts.has_glyph(&id, *sign)))
                    .collect();
                assert_eq!(missing, "");
            });
            output.textures_delta.clear();
        }
    }

    #[test]
    fn bold_is_its_own_face() {
        let fonts = definitions();
        let bold = &fonts.families[&FontFamily::Name(BOLD.into())];
        assert_eq!(bold.first().map(String::as_str), Some(BOLD_NAME));
    }
}
