//! One value out of several, each with its label, chosen by a widget that counts labels.

/// Shows the labels of `choices` with the `chosen` one marked, and gives back the value that was newly chosen.
///
/// `show` is the widget: it takes the labels and the position of the one that is chosen, and returns that of the new one.
pub fn choose<T: Copy + PartialEq, L: AsRef<str>>(
    choices: &[(T, L)],
    chosen: Option<T>,
    show: impl FnOnce(&[&str], Option<usize>) -> Option<usize>,
) -> Option<T> {
    let labels: Vec<&str> = choices.iter().map(|(_, label)| label.as_ref()).collect();
    let at = chosen.and_then(|chosen| choices.iter().position(|(value, _)| *value == chosen));
    show(&labels, at).and_then(|at| choices.get(at)).map(|(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_picked_is_the_value_of_its_label() {
        let choices = [(7, "seven"), (9, "nine")];
        let picked = choose(&choices, Some(9), |labels, at| {
            assert_eq!((labels, at), (&["seven", "nine"][..], Some(1)));
            Some(0)
        });
        assert_eq!(picked, Some(7));
        assert_eq!(choose(&choices, Some(8), |_, at| at), None, "what is not offered is not marked");
        assert_eq!(choose(&choices, None, |_, _| Some(2)), None);
    }
}
