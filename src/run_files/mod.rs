//! Reads the files of watches and services into what they say of runs.
//!
//! Each reader ([`fit`], [`gpx`], [`tcx`], [`list`]) maps one kind of file to sessions as they are told ([`told`]); [`judge`] says of each whether it
//! is a run, another sport, a question or refused; what comes of it is a [`Reading`](crate::training::reading::Reading). [`walk`] goes through folders, [`archive`] through zip files. Positions are read to measure and dropped.
//! There is no clock here: the day, and the zone where a file tells none, are passed in.

pub mod archive;
pub mod caught;
pub mod fit;
pub mod gpx;
pub mod judge;
pub mod kind;
pub mod limits;
pub mod list;
mod list_columns;
mod list_dates;
mod list_rows;
pub mod list_words;
pub mod names;
pub mod progress;
pub mod settings;
pub mod source;
pub mod sports;
pub mod strava;
pub mod tcx;
pub mod times;
pub mod told;
pub mod track;
pub mod walk;
pub mod xml;
