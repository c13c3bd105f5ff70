//! What to do, without what the headline says already.

/// Words that join others and say nothing by themselves.
const LINKS: [&str; 16] =
    ["a", "an", "the", "or", "in", "at", "for", "of", "to", "about", "within", "next", "on", "it", "you", "your"];

/// The sentences of `action` that say more than the `band` and than each sentence in `said`; those are added to it.
///
/// The texts of the band count together: "Book a visit" over "See a doctor within 2 weeks".
pub(super) fn news(action: &str, band: &[&str], said: &mut Vec<String>) -> Vec<String> {
    let mut news = Vec::new();
    for sentence in sentences(action) {
        let is_said = said.iter().any(|other| repeats(sentence, &[other]));
        if !is_said && !repeats(sentence, band) {
            said.push(sentence.to_owned());
            news.push(sentence.to_owned());
        }
    }
    news
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ").map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Whether all that a sentence says stands in these texts.
fn repeats(sentence: &str, texts: &[&str]) -> bool {
    let known: Vec<String> = texts.iter().flat_map(|text| telling_words(text)).collect();
    telling_words(sentence).all(|word| known.contains(&word))
}

fn telling_words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.filter(|word| !LINKS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(action: &str, band: &[&str]) -> String {
        news(action, band, &mut Vec::new()).join(" ")
    }

    #[test]
    fn what_the_band_says_is_not_said_again() {
        let visit = ["Book a visit", "Book a visit for the next few days"];
        assert_eq!(after("Book a visit within a few days. See a GP or physio.", &visit), "See a GP or physio.");
        let weeks = ["Book a visit", "See a GP or physio within 2 weeks"];
        assert_eq!(after("Book a visit within about 2 weeks. See a GP or physio.", &weeks), "");
        assert_eq!(after("Call 999 now.", &["EMERGENCY", "Call 999 now"]), "");
    }

    #[test]
    fn what_is_new_stays_whole() {
        let xray = "Get an X-ray and a knee check the same day. Use crutches.";
        assert_eq!(after(xray, &["Urgent", "Get seen today"]), xray);
        assert_eq!(after("Get an X-ray within 24 hours.", &["Urgent", "Get an X-ray within 48 hours"]).len(), 29);
        assert_eq!(after("Do not run.", &["Urgent", "Stop running. Get seen"]), "Do not run.");
    }

    #[test]
    fn what_several_rules_say_is_said_once() {
        let mut said = Vec::new();
        let band = ["EMERGENCY", "Go to hospital now"];
        assert_eq!(news("Go to hospital now. Keep the leg still.", &band, &mut said), ["Keep the leg still."]);
        assert_eq!(news("Keep the leg still. Do not raise the leg.", &band, &mut said), ["Do not raise the leg."]);
    }
}
