//! The repository itself: its walls, its documents, its crates and its packages.

mod architecture;
mod documents_name_what_is_there;
mod known_ids;
#[cfg(target_os = "linux")] // elsewhere other crates come in, and nobody has looked at them yet
mod no_network;
mod packaging;
mod source_map;
