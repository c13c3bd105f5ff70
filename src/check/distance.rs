//! How a check file holds the distance of a run.

/// The longest run of a day, in metres.
pub const MOST_RUN_M: u32 = 300_000;

/// Metres, which a file holds as km with up to three decimals.
pub(super) mod as_km {
    use serde::{Deserialize as _, Deserializer, Serializer, de};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
    pub(in super::super) fn serialize<S: Serializer>(metres: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(*metres) / 1000.0)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        metres(f64::deserialize(deserializer)?)
    }

    /// The metres of so many km.
    pub(super) fn metres<E: de::Error>(km: f64) -> Result<u32, E> {
        let metres = (km * 1000.0).round();
        if !(0.0..=f64::from(super::MOST_RUN_M)).contains(&metres) {
            return Err(E::custom(format_args!("a run of {km} km, expected 0 to 300")));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within these bounds it is a u32")]
        Ok(metres as u32)
    }
}

/// The same where nothing may be told.
pub(super) mod maybe_km {
    use serde::{Deserialize as _, Deserializer, Serializer};

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(in super::super) fn serialize<S: Serializer>(metres: &Option<u32>, serializer: S) -> Result<S::Ok, S::Error> {
        match metres {
            Some(metres) => serializer.serialize_some(&(f64::from(*metres) / 1000.0)),
            None => serializer.serialize_none(),
        }
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
        Option::<f64>::deserialize(deserializer)?.map(super::as_km::metres).transpose()
    }
}
