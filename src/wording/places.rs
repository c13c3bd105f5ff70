//! Places of care and phone numbers, by country.

use serde::Deserialize;

use super::fill;

/// What care is called, by country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Countries {
    places: Vec<PlacesOfCare>,
    /// Of further countries the number alone.
    numbers: Vec<NumberOfCountry>,
    elsewhere: PlacesOfCare,
    number_of_country: String,
    /// One number or another.
    either: String,
}

/// The number to call in an emergency, in one country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberOfCountry {
    country: String,
    name: String,
    emergency_number: String,
}

/// How sure it is which country's numbers these are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Known {
    /// One country, or none.
    #[default]
    AsOne,
    /// The system names countries with different numbers: all of them are told.
    AsSeveral,
}

impl Countries {
    /// What care is called in these countries, by their two letters: of one its own words; of none or one that is not
    /// known what it is called elsewhere. Of several, each number stands with its country.
    #[must_use]
    pub fn of(&self, countries: &[&str]) -> PlacesOfCare {
        if let [country] = countries
            && let Some(places) = self.places.iter().find(|places| places.country == *country)
        {
            return places.clone();
        }
        let mut places = self.elsewhere.clone();
        let mut numbers: Vec<(&str, Option<&str>)> = Vec::new();
        for country in countries {
            let number = self.number_of(country).unwrap_or((&self.elsewhere.emergency_number, None));
            if !numbers.iter().any(|(other, _)| *other == number.0) {
                numbers.push(number);
            }
        }
        match numbers.as_slice() {
            [] => {}
            [(number, _)] => (*number).clone_into(&mut places.emergency_number),
            _ => {
                places.known = Known::AsSeveral;
                places.emergency_number = self.told(numbers);
            }
        }
        places
    }

    /// "112 (Germany) or 911 (United States)"; what is called elsewhere comes last, and names other numbers itself.
    fn told<'a>(&'a self, mut numbers: Vec<(&'a str, Option<&'a str>)>) -> String {
        let elsewhere = &self.elsewhere.emergency_number;
        if numbers.iter().any(|(_, name)| name.is_none()) {
            numbers.retain(|(number, name)| name.is_some() && !elsewhere.contains(number));
            numbers.push((elsewhere, None));
        }
        let each = numbers.into_iter().map(|(number, name)| match name {
            Some(name) => fill(&self.number_of_country, &[("number", number), ("country", name)]),
            None => number.to_owned(),
        });
        each.reduce(|one, other| fill(&self.either, &[("one", &one), ("other", &other)])).unwrap_or_default()
    }

    fn number_of(&self, country: &str) -> Option<(&str, Option<&str>)> {
        let of_places = self.places.iter().map(|it| (&it.country, &it.emergency_number, &it.name));
        let of_numbers = self.numbers.iter().map(|it| (&it.country, &it.emergency_number, &it.name));
        let (_, number, name) = of_places.chain(of_numbers).find(|(known, ..)| *known == country)?;
        Some((number, Some(name)))
    }

    /// All of them; what stands for every other country comes last.
    pub fn all(&self) -> impl Iterator<Item = &PlacesOfCare> {
        self.places.iter().chain([&self.elsewhere])
    }
}

/// What care is called in one country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacesOfCare {
    /// Two letters, empty for every other country.
    pub country: String,
    /// The country's name.
    pub name: String,
    /// Who is seen first.
    pub gp: String,
    /// Who treats knees.
    pub physio: String,
    /// Where to go in an emergency.
    pub emergency_place: String,
    /// What to call in an emergency.
    pub emergency_number: String,
    /// Where to go the same day.
    pub urgent_care: String,
    /// How sure the country is.
    #[serde(skip)]
    pub known: Known,
}

impl PlacesOfCare {
    /// Fills the places of care into a text.
    #[must_use]
    pub fn fill(&self, text: &str) -> String {
        fill(
            text,
            &[
                ("gp", &self.gp),
                ("physio", &self.physio),
                ("emergency_place", &self.emergency_place),
                ("emergency_number", &self.emergency_number),
                ("urgent_care", &self.urgent_care),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Wording;

    #[test]
    fn of_several_countries_each_number_is_told_and_none_is_assumed() {
        let places = Wording::embedded().unwrap().places;
        for (countries, number) in [
            (&["GB"][..], "999"),
            (&["DE"], "112"),
            (&["DE", "FR"], "112"),
            (&["DE", "US"], "112 (Germany) or 911 (United States)"),
            (&["DE", "GB", "US"], "112 (Germany) or 999 (United Kingdom) or 911 (United States)"),
            (&["IN", "US"], "112, 999 or 911"),
            (&["IN", "AU", "US"], "000 (Australia) or 112, 999 or 911"),
            (&["IN"], "112, 999 or 911"),
            (&[], "112, 999 or 911"),
            (&[""], "112, 999 or 911"),
        ] {
            let found = places.of(countries);
            assert_eq!(found.emergency_number, number, "{countries:?}");
            let is_sure = countries.len() < 2 || countries == ["DE", "FR"];
            assert_eq!(found.known == Known::AsOne, is_sure, "{countries:?}");
        }
        assert_eq!(places.of(&["GB"]).gp, "GP");
        assert_eq!(places.of(&["GB", "US"]).country, "");
    }
}
