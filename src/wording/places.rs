//! Places of care and phone numbers, by country.

use serde::Deserialize;

use super::fill;

/// What care is called, by country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Countries {
    countries: Vec<PlacesOfCare>,
    elsewhere: PlacesOfCare,
}

impl Countries {
    /// What care is called in the country of these two letters; what it is called elsewhere when none is known by them.
    #[must_use]
    pub fn of(&self, country: &str) -> &PlacesOfCare {
        self.countries.iter().find(|places| places.country == country).unwrap_or(&self.elsewhere)
    }

    /// All of them; what stands for every other country comes last.
    pub fn all(&self) -> impl Iterator<Item = &PlacesOfCare> {
        self.countries.iter().chain([&self.elsewhere])
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
